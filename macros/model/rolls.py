"""Rolls of hundreds: martyrs, mothers, heroes, first members; their rows are in a table file.

A roll is an entry of `organizations/<id>/rolls.yml`; its rows are in `<id of the roll>.csv` beside
it, because such lists are kept in spreadsheets.
"""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Fact, Record, field, many, parts
from macros.model.codes import ROLL_KINDS
from macros.model.contract import Attested, Coded, Name, OnDate, Reference
from macros.model.scalars import Citations, Date, Id, Ids, Label, Line


class RollRow(Record):
    """A row of a roll: somebody, and what the source tells of that person."""

    name: Label = field("Họ và tên", "Họ và tên.", held=Name(), column="roll_rows.name")
    person: Id | None = field(
        "Nhân vật",
        "Mã nhân vật, nếu người ấy có mục riêng.",
        None,
        held=Name(),
        column="roll_rows.person_id",
    )
    birth_date: Date | None = field(
        "Năm sinh", "Ngày hay năm sinh.", None, held=OnDate(), column="roll_rows.birth_date"
    )
    home: Line | None = field(
        "Quê quán", "Quê quán.", None, held=Attested(), column="roll_rows.home"
    )
    unit: Line | None = field(
        "Đơn vị", "Đơn vị, cơ quan.", None, held=Attested(), column="roll_rows.unit"
    )
    rank: Line | None = field(
        "Cấp bậc",
        "Cấp bậc hay việc được giao, như nguồn ghi.",
        None,
        held=Attested(),
        column="roll_rows.rank",
    )
    joined: Date | None = field(
        "Ngày vào Đảng", "Ngày vào Đảng.", None, held=OnDate(), column="roll_rows.joined"
    )
    death_date: Date | None = field(
        "Ngày mất", "Ngày hy sinh, ngày mất.", None, held=OnDate(), column="roll_rows.death_date"
    )
    place: Line | None = field(
        "Nơi hy sinh", "Nơi hy sinh, nơi yên nghỉ.", None, held=Attested(), column="roll_rows.place"
    )
    awarded: Date | None = field(
        "Ngày phong tặng",
        "Ngày được công nhận, phong tặng.",
        None,
        held=OnDate(),
        column="roll_rows.awarded",
    )
    told: Line | None = field(
        "Như nguồn ghi",
        "Điều khác mà nguồn ghi ở dòng ấy, nguyên văn.",
        None,
        held=Attested(),
        column="roll_rows.told",
    )
    cite: Citations | None = field(
        "Nguồn",
        "Nguồn riêng của dòng; bỏ trống là nguồn của cả danh sách.",
        None,
        held=Reference(),
        column="roll_rows.source",
    )


DATES = ("birth_date", "joined", "death_date", "awarded")
"""The fields of a row that are dates."""

TEXTS = ("home", "unit", "rank", "place", "told")
"""The fields of a row that are words of the source."""


class Roll(Fact):
    """A roll of people; `rows` come from its table file."""

    kind: Annotated[str, ROLL_KINDS] = field(
        "Loại", f"{ROLL_KINDS.help}.", held=Coded(), column="rolls.kind"
    )
    title: Label = field("Tên danh sách", "Đứng trên bảng.", held=Attested(), column="rolls.title")
    documents: Ids = many(
        "Văn bản", "Mã văn bản liên quan.", held=Reference(), column="rolls.documents"
    )
    rows: tuple[RollRow, ...] = parts("Các dòng", "Ở tệp bảng cùng mã.", ())
