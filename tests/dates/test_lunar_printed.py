"""Lunar dates as sources print them, and what is none."""

from __future__ import annotations

import pytest

from macros.dates.lunar import read_lunar
from macros.dates.lunar_printed import holds, lunar_in
from macros.dates.printed import find_dates

READ = [
    ("2/9/1945 âm lịch", "1945-09-02"),
    ("ngày 02-9-1945 (ÂL)", "1945-09-02"),
    ("2/9/1945 theo âm lịch", "1945-09-02"),
    ("âm lịch ngày 2/9/1945", "1945-09-02"),
    ("ngày âm lịch 10/3/1970", "1970-03-10"),
    ("Âm lịch: 10/3/1970", "1970-03-10"),
    ("ngày 26/7 âm lịch năm 1945", "1945-07-26"),
    ("ngày 10 tháng 3 năm 1970 âm lịch", "1970-03-10"),
    ("ngày 10 tháng Ba âm lịch, năm 1970", "1970-03-10"),
    ("mùng 3 tháng 2 năm Canh Tuất", "XXXX-02-03 Canh Tuất"),
    ("MÙNG 3 THÁNG 2 NĂM CANH TUẤT", "XXXX-02-03 Canh Tuất"),
    ("ngày 3, tháng 2 năm Canh Tuất", "XXXX-02-03 Canh Tuất"),
    ("mồng 5 tháng 5 năm Mậu Tí", "XXXX-05-05 Mậu Tý"),
    ("rằm tháng Giêng năm 1931", "1931-01-15"),
    ("rằm tháng bảy", "XXXX-07-15"),
    ("23 tháng Chạp", "XXXX-12-23"),
    ("ngày 10 tháng Hai nhuận năm Đinh Hợi", "XXXX-02-10 nhuận Đinh Hợi"),
    ("tháng 2 nhuận năm 1947", "1947-02 nhuận"),
    ("tháng 8/1945 âm lịch", "1945-08"),
    ("tháng 8 năm Ất Dậu (1945)", "1945-08"),
    ("15 tháng Chạp năm Ất Dậu (1946)", "1945-12-15"),
    ("năm Canh Tuất", "XXXX Canh Tuất"),
    ("năm Canh Tuất (1970)", "1970"),
    ("mùng 3 Tết Mậu Thân (1968)", "1968-01-03"),
    ("mùng 1 Tết năm 1946", "1946-01-01"),
    ("đêm 30 Tết Mậu Thân", "XXXX-12-30 Đinh Mùi"),
    ("đêm 30 Tết năm 1968", "1967-12-30"),
    ("ngày 2/9/1945 (âm lịch là 26/7 năm Ất Dậu)", "XXXX-07-26 Ất Dậu"),
    ("ngày 2/9/1945 (tức 26/7 năm Ất Dậu)", "XXXX-07-26 Ất Dậu"),
    ("2/9/1945 (âm lịch: 26/7)", "XXXX-07-26"),
    ("ngày 9 và 10 tháng 3 âm lịch", "XXXX-03-09, XXXX-03-10"),
    ("ngày 3, 4 tháng Giêng", "XXXX-01-03, XXXX-01-04"),
]
NONE = [
    "ngày 2/9/1945",
    "2 tháng 9 năm 1945 (Ất Dậu)",
    "2/9/1945 năm Ất Dậu",
    "tháng 10 năm 1945",
    "trong tháng năm",
    "ba tháng một lần",
    "ngày 5 tháng Một năm 1946",
    "công ty AL 3/2",
]


@pytest.mark.parametrize(("text", "found"), READ)
def test_they_are_read_as_printed(text: str, found: str) -> None:
    texts = [one.removeprefix("âm lịch ") for each in lunar_in(text) for one in each.texts]
    assert ", ".join(texts) == found


@pytest.mark.parametrize("text", NONE)
def test_what_does_not_say_so_is_none(text: str) -> None:
    assert [one for one in lunar_in(text) if one.end > one.start] == []


@pytest.mark.parametrize(
    ("text", "solar"),
    [
        *((text, "") for text, _ in READ if "2/9/1945 (" not in text),
        ("ngày 2/9/1945 (âm lịch là 26/7 năm Ất Dậu)", "1945-09-02"),
        ("2/9/1945 (âm lịch: 26/7)", "1945-09-02"),
        ("ngày 26/7 âm lịch (2/9/1945)", "1945-09-02"),
        ("ngày 26/7/1945 âm lịch, tức ngày 2/9/1945 dương lịch", "1945-09-02"),
        ("ngày 2/9/1945, 26/7 âm lịch", "1945-09-02"),
        ("từ ngày 5 đến ngày 10 tháng 3 âm lịch", ""),
        ("ngày 3 tháng 2 và 5 tháng 2 âm lịch", ""),
    ],
)
def test_only_solar_dates_are_read_as_solar(text: str, solar: str) -> None:
    assert " ".join(one for each in find_dates(text) for one in each.edtf) == solar


@pytest.mark.parametrize(
    ("printed", "held"),
    [
        ("âm lịch 1945-09-02", True),
        ("âm lịch XXXX-09-02 Ất Dậu", True),
        ("âm lịch XXXX-09-02 Bính Tuất", False),
        ("âm lịch XXXX-09-02", False),
        ("âm lịch 1946-09-02", False),
        ("âm lịch 1945-09-03", False),
        ("âm lịch 1945-08-02", False),
        ("âm lịch 1945-09-02 nhuận", False),
        ("âm lịch 1945-09", False),
        ("âm lịch 1945", False),
        ("1945-09-02", False),
        ("1945-10-07", False),
    ],
)
def test_a_lunar_date_is_held_by_the_same(printed: str, held: bool) -> None:
    lunar = read_lunar("âm lịch 1945-09-02")
    assert lunar is not None
    assert holds(printed, lunar) is held


def test_less_is_held_by_more() -> None:
    for text in ("âm lịch 1945", "âm lịch 1945-09"):
        lunar = read_lunar(text)
        assert lunar is not None
        assert holds("âm lịch 1945-09-02", lunar)
        assert holds("âm lịch XXXX-09-02 Ất Dậu", lunar)


def test_a_printed_year_of_the_last_months_may_be_that_of_our_calendar() -> None:
    late, early = read_lunar("âm lịch 1945-12-15"), read_lunar("âm lịch 1945-09-02")
    assert late is not None
    assert early is not None
    assert holds("âm lịch 1946-12-15", late)
    assert not holds("âm lịch 1946-09-02", early)
