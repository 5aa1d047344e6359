// Words as the search compares them: the rules of macros/search/tokens.py, in the browser.

/**
 * A word of a text: the folded `term` that the index files it under, its `spelling`, and where it
 * stands in the text as `raw`.
 * @typedef {{term: string, spelling: string, raw: string, start: number, end: number}} Token
 */

const TOKEN = /[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])|[0-9]+|(?:[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ][\u0300-\u036f]*)+/g;
const LONGEST = 40;
// On decomposed text a tone directly after a, e or y means that the letter has no other mark.
const OLD_PLACEMENT = /^((?:ch|gh|kh|ngh|ng|nh|ph|th|tr|[bcdđghklmnprstvx])?)(o(?=[ae])|u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])$/;
const I_FOR_Y = /^([hklmst])i([\u0300\u0301\u0303\u0309\u0323]?)$/;

/**
 * A word as the index spells it: in small letters, “Uỷ” as “ủy”, “kì” as “kỳ”.
 * @param {string} word
 */
export function spell(word) {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(OLD_PLACEMENT, "$1$2$4$3")
    .replace(I_FOR_Y, "$1y$2")
    .normalize("NFC");
}

/**
 * A text without its marks: “Đặng” as “Dang”.
 * @param {string} text
 */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
}

/**
 * A word of a phrase: its folded term and its spelling.
 * @typedef {Pick<Token, "term" | "spelling">} Written
 */

/** @type {Map<string, Written>} */
const known = new Map();

/**
 * The folded term and the spelling of one word.
 * @param {string} word
 */
export function wordOf(word) {
  let token = known.get(word);
  if (!token) {
    if (/^[0-9]/.test(word)) {
      const digits = word.replaceAll(".", "");
      token = { term: digits.replace(/^0+/, "") || "0", spelling: digits };
    } else {
      const spelling = spell(word);
      token = { term: fold(spelling), spelling };
    }
    known.set(word, token);
  }
  return token;
}

/**
 * The words of a phrase that a script itself holds, in small letters, NFC, with nothing but spaces, “/” and “-”
 * between them: thousands are read before the first query, which `tokens` would take long for.
 * @param {string} text
 */
export const phrase = (text) => text.split(/[ /-]/).map(wordOf);

/**
 * The words of a text in NFC.
 * @param {string} text
 * @returns {Token[]}
 */
export function tokens(text) {
  const found = [];
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0];
    if (raw.length <= LONGEST) {
      found.push({ ...wordOf(raw), raw, start: match.index, end: match.index + raw.length });
    }
  }
  return found;
}
