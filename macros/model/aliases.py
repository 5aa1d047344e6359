"""Aliases: other names than the real one, of people in secrecy, of party cells, of areas at war."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Fact, field
from macros.model.codes import ALIAS_KINDS
from macros.model.contract import Coded, Name, OnDate
from macros.model.scalars import Date, Line


class Alias(Fact):
    """A name that a person or an organization had for a time, or was called by.

    Its id is unique among the facts of the person or the organization. Without dates it is unknown
    when the name was in use. Several people or organizations may have had the same alias.
    """

    name: Line = field("Tên", "Tên như nguồn ghi.", held=Name(), column="aliases.name")
    kind: Annotated[str, ALIAS_KINDS] = field(
        "Loại tên", f"{ALIAS_KINDS.help}.", held=Coded("person"), column="aliases.kind"
    )
    start_date: Date | None = field(
        "Từ",
        "Bắt đầu dùng, nếu nguồn nói.",
        None,
        held=OnDate("person"),
        column="aliases.start_date",
    )
    end_date: Date | None = field(
        "Đến",
        "Thôi dùng, nếu nguồn nói.",
        None,
        held=OnDate("person"),
        column="aliases.end_date",
    )
