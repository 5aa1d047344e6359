"""Where each printed page begins, so that an EPUB can name the pages of the printed book.

`page_starts` finds it while the pages are laid out and stores it in each page of the PDF, where it
survives joining and finishing; the EPUB puts a mark at the same letter of the same element.
`number_blocks` numbers the elements of both editions alike; letters are counted without spaces and
without notes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
from lxml.html import builder as make

from macros.book.notes import NOTE
from macros.book.section import Element, Section

AT = "data-at"
"""The attribute that identifies a block of a section."""

PIECE = "PageList"
"""The key under which a page of the PDF stores where it begins."""

BLOCKS = (
    "p", "li", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "caption", "figcaption",
    "blockquote",
)  # fmt: skip


HOLDERS = frozenset((*BLOCKS, "section"))
"""Elements that can contain a mark; a table, a list or a chart cannot."""


class Start(NamedTuple):
    """Where a page begins: in which element (`data-at`, or an id), after how many letters."""

    at: str
    letters: int


@dataclass(frozen=True)
class Mark:
    """A page of the printed book in an EPUB: its number, its anchor, the section that holds it."""

    number: str
    anchor: str
    section: str


def number_blocks(section: Section) -> None:
    """Give each block of a section a number of its own."""
    for number, block in enumerate(section.tree.iter(*BLOCKS)):
        block.set(AT, f"{section.key}:{number}")


def letters_in(text: str) -> int:
    """Return how many letters a text has, spaces not counted."""
    return len("".join(text.split()))


def _is_note(element: Any) -> bool:
    classes = (element.get("class") or "").split()
    return NOTE in classes or "noteref" in classes


def text_in(element: Any) -> Iterator[str]:
    """Yield the text of an element without its notes."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not _is_note(child):
            yield from text_in(child)
        yield child.tail or ""


def read_starts(pdf_file: io.BytesIO | Path, *, after: int = 0) -> dict[int, Start]:
    """Return where the pages of a PDF begin, by their numbers; blank ones have none.

    The first page is number `after` + 1.
    """
    found: dict[int, Start] = {}
    with pikepdf.open(pdf_file) as pdf:
        for number, page in enumerate(pdf.pages, start=after + 1):
            piece: Any = page.obj.get("/PieceInfo", {})
            if f"/{PIECE}" in piece:
                private = piece[f"/{PIECE}"].Private
                found[number] = Start(str(private.At), int(private.Letters))
    return found


# --- in the EPUB --------------------------------------------------------------------------------


def place_marks(sections: Iterable[Section], starts: Mapping[int, Start]) -> list[Mark]:
    """Put a mark where each page of the printed book begins; return those that found a place.

    Pages of what the EPUB lacks (front matter on paper, the contents) get none.
    """
    wanted: dict[str, list[tuple[int, int]]] = {}
    for number, start in starts.items():
        wanted.setdefault(start.at, []).append((start.letters, number))
    marks: list[tuple[int, Mark]] = []
    for section in sections:
        for letters, number in wanted.get(section.key, ()):
            if letters:
                continue
            # The mark is before the heading, where the template of a section puts it.
            section.page = number
            marks.append((number, Mark(str(number), f"trang-{number}", section.key)))
        holders = {one.get(AT) or one.get("id"): one for one in section.tree.xpath(_HOLDERS)}
        for at in sorted(wanted.keys() & holders.keys()):
            # From the last on, so that a mark moves no letter before it.
            for letters, number in sorted(wanted[at], reverse=True):
                anchor = f"trang-{number}"
                _put(holders[at], letters, _mark(anchor, number))
                marks.append((number, Mark(str(number), anchor, section.key)))
    return [mark for _, mark in sorted(marks)]


_HOLDERS = f".//*[@{AT} or @id]"


def _mark(anchor: str, number: int) -> Element:
    mark = make.SPAN(id=anchor, role="doc-pagebreak")
    mark.set("epub-type", "pagebreak")
    mark.set("aria-label", str(number))
    return mark


def _put(holder: Element, letters: int, mark: Element) -> None:
    """Put a mark into an element after so many letters, at its beginning for none."""
    if letters <= 0:
        mark.tail, holder.text = holder.text, None
        holder.insert(0, mark)
        return
    for element, is_tail, text in _pieces(holder):
        if (held := letters_in(text)) < letters:
            letters -= held
            continue
        cut = _after(text, letters)
        if is_tail:
            # `addnext` would move the tail behind the mark.
            element.tail = None
            element.addnext(mark)
            element.tail = text[:cut]
        else:
            element.text = text[:cut]
            element.insert(0, mark)
        mark.tail = text[cut:]
        return
    holder.append(mark)


def _pieces(element: Element) -> Iterator[tuple[Element, bool, str]]:
    """Yield the texts of an element as (element, whether it is its tail, text), notes left out."""
    yield element, False, element.text or ""
    for child in list(element):
        if isinstance(child.tag, str) and not _is_note(child):
            yield from _pieces(child)
        yield child, True, child.tail or ""


def _after(text: str, letters: int) -> int:
    """Return the offset in a text after so many letters and the spaces that follow them."""
    for offset, letter in enumerate(text):
        if letters == 0 and not letter.isspace():
            return offset
        letters -= not letter.isspace()
    return len(text)
