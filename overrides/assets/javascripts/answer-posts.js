// The card for who held a post: who is certain, who is possible, and when no source names anybody.

import { inBrackets } from "./answer-card.js";

/** @typedef {import("./answer-card.js").Card} Card */
/** @typedef {import("./answer-card.js").Line} Line */
/** @typedef {import("./answer-card.js").Link} Link */
/** @typedef {import("./answer-parse.js").Meaning} Meaning */

/**
 * A time in a post as the index has it (macros/search/answers/posts.py); one without a person is a
 * vacancy, and one whose person links nowhere a holder without a name, who has the numbers of the
 * `congresses` in whose terms he is told of. Days are ISO, "" for unknown.
 * @typedef {{person?: Link, term: string, inferred?: string, how?: string[], note?: string, possible?: [string, string],
 *   sure: [string, string], moments?: [string, string][], begun?: string, cites?: Link[], congresses?: string[]}} Held
 */
/**
 * @typedef {{post: string, short: string, organization: Link, rows: Held[], single?: boolean, first?: boolean, last?: number, until?: string, spoken?: string,
 *   existed?: [string, string], absent?: [string, string, string][], days?: string, said?: string}} PostRecord
 */
/**
 * Days, both included; `to` may be "". Of a `term` both are days of congresses: whoever left on the first
 * or came on the last was not in office in that term.
 * @typedef {{from: string, to: string, said: string, term?: boolean}} Asked
 */

const LAST_DAY = "9999-12-31";
// More than these would be a table, which a page shows better.
const MOST = 6;

/**
 * How sure it is that a post was held on some day of those asked for.
 * @param {Held} held
 * @param {Asked} asked
 * @returns {"sure" | "possible" | "no"}
 */
export function heldWithin({ possible, sure, moments = [] }, { from, to, term }) {
  const until = to || LAST_DAY;
  const [earliest, latest] = possible ?? ["", ""];
  if ((earliest && earliest > until) || (latest && latest < from)) return "no";
  if (term && ((earliest && earliest === until) || (latest && latest === from))) return "no";
  const lasting = sure[0] && sure[1] && sure[0] <= sure[1] && sure[0] <= until && sure[1] >= from;
  const known = moments.some(([first, last]) => first && last && first >= from && last <= until);
  return lasting || known ? "sure" : "possible";
}

/**
 * Whether a vacancy has a day of those asked for.
 * @param {Held} vacancy
 * @param {Asked} asked
 */
const emptyWithin = ({ sure }, { from, to }) => sure[0] < (to || LAST_DAY) && sure[1] > from && sure[0] < sure[1];

/**
 * @param {Held} held
 * @param {string} [doubt]
 * @returns {Line}
 */
function line(held, doubt = "") {
  if (!held.person) return { head: ["Tài liệu không nêu ai giữ chức", ""], text: held.term, marks: [], notes: [], cites: [], empty: true };
  const marks = [...(held.inferred ? [held.inferred] : []), ...(doubt ? [doubt] : [])];
  const notes = [(held.how ?? []).join("; "), held.note ?? ""].filter(Boolean);
  return { head: held.person, text: held.term, marks, notes, cites: held.cites ?? [], doubt: doubt !== "" };
}

/**
 * @param {PostRecord} record
 * @param {string} when
 * @returns {Card}
 */
const opened = (record, when) => ({
  kind: "holder",
  title: [record.short, record.organization[0], when].filter(Boolean).join(" – "),
  lead: "",
  lines: [],
  notes: record.said ? [record.said] : [],
  more: record.days ? [["Ai giữ chức vào ngày…", record.days]] : [],
});

/** @param {Held} held */
const isHeld = (held) => held.person !== undefined;

/**
 * The last holder of a seat: the row numbered `last` from the end, since those after it may have stood in.
 * @param {PostRecord} record
 * @returns {Held[]}
 */
const lastOf = ({ rows, last }) => rows.filter(isHeld).slice(-(last ?? 1)).slice(0, 1);

/**
 * The card for a post now, at first, or all through.
 * @param {PostRecord} record
 * @param {Meaning["moment"]} moment
 * @returns {Card}
 */
export function holderAt(record, moment) {
  const persons = record.rows.filter(isHeld);
  if (moment === "all") {
    const card = opened(record, "các thời kỳ");
    card.lines = record.rows.slice(0, MOST + 2).map((held) => line(held));
    const left = record.rows.length - card.lines.length;
    if (left > 0) card.notes.push(`Còn ${left} dòng nữa ở trang của tổ chức.`);
    card.more.unshift([record.organization[0], record.organization[1]]);
    return card;
  }
  if (moment === "first" || moment === "founding") {
    const card = opened(record, "người đầu tiên");
    const first = persons.filter((held) => held.moments?.[0]?.join() === persons[0].moments?.[0]?.join());
    if (record.first) card.lines = first.map((held) => line(held));
    else {
      card.lead = "Tài liệu không nêu ai là người đầu tiên giữ chức này.";
      card.notes.push(`Người sớm nhất được nhắc: ${first.map(brief).join("; ")}.`);
      card.cites = first.flatMap((held) => held.cites ?? []);
    }
    return card;
  }
  const card = opened(record, "");
  const last = record.single ? lastOf(record) : latest(persons);
  const told = record.said ? "Ủy viên gần nhất được ghi nhận." : "Người nhận chức gần nhất được ghi nhận.";
  card.lead = record.single ? "Người giữ chức gần nhất được ghi nhận." : told;
  card.lines = last.map((held) => line(held));
  if (record.until) card.notes.push(`${capital(record.until)}.`);
  return card;
}

/** @param {Held[]} persons */
function latest(persons) {
  const most = persons.map((held) => held.begun ?? "").sort().at(-1);
  return persons.filter((held) => (held.begun ?? "") === most);
}

/** @param {Held} held */
const brief = (held) => `${held.person?.[0]} ${inBrackets(held.term)}`;

/**
 * The card for a post on some days.
 * @param {PostRecord} record
 * @param {Asked} asked
 * @returns {Card}
 */
export function holderWithin(record, asked) {
  const card = opened(record, asked.said);
  if (card.more.length && asked.from === asked.to) card.more[0][1] += `?ngay=${asked.from}`;
  const existed = outsideOf(record, asked);
  if (existed) return { ...card, lead: existed };
  if (record.spoken && asked.from > record.spoken) return later(card, record);
  const states = new Map(record.rows.filter(isHeld).map((held) => [held, heldWithin(held, asked)]));
  const sure = [...states].filter(([, state]) => state === "sure").map(([held]) => held);
  const possible = [...states].filter(([, state]) => state === "possible").map(([held]) => held);
  const doubt = "không rõ có giữ chức lúc ấy";
  const doubted = sure.length && !record.single ? [] : possible.length <= MOST ? possible : [];
  const told = record.rows.filter((held) => sure.includes(held) || doubted.includes(held) || (!held.person && emptyWithin(held, asked)));
  card.lines = told.slice(0, MOST).map((held) => line(held, doubted.includes(held) ? doubt : ""));
  if (told.length > MOST) card.notes.push(`Còn ${told.length - MOST} dòng nữa ở trang của tổ chức.`);
  const silent = possible.length - doubted.length;
  if (silent) card.notes.push(`Ngoài ra, tài liệu không cho biết ${silent} người khác đã thôi chức hay chưa.`);
  if (!sure.length) card.lead = doubted.length ? "Tài liệu không nói chắc ai giữ chức này." : "Tài liệu không nêu ai giữ chức này.";
  if (!sure.length && !doubted.length) {
    card.lines = [];
    card.notes = [...neighbours(record, asked), ...card.notes];
    card.cites = beside(record, asked).flatMap((held) => held?.cites ?? []);
  }
  return card;
}

/**
 * The card for days of which no source speaks any more.
 * @param {Card} card
 * @param {PostRecord} record
 * @returns {Card}
 */
function later(card, record) {
  const last = lastOf(record);
  const notes = [...card.notes, `${capital(record.until ?? "")}.`, `Người gần nhất được ghi nhận: ${last.map(brief).join("; ")}.`];
  return { ...card, lead: "Tài liệu không nêu ai giữ chức này.", notes, cites: last.flatMap((held) => held.cites ?? []) };
}

const capital = (/** @type {string} */ words) => words.slice(0, 1).toUpperCase() + words.slice(1);

/**
 * What is said where the organization was not there yet, or no more; "" where it may have been.
 * @param {PostRecord} record
 * @param {Asked} asked
 */
function outsideOf({ existed, absent: absences, organization }, asked) {
  const inWords = (/** @type {string} */ day) => day.split("-").reverse().join("/");
  if (existed?.[0] && asked.to && asked.to < existed[0]) return `${organization[0]} chưa thành lập: sớm nhất là ${inWords(existed[0])}.`;
  if (existed?.[1] && asked.from > existed[1]) return `${organization[0]} đã kết thúc hoạt động: chậm nhất là ${inWords(existed[1])}.`;
  const absent = absences?.find(([last, first]) => asked.from > last && asked.to && asked.to < first);
  if (absent) return `${organization[0]} lúc ấy không hoạt động: ${absent[2]}.`;
  return "";
}

/**
 * The last who held the post before the days asked for, and the first after.
 * @param {PostRecord} record
 * @param {Asked} asked
 */
function beside(record, asked) {
  const persons = record.rows.filter(isHeld);
  const before = persons.filter((held) => held.possible?.[1] && held.possible[1] < asked.from).at(-1);
  const after = persons.find((held) => held.possible?.[0] && asked.to && held.possible[0] > asked.to);
  return [before, after];
}

/**
 * @param {PostRecord} record
 * @param {Asked} asked
 */
function neighbours(record, asked) {
  const [before, after] = beside(record, asked);
  return [...(before ? [`Trước đó: ${brief(before)}.`] : []), ...(after ? [`Sau đó: ${brief(after)}.`] : [])];
}

/**
 * The card where no source names any holder of a post.
 * @param {string} post
 * @param {Link} organization
 * @param {string} who
 * @returns {Card}
 */
export const holderUnknown = (post, organization, who) => ({
  kind: "holder",
  title: `${post} – ${organization[0]}`,
  lead: `Tài liệu không nêu ${who}.`,
  lines: [],
  notes: [],
  more: [[organization[0], organization[1]]],
});
