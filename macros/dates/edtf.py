"""The type of dates: value, earliest and latest day, order."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from macros.dates.lunar import Lunar
from macros.dates.named import is_named

Kind = Literal["day", "month", "year", "interval", "one_of"]
Precision = Literal["day", "month", "year"]


class DateError(ValueError):
    """A text that is not a date; `message` and `remedy` are in Vietnamese, without a position.

    Both are one line without a final stop, as :class:`macros.messages.problems.Problem` needs.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} → {remedy}")
        self.message = message
        self.remedy = remedy


# Compared and hashed by its text, so that functions of dates can be cached.
@dataclass(frozen=True, eq=False)
class Edtf:
    """A date or an interval, exactly as precise as it is known.

    Only :func:`macros.dates.parse_edtf` creates one. `text` is the canonical EDTF text;
    two dates are equal if their texts are. `start` and `end` are set for an interval
    and for one_of, and are None if that side is open or unknown; they are themselves
    always a day, a month or a year. A missing side of one_of (``[..2005]``) is unknown,
    never open, because one_of means a single day. A season, a quarter, a part of a year or a
    decade is a one_of too, with its bounds as sides and its own text (`1946-21`, `193X`), and so is
    a `lunar` date, whose sides are the first and last day that it may be: the same for a lunar day,
    unless two calendars were in use. An interval is `approximate` if one of its ends is.
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
    lunar: Lunar | None = None

    def __str__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, Edtf) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.text)

    @property
    def is_point(self) -> bool:
        """Whether this is a single day, month or year."""
        return self.kind in ("day", "month", "year")

    @property
    def is_moment(self) -> bool:
        """Whether this is a point or has a name that is said like one: "mùa xuân năm 1946"."""
        return self.is_point or self.lunar is not None or is_named(self.text)

    @property
    def edtf(self) -> str:
        """The text in EDTF, which has no lunar dates: of one, the day or days that it may be."""
        if self.lunar is None:
            return self.text
        return str(self.start) if self.start == self.end else f"[{self.start}..{self.end}]"

    @property
    def precision(self) -> Precision:
        """The coarsest precision of its parts: `2003-09-11/2005` has the precision year."""
        if self.kind in ("day", "month", "year"):
            return self.kind
        units: tuple[Precision, ...] = ("year", "month", "day")
        given = {side.precision for side in (self.start, self.end) if side is not None}
        return next(unit for unit in units if unit in given)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """Year, month and day of a point, as far as given: `2008-05` is (2008, 5).

        Raises ValueError for an interval or one_of.
        """
        return tuple(int(part) for part in self.text.removesuffix("~").split("-"))

    def earliest(self) -> date | None:
        """The first day on which this may be or begin; None if unknown or open.

        For an approximate date, these are the bounds of the printed date, which serve for
        order and display; for conclusions use :meth:`certain_earliest`.
        """
        return self._earliest

    @cached_property
    def _earliest(self) -> date | None:
        if not self.is_point:
            return self.start.earliest() if self.start else None
        return date(*(*self.numbers, 1, 1)[:3])

    def latest(self) -> date | None:
        """The last day on which this may be or end; None if unknown or open (see `earliest`)."""
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
        """As `earliest`, but None if that side is approximate, because "about" sets no bound."""
        side = self if self.is_point else self.start
        return None if side is None or side.approximate else side.earliest()

    def certain_latest(self) -> date | None:
        """As `latest`, but None if that side is approximate, because "about" sets no bound."""
        side = self if self.is_point else self.end
        return None if side is None or side.approximate else side.latest()


OrderKey = tuple[bool, date, date, str]


def order_key(d: Edtf | None) -> OrderKey:
    """The sort key for everything dated: earliest day, then latest, then text; None last.

    A date with an unknown beginning is sorted by its latest day, the last on which it
    could begin; one with an unknown end follows those with the same beginning.
    """
    if d is None:
        return (True, date.max, date.max, "")
    latest = d.latest() or date.max
    return (False, d.earliest() or latest, latest, d.text)


def certainly_before(a: Edtf | None, b: Edtf | None) -> bool:
    """Return whether every possible day of `a` is before every possible day of `b`."""
    if a is None or b is None:
        return False
    last, first = a.certain_latest(), b.certain_earliest()
    return last is not None and first is not None and last < first
