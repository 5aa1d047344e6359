"""One mutant: a change of one place of one file."""

from __future__ import annotations

import ast
from dataclasses import dataclass

_AROUND = 24
"""How many letters are shown before and after the difference."""
_SHOWN = 120
"""The maximum of letters shown of either text."""


@dataclass(frozen=True)
class Mutant:
    """A file with one place changed.

    `start` and `end` are offsets in bytes; `line` counts from 1, and `context` is that line without
    indentation. `becomes` is the new text of the place; `change` describes the difference.
    """

    path: str
    start: int
    end: int
    becomes: str
    kind: str
    line: int
    context: str
    change: str

    def applied(self, source: bytes) -> bytes:
        """Return the file's content with the change."""
        return source[: self.start] + self.becomes.encode() + source[self.end :]

    def can_be_read(self, source: bytes) -> bool:
        """Return whether the changed file is valid Python; deeply nested quotes may not be."""
        try:
            ast.parse(self.applied(source))
        except (SyntaxError, ValueError):
            return False
        return True

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.kind}: {self.change}"


def difference(was: str, becomes: str) -> str:
    """Return both texts shortened to the difference with a few letters on either side."""
    was, becomes = " ".join(was.split()), " ".join(becomes.split())
    shorter = min(len(was), len(becomes))
    head = next((at for at in range(shorter) if was[at] != becomes[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if was[-1 - at] != becomes[-1 - at]), rest)
    return f"{_cut(was, head, tail)} → {_cut(becomes, head, tail)}"


def _cut(text: str, head: int, tail: int) -> str:
    """Return `text` without what is far from the part between `head` and `tail`."""
    first, last = max(head - _AROUND, 0), min(len(text) - tail + _AROUND, len(text))
    before, last = "…" if first else "", min(last, first + _SHOWN)
    after = "…" if last < len(text) else ""
    return f"{before}{text[first:last]}{after}"
