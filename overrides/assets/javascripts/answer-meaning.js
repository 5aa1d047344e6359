// What a paper, an abbreviation or a term is; and abbreviations in a question, written out.

import { meanings, papers } from "./answer-events.js";
import { tokens } from "./search-text.js";

/** @typedef {import("./search-text.js").Token} Token */
/** @typedef {import("./answer-card.js").Card} Card */
/** @typedef {import("./answer-events.js").Paper} Paper */
/** @typedef {import("./answer.js").Answers} Answers */
/** @typedef {import("./search-glossary.js").Glossary} Glossary */

// What stands before a proper name for the level of a place: “P. Mây”, “Q. Gió”.
const LEVELS = new Map([["p", "phường"], ["q", "quận"], ["tx", "thị xã"], ["h", "huyện"]].map(([short, full]) => [short, tokens(full)]));

// One word alone, as “ủy”, is of too many names.
const LEAST_OF_ISSUER = 2;

// Abbreviations that mean one of several things are read in each way, in so many ways altogether.
const MOST_READINGS = 6;

/**
 * The words of a question with its abbreviations written out: once for each of the things they may say.
 * @param {Token[]} list
 * @param {Glossary} glossary
 * @returns {Token[][]}
 */
export function writtenOut(list, glossary) {
  /** @type {Token[][]} */
  let made = [[]];
  list.forEach((token, at) => {
    const level = list[at + 1] && LEVELS.get(token.spelling);
    const fulls = level ? [level.map(({ term }) => ({ term, spelling: null }))] : glossary.meanings(token);
    const ways = fulls.map((words) => words.map((word) => ({ ...token, term: word.term, spelling: word.spelling ?? word.term })));
    made = made.flatMap((begun) => (ways.length ? ways : [[token]]).map((way) => [...begun, ...way])).slice(0, MOST_READINGS);
  });
  return made;
}

/**
 * What a paper, an abbreviation or a term is.
 * @param {Token[]} thing
 * @param {Answers} answers
 * @param {Glossary} glossary
 * @returns {Promise<Card | null>}
 */
export async function definition(thing, answers, glossary) {
  const key = (/** @type {Token[]} */ words) => words.map((word) => word.term).join(" ");
  // “quyết định [số] 1000-QĐ/TU”: the kind may stand before the symbol, short or in full.
  const symbol = thing.findIndex((token) => /^[0-9]/.test(token.term));
  if (symbol >= 0) {
    const { words, year } = withYear(thing.slice(symbol));
    const kinds = writtenOut(thing.slice(0, symbol).filter((token) => token.term !== "so"), glossary);
    // Behind the symbol may be whose it is: “nghị quyết 18 của Tỉnh ủy Sông Mây”.
    for (let cut = words.length; cut > 0; cut--) {
      const issuers = writtenOut(words.slice(cut).filter((token) => token.term !== "cua"), glossary);
      if (cut < words.length && issuers[0].length < LEAST_OF_ISSUER) continue;
      const isTheirs = (/** @type {Paper} */ one) => issuers.some((issuer) => isOf(issuer, one));
      const found = (await answers.get(`paper/${key(words.slice(0, cut))}`))?.filter((/** @type {Paper} */ one) => isTheirs(one) && kinds.some((kind) => !kind.length || kindFits(kind, one)));
      if (found?.length) return papers(ofYear(found, year));
      if (!kinds[0].length || cut > 1) continue;
      const alike = ofYear((await Promise.all(kinds.map((kind) => alikeOf(kind, thing[symbol], answers)))).flat().filter(isTheirs), year);
      if (alike.length) return { ...papers(alike), ...(alike.length > 1 ? { title: `${alike.length} văn bản cùng loại và cùng số` } : {}) };
    }
    return null;
  }
  const meant = await answers.get(`word/${key(thing)}`);
  const spelled = meant?.filter((/** @type {{short: string}} */ one) => thing.every((token, at) => {
    const word = tokens(one.short)[at];
    return token.spelling === token.term || token.spelling === word?.spelling;
  }));
  return spelled?.length ? meanings(spelled) : null;
}

/**
 * The papers of a kind with a number.
 * @param {Token[]} kind
 * @param {Token} number
 * @param {Answers} answers
 */
async function alikeOf(kind, number, answers) {
  const keys = (await answers.get(`number/${[...kind, number].map((word) => word.term).join(" ")}`)) ?? [];
  const alike = (await Promise.all(keys.map((/** @type {string} */ one) => answers.get(`paper/${one}`)))).flat().filter(Boolean);
  return alike.filter((one) => kindFits(kind, one));
}

/**
 * Whether a paper is of the kind that is named: “Quyết định …”.
 * @param {Token[]} kind
 * @param {{name: string}} paper
 */
const kindFits = (kind, { name }) => tokens(name).slice(0, kind.length).map((word) => word.term).join(" ")
  === kind.map((word) => word.term).join(" ");

/**
 * Whether some words in a row are of the name of whoever issued or signed a paper; no words are of any.
 * @param {Token[]} issuer
 * @param {Paper} paper
 */
const isOf = (issuer, { issuer: signed, of }) => [signed, of ?? ""].some((name) =>
  ` ${tokens(name).map((word) => word.term).join(" ")} `.includes(issuer.length ? ` ${issuer.map((word) => word.term).join(" ")} ` : " "));

/**
 * A symbol, and the year that tells it from others: “18-NQ/TU năm 2004”.
 * @param {Token[]} list
 */
function withYear(list) {
  const [said, year] = list.slice(-2);
  const told = list.length > 2 && said.term === "nam" && /^[0-9]{4}$/.test(year.term);
  return told ? { words: list.slice(0, -2), year: year.term } : { words: list, year: "" };
}

/**
 * The papers of a year; all of them where none is of that year, or no year is told.
 * @param {Paper[]} found
 * @param {string} year
 */
function ofYear(found, year) {
  const own = found.filter(({ time }) => year && time && time[0].slice(0, 4) <= year && year <= time[1].slice(0, 4));
  return own.length ? own : found;
}
