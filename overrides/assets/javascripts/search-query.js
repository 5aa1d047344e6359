// What a reader asks for, as units that are looked for.
//
// A unit is a list of alternatives; an alternative is a list of words that stand one after the
// other; a word is {term, spelling}, where a spelling that is given must be met if it can be.
// “UBKT” is one unit: the word ubkt, or the four words of Ủy ban Kiểm tra.

import { date, decade, year } from "./search-dates.js";
import { typed } from "./search-glossary.js";
import { each, isNumber, numberAt, plain, writings } from "./search-numbers.js";
import { likewiseAt } from "./search-likewise.js";
import { fold, tokens } from "./search-text.js";
import { decoded } from "./search-typing.js";
import { guideAt } from "./search-words.js";

/** @typedef {import("./search-text.js").Token} Token */
/** @typedef {import("./search-numbers.js").Word} Word */
/** @typedef {import("./search-glossary.js").Glossary} Glossary */
/** @typedef {import("./search-words.js").Asking} Asking */

/**
 * A unit of a query, as it is typed (`raw`) and where. A `guide` need not be found; what is `quoted`
 * is neither completed nor corrected; a day, a month or a `decade` is `dated`, a `year` may lie within a
 * span of years; of a decade, the first alternative is all of it; of a corrected unit, the first `own` alternatives are those of the words typed; `split` is one
 * word of a phrase that is nowhere; an `ordinal` is the number of a congress or of a term; `addresses`: a guide that addresses somebody.
 * @typedef {{alternatives: Word[][], raw: string, start: number, end: number, guide?: boolean,
 *   quoted?: boolean, year?: number, own?: number, split?: boolean, ordinal?: boolean, dated?: boolean, decade?: boolean, addresses?: boolean}} Unit
 */

/**
 * What a reader asks for: the units, those that must not stand there (`without`), what a question
 * asks for, and whether somebody is addressed.
 * @typedef {{text: string, units: Unit[], without: Unit[], asks: Asking | null, addresses: boolean}} Query
 */

export const LONGEST_QUERY = 200;
const MOST_UNITS = 14;
// How many common words are searched for: each is some fifteen kilobytes of the index, and more of them
// find no better place.
export const MOST_COMMON = 8;
// After these words a number is an ordinal: “đại hội 6” is Đại hội VI.
const COUNTED = new Set(["hoi", "dh", "khoa", "ky", "nk", "lan", "quy"]);
// A congress may be named by the number of the term that it opens, and the other way round.
const TERMS = ["khóa thứ", "khóa", "nhiệm kỳ thứ", "nhiệm kỳ", "nk thứ", "nk"].map((words) => tokens(words));
/** @typedef {{list: Token[], text: string, glossary: Glossary}} Reading */
/** @typedef {[Word[][], number, Partial<Unit>?] | null} Taken what stands at a token, and the next */

/**
 * “lần thứ ba”, “thứ 3”, “khóa III”, “đại hội ba” …, in any writing.
 * @param {Reading} reading
 * @param {number} at
 * @returns {Taken}
 */
function ordinal({ list }, at) {
  let number = at;
  const is = (/** @type {string} */ term, /** @type {string} */ spelling) => {
    const token = list[number];
    if (!token || !(token.spelling === spelling || (token.spelling === token.term && token.term === term))) return false;
    number++;
    return true;
  };
  const before = list[at - 1]?.term ?? "";
  const opens = before === "hoi" || before === "dh";
  const times = is("lan", "lần");
  // Without marks “bí thư” is no “thứ”.
  const nth = !(before === "bi" && number === at) && is("thu", "thứ");
  if (!times && !nth && !COUNTED.has(before)) return null;
  const first = list[number]?.term === "dau" && list[number + 1]?.term === "tien" && opens;
  /** @type {[number, number] | null} */
  const found = first ? [1, number + 2] : numberAt(list, number, true);
  // “đại hội năm 2020”
  if (!found || (list[number].term === "nam" && isNumber(list[found[1]], 1800, 2200))) return null;
  const [value, next] = found;
  const numbers = writings(value, { ordinal: true });
  const own = list.slice(at, next).map(typed);
  const said = times || opens ? numbers.map(nthTime) : [];
  const ordinalWord = /** @type {Word} */ ({ term: "thu", spelling: "thứ" });
  const short = nth && !times ? numbers.map((words) => [ordinalWord, ...words]) : numbers;
  return [each([own, ...said, ...short]), next, { ordinal: true }];
}

const nthTime = (/** @type {Word[]} */ number) => [...["lan", "thu"].map(plain), ...number];

/**
 * “khóa hai mươi ba”, “nhiệm kỳ thứ 2”: the term that a congress opens is called by its number too.
 * @param {Reading} reading
 * @param {number} at
 * @returns {Taken}
 */
function term({ list }, at) {
  const words = TERMS.find((one) => one.every(({ term, spelling }, by) => list[at + by]
    && (list[at + by].spelling === spelling || list[at + by].spelling === term)));
  const found = words && numberAt(list, at + words.length, true);
  if (!words || !found || (list[at + words.length].term === "nam" && isNumber(list[found[1]], 1800, 2200))) return null;
  const [value, next] = found;
  // “nhiệm kỳ 5 năm” is how long one is.
  if (list[next]?.term === "nam") return null;
  const numbers = writings(value, { ordinal: true });
  const own = list.slice(at, next).map(typed);
  const called = [["khoa"], ["nhiem", "ky"], ["nhiem", "ky", "thu"]].flatMap((name) => numbers.map((number) => [...name.map(plain), ...number]));
  return [each([own, ...called, ...numbers.map(nthTime)]), next, { ordinal: true }];
}

/**
 * A small number before what it counts: “4 đảng bộ”, “bốn đảng bộ”.
 * @param {Reading} reading
 * @param {number} at
 * @returns {Taken}
 */
function count({ list, text }, at) {
  const token = list[at];
  const digits = isNumber(token, 2, 10);
  const found = digits ? /** @type {[number, number]} */ ([+token.term, at + 1]) : numberAt(list, at, false);
  if (!found || found[0] > 20 || !list[found[1]]) return null;
  const [value, next] = found;
  if (!/^\s+$/.test(text.slice(list[next - 1].end, list[next].start)) || isNumber(list[next], 0, Infinity)) return null;
  // The number of a document or a month comes after its word.
  if (digits && (!/^\s*$/.test(text.slice(list[at - 1]?.end ?? 0, token.start)) || /^(?:so|thang|dinh|quyet|thi|hoach|luan)$/.test(list[at - 1]?.term ?? ""))) return null;
  return [each([list.slice(at, next).map(typed), ...writings(value, { roman: false })]), next];
}

/**
 * @param {Reading} reading
 * @param {number} at
 * @returns {[Word[][], number]}
 */
const word = ({ list, glossary }, at) => [[[typed(list[at])], ...glossary.meanings(list[at])], at + 1];

/**
 * The common terms that the index is asked for; `common` has a key for each that there is.
 * @param {Unit[]} units
 * @param {{has(term: string): boolean}} common
 */
export function commonIn(units, common) {
  const terms = units.flatMap((unit) => unit.alternatives.flat()).map((one) => one.term);
  return new Set(terms.filter((term) => common.has(term)));
}

const QUOTED = /["“”«»]([^"“”«»]*)(?:["“”«»]|$)/g;

/**
 * The parts of a query between which no phrase runs: what is quoted, what must not stand there.
 * @param {string} text
 * @returns {{start: number, end: number, quoted: boolean, without: boolean}[]}
 */
function parts(text) {
  const found = [];
  for (const match of text.matchAll(QUOTED)) {
    const start = match.index;
    found.push({ start, end: start + match[0].length, quoted: true, without: /(?:^|\s)[-−]$/.test(text.slice(0, start)) });
  }
  for (const match of text.matchAll(/(?<=^|\s)[-−](?=[\p{L}0-9])\S*/gu)) {
    const start = match.index;
    const within = found.some((one) => one.quoted && start >= one.start && start < one.end);
    // “1996 -2000” is a span.
    if (!within && !/^[-−]["“«]/.test(match[0]) && !(/[0-9]\s+$/.test(text.slice(0, start)) && /^[-−][0-9]/.test(match[0]))) {
      found.push({ start, end: start + match[0].length, quoted: false, without: true });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/**
 * @param {Token[]} list
 * @param {string} text
 * @returns {Unit}
 */
const phrase = (list, text) => ({
  alternatives: [list.map(typed)],
  raw: text.slice(list[0].start, list[list.length - 1].end),
  start: list[0].start,
  end: list[list.length - 1].end,
  quoted: true,
});

/**
 * What a reader asks for.
 * @param {string} query
 * @param {Glossary} glossary
 * @param {{has(term: string): boolean}} common
 * @returns {Query}
 */
export function parse(query, glossary, common) {
  const text = query.normalize("NFC").slice(0, LONGEST_QUERY);
  /** @type {Query} */
  const made = { text, units: [], without: [], asks: null, addresses: false };
  let from = 0;
  const all = tokens(text);
  for (const part of [...parts(text), null]) {
    const to = part?.start ?? text.length;
    takeWords({ list: all.filter((token) => token.start >= from && token.end <= to), text, glossary }, made);
    if (!part) break;
    const list = all.filter((token) => token.start >= part.start && token.end <= part.end);
    if (list.length) (part.without ? made.without : made.units).push(phrase(list, text));
    from = part.end;
  }
  return limited(made, common);
}

/**
 * @param {Reading} reading
 * @param {Query} made what the words are put into
 */
function takeWords(reading, made) {
  const { list, text, glossary } = reading;
  for (let at = 0; at < list.length; ) {
    const taken = date(reading, at) ?? decade(reading, at) ?? year(reading, at) ?? ordinal(reading, at) ?? term(reading, at) ?? glossary.fullAt(list, at) ?? likewiseAt(list, at);
    const guide = taken ? null : (initialsAt(reading, at) ?? guideAt(list, at));
    const [alternatives, next, more] = taken ?? (guide ? guided(list, at, guide) : null) ?? count(reading, at) ?? word(reading, at);
    made.asks ??= guide?.asks ?? null;
    made.addresses ||= Boolean(guide?.addresses);
    made.units.push({ alternatives, raw: text.slice(list[at].start, list[next - 1].end), start: list[at].start, end: list[next - 1].end, ...more });
    at = next;
  }
}

/**
 * The initials before a given name, “N.V. Mận”: they address somebody, as “ông” does, since no page
 * has a name so.
 * @param {Reading} reading
 * @param {number} at
 * @returns {ReturnType<typeof guideAt>}
 */
function initialsAt({ list, text }, at) {
  const isInitial = (/** @type {number} */ one) => /^\p{Lu}\. ?$/u.test(text.slice(list[one].start, list[one + 1]?.start));
  let next = at;
  while (next < list.length && isInitial(next)) next++;
  return next - at > 1 && /^\p{Lu}\p{Ll}/u.test(list[next]?.raw ?? "") ? { length: next - at, addresses: true } : null;
}

/**
 * @param {Token[]} list
 * @param {number} at
 * @param {NonNullable<ReturnType<typeof guideAt>>} guide
 * @returns {[Word[][], number, Partial<Unit>]}
 */
const guided = (list, at, { length, addresses }) => [[list.slice(at, at + length).map(typed)], at + length, { guide: true, ...(addresses ? { addresses } : {}) }];

/**
 * The query with no more units than are searched for. Guides count as other units where there is nothing
 * else, and are left out where they are common words.
 * @param {Query} made
 * @param {{has(term: string): boolean}} common
 */
function limited(made, common) {
  const guidesAlone = made.units.every((unit) => unit.guide);
  /** @type {Unit[]} */
  const few = [];
  for (const { guide, ...unit } of made.units) {
    const guides = guide && !guidesAlone;
    if (guides && unit.alternatives.flat().some((one) => common.has(one.term))) continue;
    few.push(guides ? { ...unit, guide } : unit);
    if (few.length > 1 && commonIn(few, common).size > MOST_COMMON) {
      few.pop();
      break;
    }
    if (few.filter((one) => !one.guide).length === MOST_UNITS) break;
  }
  return { ...made, units: few };
}

/**
 * Another reading of a query, in which words that look like unconverted keys of Telex or VNI are converted;
 * null where no word does. Words that are `known` as they stand are left. `sure`: it can hardly be anything
 * else, as “Nguye6n” and unlike “hoi6”.
 * @param {string} query
 * @param {(term: string) => boolean} [known]
 * @returns {{text: string, put: [string, string][], sure: boolean} | null}
 */
export function retyped(query, known = () => false) {
  const words = /(?<![\p{L}0-9])\p{L}[\p{L}\p{M}0-9]*/gu;
  const typed = query.normalize("NFC").slice(0, LONGEST_QUERY);
  const read = (/** @type {boolean} */ rare) => {
    /** @type {[string, string][]} */
    const put = [];
    let sure = false;
    const text = typed.replace(words, (raw) => {
      const made = known(fold(raw.toLowerCase())) ? null : decoded(raw, rare);
      if (!made) return raw;
      sure ||= /[0-9]\p{L}/u.test(raw);
      put.push([raw, made]);
      return made;
    });
    return put.length ? { text, put, sure } : null;
  };
  // Beside other such words “coong” is taken for one too, although it is a possible syllable.
  return read(false) && read(true);
}
