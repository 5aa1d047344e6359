"""Reads .odt (LibreOffice): paragraphs, headings, numbered lists, notes, tables, boxes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from macros.intake.document import CELLS, NESTED, IntakeError, Paragraph, Reading
from macros.intake.fonts import in_unicode, told_of_fonts
from macros.intake.lines import parted
from macros.intake.odt_lists import Lists
from macros.intake.package import Package
from macros.intake.xml import child, children, number, tag, value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.intake.package import Element

_NOT_TEXT = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "table-of-content", "sequence-decls",
     "forms", "bibliography-source", "alphabetical-index", "illustration-index", "table-index"}
)  # fmt: skip
_INLINE = frozenset({"span", "a", "ruby", "ruby-base", "meta", "meta-field", "bookmark-ref", "date",
                     "time", "reference-ref", "sequence", "text-input"})  # fmt: skip
_REMOTE = re.compile(r"(?i)https?:|ftp:|smb:|\\\\|//|file:")


def read_odt(file: Path) -> Reading:
    """Return what an .odt says; raises IntakeError for one that cannot or must not be read."""
    with Package(file) as package:
        manifest = package.read("META-INF/manifest.xml") or b""
        if b"encryption-data" in manifest:
            remedy = "mở bằng LibreOffice, bỏ mật khẩu rồi lưu lại"
            raise IntakeError(f"tệp “{file.name}” đặt mật khẩu", remedy)
        root = package.xml("content.xml")
        body = child(root, "body", "text")
        if root is None or body is None:
            remedy = "mở bằng chương trình đã tạo ra nó, lưu thành .docx rồi chạy lại"
            raise IntakeError(f"tệp “{file.name}” không phải văn bản LibreOffice", remedy)
        _refuse_fetched(root, file.name)
        return _Reader(root, package.xml("styles.xml")).read(body)


def _refuse_fetched(root: Element, name: str) -> None:
    """Refuse what is loaded from elsewhere without a click."""
    for one in root.iter():
        target = value(one, "href")
        if target and tag(one) not in ("a", "note-ref") and _REMOTE.match(target):
            remedy = "mở bằng LibreOffice, ngắt liên kết rồi lưu lại"
            message = f"tệp “{name}” gọi nội dung từ nơi khác: “{target[:60]}”"
            raise IntakeError(message, remedy)


@dataclass
class _Line:
    """The text of a paragraph while it is read, with what is attached to it."""

    pieces: list[tuple[str, str]] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


class _Reader:
    def __init__(self, root: Element, styles: Element | None) -> None:
        parts = [each for each in (root, styles) if each is not None]
        kept = [
            one
            for part in parts
            for name in ("automatic-styles", "styles")
            for one in children(part, name)
        ]
        self._styles = {
            value(one, "name"): one for part in reversed(kept) for one in children(part, "style")
        }
        self._lists = Lists(one for part in kept for one in children(part, "list-style"))
        self._seen: Counter[str] = Counter()
        self._page = 1

    def read(self, body: Element) -> Reading:
        paragraphs = list(self._blocks(body))
        told = [words.format(self._seen[name]) for name, words in _TOLD.items() if self._seen[name]]
        told += told_of_fonts(self._seen)
        if self._page == 1:
            paragraphs = [replace(one, page=None) for one in paragraphs]
        pages = "trang theo lần dàn cuối của LibreOffice" if self._page > 1 else ""
        return Reading(tuple(paragraphs), tuple(told), pages)

    def _blocks(self, parent: Element, prefix: str = "") -> Iterator[Paragraph]:
        """Yield the paragraphs in an element; `prefix` is the number of a list's item."""
        for one in parent:
            name = tag(one)
            if name in _NOT_TEXT:
                self._seen[name] += 1
            elif name in ("p", "h"):
                yield from self._paragraph(one, prefix)
                prefix = ""
            elif name == "list":
                yield from self._list(one)
            elif name == "table":
                yield from self._table(one)
            elif name == "soft-page-break":
                self._page += 1
            elif name in ("section", "index-body", "text-box", "list-header", "frame"):
                yield from self._blocks(one, prefix)

    def _list(self, element: Element) -> Iterator[Paragraph]:
        goes_on = value(element, "continue-numbering") == "true" or value(element, "continue-list")
        self._lists.enter(value(element, "style-name"), goes_on=bool(goes_on))
        for item in element:
            shown = tag(item) == "list-item" and any(tag(one) in ("p", "h") for one in item)
            prefix = self._lists.next(number(item, "start-value")) if shown else ""
            yield from self._blocks(item, prefix)
        self._lists.leave()

    def _paragraph(self, element: Element, prefix: str) -> Iterator[Paragraph]:
        line = _Line()
        page = self._page
        self._walk(element, self._font(element, ""), line)
        text = in_unicode(line.pieces, self._seen).strip()
        level = (number(element, "outline-level") or 1) if tag(element) == "h" else 0
        if text:
            for each, doubts in parted(prefix + text, heading=bool(level)):
                kind = "heading" if level else "text"
                yield Paragraph(each, kind, level, (), page, doubts)  # type: ignore[arg-type]
        yield from self._attached(line, page)

    def _attached(self, line: _Line, page: int) -> Iterator[Paragraph]:
        for note in line.notes:
            text, beside = self._joined(child(note, "note-body"))
            if text:
                yield Paragraph(f"{_mark(note)} {text}", "note", page=page)
            yield from beside
        for box in line.boxes:
            for one in self._blocks(box):
                yield one if one.kind in ("row", "note") else replace(one, kind="box", level=0)

    def _font(self, element: Element, inherited: str) -> str:
        name = value(element, "style-name")
        for _ in range(20):
            style = self._styles.get(name)
            if style is None:
                break
            properties = child(style, "text-properties")
            font = value(properties, "font-name") or value(properties, "font-family")
            if font:
                return font.strip("'")
            name = value(style, "parent-style-name")
        return inherited

    def _walk(self, parent: Element, font: str, line: _Line) -> None:
        line.pieces.append((parent.text or "", font))
        for one in parent:
            self._part(one, font, line)
            line.pieces.append((one.tail or "", font))

    def _part(self, one: Element, font: str, line: _Line) -> None:
        name = tag(one)
        if name == "s" or name == "tab":
            line.pieces.append((" ", font))
        elif name == "line-break":
            line.pieces.append(("\n", font))
        elif name == "soft-page-break":
            self._page += 1
        elif name == "note":
            line.pieces.append((_mark(one), ""))
            line.notes.append(one)
        elif name in ("frame", "custom-shape"):
            boxes = [each for each in one if tag(each) == "text-box"] or (
                [one] if name == "custom-shape" else []
            )
            line.boxes += boxes
            self._seen["picture"] += not boxes
        elif name in _INLINE:
            self._walk(one, self._font(one, font), line)
        elif name in _NOT_TEXT:
            self._seen[name] += 1

    def _joined(self, parent: Element) -> tuple[str, list[Paragraph]]:
        """Return the text of a cell or a note as one line, and the notes and boxes beside it."""
        found = list(self._blocks(parent)) if parent is not None else []
        beside = [one for one in found if one.kind in ("note", "box")]
        lines = [one.text.replace(CELLS, NESTED) for one in found if one not in beside]
        return " ".join(" ".join(lines).split()), beside

    def _table(self, table: Element) -> Iterator[Paragraph]:
        for one in table:
            name = tag(one)
            if name == "table-row":
                yield from self._row(one)
            elif name in ("table-header-rows", "table-rows", "table-row-group"):
                yield from self._table(one)
            elif name == "soft-page-break":
                self._page += 1

    def _row(self, row: Element) -> Iterator[Paragraph]:
        texts: list[str] = []
        columns: list[str] = []
        beside: list[Paragraph] = []
        covered = 0
        for cell in row:
            if tag(cell) not in ("table-cell", "covered-table-cell"):
                continue
            text, more = self._joined(cell)
            times = min(number(cell, "number-columns-repeated") or 1, 64)
            columns += [text] * times
            beside += more
            if tag(cell) == "covered-table-cell" and covered:
                covered -= times
            else:
                texts += [text] * times
                covered = (number(cell, "number-columns-spanned") or 1) - 1
        if any(texts):
            line = " ".join(CELLS.join(texts).split())
            yield Paragraph(line, "row", cells=tuple(columns), page=self._page)
        yield from beside


def _mark(note: Element) -> str:
    """Return the printed mark of a note, in brackets."""
    cited = child(note, "note-citation")
    return f"({''.join(cited.itertext()).strip() if cited is not None else '*'})"


_TOLD = {
    "table-of-content": "bỏ {} mục lục tự động",
    "tracked-changes": "bỏ những chỗ đã xóa trong chế độ theo dõi thay đổi",
    "annotation": "bỏ {} lời bình",
    "picture": "{} hình, biểu đồ không có chữ đọc được: xem bản gốc",
}
