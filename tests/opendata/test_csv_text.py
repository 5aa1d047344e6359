"""Cells and their escaping."""

from __future__ import annotations

import csv
import io
import unicodedata
from decimal import Decimal

import pytest

from macros.dates import parse_edtf
from macros.opendata.columns import Cell
from macros.opendata.csv_text import cell, csv_text


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
        (("một", "hai; ba"), "một; hai； ba"),
        ("27\u00a0đảng viên", "27 đảng viên"),
        ("dòng một\r\ndòng hai", "dòng một\ndòng hai"),
        (unicodedata.normalize("NFD", "Đảng ủy"), "Đảng ủy"),
    ],
)
def test_cell(value: Cell, text: str) -> None:
    assert cell(value) == text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "=HYPERLINK(1)", "@SUM(A1)", "+A1", "-A1", "- Tỷ lệ", "-", "\t=1", "-1+1", "'="],
)
def test_what_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell((text, "hai")) == f"'{text}; hai"


@pytest.mark.parametrize("text", ["-5", "+5%", "-1.234,5", ">1", "15% trở lên", "3-4 trường", "'a"])
def test_what_is_harmless_stays(text: str) -> None:
    assert cell(text) == text


def test_lines_end_as_rfc_4180_says_and_quotes_are_doubled() -> None:
    columns = ["id", "from", "to", "summary"]
    row = ("doi-ten", ("Đảng bộ “A”, B", 'Chi bộ "C"'), (), "hai\ndòng")
    text = csv_text(columns, [row])
    assert text == ('id,from,to,summary\r\ndoi-ten,"Đảng bộ “A”, B; Chi bộ ""C""",,"hai\ndòng"\r\n')
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read[0] == columns
    assert read[1][1] == 'Đảng bộ “A”, B; Chi bộ "C"'
