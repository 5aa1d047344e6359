"""Reads a .docx: its paragraphs, rows, notes and text boxes, in the order of print."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.intake.document import CELLS, NESTED, IntakeError, Paragraph, Reading
from macros.intake.fonts import told_of_fonts
from macros.intake.lines import parted
from macros.intake.package import Package
from macros.intake.word.inline import Inline, InlineReader, NoteMark, chosen
from macros.intake.word.numbering import Numbering
from macros.intake.word.styles import Styles
from macros.intake.xml import child, children, inside, number, tag, value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.intake.document import Kind
    from macros.intake.package import Element

_BLOCKS = frozenset({"ins", "moveTo", "customXml", "smartTag", "sdtContent"})
_CONTENTS = "Table of Contents"
_HINT = "trang theo lần dàn cuối của Word, có thể lệch với bản in"


def read_docx(file: Path) -> Reading:
    """Return what a .docx says; raises IntakeError for one that cannot or must not be read."""
    with Package(file) as package:
        main = next(
            (part for kind, part in package.relations("").values() if kind == "officeDocument"), ""
        )
        root = package.xml(main) if main else None
        body = child(root, "body")
        if body is None:
            raise IntakeError(
                f"tệp “{file.name}” không phải văn bản Word",
                "mở bằng chương trình đã tạo ra nó, lưu thành .docx rồi chạy lại",
            )
        return _Reader(package, main).read(body)


class _Reader:
    """Reads the body of one document; `seen` counts what was left out or changed."""

    def __init__(self, package: Package, main: str) -> None:
        relations = package.relations(main)
        parts = dict(relations.values())

        def part(kind: str) -> Element | None:
            return package.xml(parts[kind]) if kind in parts else None

        self.seen: Counter[str] = Counter()
        self._styles = Styles(part("styles"))
        self._numbering = Numbering(part("numbering"))
        self._inline = InlineReader(self._styles, self.seen)
        self._notes = {
            (kind, value(one, "id")): one
            for kind in ("footnote", "endnote")
            for one in children(part(f"{kind}s"), kind)
        }
        self._aside = [package.xml(each) for kind, each in relations.values() if kind in _ASIDE]
        self._page = 1
        self._paged = False
        self._carried: Inline | None = None

    def read(self, body: Element) -> Reading:
        """Return the whole document."""
        self._refuse_foreign(body)
        paragraphs = [*self._blocks(body), *self._rest()]
        told = list(_told(self.seen))
        if aside := _texts_of(self._aside):
            told.append(f"bỏ đầu trang, chân trang: {'; '.join(f'“{one}”' for one in aside)}")
        if any(tag(one) == "numRestart" for one in body.iter()):
            told.append("chú thích đánh số lại theo trang hoặc phần: ở đây đánh số liền")
        if not self._paged:
            paragraphs = [replace(one, page=None) for one in paragraphs]
        return Reading(tuple(paragraphs), tuple(told), _HINT if self._paged else "")

    def _refuse_foreign(self, body: Element) -> None:
        if any(tag(one) == "altChunk" for one in body):
            remedy = "mở bằng Word, lưu lại thành .docx rồi chạy lại"
            raise IntakeError("tệp có phần nhúng từ tệp khác, chưa đọc được", remedy)

    def _blocks(self, parent: Element) -> Iterator[Paragraph]:
        for one in parent:
            name = tag(one)
            if name == "p":
                yield from self._paragraph(one)
            elif name == "tbl":
                yield from self._table(one)
            elif name == "sdt":
                gallery = value(child(one, "sdtPr", "docPartObj", "docPartGallery"))
                if gallery == _CONTENTS:
                    self.seen["toc"] += sum(tag(each) == "p" for each in one.iter())
                else:
                    yield from self._blocks(inside(one, "sdtContent"))
            elif name == "AlternateContent":
                yield from self._blocks(chosen(one))
            elif name in _BLOCKS:
                yield from self._blocks(one)

    def _paragraph(self, paragraph: Element) -> Iterator[Paragraph]:
        inline = self._carried or Inline()
        self._carried = None
        self._inline.read(paragraph, inline)
        properties = child(paragraph, "pPr", "rPr")
        if child(properties, "del") is not None or child(properties, "moveFrom") is not None:
            # Its end was deleted: it goes on in the next paragraph, and has no number of its own.
            self._carried = inline
            return
        known = self._number(paragraph, inline)
        yield from self._printed(paragraph, inline, known)

    def _number(self, paragraph: Element, inline: Inline) -> bool:
        """Put the automatic number of a paragraph before it; return whether its form is known.

        Paragraphs without text are counted too, as Word does.
        """
        listed = self._styles.numbering(paragraph)
        if listed is None:
            return True
        inline.prefix, known = self._numbering.next(*listed, self._styles.names(paragraph))
        return known

    def _printed(self, paragraph: Element, inline: Inline, known: bool) -> Iterator[Paragraph]:
        page = self._page + inline.breaks_before
        self._paged = self._paged or bool(inline.breaks)
        self._page += inline.breaks
        if inline.has_text and self._styles.is_contents(paragraph):
            self.seen["toc"] += 1
        elif inline.has_text:
            level = self._styles.level(paragraph)
            doubts = () if known else ("kiểu số tự động lạ, viết ở đây bằng chữ số",)
            yield from self._lines(inline, level, page, doubts)
        yield from self._attached(inline, page)

    def _lines(
        self, inline: Inline, level: int, page: int, doubts: tuple[str, ...]
    ) -> Iterator[Paragraph]:
        text = inline.prefix + inline.text(self.seen).lstrip()
        for line, joined in parted(text, heading=bool(level)):
            kind: Kind = "heading" if level else "text"
            yield Paragraph(line, kind, level, (), page, (*doubts, *joined), bold=inline.bold)

    def _attached(self, inline: Inline, page: int) -> Iterator[Paragraph]:
        """Yield the notes that a paragraph calls, and the text boxes that are anchored in it."""
        for note in inline.notes:
            yield from self._note(note, page)
        for box in inline.boxes:
            self.seen["txbx"] += 1
            for one in self._blocks(box):
                yield one if one.kind in ("row", "note") else replace(one, kind="box", level=0)

    def _note(self, note: NoteMark, page: int) -> Iterator[Paragraph]:
        element = self._notes.pop((note.kind, note.name), None)
        text, inner = self._joined(element) if element is not None else ("", [])
        if text:
            line = f"{note.mark} {text}" if note.mark else text
            yield Paragraph(line, "note", page=page)
        yield from inner

    def _rest(self) -> Iterator[Paragraph]:
        """Yield what a deleted end has left over at the end of the document."""
        if self._carried is not None:
            yield from self._lines(self._carried, 0, self._page, ())
            self._carried = None

    def _joined(self, parent: Element) -> tuple[str, list[Paragraph]]:
        """Return the text of a cell or a note as one line, and the notes and boxes beside it."""
        lines: list[str] = []
        beside: list[Paragraph] = []
        for one in self._blocks(parent):
            if one.kind in ("note", "box"):
                beside.append(one)
            else:
                lines.append(one.text.replace(CELLS, NESTED))
        return " ".join(" ".join(lines).split()), beside

    def _table(self, table: Element) -> Iterator[Paragraph]:
        grid = [list(_cells(row)) for row in _rows(table)]
        self.seen["del-row"] += sum(1 for row in _within(table, "tr") if _deleted(row))
        if grid and all(len(cells) <= 1 for cells in grid):
            # A frame around text, no table.
            for cells in grid:
                for cell in cells:
                    yield from self._blocks(cell)
            return
        for cells in grid:
            yield from self._row(cells)

    def _row(self, cells: list[Element]) -> Iterator[Paragraph]:
        texts: list[str] = []
        columns: list[str] = []
        beside: list[Paragraph] = []
        page = self._page
        for cell in cells:
            text, more = self._joined(cell)
            if _continues(cell):
                text = ""
            properties = child(cell, "tcPr")
            span = number(child(properties, "gridSpan")) or 1
            texts.append(text)
            columns += [text, *[""] * (min(span, 64) - 1)]
            beside += more
        if any(texts):
            line = " ".join(CELLS.join(texts).split())
            yield Paragraph(line, "row", cells=tuple(columns), page=page)
        yield from beside


_ASIDE = frozenset({"header", "footer"})


def _within(parent: Element, sought: str) -> Iterator[Element]:
    """Yield the parts of a table or a row, also those in controls and marks around them."""
    for one in parent:
        name = tag(one)
        if name == sought:
            yield one
        elif name == "sdt":
            yield from _within(inside(one, "sdtContent"), sought)
        elif name in _BLOCKS:
            yield from _within(one, sought)


def _rows(table: Element) -> Iterator[Element]:
    return (row for row in _within(table, "tr") if not _deleted(row))


def _deleted(row: Element) -> bool:
    return child(row, "trPr", "del") is not None


def _cells(row: Element) -> Iterator[Element]:
    return _within(row, "tc")


def _continues(cell: Element) -> bool:
    """Return whether a cell is the rest of one above or before it."""
    merges = (child(cell, "tcPr", "vMerge"), child(cell, "tcPr", "hMerge"))
    return any(one is not None and value(one) != "restart" for one in merges)


def _texts_of(parts: list[Element | None]) -> list[str]:
    """Return the different texts of page heads and feet, without those of digits alone."""
    found: dict[str, None] = {}
    for part in parts:
        if part is None:
            continue
        text = " ".join("".join(one.text or "" for one in part.iter() if tag(one) == "t").split())
        if text.strip(" -–0123456789"):
            found[text[:80]] = None
    return list(found)


_TOLD = {
    "toc": "bỏ mục lục tự động: {} dòng",
    "del": "bỏ {} chỗ đã xóa trong chế độ theo dõi thay đổi",
    "del-row": "bỏ {} dòng bảng đã xóa trong chế độ theo dõi thay đổi",
    "ins": "giữ {} chỗ chèn trong chế độ theo dõi thay đổi",
    "vanish": "bỏ {} chỗ chữ ẩn (không in ra)",
    "txbx": "{} hộp chữ đặt sau đoạn mà nó gắn vào",
    "picture": "{} hình, biểu đồ không có chữ đọc được: xem bản gốc",
    "object": "{} tệp nhúng không đọc: xem bản gốc",
}


def _told(seen: Counter[str]) -> Iterator[str]:
    """Yield what an editor should know of what was seen."""
    seen["del"] += seen.pop("moveFrom", 0)
    for name, words in _TOLD.items():
        if seen[name]:
            yield words.format(seen[name])
    yield from told_of_fonts(seen)
