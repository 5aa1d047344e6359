// The card for how many: the value that a source gives for the time asked for, or that none does.

import { inBrackets } from "./answer-card.js";

/** @typedef {import("./answer-card.js").Card} Card */
/** @typedef {import("./answer-card.js").Line} Line */
/** @typedef {import("./answer-card.js").Link} Link */
/** @typedef {import("./answer-posts.js").Asked} Asked */

/**
 * A value as the index has it (macros/search/answers/figures.py). `time` are its first and last day; with
 * `spans`, it counts over all of them, and not at a moment within.
 * @typedef {{text: string, period: string, time: [string, string], spans?: boolean, how?: string[], note?: string,
 *   conflict?: Link, cites?: Link[], url?: string}} Value
 */
/** @typedef {{indicator: string, unit: string, organization: Link, rows: Value[], existed?: [string, string]}} CountRecord */

// Values side by side; a series of more is a click away.
const MOST = 4;

/**
 * @param {Value} value
 * @returns {Line}
 */
const line = (value) => ({
  head: [value.text, value.url ?? ""],
  text: [value.period, ...(value.how ?? [])].join("; "),
  marks: [],
  notes: value.note ? [value.note] : [],
  cites: value.cites ?? [],
  conflicts: value.conflict ? [value.conflict] : [],
});

/**
 * @param {CountRecord} record
 * @param {string} when
 * @returns {Card}
 */
function opened(record, when) {
  const last = record.rows.at(-1);
  return {
    kind: "count",
    title: [record.indicator, record.organization[0], when].filter(Boolean).join(" – "),
    lead: "",
    lines: [],
    notes: [],
    more: record.rows.length > 1 && last?.url ? [[`Cả chuỗi (${record.rows.length} số)`, last.url]] : [],
  };
}

/** @param {Value} value */
const until = ({ time }) => time[1] || time[0];

/**
 * The card for the latest value, the first, or that of the founding.
 * @param {CountRecord} record
 * @param {"now" | "first" | "founding" | "all" | null} moment
 * @returns {Card}
 */
export function countAt(record, moment) {
  if (moment === "founding") {
    const [founded] = record.existed ?? [""];
    const card = opened(record, "khi thành lập");
    const near = founded ? record.rows.filter(({ time, spans }) => !spans && time[0] && time[0].slice(0, 7) <= founded.slice(0, 7) && time[1] >= founded) : [];
    if (near.length) card.lines = near.slice(0, MOST).map(line);
    else card.lead = "Tài liệu không cho số này khi thành lập.";
    return card;
  }
  const wanted = moment === "first" ? record.rows.map((row) => row.time[0] || row.time[1]).sort()[0] : record.rows.map(until).sort().at(-1);
  const rows = record.rows.filter((row) => (moment === "first" ? row.time[0] || row.time[1] : until(row)) === wanted);
  const card = opened(record, "");
  if (moment === "first") card.lead = "Số sớm nhất mà tài liệu cho.";
  else if (record.rows.length > rows.length) card.lead = "Số gần nhất mà tài liệu cho.";
  card.lines = rows.slice(0, MOST).map(line);
  return card;
}

/**
 * The card for the values of some days.
 * @param {CountRecord} record
 * @param {Asked} asked
 * @returns {Card}
 */
export function countWithin(record, asked) {
  const card = opened(record, asked.said);
  const within = record.rows.filter(({ time }) => time[0] && time[1] && time[0] >= asked.from && time[1] <= asked.to);
  const own = exact(within, asked);
  if (own.length) {
    card.lines = own.slice(0, MOST).map(line);
    if (own.length > MOST) card.notes.push(`Còn ${own.length - MOST} số nữa trong thời gian ấy.`);
    return card;
  }
  const around = record.rows.filter((row) => !within.includes(row) && touches(row, asked));
  if (around.length) {
    card.lead = `Tài liệu không có số riêng của ${asked.said}; dưới đây là số của thời gian có thể gồm cả lúc ấy.`;
    card.lines = around.slice(0, MOST).map(line);
    return card;
  }
  card.lead = `Tài liệu không cho số này của ${asked.said}.`;
  const before = record.rows.filter((row) => row.time[1] && row.time[1] < asked.from).at(-1);
  const after = record.rows.find((row) => row.time[0] && row.time[0] > asked.to);
  if (before) card.notes.push(`Trước đó: ${before.text} ${inBrackets(before.period)}.`);
  if (after) card.notes.push(`Sau đó: ${after.text} ${inBrackets(after.period)}.`);
  card.cites = [before, after].flatMap((row) => row?.cites ?? []);
  return card;
}

/**
 * Of the values within a time, those that count over all of it; or else all of them.
 * @param {Value[]} within
 * @param {Asked} asked
 */
function exact(within, asked) {
  const whole = within.filter(({ time, spans }) => spans && time[0] === asked.from && time[1] === asked.to);
  return whole.length ? whole : within;
}

/**
 * Whether the time of a value, which may be unknown at either end, may share a day with the days asked for.
 * @param {Value} value
 * @param {Asked} asked
 */
const touches = ({ time }, { from, to }) => (!time[0] || time[0] <= to) && (!time[1] || time[1] >= from);

/**
 * The card where no source gives a value.
 * @param {string} indicator
 * @param {Link} organization
 * @returns {Card}
 */
export const countUnknown = (indicator, organization) => ({
  kind: "count",
  title: `${indicator} – ${organization[0]}`,
  lead: "Tài liệu không cho số này.",
  lines: [],
  notes: [],
  more: [[organization[0], organization[1]]],
});
