"""Contradictions between sources, and their sides."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Record, field, parts
from macros.model.contract import EDITORS, STRUCTURAL, Cited, Not
from macros.model.scalars import Citations, FactReference, Flag, Id, Line
from macros.model.statement_codes import CONFLICT_KINDS


class Claim(Record):
    """One side of a contradiction: a fact, or a few words with a citation."""

    fact: FactReference | None = field(
        "Dữ kiện",
        "Mã dữ kiện (không gõ lại giá trị).",
        None,
        held=STRUCTURAL,
        column="conflicts.fact_id",
    )
    statement: Line | None = field(
        "Nội dung",
        "Vài lời, khi không có dữ kiện.",
        None,
        held=Not("lời tóm một bên, thường là số tính ra; đoạn được dẫn cho người đọc tự so"),
        column="conflicts.value",
    )
    cite: Citations | None = field(
        "Nguồn", "Nguồn của nội dung gõ tay.", None, held=Cited(), column="conflicts.source"
    )
    shown: Flag = field(
        "Được hiện",
        "true cho giá trị hiện ở nơi khác; đúng một mục.",
        False,
        held=EDITORS,
        column="conflicts.shown",
    )


class Conflict(Record):
    """Passages, of several sources or one, that do not agree; always shown to readers.

    A contradiction cannot be true on both sides; of a tension both sides can be.
    """

    id: Id = field(
        "Mã",
        "Mã mâu thuẫn, duy nhất trong tổ chức.",
        held=STRUCTURAL,
        column="conflicts.conflict_id",
        shown=Not("mã nằm trong địa chỉ của mâu thuẫn"),
    )
    kind: Annotated[str, CONFLICT_KINDS] = field(
        "Loại", f"{CONFLICT_KINDS.help}.", held=EDITORS, column="conflicts.kind"
    )
    topic: Line = field("Về việc", "Mâu thuẫn về điều gì.", held=EDITORS, column="conflicts.topic")
    claims: tuple[Claim, ...] = parts("Các bên", "Ít nhất hai mục.", min_length=2)
    note: Line = field(
        "Nhận xét",
        "Lời trung tính: người đọc nên hiểu thế nào.",
        held=EDITORS,
        column="conflicts.note",
    )
