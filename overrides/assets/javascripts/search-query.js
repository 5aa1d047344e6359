// What a reader asks for, as units that must each be found.
//
// A unit is a list of alternatives; an alternative is a list of words that stand one after the
// other; a word is {term, spelling}, where a spelling that is given must be met if it can be.
// “UBKT” is one unit: the word ubkt, or the four words of Ủy ban Kiểm tra.

import { tokens } from "./search-text.js";

export const LONGEST_QUERY = 200;
const MOST_UNITS = 10;
// Each is some fifteen kilobytes of the index, and more of them find no other place.
export const MOST_COMMON = 8;
// Before these a number counts: “đại hội 6” is Đại hội VI.
const COUNTED = new Set(["hoi", "thu", "khoa", "ky"]);
const ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii",
  "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"];

// What makes a query a question and is no part of what is looked for; the longer ones first.
const QUESTIONS = ["có bao nhiêu", "như thế nào", "nghĩa là gì", "bao nhiêu", "bao giờ", "là gì", "là ai", "ai là",
  "ai làm", "ai giữ", "ở đâu", "khi nào", "lúc nào", "năm nào", "ngày nào", "thế nào", "vì sao", "tại sao"]
  .map((words) => tokens(words));

// A word as typed: its marks count only where there are any.
function typed(token) {
  return { term: token.term, spelling: token.spelling === token.term ? null : token.spelling };
}

const plain = (term) => ({ term, spelling: null });
const isNumber = (token, least, most) =>
  token && /^[0-9]+$/.test(token.term) && +token.term >= least && +token.term <= most;

// A date in any of the ways in which one is written, from token `at`: [alternatives, next] or null.
// Its numbers stand in the text one after the other (27/01/1994) or with their words between.
function date(list, text, at) {
  let next = at;
  const take = (word) => (list[next]?.term === word ? (next++, true) : false);
  take("ngay");
  const day = isNumber(list[next], 1, 31) && (isNumber(list[next + 1], 1, 12) || list[next + 1]?.term === "thang")
    && list[next++].term;
  const named = take("thang");
  if (!isNumber(list[next], 1, 12)) return null;
  const month = list[next++].term;
  take("nam");
  if (!isNumber(list[next], 1800, 2200)) return null;
  // “6 2003” is a month only if something says so; “đại hội 6 năm 2020” is none.
  const joined = /^[-/.]$/.test(text.slice(list[next - 1].end, list[next].start).trim());
  if (!day && !named && !joined) return null;
  const year = list[next++].term;
  const before = day ? [day] : [];
  const numbers = [...before, month, year].map(plain);
  const words = [...(day ? [day, "thang"] : []), month, "nam", year].map(plain);
  // The first day of “03–04/08/2020”.
  const ranges = day ? [1, 2].map((more) => [day, String(+day + more), month, year].map(plain)) : [];
  return [[numbers, words, ...ranges], next];
}

// “năm 2015” is the year wherever it stands: a table has no “năm” before it.
function year(list, at) {
  return list[at].term === "nam" && isNumber(list[at + 1], 1800, 2200) ? [[[plain(list[at + 1].term)]], at + 2] : null;
}

// The words of a query without those that only ask; all of them where there are no others.
function withoutQuestion(list) {
  const rest = [];
  for (let at = 0; at < list.length; ) {
    const words = QUESTIONS.find((one) => one.every((word, next) => asks(word, list[at + next])));
    if (!words) rest.push(list[at]);
    at += words?.length ?? 1;
  }
  return rest.length ? rest : list;
}

const asks = (word, token) => token && (token.spelling === word.spelling || token.spelling === word.term);

// Abbreviations of the glossary, both ways.
export class Glossary {
  constructor(pairs) {
    this.byShort = new Map();
    this.byFull = new Map();
    for (const [short, full] of pairs) {
      const key = tokens(short).map((token) => token.term).join(" ");
      const words = tokens(full);
      const fullKey = words.map((token) => token.term).join(" ");
      const entry = this.byShort.get(key) ?? { short, fulls: [] };
      entry.fulls.push(words.map(typed));
      this.byShort.set(key, entry);
      // A short form of two letters, as in the number of a document, says too many other things.
      if (short.length >= 3) this.byFull.set(fullKey, [...(this.byFull.get(fullKey) ?? []), plain(key)]);
      this.longest = Math.max(this.longest ?? 0, words.length);
    }
  }

  // What a word stands for: none where it may be a common word (“tu”, “du”) typed in small letters.
  meanings(token) {
    const entry = this.byShort.get(token.term);
    if (!entry) return [];
    const unlikelyWord = token.term.length >= 3 || !/[aeiouy]/.test(token.term);
    return token.raw === entry.short || unlikelyWord ? entry.fulls : [];
  }
}

// The common terms that the index is asked for; `common` has a key for each that there is.
export function commonIn(units, common) {
  const terms = units.flatMap((unit) => unit.alternatives.flat()).map((word) => word.term);
  return new Set(terms.filter((term) => common.has(term)));
}

// The units of a query: [{alternatives, raw}], as many as are looked for.
export function parse(query, glossary, common) {
  const text = query.normalize("NFC").slice(0, LONGEST_QUERY);
  const list = withoutQuestion(tokens(text));
  const units = [];
  for (let at = 0; at < list.length && units.length < MOST_UNITS; ) {
    const [alternatives, next] = date(list, text, at) ?? year(list, at) ?? phrase(list, at, glossary) ?? word(list, at, glossary);
    units.push({ alternatives, raw: text.slice(list[at].start, list[next - 1].end) });
    if (units.length > 1 && commonIn(units, common).size > MOST_COMMON) return units.slice(0, -1);
    at = next;
  }
  return units;
}

function phrase(list, at, glossary) {
  for (let length = Math.min(glossary.longest ?? 0, list.length - at); length > 1; length--) {
    const words = list.slice(at, at + length);
    const shorts = glossary.byFull.get(words.map((token) => token.term).join(" "));
    if (shorts) return [[words.map(typed), ...shorts.map((short) => [short])], at + length];
  }
  return null;
}

function word(list, at, glossary) {
  const token = list[at];
  const alternatives = [[typed(token)], ...glossary.meanings(token)];
  if (at > 0 && COUNTED.has(list[at - 1].term)) {
    const roman = isNumber(token, 1, 20) ? ROMAN[+token.term] : token.term;
    const number = ROMAN.indexOf(roman);
    if (number > 0 && (roman !== token.term || token.raw === token.raw.toUpperCase())) {
      alternatives.push([plain(roman === token.term ? String(number) : roman)]);
      // “đại hội 5” is said in full “Đại hội lần thứ V”.
      if (list[at - 1].term === "hoi") alternatives.push(["lan", "thu", roman].map(plain));
    }
  }
  return [alternatives, at + 1];
}
