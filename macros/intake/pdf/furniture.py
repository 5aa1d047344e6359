"""What stands on every page: heads, feet and page numbers, which are no text of the document."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.intake.pdf.lines import Line

_NUMBER = re.compile(r"(?i)(?:trang|tr\.|page)?\s*[-–—\[(]?\s*(\d{1,4})\s*[-–—\])]?(?:\s*/\s*\d+)?")
_EDGE = 2
"""So many lines from above and from below may be furniture."""
_DIGITS = re.compile(r"\d+")
_LEAST = 3
_SHARE = 0.3
_ROOM = 4.0
"""Points that a head may stand higher or lower on another page."""


@dataclass
class Page:
    """A page: its lines, and the number that is printed on it, None if there is none."""

    index: int
    lines: list[Line]
    height: float
    printed: int | None = None
    rules: list[tuple[float, float, float]] = field(default_factory=list)


def without_furniture(pages: Sequence[Page]) -> list[str]:
    """Take heads, feet and page numbers out of pages; return the different texts taken out."""
    numbers = _page_numbers(pages)
    repeated = _repeated(pages)
    taken: Counter[str] = Counter()
    for page in pages:
        kept = []
        for line in page.lines:
            if id(line) in numbers:
                page.printed = numbers[id(line)]
            elif id(line) in repeated:
                taken[repeated[id(line)]] += 1
            else:
                kept.append(line)
        page.lines = kept
    return [text for text, _ in taken.most_common()]


def _edges(page: Page) -> list[Line]:
    lines = page.lines
    return lines[:_EDGE] + lines[max(_EDGE, len(lines) - _EDGE) :]


def _page_numbers(pages: Sequence[Page]) -> dict[int, int]:
    """Return the printed page numbers by their lines: they differ from the index by one amount."""
    found = [
        (line, int(match[1]), page)
        for page in pages
        for line in _edges(page)
        if (match := _NUMBER.fullmatch(line.text.strip()))
    ]
    offsets = Counter(number - page.index for _, number, page in found)
    if not offsets:
        return {}
    offset, count = offsets.most_common(1)[0]
    if count < min(2, len(pages)):
        return {}
    return {id(line): number for line, number, page in found if number - page.index == offset}


def _repeated(pages: Sequence[Page]) -> dict[int, str]:
    """Return the lines that stand on many pages at one height, with their texts."""
    groups: dict[str, list[Line]] = {}
    for page in pages:
        for line in _edges(page):
            groups.setdefault(_DIGITS.sub("0", line.text.strip()), []).append(line)
    least = max(_LEAST, _SHARE * len(pages) / 2)
    found: dict[int, str] = {}
    for same in groups.values():
        for line in same:
            level = [one for one in same if abs(one.top - line.top) <= _ROOM]
            if len({one.page for one in level}) >= least:
                found[id(line)] = line.text.strip()
    return found
