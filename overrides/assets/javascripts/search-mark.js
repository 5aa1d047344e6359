// Marks what was found on the page that a result leads to. The address carries the words (?h=): units are
// separated by “,”, the alternatives of one by “|”, the words of an alternative by spaces.

import { BREAK, marks } from "./search-passage.js";
import { tokens } from "./search-text.js";

const BLOCKS = "p, li, td, th, dd, dt, h1, h2, h3, h4, caption, figcaption, summary, div, section";
const LONGEST = 1000;

// Of the many words that complete a half-typed one, only the first few.
const MOST = 8;

/** @typedef {import("./search-passage.js").Marked} Marked */

/** @param {Marked[]} units */
export function toAddress(units) {
  return units
    .map((unit) => unit.alternatives.slice(0, MOST).map((words) => words.map((word) => word.spelling ?? word.term).join(" ")).join("|"))
    .join(",");
}

/**
 * @param {string} text
 * @returns {Marked[]}
 */
function fromAddress(text) {
  return text
    .slice(0, LONGEST)
    .split(",")
    .map((unit) => ({
      alternatives: unit
        .split("|")
        .map((words) => tokens(words.normalize("NFC")).map(({ term, spelling }) => ({ term, spelling: spelling === term ? null : spelling })))
        .filter((words) => words.length),
    }))
    .filter((unit) => unit.alternatives.length);
}

/**
 * The text of the article, with a sign between two blocks, and where each of its text nodes begins in it.
 * @param {Element} article
 */
function readArticle(article) {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest("script, style, svg, .headerlink, .notes, .cite") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  /** @type {[Text, number][]} */
  const nodes = [];
  let text = "";
  /** @type {Element | null | undefined} */
  let block = null;
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const own = node.parentElement?.closest(BLOCKS);
    if (own !== block) text += BREAK;
    block = own;
    nodes.push([node, text.length]);
    text += node.data;
  }
  return { nodes, text };
}

/**
 * @param {Element} article
 * @param {Marked[]} units
 */
function markIn(article, units) {
  const { nodes, text } = readArticle(article);
  const spans = marks(text, units);
  /** @type {Element[]} */
  const made = [];
  // From the end, since marking a part of a text node moves what follows it there.
  let at = nodes.length - 1;
  for (const [start, end] of spans.reverse()) {
    while (at > 0 && nodes[at][1] >= end) at--;
    // A phrase may begin in one text node and end in another (a link, an emphasis).
    for (let by = at; by >= 0 && nodes[by][1] + nodes[by][0].data.length > start; by--) {
      const [node, begins] = nodes[by];
      const range = document.createRange();
      range.setStart(node, Math.max(0, start - begins));
      range.setEnd(node, Math.min(node.data.length, end - begins));
      if (range.collapsed) continue;
      const mark = document.createElement("mark");
      mark.className = "found";
      range.surroundContents(mark);
      made.unshift(mark);
      if (begins <= start) break;
    }
  }
  return made;
}

/**
 * The first mark in the section that the address names, or else on the page.
 * @param {Element[]} made
 */
function show(made) {
  const named = !location.hash ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const first = (!named ? undefined : made.find((mark) => named.contains(mark) || named.compareDocumentPosition(mark) & 4)) ?? made[0];
  const box = first?.getBoundingClientRect();
  if (box && (box.top < 0 || box.bottom > innerHeight)) first.scrollIntoView({ block: "center" });
}

/** @param {Element[]} made */
function clear(made) {
  for (const mark of made) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
  const address = new URL(location.href);
  address.searchParams.delete("h");
  history.replaceState(history.state, "", address);
}

/** @param {string} words as `toAddress` writes them */
export function markPage(words) {
  const article = document.querySelector("article");
  const units = fromAddress(words);
  if (!article || !units.length) return;
  const made = markIn(article, units);
  show(made);
  document.addEventListener("keydown", function leave(event) {
    if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
    clear(made);
    document.removeEventListener("keydown", leave);
  });
}
