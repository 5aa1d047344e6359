"""An axis of years on which times full of changes have a field of their own.

One scale for a century leaves weeks no room: three mergers of one summer would be one line. So
days that lie close together get a field beside the years, with a scale of its own, and months as
marks. Within a field time is a scale; no field bends.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from macros.views.time_axis import STEPS, Tick

CLOSE = 60
"""Days are crowded if no gap between them is more than this part of the whole time."""

LONGEST = timedelta(days=3 * 366)
"""Crowded days that span more than this are no field: the years show them."""

MOST_FIELDS = 2
ROOM = 36.0
"""How much of the width all fields of months take together, in per cent."""

GAP = 1.5
"""The room between two fields, in per cent."""

AIR = 12
"""Of so many years, one is drawn before the first change."""

_NEXT = timedelta(days=1)


@dataclass(frozen=True)
class Field:
    """A stretch of the axis with one scale, from `first` to before `end`, in per cent.

    `months` says that its marks are months, `label` names its time then.
    """

    first: date
    end: date
    left: float
    width: float
    months: bool = False
    label: str = ""
    ticks: tuple[Tick, ...] = ()

    def x(self, day: date) -> float:
        """Return the position of a day, at the nearer side if it is not in the field."""
        share = (day - self.first).days / (self.end - self.first).days
        return round(self.left + self.width * min(max(share, 0.0), 1.0), 2)


@dataclass(frozen=True)
class BrokenAxis:
    """Fields one after the other, in order of time."""

    fields: tuple[Field, ...]

    def x(self, day: date) -> float:
        """Return the position of the beginning of a day, in per cent."""
        found = next((one for one in self.fields if day < one.end), self.fields[-1])
        return found.x(day)


def broken_axis(days: Iterable[date], until: date | None = None) -> BrokenAxis | None:
    """Return the axis for days on which something changed; None without any.

    `until` is the last day that the axis has to reach.
    """
    known = sorted(set(days))
    if not known:
        return None
    last = max(known[-1], until or known[-1])
    # Before the first change there were those that it joined: their lines need some room.
    air = max((last.year - known[0].year) // AIR, 1)
    begin, end = date(known[0].year - air, 1, 1), date(last.year + 1, 1, 1)
    crowded = sorted(_crowded(known, end - begin))
    cuts = [begin, *(day for one in crowded for day in one), end]
    pieces = [(a, b, (a, b) in crowded) for a, b in pairwise(cuts) if a < b]
    return BrokenAxis(tuple(_placed(pieces)))


def _crowded(known: Sequence[date], whole: timedelta) -> list[tuple[date, date]]:
    """Return the times of crowded days as full months, with a month of air on both sides."""
    runs: list[list[date]] = [[]]
    for day in known:
        if runs[-1] and day - runs[-1][-1] > whole / CLOSE:
            runs.append([])
        runs[-1].append(day)
    close = [one for one in runs if len(one) > 1 and one[-1] - one[0] <= min(LONGEST, whole / 4)]
    fullest = sorted(close, key=lambda one: (-len(one), one[0]))[:MOST_FIELDS]
    return [(_month(one[0], -1), _month(one[-1], 2)) for one in fullest]


def _month(day: date, by: int) -> date:
    """Return the first day of the month that is so many months after that of a day."""
    months = day.year * 12 + day.month - 1 + by
    return date(months // 12, months % 12 + 1, 1)


def _placed(pieces: Sequence[tuple[date, date, bool]]) -> Iterator[Field]:
    count = sum(crowded for _, _, crowded in pieces)
    years = sum((b - a for a, b, crowded in pieces if not crowded), timedelta())
    narrow = ROOM / count if count else 0.0
    wide = 100 - (len(pieces) - 1) * GAP - count * narrow
    left = 0.0
    for a, b, crowded in pieces:
        width = narrow if crowded else wide * ((b - a) / years)
        field = Field(a, b, round(left, 2), round(width, 2), crowded)
        marks = tuple(_months(field)) if crowded else tuple(_years(field))
        label = f"{a:%m/%Y}–{b - _NEXT:%m/%Y}" if crowded else ""
        yield Field(a, b, field.left, field.width, crowded, label, marks)
        left += width + GAP


def _years(field: Field) -> Iterator[Tick]:
    """Yield the marks of years, as many as the width has room for on a phone."""
    most = max(round(field.width / 14), 1)
    years = max((field.end - field.first).days / 365.25, 1)
    step = next((one for one in STEPS if years / one <= most), STEPS[-1])
    first = field.first.year + (field.first > date(field.first.year, 1, 1))
    for year in range(first + -first % step, field.end.year + 1, step):
        day = date(year, 1, 1)
        # A mark at the end of a field would run into that of the next.
        if field.x(day) < field.left + field.width - 4:
            yield _tick(field.x(day), str(year))


def _months(field: Field) -> Iterator[Tick]:
    """Yield the marks of months, by their numbers."""
    months = (field.end.year - field.first.year) * 12 + field.end.month - field.first.month
    most = max(round(field.width / 5), 1)
    step = next((one for one in (1, 2, 3, 6, 12) if months / one <= most), 12)
    for at in range(0, months, step):
        day = _month(field.first, at)
        middle = day + timedelta(days=monthrange(day.year, day.month)[1] // 2)
        yield Tick(field.x(middle if step == 1 else day), f"{day.month:02}", "middle")


def _tick(x: float, text: str) -> Tick:
    return Tick(x, text, "start" if x < 2 else "end" if x > 97 else "middle")
