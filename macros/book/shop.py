"""The requirements of a press, and the refusal of a volume that it cannot print."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.messages.problems import Problem


@dataclass(frozen=True)
class Shop:
    """A press: its profile (a path, or None for the usual one); the text in grey alone."""

    profile: Path | None = None
    grey: bool = False


USUAL_SHOP = Shop()
"""The defaults, for an unknown press."""


class RefusedError(Exception):
    """A volume that cannot be given to a press; `problem` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
