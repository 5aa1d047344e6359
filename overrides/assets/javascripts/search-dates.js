// Days, months, years and decades in a query, as units that are looked for.

import { isNumber, numberAt, plain } from "./search-numbers.js";

/** @typedef {import("./search-query.js").Reading} Reading */
/** @typedef {import("./search-query.js").Taken} Taken */

// A year within a span: the key that macros/search/spans.py files the section under.
const withinYear = (/** @type {number} */ year) => plain(`${year}~`);
// What names a decade, and the part of it and the century that may be told with it.
const DECADES = ["thap nien", "thap ky", "nhung nam", "cac nam"].map((words) => words.split(" "));
const PARTS = new Set(["dau", "giua", "cuoi"]);
const CENTURIES = ["cua the ky", "the ky"].flatMap((words) => ["truoc", "20", "xx"].map((one) => [...words.split(" "), one]));
// The century of “90” where none is said: 1910s to 1990s, but the 2000s for “00”, the 2010s for “10”.
const FIRST_OF_LAST_CENTURY = 20;

/**
 * A date in any of the ways in which one is written. Its numbers stand in the text one after the
 * other (27/01/1994) or with their words between.
 * @param {Reading} reading
 * @param {number} at
 * @returns {Taken}
 */
export function date({ list, text }, at) {
  let next = at;
  const take = (/** @type {string} */ word) => {
    if (list[next]?.term !== word) return false;
    next++;
    return true;
  };
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
  const numbers = [...(day ? [day] : []), month, year].map(plain);
  const words = [...(day ? [day, "thang"] : []), month, "nam", year].map(plain);
  // The first day of “03–04/08/2020”.
  const ranges = day ? [1, 2].map((more) => [day, String(+day + more), month, year].map(plain)) : [];
  return [[numbers, words, ...ranges], next, { dated: true }];
}

/**
 * “năm 2015” is the year wherever it stands: a table has no “năm” before it.
 * @param {Reading} reading
 * @param {number} at
 * @returns {Taken}
 */
export function year({ list, text }, at) {
  const number = list[at].term === "nam" && isNumber(list[at + 1], 1800, 2200) ? at + 1 : at;
  if (!isNumber(list[number], 1900, 2100)) return null;
  // The number of a document is none: 1987-QĐ/TU.
  if (/^[-/]\p{L}/u.test(text.slice(list[number].end))) return null;
  const value = +list[number].term;
  return [[[plain(list[number].term)], [withinYear(value)]], number + 1, { year: value }];
}

/**
 * “thập niên 1990”, “cuối những năm chín mươi”: the years of the decade, the page of all of them first.
 * @param {Reading} reading
 * @param {number} at
 * @returns {Taken}
 */
export function decade({ list }, at) {
  const after = (/** @type {number} */ from, /** @type {string[][]} */ phrases) =>
    from + (phrases.find((words) => words.every((term, by) => list[from + by]?.term === term))?.length ?? 0);
  const named = at + (PARTS.has(list[at].term) ? 1 : 0);
  const number = after(named, DECADES);
  if (number === named || !list[number]) return null;
  const first = firstYear(list, number);
  if (!first) return null;
  const [year, next] = first;
  const years = Array.from({ length: 10 }, (_, more) => [plain(String(year + more))]);
  return [[[year, year + 9].map((one) => plain(String(one))), ...years], after(next, CENTURIES), { dated: true, decade: true }];
}

/**
 * The first year of the decade that is named by its number or by that of its years, and the next token.
 * @param {Reading["list"]} list
 * @param {number} at
 * @returns {[number, number] | null}
 */
function firstYear(list, at) {
  const { spelling } = list[at];
  const isWritten = /^[0-9]/.test(spelling);
  const found = isWritten ? /** @type {[number, number]} */ ([+spelling, at + 1]) : numberAt(list, at, false);
  if (!found || found[0] % 10 || (isWritten && ![2, 4].includes(spelling.length))) return null;
  const [said, next] = found;
  // “những năm 2000–2005” is a span; “những năm 30 tuổi” is none of ours, and rare.
  if (isNumber(list[next], 1800, 2200)) return null;
  if (said >= 1800 && said < 2200) return [said, next];
  return said < 100 ? [said + (said < FIRST_OF_LAST_CENTURY ? 2000 : 1900), next] : null;
}
