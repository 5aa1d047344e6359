"""Dated events."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Fact, field, many
from macros.model.codes import EVENT_KINDS
from macros.model.contract import Attested, Coded, Name, OnDate, Paraphrase, Reference
from macros.model.scalars import Date, Ids, Line


class Event(Fact):
    """A dated event other than a congress, a change or an appointment."""

    kind: Annotated[str, EVENT_KINDS] = field(
        "Loại", f"{EVENT_KINDS.help}.", "event", held=Coded(), column="events.kind"
    )
    counterpart: Line | None = field(
        "Bên kia",
        "Cơ quan khen thưởng, hoặc cơ quan nhận kiến nghị.",
        None,
        held=Attested(),
        column="events.counterpart",
    )
    date: Date | None = field(
        "Ngày", "Ngày hay khoảng thời gian.", None, held=OnDate(), column="events.date"
    )
    printed: Line | None = field(
        "Cách ghi",
        "Cách nguồn ghi thời gian khi không có ngày.",
        None,
        held=Attested(),
        column="events.printed",
    )
    summary: Line = field("Sự kiện", "Một câu kể lại.", held=Paraphrase(), column="events.summary")
    people: Ids = many(
        "Nhân vật", "Mã các nhân vật được nêu tên.", held=Name(), column="events.people"
    )
    documents: Ids = many(
        "Văn bản", "Mã văn bản liên quan.", held=Reference(), column="events.documents"
    )
    place: Line | None = field("Nơi", "Địa điểm.", None, held=Attested(), column="events.place")
