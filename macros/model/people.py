"""People in office."""

from __future__ import annotations

from macros.model.base import Record, field, many
from macros.model.holding import EDITORS, STRUCTURAL, Not
from macros.model.scalars import Id, Label, Line, Lines

BY_FACTS = Not("được đối chiếu ở từng dữ kiện nêu người ấy")


class Person(Record):
    """A person in office; file `people/<id>.yml`. Only what sources publish about the office."""

    id: Id = field(
        "Mã",
        "Tên tệp.",
        held=STRUCTURAL,
        column=("people.id", "memberships.person_id", "events.people"),
        shown=Not("mã nằm trong địa chỉ của nhân vật"),
    )
    name: Label = field(
        "Họ tên",
        "Họ và tên đầy đủ.",
        held=BY_FACTS,
        column=("people.name", "memberships.person"),
    )
    other_names: Lines = many(
        "Tên khác", "Cách viết khác trong nguồn.", held=BY_FACTS, column="people.other_names"
    )
    distinguished_by: Line | None = field(
        "Phân biệt",
        "Quê quán hay chức danh, để phân biệt; cần có ở cả hai người trùng tên.",
        None,
        held=EDITORS,
        column="people.distinguished_by",
    )
    note: Line | None = field(
        "Ghi chú", "Lời của ban biên tập.", None, held=EDITORS, column="people.note"
    )
