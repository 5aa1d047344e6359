"""Terms of office, and what is certain about them if their dates are uncertain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from macros.dates.edtf import Edtf

Coverage = Literal["certain", "possible", "no"]
HANDOVER_DAYS = 31


@dataclass(frozen=True)
class Bounds:
    """What is certain about an interval; each bound is None if unknown.

    The interval contains no day before `earliest` or after `latest`; it contains each day
    from `sure_from` to `sure_to`, and each of `days`.
    """

    earliest: date | None
    sure_from: date | None
    sure_to: date | None
    latest: date | None
    days: tuple[date, ...] = ()

    def covers(self, day: date) -> Coverage:
        """Return whether the interval contains `day`: certainly, possibly or not."""
        if (self.earliest and day < self.earliest) or (self.latest and day > self.latest):
            return "no"
        started = self.sure_from is not None and self.sure_from <= day
        lasting = self.sure_to is not None and day <= self.sure_to
        return "certain" if (started and lasting) or day in self.days else "possible"


@dataclass(frozen=True)
class Term:
    """An interval from a day within `start` to a day within `end`, both included.

    None is unknown. `open_start` and `open_end` state that there is no start or end; they
    are never a default. Raises ValueError for a side that is both given and open.
    """

    start: Edtf | None
    end: Edtf | None = None
    open_start: bool = False
    open_end: bool = False

    def __post_init__(self) -> None:
        if (self.open_start and self.start) or (self.open_end and self.end):
            raise ValueError("a side of a term is either given or open")

    @classmethod
    def of(cls, d: Edtf) -> Term:
        """Return the term of an interval; any other date begins and ends a term within itself."""
        return cls(*first_and_last(d), d.open_start, d.open_end)

    @property
    def bounds(self) -> Bounds:
        """What is certain about the term."""
        first, last = _certain_span(self)
        # Even with an unknown end, a term contains its exactly known day.
        known = (_exact_day(self.start), _exact_day(self.end))
        return Bounds(
            earliest=self.start.certain_earliest() if self.start else None,
            sure_from=first,
            sure_to=last,
            latest=self.end.certain_latest() if self.end else None,
            days=tuple(dict.fromkeys(day for day in known if day)),
        )

    def covers(self, day: date) -> Coverage:
        """Return whether the term contains `day`: certainly, possibly or not."""
        return self.bounds.covers(day)

    def certainly_overlaps(self, other: Term, grace_days: int = HANDOVER_DAYS) -> bool:
        """Return whether both overlap for more than `grace_days`, whatever the unknown days are.

        By default a handover of up to one month is no overlap.
        """
        return overlap_days(self, other) > grace_days


def first_and_last(d: Edtf | None) -> tuple[Edtf | None, Edtf | None]:
    """Return the two sides of an interval; any other date is both."""
    if d is None or d.kind != "interval":
        return d, d
    return d.start, d.end


def certain_span(term: Term) -> tuple[date, date] | None:
    """Return the days between which a term certainly lasts; None where a side is unknown."""
    first, last = _certain_span(term)
    return None if first is None or last is None else (first, last)


def overlap_days(a: Term, b: Term) -> int:
    """Return the least number of days that two terms overlap; 0 if no overlap is certain.

    A handover on one day counts 0. Two terms with open ends overlap to the end of the
    calendar: the number is then large and only means "without end".
    """
    spans = (_certain_span(a), _certain_span(b))
    starts = [first for first, _ in spans if first is not None]
    ends = [last for _, last in spans if last is not None]
    if len(starts) < 2 or len(ends) < 2:
        return 0
    return max(0, (min(ends) - max(starts)).days)


def _certain_span(term: Term) -> tuple[date | None, date | None]:
    """Return the latest possible start and the earliest possible end; None if unknown."""
    first = term.start.certain_latest() if term.start else None
    last = term.end.certain_earliest() if term.end else None
    return date.min if term.open_start else first, date.max if term.open_end else last


def _exact_day(d: Edtf | None) -> date | None:
    return d.earliest() if d is not None and d.kind == "day" else None
