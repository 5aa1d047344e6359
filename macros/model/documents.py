"""Documents that sources mention, by issuing body."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from macros.model.base import ImpliedFields, Record, field, many, parts
from macros.model.codes import DOCUMENT_KINDS
from macros.model.contract import (
    CATALOGUE,
    EDITORS,
    STRUCTURAL,
    Attested,
    Cited,
    Coded,
    Not,
    OnDate,
    Paraphrase,
    Reference,
    Symbol,
)
from macros.model.scalars import Citations, Date, Id, Ids, Label, Line


class Document(Record):
    """A numbered or named document; numbers repeat in every term, so the id is hand-written."""

    id: Id = field(
        "Mã",
        "Mã văn bản, duy nhất trong toàn trang.",
        held=STRUCTURAL,
        column="documents.document_id",
        shown=Not("mã nằm trong địa chỉ của văn bản"),
    )
    kind: Annotated[str, DOCUMENT_KINDS] = field(
        "Loại", f"{DOCUMENT_KINDS.help}.", held=Coded("symbol"), column="documents.kind"
    )
    symbol: Line | None = field(
        "Số, ký hiệu",
        "Ví dụ 1000-QĐ/TU; bỏ trống nếu nguồn không ghi.",
        None,
        held=Symbol(),
        column="documents.symbol",
    )
    printed: Line | None = field(
        "Cách in số",
        "Cách nguồn in khi một chỗ ghi hai văn bản, ví dụ 10,11-HD/BTGTW.",
        None,
        held=Attested(),
        column="documents.printed",
    )
    term: Line | None = field(
        "Khóa",
        "Khóa của cơ quan ban hành, ví dụ khóa X.",
        None,
        held=Attested(),
        column="documents.term",
    )
    date: Date | None = field(
        "Ngày", "Ngày ban hành.", None, held=OnDate("symbol"), column="documents.date"
    )
    effective_date: Date | None = field(
        "Có hiệu lực từ",
        "Ngày có hiệu lực, nếu nguồn nói riêng.",
        None,
        held=OnDate("symbol"),
        column="documents.effective_date",
    )
    subject: Line | None = field(
        "Về việc",
        "Trích yếu hay tên văn bản.",
        None,
        held=Paraphrase(Decimal("0.85")),
        column="documents.subject",
    )
    signed_by: Line | None = field(
        "Cơ quan ban hành",
        "Ghi khi khác tên chung của tệp.",
        None,
        held=Attested(),
        column="documents.issuer",
    )
    replaces: Ids = many(
        "Thay thế", "Mã văn bản được thay thế.", held=Reference(), column="documents.replaces"
    )
    cite: Citations = field(
        "Nguồn", "Nơi nguồn nhắc đến văn bản.", held=Cited(), column="documents.source"
    )
    cite_for: dict[str, Citations] = field(
        "Nguồn riêng",
        "Tên trường → nguồn chỉ nói về trường ấy, ví dụ date.",
        {},
        held=Cited(),
        column="documents.source",
    )
    implied: ImpliedFields = parts(
        "Không có nguyên chữ",
        "Tên trường → vì sao giá trị đúng dù nguồn không có từ ấy.",
        {},
    )
    note: Line | None = field(
        "Ghi chú", "Lời của ban biên tập.", None, held=EDITORS, column="documents.note"
    )


class Issuer(Record):
    """A file `documents/<id>.yml`: one issuing body and its documents."""

    id: Id = field(
        "Mã",
        "Tên tệp.",
        held=STRUCTURAL,
        column="documents.issuer_id",
        shown=Not("mã nằm trong địa chỉ của cơ quan ban hành"),
    )
    name: Label = field(
        "Cơ quan ban hành", "Tên cơ quan ban hành.", held=CATALOGUE, column="documents.issuer"
    )
    organization: Id | None = field(
        "Tổ chức",
        "Mã tổ chức, nếu có trong dữ liệu.",
        None,
        held=STRUCTURAL,
        column="documents.issuer_organization_id",
    )
    documents: tuple[Document, ...] = parts("Văn bản", "Các văn bản.")
