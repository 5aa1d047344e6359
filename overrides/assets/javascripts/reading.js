// What a page adds for reading where scripts run; the page is whole without it.
import { start as startCitations } from "./citations.js";

startCitations();
const section = document.querySelector(".where__section");
const taking = document.querySelector(".about-page__take");
const holders = document.querySelector(".as-of");
const rolls = document.querySelectorAll(".long-roll");
const shelf = document.querySelector(".shelf--dense");
/** @type {NodeListOf<HTMLAnchorElement>} */
const charts = document.querySelectorAll(".indicator__files a[href$='.svg']");
const parts = [
  section && import("./place.js").then(({ start }) => start(section)),
  taking && import("./taking.js").then(({ start }) => start(taking)),
  import("./cards.js").then(({ start }) => start()),
  holders && import("./as-of.js").then(({ start }) => start(holders)),
  charts.length && import("./chart-files.js").then(({ start }) => start(charts)),
  rolls.length && import("./rolls.js").then(({ start }) => start(rolls)),
  document.querySelector(".picture__open") && import("./pictures.js").then(({ start }) => start()),
  shelf && import("./shelf.js").then(({ start }) => start(shelf)),
];

// A row within something folded is opened by the address that names it; older browsers do not.
function reveal() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = named?.closest("details:not([open])");
  if (!named || !(folded instanceof HTMLDetailsElement)) return;
  folded.open = true;
  named.scrollIntoView();
}
addEventListener("hashchange", reveal);
reveal();

// Says that all parts listen. Whoever drives the page from outside, as its tests, waits for this:
// a key or a pointer that comes before a part does nothing.
Promise.allSettled(parts).then(() => {
  document.documentElement.dataset.reading = "ready";
});
