"""The tables of a source, rows of cells under a head; and its lists under a heading line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.drafting.reading import Reading

_CELL = re.compile(r"\s*\|\s*")
_DATA = re.compile(r"\d|^$")
_NUMBER = re.compile(r"^(?:tt|stt|số tt|số thứ tự)$", re.IGNORECASE)
_CAPTION = re.compile(r"^(?:Bảng|Biểu|Phụ lục|Danh sách|Sơ đồ)\b", re.IGNORECASE)
_ITEM = re.compile(r"^\s*(?:[-–+•*]|\d{1,3}[.)]|[a-zđ]\))\s+")
_YEARS = re.compile(r"\d{4}")
_LONGEST_ITEM = 120
_LEAST_CAPTION = 8


class Row(NamedTuple):
    """A row: its paragraph, and its cells by the words of the head, in small letters."""

    paragraph: int
    cells: dict[str, str]


class Table(NamedTuple):
    """A table: the paragraphs of its head and its caption (0 without one), and its rows."""

    head: int
    caption: int
    rows: tuple[Row, ...]


def tables_of(reading: Reading) -> list[Table]:
    """Return the tables of a source whose first row is a head without figures."""
    found: list[Table] = []
    number = 1
    while number <= len(reading.lines):
        names = cells_of(reading.lines[number - 1])
        if len(names) < 2 or any(_DATA.search(name) for name in names):
            number += 1
            continue
        rows = tuple(_rows(reading, number, names))
        if rows:
            found.append(Table(number, caption_of(reading, number), rows))
        number += 1 + len(rows)
    return found


def _rows(reading: Reading, head: int, names: Sequence[str]) -> Iterator[Row]:
    keys = [name.lower() for name in names]
    for at in range(head, len(reading.lines)):
        cells = cells_of(reading.lines[at])
        if len(cells) < 2 or len(cells) > len(keys):
            return
        yield Row(at + 1, dict(zip(keys, cells, strict=False)))


def cells_of(line: str) -> list[str]:
    """Return the cells of a line of a table; the whole line for any other."""
    return [cell.strip() for cell in _CELL.split(line)] if "|" in line else [line]


def is_number_column(name: str) -> bool:
    """Return whether a column has but the numbers of the rows."""
    return _NUMBER.match(name) is not None


def caption_of(reading: Reading, before: int) -> int:
    """Return the paragraph right before a table or list that says what it is; 0 without one."""
    line = reading.lines[before - 2] if before > 1 else ""
    said = _CAPTION.match(line) or line.rstrip().endswith(":") or len(line) < _LONGEST_ITEM
    return before - 1 if said and len(line) >= _LEAST_CAPTION and "|" not in line else 0


def list_head(reading: Reading, paragraph: int) -> int:
    """Return the paragraph of the line that heads the list which a paragraph is in; 0 for none.

    Items are short lines that begin with a mark or a number, or that end in years.
    """
    if not is_item(reading.lines[paragraph - 1]):
        return 0
    at = paragraph - 1
    while at > 0 and is_item(reading.lines[at - 1]):
        at -= 1
    return caption_of(reading, at + 1) if at else 0


def is_item(line: str) -> bool:
    """Return whether a line is an item of a list of people or figures."""
    short = len(line) <= _LONGEST_ITEM
    return short and (_ITEM.match(line) is not None or _years_end(line))


def _years_end(line: str) -> bool:
    return _YEARS.search(line[-12:]) is not None or line.rstrip().endswith("đến nay")
