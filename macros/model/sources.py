"""Sources, from which facts are taken."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Record, field, many
from macros.model.codes import SOURCE_STATUSES
from macros.model.scalars import Date, Flag, Id, Ids, Label, Line, Lines


class Heading(Record):
    """A printed heading of a source and the paragraphs under it."""

    paragraphs: Line = field("Các đoạn", 'Ví dụ "1-11".')
    title: Line = field("Đề mục", "Đề mục ngắn, ví dụ mục III.")
    pages: Line | None = field("Trang", "Trang in, nếu biết.", None)


class NotFact(Record):
    """Numbers in a source that are not facts, with the reason."""

    paragraphs: Line = field("Các đoạn", 'Ví dụ "12" hoặc "1-11".')
    numbers: Lines = field("Các số", "Các số như in.")
    reason: Line = field("Lý do", "Vì sao không phải dữ kiện.")


class Source(Record):
    """A document from which facts are taken; file `sources/<id>.yml`."""

    id: Id = field("Mã", "Tên tệp.")
    title: Label = field("Tên", "Tên nguồn.")
    kind: Line = field("Loại", "Ví dụ: lịch sử đảng bộ, báo cáo chính trị.")
    issuer: Line | None = field("Cơ quan", "Cơ quan soạn hoặc ban hành.", None)
    symbol: Line | None = field(
        "Số, ký hiệu", "Như in; chỗ bỏ trống viết dấu …, ví dụ …-BC/ĐU.", None
    )
    date: Date | None = field("Ngày", "Ngày của nguồn, nếu có ghi.", None)
    printed: Line | None = field("Cách ghi ngày", "Như in, khi ngày bỏ trống.", None)
    status: Annotated[str, SOURCE_STATUSES] = field("Tình trạng", f"{SOURCE_STATUSES.help}.")
    speaks_until: Date = field("Nói đến", "Thời điểm cuối mà nguồn nói đến.")
    organizations: Ids = many("Nói về", "Mã các tổ chức được nói đến.")
    kept_at: Line | None = field("Nơi giữ", "Nơi lưu bản gốc.", None)
    access: Line | None = field("Tiếp cận", "Ai được xem.", None)
    transcribed: Flag = field("Đã chép", "true khi đã có bản phiên âm đánh số đoạn.", True)
    headings: tuple[Heading, ...] = many("Đề mục", "Đề mục in theo khoảng đoạn.")
    not_facts: tuple[NotFact, ...] = many("Số không phải dữ kiện", "Kèm lý do.")
    missing: Lines = many("Phần thiếu", "Phụ lục, ảnh, chú thích được nhắc đến mà không có.")
    note: Line | None = field("Ghi chú", "Lời của ban biên tập.", None)
