// The words that were found, in a text as it is written: for a result's passage and for the page
// that it leads to.

import { tokens } from "./search-text.js";

// Between two parts of a text, as in macros/search/tokens.py: no phrase runs across it.
export const BREAK = "·";

/** @typedef {import("./search-text.js").Token} Token */
/** @typedef {import("./search-numbers.js").Word} Word */

/**
 * What marking needs of a unit.
 * @typedef {{alternatives: Word[][]}} Marked
 */

/**
 * A place to mark in a text: where it starts and ends, and the number of its unit.
 * @typedef {[number, number, number]} Mark
 */

/**
 * The places to mark in a text, in order, none within another.
 * @param {string} text
 * @param {Marked[]} units
 */
function places(text, units) {
  const list = tokens(text);
  const apart = list.map((token, at) => at > 0 && text.slice(list[at - 1].end, token.start).includes(BREAK));
  const spans = units.map((unit) => {
    const exact = spansOf(unit, list, apart, true);
    return exact.length ? exact : spansOf(unit, list, apart, false);
  });
  /** @type {Mark[]} */
  const made = [];
  for (const span of inCompany(spans, apart)
    .flatMap((own, at) => own.map(([first, last]) => /** @type {Mark} */ ([list[first].start, list[last].end, at])))
    .sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
    if (!made.length || span[0] >= made[made.length - 1][1]) made.push(span);
  }
  return made;
}

/**
 * The same joined for the eye, [[start, end] …]: a name of three words is one mark.
 * @param {string} text
 * @param {Marked[]} units
 */
export const marks = (text, units) => joined(text, places(text, units));

/**
 * @param {string} text
 * @param {Mark[]} spans
 */
function joined(text, spans) {
  /** @type {[number, number][]} */
  const made = [];
  for (const [start, end] of spans) {
    const before = made[made.length - 1];
    if (before && /^[\s\-–/.]{0,2}$/.test(text.slice(before[1], start))) before[1] = end;
    else made.push([start, end]);
  }
  return made;
}

/**
 * Of each unit, the spans that are part of the longest row of units. For “đảng bộ khối”, a “đảng” alone is
 * marked only in a text that has it in no longer row.
 * @param {[number, number][][]} spans first and last token, by unit
 * @param {boolean[]} apart
 */
function inCompany(spans, apart) {
  /** @type {Map<number, number>} */
  let near = new Map();
  const before = spans.map((own) => {
    const lengths = own.map(([first]) => (apart[first] ? 0 : (near.get(first - 1) ?? 0)) + 1);
    near = new Map(own.map(([, last], at) => [last, lengths[at]]));
    return lengths;
  });
  near = new Map();
  return spans.reduceRight((/** @type {[number, number][][]} */ kept, own, at) => {
    const after = own.map(([, last]) => (apart[last + 1] ? 0 : (near.get(last + 1) ?? 0)) + 1);
    near = new Map(own.map(([first], by) => [first, after[by]]));
    const lengths = own.map((_, by) => before[at][by] + after[by]);
    const most = Math.max(0, ...lengths);
    return kept.concat([own.filter((_, by) => lengths[by] === most)]);
  }, []).reverse();
}

/**
 * @param {Marked} unit
 * @param {Token[]} list
 * @param {boolean[]} apart
 * @param {boolean} strict
 */
function spansOf(unit, list, apart, strict) {
  /** @type {[number, number][]} */
  const found = [];
  for (const words of unit.alternatives) {
    for (let at = 0; at + words.length <= list.length; at++) {
      const fits = words.every((word, by) => {
        const token = list[at + by];
        const spelled = !strict || word.spelling === null || word.spelling === token.spelling;
        return token.term === word.term && spelled && !(by && apart[at + by]);
      });
      if (fits) found.push([at, at + words.length - 1]);
    }
  }
  return found;
}

/**
 * A text as [[piece, marked] …].
 * @param {string} text
 * @param {Marked[]} units
 */
export function marked(text, units) {
  return cut(text, marks(text, units), 0, text.length);
}

/**
 * @param {string} text
 * @param {[number, number][]} spans
 * @param {number} from
 * @param {number} to
 */
function cut(text, spans, from, to) {
  /** @type {[string, boolean][]} */
  const pieces = [];
  let at = from;
  for (const [start, end] of spans) {
    if (start < from || end > to) continue;
    if (start > at) pieces.push([text.slice(at, start), false]);
    pieces.push([text.slice(start, end), true]);
    at = end;
  }
  if (at < to) pieces.push([text.slice(at, to), false]);
  return pieces;
}

/**
 * The passage of about `length` letters that shows most of what was asked for, as `marked` does.
 * @param {string} text
 * @param {Marked[]} units
 */
export function passage(text, units, length = 190) {
  const spans = places(text, units);
  let best = [0, -1];
  spans.forEach(([start], at) => {
    const within = spans.slice(at).filter((span) => span[1] <= start + length - 40);
    const worth = 10 * new Set(within.map((span) => span[2])).size + within.length;
    if (worth > best[1]) best = [start, worth];
  });
  let from = Math.max(0, best[0] - 50);
  let to = Math.min(text.length, from + length);
  if (to === text.length) from = Math.max(0, to - length);
  // Not in the middle of a word.
  if (from > 0) from = text.indexOf(" ", from) + 1 || from;
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), from + 1);
  const pieces = cut(text, joined(text, spans), from, to);
  if (from > 0) pieces.unshift(["… ", false]);
  if (to < text.length) pieces.push([" …", false]);
  return pieces;
}
