"""People in office."""

from __future__ import annotations

from macros.model.base import Record, field, many
from macros.model.scalars import Id, Label, Line, Lines


class Person(Record):
    """A person in office; file `people/<id>.yml`. Only what sources publish about the office."""

    id: Id = field("Mã", "Tên tệp.")
    name: Label = field("Họ tên", "Họ và tên đầy đủ.")
    other_names: Lines = many("Tên khác", "Cách viết khác trong nguồn.")
    distinguished_by: Line | None = field("Phân biệt", "Lời phân biệt với người trùng tên.", None)
    note: Line | None = field("Ghi chú", "Lời của ban biên tập.", None)
