"""The view of targets against results as a picture: how far each result went, by its own target.

Only rows whose target and result are both plain numbers above zero can be drawn. Targets have
units of their own, so each bar is measured by its target, which stands at one place for all;
whether more is better is for the table to say, which has the assessment as printed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from macros.archive import Dossier
from macros.model.targets import Printed, Target, TargetSet
from macros.text.vietnamese import keep_together
from macros.views.common import Page
from macros.views.targets import group_words

REACH = 150
"""Where the scale ends, in per cent of the target; a longer bar is cut, and shows that it is."""


@dataclass(frozen=True)
class Reached:
    """One row: `width` is the bar, `line` the target, both in per cent of the picture."""

    indicator: str
    told: str
    share: str
    width: float
    beyond: bool


@dataclass(frozen=True)
class ReachedGroup:
    """The rows under one heading of the table."""

    title: str
    rows: tuple[Reached, ...]


@dataclass(frozen=True)
class TargetChart:
    """Results measured by their targets; `line` is where a target stands, `left_out` how many."""

    title: str
    line: float
    groups: tuple[ReachedGroup, ...]
    left_out: int


def target_chart(page: Page, table: TargetSet) -> TargetChart:
    """Return the rows of a table of targets that can be drawn."""
    groups: dict[str, list[Reached]] = defaultdict(list)
    for target in table.targets:
        if drawn := _reached(target):
            groups[group_words(page.archive, target)].append(drawn)
    listed = tuple(ReachedGroup(title, tuple(rows)) for title, rows in groups.items())
    shown = sum(len(group.rows) for group in listed)
    line = round(100 * 100 / REACH, 2)
    return TargetChart(table.title, line, listed, len(table.targets) - shown)


def comparable(dossier: Dossier, table: str) -> int:
    """Return how many rows of a table can be drawn."""
    sets = (one for one in dossier.target_sets if one.id == table)
    return sum(_reached(target) is not None for one in sets for target in one.targets)


def _reached(target: Target) -> Reached | None:
    aimed, actual = _number(target.target), _number(target.actual)
    if not aimed or actual is None:
        return None
    assert target.target is not None
    assert target.actual is not None
    share = 100 * actual / aimed
    unit = f" {target.unit}" if target.unit else ""
    told = f"{target.actual.printed} / {target.target.printed}{unit}"
    return Reached(
        indicator=keep_together(target.indicator),
        told=keep_together(told),
        share=f"{share:.0f}%",
        width=round(100 * min(share, REACH) / REACH, 2),
        beyond=share > REACH,
    )


def _number(cell: Printed | None) -> float | None:
    """Return the one number that a cell states; None for none, a range or a bound."""
    if cell is None or cell.lost or cell.value is None or cell.value < 0:
        return None
    return float(cell.value)
