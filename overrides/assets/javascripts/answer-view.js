// The card above the results. Everything in it is set as text, never as markup.

import { answer } from "./answer.js";
import { spoken } from "./answer-card.js";
import { Store } from "./answer-store.js";
import { element } from "./search-element.js";
import { addressOf } from "./search-site.js";

/** @typedef {import("./answer-card.js").Card} Card */
/** @typedef {import("./answer-card.js").Line} Line */
/** @typedef {import("./answer-card.js").Link} Link */

/** @type {Promise<Store> | undefined} */
let store;

/**
 * The card for the first reading of a query that has one, as the parts of an element and as one text for a
 * screen reader; null where none is a question that is understood.
 * @param {string[]} readings
 * @param {import("./search-glossary.js").Glossary} glossary
 * @param {(question: string) => void} ask what a choice does
 */
export async function answered(readings, glossary, ask) {
  try {
    store ??= Store.open();
    const opened = await store;
    for (const reading of readings) {
      const card = await answer(reading, glossary, opened);
      if (card) return { parts: laid(card, ask), spoken: spoken(card) };
    }
    return null;
  } catch (error) {
    // A failure is not kept, nor the answers of a site that has been published anew since.
    store = undefined;
    throw error;
  }
}

/**
 * @param {Link} link
 * @param {string} name
 */
function linked([text, url], name) {
  if (!url) return element("span", name, text);
  const link = element("a", name, text);
  link.href = String(addressOf(url));
  return link;
}

/** @param {Node[]} nodes */
const commas = (nodes) => nodes.flatMap((node, at) => (at ? [", ", node] : [node]));

/**
 * A citation, its place before the title of its source: the place says more.
 * @param {Link} link
 */
function citation([title, url]) {
  const [, source, place] = /^(.*), ((?:đoạn|trang|điều) [0-9].*)$/.exec(title) ?? ["", title, ""];
  return element("span", "answer__cite", ...(place ? [linked([place, url], "answer__place"), " "] : []),
    place ? element("span", "answer__source", source) : linked([source, url], "answer__source"));
}

/** @param {Link[]} cites */
const citations = (cites) => (cites.length ? [element("p", "answer__cites", element("span", "answer__label", "Tài liệu"), " ", ...cites.map(citation))] : []);

/** @param {Line} line */
function item({ head, text, marks, notes, cites, links = [], conflicts = [], empty, doubt }) {
  const value = element("p", `answer__value${empty || doubt ? " answer__value--less" : ""}`, linked(head, "answer__head"));
  for (const mark of marks) value.append(" ", element("span", "answer__mark", mark));
  for (const [topic, url] of conflicts) {
    value.append(" ", linked([`≠ ${topic}`, url], "answer__conflict"));
  }
  const papers = links.length ? [element("p", "answer__text", ...commas(links.map((link) => linked(link, "answer__link"))))] : [];
  return element("li", "answer__line", value, ...(text ? [element("p", "answer__text", text)] : []), ...papers,
    ...notes.map((note) => element("p", "answer__note", note)), ...citations(cites));
}

/**
 * The parts of a card.
 * @param {Card} card
 * @param {(question: string) => void} ask what a choice does
 * @returns {HTMLElement[]}
 */
function laid(card, ask) {
  const title = element("h2", "answer__title", card.title);
  /** @type {HTMLElement[]} */
  const made = [title];
  if (card.lead) made.push(element("p", `answer__lead${card.lines.every(({ empty, doubt }) => empty || doubt) ? " answer__lead--alone" : ""}`, card.lead));
  if (card.lines.length) made.push(element("ul", "answer__lines", ...card.lines.map(item)));
  made.push(...card.notes.map((note) => element("p", "answer__note", note)), ...citations(card.cites ?? []));
  if (card.choices) {
    made.push(element("ul", "answer__choices", ...card.choices.map(([words, question]) => {
      const button = element("button", "answer__choice", words);
      button.type = "button";
      button.addEventListener("click", () => ask(question));
      return element("li", "", button);
    })));
  }
  if (card.more.length) made.push(element("p", "answer__more", ...commas(card.more.map((link) => linked(link, "answer__link")))));
  return made;
}
