"""The rows of the CSV tables: one model per table, one described field per column.

The header, the cells and the description in `datapackage.json` all follow from
these fields, so that a column is declared once, in the order of the fields. The
columns after `source` are details needed to interpret the others (the upper end
of a range, the qualifier of a numerator, a lost column).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo

from macros.dates import Edtf
from macros.model.closed_list import ClosedList, Code
from macros.model.codes import (
    AGGREGATIONS,
    BASES,
    BODIES,
    CHANGE_KINDS,
    COMMITTEE_BASES,
    DOCUMENT_KINDS,
    END_REASONS,
    MANNERS,
    QUALIFIERS,
)

_ID = ("Mã", "Mã của dữ kiện, duy nhất trong tổ chức.")
_ORGANIZATION_ID = ("Mã tổ chức", "Mã của tổ chức mà dữ kiện nói về.")
_SOURCE = (
    "Nguồn",
    "Trích dẫn nguồn#đoạn, nguồn#tr.trang hoặc nguồn#dieu-điều; nhiều trích dẫn cách nhau một "
    "dấu cách. Tên nguồn: source_documents trong popolo.json.",
)
_NOTE = ("Ghi chú", "Lời của ban biên tập.")
_CONFLICT = (
    "Mâu thuẫn",
    "Mã các mâu thuẫn mà dữ kiện là một bên (conflict_id trong conflicts.csv); của tổ chức khác "
    "thì viết mã-tổ-chức/mã.",
)
_CONGRESS = "Số thứ tự La Mã của đại hội; tổ chức không có đại hội riêng thì là của cấp trên."


def column(
    title: str,
    description: str,
    *,
    categories: ClosedList[Code] | None = None,
    header: str | None = None,
) -> Any:
    """Declare a column: its Vietnamese title and description, the codes that it may hold.

    `header` is its name if that cannot be the name of a field (`from`).
    """
    return Field(
        title=title,
        description=description,
        serialization_alias=header,
        json_schema_extra={"categories": dict(categories)} if categories else None,
    )


def categories(info: FieldInfo) -> dict[str, str]:
    """Return the codes of a column with their words; {} if it has no closed list."""
    extra = info.json_schema_extra
    return cast("dict[str, str]", extra["categories"]) if isinstance(extra, dict) else {}


class Row(BaseModel):
    """One line of a table; None and () are empty cells."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class MembershipRow(Row):
    """One election or appointment of one person to one post."""

    id: str = column(*_ID)
    organization_id: str = column(*_ORGANIZATION_ID)
    organization: str = column(
        "Tổ chức", "Tên của tổ chức vào lúc nhận chức; không rõ thì tên gọi cố định."
    )
    post_id: str = column("Mã chức vụ", "Mã tổ chức/mã chức danh.")
    post: str = column("Chức danh", "Tên chức danh.")
    person_id: str = column("Mã nhân vật", "Mã của nhân vật giữ chức.")
    person: str = column("Họ tên", "Họ và tên đầy đủ.")
    start_date: Edtf | None = column(
        "Từ", "Ngày nhận chức; người do đại hội bầu thì là ngày bế mạc đại hội."
    )
    end_date: Edtf | None = column(
        "Đến", "Ngày thôi chức. Trống là không nguồn nào nói, không có nghĩa là đang giữ chức."
    )
    attested: tuple[str, ...] = column(
        "Được nhắc ngày", "Những ngày nguồn nhắc đến, khi không rõ nhiệm kỳ."
    )
    start_basis: str | None = column(
        "Căn cứ ngày nhận",
        f"{BASES.words}; ngày lấy theo đại hội cũng là suy ra.",
        categories=BASES,
    )
    end_basis: str | None = column("Căn cứ ngày thôi", f"{BASES.words}.", categories=BASES)
    end_reason: str | None = column(
        "Lý do thôi", "Lý do thôi chức như nguồn ghi.", categories=END_REASONS
    )
    manner: tuple[str, ...] = column("Hình thức", f"{MANNERS.words}.")
    congress: str | None = column("Đại hội", f"Đại hội đã bầu. {_CONGRESS}")
    concurrent: tuple[str, ...] = column("Kiêm chức", "Chức vụ giữ đồng thời.")
    source: str = column(*_SOURCE)
    printed: str | None = column("Cách ghi", "Cách nguồn ghi thời gian khi không có ngày.")
    full_time: bool | None = column("Chuyên trách", "true: chuyên trách; false: kiêm nhiệm.")
    previously: tuple[str, ...] = column("Trước đó", "Chức vụ trước khi nhận chức này.")
    subsequently: tuple[str, ...] = column("Sau đó", "Chức vụ sau khi thôi chức này.")
    note: str | None = column(*_NOTE)
    conflict: tuple[str, ...] = column(*_CONFLICT)


class CongressRow(Row):
    """One congress with the sizes of the bodies and the officers that it elected."""

    id: str = column(*_ID)
    organization_id: str = column(*_ORGANIZATION_ID)
    ordinal: str = column("Lần thứ", "Số La Mã.")
    term: Edtf | None = column("Nhiệm kỳ", "Hai năm, ví dụ 1996/2000.")
    start_date: Edtf | None = column("Khai mạc", "Ngày đầu của đại hội.")
    end_date: Edtf | None = column("Bế mạc", "Ngày cuối của đại hội.")
    delegates: int | None = column("Đại biểu", "Số đại biểu chính thức.")
    committee: int | None = column("Ban Chấp hành", "Số ủy viên Ban Chấp hành.")
    committee_full_time: int | None = column(
        "Chuyên trách", "Số ủy viên Ban Chấp hành chuyên trách."
    )
    standing_committee: int | None = column("Ban Thường vụ", "Số ủy viên Ban Thường vụ.")
    inspection_commission: int | None = column("Ủy ban Kiểm tra", "Số ủy viên Ủy ban Kiểm tra.")
    secretary: tuple[str, ...] = column("Bí thư", "Họ tên Bí thư được bầu tại đại hội.")
    deputy_secretaries: tuple[str, ...] = column(
        "Phó Bí thư", "Họ tên các Phó Bí thư, kể cả Phó Bí thư Thường trực."
    )
    inspection_chair: tuple[str, ...] = column(
        "Chủ nhiệm Ủy ban Kiểm tra", "Họ tên Chủ nhiệm Ủy ban Kiểm tra."
    )
    source: str = column(
        _SOURCE[0], f"Nguồn của đại hội, của số lượng và nhân sự trong dòng. {_SOURCE[1]}"
    )
    secretary_id: tuple[str, ...] = column("Mã Bí thư", "Theo thứ tự của secretary.")
    deputy_secretary_ids: tuple[str, ...] = column(
        "Mã Phó Bí thư", "Theo thứ tự của deputy_secretaries."
    )
    inspection_chair_id: tuple[str, ...] = column(
        "Mã Chủ nhiệm", "Theo thứ tự của inspection_chair."
    )
    theme: str | None = column("Chủ đề", "Chủ đề của đại hội, khi là tên gọi ngắn.")
    note: str | None = column(*_NOTE)
    conflict: tuple[str, ...] = column(*_CONFLICT)


class CommitteeRow(Row):
    """Size and composition of a body at one time."""

    id: str = column(*_ID)
    organization_id: str = column(*_ORGANIZATION_ID)
    body: str = column("Cơ quan", f"{BODIES.words}.", categories=BODIES)
    size: int | None = column("Số ủy viên", "Tổng số ủy viên.")
    full_time: int | None = column("Chuyên trách", "Số ủy viên chuyên trách.")
    concurrent: int | None = column("Kiêm nhiệm", "Số ủy viên kiêm nhiệm.")
    basis: str | None = column("Cách lập", f"{COMMITTEE_BASES.words}.", categories=COMMITTEE_BASES)
    congress: str | None = column("Đại hội", _CONGRESS)
    date: Edtf | None = column("Ngày", "Ngày lập; không ghi riêng thì là ngày bế mạc đại hội.")
    source: str = column(*_SOURCE)
    note: str | None = column(*_NOTE)
    conflict: tuple[str, ...] = column(*_CONFLICT)


class StatisticRow(Row):
    """One statistic, with the qualifier of its source."""

    id: str = column(*_ID)
    organization_id: str = column(*_ORGANIZATION_ID)
    indicator_id: str = column("Mã chỉ số", "Mã trong danh mục chỉ số.")
    indicator: str = column("Chỉ số", "Tên chỉ số.")
    period: Edtf = column("Thời gian", "Ngày, năm hay khoảng thời gian của con số.")
    aggregation: str = column("Cách tính", f"{AGGREGATIONS.words}.", categories=AGGREGATIONS)
    value: Decimal | None = column(
        "Giá trị", "Con số; đầu dưới nếu có value_to; trống nếu là tỷ số."
    )
    qualifier: str | None = column("Mức", f"{QUALIFIERS.words}.", categories=QUALIFIERS)
    unit: str | None = column("Đơn vị", "Đơn vị của con số; với tỷ số là của tử số và mẫu số.")
    numerator: Decimal | None = column("Tử số", "Số đếm được, nếu là tỷ số.")
    denominator: Decimal | None = column("Mẫu số", "Tổng số, nếu là tỷ số.")
    percent_printed: Decimal | None = column(
        "Phần trăm ghi", "Phần trăm như nguồn in, không tính lại."
    )
    part_of: str | None = column("Thuộc", "Mã dữ kiện của tổng mà con số là một phần.")
    dimension: str | None = column(
        "Chia theo", "Tiêu chí chia; former-unit: theo đơn vị cũ, category là mã tổ chức."
    )
    category: str | None = column("Loại", "Tên phần theo tiêu chí chia.")
    source: str = column(*_SOURCE)
    value_to: Decimal | None = column("Đến", "Đầu trên, khi nguồn ghi một khoảng.")
    numerator_qualifier: str | None = column(
        "Mức của tử số", "Như qualifier.", categories=QUALIFIERS
    )
    denominator_qualifier: str | None = column(
        "Mức của mẫu số", "Như qualifier.", categories=QUALIFIERS
    )
    period_printed: str | None = column(
        "Cách ghi thời gian", "Cách nguồn ghi thời gian khi không phải ngày."
    )
    sums: bool | None = column("Cộng đủ", "Ở số tổng: các phần cộng lại có bằng tổng không.")
    sums_reason: str | None = column("Vì sao không đủ", "Lý do khi sums là false.")
    note: str | None = column(*_NOTE)
    conflict: tuple[str, ...] = column(*_CONFLICT)


class TargetRow(Row):
    """One line of a table of targets, as printed."""

    id: str = column(*_ID)
    organization_id: str = column(*_ORGANIZATION_ID)
    set: str = column("Mã bảng", "Mã của bảng chỉ tiêu.")
    group: str | None = column("Nhóm", "Nhóm chỉ tiêu trong bảng.")
    number: str | None = column("Số thứ tự", "Số thứ tự như in.")
    indicator: str = column("Chỉ tiêu", "Tên chỉ tiêu.")
    unit: str | None = column("Đơn vị", "Đơn vị tính.")
    target: str | None = column("Chỉ tiêu đề ra", "Như in.")
    target_value: Decimal | None = column("Giá trị đề ra", "Con số, nếu là một số.")
    actual: str | None = column("Kết quả", "Như in.")
    actual_value: Decimal | None = column("Giá trị kết quả", "Con số, nếu là một số.")
    result: str | None = column("Đánh giá", "Như in: “Không đạt” khác “Chưa đạt”.")
    source: str = column(*_SOURCE)
    set_title: str = column("Tên bảng", "Tên bảng chỉ tiêu.")
    period: Edtf = column("Thời kỳ", "Thời kỳ của bảng.")
    target_min: Decimal | None = column("Đề ra từ", "Đầu dưới của khoảng.")
    target_max: Decimal | None = column("Đề ra đến", "Đầu trên của khoảng.")
    target_lost: bool = column("Mất chỉ tiêu", "true khi ô này mất trong bản phiên âm của nguồn.")
    actual_min: Decimal | None = column("Kết quả từ", "Đầu dưới của khoảng.")
    actual_max: Decimal | None = column("Kết quả đến", "Đầu trên của khoảng.")
    actual_lost: bool = column("Mất kết quả", "true khi ô này mất trong bản phiên âm của nguồn.")
    about_organization_id: str | None = column(
        "Mã đơn vị cũ", "Tổ chức mà dòng nói về, khi khác tổ chức của bảng."
    )
    row_of: str | None = column("Thuộc dòng", "Mã dòng cha, với dòng con.")
    note: str | None = column(*_NOTE)
    conflict: tuple[str, ...] = column(*_CONFLICT)


class DocumentRow(Row):
    """One document that a source mentions."""

    document_id: str = column(
        "Mã văn bản", "Mã do ban biên tập đặt, duy nhất trong toàn bộ dữ liệu."
    )
    symbol: str | None = column("Số, ký hiệu", "Trống nếu nguồn không ghi.")
    kind: str = column("Loại", f"{DOCUMENT_KINDS.words}.", categories=DOCUMENT_KINDS)
    date: Edtf | None = column("Ngày", "Ngày ban hành.")
    issuer: str = column("Cơ quan ban hành", "Tên cơ quan ban hành.")
    subject: str | None = column("Về việc", "Trích yếu hay tên văn bản.")
    source: str = column(*_SOURCE)
    issuer_id: str = column("Mã cơ quan", "Mã của tệp văn bản theo cơ quan ban hành.")
    replaces: tuple[str, ...] = column("Thay thế", "Mã các văn bản được thay thế.")
    note: str | None = column(*_NOTE)


class EventRow(Row):
    """One dated event other than a congress, a change or an appointment."""

    id: str = column(*_ID)
    organization_id: str = column(*_ORGANIZATION_ID)
    date: Edtf | None = column("Ngày", "Ngày hay khoảng thời gian.")
    summary: str = column("Sự kiện", "Một câu kể lại.")
    source: str = column(*_SOURCE)
    printed: str | None = column("Cách ghi", "Cách nguồn ghi thời gian khi không có ngày.")
    place: str | None = column("Nơi", "Địa điểm.")
    people: tuple[str, ...] = column("Nhân vật", "Mã các nhân vật được nêu tên.")
    documents: tuple[str, ...] = column("Văn bản", "Mã các văn bản liên quan.")
    note: str | None = column(*_NOTE)
    conflict: tuple[str, ...] = column(*_CONFLICT)


class ChangeRow(Row):
    """One merger, split, renaming, transfer, founding or dissolution."""

    change_id: str = column("Mã thay đổi", "Duy nhất trong toàn bộ dữ liệu.")
    kind: str = column("Loại", f"{CHANGE_KINDS.words}.", categories=CHANGE_KINDS)
    date: Edtf | None = column("Ngày", "Ngày thay đổi.")
    from_: tuple[str, ...] = column(
        "Bên trước",
        "Mã tổ chức; tên, nếu tổ chức không có trong dữ liệu. Phạm vi và số đảng viên "
        "của từng bên: events trong popolo.json.",
        header="from",
    )
    to: tuple[str, ...] = column("Bên sau", "Như from.")
    moved: tuple[str, ...] = column("Bộ phận chuyển", "Như from.")
    documents: tuple[str, ...] = column("Văn bản", "Mã các văn bản.")
    source: str = column(*_SOURCE)
    printed: str | None = column("Cách ghi", "Cách nguồn ghi thời gian khi không có ngày.")
    summary: str | None = column("Tóm tắt", "Một câu kể lại.")
    note: str | None = column(*_NOTE)


class ConflictRow(Row):
    """One side of a contradiction."""

    organization_id: str = column(*_ORGANIZATION_ID)
    conflict_id: str = column(
        "Mã mâu thuẫn", "Duy nhất trong tổ chức; các dòng cùng mã là các bên."
    )
    topic: str = column("Về việc", "Mâu thuẫn về điều gì.")
    fact_id: str | None = column(
        "Mã dữ kiện", "Dữ kiện là một bên; của tổ chức khác thì viết mã-tổ-chức/mã."
    )
    value: str = column("Nội dung", "Điều nguồn nói, bằng lời.")
    shown: bool = column("Được hiện", "true cho bên được hiện ở nơi khác trên trang.")
    source: str = column(*_SOURCE)
    note: str = column("Nhận xét", "Người đọc nên hiểu mâu thuẫn thế nào.")
