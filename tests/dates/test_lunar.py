"""Lunar dates: the months of each era as an ephemeris has them, and days that are known."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime, timedelta
from itertools import pairwise

import astronomy
import pytest

from macros.dates import order_key, parse_edtf, say, say_term, say_with_day, short
from macros.dates.lunar import (
    CALENDARS,
    YEARS,
    Lunar,
    days_of,
    leap_month,
    name_of_year,
    read_lunar,
    spelled,
    years_named,
)

NEW_YEARS = {
    # By both calendars on the same day.
    1930: "1930-01-30", 1945: "1945-02-13", 1947: "1947-01-22", 1954: "1954-02-03",
    1975: "1975-02-11", 1976: "1976-01-31", 1990: "1990-01-27", 2000: "2000-02-05",
    2025: "2025-01-29",
    # Not when China had it.
    1985: "1985-01-21", 2007: "2007-02-17", 2030: "2030-02-02",
}  # fmt: skip
"""Tết of lunar years as published."""

KNOWN = {
    "âm lịch 1930-01-05": "1930-02-03",
    "âm lịch 1945-07-26": "1945-09-02",
    "âm lịch 1946-11-26": "1946-12-19",
    "âm lịch 1954-04-05": "1954-05-07",
    "âm lịch 1955-03-22 nhuận": "1955-05-13",
    "âm lịch 1969-07-21": "1969-09-02",
    # The old calendar had the thirtieth; in the North, Tết Mậu Thân was on that day.
    "âm lịch 1967-12-30": "1968-01-29",
}
"""Days of Vietnamese history that are printed with their lunar dates."""


def one_day(text: str) -> date:
    lunar = read_lunar(text)
    assert lunar is not None
    (found,) = days_of(lunar)
    assert found.first == found.last
    return found.first


@pytest.mark.parametrize("year", NEW_YEARS)
def test_the_first_day_of_a_year(year: int) -> None:
    assert one_day(f"âm lịch {year}-01-01").isoformat() == NEW_YEARS[year]


@pytest.mark.parametrize("text", KNOWN)
def test_days_that_are_known(text: str) -> None:
    assert one_day(text).isoformat() == KNOWN[text]


@pytest.mark.parametrize(
    ("text", "north", "south"),
    [
        ("âm lịch 1968-01-01", "1968-01-29", "1968-01-30"),
        ("âm lịch 1969-01-01", "1969-02-16", "1969-02-17"),
    ],
)
def test_north_and_south_had_tet_on_two_days(text: str, north: str, south: str) -> None:
    found = {one.where: one.first.isoformat() for one in days_of(read_lunar(text) or Lunar(0))}
    assert found == {"miền Bắc": north, "miền Nam": south}


def test_a_day_that_two_calendars_have_alike_is_one() -> None:
    assert len(days_of(Lunar(1972, 5, 5))) == 1
    # Only until 1975 did the South count otherwise.
    assert all(len(days_of(Lunar(year))) == 1 for year in range(1977, 2031))


# --- computed a second time -----------------------------------------------------------------


def _moment(time: astronomy.Time, zone: int) -> date:
    return (datetime(2000, 1, 1, 12) + timedelta(days=time.ut + zone / 24)).date()  # noqa: DTZ001


def _computed(zone: int, first: int, last: int) -> dict[Lunar, date]:
    """Return the first day of each lunar month, by an ephemeris and the rules of the calendar.

    The month of the winter solstice is the eleventh; of thirteen months until the next one, the
    first in which the sun enters no sign is a leap month.
    """
    moons: list[date] = []
    time = astronomy.Time.Make(first - 1, 10, 1, 0, 0, 0)
    while not moons or moons[-1].year <= last + 1:
        time = astronomy.SearchMoonPhase(0, time, 40)
        moons.append(_moment(time, zone))
        time = time.AddDays(25)
    signs: dict[date, int] = {}
    for year in range(first - 1, last + 2):
        begins = astronomy.Time.Make(year, 1, 1, 0, 0, 0)
        for sign in range(0, 360, 30):
            entered = astronomy.SearchSunLongitude(sign, begins, 366)
            signs[_moment(entered, zone)] = sign
    solstices = [
        bisect_right(moons, day) - 1
        for day, sign in signs.items()
        if sign == 270 and day >= moons[0]
    ]
    found: dict[Lunar, date] = {}
    for begin, end in pairwise(sorted(solstices)):
        without = (
            at
            for at in range(begin + 1, end)
            if not any(moons[at] <= day < moons[at + 1] for day in signs)
        )
        leap = next(without, None) if end - begin == 13 else None
        number, year = 10, moons[begin].year
        for at in range(begin, end):
            if at != leap:
                number = number % 12 + 1
                year += number == 1
            found[Lunar(year, number, leap=at == leap)] = moons[at]
    return {one: day for one, day in found.items() if first <= one.year <= last}


@pytest.mark.parametrize("calendar", CALENDARS, ids=lambda one: f"UTC+{one.zone}")
def test_each_month_of_its_era_is_as_an_ephemeris_has_it(calendar) -> None:
    first, last = max(1930, calendar.since.year), min(2030, calendar.until.year)
    months = _computed(calendar.zone, first, last)
    assert len(months) > 90
    for lunar, day in months.items():
        if not calendar.since <= day < calendar.until:
            continue
        spans = days_of(lunar)
        own = [one for one in spans if one.where == calendar.where] or list(spans)
        assert [one.first for one in own] == [day], lunar


# --- names, order, words --------------------------------------------------------------------


def test_years_have_names() -> None:
    names = {1930: "Canh Ngọ", 1945: "Ất Dậu", 1968: "Mậu Thân", 1970: "Canh Tuất", 1984: "Giáp Tý"}
    for year, name in names.items():
        assert name_of_year(year) == name
        assert year in years_named(name)
    assert years_named("Canh Tuất") == (1910, 1970, 2030, 2090)
    assert len({name_of_year(year) for year in range(1930, 1990)}) == 60
    assert spelled("mậu tí") == "Mậu Tý"
    assert spelled("KỈ MẸO") == "Kỷ Mão"


def test_leap_months() -> None:
    known = {1944: 4, 1947: 2, 1952: 5, 1955: 3, 1968: 7, 1976: 8, 1987: 7, 2023: 2, 2025: 6}
    for year in (*known, 1945, 1946, 2024):
        assert leap_month(year) == known.get(year), year


@pytest.mark.parametrize("year", [YEARS[0] - 1, YEARS[-1] + 1])
def test_other_years_are_not_computed(year: int) -> None:
    with pytest.raises(ValueError, match="computed from 1901 to 2099"):
        days_of(Lunar(year))


def test_lunar_dates_stand_in_order_among_others() -> None:
    texts = ["1945-08-19", "âm lịch 1945-07-26", "1945-09-03", "âm lịch 1945-12-20", "1946-02"]
    shuffled = sorted(texts, key=len)
    assert [d.text for d in sorted(map(parse_edtf, shuffled), key=order_key)] == texts


@pytest.mark.parametrize(
    ("text", "alone", "cell", "edtf"),
    [
        (
            "âm lịch 1945-07-26",
            "26 tháng 7 năm Ất Dậu âm lịch (suy ra 02/09/1945)",
            "26/7 năm Ất Dậu (suy ra 02/09/1945)",
            "1945-09-02",
        ),
        (
            "âm lịch 1947-02-03 nhuận",
            "mùng 3 tháng 2 nhuận năm Đinh Hợi âm lịch (suy ra 25/03/1947)",
            "3/2 nhuận năm Đinh Hợi (suy ra 25/03/1947)",
            "1947-03-25",
        ),
        (
            "âm lịch 1945-12",
            "tháng Chạp năm Ất Dậu âm lịch (suy ra từ 03/01/1946 đến 01/02/1946)",
            "tháng 12 năm Ất Dậu (suy ra 03/01/1946–01/02/1946)",
            "[1946-01-03..1946-02-01]",
        ),
        (
            "âm lịch 1945",
            "năm Ất Dậu (suy ra từ 13/02/1945 đến 01/02/1946)",
            "năm Ất Dậu (suy ra 13/02/1945–01/02/1946)",
            "[1945-02-13..1946-02-01]",
        ),
        (
            "âm lịch 1969-01-02",
            "mùng 2 tháng Giêng năm Kỷ Dậu âm lịch "
            "(suy ra 17/02/1969 theo lịch miền Bắc, 18/02/1969 theo lịch miền Nam)",
            "2/1 năm Kỷ Dậu (suy ra 17/02/1969 hoặc 18/02/1969)",
            "[1969-02-17..1969-02-18]",
        ),
    ],
)
def test_they_are_told_as_printed_with_the_inferred_day(
    text: str, alone: str, cell: str, edtf: str
) -> None:
    date = parse_edtf(text)
    assert (say(date), short(date), date.edtf, str(date)) == (alone, cell, edtf, text)


def test_in_a_sentence_only_a_day_has_the_word_for_it() -> None:
    day, month = parse_edtf("âm lịch 1945-07-26"), parse_edtf("âm lịch 1945-12")
    assert say_with_day(day).startswith("ngày 26 tháng 7 năm Ất Dậu")
    assert say_with_day(month).startswith("tháng Chạp")
    assert say_term(day, parse_edtf("1948-05")) == (
        "từ ngày 26 tháng 7 năm Ất Dậu âm lịch (suy ra 02/09/1945) đến tháng 05/1948"
    )
