// What a reader asks for, read without a page or an index.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Glossary } from "../../overrides/assets/javascripts/search-glossary.js";
import { parse, retyped } from "../../overrides/assets/javascripts/search-query.js";

const GLOSSARY = new Glossary([["UBKT", "Ủy ban Kiểm tra"], ["QĐ", "Quyết định"], ["QĐ", "Quy định"], ["TU", "Tỉnh ủy"]]);
const read = (/** @type {string} */ query, common = new Set()) => parse(query, GLOSSARY, common);
// Units apart by “/”, a guide in brackets, what must not stand there after a minus.
const said = (/** @type {string} */ query) => {
  const { units, without } = read(query);
  return [...units.map((unit) => (unit.guide ? `(${unit.raw})` : unit.raw)), ...without.map((unit) => `-${unit.raw}`)].join("/");
};
const alternatives = (/** @type {string} */ query, at = 0) =>
  read(query).units[at].alternatives.map((words) => words.map((word) => word.spelling ?? word.term).join(" "));

test("abbreviations are read both ways", () => {
  assert.deepEqual(alternatives("UBKT"), ["ubkt", "ủy ban kiểm tra"]);
  assert.deepEqual(alternatives("uy ban kiem tra"), ["uy ban kiem tra", "ubkt"]);
  assert.deepEqual(alternatives("QĐ"), ["qđ", "quyết định", "quy định"]);
  assert.deepEqual(alternatives("tu"), ["tu"]);
});

test("a date is one unit in any writing", () => {
  const day = ["27 1 1994", "27 thang 1 nam 1994", "27 28 1 1994", "27 29 1 1994"];
  for (const query of ["27/01/1994", "27-1-1994", "ngày 27 tháng 1 năm 1994", "ngay 27.1.1994"]) {
    assert.deepEqual(alternatives(query), day, query);
  }
  assert.deepEqual(alternatives("tháng 7/1999"), ["7 1999", "7 nam 1999"]);
  assert.equal(said("đại hội 6 năm 2020"), "đại/hội/6/năm 2020");
});

test("a decade is one unit in any writing, all of its years first", () => {
  const nineties = ["1990 1999", "1990", "1991", "1992", "1993", "1994", "1995", "1996", "1997", "1998", "1999"];
  for (const query of ["thập niên 1990", "thap ky 90", "những năm 90", "cuối những năm chín mươi", "đầu thập niên 90 của thế kỷ trước"]) {
    assert.deepEqual(alternatives(query), nineties, query);
    assert.equal(read(query).units.length, 1, query);
  }
  assert.deepEqual(["những năm 00", "các năm 10", "thập kỷ 20"].map((query) => alternatives(query)[0]), ["2000 2009", "2010 2019", "1920 1929"]);
  assert.equal(said("thập kỷ 90 đảng viên"), "thập kỷ 90/đảng/viên");
  // No decade: a year in it, a span, a number of years, one without a number.
  for (const query of ["những năm 1995", "những năm 2000-2005", "những năm 900", "những năm qua", "thập niên", "những năm 5"]) {
    assert.ok(!read(query).units.some((unit) => unit.decade), query);
  }
});

test("initials before a given name address somebody", () => {
  assert.equal(said("L.T. Mận"), "(L.T)/Mận");
  assert.equal(said("bí thư N.Đ.Q.Mận"), "bí/thư/(N.Đ.Q)/Mận");
  assert.ok(read("L.T. Mận").addresses);
  for (const query of ["N. Mận", "l.t. mận", "UBND", "L.T", "A.B.C", "T.Ư", "P. Mây Hạ"]) assert.ok(!read(query).addresses, query);
});

test("a year counts within a span of years, the number of a document does not", () => {
  assert.deepEqual(alternatives("năm 2015"), ["2015", "2015~"]);
  assert.deepEqual(alternatives("trụ sở 1999", 2), ["1999", "1999~"]);
  assert.equal(read("trụ sở 1999").units[2].year, 1999);
  assert.deepEqual(alternatives("1987-QĐ/TU"), ["1987"]);
});

test("ordinals are read in digits, Roman numbers and words", () => {
  const third = ["lan thu 3", "lan thu ba", "lan thu iii", "3", "ba", "iii"];
  for (const query of ["đại hội 3", "đại hội III", "đại hội ba", "dai hoi iii"]) {
    const found = alternatives(query, 2);
    assert.deepEqual(found.filter((one) => third.includes(one)).sort(), [...third].sort(), query);
  }
  assert.ok(alternatives("đại hội lần thứ nhất", 2).includes("lan thu i"));
  assert.ok(alternatives("đại hội đầu tiên", 2).includes("lan thu i"));
  // A term and the congress that opens it are called by one number.
  for (const query of ["khóa hai", "khoa 2", "nhiệm kỳ II", "nhiệm kỳ thứ hai", "nk 2"]) {
    const found = alternatives(query);
    for (const one of ["khoa ii", "khoa 2", "nhiem ky thu hai", "lan thu ii", "lan thu nhì"]) assert.ok(found.includes(one), `${query}: ${one}`);
    assert.ok(read(query).units[0].ordinal, query);
  }
  assert.ok(alternatives("khoa xxiii").includes("khoa hai mươi ba"));
  assert.ok(alternatives("khóa hai mươi ba").includes("lan thu xxiii"));
  assert.ok(alternatives("đh 6", 1).includes("lan thu vi"));
  assert.ok(alternatives("khóa hai bảy").includes("lan thu xxvii"));
  assert.equal(said("khóa hai năm"), "khóa/hai/năm");
  assert.equal(said("nhiệm kỳ 5 năm"), "nhiệm/kỳ/5/năm");
  assert.equal(said("nhiệm kỳ 2005"), "nhiệm/kỳ/2005");
  assert.equal(said("đại hội đại biểu lần thứ 24"), "đại/hội/(đại biểu)/lần thứ 24");
  assert.equal(said("đại biểu quốc hội"), "đại/biểu/quốc/hội");
  assert.ok(alternatives("ngày thứ 7", 1).includes("thứ bảy"));
  assert.ok(alternatives("ngày thứ bảy", 1).includes("thứ 7"));
  assert.equal(said("bi thu nam 2015"), "bi/thu/nam 2015");
  assert.equal(said("đại hội năm 2020"), "đại/hội/năm 2020");
});

test("small numbers that count are read in digits and words, those of documents are not", () => {
  assert.deepEqual(alternatives("bốn đảng bộ"), ["bốn", "4"]);
  assert.deepEqual(alternatives("4 đảng bộ"), ["4", "bốn"]);
  assert.deepEqual(alternatives("quyết định 4 của", 2), ["4"]);
  assert.deepEqual(alternatives("hai van"), ["hai"]);
});

test("words that ask, address or join guide and do not count", () => {
  assert.equal(said("ai là bí thư của khối"), "(ai là)/bí/thư/(của)/khối");
  assert.equal(read("ai là bí thư của khối").asks, "holder");
  assert.equal(read("Lý Thị Mận là ai").asks, "who");
  assert.equal(read("song may co bao nhieu dang vien").asks, "how-many");
  assert.equal(read("trụ sở ở đâu").asks, "where");
  assert.equal(read("thành lập khi nào").asks, "when");
  assert.equal(read("ubkt la gi").asks, "what");
  assert.equal(read("dang bo").asks, null);
  assert.ok(read("đ/c Lý Thị Mận").addresses);
  assert.equal(said("đ/c Lý Thị Mận"), "(đ/c)/Lý/Thị/Mận");
  assert.equal(said("ông Lý Thị Mận"), "(ông)/Lý/Thị/Mận");
  assert.equal(said("từ đầu năm 1997"), "(từ)/đầu/năm 1997");
  assert.equal(said("tu dau nam 1997"), "tu/dau/nam 1997");
  // Where there is nothing else they are what is looked for.
  assert.equal(said("của"), "của");
  assert.equal(said("là ai"), "là ai");
});

test("quotes mean a phrase and a minus leaves out", () => {
  assert.equal(said('"dân vận khéo" 2017 -"mây hạ" -phường'), "dân vận khéo/2017/-mây hạ/-phường");
  assert.ok(read("“Ủy ban Kiểm tra”").units[0].quoted);
  assert.deepEqual(alternatives("“Ủy ban Kiểm tra”"), ["ủy ban kiểm tra"]);
  // While it is typed, a quotation is open to the end.
  assert.equal(said('"dân vận'), "dân vận");
  assert.equal(said("1996 -2000"), "1996/2000");
  assert.equal(said("12-QĐ/TU 27-1-1994"), "12/QĐ/TU/27-1-1994");
  assert.equal(said('"" - -'), "");
  assert.equal(said("-phường"), "-phường");
});

test("common guides are left out, and no query has more than eight common words", () => {
  const common = new Set(["va", "a", "b", "c", "d", "e", "g", "h", "i", "k"]);
  assert.equal(read("truyền thống và bài", common).units.map((unit) => unit.raw).join("/"), "truyền/thống/bài");
  assert.equal(read("x a b c d e g h i k", common).units.length, 9);
});

test("left-overs of a keyboard have another reading", () => {
  assert.deepEqual(retyped("nguyeenx duwcs"), { text: "nguyễn dức", put: [["nguyeenx", "nguyễn"], ["duwcs", "dức"]], sure: false });
  assert.equal(retyped("Nguye6n Va8n Khe61")?.sure, true);
  assert.equal(retyped("dai hoi6")?.sure, false);
  assert.equal(retyped("nguyen duc thuan"), null);
  assert.equal(retyped("coong ddoanf")?.text, "công đoàn");
  assert.equal(retyped("xoong chảo"), null);
  assert.equal(retyped("as", (term) => term === "as"), null);
});

test("bad input is read without an error and at once", () => {
  const noise = ["", " ", "?!…", "🙂", "<img src=x>", "\u0000", "-\"", "“”«»".repeat(99), "- ".repeat(5000), "nguyeenx ".repeat(1200),
    "9a6s".repeat(2500), '"'.repeat(10000), "thứ ".repeat(2500), "-".repeat(10000), "nam nam ".repeat(1250), "lần thứ ".repeat(1250)];
  const start = performance.now();
  for (const query of noise) {
    assert.ok(read(query).units.length <= 14);
    retyped(query);
  }
  // No benchmark: what hangs takes minutes, and a machine may be busy.
  assert.ok(performance.now() - start < 5000);
});
