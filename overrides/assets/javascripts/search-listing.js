// The list of what was found: the candidates in order, one for each entry.

import { AT } from "./search-features.js";

/** @typedef {import("./search-engine.js").Candidate} Candidate */
/** @typedef {import("./search-index.js").Index} Index */

// What each further result of one page loses, so that a table does not fill the list.
const REPEATED = 0.3;
const MOST_REPEATED = 6;

/**
 * @param {Candidate} one
 * @param {Candidate} other
 */
export function byScore(one, other) {
  return other.score - one.score || one.section - other.section;
}

/**
 * Section numbers, best first, one for each entry of the list.
 * @param {Index} index
 * @param {Candidate[]} candidates
 */
export function listed(index, candidates) {
  /** @type {Map<number, Candidate>} */
  const entries = new Map();
  for (const one of [...candidates].sort(byScore)) {
    const key = index.entryOf[one.section];
    const best = entries.get(key);
    if (!best) entries.set(key, { ...one });
    // A row of a table that is called so takes the place of the heading above all rows.
    else if (best.section === key && !one.lacks && one.features[AT.titled] >= 1) entries.set(key, { ...one, score: best.score });
  }
  /** @type {Map<number, number>} */
  const times = new Map();
  const list = [...entries.values()];
  for (const one of list) {
    const page = index.page[one.section];
    const before = times.get(page) ?? 0;
    times.set(page, before + 1);
    one.score -= REPEATED * Math.min(before, MOST_REPEATED);
  }
  return list.sort(byScore).map((one) => one.section);
}
