"""Paragraphs that a source names for its headings, and for numbers that are no facts."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from macros.checks.sources import ranges
from tests.support import CATALOGUES, told

SOURCE = "data/sources/ky-yeu.yml"
HEADINGS, NOT_FACTS = 5, 6
"""The lines of `site` on which each list stands."""


def site(headings: str = "", not_facts: str = "") -> dict[str, str]:
    """Return a source of 400 paragraphs with these lists."""
    own = textwrap.dedent(CATALOGUES[SOURCE]).strip()
    return {SOURCE: f"{own}\nheadings: [{headings}]\nnot_facts: [{not_facts}]"}


def heading(paragraphs: str) -> str:
    return f'{{paragraphs: "{paragraphs}", title: Mục}}'


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        (["0-3"], "“0-3” không phải một khoảng đoạn → viết số đoạn đầu, gạch nối, số đoạn cuối"),
        (["3-1"], '“3-1” không phải một khoảng đoạn → viết "1-3"'),
        (["1-3, 5"], "“1-3, 5” không phải một khoảng đoạn → viết số đoạn đầu, gạch nối, số đoạn"),
        (["đầu"], "“đầu” không phải một khoảng đoạn → viết số đoạn đầu, gạch nối, số đoạn cuối"),
        (["1–3"], '“1–3” không phải một khoảng đoạn → viết "1-3"'),
        (["1 — 3"], '“1 — 3” không phải một khoảng đoạn → viết "1-3"'),
        (["1-3", "4-401"], "đoạn 401 vượt quá đoạn cuối (400) của nguồn → sửa số đoạn"),
        (
            ["1-3", "3-9"],
            "đoạn 3-9 chồng lên đề mục trên, đoạn 1-3 → sửa số đoạn: các đề mục xếp theo thứ tự",
        ),
        (["4-9", "1-3"], "đoạn 1-3 chồng lên đề mục trên, đoạn 4-9 → sửa số đoạn: các đề mục"),
    ],
)
def test_a_heading_with_paragraphs_that_cannot_be(
    tmp_path: Path, paragraphs: list[str], words: str
) -> None:
    (line,) = told(ranges, tmp_path, site(", ".join(map(heading, paragraphs))))
    place, _, message = line.partition(": lỗi: ")
    assert place.startswith(f"{SOURCE}:{HEADINGS}:")
    assert message.startswith(words)


def test_a_wrong_heading_is_not_what_the_next_is_held_against(tmp_path: Path) -> None:
    (line,) = told(ranges, tmp_path, site(", ".join(map(heading, ["1-3", "2-9", "4-8"]))))
    assert "đoạn 2-9 chồng lên đề mục trên, đoạn 1-3" in line


@pytest.mark.parametrize(
    ("paragraphs", "message"),
    [
        ("401", "đoạn 401 vượt quá đoạn cuối (400) của nguồn → sửa số đoạn"),
        ("1-2, 399-402", "đoạn 402 vượt quá đoạn cuối (400) của nguồn → sửa số đoạn"),
        ("4, 9-7", '“4, 9-7” không phải số đoạn → viết "4, 7-9"'),
        ("7–9", '“7–9” không phải số đoạn → viết "7-9"'),
        ("đầu", '“đầu” không phải số đoạn → viết số đoạn, ví dụ "12" hoặc "1-11"'),
    ],
)
def test_numbers_that_are_no_facts_with_paragraphs_that_cannot_be(
    tmp_path: Path, paragraphs: str, message: str
) -> None:
    entry = f'{{paragraphs: "{paragraphs}", numbers: ["5"], reason: Số trang}}'
    (line,) = told(ranges, tmp_path, site(not_facts=entry))
    assert line.startswith(f"{SOURCE}:{NOT_FACTS}:")
    assert line.endswith(f": lỗi: {message}")


def test_silent_when_right(tmp_path: Path) -> None:
    entry = '{paragraphs: "1-2, 400", numbers: ["5"], reason: Số trang}'
    files = site(", ".join(map(heading, ["1-3", "4-4", "5", "6-400"])), entry)
    assert told(ranges, tmp_path, files) == []
