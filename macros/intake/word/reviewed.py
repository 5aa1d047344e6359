"""Reads comments and tracked changes of a Word copy, each with its place in the copy."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.intake.document import IntakeError
from macros.intake.package import Package
from macros.intake.word.styles import Styles
from macros.intake.xml import child, tag, value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.intake.package import Element

_CHANGES = {"ins": "thêm", "del": "bỏ", "moveTo": "chuyển đến", "moveFrom": "chuyển đi"}
_ADDED = ("ins", "moveTo")
_HEADING = re.compile(r"(?i)(?:heading|title|tiêu đề|đề mục)\s*([1-9])?")
"""The ids of styles of headings, for a file that does not say what its styles are."""


@dataclass
class Remark:
    """A comment or a change: who, what, on which words, in which section and paragraph of it.

    `marks` are the bookmarks around and within, `before` those that the paragraph, or the row of a
    table, has before, the nearest first; `section` is the bookmark of the heading of the section,
    `text` the paragraph as it was before it was changed.
    """

    kind: str
    author: str
    said: str
    heading: str
    paragraph: int
    words: str = ""
    marks: list[str] = field(default_factory=list)
    before: tuple[str, ...] = ()
    section: str = ""
    text: str = ""


@dataclass(frozen=True)
class Reviewed:
    """A Word copy: its remarks in order, and every bookmark that it has."""

    remarks: tuple[Remark, ...]
    marks: frozenset[str]


def read_reviewed(file: Path, sections: frozenset[str]) -> Reviewed:
    """Return what a Word copy has; `sections` are the bookmarks of headings of sections.

    Raises IntakeError for a file that is none, or is damaged or hostile.
    """
    with Package(file) as package:
        relations = package.relations("").values()
        name = next((target for kind, target in relations if kind == "officeDocument"), "")
        body = child(package.xml(name) if name else None, "body")
        if body is None:
            raise IntakeError(f"tệp “{file.name}” không phải văn bản Word", "lưu thành .docx")
        related = dict(package.relations(name).values())
        parts = {
            kind: package.xml(related[kind]) if kind in related else None
            for kind in ("comments", "footnotes", "styles")
        }
    reader = _Reader(parts, sections)
    marks = frozenset(value(one, "name") for one in body.iter() if tag(one) == "bookmarkStart")
    return Reviewed(tuple(reader.read(body)), marks)


def text_of(element: Element, *, before: bool = False) -> str:
    """Return the text within an element, deleted words too; `before` the changes, without added."""
    pieces = _pieces(element, before=before)
    return " ".join("".join(pieces).split())


def _pieces(element: Element, *, before: bool) -> Iterator[str]:
    for one in element:
        name = tag(one)
        if name in ("t", "delText"):
            yield str(one.text or "")
        elif name in ("tab", "br"):
            yield " "
        elif not (before and name in _ADDED):
            if name == "p":
                yield " "
            yield from _pieces(one, before=before)


class _Reader:
    """Walks the body once, with what is open at each place: comments and bookmarks."""

    def __init__(self, parts: Mapping[str, Element | None], sections: frozenset[str]) -> None:
        told, notes = parts["comments"], parts["footnotes"]
        self._comments = {
            value(one, "id"): (value(one, "author"), text_of(one))
            for one in (told if told is not None else ())
        }
        self._notes = {value(one, "id"): one for one in (notes if notes is not None else ())}
        self._styles, self._sections = Styles(parts["styles"]), sections
        self._heading, self._paragraph, self._text, self._section = "", 0, "", ""
        self._announced = False
        self._row: Element | None = None
        self._passed: list[str] = []
        self._open: dict[str, str] = {}
        self._marked: dict[str, list[str]] = {}
        self._begun: dict[str, Remark] = {}

    def read(self, body: Element) -> Iterator[Remark]:
        """Yield the remarks in order."""
        for one in body.iter():
            match tag(one):
                case "p":
                    self._enter(one)
                case "bookmarkStart":
                    self._pass(value(one, "id"), value(one, "name"))
                case "bookmarkEnd":
                    self._open.pop(value(one, "id"), None)
                case "commentRangeStart":
                    self._begin(value(one, "id"))
                case "t":
                    for words in self._marked.values():
                        words.append(str(one.text or ""))
                case "commentReference":
                    yield from self._end(value(one, "id"))
                case "footnoteReference":
                    yield from self._in_note(value(one, "id"))
                case _:
                    yield from self._change(one)

    def _enter(self, paragraph: Element) -> None:
        text = text_of(paragraph)
        row = next((one for one in paragraph.iterancestors() if tag(one) == "tr"), None)
        if row is None or row is not self._row:
            self._passed = []
        self._row = row
        level = self._level(paragraph)
        if level and text:
            self._heading, self._paragraph = text, 0
            if level == 1 and not self._announced:
                self._section = ""
            self._announced = False
        elif text:
            self._paragraph += 1
        self._text = text_of(paragraph, before=True)

    def _level(self, paragraph: Element) -> int:
        """Return the depth of a heading; 0 for a paragraph, and for headings below the third."""
        level = self._styles.level(paragraph)
        if not level and (named := _HEADING.fullmatch(value(child(paragraph, "pPr", "pStyle")))):
            level = int(named[1] or 1)
        return level if level <= 3 else 0

    def _pass(self, identifier: str, name: str) -> None:
        if name in self._sections:
            self._section, self._announced = name, True
            return
        self._open[identifier] = name
        self._passed.append(name)
        for begun in self._begun.values():
            begun.marks.append(name)

    def _change(self, element: Element) -> Iterator[Remark]:
        kind = _CHANGES.get(tag(element), "")
        if kind and (said := text_of(element)):
            yield self._remark(kind, value(element, "author"), said)

    def _in_note(self, identifier: str) -> Iterator[Remark]:
        note = self._notes.get(identifier)
        for one in note.iter() if note is not None else ():
            for remark in self._change(one):
                remark.kind = f"{remark.kind} trong chú thích"
                yield remark

    def _remark(self, kind: str, author: str, said: str) -> Remark:
        """Return a remark at this place."""
        return Remark(
            kind,
            author,
            said,
            self._heading,
            self._paragraph,
            marks=list(self._open.values())[::-1],
            before=tuple(self._passed[::-1]),
            section=self._section,
            text=self._text,
        )

    def _begin(self, identifier: str) -> None:
        author, said = self._comments.get(identifier, ("", ""))
        self._begun[identifier] = self._remark("viết", author, said)
        self._marked[identifier] = []

    def _end(self, identifier: str) -> Iterator[Remark]:
        if identifier not in self._begun:
            self._begin(identifier)
        remark = self._begun.pop(identifier)
        remark.words = " ".join("".join(self._marked.pop(identifier)).split())
        yield remark
