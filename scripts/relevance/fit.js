// Fits the weights of the ranking: {site, start, queries: [{typed, answers, worth}]} in, {weights, …} out.
//
// The features of each query's candidates are read once. A query costs from 0 to 1: the more, the further
// the best wrong place is ahead of the best right one (a logistic curve of the difference of their scores;
// “best” is a smooth maximum). The square of the distance of the weights from the start is added, so that
// few queries move a weight little. Descent along the gradient finds the least sum; the same lists and start
// give the same weights. (A query that no weights can answer hardly moves them, because its curve is flat
// there; with the likelihood of the right place as the measure, it would.)

import { FEATURES } from "../../overrides/assets/javascripts/search-features.js";
import { asked, openEngine, placesOf } from "./engine.js";

const MOST_CANDIDATES = 150;
// A feature that counts against a section never gets a positive weight, and one that counts for it never a
// negative one, whatever a few queries suggest.
const LOSSES = new Set(["above", "scattered", "elsewhere", "within", "guide", "corrected", "missing", "lacking", "beside", "behind",
  "besideTitle", "whoElse"]);
const GAINS = new Set(["relevance", "exact", "titled", "begins", "adjacent", "near", "filled", "titleAdjacent", "named", "front", "told", "entity",
  "entityOrganization", "given", "ordinal", "several", "compared", "alias", "dense", "aboutAll", "meaning"]);
const LEAST = 0.05;
// Chosen by held-out queries: of 0.05, 0.1, 0.3 and 1 the best, by a little.
const RIDGE = 0.3;
// The scale of the logistic curve, in points of the score; and how sharp the smooth maximum is.
const MARGIN = 0.4;
const SHARP = 2;
const ROUNDS = 1500;
const DONE = 1e-7;

/** @typedef {import("../../overrides/assets/javascripts/search-engine.js").Engine} Engine */

/**
 * A query's candidates: their sections, features, and what each has besides them; which are right, and
 * how much the query counts.
 * @typedef {{sections: number[], features: number[][], extras: number[], right: boolean[], worth: number}} Case
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
  const candidates = [...attempt.candidates].sort((one, other) => other.score - one.score || one.section - other.section).slice(0, MOST_CANDIDATES);
  const right = [];
  for (const { section } of candidates) right.push(fits(await placesOf(engine, section), answers));
  return {
    sections: candidates.map(({ section }) => section),
    features: candidates.map(({ features }) => features),
    extras: candidates.map(({ features, score }) => score - engine.ranking.score(features)),
    right,
    worth,
  };
}

/**
 * The scores of a case's candidates.
 * @param {Case} one
 * @param {number[]} weights
 */
const scoresOf = ({ features, extras }, weights) => features.map((list, at) => list.reduce((sum, value, by) => sum + value * weights[by], extras[at]));

/**
 * The best score of some candidates as a smooth maximum, and the share of each in it.
 * @param {number[]} scores
 * @param {(at: number) => boolean} counts
 */
function maximum(scores, counts) {
  const most = Math.max(...scores.filter((_, at) => counts(at)));
  const each = scores.map((score, at) => (counts(at) ? Math.exp(SHARP * (score - most)) : 0));
  const sum = each.reduce((one, other) => one + other, 0);
  return { each: each.map((one) => one / sum), best: most + Math.log(sum) / SHARP };
}

/**
 * The sum of the costs, and its gradient by the weights.
 * @param {Case[]} cases
 * @param {number[]} weights
 * @param {number[]} from
 */
function loss(cases, weights, from) {
  const moved = weights.map((weight, at) => weight - from[at]);
  let value = RIDGE * moved.reduce((sum, one) => sum + one * one, 0);
  const gradient = moved.map((one) => 2 * RIDGE * one);
  for (const one of cases) {
    const scores = scoresOf(one, weights);
    const wrong = maximum(scores, (at) => !one.right[at]);
    const right = maximum(scores, (at) => one.right[at]);
    const missed = 1 / (1 + Math.exp((right.best - wrong.best) / MARGIN));
    value += one.worth * missed;
    const slope = (one.worth * missed * (1 - missed)) / MARGIN;
    one.features.forEach((list, at) => {
      const by = slope * (wrong.each[at] - right.each[at]);
      if (Math.abs(by) > 1e-12) list.forEach((feature, number) => (gradient[number] += by * feature));
    });
  }
  return { value, gradient };
}

const allowed = (/** @type {number[]} */ weights) =>
  weights.map((weight, at) => (LOSSES.has(FEATURES[at]) ? Math.min(weight, -LEAST) : GAINS.has(FEATURES[at]) ? Math.max(weight, LEAST) : weight));

/**
 * The weights of the least loss: by gradient descent with the steps of Barzilai and Borwein (1988), each
 * halved until the loss falls.
 * @param {Case[]} cases
 * @param {number[]} from
 */
function fitted(cases, from) {
  let weights = allowed(from);
  let now = loss(cases, weights, from);
  let step = 1e-3;
  for (let round = 0; round < ROUNDS; round++) {
    let next = weights;
    let then = now;
    for (let size = step; size > 1e-12; size /= 2) {
      next = allowed(weights.map((weight, at) => weight - size * now.gradient[at]));
      then = loss(cases, next, from);
      if (then.value < now.value) break;
    }
    const gained = now.value - then.value;
    if (!(gained > 0)) break;
    const moved = next.map((weight, at) => weight - weights[at]);
    const turned = then.gradient.map((slope, at) => slope - now.gradient[at]);
    const dot = (/** @type {number[]} */ one, /** @type {number[]} */ other) => one.reduce((sum, value, at) => sum + value * other[at], 0);
    const curve = dot(moved, turned);
    step = curve > 0 ? dot(moved, moved) / curve : 2 * step;
    [weights, now] = [next, then];
    if (gained < DONE * now.value) break;
  }
  return weights;
}

/**
 * How many queries find a right place first.
 * @param {Case[]} cases
 * @param {number[]} weights
 */
const first = (cases, weights) => cases.filter((one) => {
  const scores = scoresOf(one, weights);
  return one.right[scores.indexOf(Math.max(...scores))];
}).length;

const { site, queries, start: given } = asked();
const engine = await openEngine(site);
/** @type {Case[]} */
const cases = [];
for (const query of queries) {
  const made = await caseOf(engine, query);
  if (made.right.includes(true) && made.right.includes(false)) cases.push(made);
}
const start = FEATURES.map((name) => given[name] ?? 0);
const weights = fitted(cases, start).map((weight) => Math.round(100 * weight) / 100);
const before = first(cases, start);
console.log(JSON.stringify({ cases: cases.length, before, after: first(cases, weights), weights: Object.fromEntries(FEATURES.map((name, at) => [name, weights[at]])) }));
