"""A built page taken apart into its sections: heading by heading, entry by entry.

A section is what a search result leads to: a heading with its text, a document's entry in a list
(`<dt id>`), a row of a table that has an address of its own (`<tr id>`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import html as lxml_html

from macros.search.tokens import BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
_ENTRY = 9
"""The level of an entry, which is below any heading."""

# Not text: drawings, code, the heads of columns, and the marks that lead from a fact to its source.
_SKIPPED_TAGS = frozenset(
    {"script", "style", "svg", "template", "nav", "noscript", "button", "thead"}
)
_SKIPPED_CLASSES = frozenset(
    {"headerlink", "cite", "conflict-mark", "footnote-ref", "notes", "about-page"}
)
# What repeats facts that have their own address elsewhere: the table behind a chart, and what a
# source says paragraph by paragraph.
_REPEATED = frozenset({"behind", "paragraph"})
_BLOCKS = frozenset(
    {"p", "li", "td", "th", "tr", "dd", "dt", "dl", "ul", "ol", "div", "section", "blockquote"}
    | {"table", "caption", "figcaption", "summary"}
)
_LINE = "line"
# Beside a heading or a row's name, but no part of it.
_NOTE = "note"
_SPACE = re.compile(r"\s+")
_BREAKS = re.compile(r"(?:\s*·)+\s*")
_AFTER_SENTENCE = re.compile(r"(?<=[.!?…:;]) · ")


@dataclass(frozen=True)
class Section:
    """A part of a page, in the page's own words.

    `page` is its address from the site's root (`khoi/dai-hoi/`, "" for the front page); `trail`
    is what stands above it on the page, outermost first; `level` is 1 for what opens the page.
    """

    page: str
    anchor: str
    title: str
    trail: tuple[str, ...]
    level: int
    text: str


@dataclass
class _Open:
    level: int
    anchor: str
    title: str
    own_address: bool
    pieces: list[str] = field(default_factory=list)


def sections_of(page: str, source: str) -> list[Section]:
    """Return the sections of one built page, in their order; none where it has no article."""
    start, end = source.find("<article"), source.rfind("</article>")
    if start < 0 or end < 0:
        return []
    reader = _Reader(page)
    # Inside the article only: the navigation around it is the greater part of a page.
    reader.read(lxml_html.fragment_fromstring(source[start:end] + "</article>"))
    return reader.sections()


class _Reader:
    """Walks an article once, putting each text into the section that is open."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.all: list[tuple[_Open, tuple[str, ...]]] = []
        self.open: list[_Open] = []

    def sections(self) -> list[Section]:
        """Return what was read, less headings that are neither an address nor have a text."""
        return [
            Section(self.page, one.anchor, one.title, trail, one.level, text)
            for one, trail in self.all
            if (text := _clean("".join(one.pieces))) or (one.own_address and one.title)
        ]

    def begin(self, level: int, anchor: str, title: str) -> None:
        """Open a section, which ends those of its level and below."""
        while self.open and self.open[-1].level >= level:
            self.open.pop()
        trail = tuple(one.title for one in self.open)
        above = self.open[-1].anchor if self.open else ""
        one = _Open(level, anchor or above, title, bool(anchor) or not self.open)
        self.open.append(one)
        self.all.append((one, trail))

    def end_entry(self) -> None:
        """End the entry that is open, if one is."""
        if self.open and self.open[-1].level == _ENTRY:
            self.open.pop()

    def add(self, text: str | None) -> None:
        """Put a text into the section that is open; before the first heading there is none."""
        if text and self.open:
            self.open[-1].pieces.append(text)

    def read(self, element: HtmlElement, without: HtmlElement | None = None) -> None:
        """Read the children of `element` but one, and the text between them."""
        self.add(element.text)
        for child in element:
            if isinstance(child.tag, str) and child is not without and not _skipped(child):
                self.read_child(child, child.tag)
            self.add(child.tail)

    def read_child(self, child: HtmlElement, tag: str) -> None:
        """Read one element, with what it opens and ends."""
        anchor = child.get("id") or ""
        if tag in _HEADINGS:
            self.begin(_HEADINGS[tag], anchor, _text(child))
        elif tag == "dt" and anchor:
            self.begin(_ENTRY, anchor, _text(child))
        elif tag == "tr" and anchor:
            self.begin(_ENTRY, anchor, _row_title(child))
            # Its heading is in the title.
            self.read(child, without=child.find("th"))
            self.end_entry()
        else:
            apart = tag in _BLOCKS or _LINE in _classes(child)
            self.add(BREAK if apart else None)
            self.read(child)
            # Boxes set side by side (a bar of a timeline and its dates) have no space between.
            beside = tag == "span" and not child.tail and child.getnext() is not None
            self.add(BREAK if apart or beside else None)
            if tag == "dl":
                self.end_entry()


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def _skipped(element: HtmlElement) -> bool:
    if element.tag in _SKIPPED_TAGS:
        return True
    classes = _classes(element)
    return any(name in _SKIPPED_CLASSES or name in _REPEATED for name in classes)


def _texts(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not _skipped(child) and _NOTE not in _classes(child):
            if _LINE in _classes(child):
                yield " "
            yield from _texts(child)
        yield child.tail or ""


def _text(element: HtmlElement) -> str:
    """Return the words of a heading, without the marks that stand beside it."""
    return _SPACE.sub(" ", "".join(_texts(element))).strip()


def _row_title(row: HtmlElement) -> str:
    """Return what names a row: the group or the table that it stands in, and its own heading."""
    own = row.find("th")
    group = None
    for before in row.itersiblings("tr", preceding=True):
        heading = before.find("th")
        if heading is not None and heading.get("scope") == "rowgroup":
            group = heading
            break
    if group is None:
        table = next(row.iterancestors("table"), None)
        group = table.find("caption") if table is not None else None
    parts = [_text(one) for one in (group, own) if one is not None]
    return ": ".join(part for part in parts if part)


def _clean(text: str) -> str:
    """Return a section's text on one line, with one mark between its parts."""
    parts = _BREAKS.sub(BREAK, _SPACE.sub(" ", text)).strip(" ·")
    return _AFTER_SENTENCE.sub(" ", parts)
