"""Cells and their escaping."""

from __future__ import annotations

import csv
import io
import unicodedata
from decimal import Decimal

import pytest

from macros.dates import parse_edtf
from macros.opendata.csv_text import Cell, cell, csv_text, headers
from macros.opendata.rows import ChangeRow


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ((), ""),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (Decimal("81.50"), "81.50"),
        (Decimal("-3"), "-3"),
        (Decimal("1E+3"), "1000"),
        (parse_edtf("[2003-09-11..2005]"), "[2003-09-11..2005]"),
        (("một", "hai; ba"), "một; hai, ba"),
        ("27\u00a0đảng viên", "27 đảng viên"),
        ("dòng một\r\ndòng hai", "dòng một\ndòng hai"),
        (unicodedata.normalize("NFD", "Đảng ủy"), "Đảng ủy"),
    ],
)
def test_cell(value: Cell, text: str) -> None:
    assert cell(value) == text


@pytest.mark.parametrize(
    "text", ["=1+1", "=HYPERLINK(1)", "@SUM(A1)", "+A1", "-A1", "- Tỷ lệ", "-", "\t=1", "-1+1"]
)
def test_what_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell((text, "hai")) == f"'{text}; hai"


@pytest.mark.parametrize("text", ["-5", "+5%", "-1.234,5", ">1", "15% trở lên", "3-4 trường", "'="])
def test_what_is_harmless_stays(text: str) -> None:
    assert cell(text) == text


def test_lines_end_as_rfc_4180_says_and_quotes_are_doubled() -> None:
    row = ChangeRow(
        change_id="doi-ten",
        kind="renaming",
        date=None,
        from_=("Đảng bộ “A”, B", 'Chi bộ "C"'),
        to=(),
        moved=(),
        documents=(),
        source="lich-su#1",
        printed=None,
        summary="hai\ndòng",
        note=None,
    )
    text = csv_text(ChangeRow, [row])
    assert text == (
        "change_id,kind,date,from,to,moved,documents,source,printed,summary,note\r\n"
        'doi-ten,renaming,,"Đảng bộ “A”, B; Chi bộ ""C""",,,,lich-su#1,,"hai\ndòng",\r\n'
    )
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read[0] == headers(ChangeRow)
    assert read[1][3] == 'Đảng bộ “A”, B; Chi bộ "C"'
