"""Which rows of a table of targets can be drawn."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.archive import Dossier
    from macros.model.targets import Printed, Target


def comparable(dossier: Dossier, table: str) -> int:
    """Return how many rows of a table can be drawn."""
    sets = (one for one in dossier.target_sets if one.id == table)
    return sum(share_of(target) is not None for one in sets for target in one.targets)


def share_of(target: Target) -> float | None:
    """Return the result in per cent of the target; None if they cannot be compared."""
    aimed, actual = _number(target.target), _number(target.actual)
    return None if not aimed or actual is None else float(100 * actual / aimed)


def _number(cell: Printed | None) -> Decimal | None:
    """Return the number in a cell; None for no number, a range, a bound or a negative one."""
    if cell is None or cell.lost or cell.value is None or cell.value < 0:
        return None
    return Decimal(cell.value)
