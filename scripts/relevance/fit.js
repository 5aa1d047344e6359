// Fits the weights of the ranking: {site, queries: [{typed, answers, worth}], weights} in, {weights} out.
//
// Of each query the features of its candidates are read once. Then one weight after the other is
// moved by a step, and left there where more queries find a right place first, or within three; the
// steps grow smaller. So coarse a climb fits no single query: a step that gains nothing is taken back.

import { FEATURES } from "../../overrides/assets/javascripts/search-rank.js";
import { asked, openEngine, placesOf } from "./engine.js";

const MOST_CANDIDATES = 150;
const STEPS = [0.8, 0.4, 0.2, 0.1];
const THREE = 3;
// What a move away from where a weight was must gain, so that it stays there for less.
const INERTIA = 0.02;

/** @typedef {import("../../overrides/assets/javascripts/search-engine.js").Engine} Engine */
/** @typedef {import("../../overrides/assets/javascripts/search-engine.js").Candidate} Candidate */

/**
 * A query's candidates, which of their sections are right, what each has besides its features, and how
 * much the query counts.
 * @typedef {{candidates: Candidate[], right: Set<number>, extras: number[], worth: number}} Case
 */

const fits = (/** @type {string[]} */ places, /** @type {string[]} */ answers) =>
  places.some((place) => answers.includes(place)) || answers.includes(places[0].split("#")[0]);

/**
 * @param {Engine} engine
 * @param {{typed: string, answers: string[], worth: number}} query
 * @returns {Promise<Case>}
 */
async function caseOf(engine, { typed, answers, worth }) {
  const { attempt } = await engine.understood(typed, {});
  const candidates = [...attempt.candidates].sort((one, other) => other.score - one.score).slice(0, MOST_CANDIDATES);
  /** @type {Set<number>} */
  const right = new Set();
  for (const { section } of candidates) if (fits(await placesOf(engine, section), answers)) right.add(section);
  return { candidates, right, worth, extras: candidates.map(({ features, score }) => score - engine.ranking.score(features)) };
}

/**
 * How well all queries are answered: one for a right place first, less for one after it.
 * @param {Engine} engine
 * @param {Case[]} cases
 */
function value(engine, cases) {
  let sum = 0;
  for (const { candidates, right, extras, worth } of cases) {
    candidates.forEach((one, at) => {
      one.score = engine.ranking.score(one.features) + extras[at];
    });
    const place = engine.listed(candidates).findIndex((section) => right.has(section));
    sum += worth * (place < 0 ? 0 : (place === 0 ? 1 : 0) + (place < THREE ? 0.5 : 0) + 0.2 / (place + 1));
  }
  return sum;
}

const { site, queries, weights } = asked();
const engine = await openEngine(site);
const from = FEATURES.map((name) => weights[name] ?? 0);
engine.ranking.weights = from;
const cases = [];
for (const query of queries) {
  const made = await caseOf(engine, query);
  if (made.right.size && made.right.size < made.candidates.length) cases.push(made);
}
let best = value(engine, cases);
const before = best;
for (const step of STEPS) {
  for (let moved = true; moved; ) {
    moved = false;
    for (let at = 0; at < FEATURES.length; at++) {
      for (const by of [step, -step]) {
        const now = engine.ranking.weights;
        engine.ranking.weights = now.map((weight, one) => (one === at ? weight + by : weight));
        const made = value(engine, cases);
        const away = Math.abs(now[at] + by - from[at]) > Math.abs(now[at] - from[at]);
        if (made > best + (away ? INERTIA : 0)) {
          best = made;
          moved = true;
        } else engine.ranking.weights = now;
      }
    }
  }
}
const made = Object.fromEntries(FEATURES.map((name, at) => [name, Math.round(100 * engine.ranking.weights[at]) / 100]));
console.log(JSON.stringify({ cases: cases.length, before, after: best, weights: made }));
