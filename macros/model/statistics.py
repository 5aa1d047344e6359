"""Statistics: observations of indicators, with their quantities and ratios."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator

from macros.model.base import Fact, Record, field, many, parts
from macros.model.codes import AGGREGATIONS, QUALIFIERS
from macros.model.contract import (
    BESIDE,
    EDITORS,
    MATCHING,
    SUMMED,
    Attested,
    Coded,
    Not,
    OnDate,
    Paraphrase,
    Reference,
)
from macros.model.contract import Number as NumberHeld
from macros.model.scalars import Date, Flag, Id, Line, Lines, Number

Qualifier = Annotated[str, QUALIFIERS]


class Quantity(Record):
    """A number with the qualifier that the source gives it."""

    value: Number = field(
        "Giá trị",
        "Con số, viết bằng chữ số với dấu chấm thập phân.",
        held=NumberHeld(),
        column=("statistics.numerator", "statistics.denominator"),
    )
    qualifier: Qualifier | None = field(
        "Mức",
        f"{QUALIFIERS.help}.",
        None,
        held=Coded("number"),
        column=("statistics.numerator_qualifier", "statistics.denominator_qualifier"),
    )


def read_quantity(value: Any) -> Any:
    """Accept a plain number for a quantity without a qualifier."""
    return {"value": value} if not isinstance(value, (dict, Quantity)) else value


QuantityField = Annotated[Quantity, BeforeValidator(read_quantity)]


class Ratio(Record):
    """A part and its whole, with the percentage as the source prints it."""

    numerator: QuantityField = parts("Tử số", "Số đếm được.")
    denominator: QuantityField = parts("Mẫu số", "Tổng số.")
    percent_printed: Number | None = field(
        "Phần trăm ghi",
        "Phần trăm như nguồn in.",
        None,
        held=NumberHeld(),
        column="statistics.percent_printed",
    )
    percent_qualifier: Qualifier | None = field(
        "Mức của phần trăm",
        "Khi nguồn viết trên, gần, khoảng… trước phần trăm.",
        None,
        held=Coded("number"),
        column="statistics.percent_qualifier",
    )


class PartOf(Record):
    """A second whole that a figure is also a part of, as in a table of two dimensions."""

    part_of: Id = field("Thuộc", "Mã dữ kiện tổng.", held=SUMMED, column="statistics.also_part_of")
    dimension: Line = field(
        "Chia theo",
        "Tiêu chí chia tổng ấy, ví dụ former-unit.",
        held=SUMMED,
        column="statistics.also_part_of",
    )
    category: Line = field(
        "Loại",
        "Tên phần, hoặc mã tổ chức khi chia theo former-unit.",
        held=Paraphrase(Decimal("0.5")),
        column="statistics.also_part_of",
    )


class Observation(Fact):
    """One statistic: the value of an indicator in a period, with the source's qualifier."""

    indicator: Id = field(
        "Chỉ số",
        "Mã chỉ số trong data/indicators.yml.",
        held=Reference(),
        column="statistics.indicator_id",
    )
    period: Date = field(
        "Thời gian",
        'Ngày, năm hay khoảng, ví dụ "1994-01-27" hoặc "1996/2000".',
        held=OnDate("number"),
        column="statistics.period",
    )
    period_printed: Line | None = field(
        "Cách ghi thời gian",
        "Cách nguồn ghi khi không phải ngày (“từ đầu năm 1997”).",
        None,
        held=Attested(),
        column="statistics.period_printed",
    )
    aggregation: Annotated[str, AGGREGATIONS] | None = field(
        "Cách tính",
        "Ghi khi khác cách tính của chỉ số.",
        None,
        held=Coded("sentence"),
        column="statistics.aggregation",
    )
    value: Number | None = field(
        "Giá trị", "Con số.", None, held=NumberHeld(), column="statistics.value"
    )
    value_to: Number | None = field(
        "Đến",
        "Đầu trên khi nguồn ghi một khoảng (3-4).",
        None,
        held=NumberHeld(),
        column="statistics.value_to",
    )
    words: Line | None = field(
        "Lời thay số",
        "Khi nguồn chỉ nói bằng lời, ví dụ “hàng trăm triệu đồng”; không có value.",
        None,
        held=Attested(),
        column="statistics.words",
    )
    ratio: Ratio | None = parts("Tỷ số", "Tử số, mẫu số và phần trăm như in.", None)
    qualifier: Qualifier | None = field(
        "Mức",
        f"{QUALIFIERS.help}.",
        None,
        held=Coded("number"),
        column="statistics.qualifier",
    )
    unit: Line | None = field(
        "Đơn vị",
        "Ghi khi khác đơn vị của chỉ số.",
        None,
        held=BESIDE,
        column="statistics.unit",
    )
    printed: Line | None = field(
        "Từ cạnh số",
        "Vài từ đứng cạnh con số trong nguồn.",
        None,
        held=BESIDE,
        column=MATCHING,
        shown=MATCHING,
    )
    part_of: Id | None = field(
        "Thuộc",
        "Mã dữ kiện mà con số này là một phần.",
        None,
        held=SUMMED,
        column="statistics.part_of",
    )
    dimension: Line | None = field(
        "Chia theo",
        "Tiêu chí chia, ví dụ loại hình.",
        None,
        held=SUMMED,
        column="statistics.dimension",
    )
    category: Line | None = field(
        "Loại",
        "Tên phần, hoặc mã tổ chức khi chia theo former-unit.",
        None,
        held=Paraphrase(Decimal("0.5")),
        column="statistics.category",
    )
    also_part_of: tuple[PartOf, ...] = parts(
        "Cũng thuộc", "Các tổng khác, khi con số là một ô của bảng hai chiều.", ()
    )
    measures: Id | None = field(
        "Đo thêm",
        "Mã dữ kiện đếm chính những thứ ấy, khi con số này là diện tích, trị giá, "
        "chiều dài hay tỷ lệ so với kế hoạch của chúng.",
        None,
        held=SUMMED,
        column="statistics.measures",
        shown=Not("chỉ để phép cộng không tính một thứ hai lần"),
    )
    partial_by: Lines = many(
        "Chỉ nêu vài phần",
        "Ở số tổng: các tiêu chí chia mà nguồn chỉ nêu một vài phần (“trong đó…”).",
        held=SUMMED,
        column="statistics.partial_by",
        shown=Not("chỉ để phép cộng biết các phần không đủ"),
    )
    sums: Flag | None = field(
        "Cộng đủ",
        "Ở số tổng: các phần cộng lại có bằng tổng không.",
        None,
        held=SUMMED,
        column="statistics.sums",
        shown=Not("chỉ để phép cộng biết các phần có đủ không; lý do thì hiện"),
    )
    sums_reason: Line | None = field(
        "Vì sao không đủ",
        "Ghi khi sums: false.",
        None,
        held=EDITORS,
        column="statistics.sums_reason",
    )
