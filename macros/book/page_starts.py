"""Stores in each page of a PDF where its text begins, for the EPUB's list of pages.

It is stored as a page-piece dictionary (ISO 32000-1, 14.5), which other programs ignore.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pydyf
from weasyprint.formatting_structure import boxes

from macros.book.page_list import AT, HOLDERS, PIECE, Start, letters_in, text_in


def store_starts(document: Any, pdf: Any) -> None:
    """Store in each page of a PDF that is about to be written where its text begins."""
    kept = (one for one in pdf.objects if isinstance(one, pydyf.Dictionary))
    pages = [one for one in kept if one.get("Type") == "/Page"]
    counted: Counter[str] = Counter()
    for page, written in zip(document.pages, pages, strict=True):
        start = _start(page._page_box, counted)
        if start is None:
            continue
        private = pydyf.Dictionary({"At": pydyf.String(start.at), "Letters": start.letters})
        piece = pydyf.Dictionary(
            {"LastModified": pydyf.String("D:19800101000000Z"), "Private": private}
        )
        written["PieceInfo"] = pydyf.Dictionary({PIECE: piece})


class _Holder(NamedTuple):
    """An element that can contain a mark: its name, and how many letters it has in all."""

    at: str
    whole: int


def _start(page: Any, counted: Counter[str]) -> Start | None:
    """Return where a page begins and count its letters; a repeated head of a table begins none."""
    start: Start | None = None
    before = dict(counted)
    for holders, letters in _texts(page):
        own = holders[-1]
        known = before.get(own.at, 0)
        if start is None and letters and (known == 0 or known < own.whole):
            start = Start(own.at, known)
        counted.update({one.at: letters for one in holders})
    return start


def _texts(page: Any) -> Iterator[tuple[tuple[_Holder, ...], int]]:
    """Yield each piece of text of a page: the elements that hold it, how many letters it has."""
    outside = (boxes.MarginBox, boxes.FootnoteAreaBox)
    for child in page.children:
        if not isinstance(child, outside):
            yield from _within(child, ())


def _within(box: Any, holders: tuple[_Holder, ...]) -> Iterator[tuple[tuple[_Holder, ...], int]]:
    if isinstance(box, boxes.FootnoteAreaBox) or "::" in (box.element_tag or ""):
        return
    if name := _name(box.element, holders):
        # Text outside the blocks of a section matters only at the section's beginning.
        whole = 0 if box.element.tag == "section" else letters_in("".join(text_in(box.element)))
        holders = (*holders, _Holder(name, whole))
    if isinstance(box, boxes.TextBox):
        if holders:
            yield holders, letters_in(box.text)
        return
    for child in getattr(box, "children", ()):
        yield from _within(child, holders)


def _name(element: Any, holders: tuple[_Holder, ...]) -> str:
    """Return the name of an element that can contain a mark; "" if it is one of `holders`."""
    if element is None or element.tag not in HOLDERS:
        return ""
    name: str = element.get(AT) or ""
    if not name and not any(":" in one.at for one in holders):
        name = element.get("id") or ""
    return "" if any(one.at == name for one in holders) else name
