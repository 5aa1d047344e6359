"""The view of one indicator over time, which combines only comparable values.

Values of different kinds (a yearly mean, each year, the sum of some years) get panels of their
own on a common scale, and years without a figure are named at their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.archive import Dossier
from macros.dates import short
from macros.model.codes import AGGREGATIONS
from macros.model.indicators import Indicator
from macros.model.statistics import Observation
from macros.rules.statistics import series
from macros.text.vietnamese import capital
from macros.views.common import Page
from macros.views.statistics import Figure, figure
from macros.wording.statistics import unit_beside

SPARSE = 5
"""Gaps of more than so many years are mentioned; between sums, every gap is."""


@dataclass(frozen=True)
class Bar:
    """One value of a series: its period, its value, and the value as printed.

    Without a value it is a gap; `label` says what is missing.
    """

    label: str
    value: float | None
    text: str


@dataclass(frozen=True)
class Panel:
    """Values of one kind and the gaps between them; `label` is "" for a single panel.

    `drawn` has each bar with the row that it shows, a gap with none.
    """

    label: str
    drawn: tuple[tuple[Bar, Figure | None], ...]
    description: str


@dataclass(frozen=True)
class Chart:
    """A series as pictures on one scale that ends at `longest`, and as rows."""

    title: str
    unit: str
    longest: float
    panels: tuple[Panel, ...]
    rows: tuple[Figure, ...]
    note: str = ""


def chart(page: Page, dossier: Dossier, indicator: str) -> Chart:
    """Return the series of one indicator for drawing."""
    record = page.archive.indicators[indicator]
    values = series(page.archive, dossier, indicator)
    rows = {one.id: figure(page, dossier, one) for one in values}
    kinds = list(dict.fromkeys(kind_of(record, one) for one in values))
    by_kind = {kind: [one for one in values if kind_of(record, one) == kind] for kind in kinds}
    panels = (
        _panel(record, kind, alike, rows, alone=len(kinds) == 1) for kind, alike in by_kind.items()
    )
    unit = unit_beside(record.label, record.unit)
    return Chart(
        title=f"{record.label} ({unit})" if unit else record.label,
        unit=record.unit,
        longest=max(float(one.value or 0) for one in values),
        panels=tuple(panels),
        rows=tuple(rows.values()),
        note=_lengths(values) if record.aggregation == "total" else "",
    )


def kind_of(record: Indicator, one: Observation) -> str:
    """Return how a figure counts: its own way, or that of its indicator."""
    return one.aggregation or record.aggregation


def _panel(
    record: Indicator,
    kind: str,
    values: Sequence[Observation],
    rows: dict[str, Figure],
    *,
    alone: bool,
) -> Panel:
    label = "" if alone else capital(AGGREGATIONS[kind])
    drawn = tuple(_bars(values, rows, 0 if kind == "total" else SPARSE))
    summary = "; ".join(f"{bar.label}: {bar.text}" for bar, _ in drawn if bar.text)
    what = ", ".join(part for part in (record.label, record.unit, label) if part)
    return Panel(label, drawn, f"{what}. {summary}")


def _bars(
    values: Sequence[Observation], rows: dict[str, Figure], least: int
) -> Iterator[tuple[Bar, Figure | None]]:
    """Yield a bar for each value, and a note for each gap of more than `least` years."""
    for before, one in pairwise((None, *values)):
        assert one is not None
        if before and (pause := _pause(before, one, least)):
            yield Bar(pause, None, ""), None
        label = one.period_printed or short(one.period)
        yield Bar(label, float(one.value or 0), rows[one.id].number), rows[one.id]


def _pause(before: Observation, after: Observation, least: int) -> str:
    """Return the years between two figures in words, "" if they are not more than `least`."""
    last, first = before.period.latest(), after.period.earliest()
    missing = first.year - last.year - 1 if last and first else 0
    if missing <= least or last is None or first is None:
        return ""
    years = f"{last.year + 1}–{first.year - 1}" if missing > 1 else str(last.year + 1)
    return f"{years}: không có số liệu"


def _lengths(values: Iterable[Observation]) -> str:
    """Return a warning if sums over periods of different length are shown together."""
    years = set()
    for one in values:
        first, last = one.period.earliest(), one.period.latest()
        if one.period.kind == "interval" and first and last:
            years.add(last.year - first.year)
        else:
            years.add(0)
    return "Các kỳ dài ngắn khác nhau." if len(years) > 1 else ""
