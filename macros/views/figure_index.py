"""The index of all figures of an organization: each indicator a row, all on one axis of time.

An indicator with several figures is a card that opens: its picture, then its table, where each
figure has its address. One with a single figure is a row, with nothing to open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from macros.addresses.places import fact_anchor
from macros.archive import FORMER_UNIT, Dossier
from macros.chapter.page import LinkTarget
from macros.dates import short
from macros.model.statistics import Observation
from macros.rules.conflicts import shown_instead
from macros.rules.statistics import category_name
from macros.views.chart_picture import chart_file
from macros.views.common import Link, Page
from macros.views.statistics import Figure, FigureGroup, FigureTable, figure, tables
from macros.views.time_axis import Tick, TimeAxis, bounds_of, terms
from macros.views.time_chart import Plot, plots

HIGH, LOW = 4.0, 20.0
"""Where the largest figure and zero stand in the small picture of a row, in pixels."""

SEVERAL = 3
"""A figure with so many parts or more is drawn beside them."""

CSV = "data/statistics.csv"

_FILES = ("csv", "svg")

_MARKS = 4
"""So many years fit over the narrow pictures of the rows."""


class Spark(NamedTuple):
    """A figure in the small picture of a row: `kind` is dot, span or open, in per cent and px."""

    kind: str
    left: float
    width: float
    x: float
    y: float


class Part(NamedTuple):
    """A part of a figure: its name, its bar in per cent of the largest part, its value."""

    name: str
    width: float
    text: str


@dataclass(frozen=True)
class Divided:
    """A figure whose parts are drawn side by side; `period` tells it from others of a row."""

    period: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Entry:
    """One indicator: its figures, and how the row shows them.

    `first` and `last` are the earliest and the latest figure of the whole, `first` None if there
    is only one, `last` if all are of parts; `begins` and `ends` are their times in short. `plots`
    are the pictures of a card, `indicator` is the id.
    """

    group: FigureGroup
    spark: tuple[Spark, ...]
    first: Figure | None
    last: Figure | None
    begins: str
    ends: str
    plots: tuple[Plot, ...]
    divided: tuple[Divided, ...]
    description: str
    indicator: str
    files: tuple[Link, ...]
    """The files of a card to save: its table, its picture."""

    @property
    def single(self) -> bool:
        """Whether there is nothing to open: one figure, without parts."""
        return len(self.group.rows) == 1


@dataclass(frozen=True)
class Run:
    """Neighbours of one kind: cards, or rows of one table (`single`)."""

    single: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Subject:
    """The indicators of one subject, in the order of the catalogue."""

    label: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class FigureIndex:
    """All indicators of an organization on one axis; `csv` is the address of the open data."""

    ticks: tuple[Tick, ...]
    subjects: tuple[Subject, ...]
    count: int
    figures: int
    csv: str

    @property
    def cards(self) -> tuple[Entry, ...]:
        """The indicators that open."""
        runs = (run for subject in self.subjects for run in subject.runs if not run.single)
        return tuple(entry for run in runs for entry in run.entries)


def figure_index(page: Page, dossier: Dossier) -> tuple[FigureIndex, tuple[FigureTable, ...]]:
    """Return the index of an organization's figures, and the same figures as tables."""
    found = tables(page, dossier, ())
    axis = TimeAxis.of(one.period for one in dossier.observations)
    by_anchor = {_anchor(page, dossier, one): one for one in dossier.observations}
    subjects = tuple(
        Subject(
            table.label,
            tuple(_runs(_entry(page, dossier, axis, one, by_anchor) for one in table.groups)),
        )
        for table in found
    )
    index = FigureIndex(
        ticks=axis.ticks(_MARKS) if axis else (),
        subjects=subjects,
        count=sum(len(table.groups) for table in found),
        figures=sum(len(group.rows) for table in found for group in table.groups),
        csv=page.url(LinkTarget("file", CSV)),
    )
    return index, found


def _anchor(page: Page, dossier: Dossier, one: Observation) -> str:
    volume = page.archive.volume_of.get(dossier.id, dossier.id)
    return fact_anchor("statistic", one.id, dossier.id, volume)


def _runs(entries: Iterable[Entry]) -> Iterator[Run]:
    for single, alike in groupby(entries, key=lambda one: one.single):
        yield Run(single, tuple(alike))


def _entry(
    page: Page,
    dossier: Dossier,
    axis: TimeAxis | None,
    group: FigureGroup,
    by_anchor: dict[str, Observation],
) -> Entry:
    wholes = [row for row, depth in group.rows if not depth]
    # A figure of one category beside another is no earlier or later state of the same thing.
    # No more is a side of a contradiction that pages do not show.
    every = [by_anchor[row.id] for row, _ in group.rows]
    firm = [by_anchor[row.id] for row in wholes]
    plain = [
        row
        for row, one in zip(wholes, firm, strict=True)
        if not (row.category or shown_instead(page.archive, dossier, one, firm))
    ] or wholes[: len(wholes) == 1]
    records = [by_anchor[row.id] for row in plain]
    told = "; ".join(f"{row.period.text}: {row.text}" for row in wholes)
    follow = not any(row.category for row in wholes)
    drawn = tuple(_drawn(page, dossier, axis, records)) if follow else ()
    indicator = every[0].indicator
    return Entry(
        group=group,
        spark=tuple(_sparks(dossier, axis, records or every[:1])) if axis else (),
        first=plain[0] if len(plain) > 1 else None,
        last=plain[-1] if plain else None,
        begins=_short((records or every)[0]),
        ends=_short((records or every)[-1]),
        plots=drawn,
        divided=tuple(_divided(page, dossier, every)),
        description=f"{group.label}. {told}",
        indicator=indicator,
        files=tuple(_files(page, dossier.id, indicator, pictured=bool(drawn))),
    )


def _files(page: Page, owner: str, indicator: str, *, pictured: bool) -> Iterator[Link]:
    for suffix in _FILES if pictured else _FILES[:1]:
        path = chart_file(owner, indicator, suffix)
        yield Link(suffix.upper(), page.url(LinkTarget("file", path)))


def _drawn(
    page: Page, dossier: Dossier, axis: TimeAxis | None, records: Sequence[Observation]
) -> Iterator[Plot]:
    """Yield the pictures of figures that follow one another in time."""
    if records and len({str(one.period) for one in records}) == len(records):
        drawn = plots(page, dossier, records[0].indicator, axis)
        yield from (one for one in drawn if len(one.marks) > 1)


def _short(one: Observation) -> str:
    return one.period_printed or short(one.period)


def _sparks(dossier: Dossier, axis: TimeAxis, records: Sequence[Observation]) -> Iterator[Spark]:
    held = terms(dossier)
    numbers = [_number(one) for one in records]
    # Numbers of different units or without a common measure have no common height.
    alike = len({(one.unit, one.ratio is None) for one in records}) == 1 and None not in numbers
    most = max((number for number in numbers if number), default=Decimal(1))
    for one, number in zip(records, numbers, strict=True):
        at = axis.stretch(one.period, bounds_of(one, held))
        share = float(number / most) if alike and number is not None else 0.5
        kind = {"point": "dot", "span": "span"}.get(at.kind, "open")
        yield Spark(kind, at.left, at.width, at.middle, round(LOW - (LOW - HIGH) * share, 1))


def _number(one: Observation) -> Decimal | None:
    if one.value is not None:
        return Decimal(one.value)
    if one.ratio is None:
        return None
    if one.ratio.percent_printed is not None:
        return Decimal(one.ratio.percent_printed)
    below = Decimal(one.ratio.denominator.value)
    return 100 * Decimal(one.ratio.numerator.value) / below if below else None


def _divided(page: Page, dossier: Dossier, records: Sequence[Observation]) -> Iterator[Divided]:
    """Yield the figures that former units share in, where enough of them are numbers."""
    shares: dict[tuple[str, str], list[Observation]] = {}
    for one in records:
        if one.dimension == FORMER_UNIT and one.value is not None and one.value_to is None:
            shares.setdefault((_short(one), one.part_of or ""), []).append(one)
    for (period, _), parts in shares.items():
        most = max(Decimal(one.value or 0) for one in parts)
        if len(parts) < SEVERAL or most <= 0:
            continue
        # One order in all pictures, so that a unit is at the same place.
        parts.sort(key=lambda one: one.category or "")
        shown = (
            Part(
                category_name(page.archive, one),
                round(100 * float(Decimal(one.value or 0) / most), 2),
                figure(page, dossier, one, cited=False).number,
            )
            for one in parts
        )
        yield Divided(period, tuple(shown))
