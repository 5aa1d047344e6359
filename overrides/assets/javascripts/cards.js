// Cards: beside a link to the place of a fact stands what the fact is, how it is known and where,
// on hover or focus; a click or a tap on the value holds the card open. Without this script the
// value is a link to that place. The cards of a page are one file beside it, fetched when needed.
// People, organizations and documents have cards too; a click or a tap on their names follows.
import { copy } from "./copying.js";
import { place } from "./placing.js";

/** @typedef {string | [string, string]} Said words, or a link: its text and its address */
/** @typedef {{ about?: string, value: string, rows?: [string, Said[]][], cited?: string, line?: string, place?: string }} Card */
/** @typedef {{ edit: string, cards: Record<string, Card> }} CardFile */
/** @typedef {{ card: Card, base: string, edit: string }} Found */

const VALUE = "a.fact[data-card]";
const DELAY = 250; // ms, so that a pointer on its way elsewhere opens nothing

/** @type {Map<string, Promise<CardFile | undefined>>} */
const files = new Map();
/** @type {HTMLElement | undefined} */
let box;
/** @type {HTMLAnchorElement | undefined} */
let open; // the link whose card is open
/** @type {HTMLAnchorElement | undefined} */
let awaited; // the link whose card is being fetched
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let held = false; // opened by a click: it stays until it is closed
let returning = false; // the focus goes back to the link, which shall open nothing

/** @param {HTMLAnchorElement} link  @returns {Promise<Found | undefined>} */
async function cardOf(link) {
  const at = new URL(link.href);
  const base = at.origin + at.pathname;
  const address = new URL("cards.json", base).href;
  if (!files.has(address)) files.set(address, read(address));
  const file = await files.get(address);
  // Several facts may have one place, as the paragraph that tells them.
  const card = file?.cards[link.dataset.card || decodeURIComponent(at.hash.slice(1))];
  return file && card ? { card, base, edit: file.edit } : undefined;
}

/** @param {string} address  @returns {Promise<CardFile | undefined>} */
async function read(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : undefined;
  } catch {
    files.delete(address); // the network may be back at the next try
    return undefined;
  }
}

/** @param {string} name  @param {string} className  @param {...(Node | string)} inside */
function make(name, className, ...inside) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...inside);
  return element;
}

/** @param {Said} said  @param {string} base */
function words(said, base) {
  if (typeof said === "string") return said;
  const link = document.createElement("a");
  link.textContent = said[0];
  link.href = new URL(said[1], base).href;
  return link;
}

/** @param {Found} found  @param {HTMLAnchorElement} link */
function fill(found, link) {
  if (!box) return;
  const { card, base, edit } = found;
  // Lines of one label stand under it.
  const lines = card.rows ?? [];
  const rows = lines.flatMap(([label, said], at) => [
    ...(!label || label === lines[at - 1]?.[0] ? [] : [make("dt", "", label)]),
    make("dd", "", ...said.map((one) => words(one, base))),
  ]);
  const about = card.about ? [make("p", "card__about", card.about)] : [];
  const value = make("p", "card__value", card.value);
  const told = make("div", "card__told", ...about, value, ...(rows.length ? [make("dl", "", ...rows)] : []));
  told.id = `${box.id}-ke`;
  // Sent on is the place of the fact itself, not that of the paragraph that tells it.
  const own = card.place ? new URL(card.place, base).href : link.href;
  const status = make("span", "card__status");
  status.setAttribute("role", "status");
  const doing = make("div", "card__doing", button("Chép đường dẫn", () => own, status));
  const cited = card.cited;
  if (cited) doing.append(button("Chép trích dẫn", () => `${cited} ${own}`, status));
  if (edit && card.line) doing.append(words(["Sửa dữ kiện này", edit + card.line], base));
  const mail = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[data-mend]"));
  const which = encodeURIComponent(`\nDữ kiện: ${own}`);
  if (mail) doing.append(words(["Báo sai", mail.href + which], base));
  const close = make("button", "card__close", "×");
  close.setAttribute("aria-label", "Đóng thẻ");
  close.addEventListener("click", leave);
  // A name leads to its page: nothing of its card need be copied.
  box.replaceChildren(...(link.matches(VALUE) ? [close, told, doing, status] : [told]));
}

/** @param {string} label  @param {() => string} text  @param {HTMLElement} status */
function button(label, text, status) {
  const element = make("button", "", label);
  element.addEventListener("click", async () => {
    status.textContent = (await copy(text())) ? "Đã chép." : "Trình duyệt không cho chép.";
  });
  return element;
}

function build() {
  const made = make("div", "card md-typeset");
  made.id = "the-du-kien";
  made.popover = "manual";
  made.tabIndex = -1;
  made.addEventListener("pointerenter", () => clearTimeout(timer));
  made.addEventListener("pointerleave", later);
  made.addEventListener("keydown", keepOrder);
  document.body.append(made);
  return made;
}

// The card is the last thing of the page; for the keyboard it stands after its link.
/** @param {KeyboardEvent} event */
function keepOrder(event) {
  if (event.key !== "Tab" || !box || !open) return;
  const stops = [...box.querySelectorAll("a, button")];
  const at = document.activeElement;
  if (event.shiftKey ? at === stops[0] || at === box : at === stops.at(-1)) {
    if (event.shiftKey) event.preventDefault();
    leave(); // to the link, from which the browser goes on
  }
}

/** @param {HTMLAnchorElement} link  @param {boolean} hold */
async function show(link, hold) {
  clearTimeout(timer);
  if (open === link) {
    if (hold) holdOpen();
    return true;
  }
  awaited = link;
  const found = await cardOf(link);
  if (!found || awaited !== link) return awaited !== link;
  awaited = undefined;
  hide();
  box ??= build();
  fill(found, link);
  // One box, not the browser's own beside it.
  link.dataset.title ??= link.title;
  link.removeAttribute("title");
  link.setAttribute("aria-describedby", `${box.id}-ke`);
  box.setAttribute("role", "tooltip");
  box.setAttribute("aria-label", found.card.about ?? found.card.value);
  open = link;
  box.showPopover();
  place(box, link);
  if (hold) holdOpen();
  return true;
}

function holdOpen() {
  if (!box || !open) return;
  held = true;
  box.setAttribute("role", "dialog");
  open.removeAttribute("aria-describedby");
  box.focus();
}

function hide() {
  clearTimeout(timer);
  awaited = undefined;
  if (!open || !box) return;
  open.removeAttribute("aria-describedby");
  open = undefined;
  held = false;
  box.hidePopover();
}

function leave() {
  const back = held || box?.contains(document.activeElement) ? open : undefined;
  hide();
  returning = true;
  back?.focus();
  returning = false;
}

function later() {
  clearTimeout(timer);
  if (!held) timer = setTimeout(hide, DELAY);
}

/** @type {string[]} the addresses of the folders whose pages have cards */
let folders = [];
/** @type {string[]} pages in them that have none */
let apart = [];

/** @param {Event} event  @returns {HTMLAnchorElement | null} */
function linkAt(event) {
  const link = event.target instanceof Element ? event.target.closest("article a") : null;
  return link instanceof HTMLAnchorElement && (link.matches(VALUE) || isEntry(link)) ? link : null;
}

// A link to a page of such a folder, or to a place on it, but none to the page that is read.
/** @param {HTMLAnchorElement} link */
function isEntry(link) {
  const page = link.href.split("#")[0];
  const folder = folders.find((one) => page.startsWith(one));
  return folder !== undefined && !apart.includes(page) && /^[^/?]+\/$/.test(page.slice(folder.length)) && page !== location.href.split(/[?#]/)[0];
}
/** @param {Event} event */
const inBox = (event) => event.target instanceof Node && Boolean(box?.contains(event.target));

/** @param {MouseEvent} event */
function clicked(event) {
  const link = linkAt(event);
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || !link.matches(VALUE)) return;
  event.preventDefault();
  show(link, true).then((shown) => {
    if (!shown) location.assign(link.href);
  });
}

function foldersOfSite() {
  const told = JSON.parse(document.getElementById("__config")?.textContent ?? "{}");
  const root = new URL(`${told.base}/`, location.href);
  const all = (/** @type {string[] | undefined} */ some) => (some ?? []).map((one) => new URL(one, root).href);
  // The volumes are folders of the site itself, which comes last since it holds the others too.
  folders = [...all(told.cards), root.href];
  apart = [root.href, ...all(told.apart)];
}

export function start() {
  if (!HTMLElement.prototype.showPopover) return;
  foldersOfSite();
  document.addEventListener("pointerover", (event) => {
    const link = linkAt(event);
    if (!link || held || event.pointerType === "touch") return;
    clearTimeout(timer);
    timer = setTimeout(show, DELAY, link, false);
  });
  document.addEventListener("pointerout", (event) => {
    if (linkAt(event) && event.pointerType !== "touch") later();
  });
  document.addEventListener("pointerdown", (event) => {
    if (open && !inBox(event) && linkAt(event) !== open) hide();
  });
  document.addEventListener("focusin", (event) => {
    const link = linkAt(event);
    if (link?.matches(":focus-visible") && !returning) show(link, false);
    else if (open && !held && !inBox(event)) hide();
  });
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) leave();
  });
  addEventListener("scroll", () => (held && open && box ? place(box, open) : hide()), { passive: true });
}
