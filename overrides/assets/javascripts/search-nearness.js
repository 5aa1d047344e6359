// How the units of a query stand in a section: how often, side by side, within some lines, or apart.

import { between } from "./search-places.js";

/** @typedef {import("./search-index.js").Index} Index */
/** @typedef {import("./search-places.js").Place} Place */
/** @typedef {import("./search-query.js").Unit} Unit */
/** @typedef {import("./search-rank.js").Asked} Asked */

// Two units so few words apart speak of one thing.
const NEAR = 5;
// A section of no more words speaks of one thing.
const SHORT_SECTION = 40;
// How many words a few lines have.
const LINES = 40;

/** @param {Unit} unit */
export const isSyllableUnit = (unit) => unit.alternatives[0].length === 1 && /^[a-z]+$/.test(unit.alternatives[0][0].term) && !unit.quoted;

/**
 * How often the units stand in a section, relative to its length; rare units count more.
 * @param {Index} index
 * @param {number} section
 * @param {Asked} asked
 * @param {number[]} numbers
 * @param {(Place | null)[]} here
 */
export function relevance(index, section, { worth }, numbers, here) {
  const slack = 0.4 + 0.6 * (index.length[section] / Math.max(1, index.entry.average));
  let sum = 0;
  let all = 0;
  numbers.forEach((at, by) => {
    const place = here[by];
    all += worth[at];
    if (place) sum += (worth[at] * place.count) / (place.count + slack);
  });
  return all ? sum / all : 0;
}

/**
 * The share of the units that stands within a few lines of a section; rare units count more. A common word
 * whose places are not known is taken to stand there.
 * @param {Index} index
 * @param {number} section
 * @param {Asked} asked
 * @param {number[]} numbers
 * @param {(Place | null)[]} here
 */
export function dense(index, section, { worth }, numbers, here) {
  const total = numbers.reduce((sum, at) => sum + worth[at], 0);
  if (!total) return 0;
  let always = 0;
  /** @type {[number, number][]} where a unit stands, and its number among `here` */
  const places = [];
  here.forEach((place, by) => {
    if (!place) return;
    if (!place.whole || index.length[section] <= LINES) always += worth[numbers[by]];
    else for (const [start] of place.spans) places.push([start, by]);
  });
  places.sort((one, other) => one[0] - other[0]);
  const times = here.map(() => 0);
  let most = 0;
  let now = 0;
  for (let to = 0, from = 0; to < places.length; to++) {
    const by = places[to][1];
    if (times[by]++ === 0) now += worth[numbers[by]];
    for (; places[to][0] - places[from][0] > LINES; from++) {
      const left = places[from][1];
      if (--times[left] === 0) now -= worth[numbers[left]];
    }
    most = Math.max(most, now);
  }
  return (always + most) / total;
}

/**
 * The share of the units that stands right before the next one, and the share that stands near it.
 * @param {number} section
 * @param {Asked} asked
 * @param {number[]} numbers
 * @param {(Place | null)[]} here
 */
export function sideBySide(section, { units, places, gaps }, numbers, here) {
  let adjacent = 0;
  let near = 0;
  for (let at = 0; at + 1 < numbers.length; at++) {
    const [one, other] = [here[at], here[at + 1]];
    if (!one || !other) continue;
    const next = numbers[at] + 1 === numbers[at + 1] && places.near(units[numbers[at]], units[numbers[at + 1]], one, other, section);
    const apart = one.spans.length && other.spans.length ? between(one.spans, other.spans) : Infinity;
    if (next || (gaps[numbers[at + 1]] && apart <= 2)) adjacent++;
    if (next || apart <= NEAR) near++;
  }
  const pairs = Math.max(1, numbers.length - 1);
  return { adjacent: adjacent / pairs, near: near / pairs };
}

/**
 * How many units are single syllables that stand far from their neighbours in the query: such a syllable
 * is seldom the word that was meant.
 * @param {Index} index
 * @param {number} section
 * @param {Asked} asked
 * @param {number} above
 */
export function isolated(index, section, { units, found, gaps }, above) {
  if (units.length < 2 || index.length[section] <= SHORT_SECTION) return 0;
  const titled = index.title[section];
  let count = 0;
  units.forEach((unit, at) => {
    const place = found[at].get(section);
    if (!place || above & (1 << at) || !isSyllableUnit(unit)) return;
    if (!place.whole || place.spans.some((span) => span[1] < titled)) return;
    const reach = (/** @type {number} */ by) => {
      const other = found[by]?.get(section);
      if (!other) return false;
      return !other.whole || between(place.spans, other.spans) <= NEAR + (gaps[Math.max(at, by)] ? 2 : 0);
    };
    if (!reach(at - 1) && !reach(at + 1)) count++;
  });
  return count;
}
