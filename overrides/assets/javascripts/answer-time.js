// When a question asks for: a day, a month, a year, some years, or the term of a congress.

import { isWord, standAt } from "./answer-words.js";
import { numberAt } from "./search-numbers.js";
import { tokens } from "./search-text.js";

/** @typedef {import("./search-text.js").Token} Token */

/**
 * A time in days (ISO, both included), as it is said: {from, to, said}; or the `ordinal` of a congress
 * and of the term that it opens. `term` says that years are those of a term of office.
 * @typedef {{from?: string, to?: string, said: string, ordinal?: number, term?: boolean, congress?: boolean, end: number}} Time
 */

const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
/** @param {number} value */
const two = (value) => String(value).padStart(2, "0");
/** @type {(words: string) => {term: string, spelling: string}} */
const word = (words) => tokens(words)[0];
const [NGAY, THANG, NAM, DEN, TU, MUNG] = ["ngày", "tháng", "năm", "đến", "từ", "mùng"].map(word);
const TOI = word("tới");
const COUNTED = ["đại hội đại biểu lần thứ", "đại hội lần thứ", "đại hội đại biểu", "đại hội thứ", "đại hội", "nhiệm kỳ thứ", "nhiệm kỳ",
  "khóa thứ", "khóa", "lần thứ", "đh"].map((words) => ({ words: tokens(words), congress: /^đ/.test(words) || words === "lần thứ" }));
const BETWEEN = ["nhiệm kỳ", "giai đoạn", "thời kỳ", "trong các năm", "các năm", "khóa", "từ năm", "từ"].map((words) => tokens(words));

/**
 * @param {Token | undefined} token
 * @param {number} least
 * @param {number} most
 */
const within = (token, least, most) =>
  token !== undefined && /^[0-9]{1,4}$/.test(token.spelling) && +token.term >= least && +token.term <= most;

/**
 * The number of days of a month, in the calendar that a day is told in.
 * @param {number} year
 * @param {number} month
 */
const daysOf = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * What stands between two tokens of a text.
 * @param {string} text
 * @param {Token[]} list
 * @param {number} at of the later one
 */
const gap = (text, list, at) => text.slice(list[at - 1].end, list[at].start).trim();

/**
 * A date from token `at`: “27/01/1994”, “ngày 27 tháng 1 năm 1994”, “tháng 5/2008”.
 * @param {Token[]} list
 * @param {string} text
 * @param {number} at
 * @returns {Time | null}
 */
function dateAt(list, text, at) {
  let next = at;
  if (isWord(list[next], NGAY) || isWord(list[next], MUNG)) next++;
  if (isWord(list[next], MUNG)) next++;
  const byDay = next > at;
  /** @param {number} from */
  const joined = (from) => within(list[from + 1], 1, 12) && /^[-/.]$/.test(gap(text, list, from + 1));
  const hasDay = within(list[next], 1, 31) && (isWord(list[next + 1], THANG) || (joined(next) && within(list[next + 2], FIRST_YEAR, LAST_YEAR)
    && /^[-/.]$/.test(gap(text, list, next + 2))) || (byDay && joined(next)));
  const day = hasDay ? +list[next++].term : 0;
  const named = isWord(list[next], THANG);
  if (named) next++;
  if (byDay && !day) return null;
  if (!within(list[next], 1, 12)) return null;
  const month = +list[next++].term;
  if (isWord(list[next], NAM)) next++;
  else if (!day && !named && !(within(list[next], FIRST_YEAR, LAST_YEAR) && /^[-/.]$/.test(gap(text, list, next)))) return null;
  if (!within(list[next], FIRST_YEAR, LAST_YEAR)) return null;
  const year = +list[next++].term;
  if (day > daysOf(year, month)) return null;
  const start = `${year}-${two(month)}`;
  return day
    ? { from: `${start}-${two(day)}`, to: `${start}-${two(day)}`, said: `ngày ${two(day)}/${two(month)}/${year}`, end: next }
    : { from: `${start}-01`, to: `${start}-${two(daysOf(year, month))}`, said: `tháng ${two(month)}/${year}`, end: next };
}

/**
 * One year, or the years from one to another: “năm 2008”, “nhiệm kỳ 2005-2010”, “từ 2005 đến 2010”.
 * @param {Token[]} list
 * @param {string} text
 * @param {number} at
 * @returns {Time | null}
 */
function yearsAt(list, text, at) {
  const opening = BETWEEN.find((words) => standAt(list, at, words));
  let next = at + (opening?.length ?? 0);
  if (isWord(list[next], NAM)) next++;
  if (!within(list[next], FIRST_YEAR, LAST_YEAR)) return null;
  const first = +list[next].term;
  const to = isWord(list[next + 1], DEN) || isWord(list[next + 1], TOI) ? 1 : 0;
  let later = next + 1 + to;
  if (to && isWord(list[later], NAM)) later++;
  const second = within(list[later], first + 1, LAST_YEAR) && (to || /^[-–—/]$/.test(gap(text, list, later))) ? +list[later].term : 0;
  // “từ 2005” alone has no end.
  if (!second && opening && isWord(opening[0], TU)) return null;
  if (!second && opening) return null;
  const last = second || first;
  return {
    from: `${first}-01-01`,
    to: `${last}-12-31`,
    said: second ? `${opening?.[0].term === "nhiem" || opening?.[0].term === "khoa" ? "nhiệm kỳ " : "các năm "}${first}–${second}` : `năm ${first}`,
    term: Boolean(second),
    end: (second ? later : next) + 1,
  };
}

/**
 * The number of a congress or of the term that it opens: “đại hội VI”, “khóa hai”, “lần thứ nhất”.
 * @param {Token[]} list
 * @param {number} at
 * @returns {Time | null}
 */
function ordinalAt(list, at) {
  for (const { words, congress } of COUNTED) {
    if (!standAt(list, at, words)) continue;
    // “đại hội năm 2020” names no fifth one.
    if (isWord(list[at + words.length], NAM) && within(list[at + words.length + 1], FIRST_YEAR, LAST_YEAR)) continue;
    const found = numberAt(list, at + words.length, true);
    if (found) return { ordinal: found[0], congress, said: "", end: found[1] };
  }
  return null;
}

/**
 * The time that stands from token `at`; null where none does.
 * @param {Token[]} list
 * @param {string} text
 * @param {number} at
 * @returns {Time | null}
 */
export function timeAt(list, text, at) {
  return dateAt(list, text, at) ?? yearsAt(list, text, at) ?? ordinalAt(list, at);
}
