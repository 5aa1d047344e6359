"""The rooms that are tried, with their tests."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scripts.mutants.finding import mutants_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scripts.mutants.mutant import Mutant


@dataclass(frozen=True)
class Room:
    """A folder of modules and the folders of its tests, the fastest first."""

    name: str
    code: str
    tests: tuple[str, ...]

    def files(self, root: Path, module: str = "") -> list[str]:
        """Return the room's test files, those named after `module` first in each folder.

        `tests` names folders, or single files.
        """
        found = []
        for folder in self.tests:
            path = root / folder
            paths = [path] if path.is_file() else path.rglob("test_*.py")
            files = [one.relative_to(root).as_posix() for one in paths]
            found += sorted(files, key=lambda file: (not module or module not in file, file))
        return found


ROOMS = (
    Room("loading", "macros/loading", ("tests/loading",)),
    Room("chapter", "macros/chapter", ("tests/chapter", "tests/bad_input")),
    Room("dates", "macros/dates", ("tests/dates",)),
    Room("checks", "macros/checks", ("tests/checks", "tests/bad_input")),
)


def room_of(mutant: Mutant, rooms: Iterable[Room]) -> Room:
    """Return the room that a mutant is in."""
    return next(room for room in rooms if mutant.path.startswith(f"{room.code}/"))


def draw(root: Path, rooms: Iterable[Room], size: int, seed: int) -> list[Mutant]:
    """Return `size` random mutants of the rooms, the same ones for the same `seed` and code.

    If `size` is 0, return all mutants, in the order of the files.
    """
    found = [mutant for room in rooms for mutant in mutants_of(root, room.code)]
    drawn: list[Mutant] = []
    for mutant in random.Random(seed).sample(found, len(found)) if size else found:  # noqa: S311
        if size and len(drawn) == size:
            break
        if mutant.can_be_read((root / mutant.path).read_bytes()):
            drawn.append(mutant)
    return sorted(drawn, key=lambda one: (one.path, one.start, one.end, one.becomes))
