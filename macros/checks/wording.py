"""Checks of wording: chapters and the texts of the data call people by neutral words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.chapter.prose import prose
from macros.messages.problems import Position, Problem
from macros.model.base import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive
    from macros.chapter import Chapter

_COMRADE = re.compile(
    r"(?<!\w)(?<!tình )(?<!nghĩa )(?:đồng chí(?! hội\b)|đ/c)(?!\w)", re.IGNORECASE
)
_QUOTED = re.compile(r"“[^”\n]*”")
_AS_PRINTED = ("printed", "words", "title", "subject")
"""How the names of fields end that hold the words of a source, or the title of a document."""


def comrades_in_chapter(chapter: Chapter) -> Iterator[Problem]:
    """No one is called “đồng chí” in the text of a chapter, except in what it quotes."""
    front = chapter.front_matter
    for key, value in (("title", front.title), ("description", front.description)):
        if value and _said(value):
            yield _problem(chapter.key_positions.get(key) or chapter.position(0), value)
    # Searching first for plain words, which nearly no chapter has, is much faster than the pattern.
    small = chapter.body.lower()
    text = prose(chapter.body) if "đồng chí" in small or "đ/c" in small else ""
    last = -1
    for offset, words in _said(text):
        line = text.count("\n", 0, offset)
        if line != last:  # once for a paragraph
            yield _problem(chapter.position(offset), words)
        last = line


def calls_comrade(text: str) -> bool:
    """Return whether someone is called “đồng chí” in a text, outside of quotation marks."""
    return bool(_said(text))


def comrades_in_data(archive: Archive) -> Iterator[Problem]:
    """No one is called “đồng chí” in a text of the data, except in the words of a source."""
    for record in _records(archive):
        yield from _in_record(record)


def _records(archive: Archive) -> Iterator[Record]:
    yield from archive.people.values()
    yield from archive.sources.values()
    yield from archive.issuers.values()
    yield from archive.changes.values()
    yield from archive.indicators.values()
    yield from archive.roles.values()
    yield from archive.abbreviations
    yield from archive.pictures.values()
    for dossier in archive.dossiers.values():
        yield dossier.organization
        yield from dossier.memberships
        yield from dossier.meetings
        yield from dossier.series
        yield from dossier.committees
        yield from dossier.observations
        yield from dossier.target_sets
        yield from dossier.events
        yield from dossier.statements
        yield from dossier.conflicts


def _in_record(record: Record) -> Iterator[Problem]:
    for name, value in vars(record).items():
        if isinstance(value, str):
            # Searching first for what nearly no text has is much faster than the pattern.
            if ("hí" in value or "HÍ" in value or "/" in value) and not name.endswith(_AS_PRINTED):
                yield from _in_text(record, name, value)
        elif isinstance(value, tuple):
            for one in value:
                if isinstance(one, Record):
                    yield from _in_record(one)
                elif isinstance(one, str):
                    yield from _in_text(record, name, one)
        elif isinstance(value, Record):
            yield from _in_record(value)


def _in_text(record: Record, name: str, value: str) -> Iterator[Problem]:
    for _, words in _said(value)[:1]:
        yield _problem(record.where(name), words)


def _said(text: str) -> list[tuple[int, str]]:
    """Return where the word is said, outside of quotation marks."""
    quoted = _QUOTED.sub(lambda found: " " * len(found.group()), text)
    return [(found.start(), found.group()) for found in _COMRADE.finditer(quoted)]


def _problem(position: Position, words: str) -> Problem:
    found = _COMRADE.search(words)
    said = found.group() if found else words
    remedy = "chỉ viết tên, chức danh, hoặc “ông”, “bà”; số người thì viết “người”, “đảng viên”"
    return Problem(position, f"lời kể gọi người là “{said}”", remedy)
