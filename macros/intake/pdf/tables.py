"""Tables that are ruled: their cells, row by row; other words of the page stay for the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from macros.intake.pdf.lines import Word, lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence


class Row(NamedTuple):
    """A row of a table: the words of each cell of its grid, and its upper edge."""

    cells: list[list[Word]]
    top: float


class Ruled(NamedTuple):
    """A table of a page: its rows, upper and lower edge, and width of its grid in columns."""

    rows: list[Row]
    top: float
    bottom: float
    columns: int


def ruled(page: Any, words: Sequence[Word]) -> tuple[list[Ruled], list[Word]]:
    """Return the ruled tables of a page of pdfplumber, and the words that stand in none."""
    tables: list[Ruled] = []
    rest = list(words)
    for table in page.find_tables():
        x0, top, x1, bottom = table.bbox
        columns = max((len(row.cells) for row in table.rows), default=0)
        inside = [one for one in rest if _in(one, (x0 - 1, top - 1, x1 + 1, bottom + 1))]
        if columns < 2 or not inside:
            continue
        rows = [
            Row([[w for w in inside if cell and _in(w, cell)] for cell in row.cells], row.bbox[1])
            for row in table.rows
        ]
        if sum(any(cell for cell in row.cells) for row in rows) < 1:
            continue
        held = {id(word) for row in rows for cell in row.cells for word in cell}
        rest = [word for word in rest if id(word) not in held]
        tables.append(Ruled(rows, top, bottom, columns))
    return tables, rest


def _in(word: Word, box: tuple[float, float, float, float]) -> bool:
    """Return whether the middle of a word is in a box."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def cell_pieces(words: Sequence[Word], page: int) -> list[tuple[str, str]]:
    """Return the pieces of text of a cell, its lines joined."""
    found: list[tuple[str, str]] = []
    for line in lines_of(words, page):
        found += [(" ", "")] if found else []
        found += line.pieces()
    return found
