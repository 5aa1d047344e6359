"""Checks the pages of a document like a proofreader: note calls, notes, page numbers, edges.

It reads the page boxes that WeasyPrint is about to write, however they were laid out, and returns
plain data, so that several processes may lay out parts of a volume. `macros.book.proof` combines
and judges the readings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import Any, NamedTuple

from weasyprint import Document
from weasyprint.formatting_structure import boxes

from macros.book.note_calls import content_bottom
from macros.book.notes import NOTE
from macros.book.table_notes import MARK, NOTE_UNDER

SLACK = 1.0
"""How far, in CSS pixels, a box may exceed an edge, because of overhanging letters and rounding."""

FEW_LINES = 4
"""A page with at most so many lines had no room for the notes that it passed on."""

XREF = "xref"
"""The class of a link that shows the page number of its target."""

CONTENTS = "contents"
"""The class around the contents of a part, whose links show page numbers too."""

TOC_PAGE = "toc__page"
"""The class of a page number in the contents and in lists."""

INDEX = "index"
"""The class around the index, whose links are page numbers."""

SEE = "index__see"
"""The class of a link of the index to another line: “Sáu, xem Ngô Thị Lan”."""

_AROUND = "\u2060\u200a, "
"""Characters that join the number of a call to its word, or separate it from another number."""

_PAGE = re.compile(r"tr\.\s*(\S+?)[).,;]*$")


class Kind(Enum):
    """What can be wrong with a page; `macros.book.proof` says each in words."""

    LOST = "lost"
    TWICE = "twice"
    ORDER = "order"
    ASTRAY = "astray"
    UNCALLED = "uncalled"
    GONE = "gone"
    OVER = "over"
    OUTSIDE = "outside"
    FOLIO = "folio"
    NO_NOTE = "no note"
    OVERFLOW = "overflow"
    TALL = "tall"


UNAVOIDABLE = (Kind.OVERFLOW, Kind.TALL)
"""Faults that no layout can avoid: they are reported, but do not stop the book."""


class Fault(NamedTuple):
    """What is wrong on a page: `number` and `text` are those of the note or the words concerned.

    `section` is the key of the section, "" outside all.
    """

    kind: Kind
    page: int
    section: str
    number: str = ""
    text: str = ""


class Reference(NamedTuple):
    """A page number printed for an anchor (“45”, “45–47”), on a page of a section."""

    page: int
    section: str
    printed: str
    target: str


@dataclass
class Reading:
    """What the pages of a document hold: counts, faults, the page of each anchor, references."""

    pages: int = 0
    calls: int = 0
    notes: int = 0
    faults: list[Fault] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    anchor_pages: dict[str, int] = field(default_factory=dict)


def notes_in(root: Any) -> int:
    """Return the number of notes in the HTML of a document."""
    return sum(1 for element in root.iter() if NOTE in _classes(element))


def references_in(root: Any) -> int:
    """Return the number of page numbers that a document must print, by its HTML."""
    named = sum(1 for one in root.iter() if TOC_PAGE in _classes(one) or XREF in _classes(one))
    inside = [one for box in root.iter() if CONTENTS in _classes(box) for one in box.iter("a")]
    return named + len(_index_links(root)) + sum(XREF not in _classes(one) for one in inside)


def prints_page(link: Any) -> bool:
    """Return whether the page number of its target is printed after a link (an lxml element)."""
    over = any(CONTENTS in _classes(one) for one in link.iterancestors())
    return over or XREF in _classes(link)


def _index_links(root: Any) -> list[Any]:
    index = [one for one in root.iter() if INDEX in _classes(one)]
    return [link for one in index for link in one.iter("a") if SEE not in _classes(link)]


def read(document: Document, root: Any, *, after: int = 0) -> Reading:
    """Read the pages of a document made of the element `root`; the first is page `after` + 1."""
    return _Reader(document, root, after).read()


class _Reader:
    """Reads one document."""

    def __init__(self, document: Document, root: Any, after: int) -> None:
        self.pages = document.pages
        self.root = root
        self.after = after
        self.found = Reading(pages=len(document.pages))
        self.above = {child: parent for parent in root.iter() for child in parent}
        self.calls: dict[Any, int] = {}
        self.notes: list[tuple[Any, int]] = []
        self.seen: dict[Any, set[int]] = {}
        self.numbers: dict[Any, str] = {}
        self.index = set(_index_links(root))
        self.printed: dict[Any, dict[str, str]] = {}

    def read(self) -> Reading:
        for number, page in enumerate(self.pages, start=self.after + 1):
            for anchor in page.anchors:
                self.found.anchor_pages.setdefault(anchor, number)
            self._page(number, page._page_box)
        self._compare()
        self._compare_with_html()
        self.found.calls, self.found.notes = len(self.calls), len(self.notes)
        return self.found

    # --- pages ------------------------------------------------------------------------------

    def _page(self, number: int, page: Any) -> None:
        root, *others = page.children
        areas = [box for box in others if isinstance(box, boxes.FootnoteAreaBox)]
        for box in _all(root):
            if box.footnote is not None:
                self.calls.setdefault(box.element, number)
                self.numbers.setdefault(box.element, _text(box).strip(_AROUND))
            self._reference(number, box)
        self._letters(number, root)
        for area in areas:
            for box in _all(area):
                tag = box.element_tag or ""
                if tag.endswith("::footnote-marker") and isinstance(box, boxes.InlineBox):
                    self.notes.append((box.element, number))
                if NOTE in _classes(box.element) and tag == box.element.tag:
                    self.seen.setdefault(box.element, set()).add(number)
                self._reference(number, box)
        self._edges(number, page, root, areas)
        for margin in others:
            text = _text(margin) if isinstance(margin, boxes.MarginBox) else ""
            if text.isdigit() and int(text) != number:
                self._record(Kind.FOLIO, number, None, text=text)

    def _letters(self, number: int, root: Any) -> None:
        """Record letters in a table that no note under this part of it explains."""
        called: dict[tuple[Any, str], Any] = {}
        explained: set[tuple[Any, str]] = set()
        for box in _all(root):
            if box.element_tag != "sup" or MARK not in _classes(box.element):
                continue
            table = next(one for one in self._ancestors(box.element) if one.tag == "table")
            key = table, "".join(box.element.itertext())
            if NOTE_UNDER in _classes(self.above[box.element]):
                explained.add(key)
            else:
                called.setdefault(key, box.element)
        for (table, letter), element in called.items():
            if (table, letter) not in explained:
                self._record(Kind.NO_NOTE, number, element, text=letter)

    def _edges(self, number: int, page: Any, root: Any, areas: list[Any]) -> None:
        """Record boxes outside their page, over the notes, or too low."""
        width, height = page.margin_width(), page.margin_height()
        for box in _all(page):
            if not isinstance(box, (boxes.TextBox, boxes.ReplacedBox)):
                continue
            right, bottom = box.position_x + box.width, box.position_y + box.height
            inside = box.position_x > -SLACK and right < width + SLACK
            if not (inside and box.position_y > -SLACK and bottom < height + SLACK):
                self._record(Kind.OUTSIDE, number, box.element, text=_text(box))
        end = content_bottom(root)
        floor = page.content_box_y() + page.height
        for area in areas:
            if end > area.position_y + SLACK:
                self._record(Kind.OVER, number, None, text=_text(area))
        if end > floor + SLACK:
            self._record(Kind.TALL, number, _last_element(root), text=_text(root)[-60:])

    def _reference(self, number: int, box: Any) -> None:
        """Record the text that is printed as the page number of an anchor."""
        element, tag = box.element, box.element_tag or ""
        target, printed = "", ""
        if tag.endswith("::after"):
            target = _target(element)
            match = _PAGE.search(_text(box))
            later = _text(box) if TOC_PAGE in _classes(element) else ""
            printed = match[1] if match else later
        elif tag == "a" and element in self.index:
            target, printed = _target(element), "".join(element.itertext())
        elif tag == "span" and TOC_PAGE in _classes(element) and element.text:
            target, printed = _target(self.above[element]), element.text
        if printed and self.printed.get(element, {}).get(tag) != printed:
            # An element split by a line end, or in a repeated table head, is recorded once; if it
            # reads otherwise on another page, one of the two is wrong.
            self.printed.setdefault(element, {})[tag] = printed
            reference = Reference(number, self._section(element), printed, target[1:])
            self.found.references.append(reference)

    # --- calls against notes ----------------------------------------------------------------

    def _compare(self) -> None:
        """Record calls and notes that do not match."""
        where: dict[Any, list[int]] = {}
        for element, page in self.notes:
            where.setdefault(element, []).append(page)
        for element, page in self.calls.items():
            found = where.get(element, [])
            if not found:
                self._record(Kind.LOST, page, element)
            elif len(found) > 1:
                self._record(Kind.TWICE, page, element)
            elif found[0] != page:
                self._record(self._late(page, found[0]), page, element)
            elif max(self.seen.get(element, {page})) != page:
                self._record(self._late(page, page + 1), page, element)
        for element, pages in where.items():
            if element not in self.calls:
                self._record(Kind.UNCALLED, pages[0], element)
        rank = {element: index for index, element in enumerate(self.calls)}
        sequence = [one for one in self.notes if one[0] in rank]
        for (before, _), (element, page) in pairwise(sequence):
            if rank[element] < rank[before]:
                self._record(Kind.ORDER, page, element)

    def _late(self, called: int, noted: int) -> Kind:
        """Return the kind of fault of a note that is not on the page of its call."""
        if noted < called:
            return Kind.ASTRAY
        full = all(
            _lines(self.pages[number - self.after - 1]._page_box.children[0]) <= FEW_LINES
            for number in range(called, noted)
        )
        return Kind.OVERFLOW if full else Kind.ASTRAY

    def _compare_with_html(self) -> None:
        """Record notes in the HTML that no page calls."""
        for element in self.root.iter():
            if NOTE in _classes(element) and element not in self.calls:
                self._record(Kind.GONE, self.after + 1, element)

    # --- where ------------------------------------------------------------------------------

    def _record(self, kind: Kind, page: int, element: Any, text: str = "") -> None:
        section = self._section(element) if element is not None else ""
        number = self.numbers.get(element, "") if element is not None else ""
        words = text or ("".join(element.itertext()) if element is not None else "")
        self.found.faults.append(Fault(kind, page, section, number, " ".join(words.split())))

    def _ancestors(self, element: Any) -> Iterator[Any]:
        while element is not None:
            yield element
            element = self.above.get(element)

    def _section(self, element: Any) -> str:
        """Return the key of the section that an element stands in."""
        for one in self._ancestors(element):
            if one.tag == "section" and "section" in _classes(one):
                return str(one.get("id") or "")
        return ""


def _classes(element: Any) -> list[str]:
    """Return the classes of an element; a page and its margins have none."""
    get = getattr(element, "get", None)
    return (get("class") or "").split() if get else []


def _target(element: Any) -> str:
    """Return the target of an element as “#anchor”, also if it is in another stretch."""
    return element.get("data-target") or element.get("href") or ""


def _all(box: Any) -> Iterator[Any]:
    """Yield a box and all within, in the order in which they are drawn."""
    waiting = [box]
    while waiting:
        one = getattr(box := waiting.pop(), "_box", box)
        yield one
        waiting.extend(reversed(getattr(one, "children", ())))


def _text(box: Any) -> str:
    parts = [one.text for one in _all(box) if isinstance(one, boxes.TextBox) and one.text]
    return " ".join("".join(parts).split())


def _lines(root: Any) -> int:
    """Return the number of lines of a page; lines next to each other count as one."""
    spans = sorted(
        (box.position_y, box.position_y + box.height)
        for box in _all(root)
        if isinstance(box, boxes.LineBox) and _text(box)
    )
    count, end = 0, float("-inf")
    for top, bottom in spans:
        if top > end - SLACK:
            count += 1
        end = max(end, bottom)
    return count


def _last_element(root: Any) -> Any:
    found = None
    for box in _all(root):
        if isinstance(box, boxes.TextBox):
            found = box.element
    return found
