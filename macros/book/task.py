"""What a process that builds a volume is to do, and its result."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from macros.archive import Archive
from macros.book.config import Settings
from macros.book.formats import Format
from macros.book.matter import Edition
from macros.book.plan import Plan
from macros.book.printing_house import ANY_PRINTING_HOUSE, PrintingHouse
from macros.messages.problems import Problem, errors

KINDS = ("pdf", "epub")
"""The kinds of file that `make book` makes."""


@dataclass
class Result:
    """The result for one volume: pages, seconds, peak memory (MiB), problems.

    `memory` is that of the largest of the processes that built the volume.
    """

    name: str
    pages: int = 0
    seconds: float = 0.0
    memory: float = 0.0
    problems: list[Problem] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether the volume could not be built completely."""
        return bool(errors(self.problems))


@dataclass(frozen=True)
class Task:
    """One volume to build: from what, in which format, into which folder.

    `at_once` is how many of its stretches may be laid out at a time, if there are any.
    """

    plan: Plan
    settings: Settings
    archive: Archive
    edition: Edition
    layout: Format
    folder: Path
    kinds: tuple[str, ...] = KINDS
    printing_house: PrintingHouse = ANY_PRINTING_HOUSE
    at_once: int = 1
