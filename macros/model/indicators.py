"""The catalogue of indicators: what is counted."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Record, field, many
from macros.model.codes import AGGREGATIONS
from macros.model.scalars import Count, Id, Label, Line, Lines


class Indicator(Record):
    """What is counted (`data/indicators.yml`): label, unit, how values are aggregated."""

    id: Id = field("Mã", "Mã chỉ số.")
    label: Label = field("Chỉ số", "Tên chỉ số như người đọc thấy.")
    group: Line = field("Nhóm", "Nhóm chỉ số, ví dụ Đảng viên.")
    unit: Line = field("Đơn vị", "Đơn vị đếm, ví dụ đảng viên; tỷ lệ thì viết %.")
    printed: Lines = many("Từ cạnh số", "Những từ khác mà nguồn dùng cạnh con số của chỉ số này.")
    aggregation: Annotated[str, AGGREGATIONS] = field("Cách tính", f"{AGGREGATIONS.help}.", "point")
    order: Count = field("Thứ tự", "Thứ tự trong nhóm.", 100)
    description: Line | None = field("Giải thích", "Chỉ số đếm gì.", None)
    other_names: Lines = many(
        "Tên khác", "Những cách gọi khác mà người đọc hay dùng, để ô tìm kiếm hiểu câu hỏi."
    )
