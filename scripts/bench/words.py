"""The words of fabricated sites: plain Vietnamese, invented names of people and places.

Nothing here is taken from a source. For the measurements, the text only needs the length, the
letters and the diacritics of real chapters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_SUBJECTS = (
    "tổ chức này", "ban điều hành", "nhóm thư ký", "bộ phận hành chính", "các đơn vị cơ sở",
    "hội nghị thường kỳ", "tổ soạn thảo", "người phụ trách", "các thành viên mới", "văn phòng",
)  # fmt: skip
_VERBS = (
    "rà soát", "xây dựng", "hoàn thiện", "sắp xếp lại", "ghi chép", "tổng hợp", "thảo luận về",
    "chuẩn bị", "công bố", "lưu giữ", "kiểm kê", "điều chỉnh", "bổ sung", "mở rộng", "theo dõi",
)  # fmt: skip
_OBJECTS = (
    "chương trình làm việc", "danh mục hồ sơ", "kế hoạch từng quý", "quy trình trao đổi thông tin",
    "lịch họp định kỳ", "bảng phân công", "nội dung sinh hoạt", "phương án bố trí phòng họp",
    "sổ theo dõi công việc", "báo cáo từng phần", "tài liệu hướng dẫn", "đề cương tổng hợp",
    "hệ thống biểu mẫu", "kho tư liệu chung", "các lớp tập huấn", "mạng lưới cộng tác viên",
)  # fmt: skip
_CIRCUMSTANCES = (
    "theo từng giai đoạn", "trên cơ sở ý kiến của các đơn vị", "sau khi đối chiếu số liệu",
    "để thuận tiện cho việc tra cứu", "phù hợp với điều kiện thực tế", "trong phạm vi được giao",
    "cùng với các đơn vị liên quan", "trước khi kết thúc quý", "tại trụ sở và tại các cơ sở",
    "qua nhiều lần lấy ý kiến", "với sự tham gia của nhiều bộ phận", "theo mẫu thống nhất",
)  # fmt: skip
_LINKS = ("và", "đồng thời", "nhờ đó", "tiếp theo", "bên cạnh việc ấy", "sau đó")
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đỗ", "Bùi", "Hoàng", "Đặng", "Ngô", "Đinh")
_MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Xuân", "Quang", "Hữu", "Ngọc", "Thanh", "Khắc")
_GIVEN = (
    "An", "Ánh", "Bình", "Cường", "Dũng", "Đạt", "Giang", "Hà", "Hùng", "Khôi", "Lan", "Lâm",
    "Mai", "Nam", "Oanh", "Phúc", "Quyên", "Sơn", "Tâm", "Thủy", "Uyên", "Vinh", "Xuyến", "Yến",
)  # fmt: skip
_FIRST_SYLLABLES = (
    "Thạch", "Lam", "Vân", "Tường", "Bạch", "Hoa", "Ngân", "Trúc", "Diệp", "Mộc",
    "Thanh", "Cẩm", "Hạc", "Tùng", "Liên", "Kim", "Phượng", "Đào", "Quế", "Yên",
)  # fmt: skip
_SECOND_SYLLABLES = (
    "Khê", "Trạch", "Lĩnh", "Đàm", "Xuyên", "Ổ", "Sa", "Phố", "Cầu", "Bãi",
    "Trì", "Động", "Viên", "Hạ", "Thượng", "Trung", "Đông", "Đoài", "Nội", "Ngoại",
)  # fmt: skip


def clause(random: Random) -> str:
    """Return about sixteen words that could stand in a chronicle and state nothing."""
    parts = (_SUBJECTS, _VERBS, _OBJECTS, _CIRCUMSTANCES)
    return " ".join(random.choice(words) for words in parts)


def sentences(random: Random, words: int) -> str:
    """Return whole sentences of at least `words` words altogether."""
    written: list[str] = []
    count = 0
    while count < words:
        sentence = f"{clause(random)}, {random.choice(_LINKS)} {clause(random)}."
        written.append(sentence[0].upper() + sentence[1:])
        count += len(sentence.split())
    return " ".join(written)


def title(random: Random) -> str:
    """Return the title of a document or a heading: five to eight words."""
    return f"{random.choice(_VERBS)} {random.choice(_OBJECTS)}".capitalize()


def person(random: Random) -> str:
    """Return a person's name of three words."""
    return " ".join(random.choice(words) for words in (_FAMILIES, _MIDDLES, _GIVEN))


def place(number: int) -> str:
    """Return the name of place `number`; unique for numbers up to 400."""
    first, second = divmod(number, len(_SECOND_SYLLABLES))
    return f"{_FIRST_SYLLABLES[first % len(_FIRST_SYLLABLES)]} {_SECOND_SYLLABLES[second]}"
