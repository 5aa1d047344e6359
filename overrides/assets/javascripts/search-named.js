// Which words of a query name a post, and which may be somebody's given name.

import { isSyllableUnit } from "./search-nearness.js";

/** @typedef {import("./search-query.js").Unit} Unit */

/**
 * The number of the unit after `words`, if the units from `at` say them by any alternatives; or else -1.
 * @param {Unit[]} units
 * @param {number} at
 * @param {string[]} words
 * @returns {number}
 */
function saidUntil(units, at, words) {
  if (!words.length) return at;
  if (at >= units.length) return -1;
  for (const alternative of units[at].alternatives) {
    if (alternative.length > words.length || !alternative.every((word, by) => word.term === words[by])) continue;
    const end = saidUntil(units, at + 1, words.slice(alternative.length));
    if (end >= 0) return end;
  }
  return -1;
}

/**
 * The number of the unit after the longest post that is said from `at`; `at` where none is.
 * @param {Unit[]} units
 * @param {number} at
 * @param {string[][]} posts the words of each, folded
 */
const postUntil = (units, at, posts) => posts.reduce((last, post) => Math.max(last, saidUntil(units, at, post)), at);

/**
 * Whether a post is named anywhere among the units.
 * @param {Unit[]} units without guides
 * @param {string[][]} posts the words of each, folded
 */
export const saysPost = (units, posts) => units.some((_, at) => postUntil(units, at, posts) > at);

/**
 * The mask of the units, guides not counted, that may be a given name: those after a form of address
 * (“bà Mận”, “đồng chí bí thư Mận”), right before a post (“Mận bí thư mây hạ”) and, at the end of the
 * query, right after one.
 * @param {Unit[]} all with their guides
 * @param {string[][]} posts the words of each, folded
 */
export function givenIn(all, posts) {
  const units = all.filter((unit) => !unit.guide);
  let given = 0;
  const add = (/** @type {number} */ at) => {
    if (units[at] && isSyllableUnit(units[at])) given |= 1 << at;
  };
  const addressed = all.some((unit) => unit.addresses);
  for (let at = 0; at < units.length; ) {
    const end = postUntil(units, at, posts);
    if (end === at) {
      at++;
      continue;
    }
    if (at > 0) add(at - 1);
    if (end === units.length - 1 || addressed) add(end);
    at = end;
  }
  let at = 0;
  for (const unit of all) {
    // Up to three words of a name stand after a form of address, the given name last.
    if (unit.addresses) for (let by = 0, from = postUntil(units, at, posts); by < 4; by++) add(from + by);
    if (!unit.guide) at++;
  }
  return given;
}
