"""Slips in who held a post: the name, or the words for someone without one."""

from __future__ import annotations

from tests.bad_input.slips import Slip, at, typed
from tests.small_site import LEADERSHIP

SLIPS = (
    Slip(
        "person forgotten",
        typed(LEADERSHIP, "    person: phung-van-khe\n", ""),
        LEADERSHIP,
        "id: bi-thu-khe",
        ("thêm dòng “person: …”.*thay bằng dòng “unnamed: …”",),
    ),
    at("person left empty", LEADERSHIP, "person: phung-van-khe", "person:", "“person” không có"),
    at(
        "holder without a name misspelt",
        LEADERSHIP,
        "person: phung-van-khe",
        "unamed: không rõ tên",
        "có phải ý bạn là “unnamed”",
    ),
    at(
        "label for a holder without a name",
        LEADERSHIP,
        "person: phung-van-khe",
        "Người không nêu tên: không rõ tên",
        "viết “unnamed: …”",
    ),
    at(
        "holder without a name denied",
        LEADERSHIP,
        "    person: phung-van-khe",
        "    person: phung-van-khe\n    unnamed: false",
        "xóa dòng này và ghi person",
    ),
    at(
        "name and no name",
        LEADERSHIP,
        "    person: phung-van-khe",
        "    person: phung-van-khe\n    unnamed: true",
        "xóa dòng unnamed; không nêu tên thì xóa dòng person",
    ),
    at(
        "word for a capacity",
        LEADERSHIP,
        "    person: phung-van-khe",
        "    person: phung-van-khe\n    capacity: quyền",
        "viết acting",
    ),
    at(
        "label for a capacity",
        LEADERSHIP,
        "    person: phung-van-khe",
        "    person: phung-van-khe\n    Tư cách: acting",
        "viết “capacity: …”",
    ),
    at(
        "capacity misspelt",
        LEADERSHIP,
        "    person: phung-van-khe",
        "    person: phung-van-khe\n    capacity: actng",
        "có phải ý bạn là “acting”",
    ),
    at(
        "capacity that nobody has",
        LEADERSHIP,
        "    person: phung-van-khe",
        "    person: phung-van-khe\n    capacity: full",
        "chọn một trong: acting: quyền; provisional: lâm thời",
    ),
    at(
        "several capacities",
        LEADERSHIP,
        "    person: phung-van-khe",
        "    person: phung-van-khe\n    capacity: [acting, in-charge]",
        "cần một từ, không phải danh sách",
    ),
    at(
        "capacity left empty",
        LEADERSHIP,
        "    person: phung-van-khe",
        "    person: phung-van-khe\n    capacity:",
        "“capacity”",
    ),
    at(
        "capacity that no source tells",
        LEADERSHIP,
        "    person: phung-van-khe",
        "    person: phung-van-khe\n    capacity: provisional",
        "lâm thời",
    ),
    at(
        "words for a person",
        LEADERSHIP,
        "person: phung-van-khe",
        "person: không rõ tên",
        "thay dòng person bằng “unnamed: không rõ tên”",
    ),
    at(
        "someone without a name for a person",
        "data/people/phung-van-khe.yml",
        "Phùng Văn Khế",
        "Không rõ tên",
        "không phải tên ai → xóa tệp này",
    ),
    at(
        "name for no name",
        LEADERSHIP,
        "person: phung-van-khe",
        "unnamed: phùng văn Khế",
        "thay dòng này bằng “person: phung-van-khe”",
    ),
    at(
        "id for no name",
        LEADERSHIP,
        "person: phung-van-khe",
        "unnamed: phung-van-khe",
        "thay dòng này bằng “person: phung-van-khe”",
    ),
)
