// Numbers as they are written: 3, III, “ba”, “thứ ba”, “lần thứ ba”, “đầu tiên”.

import { wordOf } from "./search-text.js";

/** @typedef {import("./search-text.js").Token} Token */

/**
 * A word that is searched for. If a `spelling` is given and the site has it, only that one is found; with
 * `only`, no other is found in any case.
 * @typedef {{term: string, spelling: string | null, only?: boolean}} Word
 */

const ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
// The tens of a congress or a legislature; more are written in digits.
const MOST = 39;

const UNITS = ["", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
/** @type {Record<string, number>} */
const VALUES = { nhất: 1, mốt: 1, nhì: 2, tư: 4, lăm: 5, bẩy: 7, ...Object.fromEntries(UNITS.map((word, at) => [word, at])) };
delete VALUES[""];
/** @type {Map<string, number>} */
const BARE = new Map(Object.entries(VALUES).map(([word, value]) => [wordOf(word).term, value]));
// Most others, typed without marks, are likelier to be other words (“nam”, “sau”, “hai” of “Hải Vân”).
const CLEAR = new Set(["bon", "chin", "muoi"]);

/**
 * Alternatives, each once.
 * @param {Word[][]} alternatives
 */
export function each(alternatives) {
  /** @type {Map<string, Word[]>} */
  const said = new Map();
  for (const words of alternatives) {
    const key = words.map((word) => word.spelling ?? word.term).join(" ");
    if (!said.has(key)) said.set(key, words);
  }
  return [...said.values()];
}

/** @param {string} term */
export const plain = (term) => /** @type {Word} */ ({ term, spelling: null });

/** @param {string} text */
const spelled = (text) => text.split(" ").map((word) => /** @type {Word} */ ({ ...wordOf(word), only: true }));

/**
 * @param {Token | undefined} token
 * @param {number} least
 * @param {number} most
 */
export const isNumber = (token, least, most) =>
  token !== undefined && /^[0-9]+$/.test(token.term) && +token.term >= least && +token.term <= most;

/** @param {number} value */
export const romanOf = (value) => "x".repeat(Math.floor(value / 10)) + ROMAN[value % 10];

/**
 * The value of a Roman number in small letters, or 0.
 * @param {string} term
 */
export function valueOfRoman(term) {
  const [, tens, rest] = /^(x{0,3})(|i|ii|iii|iv|v|vi|vii|viii|ix)$/.exec(term) ?? ["", "", ""];
  return 10 * tens.length + ROMAN.indexOf(rest);
}

/**
 * The value of one word as a part of a number in words; 0 where it is none.
 * @param {Token | undefined} token
 * @param {boolean} counted whether the words before announce a number
 */
function partOf(token, counted) {
  if (!token) return 0;
  if (token.spelling !== token.term) return VALUES[token.spelling] ?? 0;
  return counted || CLEAR.has(token.term) ? (BARE.get(token.term) ?? 0) : 0;
}

/**
 * A number in words from token `at`: [value, next]; null where there is none.
 * @param {Token[]} list
 * @param {number} at
 * @param {boolean} counted
 * @returns {[number, number] | null}
 */
function inWords(list, at, counted) {
  const first = partOf(list[at], counted);
  if (!first) return null;
  const tens = list[at + 1]?.term === "muoi" && first > 1 && first < 10;
  const after = at + (tens ? 2 : 1);
  // “hai bảy” is twenty-seven where a number counts, but “hai năm” two years.
  const said = counted && !tens && first > 1 && first < 4 && list[after]?.term !== "nam" ? partOf(list[after], false) : 0;
  if (said > 0 && said < 10) return [10 * first + said, after + 1];
  if (!tens && first !== 10) return [first, after];
  const last = partOf(list[after], true);
  const ten = tens ? 10 * first : 10;
  return last > 0 && last < 10 ? [ten + last, after + 1] : [ten, after];
}

/**
 * A number in any writing from token `at`: [value, next]; null where there is none. A Roman number
 * counts where something says that one follows, or where it is in capitals and has two letters.
 * @param {Token[]} list
 * @param {number} at
 * @param {boolean} counted
 * @returns {[number, number] | null}
 */
export function numberAt(list, at, counted) {
  const token = list[at];
  if (!token) return null;
  if (isNumber(token, 1, MOST)) return [+token.term, at + 1];
  const words = inWords(list, at, counted);
  if (words) return words;
  const roman = token.spelling === token.term ? valueOfRoman(token.term) : 0;
  return roman > 0 && (counted || (token.raw.length > 1 && token.raw === token.raw.toUpperCase())) ? [roman, at + 1] : null;
}

/**
 * How a number is said in words, spelled: 21 as “hai mươi mốt”. `ordinal` adds “nhất”, “nhì” and “tư”.
 * @param {number} value
 * @param {boolean} ordinal
 */
function saidOf(value, ordinal) {
  const tens = Math.floor(value / 10);
  const unit = value % 10;
  if (value <= 10) {
    /** @type {Record<number, string[]>} */
    const others = { 1: ["nhất"], 2: ["nhì"], 4: ["tư"], 7: ["bẩy"] };
    return [...(ordinal && value === 1 ? [] : [UNITS[value]]), ...((ordinal || value === 7) && others[value] ? others[value] : [])];
  }
  const ten = tens === 1 ? "mười" : `${UNITS[tens]} mươi`;
  if (!unit) return [ten];
  if (tens > 1 && unit === 1) return [`${ten} mốt`];
  if (unit === 5) return [`${ten} lăm`];
  return [`${ten} ${UNITS[unit]}`, ...(tens > 1 && unit === 4 ? [`${ten} tư`] : [])];
}

/**
 * All writings of a number, each a list of words.
 * @param {number} value
 * @param {{ordinal?: boolean, roman?: boolean}} [as]
 * @returns {Word[][]}
 */
export function writings(value, { ordinal = false, roman = true } = {}) {
  const made = [[plain(String(value))], ...saidOf(value, ordinal).map(spelled)];
  return roman && value <= MOST ? [...made, [plain(romanOf(value))]] : made;
}
