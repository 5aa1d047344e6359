// Who is named or addressed in a query, and what is typed together or half.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Glossary } from "../../overrides/assets/javascripts/search-glossary.js";
import { givenIn, saysPost } from "../../overrides/assets/javascripts/search-named.js";
import { dense } from "../../overrides/assets/javascripts/search-nearness.js";
import { parse } from "../../overrides/assets/javascripts/search-query.js";
import { Standing } from "../../overrides/assets/javascripts/search-standing.js";
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
  // No benchmark: what hangs takes minutes, and a machine may be busy.
  assert.ok(performance.now() - start < 5000);
});

test("what is half typed is completed by the most frequent words", () => {
  const words = { list: ["cha", "chi", "chia", "chuc", "da"], often: [1, 3, 2, 9, 9] };
  assert.deepEqual(completions(words, "ch", 2), ["chuc", "chi"]);
  assert.deepEqual(completions(words, "chi", 9), ["chia"]);
  assert.deepEqual(completions(words, "đ", 9), ["da"]);
  assert.deepEqual(completions(words, "x", 9), []);
});

const said = (/** @type {string} */ query) => parse(query, GLOSSARY, new Set()).units.filter((unit) => !unit.guide).map((unit) => unit.raw).join(" ");

test("what opens a question is not looked for, nor whom it is put to", () => {
  for (const opening of ["cho tôi hỏi", "tôi muốn biết", "mình cần tìm", "xin cho biết", "ai cho tôi biết", "làm ơn cho em hỏi", "muon biet", "muốn xem", "thưa thầy cho em hỏi",
    "các bác ơi cho hỏi", "chào bạn mình muốn tra cứu"]) {
    assert.equal(said(`${opening} mây hạ`), "mây hạ", opening);
  }
  assert.equal(said("cần thơ"), "cần thơ");
  assert.equal(said("lịch sử mây hạ"), "mây hạ");
  assert.equal(said("xa may ha cu"), "xa may ha");
  assert.equal(said("cu ly thi man"), "cu ly thi man");
  assert.equal(said("mây hạ cho tôi"), "mây hạ");
});

test("a question may be put about another than it names, about all, or about the site", () => {
  const asks = (/** @type {string} */ query) => parse(query, GLOSSARY, new Set()).asks;
  assert.equal(asks("ai làm bí thư sau ông Mận"), "holder");
  assert.equal(asks("ông Mận là ai"), "who");
  assert.equal(asks("nơi nào nhiều hơn"), "compare");
  assert.equal(asks("trang này lấy số liệu ở đâu"), "site");
  assert.equal(asks("ai giu chuc gi"), "holder");
  const { units } = parse("song may bi thu", GLOSSARY, new Set());
  assert.ok(saysPost(units, POSTS));
  assert.ok(!saysPost(units.slice(0, 2), POSTS));
});

test("what readers say is looked for as sources write it, after the words typed", () => {
  const alternatives = (/** @type {string} */ query) => parse(query, GLOSSARY, new Set()).units[0].alternatives.map((words) => words.map((word) => word.term).join(" "));
  assert.deepEqual(alternatives("địa chỉ của mây hạ"), ["dia chi", "tru so"]);
  assert.deepEqual(alternatives("dia chi"), ["dia chi", "tru so"]);
  assert.deepEqual(alternatives("sát nhập vào đâu"), ["sat nhap", "hop nhat", "sap nhap"]);
  // Other marks are another word.
  assert.deepEqual(alternatives("địa chí"), ["dia"]);
});

test("an organization is named by the longest run of words, with the marks typed", () => {
  const names = [["ha", "Đảng bộ phường Mây Hạ", []], ["may", "Đảng bộ quận Mây", []]];
  const standing = new Standing(/** @type {any} */ ({ entry: { organizations: names, groups: [[0], [1]] } }));
  const named = (/** @type {string} */ query) => {
    const { units } = parse(query, GLOSSARY, new Set());
    return standing.owners(units, /** @type {any} */ (units.map(() => ({ sections: new Map() })))).map((mask) => units.filter((_, at) => mask & (1 << at)).map((unit) => unit.raw).join(" "));
  };
  assert.deepEqual(named("tuyển quân mây hạ"), ["mây hạ", ""]);
  assert.deepEqual(named("ky luat o phuong may ha"), ["phuong may ha", ""]);
  assert.deepEqual(named("bí thư quận mây"), ["", "quận mây"]);
  assert.deepEqual(named("tuyển quân mây"), ["", ""]);
});

test("units stand close within some lines, or apart", () => {
  const index = /** @type {any} */ ({ length: [400, 20] });
  const place = (/** @type {number[]} */ ...at) => ({ count: at.length, exact: true, spans: at.map((one) => [one, one, true]), whole: true, by: 0 });
  const asked = /** @type {any} */ ({ worth: [1, 1, 2] });
  const share = (/** @type {number} */ section, /** @type {any[]} */ here) => dense(index, section, asked, [0, 1, 2], here);
  assert.equal(share(0, [place(1, 300), place(20), place(310)]), 0.75);
  assert.equal(share(0, [place(1, 300), place(290), place(310)]), 1);
  assert.equal(share(0, [place(1), null, place(300)]), 0.5);
  // A short section is one place, and so is all of a common word.
  assert.equal(share(1, [place(1), place(2), place(300)]), 1);
  assert.equal(share(0, [{ ...place(), whole: false }, place(1), place(300)]), 0.75);
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

test("what happened is asked in words that nothing need contain", () => {
  assert.equal(said("chuyện gì xảy ra năm 1950"), "năm 1950");
  assert.equal(said("chao co 1950"), "chao co 1950");
  assert.equal(said("chào cô 1950"), "1950");
});

test("a day, a month and a year are times, a number is none", () => {
  const isTime = (/** @type {string} */ query) => parse(query, GLOSSARY, new Set()).units.every((unit) => unit.dated || unit.year !== undefined);
  for (const query of ["2/3/1950", "ngày 2 tháng 3 năm 1950", "tháng 3/1950", "năm 1950", "1950"]) assert.ok(isTime(query), query);
  for (const query of ["12", "đại hội 1950", "1950-QĐ/TU"]) assert.ok(!isTime(query), query);
});
