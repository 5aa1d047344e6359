"""The closed lists of what sources say: statements, what became of a promise, conflicts."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.closed_list import ClosedList, Code


@dataclass(frozen=True)
class StatementKind(Code):
    """A kind of statement.

    `heading` is the heading of all statements of the kind. `told` is the verb after the report that
    says it (“Báo cáo tổng kết nêu nguyên nhân”), `done` the verb after whoever did it (“Đại hội lần
    thứ VI quyết định”). `followed`: a later source can answer it. `ahead`: it is about the future.
    """

    heading: str = ""
    told: str = ""
    done: str = ""
    followed: bool = False
    ahead: bool = False


STATEMENT_KINDS = ClosedList(
    StatementKind(
        "cause",
        "nguyên nhân",
        "nguyên nhân: vì sao một việc ra như thế",
        printed="nguyên nhân / do / vì / bởi / xuất phát từ / nhờ / từ khi / dẫn đến",
        heading="Nguyên nhân",
        told="nêu nguyên nhân",
        done="nêu nguyên nhân",
    ),
    StatementKind(
        "appraisal",
        "đánh giá",
        "đánh giá: việc làm được đến đâu, có tác dụng gì",
        said=False,
        heading="Đánh giá",
        told="đánh giá",
        done="đánh giá",
    ),
    StatementKind(
        "shortcoming",
        "hạn chế",
        "hạn chế: điều chưa làm được, làm chưa tốt",
        printed=(
            "hạn chế / chưa / còn / khuyết điểm / yếu / yếu kém / tồn tại / chậm / thiếu / thấp / "
            "khó khăn / vướng mắc / bất cập / không / ít / lúng túng"
        ),
        heading="Hạn chế",
        told="nêu hạn chế",
        done="nêu hạn chế",
    ),
    StatementKind(
        "lesson",
        "bài học",
        "bài học: kinh nghiệm được rút ra",
        printed="bài học / kinh nghiệm / rút ra / phải / cần",
        heading="Bài học",
        told="rút ra bài học",
        done="rút ra bài học",
    ),
    StatementKind(
        "method",
        "cách làm",
        "cách làm: việc được làm như thế nào, bằng gì",
        said=False,
        heading="Cách làm",
        told="kể cách làm",
        done="kể cách làm",
    ),
    StatementKind(
        "decision",
        "quyết định",
        "quyết định: điều đã được định ra, chủ trương",
        printed=(
            "quyết định / quyết nghị / nghị quyết / chủ trương / thống nhất / thông qua / "
            "ban hành / xác định / chỉ đạo / đề án / quy định / quy chế / kế hoạch / "
            "chương trình / chỉ thị / kết luận / lựa chọn / phân công / thành lập"
        ),
        heading="Quyết định, chủ trương",
        told="ghi quyết định",
        done="quyết định",
        ahead=True,
    ),
    StatementKind(
        "promise",
        "việc đề ra",
        "việc đề ra: nhiệm vụ, mục tiêu, giải pháp sẽ làm",
        printed=(
            "phấn đấu / sẽ / tiếp tục / nhiệm vụ / mục tiêu / giải pháp / phương hướng / "
            "tập trung / đẩy mạnh / tăng cường / nâng cao / xây dựng / hoàn thành / chú trọng / "
            "đến năm / thực hiện / triển khai / phát huy / khắc phục / đổi mới / bảo đảm / "
            "đảm bảo / chủ động / quan tâm / quyết tâm / cần / phải / dự kiến"
        ),
        heading="Việc đề ra",
        told="đề ra việc",
        done="đề ra việc",
        followed=True,
        ahead=True,
    ),
    StatementKind(
        "request",
        "kiến nghị",
        "kiến nghị, đề nghị với cấp trên hoặc cơ quan khác",
        printed=(
            "đề nghị / kiến nghị / đề xuất / xin / cần có / cần ban hành / mong / nên / cần / phải"
        ),
        heading="Kiến nghị",
        told="kiến nghị",
        done="kiến nghị",
        followed=True,
        ahead=True,
    ),
)
"""What a source says beyond numbers and days."""

DOMAINS = ClosedList(
    Code("ideology", "công tác tư tưởng", "chính trị, tư tưởng, tuyên giáo, học tập nghị quyết"),
    Code("organization", "công tác tổ chức", "tổ chức, bộ máy, hợp nhất, sinh hoạt chi bộ"),
    Code("cadres", "công tác cán bộ", "quy hoạch, bổ nhiệm, đào tạo, luân chuyển cán bộ"),
    Code("members", "công tác đảng viên", "kết nạp, quản lý, sàng lọc đảng viên"),
    Code("inspection", "kiểm tra, giám sát", "kiểm tra, giám sát, kỷ luật đảng"),
    Code("integrity", "phòng, chống tham nhũng", "phòng, chống tham nhũng, lãng phí, tiêu cực"),
    Code("mass-work", "công tác dân vận", "dân vận, Mặt trận, đoàn thể, dân chủ ở cơ sở"),
    Code("leadership", "phương thức lãnh đạo", "phương thức lãnh đạo, quy chế, lề lối làm việc"),
    Code("emulation", "thi đua, khen thưởng"),
    Code("government", "công tác chính quyền", "Hội đồng nhân dân, chính quyền, hành chính"),
    Code("digital", "chuyển đổi số", "chuyển đổi số, khoa học, công nghệ"),
    Code("economy", "kinh tế", "kinh tế, sản xuất, hợp tác xã, thu chi ngân sách"),
    Code("land", "đất đai, đô thị", "đất đai, đô thị, hạ tầng, giao thông, xây dựng"),
    Code("environment", "môi trường", "môi trường, phòng, chống thiên tai"),
    Code("culture", "văn hóa, giáo dục", "văn hóa, giáo dục, thể thao, di tích"),
    Code("welfare", "y tế, an sinh xã hội", "y tế, chính sách, giảm nghèo, việc làm"),
    Code("defence", "quốc phòng, an ninh", "quốc phòng, quân sự, an ninh, trật tự"),
    Code("struggle", "đấu tranh cách mạng", "vận động, đấu tranh giành chính quyền"),
    Code("resistance", "kháng chiến", "kháng chiến, hậu phương, chi viện"),
    Code("whole", "lãnh đạo chung", "nhiều lĩnh vực cùng lúc, hoặc cả nhiệm kỳ"),
)
"""Fields of work of a local party organization, from 1930 on."""

WHOLE = "whole"
"""The code for no single field, which is not shown beside a statement."""

ANSWERS = ClosedList(
    Code(
        "done",
        "đã làm",
        printed="đã / đạt / hoàn thành / vượt / xong / thực hiện / thành lập / ban hành",
    ),
    Code(
        "partly",
        "làm được một phần",
        printed="một phần / bước đầu / đang / còn / chưa / một số / từng bước / cơ bản",
    ),
    Code(
        "not",
        "chưa làm",
        printed="chưa / không / chậm / còn",
    ),
)
"""What became of a promise, as a later source says; without such a source it is unknown."""


@dataclass(frozen=True)
class ConflictKind(Code):
    """A kind of conflict; `means` tells readers whether both sides can be true."""

    means: str = ""


CONFLICT_KINDS = ClosedList(
    ConflictKind(
        "contradiction",
        "mâu thuẫn",
        "mâu thuẫn: các bên không thể cùng đúng",
        means="không thể cùng đúng",
    ),
    ConflictKind(
        "tension",
        "chỗ lệch",
        "chỗ lệch: các bên có thể cùng đúng, người đọc nên biết cả hai",
        means="có thể cùng đúng",
    ),
)
"""Whether the sides of a conflict exclude each other."""
