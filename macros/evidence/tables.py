"""Rows of a table, each read with the heads of its columns: “VI | 198” under “Đại hội | Đại biểu”.

A transcription has a row in a line, its cells parted by “ | ”. The head is the row above a run of
rows with as many cells, none of which it has in digits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CELLS = " | "
ADDRESS = "đồng chí"
"""Put before a name that is a whole cell: only who is addressed so is read as a person."""

_LEAST = 2
_LONGEST_HEAD = 60
# Two to five words with a capital each, as names are.
_NAME = re.compile(r"(?:[^\W\d_]+ ){1,4}[^\W\d_]+")


def rows_with_heads(lines: Sequence[str]) -> Iterator[tuple[str, ...] | None]:
    """Yield for each line the heads of its columns, None for what is no row under a head."""
    heads: tuple[str, ...] | None = None
    for line in lines:
        cells = _cells(line)
        if len(cells) < _LEAST or (heads is not None and len(cells) != len(heads)):
            heads = None
        if len(cells) >= _LEAST and heads is None:
            heads = cells if _is_head(cells) else None
            yield None
        else:
            yield heads


def told_with_heads(line: str, heads: Sequence[str]) -> str:
    """Return a row as one sentence: each cell behind the head of its column."""
    return ", ".join(_told(head, cell) for head, cell in zip(heads, _cells(line), strict=True))


def _cells(line: str) -> tuple[str, ...]:
    # An empty cell at the end leaves its bar behind.
    return tuple(cell.strip() for cell in re.split(r"\s\|(?:\s|$)", f"{line} "))


def _is_head(cells: Sequence[str]) -> bool:
    return all(
        cell and len(cell) <= _LONGEST_HEAD and not re.search(r"\d", cell) and cell[0].isupper()
        for cell in cells
    )


def _told(head: str, cell: str) -> str:
    is_name = _NAME.fullmatch(cell) and all(word[0].isupper() for word in cell.split())
    # In small letters, "Phó Bí thư" is no name in a list. A colon would part the person from it.
    head = head[:1].lower() + head[1:]
    return f"{head} {ADDRESS} {cell}" if is_name else f"{head}: {cell}".strip(": ")
