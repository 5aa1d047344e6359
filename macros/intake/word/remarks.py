"""`make remarks`: comments and tracked changes of a Word copy, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.archive.complete import load_archive
from macros.intake.document import IntakeError
from macros.intake.package import Package
from macros.intake.xml import child, tag, value
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.messages.problems import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.intake.package import Element
    from macros.messages.output import Output

_HEADING = re.compile(r"(?i)(?:heading|title|tiêu đề|đề mục)\s*[1-3]?")
_LONGEST = 120


@dataclass
class Remark:
    """A comment or a change: who, what, on which words, in which section and paragraph of it."""

    kind: str
    author: str
    said: str
    heading: str
    paragraph: int
    words: str = ""
    facts: list[str] = field(default_factory=list)


def remarks(root: Path, file: Path) -> Output:
    """List what the readers of a Word copy remarked; the exit status is 1 if it cannot be read."""
    try:
        if not file.is_file():
            raise IntakeError(f"không có tệp “{file}”", "ghi đường dẫn: FILE=ban-gop-y.docx")
        found = list(_remarks(file))
    except IntakeError as refusal:
        yield from error_lines([one_line(f"lỗi: {refusal.message} → {refusal.remedy}")])
        return WRONG
    places = _places(root)
    for number, one in enumerate(found, start=1):
        yield Line(one_line(f"{number}. {_where(one)}: {_said(one)}"))
        for fact in one.facts:
            for place in places.get(fact, ()):
                yield Line(f"   dữ kiện {fact}: {place}")
    counted = f"{len(found)} góp ý" if found else "Không có góp ý hay chỗ sửa nào"
    yield Line(f"{counted} trong {file.name}.")
    return DONE


def _where(one: Remark) -> str:
    return f"“{one.heading}”, đoạn {one.paragraph}" if one.heading else f"đoạn {one.paragraph}"


def _said(one: Remark) -> str:
    about = f" (về “{_short(one.words)}”)" if one.words else ""
    return f"{one.author or 'không tên'} {one.kind} “{_short(one.said)}”{about}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _places(root: Path) -> Mapping[str, list[str]]:
    """Return where each fact stands, by its id; several organizations may have one of that id."""
    archive, _ = load_archive(root)
    found: dict[str, list[str]] = {}
    for _, fact in archive.each_fact():
        position = fact.where()
        found.setdefault(fact.id, []).append(f"{position.path}:{position.line}")
    return found


def _remarks(file: Path) -> Iterator[Remark]:
    with Package(file) as package:
        relations = package.relations("").values()
        name = next((target for kind, target in relations if kind == "officeDocument"), "")
        body = child(package.xml(name) if name else None, "body")
        if body is None:
            raise IntakeError(f"tệp “{file.name}” không phải văn bản Word", "lưu thành .docx")
        related = package.relations(name).values()
        notes = next((target for kind, target in related if kind == "comments"), "")
        told = package.xml(notes) if notes else None
        comments = {
            value(one, "id"): (value(one, "author"), _text(one))
            for one in (told if told is not None else ())
        }
    yield from _Reader(comments).read(body)


def _text(element: Element) -> str:
    """Return the text within an element, deleted words too."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    for one in element.iter():
        if tag(one) in ("t", "delText"):
            yield str(one.text or "")
        elif tag(one) in ("p", "tab", "br"):
            yield " "


class _Reader:
    """Walks the body once, with what is open at each place: comments and bookmarks."""

    def __init__(self, comments: Mapping[str, tuple[str, str]]) -> None:
        self._comments = comments
        self._heading, self._paragraph = "", 0
        self._marked: dict[str, list[str]] = {}
        self._begun: dict[str, Remark] = {}
        self._facts: dict[str, str] = {}

    def read(self, body: Element) -> Iterator[Remark]:
        """Yield the remarks in order."""
        for one in body.iter():
            match tag(one):
                case "p":
                    self._enter(one)
                case "bookmarkStart":
                    self._facts[value(one, "id")] = value(one, "name")
                    for begun in self._begun.values():
                        begun.facts.append(value(one, "name"))
                case "bookmarkEnd":
                    self._facts.pop(value(one, "id"), None)
                case "commentRangeStart":
                    self._begin(value(one, "id"))
                case "t":
                    for words in self._marked.values():
                        words.append(str(one.text or ""))
                case "commentReference":
                    yield from self._end(value(one, "id"))
                case "ins" | "del" if _text(one):
                    kind = "thêm" if tag(one) == "ins" else "bỏ"
                    yield self._remark(kind, value(one, "author"), _text(one))

    def _enter(self, paragraph: Element) -> None:
        style = value(child(paragraph, "pPr", "pStyle"))
        if _HEADING.fullmatch(style) and _text(paragraph):
            self._heading, self._paragraph = _text(paragraph), 0
        elif _text(paragraph):
            self._paragraph += 1

    def _remark(self, kind: str, author: str, said: str) -> Remark:
        facts = list(self._facts.values())
        return Remark(kind, author, said, self._heading, self._paragraph, facts=facts)

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
