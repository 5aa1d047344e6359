"""An axis of time for pictures of figures: years as a scale, and periods as stretches on it.

Years are never categories: a gap of twenty years is twenty years wide, and a period is as long as
it lasted. Positions are in per cent of the picture's width.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from macros.archive import Dossier
from macros.dates import Edtf
from macros.model.statistics import Observation

STEPS = (1, 2, 5, 10, 20, 50, 100)
"""How many years may lie between two marks of an axis."""

MARKS = 7
"""A picture of the width of a phone has room for so many marks."""

OPEN = 6.0
"""How long the stretch of a period is drawn whose other end is not known, in per cent."""

_NEXT = timedelta(days=1)


class Tick(NamedTuple):
    """A mark of the axis: its position in per cent, its year, and how its text is anchored."""

    x: float
    text: str
    anchor: str


class Stretch(NamedTuple):
    """A period on the axis, in per cent.

    `kind` is point (a day, a month, a year), span, within (one unknown day of the span), from (its
    end is open or not known) or until (its beginning is not known).
    """

    kind: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        """The position of a point."""
        return round((self.left + self.right) / 2, 2)

    @property
    def width(self) -> float:
        """The length of the stretch."""
        return round(self.right - self.left, 2)


@dataclass(frozen=True)
class TimeAxis:
    """The time from the beginning of one year to the end of another."""

    first: int
    last: int

    @classmethod
    def of(cls, periods: Iterable[Edtf]) -> TimeAxis | None:
        """Return the axis that holds all periods; None if none of them has a date."""
        days = [day for one in periods for day in (one.earliest(), one.latest()) if day]
        return cls(min(days).year, max(days).year) if days else None

    def x(self, day: date) -> float:
        """Return the position of the beginning of a day."""
        begin, end = date(self.first, 1, 1), date(self.last + 1, 1, 1)
        return round(100 * (day - begin).days / (end - begin).days, 2)

    def ticks(self, most: int = MARKS) -> tuple[Tick, ...]:
        """Return the marks of the axis: years at equal steps, at most so many."""
        years = self.last - self.first + 1
        step = next((one for one in STEPS if years / one <= most), STEPS[-1])
        start = self.first + -self.first % step
        return tuple(self._tick(year) for year in range(start, self.last + 1, step))

    def _tick(self, year: int) -> Tick:
        x = self.x(date(year, 1, 1))
        return Tick(x, str(year), "start" if x < 1 else "end" if x > 97 else "middle")

    def stretch(self, period: Edtf, bounds: tuple[date, date] | None = None) -> Stretch:
        """Return a period on the axis; `bounds` are its days if they are known from elsewhere."""
        first, last = bounds or (period.earliest(), period.latest())
        if first and last:
            kind = "point" if period.is_point else "span"
            if period.kind == "one_of" and first != last:
                kind = "within"
            return Stretch(kind, self.x(first), self.x(last + _NEXT))
        if first:
            left = min(self.x(first), 100 - OPEN)
            return Stretch("from", left, round(left + OPEN, 2))
        right = max(self.x(last + _NEXT), OPEN) if last else OPEN
        return Stretch("until", round(right - OPEN, 2), right)


def terms(dossier: Dossier) -> dict[str, tuple[date, date]]:
    """Return the terms that lasted from one congress to the next, by their EDTF text.

    A term is printed as two years; its days are those on which the congresses began.
    """
    dated = sorted(
        (day, str(one.term))
        for one in dossier.congresses
        if one.term and one.dates and (day := one.dates.certain_earliest())
    )
    return {term: (day, after - _NEXT) for (day, term), (after, _) in pairwise(dated)}


def bounds_of(
    one: Observation, terms_held: dict[str, tuple[date, date]]
) -> tuple[date, date] | None:
    """Return the first and the last day of a figure's period; None unless both are known."""
    if found := terms_held.get(str(one.period)):
        return found
    first, last = one.period.certain_earliest(), one.period.certain_latest()
    return (first, last) if first and last and one.period.kind != "one_of" else None
