"""What an editor got wrong, and how it is told.

Every part of the program that can find fault with a data file or a chapter
returns :class:`Problem` values instead of raising: an editor is shown all of
them at once, sorted by place, each with what to do about it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple


class Position(NamedTuple):
    """A place in a file of the project.

    `path` is relative to the project root, with forward slashes; `line` and
    `column` count from 1, as editors show them.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Severity(IntEnum):
    """How much a problem weighs: only an error stops the build."""

    ERROR = 0
    WARNING = 1
    NOTE = 2

    @property
    def label(self) -> str:
        """The word an editor reads."""
        return ("lỗi", "cảnh báo", "ghi chú")[self]


@dataclass(frozen=True, order=True)
class Problem:
    """One fault, in the words an editor reads (Vietnamese).

    `message` says what is wrong, without a final stop; `remedy` says what to do.
    """

    position: Position
    message: str
    remedy: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.position}: {self.severity.label}: {self.message} → {self.remedy}"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return those of `problems` that stop the build, sorted and without repeats."""
    return sorted({p for p in problems if p.severity is Severity.ERROR})
