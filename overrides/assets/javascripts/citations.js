// A citation mark opens its source: title and paragraph stand beside the mark on hover, focus or
// tap. Without this script the mark is a link, and the list at the page's foot has all.
import { place } from "./placing.js";

const MARK = ".cite a";
const DELAY = 200; // ms, so that a pointer on its way elsewhere opens nothing

let box;
let open; // the mark that is open
let timer;
let touched = false;

function build() {
  box = document.createElement("div");
  box.id = "nguon-dang-mo";
  box.className = "citation md-typeset";
  box.popover = "manual";
  box.setAttribute("role", "tooltip");
  document.body.append(box);
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", later);
}

function words(className, text) {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}

// The note behind a mark says the source's title and the place in it; so does what is read aloud.
function fill(mark) {
  const note = document.getElementById(`nguon-dan-${mark.dataset.note}`);
  let source = note?.previousElementSibling;
  while (source && source.tagName !== "DT") source = source.previousElementSibling;
  const way = document.createElement("a");
  way.href = mark.href;
  way.tabIndex = -1;
  if (note && source) {
    const place = note.textContent.replace(/^\s*\[\d+\]\s*/, "").trim();
    way.append(words("citation__source", source.querySelector("a").textContent.trim()));
    box.replaceChildren(way, words("citation__place", place));
  } else {
    way.append(words("citation__source", mark.getAttribute("aria-label")));
    box.replaceChildren(way);
  }
}

function show(mark) {
  clearTimeout(timer);
  if (open === mark) return;
  hide();
  if (!box) build();
  fill(mark);
  mark.setAttribute("aria-describedby", box.id);
  open = mark;
  box.showPopover();
  place(box, mark);
}

function hide() {
  clearTimeout(timer);
  if (!open) return;
  open.removeAttribute("aria-describedby");
  open = undefined;
  box.hidePopover();
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(hide, DELAY);
}

// The browser scrolls to a mark that is reached by a key: its card goes with it.
function scrolled() {
  if (open?.matches(":focus-visible")) place(box, open);
  else hide();
}

const markAt = (event) => event.target.closest?.(MARK);

export function start() {
  if (!HTMLElement.prototype.showPopover) return;
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (open && !markAt(event) && !box.contains(event.target)) hide();
  });
  document.addEventListener("pointerover", (event) => {
    const mark = markAt(event);
    if (!mark || event.pointerType === "touch") return;
    clearTimeout(timer);
    timer = setTimeout(show, DELAY, mark);
  });
  document.addEventListener("pointerout", (event) => {
    if (markAt(event) && event.pointerType !== "touch") later();
  });
  document.addEventListener("focusin", (event) => {
    const mark = markAt(event);
    if (mark?.matches(":focus-visible")) show(mark);
    else if (open && !box.contains(event.target) && !touched) hide();
  });
  document.addEventListener("focusout", (event) => {
    if (markAt(event) && !touched) later();
  });
  // A finger cannot hover: its first tap opens, the next follows the link.
  document.addEventListener("click", (event) => {
    const mark = markAt(event);
    if (!mark || !touched || open === mark) return;
    event.preventDefault();
    show(mark);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) hide();
  });
  addEventListener("scroll", scrolled, { passive: true });
}
