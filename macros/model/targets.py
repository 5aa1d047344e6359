"""Targets and their results, as the tables of reports print them."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Fact, Record, field, parts
from macros.model.codes import AGGREGATIONS, TARGET_SET_KINDS
from macros.model.contract import (
    HEADING,
    STRUCTURAL,
    Attested,
    Cited,
    Coded,
    Derived,
    Not,
    OnDate,
    Reference,
)
from macros.model.scalars import Citations, Date, Flag, Id, Label, Line, Number

_PRINTED = Not("người đọc thấy lời như in, “trên 3%” hay “từ 3%”; trang không tính gì từ số này")


class Printed(Record):
    """A target or result as printed, with its numbers."""

    printed: Line | None = field(
        "Như in",
        "Nguyên văn ô trong bảng, ví dụ “15% trở lên”.",
        None,
        held=Attested(),
        column=("targets.target", "targets.actual"),
    )
    value: Number | None = field(
        "Giá trị",
        "Con số, nếu là một số.",
        None,
        held=Derived("printed"),
        column=("targets.target_value", "targets.actual_value"),
    )
    min: Number | None = field(
        "Từ",
        "Đầu dưới của khoảng.",
        None,
        held=Derived("printed"),
        column=("targets.target_min", "targets.actual_min"),
        shown=_PRINTED,
    )
    max: Number | None = field(
        "Đến",
        "Đầu trên của khoảng.",
        None,
        held=Derived("printed"),
        column=("targets.target_max", "targets.actual_max"),
        shown=_PRINTED,
    )
    exclusive: Flag = field(
        "Không kể chính số ấy",
        "true khi nguồn viết “trên 3%”, “>1”: không kể số ở min hoặc max.",
        False,
        held=Derived("printed"),
        column=("targets.target_exclusive", "targets.actual_exclusive"),
        shown=_PRINTED,
    )
    lost: Flag = field(
        "Bị mất",
        "true khi cột này mất trong bản chép.",
        False,
        held=Not("nói về bản chép, không về điều nguồn kể"),
        column=("targets.target_lost", "targets.actual_lost"),
    )


class Target(Fact):
    """One row of a table of targets: target and result, as printed."""

    number: Line | None = field(
        "Số thứ tự", "Số thứ tự trong bảng.", None, held=Attested(), column="targets.number"
    )
    group: Line | None = field(
        "Nhóm", "Nhóm chỉ tiêu trong bảng.", None, held=Attested(), column="targets.group"
    )
    indicator: Line = field(
        "Chỉ tiêu", "Tên chỉ tiêu.", held=Attested(), column="targets.indicator"
    )
    unit: Line | None = field(
        "Đơn vị", "Đơn vị tính.", None, held=Attested(), column="targets.unit"
    )
    aggregation: Annotated[str, AGGREGATIONS] | None = field(
        "Cách tính",
        f"{AGGREGATIONS.help}; chỉ khi nguồn ghi.",
        None,
        held=Coded(),
        column="targets.aggregation",
    )
    due: Date | None = field(
        "Thời hạn",
        'Ví dụ "2030" khi nguồn ghi “đến năm 2030”.',
        None,
        held=OnDate(),
        column="targets.due",
    )
    organization: Id | None = field(
        "Đơn vị cũ",
        "Mã tổ chức mà dòng nói về.",
        None,
        held=Reference(),
        column="targets.about_organization_id",
    )
    target: Printed | None = parts("Chỉ tiêu đề ra", "Như in, kèm giá trị hoặc khoảng.", None)
    actual: Printed | None = parts("Kết quả", "Như in, kèm giá trị hoặc khoảng.", None)
    result: Line | None = field(
        "Đánh giá",
        "Như in, ví dụ Đạt, Không đạt.",
        None,
        held=Attested(),
        column="targets.result",
    )
    row_of: Id | None = field(
        "Thuộc dòng",
        "Mã dòng cha, với dòng con.",
        None,
        held=STRUCTURAL,
        column="targets.row_of",
    )


class TargetSet(Record):
    """A table of targets of one term."""

    id: Id = field(
        "Mã",
        "Mã bảng chỉ tiêu.",
        held=STRUCTURAL,
        column="targets.set",
        shown=Not("mã nằm trong địa chỉ của bảng"),
    )
    kind: Annotated[str, TARGET_SET_KINDS] = field(
        "Loại bảng",
        f"{TARGET_SET_KINDS.help}.",
        "targets",
        held=STRUCTURAL,
        column="targets.set_kind",
    )
    title: Label = field("Tên bảng", "Tên bảng chỉ tiêu.", held=HEADING, column="targets.set_title")
    period: Date = field("Thời kỳ", 'Ví dụ "2020/2025".', held=OnDate(), column="targets.period")
    cite: Citations = field("Nguồn", "Nguồn của bảng.", held=Cited(), column="targets.set_source")
    targets: tuple[Target, ...] = parts("Các dòng", "Các chỉ tiêu.")
