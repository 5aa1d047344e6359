// What a question means: which kind of answer, of which organization, of which thing, for when. Pure:
// the forms of names and the posts come from the answers' index, everything else from the words.
//
// A question is understood only if each of its words is: a word too many may turn it into another.

import { timeAt } from "./answer-time.js";
import { sensesAt, standAt, unitAt } from "./answer-words.js";
import { tokens } from "./search-text.js";

/** @typedef {import("./search-text.js").Token} Token */
/** @typedef {import("./answer-time.js").Time} Time */
/** @typedef {import("./answer-words.js").Sense} Sense */

/** [words, organization, whether they name no other, the organization that must be named after them] */
/** @typedef {[string, string, number, string]} Form */
/** [words, role, the kinds of organization that have it, whether they are the name of a body that it is a seat of] */
/** @typedef {[string, string, string[], number]} Post */
/** @typedef {{id: string, own: boolean}} Named */

/**
 * A stretch of the question that is understood.
 * @typedef {{start: number, end: number, worth: number, sense?: Sense, time?: Time, named?: Named[], posts?: Post[], unit?: string,
 *   label?: boolean}} Span
 */

/**
 * A question as understood. `thing` are the words that name what is counted, `loose` those that may be part of
 * it and otherwise join words.
 * @typedef {{kind: "holder" | "count" | "when" | "successor" | "origin" | "seat" | "meaning", named: Named[], posts: Post[],
 *   event: Sense | null, time: Time | null, moment: "now" | "first" | "all" | "founding" | null, thing: Token[], loose: Token[], list: Token[],
 *   unit: string, senses: Set<Sense>}} Meaning
 */

const LONGEST = 30;
const OF = tokens("của thuộc").map(({ term, spelling }) => ({ term, spelling }));
// What a stretch is worth: this times the square of its number of words, so that a long name stays one.
const WORTH = { named: 1.5, post: 1.4, label: 1.4, time: 1.3, sense: 1, join: 0.9, unit: 0.8 };
// What each word costs that is in no stretch.
const TOO_MANY = 6;

/** @type {Map<string, Token[]>} */
const READ = new Map();
/** @param {string} text */
function read(text) {
  const words = READ.get(text) ?? tokens(text);
  READ.set(text, words);
  return words;
}

/**
 * Where a name ends, with the city after it if one is named: “quận Mây thành phố Gió”.
 * @param {Token[]} list
 * @param {number} end
 * @param {string[]} cities
 */
function withCity(list, end, cities) {
  for (const city of cities) {
    const tail = [`thành phố ${city}`, `tp ${city}`, city].find((words) => standAt(list, end, read(words)));
    if (tail) return end + read(tail).length;
  }
  return end;
}

/**
 * The organizations that are named from token `at`, for each length of the name.
 * @param {Token[]} list
 * @param {number} at
 * @param {Form[]} forms
 * @param {string[]} cities
 * @returns {Span[]}
 */
function namesAt(list, at, forms, cities) {
  /** @type {Map<number, Named[]>} */
  const found = new Map();
  /** @type {(end: number, id: string, own: boolean) => void} */
  const add = (end, id, own) => {
    const before = found.get(end) ?? [];
    const same = before.find((one) => one.id === id);
    if (same) same.own ||= own;
    else found.set(end, [...before, { id, own }]);
  };
  for (const [words, id, own, under] of forms) {
    const name = read(words);
    if (!standAt(list, at, name)) continue;
    const end = at + name.length;
    // One word, such as “Đoàn”, is a name only with what follows.
    if (!under || name.length > 1) add(end, id, Boolean(own));
    if (!under) continue;
    const from = OF.some((of) => standAt(list, end, [of])) ? end + 1 : end;
    for (const [above, parent, , deeper] of forms) {
      if (parent === under && !deeper && standAt(list, from, read(above))) add(from + read(above).length, id, true);
    }
  }
  for (const [end, named] of [...found]) {
    const after = withCity(list, end, cities);
    for (const one of after > end ? named : []) add(after, one.id, one.own);
  }
  return [...found].map(([end, named]) => ({ start: at, end, named, worth: WORTH.named * (end - at) ** 2 }));
}

/**
 * The organizations that a question may name, wherever it does.
 * @param {Token[]} list
 * @param {Form[]} forms
 */
export const namesIn = (list, forms) => [...new Set(list.flatMap((_, at) => namesAt(list, at, forms, [])).flatMap(({ named }) => (named ?? []).map(({ id }) => id)))];

/**
 * What a question is read by: the forms of names, the posts, the names of indicators, the cities.
 * @typedef {{forms: Form[], posts: Post[], labels: string[], cities: string[]}} Known
 */

/**
 * Everything that may stand from token `at`.
 * @param {Token[]} list
 * @param {string} text
 * @param {number} at
 * @param {Known} known
 * @returns {Span[]}
 */
function spansAt(list, text, at, { forms, posts, labels, cities }) {
  /** @type {Span[]} */
  const found = namesAt(list, at, forms, cities);
  /** @type {(end: number, worth: number, rest: Partial<Span>) => void} */
  const add = (end, worth, rest) => void found.push({ start: at, end, worth: worth * (end - at) ** 2, ...rest });
  for (const { sense, end } of sensesAt(list, at)) add(end, sense === "join" ? WORTH.join : WORTH.sense, { sense });
  const time = timeAt(list, text, at);
  if (time) add(time.end, WORTH.time, { time });
  const unit = unitAt(list, at);
  if (unit) add(unit.end, WORTH.unit, { unit: unit.unit });
  for (const label of labels) {
    // A label of one word needs no stretch: it is found among the words that are left (`fitOf`).
    const words = read(label);
    if (words.length > 1 && standAt(list, at, words)) add(at + words.length, WORTH.label, { label: true });
  }
  /** @type {Map<number, Post[]>} */
  const asked = new Map();
  for (const post of posts) {
    const words = read(post[0]);
    if (standAt(list, at, words)) asked.set(at + words.length, [...(asked.get(at + words.length) ?? []), post]);
  }
  for (const [end, named] of asked) add(end, WORTH.post, { posts: named });
  return found;
}

/**
 * The best way to divide a question into stretches that are understood; the words in none of them, and in
 * labels, name the thing that it asks about.
 * @param {Token[]} list
 * @param {string} text
 * @param {Known} known
 */
function parted(list, text, known) {
  /** @type {{worth: number, span: Span | null, next: number}[]} */
  const best = new Array(list.length + 1);
  best[list.length] = { worth: 0, span: null, next: -1 };
  for (let at = list.length - 1; at >= 0; at--) {
    best[at] = { worth: best[at + 1].worth - TOO_MANY, span: null, next: at + 1 };
    for (const span of spansAt(list, text, at, known)) {
      const worth = span.worth + best[span.end].worth;
      if (worth > best[at].worth) best[at] = { worth, span, next: span.end };
    }
  }
  /** @type {Span[]} */
  const spans = [];
  /** @type {Token[]} */
  const rest = [];
  for (let at = 0; at < list.length; at = best[at].next) {
    const { span } = best[at];
    if (span && !span.label) spans.push(span);
    else rest.push(...list.slice(at, best[at].next));
  }
  return { spans, rest };
}

/**
 * The organizations that are named; where two names are said, as in “đổi tên thành”, those that bear both.
 * @param {Span[]} names
 * @returns {Named[]}
 */
function oneName(names) {
  if (names.length > 2) return [];
  const [first = [], second] = names.map(({ named }) => named ?? []);
  return second ? first.filter((one) => second.some(({ id }) => id === one.id)) : first;
}

/**
 * One time of those that are said: a congress and its years are one.
 * @param {Time[]} times
 */
function oneTime(times) {
  const numbered = times.filter((time) => time.ordinal);
  const dated = times.filter((time) => time.from);
  if (numbered.length > 1 || dated.length > 1) return undefined;
  return { ordinal: numbered[0] ?? null, dated: dated[0] ?? null };
}

/** @type {Sense[]} */
const LOOSE = ["join", "every", "many", "few", "now", "held"];

/**
 * The words that join others. One that stands before the organization's name belongs to that.
 * @param {Token[]} list
 * @param {Span[]} spans
 * @param {number} name where the name begins
 */
const looseIn = (list, spans, name) => spans.filter(({ sense, end }) => sense && LOOSE.includes(sense) && end !== name)
  .flatMap(({ start, end }) => list.slice(start, end));

/** @type {Sense[]} */
const EVENTS = ["founded", "dated", "renamed", "merged", "ended", "congress"];
/** @type {Sense[]} */
const MOMENTS = ["now", "first", "all", "founding"];

/**
 * Whether only these senses are there, besides those that say nothing.
 * @param {Set<Sense>} senses
 * @param {Sense[]} allowed
 */
const only = (senses, ...allowed) => [...senses].every((sense) => sense === "join" || allowed.includes(sense));

/**
 * What a question means; null where it is not understood as a whole.
 * @param {Token[]} list the words of the question, abbreviations written out
 * @param {string} text
 * @param {Known} known
 * @returns {Meaning | null}
 */
export function understand(list, text, known) {
  if (!list.length || list.length > LONGEST) return null;
  const { spans, rest: words } = parted(list, text, known);
  const senses = new Set(spans.flatMap((span) => span.sense ?? []));
  const names = spans.filter((span) => span.named);
  const asked = spans.filter((span) => span.posts);
  const times = oneTime(spans.flatMap((span) => span.time ?? []));
  const named = oneName(names);
  if (senses.has("other") || !named.length || asked.length > 1 || !times) return null;
  const ofCongress = senses.has("congress") || times.ordinal?.congress;
  // “tổ chức” is what is counted, where no congress is held.
  const counted = senses.has("many") && asked.length > 0;
  const rest = ofCongress && !counted ? words : list.filter((token, at) => words.includes(token) || spans.some(({ sense, posts, start, end }) => ((sense === "held" && !ofCongress) || (posts && counted)) && start <= at && at < end));
  if (!ofCongress) senses.delete("held");
  // “tất cả các bí thư” asks for the list, “tất cả các chi bộ” only joins.
  if (senses.delete("every") && asked.length && !counted && !times.dated && !times.ordinal) senses.add("all");
  const moments = MOMENTS.filter((moment) => senses.has(moment));
  const meaning = {
    named,
    // “bao nhiêu ủy viên Ban Chấp hành” counts a post.
    posts: counted ? [] : (asked[0]?.posts ?? []),
    event: EVENTS.find((event) => senses.has(event)) ?? (times.ordinal?.congress ? /** @type {const} */ ("congress") : null),
    time: times.ordinal ?? times.dated,
    moment: /** @type {Meaning["moment"]} */ (moments[0] ?? null),
    thing: rest,
    loose: looseIn(list, spans, names[0].start),
    list,
    unit: spans.find((span) => span.unit)?.unit ?? "",
    senses,
  };
  if (moments.length > 1 || (moments.length && meaning.time && !senses.has("into"))) return null;
  const kind = kindOf(meaning, { ordinal: Boolean(times.ordinal), told: rest.length });
  return kind ? { kind, ...meaning } : null;
}

/** @type {Sense[]} */
const OF_A_CONGRESS = ["congress", "held", "elected"];

/**
 * Which kind of answer is asked for; null for none that there is.
 * @param {Omit<Meaning, "kind">} meaning
 * @param {{ordinal: boolean, told: number}} about whether a congress is numbered, how many words name a thing
 * @returns {Meaning["kind"] | null}
 */
function kindOf(meaning, { ordinal, told }) {
  const { senses, posts, time, unit } = meaning;
  const numbered = ordinal ? OF_A_CONGRESS : [];
  // “ai trong Ban Thường vụ” asks who sits on it; its name alone does not.
  if (posts[0]?.[3] && !senses.has("who") && !time) return null;
  if (posts.length) return !told && !unit && only(senses, "who", "elected", ...MOMENTS, ...numbered) ? "holder" : null;
  if (told) return only(senses, "many", "now", "first", "founding", ...numbered) && !(unit && !senses.has("many")) ? "count" : null;
  if (senses.has("seat")) return only(senses, "seat", "where", "now", "first", "all") ? "seat" : null;
  if (senses.has("into")) return !time && only(senses, "into", "merged", "now", "ended", "renamed", "few", "later") ? "successor" : null;
  if (senses.has("outof")) return !time && only(senses, "outof", "founded", "merged", "few", "earlier") ? "origin" : null;
  return isDated(meaning) ? "when" : null;
}

/**
 * Whether it is asked when one thing happened, or by what decision.
 * @param {Omit<Meaning, "kind">} meaning
 */
function isDated({ senses, event }) {
  const asked = senses.has("when") || senses.has("paper") || event === "dated";
  /** @type {Sense[]} */
  const few = event === "merged" ? ["few"] : [];
  // Every change is listed, in order of time: the first and the last with them.
  /** @type {Sense[]} */
  const which = event === "merged" || event === "renamed" ? ["first", "now"] : [];
  return event !== null && asked && only(senses, "when", "paper", event, "held", ...few, ...which);
}

// May stand before or after the thing that is asked about; “so” is “số” without its marks, “tu” is TU.
const IDLE = new Set(["số", "so", "từ", "chữ", "thì", "vậy", "ạ", "hỏi", "cho"]);

/**
 * In a question about what something is, the words that name it: of “quyết định 1000-QĐ/TU là gì” the first
 * five. Null where nothing asks that.
 * @param {Token[]} list
 * @returns {Token[] | null}
 */
export function definedIn(list) {
  /** @type {Set<number>} */
  const asks = new Set();
  for (let at = 0; at < list.length; at++) {
    const longest = sensesAt(list, at).filter(({ sense }) => sense === "meaning").sort((one, other) => other.end - one.end)[0];
    if (!longest) continue;
    for (let by = at; by < longest.end; by++) asks.add(by);
    at = longest.end - 1;
  }
  if (!asks.size) return null;
  let from = 0;
  let to = list.length;
  const idle = (/** @type {number} */ at) => asks.has(at) || IDLE.has(list[at].spelling);
  while (from < to && idle(from)) from++;
  while (to > from && idle(to - 1)) to--;
  const thing = list.slice(from, to);
  return thing.length && ![...asks].some((at) => at > from && at < to) ? thing : null;
}
