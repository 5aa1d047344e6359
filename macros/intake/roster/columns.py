"""Which column of a list says what, by its Vietnamese heading, with or without marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.intake.document import IntakeError
from macros.text.vietnamese import alike

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from macros.intake.roster.sheet import Cell, Row

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("ho ten", "ho va ten", "ten", "ho va ten khai sinh", "ten can bo", "ho ten can bo"),
    "first": ("ho", "ho dem", "ho va ten dem", "ho lot"),
    "id": ("ma", "ma nhan vat", "ma nguoi"),
    "post": ("chuc vu", "chuc danh", "nhiem vu", "chuc vu dang", "chuc vu dam nhiem"),
    "start": ("tu", "tu ngay", "tu thang", "tu nam", "bat dau", "ngay bat dau", "nhan chuc",
              "ngay nhan", "tu ngay thang nam"),
    "end": ("den", "den ngay", "den thang", "den nam", "ket thuc", "ngay ket thuc", "thoi chuc",
            "ngay thoi", "den ngay thang nam"),
    "span": ("thoi gian", "giai doan", "thoi gian giu chuc", "nhiem ky", "thoi gian dam nhiem"),
    "note": ("ghi chu", "chu thich"),
    "cite": ("nguon", "doan", "trich dan"),
}  # fmt: skip
_NUMBERS = frozenset({"stt", "tt", "so tt", "so thu tu"})
_TOTAL = re.compile(r"(?:tong )?cong\b|tong so\b")
_DEEPEST = 30


class Table(NamedTuple):
    """A list: the cells of each row by what their column says, with the row's number.

    `left_out` are headings of columns that are not used.
    """

    rows: tuple[tuple[int, Mapping[str, Cell]], ...]
    left_out: tuple[str, ...]


def plain(text: str) -> str:
    """Return a heading without marks, case and punctuation."""
    return " ".join(re.sub(r"[^\w]+", " ", alike(text)).split())


def as_table(rows: Sequence[Row], name: str) -> Table:
    """Return the rows below the headings; raises IntakeError if no row is one of headings."""
    for at, (_, cells) in enumerate(rows[:_DEEPEST]):
        found = _columns(cells)
        if "name" in found.values() and len(set(found.values())) > 1:
            used = tuple(
                (number, {found[i]: cell for i, cell in enumerate(row) if i in found})
                for number, row in rows[at + 1 :]
                if not _is_total(row)
            )
            left = [
                cell.text
                for i, cell in enumerate(cells)
                if cell.text and i not in found and plain(cell.text) not in _NUMBERS
            ]
            return Table(used, tuple(left))
    raise IntakeError(
        f"tệp “{name}” không có dòng tên cột",
        "ghi tên cột ở một dòng: Họ và tên, Chức danh, Từ, Đến, Ghi chú",
    )


def _columns(cells: Sequence[Cell]) -> dict[int, str]:
    found: dict[int, str] = {}
    for at, cell in enumerate(cells):
        heading = plain(cell.text)
        meant = next((key for key, words in _HEADINGS.items() if heading in words), "")
        if meant and meant not in found.values():
            found[at] = meant
    return found


def _is_total(row: Sequence[Cell]) -> bool:
    texts = [plain(cell.text) for cell in row if cell.text]
    return not texts or bool(_TOTAL.match(texts[0]))
