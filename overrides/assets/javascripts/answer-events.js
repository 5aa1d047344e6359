// The cards for when and by what decision, for what became of a unit and out of what it came, for
// seats, papers and words.

/** @typedef {import("./answer-card.js").Card} Card */
/** @typedef {import("./answer-card.js").Line} Line */
/** @typedef {import("./answer-card.js").Link} Link */

/** @typedef {{values: Link[], detail?: string, note?: string, cites?: Link[], conflicts?: Link[]}} Told a line of a summary */
/**
 * @typedef {{kind: string, sort: string, when: string, time: [string, string], before?: Link[], after?: Link[], moved?: Link[],
 *   documents?: Link[], summary?: string, note?: string, cites?: Link[], conflicts?: Link[], joint?: string}} Change
 */
/**
 * @typedef {{number: number, key: string, name: string, term?: string, years: [string, string], dates?: string, time: [string, string],
 *   office: [string, string], delegates?: string, bodies?: [string, string, string, string][],
 *   officers?: [string, [string, string, string][]][], elected?: boolean, note?: string, conflict?: Link, cites?: Link[], url?: string}} Congress
 */
/**
 * What is told of an organization (macros/search/answers/events.py).
 * @typedef {{organization: Link, kind: string, founding?: Told[], end?: Told[], stops?: string, seats?: Told[], before?: Change[],
 *   after?: Change[], renamings?: Change[], congresses?: Congress[], existed: [string, string], elsewhere?: boolean,
 *   posts?: [string, string, string][], counts?: [string, string, string][]}} Life
 */

const names = (/** @type {Link[]} */ links) => links.map(([text]) => text).join(", ");

/**
 * @param {string} title
 * @param {Life} life
 * @param {Card["kind"]} kind
 * @returns {Card}
 */
const opened = (title, life, kind) => ({ kind, title: `${title} – ${life.organization[0]}`, lead: "", lines: [], notes: [], more: [life.organization] });

/**
 * @param {Told} told
 * @returns {Line}
 */
const summaryLine = ({ values, detail, note, cites, conflicts }) => ({
  head: values[0] ?? ["Tài liệu không nêu ngày", ""],
  links: values.slice(1),
  text: "",
  marks: [],
  notes: [detail ?? "", note ?? ""].filter(Boolean),
  cites: cites ?? [],
  conflicts,
});

/**
 * A change as a line: when, out of what, into what, by which papers.
 * @param {Change} change
 * @returns {Line}
 */
function changeLine({ kind, when, joint, before = [], after = [], documents, summary, note, cites, conflicts }) {
  const text = before.length ? `${kind}: ${names(before)} ${joint ?? "→"} ${names(after)}` : kind;
  return { head: [when, ""], text, links: documents, marks: [], notes: [summary ?? "", note ?? ""].filter(Boolean), cites: cites ?? [], conflicts };
}

/**
 * A change as a line that begins with what came of it, or what it came of.
 * @param {"before" | "after"} side
 * @returns {(change: Change) => Line}
 */
const sideLine = (side) => (change) => {
  const line = changeLine(change);
  const links = change[side] ?? [];
  const words = names(links);
  const when = `${change.when[0].toLowerCase()}${change.when.slice(1)}`;
  return {
    ...line,
    head: [`${words[0].toUpperCase()}${words.slice(1)}`, links.length === 1 ? links[0][1] : ""],
    text: `${change.kind}, ${when}: ${names(change.before ?? [])} ${change.joint ?? "→"} ${names(change.after ?? [])}`,
  };
};

/**
 * When an organization was founded, and by what.
 * @param {Life} life
 * @returns {Card}
 */
export function founded(life) {
  const card = opened("Thành lập", life, "when");
  card.lines = (life.founding ?? []).map(summaryLine);
  // A line without a day tells of papers alone.
  if (!card.lines.length) card.lead = "Tài liệu không nêu ngày thành lập và văn bản thành lập.";
  return card;
}

/**
 * @param {Life} life
 * @returns {Card}
 */
export function ended(life) {
  const card = opened("Kết thúc hoạt động", life, "when");
  card.lines = [...(life.end ?? []).map(summaryLine), ...(life.after ?? []).slice(0, 1).map(changeLine)];
  const stops = life.stops ? ` Tài liệu dừng ở ${life.stops}.` : "";
  if (!card.lines.length) card.lead = `Tài liệu không nêu việc kết thúc hoạt động.${stops}`;
  return card;
}

/**
 * @param {Life} life
 * @returns {Card}
 */
export function renamed(life) {
  const card = opened("Đổi tên", life, "when");
  card.lines = (life.renamings ?? []).map(changeLine);
  if (!card.lines.length) card.lead = "Tài liệu không nêu lần đổi tên nào.";
  return card;
}

/**
 * The mergers that an organization came out of, and those that it went into.
 * @param {Life} life
 * @returns {Card}
 */
export function merged(life) {
  const card = opened("Hợp nhất, sáp nhập", life, "when");
  const joined = [...(life.before ?? []), ...(life.after ?? [])].filter(({ sort }) => ["merger", "absorption", "founding"].includes(sort));
  card.lines = joined.map(changeLine);
  if (!card.lines.length) card.lead = "Tài liệu không nêu việc hợp nhất, sáp nhập nào.";
  return card;
}

/**
 * When a congress met; all of them where none is named.
 * @param {Life} life
 * @param {Congress[]} congresses
 * @returns {Card}
 */
export function met(life, congresses) {
  const [only] = congresses;
  const title = congresses.length === 1 ? only.name : "Các kỳ đại hội";
  const card = opened(title, life, "when");
  card.lines = congresses.map((one) => ({
    head: [one.dates || "Tài liệu không nêu ngày họp", one.url ?? ""],
    text: [...(congresses.length > 1 ? [one.name] : []), ...(one.term ? [`nhiệm kỳ ${one.term}`] : [])].join(", "),
    marks: [],
    notes: congresses.length === 1 && one.note ? [one.note] : [],
    cites: one.cites ?? [],
    conflicts: one.conflict ? [one.conflict] : [],
    empty: !one.dates,
  }));
  return card;
}

/**
 * What became of a unit, step by step.
 * @param {Life} life
 * @returns {Card}
 */
export function successor(life) {
  const card = opened("Về sau", life, "successor");
  card.lines = [...(life.renamings ?? []), ...(life.after ?? [])].filter((change) => change.after).map(sideLine("after"));
  if (!card.lines.length) card.lead = "Tài liệu không kể việc sáp nhập hay đổi tên nào về sau.";
  return card;
}

/**
 * Out of what an organization came.
 * @param {Life} life
 * @returns {Card}
 */
export function origin(life) {
  const card = opened("Nguồn gốc", life, "origin");
  // Not absorptions: an organization that took others in was there before.
  card.lines = (life.before ?? []).filter((change) => change.before && change.sort !== "absorption").map(sideLine("before"));
  if (!card.lines.length) card.lead = "Tài liệu không kể tổ chức này từ đâu mà thành.";
  return card;
}

/**
 * Where an organization had its seat; on some days, where they are asked for.
 * @param {Life} life
 * @returns {Card}
 */
export function seats(life) {
  const card = opened("Trụ sở", life, "seat");
  card.lines = (life.seats ?? []).map(({ values, detail, note, cites }) => ({
    head: values[0], text: detail ?? "", marks: [], notes: note ? [note] : [], cites: cites ?? [],
  }));
  if (!card.lines.length) card.lead = "Tài liệu không nêu trụ sở.";
  return card;
}

/** @typedef {{name: string, symbol: string, date?: string, term?: string, time?: [string, string], subject?: string, issuer: string, of?: string, replaces?: Link[], note?: string, cites?: Link[], url: string}} Paper */

/**
 * What a document is; where a symbol was given twice, both.
 * @param {Paper[]} papers
 * @returns {Card}
 */
export const papers = (papers) => ({
  kind: "document",
  title: papers.length > 1 ? `${papers.length} văn bản cùng số, ký hiệu ${papers[0].symbol}` : "Văn bản",
  lead: papers.length > 1 ? "Bạn hỏi văn bản nào? Xem ngày, khóa và cơ quan ban hành; hỏi kèm năm thì chỉ còn văn bản của năm ấy." : "",
  lines: papers.map((paper) => ({
    head: [paper.name, paper.url],
    text: [paper.date || "tài liệu không ghi ngày", ...(paper.term ? [paper.term] : []), paper.of ? `${paper.issuer} (${paper.of})` : paper.issuer].join("; "),
    links: [],
    marks: [],
    notes: [paper.subject ?? "Tài liệu không nêu trích yếu.", ...(paper.replaces ? [`Thay ${names(paper.replaces)}.`] : []), paper.note ?? ""].filter(Boolean),
    cites: paper.cites ?? [],
  })),
  notes: [],
  more: [],
});

/** @typedef {{short: string, full: string, note?: string, kind: "abbreviation" | "term", url: string}} Meant */

/**
 * What an abbreviation or a term means.
 * @param {Meant[]} meant
 * @returns {Card}
 */
export const meanings = (meant) => ({
  kind: "abbreviation",
  title: meant[0].kind === "term" ? "Thuật ngữ" : "Chữ viết tắt",
  lead: "",
  lines: meant.map(({ short, full, note, url }) => ({ head: [`${short}: ${full}`, url], text: "", marks: [], notes: note ? [note] : [], cites: [] })),
  notes: [],
  more: [],
});
