"""Committees and congresses in the many ways in which histories count and name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.drafting.body_sizes import FORMS, Form, sizes_in
from macros.drafting.gather import proposals
from tests.drafting.site import TEXT, reading, write

if TYPE_CHECKING:
    from pathlib import Path

    from macros.drafting.proposal import Kind, Proposal

TABLE = [
    "Bảng 1. Các kỳ đại hội",
    "Đại hội | Thời gian | Số đại biểu | Ban Chấp hành | Bí thư",
    "II | 15 - 17/8/1955 | 48 | 11 | Nguyễn Văn An",
    "III | 08 - 10/11/1958 | 52 | 13 | Nguyễn Văn An",
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("bodies") / "site")[0]


def of(root: Path, kind: Kind, *lines: str) -> list[Proposal]:
    return proposals(reading(root, list(lines)), (kind,), as_if_untold=True)


def sizes(root: Path, *lines: str) -> set[tuple[str, int]]:
    return {(one.record["body"], int(one.record["size"])) for one in of(root, "committee", *lines)}


@pytest.mark.parametrize("form", FORMS, ids=lambda one: one.example)
def test_each_form_has_an_example(form: Form) -> None:
    assert form.pattern.search(form.example)
    every = ". ".join(filter(None, (form.after, form.example)))
    assert len(sizes_in(every)) == (2 if form.after else 1)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Ban Chấp hành gồm 15 đồng chí, trong đó Ban Thường vụ 5 đồng chí.",
         {("executive", 15), ("standing", 5)}),
        ("Cấp ủy khóa này 25 người, Thường vụ 7 người.", {("executive", 25), ("standing", 7)}),
        ("Ban Chấp hành: 37 đồng chí; Ủy ban Kiểm tra: 7 đồng chí.",
         {("executive", 37), ("inspection", 7)}),
        ("Đảng ủy lâm thời được Huyện ủy chỉ định gồm 5 đồng chí.", {("executive", 5)}),
        ("Đại hội bầu 21 đồng chí vào Ban Chấp hành, 7 đồng chí vào Ban Thường vụ.",
         {("executive", 21), ("standing", 7)}),
        ("Số lượng Ban Chấp hành được bầu là 41.", {("executive", 41)}),
        ("Ban Chấp hành đã bầu Ban Thường vụ gồm 7 đồng chí.", {("standing", 7)}),
        ("Cấp ủy chỉ có 3 đồng chí là cán bộ chuyên trách.", set()),
        ("Ban Chấp hành cử 5 đồng chí đi học.", set()),
    ],
)  # fmt: skip
def test_ways_of_counting_a_body(root: Path, said: str, wanted: set[tuple[str, int]]) -> None:
    assert sizes(root, said) == wanted


def test_a_table_of_congresses(root: Path) -> None:
    first, second = of(root, "congress", *TABLE)
    assert first.record["dates"] == "1955-08-15/1955-08-17"
    assert (second.record["ordinal"], second.record["delegates"]) == ("III", 52)
    assert sizes(root, *TABLE) == {("executive", 11), ("executive", 13)}
    assert {one.record["congress"] for one in of(root, "committee", *TABLE)} == {"II", "III"}


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("Đại hội II (nhiệm kỳ 1955 - 1958) họp ngày 29, 30 và 31 tháng 7 năm 1955.",
         "1955-07-29/1955-07-31"),
        ("Đại hội lần thứ II của Đảng bộ khai mạc ngày 27/02/1955, bế mạc ngày 01/3/1955.",
         "1955-02-27/1955-03-01"),
        ("Đại hội Đảng bộ lần thứ II họp tháng 10/1955.", "1955-10"),
    ],
)  # fmt: skip
def test_ways_of_naming_a_congress(root: Path, said: str, days: str) -> None:
    [one] = of(root, "congress", f"{said} Dự Đại hội có 58 đại biểu.")
    assert (one.record["ordinal"], one.record["dates"]) == ("II", days)
    assert one.record["delegates"] == 58


def test_the_congress_that_a_passage_names_is_taken(root: Path) -> None:
    told = TEXT[1]
    later = "Đại hội lần thứ II họp ngày 05/5/1955."
    [one] = of(root, "committee", told, later, "Khóa I, Ủy ban Kiểm tra có 3 đồng chí.")[2:]
    assert one.record["congress"] == "I"
    # One who was called by a term before is elected by the congress that is told.
    said = "Đại hội lần thứ II họp ngày 05/5/1955; đồng chí Lê Văn An, Phó Bí thư khóa I, được bầu làm Bí thư."
    found = of(root, "membership", told, said)
    assert {one.record.get("congress") for one in found if one.name == "Lê Văn An"} >= {"II"}
