"""Abbreviations and terms."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Record, field
from macros.model.codes import ENTRY_KINDS
from macros.model.contract import EDITORS, MATCHING
from macros.model.scalars import Flag, Line


class Abbreviation(Record):
    """An abbreviation with its expansion, or a term (`data/abbreviations.yml`)."""

    kind: Annotated[str, ENTRY_KINDS] = field(
        "Loại",
        f"{ENTRY_KINDS.help}.",
        "abbreviation",
        held=EDITORS,
        column="abbreviations.kind",
    )
    short: Line = field(
        "Viết tắt", "Chữ viết tắt, hoặc thuật ngữ.", held=EDITORS, column="abbreviations.short"
    )
    full: Line = field(
        "Đầy đủ",
        "Viết đầy đủ; với thuật ngữ là lời giải nghĩa.",
        held=EDITORS,
        column="abbreviations.full",
    )
    match: Flag = field(
        "Thay khi đối chiếu",
        "false: khi đối chiếu thì để nguyên, vì chữ có hai nghĩa hoặc chỉ ở trong ký hiệu.",
        True,
        held=EDITORS,
        column=MATCHING,
        shown=MATCHING,
    )
    note: Line | None = field(
        "Giải thích", "Giải thích thêm.", None, held=EDITORS, column="abbreviations.note"
    )
