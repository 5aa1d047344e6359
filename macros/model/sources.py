"""Sources, from which facts are taken."""

from __future__ import annotations

from typing import Annotated

from macros.dates import Edtf
from macros.model.base import Record, field, many, parts
from macros.model.citations import CitationError, parse_citations
from macros.model.codes import SOURCE_STATUSES
from macros.model.contract import DESCRIPTION, EDITORS, STRUCTURAL, Not
from macros.model.scalars import Citations, Date, Flag, Id, Ids, Label, Line, Lines
from macros.model.source_codes import LEFT_OUT_REASONS, PUBLISHED_REASONS


def spanned(paragraphs: str) -> frozenset[int]:
    """Return the numbers of paragraphs that are written as "1-12,15"; none if that is unclear."""
    try:
        spans = parse_citations(f"a#{paragraphs.replace(' ', '')}")
    except CitationError:
        return frozenset()
    return frozenset(number for one in spans for number in one.numbers)


class Heading(Record):
    """A printed heading of a source and the paragraphs under it."""

    paragraphs: Line = field(
        "Các đoạn", 'Ví dụ "1-11".', held=DESCRIPTION, column="headings.paragraphs"
    )
    title: Line = field(
        "Đề mục", "Đề mục ngắn, ví dụ mục III.", held=DESCRIPTION, column="headings.title"
    )
    pages: Line | None = field(
        "Trang", "Trang in, nếu biết.", None, held=DESCRIPTION, column="headings.pages"
    )


class NotFact(Record):
    """Numbers in a source that are not facts, with the reason."""

    paragraphs: Line = field(
        "Các đoạn",
        'Ví dụ "12" hoặc "1-11".',
        held=STRUCTURAL,
        column="not_facts.paragraphs",
        shown=Not("nói số nào không phải dữ kiện, để báo cáo chỗ chưa dùng đúng"),
    )
    numbers: Lines = field(
        "Các số",
        "Các số như in.",
        held=Not("số nào không có trong đoạn thì make check nói"),
        column="not_facts.numbers",
        shown=Not("nói số nào không phải dữ kiện, để báo cáo chỗ chưa dùng đúng"),
    )
    reason: Line = field(
        "Lý do",
        "Vì sao không phải dữ kiện.",
        held=EDITORS,
        column="not_facts.reason",
        shown=Not("nói số nào không phải dữ kiện, để báo cáo chỗ chưa dùng đúng"),
    )


class LeftOut(Record):
    """Sentences of a source that nothing tells on purpose, with the reason."""

    paragraphs: Line = field(
        "Các đoạn", 'Ví dụ "12" hoặc "1-7".', held=STRUCTURAL, column="left_out.paragraphs"
    )
    sentences: Line | None = field(
        "Các câu",
        'Câu thứ mấy của một đoạn, ví dụ "2" hoặc "1,3-4"; không ghi là cả đoạn.',
        None,
        held=STRUCTURAL,
        column="left_out.sentences",
    )
    reason: Annotated[str, LEFT_OUT_REASONS] = field(
        "Lý do", f"{LEFT_OUT_REASONS.help}.", held=EDITORS, column="left_out.reason"
    )
    of: Citations = many(
        "Nhắc lại đoạn nào",
        "Đoạn đã kể điều ấy, ví dụ ky-yeu#12; chỉ với lý do repetition.",
        held=STRUCTURAL,
        column="left_out.of",
    )


class Published(Record):
    """Why the text of a source may be published; the text is `sources/<id>.txt`."""

    reason: Annotated[str, PUBLISHED_REASONS] = field(
        "Vì sao công bố được",
        f"{PUBLISHED_REASONS.help}.",
        held=EDITORS,
        column="sources.published_reason",
    )
    licence: Line | None = field(
        "Căn cứ công bố",
        "Văn bản cho phép, giấy phép, hoặc vì sao hết thời hạn bảo hộ; bắt buộc khi reason không "
        "phải legal-text.",
        None,
        held=EDITORS,
        column="sources.licence",
    )


class Source(Record):
    """A document from which facts are taken; file `sources/<id>.yml`."""

    id: Id = field(
        "Mã",
        "Tên tệp.",
        held=STRUCTURAL,
        column=("sources.id", "headings.source_id", "not_facts.source_id", "left_out.source_id"),
        shown=Not("mã nằm trong địa chỉ của nguồn"),
    )
    title: Label = field("Tên", "Tên nguồn.", held=DESCRIPTION, column="sources.title")
    kind: Line = field(
        "Loại",
        "Ví dụ: lịch sử đảng bộ, báo cáo chính trị.",
        held=DESCRIPTION,
        column="sources.kind",
    )
    issuer: Line | None = field(
        "Cơ quan",
        "Cơ quan soạn hoặc ban hành.",
        None,
        held=DESCRIPTION,
        column="sources.issuer",
    )
    symbol: Line | None = field(
        "Số, ký hiệu",
        "Như in; chỗ bỏ trống viết dấu …, ví dụ …-BC/ĐU.",
        None,
        held=DESCRIPTION,
        column="sources.symbol",
    )
    date: Date | None = field(
        "Ngày", "Ngày của nguồn, nếu có ghi.", None, held=DESCRIPTION, column="sources.date"
    )
    printed: Line | None = field(
        "Cách ghi ngày",
        "Như in, khi ngày bỏ trống.",
        None,
        held=DESCRIPTION,
        column="sources.printed",
    )
    status: Annotated[str, SOURCE_STATUSES] = field(
        "Tình trạng", f"{SOURCE_STATUSES.help}.", held=DESCRIPTION, column="sources.status"
    )
    speaks_until: Date = field(
        "Thông tin đến hết",
        "Thời điểm cuối mà nguồn nói đến.",
        held=DESCRIPTION,
        column="sources.speaks_until",
    )
    organizations: Ids = many(
        "Đề cập",
        "Mã các tổ chức được nói đến.",
        held=DESCRIPTION,
        column="sources.organizations",
    )
    kept_at: Line | None = field(
        "Nơi giữ", "Nơi lưu bản gốc.", None, held=DESCRIPTION, column="sources.kept_at"
    )
    access: Line | None = field(
        "Tiếp cận",
        "Ai được xem, xin xem ở đâu (cơ quan, địa chỉ, điện thoại).",
        None,
        held=DESCRIPTION,
        column="sources.access",
    )
    published: Published | None = parts(
        "Công bố lời",
        "Chỉ cho nguồn được phép công bố cả lời: lời nằm ở sources/MÃ.txt, mỗi đoạn một dòng, và "
        "hiện trên trang của nguồn.",
        None,
    )
    restricted: Flag = field(
        "Hạn chế",
        "true: tệp bằng chứng chỉ giữ giá trị của những đoạn được dẫn.",
        False,
        held=DESCRIPTION,
        column="sources.restricted",
        shown=Not("nói về tệp bằng chứng; ai được xem nguồn thì ghi ở access"),
    )
    withheld: Lines = many(
        "Tên giữ kín",
        "Những tên có trong nguồn mà không được vào tệp bằng chứng, trang hay sách.",
        held=EDITORS,
        column=Not("tên giữ kín thì không công bố"),
        shown=Not("tên giữ kín thì không hiện"),
    )
    transcribed: Flag = field(
        "Đã chép",
        "true khi đã có bản chép đánh số đoạn.",
        True,
        held=STRUCTURAL,
        column="sources.transcribed",
    )
    ocr: Flag = field(
        "Bản nhận dạng",
        "true khi bản chép do máy nhận dạng từ ảnh quét: dữ kiện được ghi là “đối chiếu với bản "
        "nhận dạng” cho đến khi có người đọc lại đoạn.",
        False,
        held=STRUCTURAL,
        column="sources.ocr",
    )
    read: Line | None = field(
        "Đoạn đã đọc lại",
        'Những đoạn của bản nhận dạng mà người biên tập đã đọc lại với bản quét, ví dụ "1-12,15".',
        None,
        held=EDITORS,
        column="sources.read",
    )
    headings: tuple[Heading, ...] = parts("Đề mục", "Đề mục in theo khoảng đoạn.", ())
    not_facts: tuple[NotFact, ...] = parts("Số không phải dữ kiện", "Kèm lý do.", ())
    left_out: tuple[LeftOut, ...] = parts("Câu không kể", "Câu cố ý không kể, kèm lý do.", ())
    missing: Lines = many(
        "Phần thiếu",
        "Phụ lục, ảnh, chú thích được nhắc đến mà không có.",
        held=DESCRIPTION,
        column="sources.missing",
    )
    note: Line | None = field(
        "Ghi chú", "Lời của ban biên tập.", None, held=EDITORS, column="sources.note"
    )

    @property
    def read_again(self) -> frozenset[int]:
        """The paragraphs of a recognised transcription that somebody has read; none if unclear."""
        return spanned(self.read or "")

    @property
    def told_on(self) -> Edtf:
        """Its date, or else up to when it speaks: it cannot know of anything later."""
        return self.date or self.speaks_until
