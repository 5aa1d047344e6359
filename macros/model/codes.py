"""The closed lists of the data: to add a code is to add a line here, and nowhere else.

Those of people's careers are in :mod:`macros.model.career_codes`, those of pictures in
:mod:`macros.model.picture_codes`, those of statements in :mod:`macros.model.statement_codes`,
those of what sources leave out in :mod:`macros.model.source_codes`.

What a code means beyond its word (that a renaming leads to no new organization) is said where
it is used; a code that no rule knows is shown by its word.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.closed_list import ClosedList, Code

# --- organizations --------------------------------------------------------------------------

ORGANIZATION_KINDS = ClosedList(
    Code("party", "tổ chức đảng"),
    Code("administrative", "đơn vị hành chính"),
    Code("mass", "tổ chức chính trị - xã hội", "đoàn thể"),
    Code("other", "tổ chức khác", "khác"),
)
"""A ward is not its party organization."""

NAME_BEARERS = ClosedList(
    Code("organization", "tổ chức", "đảng bộ"),
    Code(
        "committee",
        "cấp ủy",
        "đảng ủy (cấp ủy)",
        printed="Đảng ủy / Ban Chấp hành / Quận ủy / Huyện ủy / Thành ủy / Tỉnh ủy",
    ),
    Code("office", "cơ quan", printed="cơ quan / Văn phòng"),
)
"""Whose name it is: an organization, its committee and its office may be renamed on other days."""

ALIAS_KINDS = ClosedList(
    Code("secret", "bí danh", printed="bí danh / tên bí mật / tên hoạt động"),
    Code("number", "bí số"),
    Code(
        "common",
        "tên thường gọi",
        printed="thường gọi / quen gọi / tức / còn gọi / còn có tên / gọi là",
    ),
    Code("birth", "tên khai sinh", printed="tên khai sinh / tên thật / tên khai"),
    Code("code-name", "mật danh", "mật danh; của chi bộ, cơ sở"),
    Code(
        "wartime",
        "tên thời kháng chiến",
        "tên thời kháng chiến; của địa bàn, tổ chức",
        printed=(
            "mang tên / đặt tên / lấy tên / đổi tên / gọi là / tên kháng chiến / "
            "tên thời kháng chiến / mật danh / bí danh"
        ),
    ),
)
"""What kind of name an alias is, of a person or an organization."""


@dataclass(frozen=True)
class Turn(Code):
    """How a life of an organization began or ended; `begins` says on which side it stands."""

    begins: bool = True


_SUSPENDED = (
    "tạm ngừng / ngừng hoạt động / tạm dừng / tạm đình chỉ / đình chỉ hoạt động / gián đoạn"
)

TURNS = ClosedList(
    Turn(
        "restored", "khôi phục", printed="khôi phục / phục hồi / lập lại / tái lập / thành lập lại"
    ),
    Turn("resumed", "hoạt động trở lại", printed="trở lại / tiếp tục hoạt động / nối lại"),
    Turn("dissolved", "giải thể", printed="giải thể / giải tán", begins=False),
    Turn(
        "destroyed",
        "bị phá vỡ",
        printed="bị phá / phá vỡ / bị vỡ / tan vỡ / tan rã / bị địch phá",
        begins=False,
    ),
    Turn("suspended", "tạm ngừng hoạt động", printed=_SUSPENDED, begins=False),
)
"""How organizations began again and ended; a founding, or an end, needs no word of its own."""

CHANGE_KINDS = ClosedList(
    Code("merger", "hợp nhất", printed="hợp nhất / sáp nhập / nhập / sắp xếp"),
    Code(
        "absorption",
        "sáp nhập",
        "sáp nhập vào một tổ chức vẫn còn",
        printed="sáp nhập / nhập vào / nhập / gộp vào",
    ),
    Code(
        "split",
        "chia tách",
        printed="chia tách / tách / chia thành hai / chia thành ba / chia thành các",
    ),
    Code("renaming", "đổi tên", printed="đổi tên / mang tên / gọi là"),
    Code("transfer", "chuyển giao", printed="chuyển / tiếp nhận / bàn giao"),
    Code("founding", "thành lập", printed="thành lập / lập"),
    Code("dissolution", "giải thể", printed="giải thể / chấm dứt hoạt động / kết thúc hoạt động"),
    Code("suspension", "tạm ngừng hoạt động", printed=_SUSPENDED),
    Code(
        "restoration",
        "khôi phục",
        printed="khôi phục / phục hồi / lập lại / tái lập / thành lập lại / trở lại",
    ),
)

PARTICIPANT_ROLES = ClosedList(
    Code("from", "bên trước"),
    Code("to", "bên sau"),
    Code("moved", "bộ phận được chuyển"),
)

EXTENTS = ClosedList(
    Code("whole", "toàn bộ", printed="toàn bộ / nguyên trạng / toàn vẹn"),
    Code("most", "phần lớn", printed="phần lớn / đại bộ phận / hầu hết"),
    Code("part", "một phần", printed="một phần / phần còn lại / một số / một bộ phận"),
)
"""How much of a participant took part in a change."""

# --- posts, bodies, events ------------------------------------------------------------------

IMPLICATIONS = ClosedList(
    Code("worded", "nguồn nói bằng lời khác"),
    Code("inferred", "suy ra", "nguồn không nói hẳn; người đọc thấy là suy ra"),
)
"""Why the paragraphs that a fact cites do not contain the words for a value."""

BASES = ClosedList(
    Code("stated", "nguồn ghi"),
    Code("inferred", "suy ra"),
)
"""Whether a source states a date or it follows from what one says."""

BODIES = ClosedList(
    Code("executive", "Ban Chấp hành", printed="Ban Chấp hành / cấp ủy"),
    Code("standing", "Ban Thường vụ", printed="Ban Thường vụ / Thường vụ"),
    Code("inspection", "Ủy ban Kiểm tra"),
    Code("office", "cơ quan chuyên trách", printed="chuyên trách / biên chế / cơ quan"),
)

COMMITTEE_BASES = ClosedList(
    Code("elected", "bầu", printed="bầu"),
    Code("designated", "chỉ định", printed="chỉ định"),
    Code("other", "khác", printed="biên chế / thành lập / bố trí"),
)
"""How a body was formed; `other` means nothing to a reader and is not shown on pages."""


CONFERENCE_KINDS = ClosedList(
    Code(
        "mid-term",
        "hội nghị đại biểu giữa nhiệm kỳ",
        printed="hội nghị đại biểu / hội nghị giữa nhiệm kỳ / giữa nhiệm kỳ",
    ),
    Code("delegates", "hội nghị đại biểu", printed="hội nghị đại biểu"),
)
"""Meetings of delegates that are no congress."""


@dataclass(frozen=True)
class EventKind(Code):
    """A kind of event; `counterpart` is what its other side is called."""

    counterpart: str = "Bên kia"


EVENT_KINDS = ClosedList(
    EventKind("event", "sự kiện", said=False),
    EventKind(
        "award",
        "khen thưởng",
        "được khen thưởng",
        printed=(
            "tặng / khen / huân chương / cờ thi đua / công nhận / đạt chuẩn / tuyên dương / OCOP"
        ),
        counterpart="Bên khen thưởng",
    ),
    EventKind(
        "proposal",
        "kiến nghị, đề xuất",
        printed="đề nghị / kiến nghị / đề xuất / cần có / cần ban hành / xin có",
        counterpart="Bên nhận",
    ),
)

# --- statistics and targets -----------------------------------------------------------------

QUALIFIERS = ClosedList(
    Code("over", "trên", printed="trên / hơn / vượt / quá"),
    Code("nearly", "gần", printed="gần / xấp xỉ"),
    Code("about", "khoảng", printed="khoảng / ước / chừng"),
    Code("at_least", "ít nhất", printed="trở lên / ít nhất / tối thiểu / từ"),
    Code("at_most", "nhiều nhất", printed="trở xuống / tối đa / không quá / nhiều nhất / dưới"),
)
"""What is said before a number that is not exact."""

BOUNDS = frozenset({"over", "nearly", "at_least", "at_most"})
"""The qualifiers that leave open how much more or less the number really is."""

AGGREGATIONS = ClosedList(
    Code(
        "point",
        "tại thời điểm",
        "tại một thời điểm",
        printed="hiện có / có / hiện nay / đến / tính đến / gồm / với / quản lý / đạt",
    ),
    Code(
        "total",
        "trong kỳ",
        "cộng dồn trong kỳ",
        printed=(
            "trong nhiệm kỳ / trong năm / trong 5 năm / cả nhiệm kỳ / "
            "trong hai năm / tổng / cộng / từ năm / giai đoạn / nhiệm kỳ / đã / "
            "sau 5 năm"
        ),
    ),
    Code(
        "annual_mean", "bình quân hằng năm", "bình quân năm", printed="bình quân / trung bình / bq"
    ),
    Code(
        "each_year",
        "mỗi năm",
        printed="hàng năm / hằng năm / mỗi năm / từng năm / các năm / năm nào / năm",
    ),
)
"""How a figure counts over its period."""


@dataclass(frozen=True)
class TargetSetKind(Code):
    """A kind of table: `word` is what one row is called, `aimed` what its target is called."""

    aimed: str = ""


TARGET_SET_KINDS = ClosedList(
    TargetSetKind("targets", "chỉ tiêu", aimed="đề ra"),
    TargetSetKind("projects", "dự án", "danh mục dự án, công trình", aimed="quy mô"),
)

JUDGEMENTS = ("đạt", "vượt", "hoàn thành", "thực hiện", "xong", "chậm", "tăng", "giảm", "bằng")
"""The judgement of a table on a result contains one of these words."""

# --- documents, sources, terms, the printed edition -----------------------------------------

DOCUMENT_KINDS = ClosedList(
    Code("decision", "Quyết định"),
    Code("regulation", "Quy định"),
    Code("rules", "Quy chế"),
    Code("directive", "Chỉ thị"),
    Code("resolution", "Nghị quyết"),
    Code("conclusion", "Kết luận"),
    Code("plan", "Kế hoạch"),
    Code("guidance", "Hướng dẫn"),
    Code("letter", "Công văn"),
    Code("programme", "Chương trình"),
    Code("circular", "Thông tri"),
    Code("decree", "Nghị định"),
    Code("law", "Luật"),
    Code("report", "Báo cáo"),
    Code("project", "Đề án"),
    Code("statute", "Điều lệ"),
    Code("strategy", "Chiến lược"),
    Code("notice", "Thông báo"),
    Code("other", "Văn bản", said=False),
)
"""The first word of a document's title, with its capital also within a sentence."""

SOURCE_STATUSES = ClosedList(
    Code("draft", "dự thảo"),
    Code("final", "bản chính thức", "chính thức"),
    Code("unknown", "không rõ"),
)

ENTRY_KINDS = ClosedList(
    Code("abbreviation", "viết tắt", "chữ viết tắt"),
    Code("term", "thuật ngữ"),
)

EDITION_STATES = ClosedList(
    Code("draft", "bản thảo"),
    Code("review", "đang thẩm định"),
    Code("approved", "đã thẩm định"),
)
"""How far a volume has come; cover, running heads and site show it."""

SALES = ClosedList(
    Code("priced", "có giá bán"),
    Code("not-for-sale", "sách không bán"),
    Code("non-commercial", "tài liệu không kinh doanh"),
    Code("internal", "lưu hành nội bộ"),
)
"""How a book is distributed; imprint and back cover show it."""

PARTS = ClosedList(
    Code("foreword", "lời giới thiệu", "của cấp trên hoặc nhà xuất bản; đầu sách"),
    Code("preface", "lời nói đầu", "của ban biên soạn; sau lời giới thiệu"),
    Code("conclusion", "kết luận", "sau chương cuối, không đánh số"),
    Code("committees", "danh sách cấp ủy", "qua các kỳ đại hội; phụ lục, sau bảng đại hội"),
    Code("roll", "danh sách", "anh hùng, liệt sĩ, bà mẹ Việt Nam anh hùng, khen thưởng; phụ lục"),
    Code("chronology", "biên niên sự kiện", "phụ lục, sau số liệu và chỉ tiêu"),
    Code("sources", "ghi chép về nguồn tư liệu", "trước danh mục nguồn"),
)
"""What a chapter may be in a book other than a chapter, by the `part:` of its front matter."""

OPENINGS = ClosedList(
    Code("follow", "tiếp trang", "chương sau tiếp ngay dưới chương trước khi trang còn đủ chỗ"),
    Code("page", "sang trang"),
    Code("right", "sang trang lẻ"),
)
"""Where a chapter begins on paper."""

# --- rolls ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class RollKind(Code):
    """A kind of roll; `died` is what the column of the day of death is called."""

    died: str = "Ngày mất"


ROLL_KINDS = ClosedList(
    RollKind(
        "martyrs",
        "liệt sĩ",
        printed="liệt sĩ / liệt sỹ / hy sinh",
        died="Ngày hy sinh",
    ),
    RollKind(
        "mothers",
        "bà mẹ Việt Nam anh hùng",
        printed="mẹ Việt Nam anh hùng / bà mẹ / mẹ VNAH",
    ),
    RollKind("heroes", "anh hùng", printed="anh hùng"),
    RollKind(
        "first-members",
        "đảng viên đầu tiên",
        "đảng viên lớp đầu",
        printed="đảng viên",
    ),
    RollKind("prisoners", "người bị địch bắt, tù đày", printed="tù / bị bắt / bị địch bắt"),
    RollKind("other", "khác", said=False),
)
"""Whom a roll lists."""

# --- what the check is tried with -----------------------------------------------------------

CORRUPTIONS = ClosedList(
    Code("another", "thay bằng giá trị khác cũng có trong đoạn"),
    Code("random", "thay bằng giá trị bất kỳ"),
    Code("day", "lệch một ngày"),
    Code("month", "lệch một tháng"),
    Code("year", "lệch một năm"),
    Code("code", "chọn mục khác của danh mục"),
    Code("none", "bỏ trống"),
    Code("ordinal", "số thứ tự khác"),
    Code("word", "thay một từ"),
    Code("digits", "con số khác trong lời"),
    Code("neighbour", "dẫn sang đoạn bên cạnh"),
    Code("marked", "sai ở giá trị suy ra hay ghi bằng lời khác"),
)
"""How `make mutate` makes a value wrong; “marked” is any change of a value that an editor marked as
inferred or as worded otherwise."""
