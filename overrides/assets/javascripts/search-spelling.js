// What a word that is nowhere may have been meant to be: as another region says it, half typed, or
// with one slip of a finger.

import { fold, spell } from "./search-text.js";
import { isSyllable } from "./search-typing.js";

/** All words of a site in order, and a class of how often each stands there. @typedef {{list: string[], often: ArrayLike<number>}} Words */

// Sounds that regions do not tell apart: at the beginning of a syllable, in it, at its end.
const ONSETS = [["n", "l"], ["s", "x"], ["ch", "tr"], ["d", "gi", "r", "v"], ["qu", "w", "v"], ["gi", "ch", "tr"], ["kh", "ph"], ["h", "ph"]];
const RIMES = [["i", "y"], ["uu", "uou", "iu", "ieu"], ["oai", "uai"], ["ao", "au"], ["ay", "ai"], ["im", "iem"], ["ip", "iep"], ["ong", "ung"]];
const CODAS = [["n", "ng"], ["t", "c"], ["inh", "in"], ["ich", "it"], ["enh", "en"], ["p", "t"]];

// Words that many spell otherwise than they are, folded.
/** @type {Record<string, string>} */
const KNOWN = { "sat nhap": "sap nhap", "xat nhap": "sap nhap", "xap nhap": "sap nhap", "xac nhap": "sap nhap", "bo xung": "bo sung", "sat xuat": "san xuat" };
/** @type {[string, string][]} */
const KNOWN_WORDS = Object.entries(KNOWN);

const LONGEST_ONSET = /^(?:ngh|ch|gh|gi|kh|ng|nh|ph|qu|th|tr|[bcdghklmnprstvxw])?/;

/**
 * @param {string} part
 * @param {string[][]} sets
 */
const others = (part, sets) => sets.filter((set) => set.includes(part)).flatMap((set) => set.filter((one) => one !== part));

/**
 * The syllables, folded, that sound like a folded term somewhere, the likeliest first.
 * @param {string} term
 * @returns {string[]}
 */
export function soundsLike(term) {
  const onset = LONGEST_ONSET.exec(term)?.[0] ?? "";
  const rime = term.slice(onset.length);
  /** @type {string[]} */
  const made = [];
  const onsets = others(onset, ONSETS);
  made.push(...onsets.map((one) => one + rime));
  // “gì”, “giữ”: the i is of both.
  if (onset === "gi") made.push(...others("gi", ONSETS).map((one) => `${one}i${rime}`));
  made.push(...others(rime, RIMES).map((one) => onset + one));
  for (const [one, other] of CODAS) {
    if (rime.endsWith(one)) made.push(onset + rime.slice(0, -one.length) + other);
    if (rime.endsWith(other)) made.push(onset + rime.slice(0, -other.length) + one);
  }
  // As the index spells them: “li” is “ly”.
  return [...new Set(made.map(spell))].filter((one) => one !== term && isSyllable(one));
}

/**
 * What a word is taken for together with the one after it: “sát nhập” for “sáp nhập”.
 * @param {string} term
 * @param {string} next
 */
export function knownSlip(term, next) {
  const found = KNOWN_WORDS.find(([wrong]) => wrong === `${term} ${next}`);
  return found ? found[1].split(" ")[0] : null;
}

/**
 * Whether a word is one slip of a finger away from another: a letter more, less, other, or two swapped.
 * @param {string} one
 * @param {string} other
 */
export function oneSlip(one, other) {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const rest = one.slice(start);
  const otherRest = other.slice(start);
  return rest.slice(1) === otherRest.slice(1) || rest.slice(1) === otherRest || rest === otherRest.slice(1)
    || (rest.length > 1 && rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2));
}

/**
 * The words of a sorted list that begin as `start` does, itself not among them: the most frequent ones.
 * @param {Words} words
 * @param {string} start
 * @param {number} most
 */
export function completions({ list, often }, start, most) {
  const wanted = fold(start);
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  /** @type {number[]} */
  const found = [];
  for (let at = low; at < list.length && list[at].startsWith(wanted); at++) if (list[at] !== wanted) found.push(at);
  return found.sort((one, other) => often[other] - often[one] || one - other).slice(0, most).map((at) => list[at]);
}

// A syllable has no more letters (“nghiêng”).
const LONGEST_SYLLABLE = 7;
const MOST_CUTS = 8;

/**
 * Syllables that are written together without a space, each one of the `known` words: of “songmay” song
 * and may. The fewest syllables first.
 * @param {string} term
 * @param {Set<string>} known
 * @returns {string[][]}
 */
export function cutsOf(term, known) {
  /** @type {string[][][]} the cuts of what ends at each letter */
  const upTo = [[[]]];
  for (let end = 1; end <= term.length; end++) {
    /** @type {string[][]} */
    const cuts = [];
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      const part = term.slice(start, end);
      if (upTo[start].length && known.has(part) && isSyllable(part)) cuts.push(...upTo[start].map((before) => [...before, part]));
    }
    upTo.push(cuts.sort((one, other) => one.length - other.length).slice(0, MOST_CUTS));
  }
  return upTo[term.length].filter((cut) => cut.length > 1);
}
