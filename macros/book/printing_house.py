"""The requirements of a printing house, and the refusal of a volume that it cannot print."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.messages.problems import Problem


PRESSED = "dist/press"
"""The folder into which `make press` puts the files for a press."""


@dataclass(frozen=True)
class PrintingHouse:
    """What a printing house asks for.

    `profile` is the path of its press's colour profile, None for the default one; `grey` means that
    the text and its pictures are printed with black ink alone.
    """

    profile: Path | None = None
    grey: bool = False


ANY_PRINTING_HOUSE = PrintingHouse()
"""The defaults, for an unknown printing house."""


class RefusedError(Exception):
    """A volume that a printing house cannot print; `problem` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
