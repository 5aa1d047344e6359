"""Bounds, precision and order of dates."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date
from itertools import permutations, product

import pytest

from macros.dates import Edtf, certainly_before, order_key, parse_edtf

EVERY_FORM = (
    "2008-12-08",
    "2008-05",
    "1997",
    "2020~",
    "2020-05~",
    "1996-02-09/1996-02-10",
    "1999-07/2000-06",
    "2015-08/..",
    "1996-02-10/",
    "/2000-06",
    "../2000",
    "[2003-09-11..2005]",
    "[..2005]",
    "[2003..]",
    "1996~/2000",
    "2008-05-20/2008-05",
    "2008-12/2008-12-01",
    "../2000-02~",
    "1946-21",
    "2008-34",
    "1945-41",
    "193X",
)


@pytest.mark.parametrize(
    ("text", "kind", "earliest", "latest", "precision"),
    [
        ("2008-12-08", "day", "2008-12-08", "2008-12-08", "day"),
        ("2008-05", "month", "2008-05-01", "2008-05-31", "month"),
        ("2008-06", "month", "2008-06-01", "2008-06-30", "month"),
        ("2008-12", "month", "2008-12-01", "2008-12-31", "month"),
        ("1997", "year", "1997-01-01", "1997-12-31", "year"),
        ("1000", "year", "1000-01-01", "1000-12-31", "year"),
        ("9999", "year", "9999-01-01", "9999-12-31", "year"),
        ("2020~", "year", "2020-01-01", "2020-12-31", "year"),
        ("2020-02~", "month", "2020-02-01", "2020-02-29", "month"),
        ("2000-02", "month", "2000-02-01", "2000-02-29", "month"),
        ("1900-02", "month", "1900-02-01", "1900-02-28", "month"),
        ("2000-02-29", "day", "2000-02-29", "2000-02-29", "day"),
        ("1996-02-09/1996-02-10", "interval", "1996-02-09", "1996-02-10", "day"),
        ("1999-07/2000-06", "interval", "1999-07-01", "2000-06-30", "month"),
        ("2008-05-20/2009", "interval", "2008-05-20", "2009-12-31", "year"),
        ("2015-08/..", "interval", "2015-08-01", None, "month"),
        ("1996-02-10/", "interval", "1996-02-10", None, "day"),
        ("/2000-06", "interval", None, "2000-06-30", "month"),
        ("../2000", "interval", None, "2000-12-31", "year"),
        ("[2003-09-11..2005]", "one_of", "2003-09-11", "2005-12-31", "year"),
        ("[..2005]", "one_of", None, "2005-12-31", "year"),
        ("[2003-02..]", "one_of", "2003-02-01", None, "month"),
        ("1946-21", "one_of", "1946-01-01", "1946-05-31", "month"),
        ("1946-22", "one_of", "1946-04-01", "1946-08-31", "month"),
        ("1946-23", "one_of", "1946-07-01", "1946-11-30", "month"),
        ("1946-24", "one_of", "1946-10-01", "1947-02-28", "month"),
        ("2008-33", "one_of", "2008-01-01", "2008-03-31", "month"),
        ("2008-36", "one_of", "2008-10-01", "2008-12-31", "month"),
        ("1945-37", "one_of", "1945-01-01", "1945-04-30", "month"),
        ("1945-38", "one_of", "1945-05-01", "1945-08-31", "month"),
        ("1945-39", "one_of", "1945-09-01", "1945-12-31", "month"),
        ("1945-40", "one_of", "1945-01-01", "1945-06-30", "month"),
        ("1945-41", "one_of", "1945-07-01", "1945-12-31", "month"),
        ("193X", "one_of", "1930-01-01", "1939-12-31", "year"),
    ],
)
def test_kind_bounds_and_precision(
    text: str, kind: str, earliest: str | None, latest: str | None, precision: str
) -> None:
    d = parse_edtf(text)
    assert d.kind == kind
    assert d.earliest() == (date.fromisoformat(earliest) if earliest else None)
    assert d.latest() == (date.fromisoformat(latest) if latest else None)
    assert d.precision == precision


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("2008", set()),
        ("1999/2000", set()),
        ("2015-08/..", {"open_end"}),
        ("1996-02-10/", {"unknown_end"}),
        ("/2000-06", {"unknown_start"}),
        ("../2000", {"open_start"}),
        ("[2003..2005]", set()),
        # A day that is somewhere before 2005 is not known; it has not lasted for ever.
        ("[..2005]", {"unknown_start"}),
        ("[2003..]", {"unknown_end"}),
    ],
)
def test_unknown_is_not_open(text: str, flags: set[str]) -> None:
    d = parse_edtf(text)
    names = ("open_start", "open_end", "unknown_start", "unknown_end")
    assert {name for name in names if getattr(d, name)} == flags


@pytest.mark.parametrize("text", EVERY_FORM)
def test_text_is_canonical_and_values_compare_by_it(text: str) -> None:
    d = parse_edtf(text)
    assert str(d) == text
    assert d == parse_edtf(text)
    assert len({d, parse_edtf(text)}) == 1
    with pytest.raises(FrozenInstanceError):
        d.text = "1997"  # type: ignore[misc]


@pytest.mark.parametrize("text", EVERY_FORM)
def test_earliest_is_never_after_latest(text: str) -> None:
    d = parse_edtf(text)
    first, last = d.earliest(), d.latest()
    assert first is not None or last is not None
    if first is not None and last is not None:
        assert first <= last


def test_sides_of_an_interval_are_dates_themselves() -> None:
    d = parse_edtf("1996~/2000-06")
    assert d.start == parse_edtf("1996~")
    assert d.end == parse_edtf("2000-06")
    assert d.approximate
    assert parse_edtf("1996/2000~").approximate
    assert not parse_edtf("1996/2000").approximate


def test_about_sets_no_certain_bound() -> None:
    about = parse_edtf("2020-05~")
    assert (about.certain_earliest(), about.certain_latest()) == (None, None)
    half = parse_edtf("1996~/2000")
    assert (half.certain_earliest(), half.certain_latest()) == (None, date(2000, 12, 31))
    exact = parse_edtf("2020-05")
    assert (exact.certain_earliest(), exact.certain_latest()) == (exact.earliest(), exact.latest())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1997", "1998"),
        ("1997-01-01", "1997-01"),  # one beginning: the narrower first
        ("1997-01", "1997"),
        ("1997", "1997/"),  # an unknown end comes after every known one
        ("1996-12-31", "1997"),
        ("/2000-06", "2000-07-01"),  # no beginning known: at its last day
        ("2000-06-29", "/2000-06"),
        ("[2003..2005]", "2003-02"),
        ("[..2002]", "[2003..]"),
        ("2015/", "2015/.."),  # equal bounds: by text
        ("2020", "2020~"),
    ],
)
def test_order(before: str, after: str) -> None:
    assert order_key(parse_edtf(before)) < order_key(parse_edtf(after))


def test_order_is_total_and_none_is_last() -> None:
    texts = (*EVERY_FORM, "9999-12-31")
    dates: list[Edtf | None] = [*(parse_edtf(text) for text in texts), None]
    assert len({order_key(d) for d in dates}) == len(dates)
    ordered = sorted(dates, key=order_key)
    assert ordered[-1] is None
    assert sorted(reversed(dates), key=order_key) == ordered
    for few in permutations(ordered[:4]):
        assert sorted(few, key=order_key) == ordered[:4]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("1997", "1998", True),
        ("1997-12-31", "1998-01-01", True),
        ("1997", "1997-12", False),
        ("1998", "1997", False),
        ("2008-05", "2008-05", False),
        ("/2000-06", "2000-07", True),
        ("1999/", "2020", False),  # its end is not known
        ("1999/..", "2020", False),
        ("1990", "[..2005]", False),
        ("[..2005]", "2006", True),
        ("1990", "[2003..]", True),
        ("1990~", "2020", False),  # about sets no bound
        ("1990", "2020~", False),
    ],
)
def test_certainly_before(a: str, b: str, expected: bool) -> None:
    assert certainly_before(parse_edtf(a), parse_edtf(b)) is expected


def test_nothing_is_certain_of_none() -> None:
    assert not certainly_before(None, parse_edtf("1997"))
    assert not certainly_before(parse_edtf("1997"), None)


def test_before_is_never_true_both_ways() -> None:
    dates = [parse_edtf(text) for text in EVERY_FORM]
    for a, b in product(dates, dates):
        assert not (certainly_before(a, b) and certainly_before(b, a))


def test_an_interval_has_no_numbers_of_its_own() -> None:
    assert parse_edtf("2020-05~").numbers == (2020, 5)
    with pytest.raises(ValueError):
        _ = parse_edtf("1999/2000").numbers
