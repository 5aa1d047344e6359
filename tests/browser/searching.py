"""A reader at the search of a site: opens it, types, reads what is found."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from tests.browser.arriving import arrive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, Page

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}
# The engine alone, many queries at a time: what is found, in order, without the dialog.
_FIND = """async ([address, queries]) => {
  if (!globalThis.siteSearch) await new Promise((done) => {
    const script = document.createElement("script");
    script.src = new URL("assets/javascripts/search-app.js", address);
    script.onload = done;
    document.head.append(script);
  });
  const engine = await siteSearch.engineOf(new URL(address));
  const found = [];
  for (const query of queries) {
    const { sections, how } = await engine.search(query);
    const shown = await Promise.all(sections.slice(0, 50).map(one => engine.index.shown(one)));
    found.push({ how, count: sections.length, of: engine.index.entry.sections,
                 first: shown.slice(0, 3).map(one => `${one.page}#${one.anchor}`),
                 texts: shown.map(one => [one.title, one.text, ...one.trail].join(" · ")) });
  }
  return found;
}"""


@dataclass
class Reader:
    """A tab on a site, and what the tab complained of."""

    page: Page
    address: str
    told: list[str] = field(default_factory=list)

    def look(self, query: str) -> list[str]:
        """Open the search if need be, type and wait; return the addresses found, in order."""
        if not self.page.locator("dialog.search[open]").count():
            self.page.keyboard.press("/")
            self.page.wait_for_selector("dialog.search[open]")
        self.page.locator(".search__input").fill(query)
        self.page.wait_for_selector(f".search[data-query={quoted(query)}]")
        return self.found()

    def found(self) -> list[str]:
        """Return the addresses that the list shows, from the site's root."""
        links = self.page.eval_on_selector_all(".search__link", "all => all.map(one => one.href)")
        return [self.place(link) for link in links]

    def place(self, url: str) -> str:
        """Return an address as the site's own: page and anchor."""
        parts = urlsplit(url)
        path = unquote(parts.path).removeprefix(urlsplit(self.address).path)
        return f"{path}#{unquote(parts.fragment)}" if parts.fragment else path

    def status(self) -> str:
        """Return what a screen reader is told."""
        return self.page.locator(".search__status").inner_text()

    def find(self, queries: Sequence[str]) -> list[dict[str, Any]]:
        """Ask the engine itself; return {how, count, of, first, texts} for each query."""
        found: list[dict[str, Any]] = self.page.evaluate(_FIND, [self.address, list(queries)])
        return found


def quoted(text: str) -> str:
    """Return `text` as a CSS string."""
    escaped = "".join(f"\\{ord(c):x} " if not c.isalnum() else c for c in text[:200])
    return f'"{escaped}"'


@contextmanager
def reading(
    browser: Browser,
    address: str,
    path: str = "",
    size: dict[str, int] = DESKTOP,
    *,
    quiet: bool = True,
    **context: Any,
) -> Iterator[Reader]:
    """Open a page of the site at `address`; fail at the end if it complained of anything."""
    tab = browser.new_context(viewport=size, **context)
    page = tab.new_page()
    reader = Reader(page, address)
    host = urlsplit(address).netloc
    page.on("console", lambda message: reader.told.append(message.text))
    page.on("pageerror", lambda error: reader.told.append(str(error)))
    page.on(
        "request", lambda r: None if urlsplit(r.url).netloc == host else reader.told.append(r.url)
    )
    if context.get("java_script_enabled", True):
        arrive(page, address + path, quiet=quiet)
    else:
        page.goto(address + path)
    yield reader
    assert reader.told == []
    tab.close()
