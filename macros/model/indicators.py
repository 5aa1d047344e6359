"""The catalogue of indicators: what is counted."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Record, field, many
from macros.model.codes import AGGREGATIONS
from macros.model.contract import BESIDE, CATALOGUE, MATCHING, STRUCTURAL, Not
from macros.model.scalars import Count, Id, Label, Line, Lines


class Indicator(Record):
    """What is counted (`data/indicators.yml`): label, unit, how values are aggregated."""

    id: Id = field(
        "Mã",
        "Mã chỉ số.",
        held=STRUCTURAL,
        column="indicators.id",
        shown=Not("mã nằm trong địa chỉ của chỉ số"),
    )
    label: Label = field(
        "Chỉ số",
        "Tên chỉ số như người đọc thấy.",
        held=CATALOGUE,
        column=("indicators.label", "statistics.indicator"),
    )
    group: Line = field(
        "Nhóm", "Nhóm chỉ số, ví dụ Đảng viên.", held=CATALOGUE, column="indicators.group"
    )
    unit: Line = field(
        "Đơn vị",
        "Đơn vị đếm, ví dụ đảng viên; tỷ lệ thì viết %.",
        held=BESIDE,
        column=("indicators.unit", "statistics.unit"),
    )
    printed: Lines = many(
        "Từ cạnh số",
        "Những từ khác mà nguồn dùng cạnh con số của chỉ số này.",
        held=BESIDE,
        column="indicators.printed",
        shown=MATCHING,
    )
    aggregation: Annotated[str, AGGREGATIONS] = field(
        "Cách tính",
        f"{AGGREGATIONS.help}.",
        "point",
        held=CATALOGUE,
        column=("indicators.aggregation", "statistics.aggregation"),
    )
    order: Count = field(
        "Thứ tự", "Thứ tự trong nhóm.", 100, held=STRUCTURAL, column="indicators.order"
    )
    description: Line | None = field(
        "Giải thích",
        "Chỉ số đếm gì.",
        None,
        held=CATALOGUE,
        column="indicators.description",
    )
    other_names: Lines = many(
        "Tên khác",
        "Những cách gọi khác mà người đọc hay dùng, để ô tìm kiếm hiểu câu hỏi.",
        held=CATALOGUE,
        column="indicators.other_names",
        shown=Not("chỉ giúp ô tìm kiếm hiểu câu hỏi"),
    )
