// Questions about the site itself, told from questions about the history that share words with them.
//
// The list was written by a reader who knew neither the rules nor the site's search. Of its first half
// the rules were made; of the second, when first asked, 14 of 30 questions were understood, none
// wrongly, and none of the 30 that ask for history. Then phrases of the kinds that were missed came.
// The last ones ask for history too and were written by another to be taken for questions about the
// site, which half of them were: since then a question must name the site, or what only a site has.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { mayAsk } from "../../overrides/assets/javascripts/answer-gate.js";
import { ofSite } from "../../overrides/assets/javascripts/answer-site.js";
import { topicOf } from "../../overrides/assets/javascripts/answer-topics.js";
import { tokens } from "../../overrides/assets/javascripts/search-text.js";

/** @type {[string, string][]} */
const LIST = JSON.parse(readFileSync(new URL("site-questions.json", import.meta.url), "utf8"));
const LEAST = 56;
const topic = (/** @type {string} */ typed) => topicOf(tokens(typed.normalize("NFC")));

test("no question is taken for one about something else", () => {
  for (const [typed, about] of LIST) {
    const found = topic(typed);
    assert.ok(found === null || found === about, `${typed}: ${found}`);
  }
});

test("most questions about the site are understood, and looked for among the answers", () => {
  const asked = LIST.filter(([, about]) => about !== "none");
  const found = asked.filter(([typed]) => topic(typed));
  assert.equal(asked.length, 60);
  assert.ok(found.length >= LEAST, `${found.length}`);
  for (const [typed] of found) assert.ok(mayAsk(typed, []), typed);
});

test("words without marks are understood only where the whole question has none", () => {
  assert.equal(topic("tai du lieu ve may"), "download");
  assert.equal(topic("tại dữ liệu về máy"), null);
  assert.equal(topic("tai dữ liệu về máy"), null);
});

test("a card leads to the page that the site has, on the day that is named", () => {
  const card = (/** @type {string} */ typed, pages = { day: "theo-ngay/", cite: "du-lieu/#trich-dan" }) => ofSite(tokens(typed), typed, pages);
  assert.deepEqual(card("ngày 30/4/2005 ai đang giữ chức gì")?.lines[0].head, ["Ai giữ chức vào ngày 30/04/2005", "theo-ngay/?ngay=2005-04-30"]);
  assert.deepEqual(card("ai giữ chức gì vào một ngày bất kỳ")?.lines[0].head, ["Ai giữ chức vào một ngày", "theo-ngay/"]);
  assert.equal(card("cách trích dẫn trang này")?.kind, "site");
  assert.equal(card("tải dữ liệu csv"), null);
  assert.equal(card("ai là bí thư"), null);
});
