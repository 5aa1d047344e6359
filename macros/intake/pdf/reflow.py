"""Joins lines to paragraphs: a line ended by its author is one on which the next word had room."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from macros.intake.document import CELLS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.intake.pdf.lines import Line

_ITEM = re.compile(
    r"^(?:[-–—+*•●▪]|\(?[a-zđ]\)|\(?\d{1,2}(?:\.\d{1,2})*[.)]|[IVXLC]{1,5}[.)]|Điều \d)\s*\S"
)
_MOST = 0.6
_CENTRED = 12.0
_ROOM = 2.5
"""Points by which edges that are the same may differ."""
_ENDS = '.;:!?…”"”»'
# “số 12-QĐ/” goes on with “TU” and no space, “Nghị quyết 21-” with “NQ/TW”.
_UNSPACED = re.compile(r"(?:\S/|[\dA-ZĐ]-)$")
_TIED = frozenset({"số", "ngày", "tháng", "năm", "quý", "điều", "khoản", "bộ"})
"""Word puts no-break spaces after these: what follows them came to the next line with them."""


@dataclass(frozen=True)
class Column:
    """Where text stands on the pages: its edges, its first-line indent, the distance of lines.

    `marked` says that the indent alone tells a paragraph: most that surely begin have it.
    """

    left: float
    right: float
    indent: float
    leading: float
    marked: bool = False

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Column:
        """Return the column of a document from its lines of running text."""
        lefts = Counter(round(line.x0) for line in lines)
        left = float(min((x for x, n in lefts.items() if n >= 0.1 * len(lines)), default=0))
        rights = sorted(line.x1 for line in lines)
        right = rights[int(0.95 * (len(rights) - 1))]
        inner = Counter(x for x in (round(line.x0 - left) for line in lines) if 8 < x < 80)
        indent = float(inner.most_common(1)[0][0]) if inner else 0.0
        gaps = [
            after.top - line.top
            for line, after in pairwise(lines)
            if line.page == after.page and 0 < after.top - line.top < 4 * line.size
        ]
        column = cls(left, right, indent, median(gaps) if gaps else 0.0)
        sure = [line for before, line in pairwise(lines) if _fits(line, before, column)]
        at_indent = sum(column.is_indented(line) for line in sure)
        return replace(column, marked=at_indent >= _MOST * max(len(sure), 1))

    def is_centred(self, line: Line) -> bool:
        """Return whether a line has as much room on its left as on its right, and some."""
        room = line.x0 - self.left
        return room > _CENTRED and abs(self.right - line.x1 - room) < _ROOM

    def is_indented(self, line: Line) -> bool:
        """Return whether a line begins where the first lines of paragraphs do."""
        return self.indent > 0 and abs(line.x0 - self.left - self.indent) < _ROOM


def begins(line: Line, before: Line, column: Column) -> bool:
    """Return whether a line begins a paragraph after the line `before`."""
    if len(line.cells) > 1 or len(before.cells) > 1:
        return True
    if abs(line.size - before.size) > 0.12 * before.size:
        return True
    if line.page == before.page and line.top - before.top > 1.45 * max(column.leading, line.size):
        return True
    if _fits(line, before, column):
        return True
    ended = before.text.rstrip()[-1:] in _ENDS
    if before.bold and not line.words[0].bold and line.text[:1].isupper():
        return True
    if line.bold and not before.words[-1].bold and ended:
        return True
    if before.bold and column.is_centred(before) and not column.is_centred(line):
        return True
    flush = before.x0 < column.left + _ROOM or abs(before.x0 - line.x0) < _ROOM
    if column.is_indented(line) and flush and (ended or column.marked):
        return True
    return ended and bool(_ITEM.match(line.text)) and line.x0 <= before.x0 + _ROOM


def _fits(line: Line, before: Line, column: Column) -> bool:
    """Return whether the first word of a line had room on the line before."""
    words = line.words
    last = 1
    while last < len(words) and words[last - 1].text.lower() in _TIED:
        last += 1
    wide = words[last - 1].x1 - words[0].x0
    right = column.right
    # A centred line has as much room on its left.
    room = right - before.x1
    if before.x0 > column.left + 12 and abs((before.x0 - column.left) - room) < 12:
        room *= 2
    return wide + 0.28 * before.size < room - 1.0


def joined(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """Return the pieces of a paragraph's lines with their fonts."""
    found: list[tuple[str, str]] = []
    for line in lines:
        if found and not _UNSPACED.search(found[-1][0]):
            found.append((" ", found[-1][1]))
        if len(line.cells) > 1:
            for at, cell in enumerate(line.cells):
                found += [(CELLS, "")] if at else []
                found += type(line)(cell, line.page).pieces()
        else:
            found += line.pieces()
    return found
