"""Lines of a page, from the places of its words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BOLD = re.compile(r"(?i)bold|black|heavy|demi")
_RAISED = 0.8
"""A word so much smaller than its line, and higher, is the mark of a note."""
_NEAR = 0.12
"""Of the size of a letter: a smaller gap is none."""
_COLUMNS = 3.0
"""Of the size of a letter: a wider gap parts what only stands side by side."""


class Word(NamedTuple):
    """A word of a page: places in points from its upper left corner, size, font, weight."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    font: str
    bold: bool

    @classmethod
    def of(cls, word: dict[str, Any]) -> Word:
        """Return a word as pdfplumber gives it, with its letters."""
        letters = word["chars"]
        font = letters[0]["fontname"].rpartition("+")[2]
        return cls(
            word["text"],
            word["x0"],
            word["x1"],
            word["top"],
            word["bottom"],
            median(one["size"] for one in letters),
            font,
            bool(_BOLD.search(font)),
        )


@dataclass
class Line:
    """A line of print: its words from left to right; `page` counts from 1."""

    words: list[Word]
    page: int
    cells: list[list[Word]] = field(default_factory=list)

    @property
    def x0(self) -> float:
        """Where it begins, in points."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        """Its upper edge, in points from the top of the page."""
        return min(word.top for word in self.words if word.size >= self.size * _RAISED)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes = sorted((word.size, len(word.text)) for word in self.words)
        half, count = sum(count for _, count in sizes) / 2, 0
        for size, letters in sizes:
            count += letters
            if count >= half:
                return size
        return sizes[-1][0]

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)

    @property
    def text(self) -> str:
        """Its text, with marks of notes in brackets."""
        return "".join(text for text, _ in self.pieces())

    def pieces(self) -> list[tuple[str, str]]:
        """Return its text in pieces, each with its font."""
        return pieces(self.words, self.size)


def pieces(words: Sequence[Word], size: float) -> list[tuple[str, str]]:
    """Return the text of words in pieces with their fonts; a raised number is a note's mark."""
    found: list[tuple[str, str]] = []
    end = None
    for word in words:
        raised = is_raised(word, words, size)
        text = f"({word.text.strip('()[]')})" if raised else word.text
        if end is not None and not raised and word.x0 - end > _NEAR * size:
            text = f" {text}"
        found.append((text, "" if raised else word.font))
        end = word.x1
    return found


def is_raised(word: Word, words: Sequence[Word], size: float) -> bool:
    """Return whether a word is a number in small letters above the line."""
    if not re.fullmatch(r"[(\[]?\d{1,3}[)\]]?", word.text) or word.size > size * _RAISED:
        return False
    base = max(one.bottom for one in words if one.size > size * _RAISED) if len(words) > 1 else 0
    return word.bottom < base - 0.1 * size


def lines_of(words: Iterable[Word], page: int) -> list[Line]:
    """Return the lines of a page from above; words overlap most of the height of their line."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (-one.size, one.top)):
        home = next((row for row in rows if _level(word, row[0])), None)
        if home is None:
            rows.append([word])
        else:
            home.append(word)
    found = [Line(sorted(row, key=lambda one: one.x0), page) for row in rows]
    for line in found:
        line.cells = _columns(line)
    return sorted(found, key=lambda line: (line.top, line.x0))


def _level(word: Word, other: Word) -> bool:
    overlap = min(word.bottom, other.bottom) - max(word.top, other.top)
    return overlap > 0.5 * min(word.bottom - word.top, other.bottom - other.top)


def _columns(line: Line) -> list[list[Word]]:
    """Return the words of a line parted at wide gaps, as in the head of an official document."""
    parts = [[line.words[0]]]
    for before, word in zip(line.words, line.words[1:], strict=False):
        if word.x0 - before.x1 > _COLUMNS * line.size:
            parts.append([])
        parts[-1].append(word)
    return parts
