"""Rows of tables of targets: their numbers, and how results are judged."""

from __future__ import annotations

from pathlib import Path

from macros.checks.targets import results, row_numbers
from tests.support import told

TARGETS = "data/organizations/khoi/targets.yml"


def table(*rows: str) -> dict[str, str]:
    """Return a table of which each row is on a line of its own, from line 7."""
    head = "sets:\n  - id: bang\n    title: Bảng\n    period: '2001'\n    cite: ky-yeu#4\n"
    lines = [
        f"      - {{id: dong-{n}, indicator: Một, cite: ky-yeu#4, {r}}}" for n, r in enumerate(rows)
    ]
    return {TARGETS: "\n".join([f"{head}    targets:", *lines])}


def test_a_row_number_that_stands_twice_in_a_group(tmp_path: Path) -> None:
    rows = table("number: '1', group: A", "number: '1', group: B", "number: '1', group: A")
    assert told(row_numbers, tmp_path, rows) == [
        f"{TARGETS}:9:62: lỗi: dòng 1 của nhóm này đã có (dong-0) "
        "→ sửa number theo bảng; các dòng con thì ghi row_of"
    ]


def test_rows_within_a_row_and_other_units_count_anew(tmp_path: Path) -> None:
    rows = table(
        "number: '1'",
        "number: '1', row_of: dong-0",
        "number: '1', organization: xa-mot",
        "number: '2'",
        "group: A",
    )
    assert told(row_numbers, tmp_path, rows) == []


def test_a_result_is_a_judgement(tmp_path: Path) -> None:
    rows = table("result: Đạt", "result: Chưa hoàn thành", "result: tế", "number: '4'")
    (line,) = told(results, tmp_path, rows)
    assert line.startswith(f"{TARGETS}:9:62: lỗi: “tế” không phải lời đánh giá → ghi như bảng in")
