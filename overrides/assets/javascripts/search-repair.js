// Units that ask for less or for something else, where the words as typed are nowhere together.

import { MOST_COMMON, commonIn } from "./search-query.js";
import { isSyllableUnit } from "./search-rank.js";
import { completions, knownSlip, oneSlip, soundsLike } from "./search-spelling.js";

/** @typedef {import("./search-index.js").Index} Index */
/** @typedef {import("./search-numbers.js").Word} Word */
/** @typedef {import("./search-query.js").Unit} Unit */
/** @typedef {import("./search-engine.js").Attempt} Attempt */

const MOST_COMPLETIONS = 24;
const MOST_OTHERS = 12;
const SHORTEST_SLIP = 4;

/**
 * The units that no section has, or only the guide for editors.
 * @param {Attempt} attempt
 */
export const missingUnits = ({ units, found, ofGuide }) => units.filter((_, at) => !found[at].size || ofGuide[at]);

/**
 * The units that may be meant otherwise although the site has them: single syllables that nowhere
 * stand beside the one before or the one after.
 * @param {Attempt} attempt
 */
export function suspects({ units, found, places, gaps }) {
  const beside = (/** @type {number} */ at) => {
    if (at < 0 || at + 1 >= units.length) return false;
    const [one, other] = [found[at], found[at + 1]];
    const [few, many] = one.size < other.size ? [one, other] : [other, one];
    for (const section of few.sections.keys()) {
      if (many.has(section) && places.near(units[at], units[at + 1], one.get(section), other.get(section), section)) return true;
    }
    return gaps[at + 1] && one.size > 0 && other.size > 0;
  };
  const pairs = units.map((_, at) => beside(at));
  return units.filter((unit, at) => isSyllableUnit(unit) && units.length > 1 && !pairs[at] && !(at > 0 && pairs[at - 1]));
}

/**
 * The units with what they may be meant for, and those that are left out: no page has them.
 * @param {Attempt} attempt
 * @param {Index} index
 * @param {{verbatim: boolean, suspect: Unit[]}} how
 * @returns {Promise<{units: Unit[], corrected: Unit[], dropped: Unit[]}>}
 */
export async function repaired(attempt, index, { verbatim, suspect }) {
  const missing = new Set(missingUnits(attempt));
  const apart = attempt.query.units.flatMap((unit) => (missing.has(unit) ? wordByWord(unit) : [unit]));
  const words = verbatim ? [] : await index.words();
  const known = new Set(words);
  // As many common words as a query may have.
  let left = MOST_COMMON - commonIn(apart.filter((unit) => !unit.guide), index.common).size;
  const affordable = (/** @type {string} */ term) => !index.common.has(term) || left-- > 0;
  const last = apart.findLast((unit) => !unit.guide);
  /** @type {Unit[][]} */
  const [units, corrected, dropped] = [[], [], []];
  apart.forEach((unit, at) => {
    const [{ term }] = unit.alternatives[0];
    const isMissing = missing.has(unit) || (unit.split === true && !known.has(term));
    if (unit.guide || unit.quoted || !isSyllableUnit(unit) || verbatim) {
      if (isMissing && !unit.guide) dropped.push(unit);
      else units.push(unit);
      return;
    }
    let others = unit === last && term.length > 1 ? completions(words, term, MOST_COMPLETIONS).filter(affordable) : [];
    if (isMissing || suspect.includes(unit)) {
      const next = apart[at + 1]?.alternatives[0]?.[0]?.term ?? "";
      others = [...others, ...meant(term, next, words, known, isMissing && !others.length).filter(affordable)];
    }
    if (others.length) {
      const made = { ...unit, own: unit.alternatives.length, alternatives: [...unit.alternatives, ...others.map((one) => [/** @type {Word} */ ({ term: one, spelling: null })])] };
      units.push(made);
      if (isMissing || suspect.includes(unit)) corrected.push(made);
    } else if (isMissing) dropped.push(unit);
    else units.push(unit);
  });
  return { units, corrected, dropped };
}

/**
 * What a term may be meant for, of the words of the site.
 * @param {string} term
 * @param {string} next
 * @param {string[]} words
 * @param {Set<string>} known
 * @param {boolean} slips whether slips of a finger count
 */
function meant(term, next, words, known, slips) {
  const slip = knownSlip(term, next);
  const sounds = [...(slip ? [slip] : []), ...soundsLike(term)].filter((one) => known.has(one));
  if (sounds.length || !slips || term.length < SHORTEST_SLIP) return sounds.slice(0, MOST_OTHERS);
  return words.filter((other) => oneSlip(term, other)).slice(0, MOST_OTHERS);
}

/**
 * A phrase that is nowhere, word by word.
 * @param {Unit} unit
 * @returns {Unit[]}
 */
function wordByWord(unit) {
  const [own] = unit.alternatives;
  if (own.length < 2 || unit.quoted || /[0-9]/.test(unit.raw)) return [unit];
  return own.map((word) => ({ alternatives: [[word]], raw: word.spelling ?? word.term, start: unit.start, end: unit.end, split: true }));
}
