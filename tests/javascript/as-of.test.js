// Times as readers type them, and who held a post in them.
import assert from "node:assert/strict";
import test from "node:test";

import { readTime, stateIn } from "../../overrides/assets/javascripts/as-of.js";

test("a day, a month and a year are read in the Vietnamese order", () => {
  for (const text of ["1/6/2003", "01/06/2003", "1.6.2003", "2003-06-01", "ngày 1/6/2003"])
    assert.deepEqual([readTime(text)?.from, readTime(text)?.iso], ["2003-06-01", "2003-06-01"]);
  for (const text of ["6/2003", "06/2003", "2003-06", "tháng 6/2003"])
    assert.deepEqual([readTime(text)?.from, readTime(text)?.to], ["2003-06-01", "2003-06-30"]);
  assert.deepEqual([readTime("2003")?.from, readTime(" năm 2003 ")?.to], ["2003-01-01", "2003-12-31"]);
});

test("what is no time is none", () => {
  for (const text of ["", "hôm qua", "31/2/2003", "13/2003", "0/2003", "203", "2003-02-30"])
    assert.equal(readTime(text), null, text);
  assert.notEqual(readTime("29/2/2004"), null);
});

test("a year has everyone who held the post in a part of it", () => {
  const held = { earliest: "2003-05-01", from: "2003-05-01", to: "2003-09-30", latest: "2003-09-30", days: "" };
  assert.equal(stateIn(readTime("2003"), held), "certain");
  assert.equal(stateIn(readTime("2003"), { ...held, inferred: "" }), "inferred");
  assert.equal(stateIn(readTime("10/2003"), held), "no");
  const unsure = { ...held, from: "", to: "" };
  assert.equal(stateIn(readTime("2003"), unsure), "possible");
  assert.equal(stateIn(readTime("8/2003"), { ...unsure, days: "2003-08-02" }), "certain");
  assert.equal(stateIn(readTime("9/2003"), { ...unsure, days: "2003-08-02" }), "possible");
});
