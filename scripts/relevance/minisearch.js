// MiniSearch on the same sections, tuned: without marks, titles count more, sections with all words come
// before those with some, words may be half typed or misspelt. {modules, sections, queries} in, [{how,
// count, first}] out.

import { createRequire } from "node:module";

import { fold } from "../../overrides/assets/javascripts/search-text.js";
import { asked } from "./engine.js";

const { modules, sections, queries } = asked();
const MiniSearch = createRequire(`${modules}/package.json`)("minisearch");
const search = new MiniSearch({
  fields: ["title", "trail", "text"],
  processTerm: (/** @type {string} */ term) => fold(term.toLowerCase()),
});
search.addAll(sections.map((/** @type {object} */ one, /** @type {number} */ id) => ({ ...one, id })));
const options = { boost: { title: 3, trail: 1.5 }, prefix: true, fuzzy: (/** @type {string} */ term) => (term.length > 3 ? 0.2 : false) };
const found = queries.map((/** @type {string} */ query) => {
  const all = search.search(query, { ...options, combineWith: "AND" });
  const list = all.length ? all : search.search(query, options);
  const how = all.length ? "all" : list.length ? "some" : "none";
  return { how, count: list.length, first: list.slice(0, 10).map((/** @type {{id: number}} */ one) => sections[one.id].places) };
});
console.log(JSON.stringify(found));
