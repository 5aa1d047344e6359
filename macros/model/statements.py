"""What sources say beyond numbers: causes, appraisals, lessons, promises; each one sentence."""

from __future__ import annotations

from typing import Annotated

from macros.model.base import Fact, Record, field, many, parts
from macros.model.contract import STRUCTURAL, Attested, Coded, Not, OnDate, Paraphrase, Reference
from macros.model.scalars import CongressKey, Date, FactReference, Id, Ids, Line
from macros.model.statement_codes import ANSWERS, DOMAINS, STATEMENT_KINDS

_FILED = Not(
    "ban biên tập xếp vào một lĩnh vực để người đọc lọc; câu bên cạnh mới là lời của nguồn"
)


class Speaker(Record):
    """Who says it or decided it, if not the source itself; exactly one field is given."""

    congress: CongressKey | None = field(
        "Đại hội",
        "Số La Mã của đại hội, hoặc mã hội nghị đại biểu.",
        None,
        held=Reference(),
        column="statements.by_congress",
    )
    organization: Id | None = field(
        "Tổ chức", "Mã tổ chức.", None, held=Reference(), column="statements.by_organization_id"
    )
    person: Id | None = field(
        "Nhân vật", "Mã nhân vật.", None, held=Reference(), column="statements.by_person_id"
    )
    document: Id | None = field(
        "Văn bản", "Mã văn bản.", None, held=Reference(), column="statements.by_document_id"
    )
    words: Line | None = field(
        "Bằng lời",
        "Như nguồn gọi, khi không có mã, ví dụ Ban Thường vụ Huyện ủy.",
        None,
        held=Attested(),
        column="statements.by_words",
    )


SPEAKERS = tuple(Speaker.model_fields)
"""The ways to name who says something, of which one is given."""


class Statement(Fact):
    """What a source says in a sentence: always shown as what that source says."""

    kind: Annotated[str, STATEMENT_KINDS] = field(
        "Loại", f"{STATEMENT_KINDS.help}.", held=Coded(), column="statements.kind"
    )
    text: Line = field(
        "Nội dung",
        "Một câu, bằng lời của ban biên tập; không mở đầu bằng “báo cáo cho rằng”, trang tự ghi.",
        held=Paraphrase(),
        column="statements.text",
    )
    by: Speaker | None = parts(
        "Ai nói",
        "Chỉ khi không phải chính nguồn được dẫn: đúng một trong congress, organization, person, "
        "document, words.",
        None,
    )
    domain: Annotated[str, DOMAINS] = field(
        "Lĩnh vực", f"{DOMAINS.help}.", held=_FILED, column="statements.domain"
    )
    organization: Id | None = field(
        "Nói về tổ chức",
        "Mã tổ chức mà câu nói về, nếu không phải tổ chức của thư mục.",
        None,
        held=Reference(),
        column="statements.about_organization_id",
    )
    period: Date | None = field(
        "Thời kỳ",
        'Ví dụ "2020/2025"; nếu chỉ đoạn đầu của nguồn ghi thì thêm cite_for: {period: …}.',
        None,
        held=OnDate(),
        column="statements.period",
    )
    due: Date | None = field(
        "Thời hạn",
        'Của việc đề ra, ví dụ "2030" khi nguồn ghi “đến năm 2030”.',
        None,
        held=OnDate(),
        column="statements.due",
    )
    recipient: Line | None = field(
        "Bên nhận",
        "Của kiến nghị: cơ quan được kiến nghị, như nguồn ghi.",
        None,
        held=Attested(),
        column="statements.recipient",
    )
    judges: FactReference | None = field(
        "Về dữ kiện",
        "Mã dữ kiện mà câu giải thích hay đánh giá.",
        None,
        held=STRUCTURAL,
        column="statements.judges_fact_id",
    )
    answers: FactReference | None = field(
        "Trả lời",
        "Mã việc đề ra, kiến nghị hoặc chỉ tiêu của nguồn trước mà câu này trả lời.",
        None,
        held=STRUCTURAL,
        column="statements.answers_fact_id",
    )
    answer: Annotated[str, ANSWERS] | None = field(
        "Kết quả",
        f"{ANSWERS.help}; cùng với answers.",
        None,
        held=Coded(),
        column="statements.answer",
    )
    documents: Ids = many(
        "Văn bản", "Mã văn bản liên quan.", held=Reference(), column="statements.documents"
    )

    @property
    def followed(self) -> bool:
        """Whether later sources can answer it: a promise or a request."""
        return STATEMENT_KINDS.entry(self.kind).followed
