"""Reads the cells of an .xlsx or a .csv; refuses formulas and what no list of people holds."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence  # a named tuple needs it
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from macros.intake.document import IntakeError
from macros.intake.package import Package
from macros.intake.plain import decode
from macros.intake.xml import child, children, tag, value
from macros.text.conversion import by_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.intake.package import Element

MAX_ROWS, MAX_COLUMNS, MAX_CELL = 5_000, 200, 2_000
"""More than any list of a committee has; a cell in characters."""
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_FORMULA = re.compile(r"\s*(?:=|@\w|[+-]\s*[A-Za-z(])")
_DATE_FORMAT = re.compile(r"(?i)[dy]|(?<![a-z\]])m+(?![a-z])")
_LAST_DAY = 80_000
_BUILT_IN_DATES = frozenset({14, 15, 16, 17, 22, 27, 30, 36, 50, 57})
_SAVE = "mở bằng Excel, lưu thành .xlsx (không macro, không mật khẩu) rồi chạy lại"
_VALUES = "trong Excel chép cả bảng, dán lại bằng Paste Special > Values rồi lưu"


class Cell(NamedTuple):
    """A cell: its text, the day if Excel keeps it as one, and whether it is a bare number."""

    text: str = ""
    day: date | None = None
    number: bool = False


Row: TypeAlias = "tuple[int, list[Cell]]"
"""The number of a row in its file, from 1, and its cells."""


def read_rows(file: Path) -> list[Row]:
    """Return the rows of the first sheet that have a text; raises IntakeError."""
    suffix = file.suffix.lower()
    if not file.name:
        raise IntakeError("thiếu FILE", "ghi đường dẫn đến bảng: FILE=danh-sach.xlsx")
    if not file.is_file():
        raise IntakeError(f"không có tệp “{file}”", "ghi đường dẫn đến bảng: FILE=danh-sach.xlsx")
    if suffix not in (".xlsx", ".csv"):
        raise IntakeError(
            f"“{file.name}” không phải .xlsx hay .csv", "lưu thành .xlsx rồi chạy lại"
        )
    rows = list(_limited(_from_xlsx(file) if suffix == ".xlsx" else _from_csv(file), file.name))
    if not rows:
        raise IntakeError(f"tệp “{file.name}” không có ô nào có chữ", "kiểm tra lại tệp")
    return _in_unicode(rows)


def _limited(rows: Iterator[Row], name: str) -> Iterator[Row]:
    for count, (number, cells) in enumerate(rows):
        if count >= MAX_ROWS:
            raise IntakeError(f"tệp “{name}” có quá {MAX_ROWS} dòng", "tách thành nhiều bảng")
        if len(cells) > MAX_COLUMNS:
            raise IntakeError(f"tệp “{name}” có quá {MAX_COLUMNS} cột", "xóa các cột thừa")
        if any(len(one.text) > MAX_CELL for one in cells):
            message = f"tệp “{name}”, dòng {number}: một ô dài quá {MAX_CELL} ký tự"
            raise IntakeError(message, "rút ngắn hoặc xóa ô ấy")
        if any(one.text for one in cells):
            yield number, cells


def _in_unicode(rows: list[Row]) -> list[Row]:
    """Return the rows with texts of old encodings turned, where that is sure."""
    texts = [cell.text for _, cells in rows for cell in cells]
    converted = iter(by_text(texts))
    return [
        (
            number,
            [
                cell._replace(text=one.text) if (one := next(converted)).sure else cell
                for cell in cells
            ],
        )
        for number, cells in rows
    ]


def _from_csv(file: Path) -> Iterator[Row]:
    data = file.read_bytes()[: 16 * 1024 * 1024]
    text, _ = decode(data, file.name)
    lines = text.splitlines()
    head = "\n".join(lines[:20])
    delimiter = max(";,\t", key=head.count)
    try:
        for number, cells in enumerate(csv.reader(lines, delimiter=delimiter), start=1):
            for cell in cells:
                if _FORMULA.match(cell):
                    _refuse_formula(file.name, f"dòng {number}")
            yield number, [Cell(" ".join(cell.split())) for cell in cells]
    except csv.Error as error:
        raise IntakeError(f"tệp “{file.name}” không đọc được như một bảng", _SAVE) from error


def _refuse_formula(name: str, where: str) -> None:
    raise IntakeError(f"tệp “{name}”, {where}: ô là công thức", _VALUES)


def _from_xlsx(file: Path) -> Iterator[Row]:
    try:
        with Package(file) as package:
            yield from _sheet(package, file.name)
    except IntakeError as error:
        remedy = error.remedy.replace("Word", "Excel").replace(".docx", ".xlsx")
        raise IntakeError(error.message, remedy) from None


def _sheet(package: Package, name: str) -> Iterator[Row]:
    book = package.xml("xl/workbook.xml")
    shown = [
        one for one in children(child(book, "sheets"), "sheet")
        if value(one, "state") in ("", "visible")
    ]  # fmt: skip
    relations = package.relations("xl/workbook.xml")
    targets = [relations.get(_relation(one), ("", ""))[1] for one in shown]
    sheets = [package.xml(target) if target else None for target in targets]
    sheet = sheets[0] if sheets else None
    if sheet is None:
        raise IntakeError(f"tệp “{name}” không phải bảng Excel", _SAVE)
    # Those that follow are mostly empty; what is in one must not be lost without a word.
    if any(_is_filled(one) for one in sheets[1:]):
        remedy = "chép mỗi trang tính ra một tệp rồi đưa từng tệp"
        raise IntakeError(f"tệp “{name}” có hơn một trang tính có chữ", remedy)
    strings = children(package.xml("xl/sharedStrings.xml"), "si")
    from_1904 = value(child(book, "workbookPr"), "date1904") in ("1", "true")
    reader = _CellReader(
        tuple(_text(one) for one in strings),
        _date_styles(package.xml("xl/styles.xml")),
        date(1904, 1, 1) if from_1904 else date(1899, 12, 30),
    )
    for count, row in enumerate(children(child(sheet, "sheetData"), "row")):
        if count > MAX_ROWS:
            raise IntakeError(f"tệp “{name}” có quá {MAX_ROWS} dòng", "tách thành nhiều bảng")
        yield _row(row, reader, name)


def _is_filled(sheet: Element | None) -> bool:
    cells = sheet.iter() if sheet is not None else ()
    return any(tag(one) in ("v", "is") for one in cells)


def _row(row: Element, reader: _CellReader, name: str) -> Row:
    cells: list[Cell] = []
    number = 0
    for one in children(row, "c"):
        found = _REFERENCE.fullmatch(value(one, "r"))
        if found is None or (column := _column(found[1])) > MAX_COLUMNS:
            raise IntakeError(f"tệp “{name}” có quá {MAX_COLUMNS} cột", "xóa các cột thừa")
        number = int(found[2])
        if child(one, "f") is not None:
            _refuse_formula(name, f"ô {found[0]}")
        cells += [Cell()] * (column - 1 - len(cells))
        cells.append(reader.read(one))
    return number, cells


def _relation(sheet: Element) -> str:
    """Return the id of a sheet's relation; its `sheetId` is another."""
    return next((str(v) for k, v in sheet.items() if str(k).endswith("}id")), "")


def _column(letters: str) -> int:
    number = 0
    for one in letters:
        number = number * 26 + ord(one) - 64
    return number


def _text(element: Element | None) -> str:
    """Return the text of a string without the readings that Asian Excel keeps beside it."""
    if element is None:
        return ""
    parts = [
        str(one.text or "")
        for one in element.iter()
        if tag(one) == "t" and tag(one.getparent()) != "rPh"
    ]
    return " ".join("".join(parts).split())


class _CellReader(NamedTuple):
    """What the cells of a file need: its strings, which styles show a day, its first day."""

    strings: Sequence[str]
    dates: frozenset[int]
    epoch: date

    def read(self, element: Element) -> Cell:
        """Return a cell."""
        kind = value(element, "t")
        if kind == "inlineStr":
            return Cell(_text(child(element, "is")))
        held = child(element, "v")
        typed = str(held.text or "").strip() if held is not None else ""
        if kind == "s":
            at = int(typed) if typed.isdecimal() and len(typed) < 9 else -1
            return Cell(self.strings[at] if 0 <= at < len(self.strings) else "")
        if kind == "str":
            return Cell(" ".join(typed.split()))
        if kind == "d":
            return _day(typed)
        # “n” is what a cell without a type is: most programs write neither, some write it.
        return self._number(typed, value(element, "s")) if typed and kind in ("", "n") else Cell()

    def _number(self, typed: str, style: str) -> Cell:
        try:
            number = float(typed)
        except ValueError:
            return Cell(typed)
        if not abs(number) < 1e15:
            return Cell(typed, number=True)
        if style.isdecimal() and int(style) in self.dates and 0 < number < _LAST_DAY:
            day = self.epoch + timedelta(days=int(number))
            return Cell(day.isoformat(), day)
        return Cell(str(int(number)) if number == int(number) else typed, number=True)


def _day(typed: str) -> Cell:
    """Return the cell of a day as ISO 8601 writes it, with or without a time."""
    try:
        day = date.fromisoformat(typed[:10])
    except ValueError:
        return Cell(typed)
    return Cell(day.isoformat(), day)


def _date_styles(styles: Element | None) -> frozenset[int]:
    """Return the numbers of the styles that show a number as a day."""
    formats = {
        value(one, "numFmtId"): value(one, "formatCode")
        for one in children(child(styles, "numFmts"), "numFmt")
    }
    found = set()
    for at, one in enumerate(children(child(styles, "cellXfs"), "xf")):
        number = value(one, "numFmtId")
        if number in formats:
            plain = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", formats[number])
            is_date = bool(_DATE_FORMAT.search(plain))
        else:
            is_date = number.isdecimal() and int(number) in _BUILT_IN_DATES
        if is_date:
            found.add(at)
    return frozenset(found)
