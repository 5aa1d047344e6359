// What a page adds for reading where scripts run; the page is whole without it.
import { start as startCitations } from "./citations.js";

startCitations();
const section = document.querySelector(".where__section");
if (section) import("./place.js").then(({ start }) => start(section));
const taking = document.querySelector(".about-page__take");
if (taking) import("./taking.js").then(({ start }) => start(taking));
import("./cards.js").then(({ start }) => start());
const holders = document.querySelector(".as-of");
if (holders) import("./as-of.js").then(({ start }) => start(holders));
const rolls = document.querySelectorAll(".long-roll");
if (rolls.length) import("./rolls.js").then(({ start }) => start(rolls));
if (document.querySelector(".picture__open")) import("./pictures.js").then(({ start }) => start());

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
const shelf = document.querySelector(".shelf--dense");
if (shelf) import("./shelf.js").then(({ start }) => start(shelf));
