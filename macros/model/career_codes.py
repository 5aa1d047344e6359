"""The closed lists of people's careers: how a post was held, why it ended, what came after.

All others are in :mod:`macros.model.codes`.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.closed_list import ClosedList, Code

MANNERS = ClosedList(
    Code("elected", "bầu", printed="bầu / trúng cử / đắc cử"),
    Code(
        "re-elected",
        "tái cử",
        printed="tái cử / tái đắc cử / bầu lại / tiếp tục được bầu / tiếp tục giữ",
    ),
    Code("designated", "chỉ định", printed="chỉ định"),
    Code("assigned", "phân công", printed="phân công / được giao"),
    Code("transferred", "điều động", printed="điều động"),
    Code("appointed", "bổ nhiệm", printed="bổ nhiệm"),
    Code("rotated", "luân chuyển", printed="luân chuyển"),
)
"""How a person came to a post."""

CAPACITIES = ClosedList(
    Code(
        "acting",
        "quyền",
        "quyền; thay người vắng mặt hoặc khi ghế trống",
        printed=(
            "giữ quyền / làm quyền / giao quyền / cử quyền / quyền bí thư / quyền phó bí thư / "
            "quyền chủ tịch / quyền phó chủ tịch / quyền chủ nhiệm / quyền trưởng / "
            "quyền giám đốc / quyền chánh"
        ),
    ),
    Code("provisional", "lâm thời", "lâm thời; ở một tổ chức hay cấp ủy lâm thời"),
    Code("in-charge", "phụ trách", "được giao phụ trách mà không giữ chức"),
    Code(
        "deputy-in-charge",
        "phó phụ trách",
        "cấp phó được giao phụ trách",
        printed="phó phụ trách / phụ trách",
    ),
)
"""How a post is held if not in full; a membership held in full has no capacity.

The word “quyền” also occurs in “chính quyền” and “quyền hạn”, so it is looked for in sources only
together with another word.
"""

STANDING_IN = frozenset({"acting", "in-charge", "deputy-in-charge"})
"""The capacities of a stand-in, who does the work of a holder and may serve beside that holder."""


SHARED_SEATS = ClosedList(
    Code("handover", "bàn giao", "người cũ và người mới cùng giữ một thời gian để bàn giao"),
    Code("two-bodies", "hai cấp ủy song song", "hai cấp ủy cùng tồn tại, mỗi bên một người"),
    Code("joint", "cùng giữ", "hai người được giao cùng một ghế"),
)
"""Why somebody has a seat that another has at the same time."""


@dataclass(frozen=True)
class EndReason(Code):
    """Why a term ended.

    `alone`: its word says without any other that the term ended (“hy sinh”). `of_body`: sources say
    it of the body, so its words need not stand near the person.
    """

    alone: bool = False
    of_body: bool = False


END_REASONS = ClosedList(
    EndReason(
        "retired",
        "nghỉ hưu",
        printed="nghỉ hưu / nghỉ chế độ / nghỉ công tác / hưu trí / nghỉ hưởng chế độ",
        alone=True,
    ),
    EndReason(
        "transferred",
        "điều động nhận nhiệm vụ khác",
        printed=(
            "điều động / nhận nhiệm vụ mới / nhận nhiệm vụ khác / "
            "nhận công tác khác / chuyển công tác"
        ),
    ),
    EndReason("rotated", "luân chuyển", printed="luân chuyển"),
    EndReason("succeeded", "có người kế nhiệm", printed="thay / kế nhiệm"),
    EndReason(
        "term-ended",
        "hết nhiệm kỳ",
        printed="hết nhiệm kỳ / kết thúc nhiệm kỳ / hết khóa",
        alone=True,
    ),
    EndReason("died", "từ trần", printed="từ trần / mất / qua đời / tạ thế", alone=True),
    EndReason("fallen", "hy sinh", printed="hy sinh / ngã xuống", alone=True),
    EndReason(
        "arrested",
        "bị bắt",
        printed=(
            "bị bắt / bị địch bắt / bị giặc bắt / bị Pháp bắt / bị mật thám bắt / bị bắt giam / "
            "bị cầm tù / sa vào tay địch / sa vào tay giặc"
        ),
        alone=True,
    ),
    EndReason("dismissed", "bị cách chức", printed="cách chức", alone=True),
    EndReason("expelled", "bị khai trừ", "bị khai trừ khỏi Đảng", printed="khai trừ", alone=True),
    EndReason("resigned", "từ chức", printed="từ chức / từ nhiệm / xin thôi / xin rút", alone=True),
    EndReason(
        "relieved",
        "thôi giữ chức",
        printed="thôi giữ chức / miễn nhiệm / thôi tham gia / cho thôi",
        alone=True,
    ),
    EndReason(
        "body-dissolved",
        "tổ chức giải thể",
        "tổ chức giải thể, tan rã",
        printed=(
            "giải thể / giải tán / tan rã / tan vỡ / chấm dứt hoạt động / kết thúc hoạt động / "
            "ngừng hoạt động"
        ),
        of_body=True,
    ),
    EndReason(
        "annulled",
        "kết quả bầu bị hủy",
        printed=(
            "hủy kết quả / hủy bỏ kết quả / kết quả bị hủy / kết quả bầu bị hủy / "
            "kết quả bầu cử bị hủy / không công nhận kết quả / không công nhận kết quả bầu"
        ),
        of_body=True,
    ),
)
"""Why a term ended; a martyr's death has a code of its own."""

DEATHS = frozenset({"died", "fallen"})
"""The ends after which nobody holds a post."""


@dataclass(frozen=True)
class LaterKind(Code):
    """What happened to a person after a term; `ends` are the end reasons that it can follow."""

    ends: tuple[str, ...] = ()


LATER_KINDS = ClosedList(
    LaterKind(
        "restored",
        "được khôi phục đảng tịch",
        "khôi phục đảng tịch",
        printed=(
            "khôi phục đảng tịch / phục hồi đảng tịch / khôi phục quyền đảng viên / "
            "phục hồi quyền đảng viên / khôi phục sinh hoạt đảng / phục hồi sinh hoạt đảng"
        ),
        ends=("expelled",),
    ),
    LaterKind(
        "exonerated",
        "được minh oan",
        "minh oan, sửa sai",
        printed="minh oan / giải oan / sửa sai / khôi phục danh dự / phục hồi danh dự",
        ends=("arrested", "dismissed", "expelled", "died"),
    ),
    LaterKind(
        "released",
        "ra tù",
        "ra tù, được trả tự do",
        printed="ra tù / trả tự do / mãn hạn tù / hết hạn tù / được thả / được tha / trao trả",
        ends=("arrested",),
    ),
    LaterKind(
        "martyr",
        "được công nhận liệt sĩ",
        "công nhận liệt sĩ",
        printed="liệt sĩ / Tổ quốc ghi công",
        ends=("fallen", "died", "arrested"),
    ),
)
"""What may happen to a person after the end of a term."""

FULL_TIME = ClosedList(
    Code("true", "chuyên trách"),
    Code("false", "kiêm nhiệm", printed="kiêm nhiệm / kiêm / kiêm chức"),
)
"""The two answers of the flag `full_time`."""
