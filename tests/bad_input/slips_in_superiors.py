"""Slips in what organizations belonged to over time."""

from __future__ import annotations

from tests.bad_input.slips import Edit, Slip, added, both, typed, written
from tests.small_site import ORGANIZATION

DISTRICT = "data/organizations/huyen-may/organization.yml"
TOWN = "data/organizations/thi-xa-may/organization.yml"
HOMES = both(
    written(DISTRICT, "kind: party\nshort_name: Tỉnh ủy Sông Mây\n"),
    written(TOWN, "kind: party\nshort_name: Đảng bộ xã Mây Thượng\n"),
)
PARENTS = """\
parents:
  - id: thuoc-huyen
    organization: huyen-may
    start_date: "1950-03-02"
    end_date: "1952-05-10"
    cite: ky-yeu#1-2
  - id: thuoc-thi-xa
    organization: huyen-may
    start_date: "1952-05-10"
    cite: ky-yeu#1-2
"""
"""What is right: each slip is made in it. The organizations are named in the passage."""


def parents(old: str, new: str) -> Edit:
    return both(HOMES, added(ORGANIZATION, PARENTS), typed(ORGANIZATION, old, new))


SLIPS = (
    Slip(
        "several superiors in the field for one",
        both(HOMES, added(ORGANIZATION, "parent: [huyen-may, thi-xa-may]\n")),
        ORGANIZATION,
        "parent",
        ("cần đúng một mã", "ghi ở parents"),
    ),
    Slip(
        "superior with a time in the field for one",
        both(HOMES, added(ORGANIZATION, PARENTS.replace("parents:", "parent:"))),
        ORGANIZATION,
        "",
        ("cần đúng một mã", "ghi ở parents"),
    ),
    Slip(
        "several areas in the field for one",
        both(HOMES, added(ORGANIZATION, "area: [huyen-may, thi-xa-may]\n")),
        ORGANIZATION,
        "area",
        ("cần đúng một mã", "ghi ở areas"),
    ),
    Slip(
        "superior in both forms",
        both(HOMES, added(ORGANIZATION, f"parent: huyen-may\n{PARENTS}")),
        ORGANIZATION,
        "parent: huyen-may",
        ("vừa có parent vừa có parents → xóa dòng parent",),
    ),
    Slip(
        "superiors as one id",
        both(HOMES, added(ORGANIZATION, "parents: huyen-may\n")),
        ORGANIZATION,
        "parents",
        ("parents",),
    ),
    Slip(
        "list of ids as superiors",
        both(HOMES, added(ORGANIZATION, "parents: [huyen-may]\n")),
        ORGANIZATION,
        "parents",
        ("nhóm trường",),
    ),
    Slip(
        "superior that is nowhere",
        parents("organization: huyen-may", "organization: huyen-mai"),
        ORGANIZATION,
        "organization: huyen-mai",
        ("không có tổ chức nào mang mã “huyen-mai”", "huyen-may"),
    ),
    Slip(
        "superior that is the organization itself",
        parents(
            "organization: huyen-may\n    start_date", "organization: may-thuong\n    start_date"
        ),
        ORGANIZATION,
        "organization: may-thuong",
        ("“may-thuong” là cấp trên của chính mình",),
    ),
    Slip(
        "circle of superiors on one day",
        both(
            HOMES,
            added(ORGANIZATION, PARENTS),
            added(DISTRICT, "parent: thi-xa-may\n"),
            added(TOWN, "parent: may-thuong\n"),
        ),
        DISTRICT,
        "parent: thi-xa-may",
        (
            "cấp trên đi vòng, cùng một lúc: “huyen-may” → “thi-xa-may” → “may-thuong” → “huyen-may”",
        ),
    ),
    Slip(
        "superior without its source",
        parents("    cite: ky-yeu#1-2\n  - id", "  - id"),
        ORGANIZATION,
        "id: thuoc-huyen",
        ("thêm dòng “cite: …”",),
    ),
    Slip(
        "superior without an id",
        parents("  - id: thuoc-huyen\n    organization", "  - organization"),
        ORGANIZATION,
        "organization",
        ("thêm dòng “id: …”",),
    ),
    Slip(
        "end of a superior before its start",
        parents(
            '"1950-03-02"\n    end_date: "1952-05-10"', '"1952-05-10"\n    end_date: "1950-03-02"'
        ),
        ORGANIZATION,
        "end_date",
        ("ngày kết thúc 02/03/1950 đứng trước ngày bắt đầu 10/05/1952",),
    ),
    Slip(
        "one superior twice at a time",
        parents('    end_date: "1952-05-10"\n', ""),
        ORGANIZATION,
        "organization: huyen-may",
        ("“thuoc-huyen” và “thuoc-thi-xa” nói về cùng một nơi “huyen-may”",),
    ),
    Slip(
        "superior before the founding",
        both(
            parents("organization: huyen-may", "organization: huyen-may"),
            typed(ORGANIZATION, 'date: "1950-03-02"', 'date: "1952-05-10"'),
            typed(ORGANIZATION, "  cite: ky-yeu#1\n", "  cite: ky-yeu#1-2\n"),
        ),
        ORGANIZATION,
        'start_date: "1950-03-02"',
        ("“thuoc-huyen” bắt đầu ngày 02/03/1950, trước khi tổ chức này thành lập",),
    ),
    Slip(
        "superior that had ended",
        both(
            HOMES,
            added(ORGANIZATION, PARENTS[: PARENTS.index("  - id: thuoc-thi-xa")]),
            added(
                DISTRICT,
                'dissolution: { id: het, date: "1950-03-02", cite: ky-yeu#1 }\n',
            ),
        ),
        ORGANIZATION,
        'end_date: "1952-05-10"',
        ("“thuoc-huyen” kết thúc ngày 10/05/1952, sau khi “huyen-may” kết thúc",),
    ),
    Slip(
        "day of a superior that no source tells",
        parents('end_date: "1952-05-10"', 'end_date: "1951-05-10"'),
        ORGANIZATION,
        "end_date",
        (r"end_date của thuoc-huyen",),
    ),
    Slip(
        "superior that the passage does not name",
        both(
            parents("organization: huyen-may", "organization: huyen-may"),
            typed(DISTRICT, "Tỉnh ủy Sông Mây", "Huyện ủy Cồn Gió"),
            typed(ORGANIZATION, PARENTS[PARENTS.index("  - id: thuoc-thi-xa") :], ""),
        ),
        ORGANIZATION,
        "organization: huyen-may",
        (r"Huyện ủy Cồn Gió.* \(organization của thuoc-huyen\)",),
    ),
    Slip(
        "label for superiors",
        parents("parents:", "Cấp trên theo thời gian:"),
        ORGANIZATION,
        "Cấp trên theo thời gian",
        ("viết “parents: …”",),
    ),
    Slip(
        "area instead of organization",
        parents("organization: huyen-may", "area: huyen-may"),
        ORGANIZATION,
        "",
        ("organization",),
    ),
    Slip(
        "two superiors of one id",
        parents("id: thuoc-thi-xa", "id: thuoc-huyen"),
        ORGANIZATION,
        "id: thuoc-huyen",
        ("dữ kiện “thuoc-huyen” đã có ở",),
    ),
)
