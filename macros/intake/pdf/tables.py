"""Tables that are ruled: their cells, row by row; other words of the page stay for the lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.intake.document import CELLS, Paragraph
from macros.intake.pdf.lines import Word, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


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


def whole_rows(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with each row whole that a page ended in the middle of."""
    found: list[Paragraph] = []
    for one in paragraphs:
        if found and _goes_on(one, found[-1]):
            pairs = zip(found[-1].cells, one.cells, strict=True)
            cells = tuple(" ".join(filter(None, pair)) for pair in pairs)
            found[-1] = replace(found[-1], text=CELLS.join(cells), cells=cells)
        else:
            found.append(one)
    return found


def _goes_on(row: Paragraph, before: Paragraph) -> bool:
    """Return whether a row is the rest of the one before: one cell, which begins no sentence.

    A row with one cell may also be a heading within the table; that begins with a capital letter or
    a number.
    """
    filled = [cell for cell in row.cells if cell]
    turned = row.kind == before.kind == "row" and (row.page or 0) == (before.page or 0) + 1
    alike = turned and len(row.cells) == len(before.cells) > 1 and len(filled) == 1
    return alike and bool(before.cells[row.cells.index(filled[0])]) and _is_rest(filled[0])


def _is_rest(text: str) -> bool:
    return text.startswith("(") or text[:1].islower()
