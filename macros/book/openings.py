"""Where sections of a volume begin: on a right-hand page, a new page, or below the previous one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.book.section import Section

FOLLOW = "follow"
"""The default of `openings:` in data/edition.yml: a section begins below the previous one if the
page has enough room. With the other values, the notes of each section are numbered from 1."""

ROOM = 0.4
"""The share of a page that must be free for a section to begin on it."""

ROOM_IN_COLLECTED = 0.62
"""The same for the collected volume; with less, many of its pages would have a few lines only."""


@dataclass(frozen=True)
class Opening:
    """How one section begins: right, page or follow; `restarts`: its notes begin with 1."""

    kind: str
    restarts: bool

    @property
    def classes(self) -> str:
        """The classes of the section that say so."""
        return f"section--{self.kind}" + (" section--restarts" if self.restarts else "")


def openings(sections: Sequence[Section], how: str) -> list[Opening]:
    """Return how each section begins; a part, and what is first in one, on a right-hand page.

    What follows the last part of a collected volume begins on a page of its own. Two sections on
    one page must not both have a note 1: notes are numbered through the part.
    """
    found: list[Opening] = []
    before: Section | None = None
    for section in sections:
        if section.kind == "part" or before is None or how == "right":
            kind = "right"
        elif before.kind in ("front", "part"):
            kind = "page" if section.kind == before.kind else "right"
        else:
            kind = "page" if section.level < before.level else how
        found.append(Opening(kind, section.kind == "part" or how != FOLLOW))
        before = section
    return found


def back_openings(sections: Sequence[Section], how: str) -> list[Opening]:
    """Return how index, lists and contents begin: the first on a new page, the others follow on."""
    return [
        Opening("right" if how == "right" else "follow" if at else "page", True)
        for at in range(len(sections))
    ]
