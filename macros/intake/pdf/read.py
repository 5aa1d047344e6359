"""A PDF with text to a reading."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from macros.intake.document import CELLS, Paragraph, Reading
from macros.intake.fonts import in_unicode, told_of_fonts
from macros.intake.pdf.furniture import Page, without_furniture
from macros.intake.pdf.lines import Line, Word, lines_of
from macros.intake.pdf.notes import Note, Notes
from macros.intake.pdf.reflow import Column, begins, joined
from macros.intake.pdf.tables import Ruled, cell_pieces, ruled, whole_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CONTENTS = re.compile(r"[.…_]{5,}\s*\d+\s*$|(?:\.\s){5,}\d+\s*$")
_LEAST_RULES = 4
"""Lines and frames of a page: fewer are no table, which takes long to look for."""
_MARK = re.compile(r"\((\d{1,3})\)")


class PdfReader:
    """Collects the pages of one PDF, and reads them as a whole."""

    def __init__(self) -> None:
        self._pages: list[Page] = []
        self._tables: dict[int, list[Ruled]] = {}
        self._seen: Counter[str] = Counter()

    def add(self, page: Any) -> int:
        """Take a page of pdfplumber in; return how many letters it has."""
        found = page.extract_words(
            x_tolerance_ratio=0.18,
            y_tolerance=2,
            return_chars=True,
            keep_blank_chars=False,
            extra_attrs=["fontname", "size"],
        )
        words = [Word.of(one) for one in found if one["upright"]]
        self._seen["turned"] += len(found) - len(words)
        drawn = len(page.lines) + len(page.rects) + len(page.curves)
        tables, rest = ruled(page, words) if drawn >= _LEAST_RULES else ([], words)
        rules = [
            (one["top"], one["x0"], one["x1"])
            for one in (*page.lines, *page.rects)
            if one["height"] < 3 and 40 < one["width"] < 0.6 * page.width
        ]
        self.add_words(rest, page.height, tables, rules)
        return sum(len(one.text) for one in words)

    def add_words(
        self,
        words: Sequence[Word],
        height: float,
        tables: Sequence[Ruled] = (),
        rules: Sequence[tuple[float, float, float]] = (),
    ) -> None:
        """Take a page in: its words beside its tables, and short rules (y, x0, x1), in points."""
        index = len(self._pages) + 1
        self._tables[index] = list(tables)
        self._pages.append(Page(index, lines_of(words, index), height, rules=list(rules)))

    def read(self) -> Reading:
        """Return the whole document."""
        taken = without_furniture(self._pages)
        size = _body_size(self._pages)
        notes = Notes(size)
        for page in self._pages:
            page.lines = [one for one in page.lines if not self._is_contents(one)]
            notes.take(page)
        lines = [line for page in self._pages for line in page.lines]
        paragraphs = whole_rows(self._paragraphs(lines, notes.found))
        told = [f"bỏ đầu trang, chân trang: {'; '.join(f'“{one[:80]}”' for one in taken)}"] * bool(
            taken
        )
        if self._seen["contents"]:
            told.append(f"bỏ mục lục: {self._seen['contents']} dòng")
        if self._seen["turned"]:
            told.append(f"{self._seen['turned']} từ in xoay ngang chưa đọc: xem bản gốc")
        printed = any(page.printed is not None for page in self._pages)
        pages = "số trang in trên trang" if printed else "trang đếm từ đầu tệp PDF"
        return Reading(tuple(paragraphs), (*told, *told_of_fonts(self._seen)), pages)

    def _is_contents(self, line: Line) -> bool:
        found = bool(_CONTENTS.search(line.text))
        self._seen["contents"] += found
        return found

    def _number(self, index: int) -> int:
        page = self._pages[index - 1]
        return index if page.printed is None else page.printed

    def _paragraphs(self, lines: Sequence[Line], notes: list[Note]) -> Iterator[Paragraph]:
        plain = [line for line in lines if len(line.cells) == 1]
        column = Column.of(plain or lines) if lines else Column(0, 0, 0, 0)
        waiting = list(notes)
        for group in self._groups(lines, column):
            if isinstance(group, Ruled):
                yield from self._rows(group)
                continue
            text = in_unicode(joined(group), self._seen)
            page = self._number(group[0].page)
            doubts = ("có chữ không đọc được mã",) if "(cid:" in text else ()
            if len(group[0].cells) > 1:
                cells = tuple(" ".join(one.split()) for one in text.split(CELLS))
                yield Paragraph(text, "row", 0, cells, page, ("chia cột theo khoảng trống",))
            else:
                bold = all(line.bold for line in group)
                yield Paragraph(text, page=page, doubts=doubts, bold=bold)
            marks = {int(found[1]) for found in _MARK.finditer(text)}
            called = [
                one for one in waiting if one.number in marks and one.page <= group[-1].page + 1
            ]
            for note in called:
                waiting.remove(note)
                yield self._note(note)
        for note in waiting:
            yield self._note(note, ("không thấy chỗ gọi chú thích này",))

    def _groups(self, lines: Sequence[Line], column: Column) -> Iterator[list[Line] | Ruled]:
        """Yield the lines of each paragraph, and the tables between them."""
        tables = [(page, one) for page, listed in self._tables.items() for one in listed]
        group: list[Line] = []
        for line in lines:
            before = [one for one in tables if (one[0], one[1].top) < (line.page, line.top)]
            if before and group:
                yield group
                group = []
            for one in before:
                tables.remove(one)
                yield one[1]
            if group and begins(line, group[-1], column):
                yield group
                group = []
            group.append(line)
        if group:
            yield group
        yield from (table for _, table in tables)

    def _rows(self, table: Ruled) -> Iterator[Paragraph]:
        page = next(p for p, listed in self._tables.items() if table in listed)
        for row in table.rows:
            texts = [
                " ".join(in_unicode(cell_pieces(cell, page), self._seen).split())
                for cell in row.cells
            ]
            if any(texts):
                line = " ".join(CELLS.join(texts).split())
                yield Paragraph(line, "row", cells=tuple(texts), page=self._number(page))

    def _note(self, note: Note, doubts: tuple[str, ...] = ()) -> Paragraph:
        text = in_unicode(joined(note.lines), self._seen)
        bare = re.sub(rf"^\s*[(\[]?{note.number}[)\].]?\s*", "", text, count=1)
        page = self._number(note.page)
        return Paragraph(f"({note.number}) {bare}", "note", page=page, doubts=doubts)


def _body_size(pages: Sequence[Page]) -> float:
    """Return the size of most letters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
