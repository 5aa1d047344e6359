"""Targets and their results, as the tables of reports print them."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Fact, Record, field
from macros.model.codes import AGGREGATIONS, TARGET_SET_KINDS
from macros.model.scalars import Citations, Date, Flag, Id, Label, Line, Number


class Printed(Record):
    """A target or result as printed, with its numbers."""

    printed: Line | None = field("Như in", "Nguyên văn ô trong bảng, ví dụ “15% trở lên”.", None)
    value: Number | None = field("Giá trị", "Con số, nếu là một số.", None)
    min: Number | None = field("Từ", "Đầu dưới của khoảng.", None)
    max: Number | None = field("Đến", "Đầu trên của khoảng.", None)
    exclusive: Flag = field(
        "Không kể chính số ấy",
        "true khi nguồn viết “trên 3%”, “>1”: không kể số ở min hoặc max.",
        False,
    )
    lost: Flag = field("Bị mất", "true khi cột này mất trong bản phiên âm.", False)


class Target(Fact):
    """One row of a table of targets: target and result, as printed."""

    number: Line | None = field("Số thứ tự", "Số thứ tự trong bảng.", None)
    group: Line | None = field("Nhóm", "Nhóm chỉ tiêu trong bảng.", None)
    indicator: Line = field("Chỉ tiêu", "Tên chỉ tiêu.")
    unit: Line | None = field("Đơn vị", "Đơn vị tính.", None)
    aggregation: Annotated[str, AGGREGATIONS] | None = field(
        "Cách tính", f"{AGGREGATIONS.help}; chỉ khi nguồn ghi.", None
    )
    due: Date | None = field("Thời hạn", 'Ví dụ "2030" khi nguồn ghi “đến năm 2030”.', None)
    organization: Id | None = field("Đơn vị cũ", "Mã tổ chức mà dòng nói về.", None)
    target: Printed | None = field("Chỉ tiêu đề ra", "Như in, kèm giá trị hoặc khoảng.", None)
    actual: Printed | None = field("Kết quả", "Như in, kèm giá trị hoặc khoảng.", None)
    result: Line | None = field("Đánh giá", "Như in, ví dụ Đạt, Không đạt.", None)
    row_of: Id | None = field("Thuộc dòng", "Mã dòng cha, với dòng con.", None)


class TargetSet(Record):
    """A table of targets of one term."""

    id: Id = field("Mã", "Mã bảng chỉ tiêu.")
    kind: Annotated[str, TARGET_SET_KINDS] = field(
        "Loại bảng", f"{TARGET_SET_KINDS.help}.", "targets"
    )
    title: Label = field("Tên bảng", "Tên bảng chỉ tiêu.")
    period: Date = field("Thời kỳ", 'Ví dụ "2020/2025".')
    cite: Citations = field("Nguồn", "Nguồn của bảng.")
    targets: tuple[Target, ...] = field("Các dòng", "Các chỉ tiêu.")
