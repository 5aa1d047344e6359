"""Memberships in the rows of tables and the items of lists: “Lê An | Bí thư | 1961 - 1963”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.drafting.people import Named, names_in
from macros.drafting.reading import days_in
from macros.drafting.tables import is_item, list_head, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.drafting.congresses import Held
    from macros.drafting.reading import Reading
    from macros.drafting.tables import Row, Table
    from macros.drafting.titles import Title, Titles

_NAMES = re.compile(
    r"^(?:họ (?:và |, )?tên|họ tên|tên|người giữ(?: chức)?|đồng chí)", re.IGNORECASE
)
_POSTS = re.compile(r"^(?:chức|cương vị|nhiệm vụ|phân công)", re.IGNORECASE)
_TIMES = re.compile(r"^(?:thời gian|thời kỳ|năm|nhiệm kỳ|từ)", re.IGNORECASE)
_SPAN = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")
_SINCE = re.compile(r"\btừ(?: ngày| tháng| năm)?\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"(?:\b(?:đến|thôi)\b[^,;]*)$", re.IGNORECASE)


class InRow(NamedTuple):
    """A post of a person in a row: the heading that names the post or congress, the days printed.

    `since` and `until` are EDTF points, "" where the row prints none. `head` and `caption` are
    paragraphs, 0 for none.
    """

    paragraph: int
    person: Named
    title: Title
    since: str
    until: str
    head: int
    caption: int


def rows_of(reading: Reading, titles: Titles) -> Iterator[InRow]:
    """Yield the posts that the tables and lists of a source tell, in the order of the source."""
    for table in tables_of(reading):
        for row in table.rows:
            yield from _of_row(titles, table, row)
    for number, line in enumerate(reading.lines, start=1):
        if "|" not in line and is_item(line):
            yield from _of_item(reading, titles, number)


def _of_row(titles: Titles, table: Table, row: Row) -> Iterator[InRow]:
    cells = list(row.cells.items())
    person = next(
        (one for name, cell in cells if _NAMES.match(name) for one in names_in(cell)), None
    )
    times = " ".join(cell for name, cell in cells if _TIMES.match(name))
    since, until = span_of(times)
    for name, cell in cells:
        if _POSTS.match(name) and person:
            for title in titles.in_sentence(cell):
                yield InRow(row.paragraph, person, title, since, until, table.head, table.caption)
        elif not _NAMES.match(name) and (heads := titles.in_sentence(name.capitalize())):
            # A column of people under the name of a post.
            for one in names_in(cell):
                yield InRow(row.paragraph, one, heads[0], since, until, table.head, table.caption)
        elif person and not _TIMES.match(name):
            yield from _noted(titles, table, row, person, cell)


def _noted(titles: Titles, table: Table, row: Row, person: Named, cell: str) -> Iterator[InRow]:
    """Yield what a remark tells: “Bí thư từ 25/02/2022”."""
    for title in titles.in_sentence(cell):
        for day in days_in(cell):
            if day.start >= title.end and _SINCE.search(cell[title.end : day.start]):
                yield InRow(
                    row.paragraph, person, title, day.edtf[0], "", table.head, table.caption
                )


def _of_item(reading: Reading, titles: Titles, number: int) -> Iterator[InRow]:
    """Yield who held the post that the line above a list names: “Nguyễn Văn An: 1961 - 1963”."""
    head = list_head(reading, number)
    line, printed = reading.lines[number - 1], reading.printed[number - 1]
    if not head or titles.in_sentence(line):
        return
    named = titles.in_sentence(reading.lines[head - 1])
    since, until = span_of(line)
    for one in names_in(line, printed)[:1]:
        if since and len({title.core for title in named}) == 1:
            yield InRow(number, one, named[0], since, until, 0, head)


def span_of(text: str) -> tuple[str, str]:
    """Return the first and the last point of the time that a text prints, "" for none."""
    found = [day.edtf for day in days_in(f"từ {text.strip(' -–:()')}") or days_in(text)]
    if not found or len(found[0]) != 1 or not _SPAN.fullmatch(found[0][0]):
        return "", ""
    first, _, last = found[0][0].partition("/")
    return first, last


def rows_told(reading: Reading, held: Sequence[Held]) -> list[int]:
    """Return the paragraphs of rows whose numbers are those of congresses, or number people."""
    found = [one.paragraph for one in held if one.head]
    for table in tables_of(reading):
        for row in table.rows:
            if any(_NAMES.match(name) and names_in(cell) for name, cell in row.cells.items()):
                found.append(row.paragraph)
    return found
