"""Documents that sources mention, by issuing body."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Record, field, many
from macros.model.codes import DOCUMENT_KINDS
from macros.model.scalars import Citations, Date, Id, Ids, Label, Line


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
