"""Terms of office: what they cover and where they certainly overlap."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from macros.dates import Coverage, Edtf, Term, certain_span, overlap_days, parse_edtf


def d(text: str | None) -> Edtf | None:
    return None if text is None else parse_edtf(text)


def term(start: str | None, end: str | None = None) -> Term:
    """A term; the end ".." is open."""
    return Term(d(start), open_end=True) if end == ".." else Term(d(start), d(end))


@pytest.mark.parametrize(
    ("start", "end", "day", "expected"),
    [
        # both ends known to the month: certain only between the months
        ("1999-07", "2000-06", "1999-06-30", "no"),
        ("1999-07", "2000-06", "1999-07-01", "possible"),
        ("1999-07", "2000-06", "1999-07-31", "certain"),
        ("1999-07", "2000-06", "2000-06-01", "certain"),
        ("1999-07", "2000-06", "2000-06-02", "possible"),
        ("1999-07", "2000-06", "2000-06-30", "possible"),
        ("1999-07", "2000-06", "2000-07-01", "no"),
        ("1999-07", "1999-07", "1999-07-15", "possible"),
        # an unknown end is not open
        ("2008-10-30", None, "2008-10-29", "no"),
        ("2008-10-30", None, "2008-10-30", "certain"),
        ("2008-10-30", None, "2008-10-31", "possible"),
        ("2008-10", None, "2008-10-31", "possible"),
        ("2008-10-30", None, "2090-01-01", "possible"),
        ("2008-10-30", "..", "2008-10-31", "certain"),
        ("2008-10", "..", "2008-10-15", "possible"),
        # an unknown start
        (None, "2008-05-20", "2008-05-19", "possible"),
        (None, "2008-05-20", "2008-05-20", "certain"),
        (None, "2008-05-20", "2008-05-21", "no"),
        (None, "2008-05", "1950-01-01", "possible"),
        (None, None, "2008-05-20", "possible"),
        # one unknown day within, at least, at most
        ("2000", "[2003-09-11..2005]", "2003-09-11", "certain"),
        ("2000", "[2003-09-11..2005]", "2003-09-12", "possible"),
        ("2000", "[2003..]", "2003-01-01", "certain"),
        ("2000", "[2003..]", "2050-01-01", "possible"),
        ("2000", "[..2005]", "2001-01-01", "possible"),
        ("2000", "[..2005]", "2006-01-01", "no"),
        # about sets no bound
        ("2020~", "2024", "2019-12-31", "possible"),
        ("2020~", "2024", "2022-01-01", "possible"),
        ("2020~", "2024", "2025-01-01", "no"),
    ],
)
def test_covers(start: str | None, end: str | None, day: str, expected: Coverage) -> None:
    assert term(start, end).covers(date.fromisoformat(day)) == expected


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        (("2000-01-01", "2001-01-01"), ("2000-06-01", "2002-01-01"), 214),
        (("2000-01-01", "2001-01-01"), ("2001-01-01", "2002-01-01"), 0),  # one day's handover
        (("2000-01-01", "2001-01-01"), ("2001-02-01", "2002-01-01"), 0),
        (("2000-01-01", "2001-01-01"), ("2000-12-01", "2002-01-01"), 31),
        (("2000-01-01", "2001-01-01"), ("2000-11-30", "2002-01-01"), 32),
        # of a month or a year only the worst day counts
        (("2000", "2001"), ("2000-06-01", "2002-01-01"), 1),
        (("2000", "2001-06"), ("2000", "2001-05"), 121),
        (("1999", "2005"), ("2000", "2004"), 1096),
        # unknown is not open
        (("2000-01-01", None), ("2001-01-01", "2010-01-01"), 0),
        (("2000-01-01", ".."), ("2001-01-01", "2001-03-01"), 59),
        ((None, "2005-01-01"), ("2001-01-01", "2010-01-01"), 0),
        (("2020~", "2030"), ("2020~", "2030"), 0),
        (("2000-01-01", "[2003-09-11..2005]"), ("2003-09-01", "2010"), 10),
    ],
)
def test_overlap_days(
    a: tuple[str | None, str | None], b: tuple[str | None, str | None], days: int
) -> None:
    assert overlap_days(term(*a), term(*b)) == days
    assert overlap_days(term(*b), term(*a)) == days


def test_a_handover_within_one_month_is_no_overlap() -> None:
    leaving = term("2000-01-01", "2001-01-01")
    assert not leaving.certainly_overlaps(term("2000-12-01", "2002-01-01"))
    assert leaving.certainly_overlaps(term("2000-11-30", "2002-01-01"))
    assert leaving.certainly_overlaps(term("2000-12-01", "2002-01-01"), grace_days=30)


def test_two_open_terms_overlap() -> None:
    assert term("2000", "..").certainly_overlaps(term("2010", ".."))


SAMPLES = [
    ("1999-12", "2000-02"),
    ("1999-12-30", "2000-02-10"),
    ("2000-01", "2000-02-20"),
    ("2000-01-05", "[2000-02-01..2000-02-20]"),
    ("[1999-12-20..2000-01-10]", "2000-03"),
]


def possible(side: Edtf | None) -> list[date]:
    """Every day that a closed date may be."""
    assert side is not None
    first, last = side.earliest(), side.latest()
    assert first is not None and last is not None
    return [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]


@pytest.mark.parametrize(("one", "two"), list(product(SAMPLES, SAMPLES)))
def test_certain_overlap_is_the_least_of_all_possible_ones(
    one: tuple[str, str], two: tuple[str, str]
) -> None:
    a, b = term(*one), term(*two)
    starts = max(max(possible(a.start)), max(possible(b.start)))
    pairs = product(possible(a.end), possible(b.end))
    assert overlap_days(a, b) == min(max(0, (min(ends) - starts).days) for ends in pairs)


@pytest.mark.parametrize("sample", SAMPLES)
def test_coverage_agrees_with_every_possible_term(sample: tuple[str, str]) -> None:
    t = term(*sample)
    for n in range(date(1999, 11, 25).toordinal(), date(2000, 4, 5).toordinal()):
        day = date.fromordinal(n)
        held = {a <= day <= b for a in possible(t.start) for b in possible(t.end)}
        expected = "possible" if len(held) == 2 else "certain" if True in held else "no"
        assert t.covers(day) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1999-07/2000-06", Term(d("1999-07"), d("2000-06"))),
        ("2015-08/..", Term(d("2015-08"), open_end=True)),
        ("2015-08/", Term(d("2015-08"))),
        ("../2000", Term(None, d("2000"), open_start=True)),
        ("/2000", Term(None, d("2000"))),
        ("1997", Term(d("1997"), d("1997"))),
    ],
)
def test_term_of_an_interval(text: str, expected: Term) -> None:
    assert Term.of(parse_edtf(text)) == expected


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2000-05-01", "2001-06-02", (date(2000, 5, 1), date(2001, 6, 2))),
        ("2000-05-01", "2000-05-01", (date(2000, 5, 1),)),
        (None, "2001-06-02", (date(2001, 6, 2),)),
        ("2000-05", "2001", ()),
    ],
)
def test_days_that_are_known_exactly(
    start: str | None, end: str | None, days: tuple[date, ...]
) -> None:
    assert term(start, end).bounds.days == days


def test_an_open_start_covers_every_day_before() -> None:
    assert Term.of(parse_edtf("../2000")).covers(date(1900, 1, 1)) == "certain"
    assert Term.of(parse_edtf("/2000")).covers(date(1900, 1, 1)) == "possible"


def test_a_side_cannot_be_both_given_and_open() -> None:
    with pytest.raises(ValueError, match="either given or open"):
        Term(d("2000"), d("2001"), open_end=True)
    with pytest.raises(ValueError, match="either given or open"):
        Term(d("2000"), open_start=True)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("1999-07", "2000-06", (date(1999, 7, 31), date(2000, 6, 1))),
        ("1999-07-05", "1999-07-05", (date(1999, 7, 5), date(1999, 7, 5))),
        (None, None, None),
        (None, "2000-06", None),
    ],
)
def test_the_days_of_which_a_term_is_certain(
    start: str | None, end: str | None, expected: tuple[date, date] | None
) -> None:
    assert certain_span(term(start, end)) == expected
