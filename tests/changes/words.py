"""A difference in the words in which a report tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.changes.compare import Changes
from macros.changes.report import blocks

if TYPE_CHECKING:
    from macros.changes.differences import Difference


def words_of(difference: Difference) -> str:
    """Return the items of a report on one difference, one after the other."""
    every = blocks(Changes("main", (difference,)))
    lines = (line for block in every for item in block.items for line in (item.text, *item.below))
    return "; ".join(lines)
