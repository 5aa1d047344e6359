"""Dates of the lunar calendar of Vietnam, and the days of our calendar that they were.

A lunar date is written as sources print it, year first: ``âm lịch 1945-09-02`` is the second day of
the ninth month of Ất Dậu; ``âm lịch 1947-02-10 nhuận`` of a leap month; a month or a year alone
stand likewise. What day that was depends on which calendar was in use:

* until the end of 1967 all of Vietnam used the calendar computed for UTC+8, as China did (the
  Hiệp kỷ calendar of Huế until 1945; the calendars printed afterwards);
* from 1 January 1968 the North, and from 1976 all of Vietnam, the one computed for UTC+7 (decision
  121/CP of 8 August 1967), by which Tết 1968 came a day, Tết 1985 a month before that of China;
* from 1968 to 1975 the South went on with UTC+8. A date of these years may be two days.

The months are computed by lunar-vn, which takes the zone of time as an argument. Calendars that
were printed then may differ by a day from what is computed now: a day found so is always inferred.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from lunar_vn import LunarDate, convert_lunar_to_solar, convert_solar_to_lunar

WORD = "âm lịch"
YEARS = range(1901, 2100)
"""The lunar years that can be computed whole."""

TEXT = re.compile(rf"{WORD} ([0-9]{{4}})(?:-([0-9]{{2}})(?:-([0-9]{{2}}))?( nhuận)?)?")

_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = (
    "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi",
)  # fmt: skip
_FIRST_OF_CYCLE = 4  # The year 4 was Giáp Tý.


@dataclass(frozen=True)
class Calendar:
    """A calendar that was in use: its zone, its days (first inclusive, end exclusive), where."""

    zone: int
    since: date
    until: date
    where: str


CALENDARS = (
    Calendar(7, date(1968, 1, 1), date.max, "miền Bắc"),
    Calendar(8, date.min, date(1976, 1, 1), "miền Nam"),
)


@dataclass(frozen=True)
class Lunar:
    """A lunar day, month or year; `leap` says that the month is the second of its number."""

    year: int
    month: int | None = None
    day: int | None = None
    leap: bool = False

    def __str__(self) -> str:
        numbers = [f"{self.year:04}", *(f"{one:02}" for one in (self.month, self.day) if one)]
        return f"{WORD} {'-'.join(numbers)}{' nhuận' if self.leap else ''}"


@dataclass(frozen=True)
class Days:
    """The first and last day of a lunar date by one calendar, and where that was in use."""

    first: date
    last: date
    where: str


def read_lunar(text: str) -> Lunar | None:
    """Return the lunar date that a text writes, which need not exist; None for another text."""
    match = TEXT.fullmatch(text)
    if match is None:
        return None
    month, day = (int(one) if one else None for one in (match[2], match[3]))
    return Lunar(int(match[1]), month, day, bool(match[4]))


@lru_cache(maxsize=1 << 10)
def days_of(lunar: Lunar) -> tuple[Days, ...]:
    """Return the days of a lunar date by each calendar in use, once if they agree; () for none.

    Raises ValueError for a year that cannot be computed.
    """
    if lunar.year not in YEARS:
        raise ValueError(f"lunar years are computed from {YEARS[0]} to {YEARS[-1]}")
    found: list[Days] = []
    for calendar in CALENDARS:
        span = _span(lunar, calendar.zone)
        if span and calendar.since <= span[0] < calendar.until:
            found.append(Days(*span, calendar.where))
    return tuple(found[:1] if len({(one.first, one.last) for one in found}) == 1 else found)


def leap_month(year: int) -> int | None:
    """Return the number of the month that a lunar year has twice, if there is one."""
    months = (Lunar(year, month, leap=True) for month in range(1, 13))
    return next((one.month for one in months if days_of(one)), None)


def _span(lunar: Lunar, zone: int) -> tuple[date, date] | None:
    if lunar.month is None:
        begins, ends = (_first_day(lunar.year + later, 1, False, zone) for later in (0, 1))
        assert begins
        assert ends
        return begins, ends - timedelta(1)
    begins = _first_day(lunar.year, lunar.month, lunar.leap, zone)
    if begins is None:
        return None
    last = begins + timedelta(29)
    if convert_solar_to_lunar(last.day, last.month, last.year, zone).day != 30:
        last -= timedelta(1)
    if lunar.day is None:
        return begins, last
    day = begins + timedelta(lunar.day - 1)
    return (day, day) if lunar.day >= 1 and day <= last else None


def _first_day(year: int, month: int, leap: bool, zone: int) -> date | None:
    """Return the first day of a month; None for a month that the year does not have."""
    try:
        day = convert_lunar_to_solar(1, month, year, int(leap), zone)
    except ValueError:  # no month has this number, or another one is the leap month
        return None
    # A leap month that the year does not have is taken for the month by the library.
    back = convert_solar_to_lunar(day.day, day.month, day.year, zone)
    return day if back == LunarDate(1, month, year, leap) else None


# --- names of years -------------------------------------------------------------------------


def name_of_year(year: int) -> str:
    """Return the name of a lunar year in the cycle of sixty: "Ất Dậu" for 1945."""
    since = year - _FIRST_OF_CYCLE
    return f"{_STEMS[since % 10]} {_BRANCHES[since % 12]}"


def years_named(name: str, within: range = YEARS) -> tuple[int, ...]:
    """Return the years of a name as :func:`name_of_year` spells it: Canh Tuất is 1910, 1970, …."""
    return tuple(year for year in within if name_of_year(year) == name)


_AS_SPELLED = {
    "kỉ": "kỷ", "quí": "quý", "tí": "tý", "tị": "tỵ", "mẹo": "mão", "mẫu": "mậu",
}  # fmt: skip
YEAR_NAME = (
    "(?:giáp|ất|bính|đinh|m[ậẫ]u|k[ỷỉ]|canh|tân|nhâm|qu[ýí]) "
    "(?:t[ýí]|sửu|dần|mão|mẹo|thìn|t[ỵị]|ngọ|mùi|thân|dậu|tuất|hợi)"
)
"""The pattern of such a name as printed, to be matched without regard to case."""


def spelled(name: str) -> str:
    """Return a printed name of a year in the spelling of :func:`name_of_year`."""
    return " ".join(_AS_SPELLED.get(one, one).capitalize() for one in name.lower().split())
