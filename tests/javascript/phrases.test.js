// The phrases that the scripts hold are split as what readers type is.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { phrase, tokens } from "../../overrides/assets/javascripts/search-text.js";

const FILES = ["search-words", "answer-topics", "search-likewise"];

for (const file of FILES) {
  test(`every phrase of ${file}.js has the words that the same text has when typed`, () => {
    const script = readFileSync(new URL(`../../overrides/assets/javascripts/${file}.js`, import.meta.url), "utf8");
    const texts = [...script.matchAll(/"([^"\n]*)"/g)].map(([, text]) => text.trim()).filter((text) => /^[^.]+$/.test(text));
    assert.ok(texts.length > 50);
    for (const text of texts) assert.deepEqual(phrase(text), tokens(text).map(({ term, spelling }) => ({ term, spelling })), text);
  });
}
