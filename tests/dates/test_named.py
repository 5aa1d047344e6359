"""Seasons, quarters, parts of a year and decades: as sources print them, in order, in words."""

from __future__ import annotations

import pytest

from macros.dates import order_key, parse_edtf, say_attested, say_term
from macros.dates.named import bounds, is_named, named_in, printed_as


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mùa xuân năm 1946 chi bộ có bảy người", ["1946-21"]),
        ("mùa hạ 1946, mùa hè năm 1947", ["1946-22", "1947-22"]),
        ("từ mùa thu của năm 1945 đến mùa đông 1946", ["1945-23", "1946-24"]),
        ("đầu năm 1930, giữa 1931 và cuối năm 1932", ["1930-37", "1931-38", "1932-39"]),
        (
            "nửa đầu năm 1950; 6 tháng cuối năm 1951; sáu tháng đầu 1952",
            ["1950-40", "1951-41", "1952-40"],
        ),
        # Words that end so, other numbers, and days.
        ("bắt đầu 1930 người, cuối 1931.500 đồng, đầu 19305", ["1930-37"]),
        ("đầu tháng 5/1930, mùa xuân ấy, đầu năm", []),
        ("đầu 1930-1931", []),
        # Read as dates.
        ("quý II năm 2008, những năm 1930", []),
    ],
)
def test_parts_of_years_are_read_as_printed(text: str, found: list[str]) -> None:
    assert [edtf for *_, edtf in named_in(text)] == found
    for start, end, edtf in named_in(text):
        assert text[start:end].endswith(edtf[:4])


def test_what_has_no_name_is_none() -> None:
    for text in (
        "1946",
        "1946-02",
        "1946-25",
        "1946-32",
        "1946-42",
        "19XX",
        "1946-21-01",
        "193X/1940",
    ):
        assert not is_named(text), text
        assert bounds(text) is None, text


def test_quarters_and_decades_are_read_as_intervals_elsewhere() -> None:
    assert printed_as("2008-34") == "2008-04/2008-06"
    assert printed_as("193X") == "1930/1939"
    assert printed_as("1946-21") == "1946-21"
    assert printed_as("2008-05") == "2008-05"


def test_they_stand_in_order_among_dates() -> None:
    texts = ["193X", "1945", "1945-37", "1945-04", "1945-23", "1945-09-02", "1945-39", "1946-21"]
    shuffled = sorted(texts, key=len)
    assert [d.text for d in sorted(map(parse_edtf, shuffled), key=order_key)] == [
        "193X", "1945-37", "1945", "1945-04", "1945-23", "1945-39", "1945-09-02", "1946-21",
    ]  # fmt: skip


def test_terms_of_them_are_natural() -> None:
    spring, end = parse_edtf("1946-21"), parse_edtf("1947-39")
    assert say_term(spring, end) == "từ mùa xuân năm 1946 đến cuối năm 1947"
    assert say_term(spring, None) == "từ mùa xuân năm 1946, không rõ ngày kết thúc"
    assert say_attested([end, spring]) == "vào mùa xuân năm 1946 và cuối năm 1947"
