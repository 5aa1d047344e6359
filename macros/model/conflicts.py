"""Contradictions between sources, and their sides."""

from __future__ import annotations

from macros.model.base import Record, field
from macros.model.scalars import Citations, FactReference, Flag, Id, Line


class Claim(Record):
    """One side of a contradiction: a fact, or a few words with a citation."""

    fact: FactReference | None = field("Dữ kiện", "Mã dữ kiện (không gõ lại giá trị).", None)
    statement: Line | None = field("Nội dung", "Vài lời, khi không có dữ kiện.", None)
    cite: Citations | None = field("Nguồn", "Nguồn của nội dung gõ tay.", None)
    shown: Flag = field("Được hiện", "true cho giá trị hiện ở nơi khác; đúng một mục.", False)


class Conflict(Record):
    """A contradiction between sources, or passages of one source; always shown to readers."""

    id: Id = field("Mã", "Mã mâu thuẫn, duy nhất trong tổ chức.")
    topic: Line = field("Về việc", "Mâu thuẫn về điều gì.")
    claims: tuple[Claim, ...] = field("Các bên", "Ít nhất hai mục.", min_length=2)
    note: Line = field("Nhận xét", "Lời trung tính: người đọc nên hiểu thế nào.")
