// Fits the weights of the ranking: {site, queries: [{typed, answers, worth}], weights} in, {weights} out.
//
// Of each query the features of its candidates are read once. Then one weight after the other is
// moved by a step, and left there where more queries find a right place first, by some margin, or
// within three; the steps grow smaller. From where that ends, some weights are shaken and the climb
// begins again, always from the best. The same lists give the same weights.

import { FEATURES } from "../../overrides/assets/javascripts/search-features.js";
import { asked, openEngine, placesOf } from "./engine.js";

const MOST_CANDIDATES = 150;
const STEPS = [0.8, 0.4, 0.2, 0.1];
const SMALL_STEPS = [0.4, 0.15];
const SHAKES = 24;
const SHAKEN = 5;
// A right place that leads by so much is as good as safe there.
const MARGIN = 0.15;
// What is meant as a loss is never a gain and the other way round, however few queries say that; no
// weight goes far at a time.
const LOSSES = new Set(["above", "scattered", "elsewhere", "within", "guide", "corrected", "missing", "lacking", "beside", "behind"]);
const GAINS = new Set(["relevance", "exact", "titled", "begins", "adjacent", "near", "filled", "titleAdjacent", "named", "front", "told", "entity",
  "entityOrganization", "given", "ordinal", "several", "compared", "alias"]);
const LEAST = 0.2;
const FARTHEST = 2.5;
const THREE = 3;
// What a move away from where a weight was must gain, so that it stays there for less.
const INERTIA = 0.08;

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
    const best = (/** @type {boolean} */ is) => Math.max(-99, ...candidates.filter(({ section }) => right.has(section) === is).map(({ score }) => score));
    const place = engine.listed(candidates).findIndex((section) => right.has(section));
    const ahead = 1 / (1 + Math.exp((best(false) - best(true)) / MARGIN));
    sum += worth * ((place === 0 ? 0.5 : 0) + 0.5 * ahead + (place >= 0 && place < THREE ? 0.5 : 0));
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
const before = value(engine, cases);

/** @param {number[]} list */
const isAllowed = (list) => list.every((weight, at) => Math.abs(weight - from[at]) <= FARTHEST && !(LOSSES.has(FEATURES[at]) && weight > -LEAST) && !(GAINS.has(FEATURES[at]) && weight < LEAST));

/**
 * Moves one of the engine's weights; returns what all are worth then, or null where it is taken back.
 * @param {number} at
 * @param {number} by
 * @param {number} best what they were worth before
 */
function moved(at, by, best) {
  const now = engine.ranking.weights;
  engine.ranking.weights = now.map((weight, one) => (one === at ? weight + by : weight));
  const made = isAllowed(engine.ranking.weights) ? value(engine, cases) : -Infinity;
  const away = Math.abs(now[at] + by - from[at]) > Math.abs(now[at] - from[at]);
  if (made > best + (away ? INERTIA : 0)) return made;
  engine.ranking.weights = now;
  return null;
}

/**
 * Moves the engine's weights step by step to where no step gains anything; returns what they are worth.
 * @param {number[]} steps
 */
function climb(steps) {
  let best = value(engine, cases);
  for (const step of steps) {
    for (let before = -Infinity; best > before; ) {
      before = best;
      for (let at = 0; at < FEATURES.length; at++) best = moved(at, step, best) ?? moved(at, -step, best) ?? best;
    }
  }
  return best;
}

// Numbers between 0 and 1 that are the same each time.
let seed = 1;
const chance = () => {
  seed = (seed * 48271) % 2147483647;
  return seed / 2147483647;
};

let after = climb(STEPS);
for (let shake = 0; shake < SHAKES; shake++) {
  const kept = engine.ranking.weights;
  engine.ranking.weights = [...kept];
  for (let one = 0; one < SHAKEN; one++) engine.ranking.weights[Math.floor(chance() * FEATURES.length)] += 1.6 * chance() - 0.8;
  const made = isAllowed(engine.ranking.weights) ? climb(SMALL_STEPS) : -Infinity;
  if (made > after) after = made;
  else engine.ranking.weights = kept;
}
const made = Object.fromEntries(FEATURES.map((name, at) => [name, Math.round(100 * engine.ranking.weights[at]) / 100]));
console.log(JSON.stringify({ cases: cases.length, before, after, weights: made }));
