"""The closed list of the reasons for which sentences of a source are told nowhere."""

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
