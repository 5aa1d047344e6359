"""Documents, sources and abbreviations: what facts and chapters refer to by id."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Record, field, many
from macros.model.codes import DOCUMENT_KINDS, ENTRY_KINDS, SOURCE_STATUSES
from macros.model.scalars import Citations, Date, Flag, Id, Ids, Label, Line, Lines


class Document(Record):
    """A numbered or named document; numbers repeat in every term, so the id is hand-written."""

    id: Id = field("Mã", "Mã văn bản, duy nhất trong toàn trang.")
    kind: Annotated[str, DOCUMENT_KINDS] = field("Loại", f"{DOCUMENT_KINDS.help}.")
    symbol: Line | None = field(
        "Số, ký hiệu", "Ví dụ 1000-QĐ/TU; bỏ trống nếu nguồn không ghi.", None
    )
    printed: Line | None = field(
        "Cách in số", "Cách nguồn in khi một chỗ ghi hai văn bản, ví dụ 10,11-HD/BTGTW.", None
    )
    term: Line | None = field("Khóa", "Khóa của cơ quan ban hành, ví dụ khóa X.", None)
    date: Date | None = field("Ngày", "Ngày ban hành.", None)
    subject: Line | None = field("Về việc", "Trích yếu hay tên văn bản.", None)
    signed_by: Line | None = field("Cơ quan ban hành", "Ghi khi khác tên chung của tệp.", None)
    replaces: Ids = many("Thay thế", "Mã văn bản được thay thế.")
    cite: Citations = field("Nguồn", "Nơi nguồn nhắc đến văn bản.")
    cite_for: dict[str, Citations] = field(
        "Nguồn riêng", "Tên trường → nguồn chỉ nói về trường ấy, ví dụ date.", {}
    )
    note: Line | None = field("Ghi chú", "Lời của ban biên tập.", None)


class Issuer(Record):
    """A file `documents/<id>.yml`: one issuing body and its documents."""

    id: Id = field("Mã", "Tên tệp.")
    name: Label = field("Cơ quan ban hành", "Tên cơ quan ban hành.")
    organization: Id | None = field("Tổ chức", "Mã tổ chức, nếu có trong dữ liệu.", None)
    documents: tuple[Document, ...] = field("Văn bản", "Các văn bản.")


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


class Abbreviation(Record):
    """An abbreviation with its expansion, or a term (`data/abbreviations.yml`)."""

    kind: Annotated[str, ENTRY_KINDS] = field("Loại", f"{ENTRY_KINDS.help}.", "abbreviation")
    short: Line = field("Viết tắt", "Chữ viết tắt, hoặc thuật ngữ.")
    full: Line = field("Đầy đủ", "Viết đầy đủ; với thuật ngữ là lời giải nghĩa.")
    note: Line | None = field("Giải thích", "Giải thích thêm.", None)
