"""Seasons, quarters, parts of a year and decades: as sources print them, in order, in words."""

from __future__ import annotations

import pytest

from macros.dates import order_key, parse_edtf, say_attested, say_term
from macros.dates.named import (
    PARTS,
    bounds,
    is_named,
    named_in,
    printed_as,
    quarters_of,
    say_named,
    short_named,
)

SAID = {
    "1946-21": ("mùa xuân năm 1946", "mùa xuân 1946", "1946-01", "1946-05"),
    "1946-22": ("mùa hè năm 1946", "mùa hè 1946", "1946-04", "1946-08"),
    "1946-23": ("mùa thu năm 1946", "mùa thu 1946", "1946-07", "1946-11"),
    "1946-24": ("mùa đông năm 1946", "mùa đông 1946", "1946-10", "1947-02"),
    "1946-33": ("quý I/1946", "quý I/1946", "1946-01", "1946-03"),
    "1946-34": ("quý II/1946", "quý II/1946", "1946-04", "1946-06"),
    "1946-35": ("quý III/1946", "quý III/1946", "1946-07", "1946-09"),
    "1946-36": ("quý IV/1946", "quý IV/1946", "1946-10", "1946-12"),
    "1946-37": ("đầu năm 1946", "đầu 1946", "1946-01", "1946-04"),
    "1946-38": ("giữa năm 1946", "giữa 1946", "1946-05", "1946-08"),
    "1946-39": ("cuối năm 1946", "cuối 1946", "1946-09", "1946-12"),
    "1946-40": ("nửa đầu năm 1946", "nửa đầu 1946", "1946-01", "1946-06"),
    "1946-41": ("nửa cuối năm 1946", "nửa cuối 1946", "1946-07", "1946-12"),
    "194X": ("những năm 1940", "những năm 1940", "1940", "1949"),
    # Years of three digits, in words without their nought.
    "0938-24": ("mùa đông năm 938", "mùa đông 938", "0938-10", "0939-02"),
    "093X": ("những năm 930", "những năm 930", "0930", "0939"),
}
"""Each named time in a sentence, in a cell, its first and last month or year."""


@pytest.mark.parametrize("text", SAID)
def test_each_is_told_and_has_its_bounds(text: str) -> None:
    assert (say_named(text), short_named(text), *(bounds(text) or ())) == SAID[text]
    assert is_named(text)


def test_no_part_of_a_year_is_left_out_here() -> None:
    assert {f"1946-{code}" for code in PARTS} == {one for one in SAID if one.startswith("1946")}


def test_quarters_of_a_year() -> None:
    assert quarters_of("2008") == ["2008-33", "2008-34", "2008-35", "2008-36"]


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
        ("xmùa xuân 1946, lên mùa thu 19460, mùa đông 1946/2, mùa hè 1946-1", []),
        ("MÙA THU, năm 1800; mùa xuân 999, mùa thu năm 2145", ["1800-23"]),
        ("mùa thu, của năm 1800; giữa năm 2045", ["1800-23", "2045-38"]),
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
    assert printed_as("2008-36") == "2008-10/2008-12"
    assert printed_as("2008-37") == "2008-37"
    assert printed_as("2008-33/2008-35") == "2008-33/2008-35"


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
