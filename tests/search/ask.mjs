// Asks the browser's half of the answers many questions at once, without a browser: the records and
// the questions come as JSON on the standard input, the cards go out in the same order.

import { readFileSync } from "node:fs";

const { answer } = await import("../../overrides/assets/javascripts/answer.js");
const { wordsOf } = await import("../../overrides/assets/javascripts/answer-card.js");
const { Glossary } = await import("../../overrides/assets/javascripts/search-glossary.js");
const { retyped } = await import("../../overrides/assets/javascripts/search-query.js");

const { records, vocabulary, abbreviations, questions } = JSON.parse(readFileSync(0, "utf8"));
const glossary = new Glossary(abbreviations);
const answers = { entry: vocabulary, get: async (key) => records[key] };
const cards = [];
for (const question of questions) {
  const card = await answer(question, glossary, answers);
  const other = card ? null : retyped(question);
  cards.push(card ?? (other ? await answer(other.text, glossary, answers) : null));
}
console.log(JSON.stringify(cards.map((card) => card && { ...card, words: wordsOf(card) })));
