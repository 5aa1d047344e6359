// Corrects, completes or leaves out units where the words as typed stand nowhere together.

import { MOST_COMMON, commonIn } from "./search-query.js";
import { Places, keysOf } from "./search-places.js";
import { isSyllableUnit } from "./search-nearness.js";
import { completions, cutsOf, knownSlip, oneSlip, soundsLike } from "./search-spelling.js";

/** @typedef {import("./search-index.js").Index} Index */
/** @typedef {import("./search-numbers.js").Word} Word */
/** @typedef {import("./search-query.js").Unit} Unit */
/** @typedef {import("./search-engine.js").Attempt} Attempt */
/** @typedef {import("./search-places.js").UnitPlaces} UnitPlaces */
/** @typedef {import("./search-spelling.js").Words} Words */

const MOST_COMPLETIONS = 24;
const MOST_OTHERS = 12;
const SHORTEST_SLIP = 4;

/**
 * The units that no section has, or only the guide for editors.
 * @param {Attempt} attempt
 */
export const missingUnits = ({ units, found, ofGuide }) => units.filter((_, at) => !found[at].size || ofGuide[at]);

/**
 * Whether a unit stands right before another in some section.
 * @param {Attempt["places"]} places
 * @param {Unit} unit
 * @param {UnitPlaces} found
 * @param {Unit} next
 * @param {UnitPlaces} nextFound
 */
function meets(places, unit, found, next, nextFound) {
  const [few, many] = found.size < nextFound.size ? [found, nextFound] : [nextFound, found];
  for (const section of few.sections.keys()) {
    if (many.has(section) && places.near(unit, next, found.get(section), nextFound.get(section), section)) return true;
  }
  return false;
}

const isMarked = (/** @type {Unit} */ unit) => unit.alternatives[0][0].spelling !== null;

/**
 * The units that may be mistyped although the site has them: single syllables that nowhere stand beside
 * the unit before or after. For a word typed with marks, only places with these marks count; and so for a
 * word without marks among words with marks.
 * @param {Attempt} attempt
 */
export function suspects({ units, found, places, gaps }) {
  const marked = units.filter((unit) => isSyllableUnit(unit) && isMarked(unit)).length;
  const own = units.map((unit, at) => {
    const [[word]] = unit.alternatives;
    if (!isSyllableUnit(unit) || unit.alternatives.length > 1) return found[at];
    if (word.spelling === null && 2 * marked < units.length) return found[at];
    return places.unit({ ...unit, alternatives: [[{ ...word, spelling: word.spelling ?? word.term, only: true }]] });
  });
  const pairs = units.map((unit, at) => at + 1 < units.length
    && ((gaps[at + 1] && own[at].size > 0 && own[at + 1].size > 0) || meets(places, unit, own[at], units[at + 1], own[at + 1])));
  return units.filter((unit, at) => isSyllableUnit(unit) && units.length > 1 && !pairs[at] && !(at > 0 && pairs[at - 1]));
}

/**
 * Each corrected unit with those of its corrections that stand beside a neighbour. Where none does and the
 * unit is nowhere, it keeps all but its completions; the last unit, which may be half typed, keeps those
 * too. Null for a unit that is nowhere and that no correction fits.
 * @param {Attempt} attempt
 * @param {Unit[]} corrected
 * @returns {Map<Unit, Unit | null>}
 */
export function fitting({ units, found, places }, corrected) {
  /** @type {Map<Unit, Unit | null>} */
  const made = new Map();
  for (const unit of corrected) {
    const at = units.indexOf(unit);
    const own = unit.alternatives.slice(0, unit.own);
    const others = unit.alternatives.slice(unit.own);
    const beside = others.filter((words) => {
      const one = { ...unit, alternatives: [words] };
      const stands = places.unit(one);
      return (at > 0 && meets(places, units[at - 1], found[at - 1], one, stands))
        || (at + 1 < units.length && meets(places, one, stands, units[at + 1], found[at + 1]));
    });
    const isMissing = !places.unit({ ...unit, alternatives: own }).size;
    const [{ term }] = own[0];
    const loose = isMissing && term.length > 1 ? others.filter(([word]) => at === units.length - 1 || !word.term.startsWith(term)) : [];
    const fit = beside.length ? beside : loose;
    made.set(unit, isMissing && !fit.length ? null : { ...unit, alternatives: [...own, ...fit] });
  }
  return made;
}

/**
 * The units with what they may have been meant to be, and those that are left out: no page has them.
 * @param {Attempt} attempt
 * @param {Index} index
 * @param {{verbatim: boolean, suspect: Unit[]}} how
 * @returns {Promise<{units: Unit[], corrected: Unit[], dropped: Unit[]}>}
 */
export async function repaired(attempt, index, { verbatim, suspect }) {
  const missing = new Set(missingUnits(attempt));
  const apart = attempt.query.units.flatMap((unit) => (missing.has(unit) ? wordByWord(unit) : [unit]));
  /** @type {Words} */
  const words = verbatim ? { list: [], often: [] } : await index.words();
  const known = new Set(words.list);
  // How many more common words the query may have.
  let left = MOST_COMMON - commonIn(apart.filter((unit) => !unit.guide), index.common).size;
  const affordable = (/** @type {string} */ term) => !index.common.has(term) || left-- > 0;
  // What ends the query may be half typed.
  const typed = attempt.query.text.trimEnd().length;
  const last = apart.findLast((unit) => !unit.guide && unit.end >= typed);
  /** @type {Unit[][]} */
  const [units, corrected, dropped] = [[], [], []];
  apart.forEach((unit, at) => {
    const [{ term }] = unit.alternatives[0];
    const isMissing = missing.has(unit) || (unit.split === true && !known.has(term));
    const isWrong = isMissing || suspect.includes(unit);
    // The first letter of a word says nothing yet, and too many words begin so.
    if (isWrong && unit === last && term.length === 1 && apart.length > 1 && !verbatim) return;
    const isFixed = Boolean(unit.guide) || unit.quoted || verbatim || !isSyllableUnit(unit);
    const next = apart[at + 1]?.alternatives[0]?.[0]?.term ?? "";
    const others = isFixed ? [] : othersOf(term, next, words, known, { isMissing, isWrong, isLast: unit === last }).filter(affordable);
    if (!others.length) {
      (isMissing && !unit.guide ? dropped : units).push(unit);
      return;
    }
    const made = { ...unit, own: unit.alternatives.length, alternatives: [...unit.alternatives, ...others.map((one) => [/** @type {Word} */ ({ term: one, spelling: null })])] };
    units.push(made);
    if (isWrong) corrected.push(made);
  });
  return { units, corrected, dropped };
}

/**
 * What a term may be the beginning of, or may have been meant to be.
 * @param {string} term
 * @param {string} next the term after it
 * @param {Words} words
 * @param {Set<string>} known
 * @param {{isMissing: boolean, isWrong: boolean, isLast: boolean}} how
 */
function othersOf(term, next, words, known, { isMissing, isWrong, isLast }) {
  const begins = term.length > 1 && (isLast || isWrong) ? completions(words, term, MOST_COMPLETIONS) : [];
  if (!isWrong) return begins;
  return [...new Set([...begins, ...meant(term, next, words.list, known, isMissing && !(isLast && begins.length))])];
}

/**
 * Which words of the site a term may have been meant to be.
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

// A shorter word is seldom two syllables.
const SHORTEST_GLUED = 5;

/**
 * The text of a query in which words that were typed together (“songmay”), and that no page has so, are
 * separated; null where none can be separated into syllables that stand side by side somewhere.
 * @param {Attempt} attempt
 * @param {Index} index
 * @returns {Promise<{text: string, put: [string, string][]} | null>}
 */
export async function unglued(attempt, index) {
  const glued = missingUnits(attempt).filter((unit) => isSyllableUnit(unit) && unit.raw.length >= SHORTEST_GLUED);
  if (!glued.length) return null;
  const known = new Set((await index.words()).list);
  const { text } = attempt.query;
  /** @type {[string, string][]} */
  const put = [];
  let made = "";
  let from = 0;
  for (const unit of glued) {
    const cuts = cutsOf(unit.alternatives[0][0].term, known);
    const units = cuts.map((cut) => ({ ...unit, alternatives: [cut.map((term) => /** @type {Word} */ ({ term, spelling: null }))] }));
    const places = new Places(await index.terms(keysOf(units, index.common, false)), index.common, false, 1);
    const sizes = units.map((one) => places.unit(one).size);
    const most = Math.max(0, ...sizes);
    if (!most) continue;
    const parted = cuts[sizes.indexOf(most)].join(" ");
    put.push([unit.raw, parted]);
    made += text.slice(from, unit.start) + parted;
    from = unit.end;
  }
  return put.length ? { text: made + text.slice(from), put } : null;
}
