"""Whatever Markdown drops or changes is told in one line; what is right is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.chapter.slips import markdown_slips
from macros.chapter.slips.tables import cells
from macros.messages.problems import Severity
from tests.chapter.fabricated import chapter
from tests.chapter.slips.cases import CASES, Case
from tests.chapter.slips.edges import EDGES
from tests.chapter.slips.edges_blocks import EDGES_OF_BLOCKS
from tests.chapter.slips.edges_inline import EDGES_WITHIN_LINES
from tests.chapter.slips.edges_lists import EDGES_OF_LISTS
from tests.snapshots import assert_snapshot

ALL = (*CASES, *EDGES, *EDGES_OF_LISTS, *EDGES_WITHIN_LINES, *EDGES_OF_BLOCKS)
FIRST = 4
"""Lines of the front matter before the body."""


def told(body: str) -> list[tuple[int, str, str]]:
    return [
        (one.position.line - FIRST, one.severity.label, one.message)
        for one in markdown_slips(chapter(body))
    ]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_a_slip_is_told_once_and_what_is_right_is_not(case: Case) -> None:
    found = told(case.body)
    assert [(line, severity) for line, severity, _ in found] == [one[:2] for one in case.told], (
        found
    )
    for (_, _, message), (_, _, words) in zip(found, case.told, strict=True):
        assert words in message


def test_every_message_whole() -> None:
    lines = []
    for case in ALL:
        found = list(map(str, markdown_slips(chapter(case.body))))
        if found:
            lines += [repr(case.body), *(f"    {one.split(':', 1)[1]}" for one in found), ""]
    assert_snapshot(Path(__file__).with_name("messages.txt"), "\n".join(lines).rstrip())


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| a | b |", [" a ", " b "]),
        ("a | b", ["a ", " b"]),
        ("| a", [" a"]),
        ("a |", ["a "]),
        ("|", [""]),
        ("||", [""]),
        ("`a|b` | c", ["`a|b` ", " c"]),
        ("a \\| b | c", ["a \\| b ", " c"]),
    ],
)
def test_cells_of_a_row(row: str, expected: list[str]) -> None:
    assert cells(row) == expected


def test_cases_are_many_and_differ() -> None:
    assert len(CASES) >= 60
    assert len({case.name for case in ALL}) == len(ALL)
    assert len({case.body for case in ALL}) == len(ALL)
    assert sum(not case.told for case in CASES) >= 40


def test_of_many_slips_the_first_are_told_and_the_others_counted() -> None:
    found = told("- một\n\n  đoạn\n\n" * 30)
    assert len(found) == 21
    line = 3 + 20 * 4
    assert found[-1] == (line, "ghi chú", "từ đây còn 10 chỗ nữa mà Markdown bỏ hoặc đổi")


def test_an_error_among_those_counted_makes_them_one() -> None:
    body = "- một\n\n  đoạn\n\n" * 21 + "![](a.png)\n"
    rest = list(markdown_slips(chapter(body)))[-1]
    assert rest.severity is Severity.ERROR
    assert rest.message == "từ đây còn 2 chỗ nữa mà Markdown bỏ hoặc đổi"
    assert rest.remedy == "sửa các chỗ trên rồi chạy lại make check"
