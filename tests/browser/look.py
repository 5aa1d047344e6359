"""What a page looks like to a machine: axe-core, width, weight, shifts, complaints."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import axe_playwright_python

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
# A page turns once through the four forms without being loaded again. Of all rules only those of
# _COLOURS read a colour, so only they can tell anything new of the dark forms; and most of their
# time goes to hundreds of cells painted alike, so after the first form a few of each will do.
FORMS = tuple((scheme, size) for size in (WIDE, NARROW) for scheme in ("light", "dark"))
_COLOURS = ["color-contrast", "link-in-text-block"]

_SHIFTS = """
window.shifts = 0;
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifts += one.value;
}).observe({ type: "layout-shift", buffered: true });
window.violations = [];
document.addEventListener("securitypolicyviolation", one =>
  window.violations.push(`${one.violatedDirective}: ${one.blockedURI} ${one.sourceFile}`));
"""
# The convention of transferSize: 300 bytes for the headers of each answer.
_WEIGHT = """() => {
  const all = [...performance.getEntriesByType("navigation"),
               ...performance.getEntriesByType("resource")];
  return all.map(one => [one.name, one.encodedBodySize + 300]);
}"""
_RUN_AXE = """async ([tags, colours, form]) => {
  const run = async (where, rules) => (await axe.run(where, { ...rules, resultTypes: ["violations"] }))
    .violations.map(one => one.id + " " + one.nodes.map(n => n.target.join(" ")).join(" | "));
  const all = { runOnly: { type: "tag", values: tags } };
  if (form === "light 1280") return run(document, all);
  const off = Object.fromEntries(colours.map(rule => [rule, { enabled: false }]));
  const told = form.startsWith("light") ? await run(document, { ...all, rules: off }) : [];
  const some = { runOnly: { type: "rule", values: colours } };
  return told.concat(await run({ include: paintedAlike(5) }, some));
}"""
# Up to `most` of the visible elements whose text has one colour, size, weight and ground.
_PAINTED_ALIKE = """
window.paintedAlike = most => {
  const times = new Map(), grounds = new Map(), chosen = [];
  const ground = one => {
    if (!one) return "";
    if (!grounds.has(one)) {
      const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(one);
      const own = [backgroundColor, backgroundImage, opacity, position].join();
      const plain = own === "rgba(0, 0, 0, 0),none,1,static";
      grounds.set(one, (plain ? "" : own + ";") + ground(one.parentElement));
    }
    return grounds.get(one);
  };
  for (const one of document.body.querySelectorAll("*")) {
    if (![...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    if (!one.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(one);
    const key = [color, fontSize, fontWeight, textShadow, one.closest("a") !== null, ground(one)].join("|");
    times.set(key, (times.get(key) || 0) + 1);
    if (times.get(key) <= most) chosen.push(one);
  }
  return chosen;
};
"""
# What stands outside the window and cannot be scrolled to by itself, and what scrolls by itself
# but cannot be reached by the keyboard or has no name.
_SIDEWAYS = """() => {
  const told = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > innerWidth) told.push(`page is ${root.scrollWidth} wide`);
  const name = one => one.tagName.toLowerCase() + (one.className && one.className.baseVal === undefined
    ? "." + one.className.split(" ").join(".") : "");
  const within = [];
  for (const one of document.querySelectorAll("article *")) {
    while (within.length && !within.at(-1).contains(one)) within.pop();
    const style = getComputedStyle(one);
    const scrolls = ["auto", "scroll"].includes(style.overflowX);
    if (scrolls) within.push(one);
    if (scrolls && one.scrollWidth > one.clientWidth + 1 && one.clientWidth) {
      const named = one.getAttribute("aria-label") || one.getAttribute("aria-labelledby");
      if (one.tabIndex < 0 || !named || one.getAttribute("role") !== "region")
        told.push(`${name(one)} scrolls but is no focusable, labelled region`);
    }
    if (within.length) continue;
    const box = one.getBoundingClientRect();
    if (box.width && box.right > innerWidth + 1 && style.position !== "absolute"
        && one.checkVisibility({ checkVisibilityCSS: true }))
      told.push(`${name(one)} ends at ${Math.round(box.right)}`);
  }
  return told;
}"""
PAPER = {"width": 627, "height": 950}
"""The text of an A4 page within our margins, in CSS pixels."""
_ON_PAPER = """() => {
  const told = [];
  const shown = one => one.checkVisibility({ checkVisibilityCSS: true });
  const left = ".md-header, .md-sidebar, .md-footer__inner, dialog";
  for (const one of document.querySelectorAll(left)) if (shown(one)) told.push(one.className);
  for (const one of document.querySelectorAll("article :is(table, figure, svg, pre, p)"))
    if (shown(one) && one.getBoundingClientRect().right > innerWidth + 1)
      told.push(`${one.tagName} ${one.getAttribute("class")} is wider than the paper`);
  const address = document.querySelector("link[rel=canonical]");
  const told_so = document.querySelector(".page-address");
  if (address && !(told_so && shown(told_so) && told_so.innerText.endsWith(address.href)))
    told.push("no address");
  return told;
}"""
_SETTLED = """() => document.fonts.ready.then(() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))"""


@dataclass
class Look:
    """What was found on one page: its weight in bytes by address, its layout shift, its faults."""

    path: str
    weight: dict[str, int] = field(default_factory=dict)
    shift: float = 0.0
    faults: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __str__(self) -> str:
        told = [f"{fault} [{', '.join(sorted(forms))}]" for fault, forms in self.faults.items()]
        return "\n".join(f"/{self.path}: {one}" for one in sorted(told))


class Reader:
    """One tab of a browser that looks at page after page; what it hears is kept for the page."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self._told: list[str] = []
        self._network: Any = page.context.new_cdp_session(page)
        host = address.split("/")[2]
        page.on("console", lambda one: self._told.append(f"{one.text} ({one.location['url']})"))
        page.on("pageerror", lambda error: self._told.append(str(error)))
        page.on("requestfailed", lambda one: self._told.append(f"failed: {one.url}"))
        page.on(
            "request",
            lambda one: None if one.url.split("/")[2:3] == [host] else self._told.append(one.url),
        )

    def visit(self, path: str, size: Any = WIDE) -> Look:
        """Load a page as on a first visit, and wait until nothing is on its way."""
        self._told.clear()
        self.page.set_viewport_size(size)
        self.page.emulate_media(color_scheme="light")
        self._network.send("Network.clearBrowserCache")
        self.page.goto(self.address + path, wait_until="load")
        self.page.evaluate(_SETTLED)
        look = Look(path)
        look.weight = dict(self.page.evaluate(_WEIGHT))
        look.shift = self.page.evaluate("window.shifts")
        # That a page is not there is what 404.html is for.
        told = [one for one in self._told if not (" 404 " in one and one.endswith(f"{path})"))]
        for fault in (*told, *self.page.evaluate("window.violations")):
            look.faults[fault].add("load")
        return look

    def turn(self, look: Look) -> Look:
        """Look at the loaded page in its four forms, and on paper."""
        self.page.evaluate(_AXE_SOURCE + _PAINTED_ALIKE)
        for scheme, size in FORMS:
            form = f"{scheme} {size['width']}"
            self.page.set_viewport_size(size)
            self.page.emulate_media(color_scheme=scheme)
            for fault in self.page.evaluate(_RUN_AXE, [TAGS, _COLOURS, form]):
                look.faults[fault].add(form)
            if size is NARROW:
                for fault in self.page.evaluate(_SIDEWAYS):
                    look.faults[fault].add(form)
        self.page.set_viewport_size(PAPER)
        self.page.emulate_media(media="print")
        for fault in self.page.evaluate(_ON_PAPER):
            look.faults[fault].add("paper")
        self.page.emulate_media(media="screen")
        return look


_AXE_SOURCE = AXE.read_text(encoding="utf-8")


@contextmanager
def reader(browser: Browser, address: str, **options: Any) -> Iterator[Reader]:
    """Open a tab on the site at `address`."""
    context = browser.new_context(reduced_motion="reduce", **options)
    context.add_init_script(_SHIFTS)
    yield Reader(context.new_page(), address)
    context.close()
