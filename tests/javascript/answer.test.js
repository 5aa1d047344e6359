// What a question means and which card it gets, from a few invented records.

import assert from "node:assert/strict";
import { test } from "node:test";

import { answer } from "../../overrides/assets/javascripts/answer.js";
import { wordsOf } from "../../overrides/assets/javascripts/answer-card.js";
import { countWithin } from "../../overrides/assets/javascripts/answer-counts.js";
import { mayAsk } from "../../overrides/assets/javascripts/answer-gate.js";
import { definedIn, understand } from "../../overrides/assets/javascripts/answer-parse.js";
import { heldWithin, holderAt, holderWithin } from "../../overrides/assets/javascripts/answer-posts.js";
import { timeAt } from "../../overrides/assets/javascripts/answer-time.js";
import { fitOf, sensesAt } from "../../overrides/assets/javascripts/answer-words.js";
import { Glossary } from "../../overrides/assets/javascripts/search-glossary.js";
import { tokens } from "../../overrides/assets/javascripts/search-text.js";

/** @typedef {import("../../overrides/assets/javascripts/answer-parse.js").Known} Known */

/** @type {Known} */
const KNOWN = {
  forms: [
    ["Đảng bộ xã Mây Thượng", "dang-bo", 1, ""],
    ["xã Mây Thượng", "dang-bo", 0, ""],
    ["xã Mây Thượng", "xa", 1, ""],
    ["Đoàn", "doan", 0, "dang-bo"],
    ["Mây Hạ", "ha", 0, ""],
  ],
  posts: [["Bí thư", "secretary", ["party", "mass"]], ["Phó Bí thư", "deputy", ["party"]]],
  labels: [],
  cities: ["Gió"],
};
const meant = (/** @type {string} */ question, known = KNOWN) => understand(tokens(question), question, known);

test("a time is read in each way in which one is written", () => {
  const days = (/** @type {string} */ text) => {
    const time = timeAt(tokens(text), text, 0);
    return time && (time.ordinal ?? `${time.from}/${time.to}`);
  };
  for (const text of ["27/01/1994", "27-1-1994", "ngày 27 tháng 1 năm 1994", "ngay 27.1.1994"]) {
    assert.equal(days(text), "1994-01-27/1994-01-27", text);
  }
  assert.equal(days("tháng 2/2000"), "2000-02-01/2000-02-29");
  assert.equal(days("5/2008"), "2008-05-01/2008-05-31");
  assert.equal(days("năm 2008"), "2008-01-01/2008-12-31");
  for (const text of ["nhiệm kỳ 2005-2010", "giai đoạn 2005 – 2010", "từ năm 2005 đến năm 2010", "2005-2010"]) {
    assert.equal(days(text), "2005-01-01/2010-12-31", text);
  }
  for (const text of ["khóa VI", "đại hội 6", "lần thứ sáu", "dai hoi lan thu VI"]) assert.equal(days(text), 6, text);
  assert.equal(timeAt(tokens("đại hội năm 2020"), "đại hội năm 2020", 0), null);
  assert.equal(days("31/02/2000"), null);
  assert.equal(days("từ 2005"), null);
});

test("words that ask are met with their marks or without any", () => {
  const senses = (/** @type {string} */ text) => sensesAt(tokens(text), 0).filter(({ end }) => end === tokens(text).length).map(({ sense }) => sense);
  assert.deepEqual(senses("bao nhieu"), ["many"]);
  assert.deepEqual(senses("vào phường nào"), ["into"]);
  assert.deepEqual(senses("nay thuoc dau"), ["into"]);
  assert.deepEqual(senses("đang"), ["now"]);
  // “dang” is đảng as well.
  assert.deepEqual(senses("dang"), []);
});

test("a question is understood only if each of its words is", () => {
  assert.equal(meant("ai là bí thư đảng bộ xã Mây Thượng năm 1955")?.kind, "holder");
  assert.equal(meant("bi thu dang bo xa may thuong")?.kind, "holder");
  assert.equal(meant("bí thư huyện đoàn xã Mây Thượng"), null);
  assert.equal(meant("vì sao bí thư đảng bộ xã Mây Thượng"), null);
  assert.equal(meant("bí thư đảng bộ xã Mây Thượng trước năm 1955"), null);
  assert.equal(meant("bí thư năm 1955"), null);
  assert.equal(meant("bí thư Mây Hạ và xã Mây Thượng"), null);
});

test("whoever is asked for, and what comes after or before, is said in several ways", () => {
  for (const who of ["là đồng chí nào", "là đ/c nào", "là anh nào", "là ông nào", "là vị nào", "là những ai", "do ai"]) {
    assert.equal(meant(`bí thư đảng bộ xã Mây Thượng ${who}`)?.kind, "holder", who);
  }
  assert.equal(meant("đồng chí nào giữ chức bí thư đảng bộ xã Mây Thượng năm 1955")?.kind, "holder");
  assert.equal(meant("tôi muốn biết bí thư đảng bộ xã Mây Thượng")?.kind, "holder");
  for (const into of ["sau nhập vào xã nào", "sau này thành xã nào", "về sau nhập vào đâu", "sau sáp nhập thuộc xã nào", "sau khi sáp nhập thành xã gì"]) {
    assert.equal(meant(`xã Mây Thượng ${into}`)?.kind, "successor", into);
  }
  for (const out of ["gồm những xã nào trước đây", "từ những xã nào hợp lại", "trước kia gồm xã nào"]) {
    assert.equal(meant(`xã Mây Thượng ${out}`)?.kind, "origin", out);
  }
  // Of a post neither says when.
  for (const question of ["bí thư đảng bộ xã Mây Thượng sau này", "bí thư trước đây của đảng bộ xã Mây Thượng", "bí thư đảng bộ xã Mây Thượng sau khi sáp nhập"]) {
    assert.equal(meant(question), null, question);
  }
});

test("an abbreviation of several meanings is read in each way, and left open where two have an answer", async () => {
  /** @type {Record<string, unknown>} */
  const records = {
    "name/thuong": KNOWN.forms.slice(0, 1), "about/dang-bo": { organization: ["Đảng bộ xã Mây Thượng", ""], kind: "party", posts: [["Bí thư", "secretary", "dang-bo"]] },
    "post/dang-bo/secretary": { post: "Bí thư", short: "Bí thư", organization: ["Đảng bộ xã Mây Thượng", ""], rows: [held({ term: "1952 – 1957" })] },
    "number/quyet dinh 12": ["12 qd tu"], "number/quy dinh 12": ["12 qdi tu"],
    "paper/12 qd tu": [{ name: "Quyết định số 12-QĐ/TU", symbol: "12-QĐ/TU", issuer: "Tỉnh ủy", url: "" }],
    "paper/12 qdi tu": [{ name: "Quy định số 12-QĐi/TU", symbol: "12-QĐi/TU", issuer: "Tỉnh ủy", url: "" }],
  };
  const answers = { entry: { posts: KNOWN.posts, ends: "thuong", cities: [] }, get: async (/** @type {string} */ key) => records[key] };
  const ask = (/** @type {string} */ query, /** @type {[string, string][]} */ short) => answer(query, new Glossary(short), answers);
  assert.equal((await ask("BTX đảng bộ xã Mây Thượng là ai", [["BTX", "Bí thư"], ["BTX", "Bản tin xã"]]))?.kind, "holder");
  assert.equal(await ask("BTX đảng bộ xã Mây Thượng là ai", [["BTX", "Phó Bí thư"], ["BTX", "Bí thư"]]), null);
  assert.match(wordsOf(/** @type {import("../../overrides/assets/javascripts/answer-card.js").Card} */ (await ask("qđ 12 là gì", [["QĐ", "Quyết định"], ["QĐ", "Quy định"]]))), /Quyết định số 12.*Quy định số 12/);
});

test("the longest name counts, and a body is named with what it is under", () => {
  const named = (/** @type {string} */ question) => meant(question)?.named.map(({ id, own }) => `${id}${own ? "!" : ""}`);
  assert.deepEqual(named("bí thư đảng bộ xã Mây Thượng"), ["dang-bo!"]);
  assert.deepEqual(named("bí thư xã Mây Thượng"), ["dang-bo", "xa!"]);
  assert.deepEqual(named("bí thư đoàn xã Mây Thượng"), ["doan!"]);
  assert.deepEqual(named("bí thư đảng bộ xã Mây Thượng TP Gió"), ["dang-bo!"]);
  // With other marks it is another name.
  assert.equal(meant("bí thư xã Mấy Thượng"), null);
});

test("what is counted may be said in any order, and is a label as it stands", () => {
  const fit = (/** @type {string} */ label, /** @type {string} */ asked, loose = "") => {
    const list = tokens(`${asked} ${loose}`);
    const count = tokens(asked).length;
    return fitOf(label, list.slice(0, count), list.slice(count), list)?.more;
  };
  assert.equal(fit("Đảng viên mới kết nạp", "kết nạp đảng viên"), 0);
  assert.equal(fit("Đảng viên bị thi hành kỷ luật", "ky luat dang vien"), 0);
  assert.equal(fit("Chi bộ cơ sở", "chi bộ"), 2);
  assert.equal(fit("Chi bộ cơ sở", "chi bo", "co so"), 0);
  assert.equal(fit("Chi bộ cơ sở", "chi bộ", "có số"), 2);
  assert.equal(fit("Đảng viên", "đoàn viên"), undefined);
  const labels = ["Chỉ tiêu đại hội vượt mức"];
  assert.equal(meant("bao nhiêu chỉ tiêu đại hội vượt mức xã Mây Thượng"), null);
  assert.equal(meant("bao nhiêu chỉ tiêu đại hội vượt mức xã Mây Thượng", { ...KNOWN, labels })?.kind, "count");
});

test("what is asked of in “là gì” is what is left", () => {
  const thing = (/** @type {string} */ question) => definedIn(tokens(question))?.map((token) => token.raw).join(" ");
  assert.equal(thing("quyết định số 12-QĐ/TU là gì"), "quyết định số 12 QĐ TU");
  assert.equal(thing("UBKT là viết tắt của từ gì?"), "UBKT");
  assert.equal(thing("UBKT"), undefined);
});

const held = (/** @type {Record<string, unknown>} */ rest) => /** @type {import("../../overrides/assets/javascripts/answer-posts.js").Held} */ (
  { person: ["Lý Thị Mận", ""], term: "", sure: ["", ""], possible: ["", ""], moments: [], ...rest });
const year = (/** @type {number} */ value) => ({ from: `${value}-01-01`, to: `${value}-12-31`, said: `năm ${value}` });

test("a holder is sure, possible or not", () => {
  const known = held({ possible: ["1952-05-10", "1957-06-12"], sure: ["1952-05-10", "1957-06-12"] });
  assert.equal(heldWithin(known, year(1955)), "sure");
  assert.equal(heldWithin(known, year(1951)), "no");
  assert.equal(heldWithin(known, year(1958)), "no");
  const openEnd = held({ possible: ["1952-05-10", ""], sure: ["1952-05-10", ""], moments: [["1952-05-10", "1952-05-10"]] });
  assert.equal(heldWithin(openEnd, year(1952)), "sure");
  assert.equal(heldWithin(openEnd, year(1953)), "possible");
  const named = held({ possible: ["1950-01-01", "1954-12-31"], moments: [["1950-01-01", "1950-12-31"], ["1954-01-01", "1954-12-31"]] });
  assert.equal(heldWithin(named, year(1954)), "sure");
  assert.equal(heldWithin(named, year(1952)), "possible");
  // Who left on the day of the congress that opens a term was not in office in it.
  const left = held({ possible: ["1948-01-01", "1952-05-10"], sure: ["1948-01-01", "1952-05-10"] });
  assert.equal(heldWithin(left, { from: "1952-05-10", to: "", said: "", term: true }), "no");
  assert.equal(heldWithin(left, { from: "1952-05-10", to: "", said: "" }), "sure");
});

test("a card says who is doubtful, that nobody is named, and that there was no organization yet", () => {
  /** @type {import("../../overrides/assets/javascripts/answer-posts.js").PostRecord} */
  const record = {
    post: "Bí thư", short: "Bí thư", organization: ["Đảng bộ xã Mây Thượng", ""], single: true, existed: ["1950-03-02", ""],
    rows: [
      held({ term: "1952 – 1957", possible: ["1952-05-10", "1957-06-12"], sure: ["1952-05-10", "1957-06-12"] }),
      { term: "1957 – 1959", sure: ["1957-06-12", "1959-01-01"] },
      held({ person: ["Phùng Văn Khế", ""], term: "1959 – không rõ", possible: ["1959-01-01", ""], sure: ["1959-01-01", ""], moments: [["1959-01-01", "1959-01-01"]] }),
    ],
  };
  const words = (/** @type {number} */ value) => wordsOf(holderWithin(record, year(value)));
  assert.match(words(1957), /Lý Thị Mận.*Tài liệu không nêu ai giữ chức.*1957 – 1959/);
  assert.match(words(1958), /Tài liệu không nêu ai giữ chức này.*Trước đó: Lý Thị Mận.*Sau đó: Phùng Văn Khế/);
  assert.match(words(1970), /không nói chắc.*Phùng Văn Khế.*không rõ có giữ chức lúc ấy/);
  assert.match(wordsOf(holderWithin({ ...record, spoken: "1965-12-31", until: "thông tin đến hết năm 1965" }, year(1970))),
    /Tài liệu không nêu ai giữ chức này.*Thông tin đến hết năm 1965.*gần nhất được ghi nhận: Phùng Văn Khế/);
  assert.match(words(1949), /chưa thành lập.*02\/03\/1950/);
});

test("the last holder is not one who stood in for another before", () => {
  /** @type {import("../../overrides/assets/javascripts/answer-posts.js").PostRecord} */
  const record = {
    post: "Bí thư", short: "Bí thư", organization: ["Đảng bộ xã Mây Thượng", ""], single: true, spoken: "1958-12-31", until: "thông tin đến hết năm 1958",
    rows: [held({ term: "1950 – 1957" }), held({ person: ["Phùng Văn Khế", ""], term: "Quyền Bí thư, 1953 – 1954" })],
  };
  assert.match(wordsOf(holderAt(record, null)), /gần nhất.*Phùng Văn Khế.*Quyền Bí thư, 1953/);
  assert.match(wordsOf(holderAt({ ...record, last: 2 }, null)), /gần nhất.*Lý Thị Mận.*1950 – 1957/);
  assert.match(wordsOf(holderWithin({ ...record, last: 2 }, year(1960))), /gần nhất được ghi nhận: Lý Thị Mận/);
});

test("a value is of the time asked for, of a time around it, or told as lacking", () => {
  const record = {
    indicator: "Đảng viên", unit: "đảng viên", organization: /** @type {[string, string]} */ (["Mây Thượng", ""]),
    rows: [
      { text: "40 đảng viên", period: "02/03/1950", time: /** @type {[string, string]} */ (["1950-03-02", "1950-03-02"]) },
      { text: "9 đảng viên", period: "1952–1954", time: /** @type {[string, string]} */ (["1952-01-01", "1954-12-31"]), spans: true },
      { text: "60 đảng viên", period: "1960", time: /** @type {[string, string]} */ (["1960-01-01", "1960-12-31"]) },
    ],
  };
  const card = (/** @type {number} */ value) => countWithin(record, year(value));
  assert.deepEqual(card(1950).lines.map(({ head }) => head[0]), ["40 đảng viên"]);
  assert.equal(card(1950).lead, "");
  assert.deepEqual(card(1953).lines.map(({ head }) => head[0]), ["9 đảng viên"]);
  assert.match(card(1953).lead, /không có số riêng/);
  assert.deepEqual(card(1957).lines, []);
  assert.match(wordsOf(card(1957)), /không cho số này.*Trước đó: 9 đảng viên.*Sau đó: 60 đảng viên/);
});

test("what may be a question is told from what is none", () => {
  for (const query of ["ai là bí thư", "bi thu 2008", "Bí thư xã", "số đảng viên", "UBKT là gì", "nay thuộc đâu", "xã Mây Thượng nay thuộc xã nào",
    "12-QĐ/TU ve viec gi", "xã bao nhiêu đảng viên"]) assert.ok(mayAsk(query, ["Bí thư"]), query);
  for (const query of ["Nguyễn Văn Tám", "kỷ luật", "27", "", "x ".repeat(5000)]) assert.ok(!mayAsk(query, ["Bí thư"]), query);
});

test("noise gets no card and no error", async () => {
  const answers = { entry: { posts: KNOWN.posts, ends: "thuong ha", cities: [], site: {} }, get: async (/** @type {string} */ key) => (key === "name/thuong" ? KNOWN.forms : undefined) };
  const glossary = new Glossary([]);
  for (const query of ["", "?", "là gì", "ai ai ai ai", "năm năm năm", "đại hội đại hội lần thứ thứ", "<b>ai</b> là gì", "nguyeenx ".repeat(40), "0/0/0000 là gì", "thuong ".repeat(20)]) {
    assert.equal(await answer(query, glossary, answers), null, query);
  }
});
