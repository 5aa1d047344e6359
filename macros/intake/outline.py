"""The headings of a reading, by style or by how they are printed, and what is under each."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.intake.document import Paragraph

_LONGEST_WORDS = 30
_LONGEST_TITLE = 60
"""Characters of a heading's title: more would be a sentence of the source."""
# How deep a heading is by its number, where no style says so.
_NUMBERED = (
    (1, re.compile(r"(?i)^(?P<n>(?:phần|chương|phụ lục)\s+(?:thứ\s+)?[\w.]+)")),
    (2, re.compile(r"^(?P<n>[A-ZĐ](?=[.)-]\s)(?<![IVXLC]))")),
    (3, re.compile(r"^(?P<n>[IVXLC]{1,6})(?=[.)/-]\s*\S)")),
    (4, re.compile(r"^(?P<n>\d{1,2})(?=[.)/]\s)")),
    (5, re.compile(r"^(?P<n>\d{1,2}\.\d{1,2})(?=[.)]?\s)")),
    (6, re.compile(r"^(?P<n>\d{1,2}(?:\.\d{1,2}){2,})(?=[.)]?\s)")),
)
_SECTION = "mục"
_ENDS = (".", ";", ",", ":")


class Section(NamedTuple):
    """A heading and what it covers: `first` to `last` paragraph (from 1), and pages if known."""

    title: str
    first: int
    last: int
    pages: tuple[int, int] | None


def with_headings(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return paragraphs with headings marked that no style marks: numbered, in bold or capitals."""
    return [_marked(one) for one in paragraphs]


def _marked(one: Paragraph) -> Paragraph:
    if one.kind != "text" or len(one.text.split()) > _LONGEST_WORDS:
        return one
    capitals = one.text.isupper()
    if not (one.bold or capitals) or (one.text.endswith(_ENDS) and not capitals):
        return one
    depth = next((depth for depth, form in _NUMBERED if form.match(one.text)), 0)
    return replace(one, kind="heading", level=depth) if depth else one


def sections(paragraphs: Sequence[Paragraph]) -> list[Section]:
    """Return the sections of a document, each up to the next heading.

    Headings that follow one another begin one section, which has the name of the last. What stands
    before the first heading is a section without a title.
    """
    starts: list[tuple[int, str]] = []
    above: list[tuple[int, str]] = []
    for number, one in enumerate(paragraphs, start=1):
        if one.kind != "heading":
            continue
        above = [each for each in above if each[0] < one.level]
        above.append((one.level, _name(one.text)))
        title = _joined([name for _, name in above])
        if starts and all(each.kind == "heading" for each in paragraphs[starts[-1][0] : number]):
            starts[-1] = (starts[-1][0], title)
        else:
            starts.append((number, title))
    if not starts or starts[0][0] > 1:
        starts.insert(0, (1, ""))
    ends = [start - 1 for start, _ in starts[1:]] + [len(paragraphs)]
    return [
        Section(title, first, last, _pages(paragraphs[first - 1 : last]))
        for (first, title), last in zip(starts, ends, strict=True)
    ]


def _pages(paragraphs: Sequence[Paragraph]) -> tuple[int, int] | None:
    known = [one.page for one in paragraphs if one.page is not None]
    return (min(known), max(known)) if known else None


def _name(text: str) -> str:
    """Return what a heading is called in a list: its number, or a short text as it is printed."""
    for depth, form in _NUMBERED:
        if found := form.match(text):
            return _in_small_letters(found["n"]) if depth == 1 else f"{_SECTION} {found['n']}"
    return text if len(text) <= _LONGEST_TITLE else f"{text[: _LONGEST_TITLE - 1].rstrip()}…"


def _in_small_letters(words: str) -> str:
    """Return “PHẦN THỨ NHẤT” in small letters, “PHẦN II.” with its number as it is."""
    return " ".join(
        word if re.fullmatch("[IVXLC]+", word) else word.lower()
        for word in words.rstrip(".").split()
    )


def _joined(names: list[str]) -> str:
    """Return the names of a heading and those above it; the number 2.1 needs no 2 before it."""
    kept: list[str] = []
    for name in names:
        if kept and name.startswith(f"{kept[-1]}."):
            kept.pop()
        kept.append(name)
    return ", ".join(kept[-3:])
