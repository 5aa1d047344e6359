"""Mutants that behave like the original code, each with the reason."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scripts.mutants.mutant import Mutant

FILE = Path(__file__).with_name("equivalents.toml")


@dataclass(frozen=True)
class Equivalent:
    """One entry of the list, without line numbers, which change too easily."""

    path: str
    kind: str
    context: str
    change: str
    reason: str

    def means(self, mutant: Mutant) -> bool:
        """Whether this entry is about `mutant`."""
        return (self.path, self.kind, self.context, self.change) == (
            mutant.path,
            mutant.kind,
            mutant.context,
            mutant.change,
        )


def read_equivalents(file: Path = FILE) -> list[Equivalent]:
    """Return the entries of `file`; raises TypeError for one that lacks a field."""
    entries = tomllib.loads(file.read_text(encoding="utf-8")).get("mutant", [])
    return [Equivalent(**entry) for entry in entries]


def outdated(entries: Iterable[Equivalent], mutants: Iterable[Mutant]) -> list[Equivalent]:
    """Return the entries that match none of `mutants`, because the code has changed."""
    found = {(one.path, one.kind, one.context, one.change) for one in mutants}
    return [e for e in entries if (e.path, e.kind, e.context, e.change) not in found]
