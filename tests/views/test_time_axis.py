"""Periods on an axis of time are as long as they lasted, and no longer than they are known."""

from __future__ import annotations

import pytest

from macros.dates import parse_edtf
from macros.views.time_axis import OPEN, TimeAxis


@pytest.fixture
def axis() -> TimeAxis:
    found = TimeAxis.of([parse_edtf("1950"), parse_edtf("1969-03")])
    assert found is not None
    return found


def test_years_are_a_scale(axis: TimeAxis) -> None:
    assert axis.stretch(parse_edtf("1950")).left == 0
    assert axis.stretch(parse_edtf("1969")).right == 100
    five = axis.stretch(parse_edtf("1955/1959"))
    assert five.kind == "span"
    assert five.width == pytest.approx(5 * axis.stretch(parse_edtf("1962")).width, abs=0.1)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("1955-06", "point"),
        ("[1955..1957]", "within"),
        ("1955-06/", "from"),
        ("1955-06/..", "from"),
        ("[..1955]", "until"),
    ],
)
def test_what_is_not_known_is_told_apart(axis: TimeAxis, written: str, kind: str) -> None:
    assert axis.stretch(parse_edtf(written)).kind == kind


def test_an_end_that_is_not_known_is_never_given(axis: TimeAxis) -> None:
    long, late = (axis.stretch(parse_edtf(one)) for one in ("1951/", "1969-12/"))
    assert long.width == late.width == OPEN
    assert late.right <= 100


@pytest.mark.parametrize(
    ("first", "last"), [(1994, 2025), (2020, 2025), (1930, 2025), (2025, 2025)]
)
def test_marks_of_an_axis_have_room(first: int, last: int) -> None:
    marks = TimeAxis(first, last).ticks()
    assert 1 <= len(marks) <= 8
    assert all(0 <= one.x <= 100 for one in marks)


def test_without_a_date_there_is_no_axis() -> None:
    assert TimeAxis.of([]) is None
