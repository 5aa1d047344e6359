"""Statistics: observations of indicators, with their quantities and ratios."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from macros.model.base import Fact, Record, field, many
from macros.model.codes import AGGREGATIONS, QUALIFIERS
from macros.model.scalars import Date, Flag, Id, Line, Lines, Number

Qualifier = Annotated[str, QUALIFIERS]


class Quantity(Record):
    """A number with the qualifier that the source gives it."""

    value: Number = field("Giá trị", "Con số, viết bằng chữ số với dấu chấm thập phân.")
    qualifier: Qualifier | None = field("Mức", f"{QUALIFIERS.help}.", None)


def read_quantity(value: Any) -> Any:
    """Accept a plain number for a quantity without a qualifier."""
    return {"value": value} if not isinstance(value, (dict, Quantity)) else value


QuantityField = Annotated[Quantity, BeforeValidator(read_quantity)]


class Ratio(Record):
    """A part and its whole, with the percentage as the source prints it."""

    numerator: QuantityField = field("Tử số", "Số đếm được.")
    denominator: QuantityField = field("Mẫu số", "Tổng số.")
    percent_printed: Number | None = field("Phần trăm ghi", "Phần trăm như nguồn in.", None)
    percent_qualifier: Qualifier | None = field(
        "Mức của phần trăm", "Khi nguồn viết trên, gần, khoảng… trước phần trăm.", None
    )


class PartOf(Record):
    """A second whole that a figure is also a part of, as in a table of two dimensions."""

    part_of: Id = field("Thuộc", "Mã dữ kiện tổng.")
    dimension: Line = field("Chia theo", "Tiêu chí chia tổng ấy, ví dụ former-unit.")
    category: Line = field("Loại", "Tên phần, hoặc mã tổ chức khi chia theo former-unit.")


class Observation(Fact):
    """One statistic: the value of an indicator in a period, with the source's qualifier."""

    indicator: Id = field("Chỉ số", "Mã chỉ số trong data/indicators.yml.")
    period: Date = field("Thời gian", 'Ngày, năm hay khoảng, ví dụ "1994-01-27" hoặc "1996/2000".')
    period_printed: Line | None = field(
        "Cách ghi thời gian", "Cách nguồn ghi khi không phải ngày (“từ đầu năm 1997”).", None
    )
    aggregation: Annotated[str, AGGREGATIONS] | None = field(
        "Cách tính", "Ghi khi khác cách tính của chỉ số.", None
    )
    value: Number | None = field("Giá trị", "Con số.", None)
    value_to: Number | None = field("Đến", "Đầu trên khi nguồn ghi một khoảng (3-4).", None)
    words: Line | None = field(
        "Lời thay số",
        "Khi nguồn chỉ nói bằng lời, ví dụ “hàng trăm triệu đồng”; không có value.",
        None,
    )
    ratio: Ratio | None = field("Tỷ số", "Tử số, mẫu số và phần trăm như in.", None)
    qualifier: Qualifier | None = field("Mức", f"{QUALIFIERS.help}.", None)
    unit: Line | None = field("Đơn vị", "Ghi khi khác đơn vị của chỉ số.", None)
    printed: Line | None = field("Từ cạnh số", "Vài từ đứng cạnh con số trong nguồn.", None)
    part_of: Id | None = field("Thuộc", "Mã dữ kiện mà con số này là một phần.", None)
    dimension: Line | None = field("Chia theo", "Tiêu chí chia, ví dụ loại hình.", None)
    category: Line | None = field(
        "Loại", "Tên phần, hoặc mã tổ chức khi chia theo former-unit.", None
    )
    also_part_of: tuple[PartOf, ...] = many(
        "Cũng thuộc", "Các tổng khác, khi con số là một ô của bảng hai chiều."
    )
    measures: Id | None = field(
        "Đo thêm",
        "Mã dữ kiện đếm chính những thứ ấy, khi con số này là diện tích, trị giá, "
        "chiều dài hay tỷ lệ so với kế hoạch của chúng.",
        None,
    )
    partial_by: Lines = many(
        "Chỉ nêu vài phần",
        "Ở số tổng: các tiêu chí chia mà nguồn chỉ nêu một vài phần (“trong đó…”).",
    )
    sums: Flag | None = field("Cộng đủ", "Ở số tổng: các phần cộng lại có bằng tổng không.", None)
    sums_reason: Line | None = field("Vì sao không đủ", "Ghi khi sums: false.", None)
