"""Which share of wrong values must be refused: floors.toml, by field and kind of corruption."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from math import comb
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from macros.mutation.corruptions import Mutant

_TABLE = Path(__file__).with_name("floors.toml")

UNLIKELY = 0.001
"""A sample fails a floor if a field that meets the floor gives so bad a sample less often."""


@dataclass(frozen=True)
class Floor:
    """The least share in percent; `why` says why a weak field cannot have that of its kind."""

    least: int
    why: str = ""

    def holds(self, tried: int, passed: int) -> bool:
        """Return whether at most the share that the floor leaves of `tried` has passed."""
        return passed * 100 <= tried * (100 - self.least)

    def may_hold(self, tried: int, passed: int) -> bool:
        """Return whether a field that meets the floor may let so many of a sample pass."""
        share = 1 - self.least / 100
        fewer = sum(comb(tried, n) * share**n * (1 - share) ** (tried - n) for n in range(passed))
        return 1 - fewer > UNLIKELY


def floor_of(mutant: Mutant) -> Floor | None:
    """Return the floor for a field and a kind of corruption: a weak one, its own, its kind's."""
    typed = mutant.typed
    for table in ("weak", "floor"):
        of_field = None
        for one in _table().get(table, ()):
            if mutant.kind not in one["corruption"]:
                continue
            if typed.field in one.get("field", ()):
                return Floor(one["least"], one.get("why", ""))
            if type(typed.held).__name__ in one.get("held", ()):
                of_field = of_field or Floor(one["least"])
        if of_field:
            return of_field
    return None


@cache
def _table() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))
