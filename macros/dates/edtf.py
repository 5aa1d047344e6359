"""What a date is: its value, its earliest and latest day, its place in an order."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

Kind = Literal["day", "month", "year", "interval", "one_of"]
Precision = Literal["day", "month", "year"]


class DateError(ValueError):
    """A text that is no date; `message` and `remedy` are Vietnamese and name no place.

    Both are one line without a final stop, ready for :class:`macros.messages.problems.Problem`.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} → {remedy}")
        self.message = message
        self.remedy = remedy


# A date is hashed and compared by its text, so that what is said of it can be kept.
@dataclass(frozen=True, eq=False)
class Edtf:
    """A date, or a stretch of time, exactly as far as it is known.

    Made by :func:`macros.dates.parse_edtf` only. `text` is the canonical EDTF text, so
    two dates are equal when their texts are. `start` and `end` are set for an interval
    and for one_of, and are None where that side is open or unknown; they are themselves
    always a day, a month or a year. A missing side of one_of (``[..2005]``) is unknown,
    never open: it bounds a single day and says nothing of lasting.
    `approximate` is true of an interval when either of its ends is.
    """

    text: str
    kind: Kind
    approximate: bool = False
    start: Edtf | None = None
    end: Edtf | None = None
    open_start: bool = False
    open_end: bool = False
    unknown_start: bool = False
    unknown_end: bool = False

    def __str__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Edtf) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    @property
    def is_point(self) -> bool:
        """Whether this is a single day, month or year, not a stretch of time."""
        return self.kind in ("day", "month", "year")

    @property
    def precision(self) -> Precision:
        """The coarsest unit that is given: `2003-09-11/2005` is known to the year."""
        if self.kind in ("day", "month", "year"):
            return self.kind
        units: tuple[Precision, ...] = ("year", "month", "day")
        given = {side.precision for side in (self.start, self.end) if side is not None}
        return next(unit for unit in units if unit in given)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """Year, month and day of a point, as far as given: `2008-05` is (2008, 5).

        Raises ValueError for an interval or one_of, which has no numbers of its own.
        """
        return tuple(int(part) for part in self.text.removesuffix("~").split("-"))

    def earliest(self) -> date | None:
        """The first day this may be or begin on; None where unknown or open.

        An approximate date gives the bounds of what is printed, for order and display;
        what must hold for certain uses :meth:`certain_earliest`.
        """
        return self._earliest

    @cached_property
    def _earliest(self) -> date | None:
        if not self.is_point:
            return self.start.earliest() if self.start else None
        return date(*(*self.numbers, 1, 1)[:3])

    def latest(self) -> date | None:
        """The last day this may be or end on; None where unknown or open (see `earliest`)."""
        return self._latest

    @cached_property
    def _latest(self) -> date | None:
        if not self.is_point:
            return self.end.latest() if self.end else None
        year, month, *_ = self.numbers + ((12,) if self.kind == "year" else ())
        if self.kind == "day":
            return self.earliest()
        return date(year, month, monthrange(year, month)[1])

    def certain_earliest(self) -> date | None:
        """As `earliest`, but None where that side is approximate: "about" sets no bound."""
        side = self if self.is_point else self.start
        return None if side is None or side.approximate else side.earliest()

    def certain_latest(self) -> date | None:
        """As `latest`, but None where that side is approximate: "about" sets no bound."""
        side = self if self.is_point else self.end
        return None if side is None or side.approximate else side.latest()


OrderKey = tuple[bool, date, date, str]


def order_key(d: Edtf | None) -> OrderKey:
    """The one order of everything dated: by earliest day, then latest, then text; None last.

    A date whose beginning is not known stands at its latest day, the last on which it
    could begin; one whose end is not known follows those with the same beginning.
    """
    if d is None:
        return (True, date.max, date.max, "")
    latest = d.latest() or date.max
    return (False, d.earliest() or latest, latest, d.text)


def certainly_before(a: Edtf | None, b: Edtf | None) -> bool:
    """Whether every day `a` may be lies before every day `b` may be; unknown is False."""
    if a is None or b is None:
        return False
    last, first = a.certain_latest(), b.certain_earliest()
    return last is not None and first is not None and last < first
