// From a question to its card: what it means, the records that it needs, the card that they make.
//
// No card rather than a wrong one: where a word is not understood, or two organizations may be meant
// and a choice would not help, there is none.

import { wordsOf } from "./answer-card.js";
import { countAt, countUnknown, countWithin } from "./answer-counts.js";
import { ended, founded, merged, met, origin, renamed, seats, successor } from "./answer-events.js";
import { definition, writtenOut } from "./answer-meaning.js";
import { definedIn, namesIn, understand } from "./answer-parse.js";
import { holderAt, holderUnknown, holderWithin } from "./answer-posts.js";
import { ofSite } from "./answer-site.js";
import { fitOf, isWord } from "./answer-words.js";
import { tokens } from "./search-text.js";

/** @typedef {import("./search-text.js").Token} Token */
/** @typedef {import("./answer-card.js").Card} Card */
/** @typedef {import("./answer-events.js").Life} Life */
/** @typedef {import("./answer-events.js").Congress} Congress */
/** @typedef {import("./answer-parse.js").Meaning} Meaning */
/** @typedef {import("./answer-parse.js").Form} Form */
/** @typedef {import("./answer-parse.js").Post} Post */
/** @typedef {import("./search-glossary.js").Glossary} Glossary */
/** @typedef {{get: (key: string) => Promise<any>, entry: {posts: Post[], ends: string, cities: string[], site: import("./answer-site.js").Pages}}} Answers */
/** @typedef {{id: string, own: boolean, life: Life}} Candidate */

// If more organizations than these may be meant, the reader is not asked which.
const MOST_CHOICES = 4;
// A question whose words fit more organizations than these gets no card.
const MOST_NAMED = 12;

/**
 * The card for a question; null where there is none.
 * @param {string} query
 * @param {Glossary} glossary
 * @param {Answers} answers
 * @returns {Promise<Card | null>}
 */
export async function answer(query, glossary, answers) {
  const text = query.normalize("NFC");
  const list = tokens(text);
  // What the history tells comes before what the site tells of itself.
  return (await ofHistory(list, text, glossary, answers)) ?? ofSite(list, text, answers.entry.site);
}

/**
 * @param {Token[]} list
 * @param {string} text
 * @param {Glossary} glossary
 * @param {Answers} answers
 * @returns {Promise<Card | null>}
 */
async function ofHistory(list, text, glossary, answers) {
  const defined = definedIn(list);
  if (defined) {
    const card = await definition(defined, answers, glossary);
    if (card) return card;
  }
  const readings = writtenOut(list, glossary);
  /** @type {Map<string, Card>} */
  const cards = new Map();
  for (const full of readings) {
    const card = await ofOrganization(full, text, answers);
    if (card) cards.set(wordsOf(card), card);
  }
  // Two readings that both have an answer leave open which is meant.
  if (cards.size) return cards.size === 1 ? [...cards.values()][0] : null;
  return readings[0].length > list.length ? ofOrganization(list, text, answers) : null;
}

/**
 * @param {Token[]} list
 * @param {string} text
 * @param {Answers} answers
 * @returns {Promise<Card | null>}
 */
async function ofOrganization(list, text, answers) {
  const { posts, ends, cities } = answers.entry;
  const known = new Set(ends.split(" "));
  const lasts = [...new Set(list.map((token) => token.term))].filter((term) => known.has(term));
  /** @type {(Form[] | undefined)[]} */
  const named = await Promise.all(lasts.map((end) => answers.get(`name/${end}`)));
  const forms = named.flatMap((some) => some ?? []);
  const ids = namesIn(list, forms);
  if (!ids.length || ids.length > MOST_NAMED) return null;
  /** @type {Map<string, Life>} */
  const lives = new Map(await Promise.all(ids.map(async (id) => /** @type {[string, Life]} */ ([id, await answers.get(`about/${id}`)]))));
  const labels = [...lives.values()].flatMap((life) => (life.counts ?? []).flatMap(([, label]) => [label, label.replace(/ \(.*\)$/, "")]));
  const meaning = understand(list, text, { forms, posts, labels: [...new Set(labels)], cities });
  if (!meaning) return null;
  const candidates = await Promise.all(meaning.named.map(async (one) => ({ ...one, life: { .../** @type {Life} */ (lives.get(one.id)), ...await more(one.id, meaning, answers) } })));
  if (meaning.kind === "holder") return holder(meaning, candidates, answers);
  if (meaning.kind === "count") return count(meaning, candidates, answers);
  return event(meaning, candidates, text);
}

/**
 * What a question needs to know of an organization besides what it is.
 * @param {string} id
 * @param {Meaning} meaning
 * @param {Answers} answers
 * @returns {Promise<Partial<Life>>}
 */
async function more(id, { kind, event, time }, answers) {
  if (time?.ordinal || time?.term || event === "congress") return { congresses: (await answers.get(`congress/${id}`)) ?? [] };
  return kind === "holder" || kind === "count" ? {} : answers.get(`life/${id}`);
}

/**
 * Of those that fit, the ones named by a name of their own; or else all.
 * @template {{own: boolean}} T
 * @param {T[]} fitting
 * @returns {T[]}
 */
function best(fitting) {
  const own = fitting.filter((one) => one.own);
  return own.length ? own : fitting;
}

/**
 * A card that asks which organization is meant; null where there are too many, or none.
 * @param {string} what
 * @param {Candidate[]} candidates
 * @param {string} question what is asked of each, its name to come after
 * @returns {Card | null}
 */
function choice(what, candidates, question) {
  if (candidates.length < 2 || candidates.length > MOST_CHOICES) return null;
  const choices = candidates.map(({ life }) => /** @type {[string, string]} */ ([life.organization[0], `${question} ${life.organization[0]}`]));
  return { kind: "choice", title: what, lead: "Có mấy tổ chức được gọi như vậy. Ý bạn là:", lines: [], notes: [], more: [], choices };
}

/**
 * The days that a time means for an organization; null for a congress whose days are not known.
 * @param {Meaning["time"]} time
 * @param {Congress | undefined} congress
 * @returns {import("./answer-posts.js").Asked | null}
 */
function daysOf(time, congress) {
  if (congress) {
    const term = congress.term ? `nhiệm kỳ ${congress.term}` : `nhiệm kỳ ${congress.name}`;
    return congress.office[0] ? { from: congress.office[0], to: congress.office[1], said: term, term: true } : null;
  }
  // Years of a term of which nothing is told are years.
  return time?.from && time.to ? { from: time.from, to: time.to, said: time.said.replace("nhiệm kỳ", "các năm") } : null;
}

/**
 * The congresses that a time names: by their number, which may be of several series, or by the years
 * of a term.
 * @param {Meaning["time"]} time
 * @param {Life} life
 */
function congressesOf(time, life) {
  return (life.congresses ?? []).filter((one) => (time?.ordinal ? one.number === time.ordinal
    : time?.term && one.years[0] === time.from && one.years[1] === time.to));
}

/**
 * The one congress that a time names; undefined where there are several.
 * @param {Meaning["time"]} time
 * @param {Life} life
 */
function congressOf(time, life) {
  const found = congressesOf(time, life);
  return found.length === 1 ? found[0] : undefined;
}

/**
 * @param {Meaning} meaning
 * @param {Candidate[]} candidates
 * @param {Answers} answers
 * @returns {Promise<Card | null>}
 */
async function holder(meaning, candidates, answers) {
  const asked = meaning.posts[0][0];
  const key = (/** @type {string} */ label) => tokens(label).map((word) => word.spelling).join(" ");
  const isAsked = (/** @type {string} */ label) => key(label) === key(asked);
  const ofParty = meaning.posts.some(([, , kinds]) => kinds.includes("party"));
  // Of the bodies of a ward only its party organization is meant by the ward's name.
  const meant = candidates.filter((one) => one.own || (ofParty && one.life.kind === "party"));
  const held = meant.flatMap((one) => (one.life.posts ?? []).filter(([label]) => isAsked(label)).map(([, role, holder]) => ({ ...one, key: `post/${holder}/${role}` })));
  const fitting = best(held);
  const keys = [...new Set(fitting.map((one) => one.key))];
  if (keys.length > 1) return meaning.time || meaning.moment ? null : choice(asked, fitting, asked);
  if (!keys.length) return unheld(meaning, meant);
  const record = await answers.get(keys[0]);
  const { life } = fitting[0];
  const card = holderCard(meaning, record, life);
  // Two have this name, and the one with holders has none at that time: the other may have been meant.
  const alike = best(meant).filter((one) => one.life.kind === life.kind).length > 1;
  return card && alike && !card.lines.length ? null : card;
}

/**
 * @param {Meaning} meaning
 * @param {import("./answer-posts.js").PostRecord} record
 * @param {Life} life
 * @returns {Card | null}
 */
function holderCard({ time, moment }, record, life) {
  if (!time) return holderAt(record, moment);
  const congress = congressOf(time, life);
  if (time.ordinal && !congress) return null;
  const days = daysOf(time, congress);
  if (days) return holderWithin(record, days);
  // A term whose days are not known: those whom the sources tell of in it.
  const officers = congress?.officers?.find(([post]) => post === record.post)?.[1] ?? [];
  if (!officers.length) return null;
  const told = record.rows.filter((row) => row.person && isOfficer(row, officers, congress?.key));
  return { ...holderAt({ ...record, rows: told }, "all"), title: `${record.short} – ${record.organization[0]} – ${congress?.name}` };
}

/**
 * Whether a holder is one of the officers of a congress: by name, or who has none by the congress itself.
 * @param {import("./answer-posts.js").Held} held
 * @param {[string, string, string][]} officers
 * @param {string | undefined} congress
 */
const isOfficer = ({ person, congresses }, officers, congress) =>
  person?.[1] ? officers.some(([name]) => name === person[0]) : (congresses ?? []).some((key) => key === congress);

/**
 * Where no source names a holder at all: the card says so of the one organization that has such a post.
 * @param {Meaning} meaning
 * @param {Candidate[]} meant
 * @returns {Card | null}
 */
function unheld(meaning, meant) {
  const [label, , kinds, isBody] = meaning.posts[0];
  const having = best(meant.filter((one) => kinds.includes(one.life.kind)));
  if (having.length !== 1 || having[0].life.elsewhere) return null;
  return holderUnknown(label, having[0].life.organization, isBody ? "ai là ủy viên" : "ai giữ chức này");
}

/**
 * The indicators of an organization that a question names: those that say just that, or else, in the
 * unit that is asked for, those that say least besides.
 * @param {Life} life
 * @param {Meaning} meaning
 * @returns {string[]}
 */
function indicatorsOf(life, { thing, loose, list, unit }) {
  const fitting = (life.counts ?? []).filter(([, , counted]) => !unit || counted.endsWith(unit))
    .flatMap(([id, label]) => ({ id, fit: fitOf(label, thing, loose, list) }))
    .flatMap(({ id, fit }) => (fit ? [{ id, ...fit }] : []));
  const exact = fitting.filter((one) => !one.more);
  const near = exact.length || !unit ? exact : least(fitting, (one) => one.more);
  // Of “đất hiến” and “đất ở hiến” the one with the joining words that were typed.
  return [...new Set(least(near, (one) => one.weak).map((one) => one.id))];
}

/**
 * @template T
 * @param {T[]} list
 * @param {(one: T) => number} measure
 */
function least(list, measure) {
  const few = Math.min(...list.map(measure));
  return list.filter((one) => measure(one) === few);
}

/**
 * @param {Meaning} meaning
 * @param {Candidate[]} candidates
 * @param {Answers} answers
 * @returns {Promise<Card | null>}
 */
async function count(meaning, candidates, answers) {
  const ofCongress = countOfCongress(meaning, candidates);
  if (ofCongress) return ofCongress;
  const counted = candidates.flatMap((one) => indicatorsOf(one.life, meaning).map((id) => ({ ...one, key: `count/${one.id}/${id}` })));
  const fitting = best(counted);
  if (fitting.length > 1) {
    const several = new Set(fitting.map((one) => one.id)).size > 1;
    return several && !meaning.time && !meaning.moment ? choice("Số liệu", fitting, meaning.thing.map((word) => word.raw).join(" ")) : null;
  }
  if (!fitting.length) return uncounted(meaning, candidates, answers);
  const record = { ...(await answers.get(fitting[0].key)), existed: fitting[0].life.existed };
  if (!meaning.time) return countAt(record, meaning.moment);
  if (meaning.time.ordinal) {
    const congress = congressOf(meaning.time, fitting[0].life);
    return congress?.term ? countWithin(record, { from: congress.years[0], to: congress.years[1], said: `nhiệm kỳ ${congress.term}` }) : null;
  }
  const { from, to, said } = meaning.time;
  return from && to ? countWithin(record, { from, to, said }) : null;
}

/**
 * Where no source counts a thing of an organization that is counted of others.
 * @param {Meaning} meaning
 * @param {Candidate[]} candidates
 * @param {Answers} answers
 * @returns {Promise<Card | null>}
 */
async function uncounted({ thing, loose, list }, candidates, answers) {
  const own = best(candidates);
  if (own.length !== 1) return null;
  /** @type {string[]} */
  const all = (await answers.get("things")) ?? [];
  const labels = all.filter((label) => fitOf(label, thing, loose, list)?.more === 0);
  return labels.length === 1 ? countUnknown(labels[0], own[0].life.organization) : null;
}

// What a congress is counted by, beside its indicators, and the words that may stand with it.
const DELEGATES = "Đại biểu";
const WITH_DELEGATES = tokens("dự tham chính thức");
const BODIES = ["Ban Chấp hành", "Ban Thường vụ", "Ủy ban Kiểm tra"];

/**
 * How many delegates a congress had, or members a body that it elected; null where neither is asked.
 * @param {Meaning} meaning
 * @param {Candidate[]} candidates
 * @returns {Card | null}
 */
function countOfCongress({ time, thing, loose, list }, candidates) {
  if (!time) return null;
  const plain = thing.filter((token) => !WITH_DELEGATES.some((word) => isWord(token, word)));
  const delegates = fitOf(DELEGATES, plain, loose, list)?.more === 0;
  const body = BODIES.find((name) => [name, `Ủy viên ${name}`].some((label) => fitOf(label, thing, loose, list)?.more === 0));
  const having = best(candidates.filter(({ life }) => congressOf(time, life)));
  if ((!delegates && !body) || having.length !== 1) return null;
  const { life } = having[0];
  const congress = /** @type {Congress} */ (congressOf(time, life));
  const size = congress.bodies?.find(([name]) => name === body);
  const card = met(life, [congress]);
  const [line] = card.lines;
  const value = delegates ? (congress.delegates ? `${congress.delegates} đại biểu` : "") : size?.[1];
  line.text = [line.text, congress.dates].filter(Boolean).join("; ");
  line.head = [value || "Tài liệu không cho số", congress.url ?? ""];
  line.notes = delegates || !size ? [] : [size[2], size[3]].filter(Boolean);
  line.empty = !value;
  return { ...card, kind: "count", title: `${delegates ? DELEGATES : body} – ${congress.name}, ${life.organization[0]}` };
}

/**
 * By what happened to an organization: what makes the card, what it is made from, and the question that
 * a choice of organizations asks.
 * @type {Record<string, [(life: Life) => Card, (life: Life) => unknown, string]>}
 */
const HAPPENED = {
  successor: [successor, (life) => life.after ?? life.renamings, "nay thuộc đâu"],
  origin: [origin, (life) => life.before, "tiền thân"],
  seat: [seats, (life) => life.seats, "trụ sở ở đâu"],
  renamed: [renamed, (life) => life.renamings, "khi nào đổi tên"],
  merged: [merged, (life) => life.before ?? life.after, "khi nào hợp nhất"],
  ended: [ended, (life) => life.end ?? life.after, "khi nào giải thể"],
  founded: [founded, (life) => life.founding, "ngày thành lập"],
  dated: [founded, (life) => life.founding, "ngày thành lập"],
};

/**
 * What is told of an organization, with only those changes that may lie in a time.
 * @param {NonNullable<Meaning["time"]>} time
 * @param {Life} life
 * @returns {Life}
 */
function of({ from = "", to = "" }, life) {
  const within = (/** @type {import("./answer-events.js").Change[] | undefined} */ changes) =>
    changes?.filter((change) => (!change.time[0] || change.time[0] <= to) && (!change.time[1] || change.time[1] >= from));
  return { ...life, before: within(life.before), after: within(life.after), renamings: within(life.renamings) };
}

/**
 * @param {Meaning} meaning
 * @param {Candidate[]} candidates
 * @param {string} text
 * @returns {Card | null}
 */
function event(meaning, candidates, text) {
  const { kind, time } = meaning;
  if (kind === "when" && meaning.event === "congress") return congress(meaning, candidates);
  const happened = HAPPENED[kind === "when" ? String(meaning.event) : kind];
  const inTime = meaning.event === "renamed" || meaning.event === "merged";
  if ((time && kind !== "seat" && !(inTime && time.from)) || !happened) return null;
  const [lay, told, question] = happened;
  // What becomes of a place is asked of the place, not of who leads it.
  const places = kind === "successor" || kind === "origin" ? candidates.filter(({ life }) => life.kind === "administrative") : [];
  const own = best(places.length && !candidates.some((one) => one.own) ? places : candidates);
  const having = own.filter((one) => told(one.life));
  const fitting = having.length ? having : own;
  if (fitting.length === 1) return inTime && time ? lay(of(time, fitting[0].life)) : lay(fitting[0].life);
  return having.length ? choice(text.trim(), having, question) : null;
}

/**
 * @param {Meaning} meaning
 * @param {Candidate[]} candidates
 * @returns {Card | null}
 */
function congress({ time }, candidates) {
  const meant = (/** @type {Life} */ life) => {
    const named = time ? congressesOf(time, life) : [];
    if (named.length) return named;
    const all = life.congresses ?? [];
    // “đại hội năm 2020”: one that met then.
    return time?.ordinal ? [] : all.filter((one) => !time?.from || (one.time[0] >= time.from && one.time[0] <= String(time.to)));
  };
  const having = best(candidates.filter(({ life }) => meant(life).length));
  return having.length === 1 ? met(having[0].life, meant(having[0].life)) : null;
}
