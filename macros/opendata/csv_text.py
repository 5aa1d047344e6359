"""Rows as CSV text (RFC 4180: comma, double quotes doubled, CRLF), and cells as text."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

from macros.dates import Edtf
from macros.opendata.columns import Cell

LINE_END = "\r\n"
SEPARATOR = "; "
"""Separates the items of a list in a cell."""
WITHIN = "；"
"""Stands for a semicolon within an item, so that splitting the list does not split the item."""

# A spreadsheet would run a cell with such a beginning as a formula; numbers are harmless. A text
# that has an apostrophe there already gets one more, so that taking ours away restores the text.
_FORMULA = re.compile(r"'*(?:[=@\t]|[+-](?![0-9][0-9.,]*%?$))")


def csv_text(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    """Return the header and `rows` as CSV text."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator=LINE_END)
    writer.writerow(columns)
    writer.writerows(map(cell, row) for row in rows)
    return out.getvalue()


def cell(value: Cell) -> str:
    """Return a value as text for a cell; None and () give an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return guarded(SEPARATOR.join(plain(item).replace(";", WITHIN) for item in value))
    if isinstance(value, Edtf):
        return value.edtf
    return guarded(plain(value)) if isinstance(value, str) else str(value)


def plain(text: str) -> str:
    """Return text in NFC with ordinary spaces and line feeds instead of no-break spaces."""
    ordinary = text.replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", ordinary)


def guarded(text: str) -> str:
    """Return text, after an apostrophe if a spreadsheet would run it as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text
