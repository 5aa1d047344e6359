"""Problems: what is wrong in a file, where, and what to do about it.

Every part of the program that checks data files or chapters returns
:class:`Problem` values instead of raising, so that an editor sees all of them
at once, sorted by position.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

# Every line break that a terminal or a log may know, and all that moves the cursor.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LONGEST = 800
"""The most characters of a message, and of a remedy: a quoted text may be a megabyte long."""
# Characters that reverse the direction of text or have no width: a name may look like another.
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


class Position(NamedTuple):
    """A position in a file of the project.

    `path` is relative to the project root, with forward slashes; `line` and
    `column` count from 1, as editors show them.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Severity(IntEnum):
    """The severity of a problem; only an error stops the build."""

    ERROR = 0
    WARNING = 1
    NOTE = 2

    @property
    def label(self) -> str:
        """The Vietnamese word for the severity."""
        return ("lỗi", "cảnh báo", "ghi chú")[self]


class About(NamedTuple):
    """One thing whose absence or wrong name shows in several places.

    `home` is the path of the file where it should be, "" where that is not known; `name` tells the
    things of one file apart. `remedy` is what to do if more than one place needs it. `among` is the
    file or folder that holds all things of this `kind`: if many of them are missing, it is the file
    or folder that is gone.
    """

    home: str
    name: str
    remedy: str
    among: str = ""
    kind: str = ""


class Twice(NamedTuple):
    """States that two things of a `kind`, in the file or folder `among`, have the same id.

    If one thing of that kind is missing there, its id was overwritten with that of the other.
    """

    kind: str
    among: str


@dataclass(frozen=True, order=True)
class Problem:
    """One problem, in Vietnamese.

    `message` says what is wrong, without a final stop; `remedy` says what to do. `about`, `values`
    and `twice` are for :mod:`macros.messages.causes`: the thing that the problem is about, the
    places of the values that it was computed from, and whether an id was entered twice.
    """

    position: Position
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
    about: About | None = field(default=None, compare=False)
    values: tuple[Position, ...] = field(default=(), compare=False)
    twice: Twice | None = field(default=None, compare=False)

    def __str__(self) -> str:
        # Always one line: a log may treat a line as a command, so a quoted one could forge it.
        words = f"{_cut(self.message)} → {_cut(self.remedy)}"
        return one_line(f"{self.position}: {self.severity.label}: {words}")


def _cut(text: str) -> str:
    """Return `text` without its middle where it quotes too much."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"


def one_line(text: str) -> str:
    """Return `text` with a mark in the place of each line break and other control character."""
    return _UNSEEN.sub("\ufffd", _CONTROL.sub("⏎", text))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return those of `problems` that stop the build, sorted and without repeats."""
    return sorted({p for p in problems if p.severity is Severity.ERROR})
