"""The requirements of a printing house, and the refusal of a volume that it cannot print."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.messages.problems import Problem


@dataclass(frozen=True)
class PrintingHouse:
    """The colour profile of its press (a path, or None for the usual one); text in grey alone."""

    profile: Path | None = None
    grey: bool = False


ANY_PRINTING_HOUSE = PrintingHouse()
"""The defaults, for an unknown printing house."""


class RefusedError(Exception):
    """A volume that a printing house cannot print; `problem` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
