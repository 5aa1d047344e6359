// Who is named or addressed in a query, and what is typed together or half.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Glossary } from "../../overrides/assets/javascripts/search-glossary.js";
import { givenIn } from "../../overrides/assets/javascripts/search-named.js";
import { parse } from "../../overrides/assets/javascripts/search-query.js";
import { completions, cutsOf } from "../../overrides/assets/javascripts/search-spelling.js";

const GLOSSARY = new Glossary([["UBKT", "Ủy ban Kiểm tra"]]);
const POSTS = [["bi", "thu"], ["pho", "bi", "thu"], ["chu", "nhiem", "uy", "ban", "kiem", "tra"]];

/** The words that may be a given name. */
const given = (/** @type {string} */ query) => {
  const { units } = parse(query, GLOSSARY, new Set());
  const mask = givenIn(units, POSTS);
  return units.filter((unit) => !unit.guide).filter((_, at) => mask & (1 << at)).map((unit) => unit.raw).join(" ");
};

test("a given name stands after a form of address, before a post or after it at the end", () => {
  assert.equal(given("bà Mận"), "Mận");
  assert.equal(given("đồng chí bí thư Mận"), "Mận");
  assert.ok(given("ông Lý Văn Mận").includes("Mận"));
  assert.equal(given("mận bí thư mây hạ"), "mận");
  assert.equal(given("mận phó bí thư"), "mận");
  assert.equal(given("bí thư tên Mận"), "Mận");
  assert.equal(given("mận chủ nhiệm UBKT"), "mận");
  assert.equal(given("mận bt mây hạ"), "mận");
  assert.equal(given("bí thư mây hạ"), "");
  assert.equal(given("chi bộ mây hạ"), "");
});

test("syllables that are typed together are parted, the fewest first", () => {
  const known = new Set(["song", "may", "son", "g", "ha", "thuong", "th", "u", "ong"]);
  assert.deepEqual(cutsOf("songmay", known)[0], ["song", "may"]);
  assert.deepEqual(cutsOf("mayha", known), [["may", "ha"]]);
  assert.deepEqual(cutsOf("maythuong", known)[0], ["may", "thuong"]);
  assert.deepEqual(cutsOf("song", known), []);
  assert.deepEqual(cutsOf("songxyz", known), []);
  const start = performance.now();
  cutsOf("a".repeat(200), new Set(["a", "aa", "aaa"]));
  assert.ok(performance.now() - start < 100);
});

test("what is half typed is completed by the most frequent words", () => {
  const words = { list: ["cha", "chi", "chia", "chuc", "da"], often: [1, 3, 2, 9, 9] };
  assert.deepEqual(completions(words, "ch", 2), ["chuc", "chi"]);
  assert.deepEqual(completions(words, "chi", 9), ["chia"]);
  assert.deepEqual(completions(words, "đ", 9), ["da"]);
  assert.deepEqual(completions(words, "x", 9), []);
});

test("what opens a question is not looked for", () => {
  const said = (/** @type {string} */ query) => parse(query, GLOSSARY, new Set()).units.filter((unit) => !unit.guide).map((unit) => unit.raw).join(" ");
  for (const opening of ["cho tôi hỏi", "tôi muốn biết", "mình cần tìm", "xin cho biết", "ai cho tôi biết", "làm ơn cho em hỏi", "muon biet"]) {
    assert.equal(said(`${opening} mây hạ`), "mây hạ", opening);
  }
});

test("a long question keeps its end", () => {
  const { units } = parse("mục tiêu đến năm 2030 của mây hạ về kết nạp đảng viên là bao nhiêu", GLOSSARY, new Set());
  assert.deepEqual(units.filter((unit) => !unit.guide).slice(-4).map((unit) => unit.raw), ["kết", "nạp", "đảng", "viên"]);
});

test("what readers type short is read in full", () => {
  const said = (/** @type {string} */ query) => parse(query, GLOSSARY, new Set()).units[0].alternatives.map((words) => words.map((word) => word.spelling ?? word.term).join(" "));
  assert.deepEqual(said("đh 6"), ["đh", "đại hội"]);
  assert.deepEqual(said("PBT mây hạ"), ["pbt", "phó bí thư"]);
  // The full words are looked for as they are.
  assert.deepEqual(said("đại hội"), ["đại"]);
});
