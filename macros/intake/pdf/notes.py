"""Notes at the foot of a page: below a short rule, or in smaller letters, counted up."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.intake.pdf.lines import is_raised

if TYPE_CHECKING:
    from macros.intake.pdf.furniture import Page
    from macros.intake.pdf.lines import Line

_START = re.compile(r"^[(\[]?(\d{1,3})(?:[)\].]?\s+\S|(?=[^\W\d_]))")
"""A number and a space; some programs set none between the number of a note and its first word."""
_SMALLER = 0.93


@dataclass
class Note:
    """A note: its number and its lines; the first line still begins with the number."""

    number: int
    page: int
    lines: list[Line] = field(default_factory=list)


class Notes:
    """Takes the notes out of pages, one page after the other."""

    def __init__(self, size: float) -> None:
        self._size = size
        self.found: list[Note] = []

    def take(self, page: Page) -> None:
        """Move the lines of notes from a page to `found`.

        What stands there before the first number goes on with the last note of the page before.
        """
        start = self._start(page)
        if start is None:
            return
        foot = page.lines[start:]
        taken = 0
        for line in foot:
            number = _number(line)
            if number is not None and self._expected(number):
                self.found.append(Note(number, page.index))
            elif not self.found or self.found[-1].page < page.index - 1:
                break
            self.found[-1].lines.append(line)
            taken += 1
        page.lines = page.lines[:start] + foot[taken:]

    def _expected(self, number: int) -> bool:
        """Return whether a note may have a number: they count up, or begin anew on a page."""
        return number == 1 or (bool(self.found) and number == self.found[-1].number + 1)

    def _start(self, page: Page) -> int | None:
        """Return the place of the first line of notes, None for a page without."""
        for at, line in enumerate(page.lines):
            ruled = any(
                line.top - 30 < y <= line.top + 2 and x0 < line.x1
                for y, x0, _ in page.rules
                if not page.lines[:at] or y > page.lines[at - 1].bottom - 4
            )
            if ruled and all(self._may_be(each) for each in page.lines[at:]):
                return at
        below = len(page.lines)
        while below and page.lines[below - 1].size < self._size * _SMALLER:
            below -= 1
        small = page.lines[below:]
        if small and (number := _number(small[0])) is not None and self._expected(number):
            return below
        return None

    def _may_be(self, line: Line) -> bool:
        return line.size <= self._size * 1.03


def _number(line: Line) -> int | None:
    """Return the number that a line of a note begins with, None if it has none."""
    first = line.words[0]
    if is_raised(first, line.words, line.size):
        return int(first.text.strip("()[]"))
    found = _START.match(line.text)
    return int(found[1]) if found else None
