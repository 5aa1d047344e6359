// A card as plain data: what `answer-view.js` shows and the tests compare.

/** Words and the address, from the site's root, that they lead to; "" for none. @typedef {[string, string]} Link */

/**
 * One value: what it is (`head`), its time and kind (`text`), “suy ra” and the like (`marks`), the
 * contradictions that it is a side of. `empty` says that it is no value: nobody, no day;
 * `doubt` that it may be none.
 * @typedef {{head: Link, text: string, marks: string[], notes: string[], cites: Link[], links?: Link[], conflicts?: Link[], empty?: boolean, doubt?: boolean}} Line
 */

/**
 * A card. `lead` says how the lines are meant, or that no source tells; `choices` are the questions
 * that one may have meant, by what they are of.
 * @typedef {{kind: "holder" | "count" | "when" | "successor" | "origin" | "seat" | "document" | "abbreviation" | "site" | "choice",
 *   title: string, lead: string, lines: Line[], notes: string[], more: Link[], cites?: Link[], choices?: [string, string][]}} Card
 */

/**
 * Words in brackets; those within become square: “(3/2 [suy ra 06/03/1946])”.
 * @param {string} words
 */
export const inBrackets = (words) => `(${words.replaceAll("(", "[").replaceAll(")", "]")})`;

/**
 * All words of a card, in the order in which they are read.
 * @param {Card} card
 */
export function wordsOf(card) {
  const lines = card.lines.flatMap(({ head, text, marks, notes, cites, links = [], conflicts = [] }) => [
    head[0], text, ...marks, ...notes, ...links.map(([words]) => words), ...conflicts.map(([topic]) => `≠ ${topic}`), ...cites.map(([words]) => words),
  ]);
  const rest = [...card.notes, ...(card.cites ?? []).map(([words]) => words), ...(card.choices ?? []).map(([words]) => words)];
  return [card.title, card.lead, ...lines, ...rest].join(" · ").replaceAll("\u00a0", " ");
}

/**
 * A card as one text, for a screen reader.
 * @param {Card} card
 */
export const spoken = (card) => [card.title, card.lead, ...card.lines.map(({ head, text, marks, conflicts = [] }) =>
  [head[0], text, ...marks, ...(conflicts.length ? ["các tài liệu ghi khác nhau"] : [])].filter(Boolean).join(", "))].filter(Boolean).join(". ");
