"""Closed lists of sources: why sentences are told nowhere, why a text may be published."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.closed_list import ClosedList, Code


@dataclass(frozen=True)
class LeftOutReason(Code):
    """Why sentences of a source are told nowhere.

    `frame` marks what has no content of its own, such as headings and the formal parts of a
    document: it is not counted as a sentence.
    """

    frame: bool = False


LEFT_OUT_REASONS = ClosedList(
    LeftOutReason("heading", "đề mục", frame=True),
    LeftOutReason(
        "formality",
        "thể thức văn bản",
        "tên cơ quan, số hiệu, ngày ký, nơi nhận, người ký",
        frame=True,
    ),
    LeftOutReason("table-head", "đầu bảng", "tên bảng, tên cột, tên nhóm dòng", frame=True),
    LeftOutReason("greeting", "lời thưa gửi", "lời thưa gửi, chào, chúc, cảm ơn", frame=True),
    LeftOutReason(
        "exhortation", "lời chúc, lời kêu gọi", "lời chúc, kêu gọi, quyết tâm không nêu việc nào"
    ),
    LeftOutReason("repetition", "nhắc lại đoạn khác", "nhắc lại đoạn đã kể (ghi ở of)"),
    LeftOutReason("quotation", "lời của văn bản khác", "chép lời của luật, nghị quyết, tác phẩm"),
    LeftOutReason("connective", "câu nối", "câu nối, câu dẫn không có nội dung riêng"),
    LeftOutReason("illegible", "chỗ trống hoặc hỏng", "chỗ bỏ trống, chỗ chép hỏng"),
)


@dataclass(frozen=True)
class PublishedReason(Code):
    """Why the text of a source may be published.

    `licensed` marks a reason that holds only by a paper or a circumstance, which `licence` names.
    """

    licensed: bool = False


PUBLISHED_REASONS = ClosedList(
    PublishedReason(
        "legal-text",
        "văn bản quy phạm pháp luật",
        "luật, nghị định, nghị quyết quy phạm pháp luật: không thuộc đối tượng bảo hộ quyền tác "
        "giả (Điều 15 Luật Sở hữu trí tuệ)",
    ),
    PublishedReason(
        "permission",
        "chủ sở hữu cho phép",
        "cơ quan hay người giữ quyền cho phép công bố cả lời (văn bản nào, ghi ở licence)",
        licensed=True,
    ),
    PublishedReason(
        "public-domain",
        "thuộc về công chúng",
        "hết thời hạn bảo hộ quyền tác giả (vì sao, ghi ở licence)",
        licensed=True,
    ),
)
