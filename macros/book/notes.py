"""Citations as footnotes: the hover text of a mark on the site becomes a footnote.

A component has the same marks as on the site; the closing component of the page (its twin on paper)
lists what each number means. Both are removed here, and a ``<small class="fn">`` with the whole
note replaces the mark: WeasyPrint moves it to the foot of the page, the EPUB to the end of the
chapter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.html import builder as make

from macros.book.linker import SCHEME
from macros.book.section import Element, Section, drop, elements
from macros.text.vietnamese import NBSP

NOTE = "fn"
"""The class of a note that has replaced its mark."""

CITES = "data-cites"
"""The attribute of a note that consists of sources only."""

NAMED = "data-named"
"""The attribute of a link that is to be named by the title of the section that it leads to."""

SHORT = 48
"""A note of at most so many letters always fits on one line, and is not broken."""


@dataclass(frozen=True)
class Passage:
    """The target of a mark: the anchor of a source (``nguon-a``), its title, the locator in it."""

    source: str
    title: str
    locator: str


def take_passages(section: Section) -> dict[str, Passage]:
    """Take the list of citations out of a section; return its passages by number."""
    found: dict[str, Passage] = {}
    for listed in section.tree.find_class("book-notes"):
        for line in listed.iter("p"):
            link, locator = line.find("a"), line.find("span")
            source = (link.get("href") or "").removeprefix(f"{SCHEME}#")
            found[line.get("data-number")] = Passage(
                source, link.text_content(), locator.text_content()
            )
        drop(listed)
    return found


def set_notes(
    section: Section, passages: Mapping[str, Passage], numbers: Mapping[str, int]
) -> None:
    """Replace each mark by a note; `numbers` are those of the bibliography by anchor.

    The first note of a section that cites a source names it in full, later ones by its number.
    """
    named: set[str] = set()
    for mark in elements(section.tree, "sup"):
        classes = (mark.get("class") or "").split()
        if "cite" in classes:
            cited = [passages[link.get("data-note")] for link in mark.iter("a")]
            # In tables a source is always cited by its number, so that equal notes are identical;
            # in captions of pictures too, which may be moved.
            tabled = any(_by_number(one) for one in mark.iterancestors("table", "figure"))
            note = _note(short=all(one.source in named for one in cited))
            note.set(CITES, "1")
            for index, passage in enumerate(cited):
                known = tabled or passage.source in named
                _add_passage(note, passage, numbers[passage.source], known, index > 0)
                named |= set() if tabled else {passage.source}
            _add_text(note, ".")
            if len(note.text_content()) > SHORT:
                note.set("class", NOTE)
            _replace(mark, note)
        elif "conflict-mark" in classes:
            _conflict(mark)
    _own_footnotes(section.tree)
    _flatten(section.tree)


def _by_number(element: Element) -> bool:
    return element.tag == "table" or "picture" in (element.get("class") or "").split()


def _note(*, short: bool = False) -> Element:
    """Return an empty note; a short one stands on one line."""
    return make.SMALL(make.CLASS(f"{NOTE} {NOTE}--short" if short else NOTE))


def _add_passage(note: Element, passage: Passage, number: int, known: bool, further: bool) -> None:
    """Add one passage to a note: “Lịch sử … [1], đoạn 3”, or “[1], đoạn 3” when known."""
    if further:
        _add_text(note, "; ")
    if not known:
        _add_text(note, f"{passage.title}{NBSP}")
    note.append(make.A(f"[{number}]", href=f"{SCHEME}#{passage.source}"))
    _add_text(note, f",{NBSP}{passage.locator.replace(' ', NBSP, 1)}")


def _add_text(element: Element, text: str) -> None:
    """Add text at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _replace(old: Element, new: Element) -> None:
    """Replace `old` by `new`, keeping the text that follows."""
    new.tail, old.tail = old.tail, None
    old.getparent().replace(old, new)


def _conflict(mark: Element) -> None:
    """Add a note after the sign of a contradiction that says where both values are."""
    link = mark.find("a")
    if link is None:
        return
    href = link.get("href")
    sign = make.SPAN(make.CLASS("conflict-sign"), link.text_content())
    note = _note()
    note.text = "Các tài liệu không khớp về chỗ này"
    if href:
        _add_text(note, ": ")
        # In the volume the title of the place is named: `site_words.name_places`.
        note.append(make.A(make.CLASS("xref"), "xem nơi ghi đủ các giá trị", href=href))
        note[-1].set(NAMED, "1")
    _add_text(note, ".")
    note.tail, mark.tail = mark.tail, None
    parent = mark.getparent()
    parent.replace(mark, sign)
    sign.addnext(note)


def _own_footnotes(tree: Element) -> None:
    """Turn the footnotes that a chapter itself writes (``[^1]``) into notes of the same kind."""
    written: dict[str, Element] = {}
    for listed in tree.find_class("footnote"):
        if listed.tag != "div":
            continue
        for item in listed.iter("li"):
            for back in item.find_class("footnote-backref"):
                drop(back)
            written[item.get("id")] = item
        drop(listed)
    for link in tree.find_class("footnote-ref"):
        item = written.get((link.get("href") or "").removeprefix("#"))
        if item is None:
            continue
        note = _note()
        for paragraph in item.iter("p"):
            if len(note) or note.text:
                _add_text(note, " ")
            _add_text(note, (paragraph.text or "").strip())
            for child in list(paragraph):
                note.append(child)
        _replace(link.getparent(), note)


def _flatten(tree: Element) -> None:
    """Put a note within a note in brackets, because no page has notes to its notes."""
    for note in tree.iterfind(".//small//small[@class]"):
        if NOTE in note.get("class").split():
            note.tag = "span"
            del note.attrib["class"]
            note.text = f"({note.text or ''}"
            last = note[-1] if len(note) else None
            if last is None:
                note.text = f"{note.text.removesuffix('.')})"
            else:
                last.tail = f"{(last.tail or '').removesuffix('.')})"


def listing(passages: Mapping[str, Passage]) -> Element:
    """Return passages as the list that `take_passages` takes out."""
    lines = [
        make.P(make.A(one.title, href=f"{SCHEME}#{one.source}"), make.SPAN(one.locator))
        for one in passages.values()
    ]
    for line, number in zip(lines, passages, strict=True):
        line.set("data-number", number)
    return make.DIV(make.CLASS("book-notes"), *lines)
