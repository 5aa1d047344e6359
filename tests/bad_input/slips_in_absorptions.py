"""Slips in what went into another organization that stays."""

from __future__ import annotations

from tests.bad_input.slips import Edit, Slip, both, typed, written

CHANGE = "data/changes/sap-nhap.yml"
HAMLET = "data/organizations/thon-may/organization.yml"
TOLD = """\
kind: absorption
date: "1952-05-10"
participants:
  - { organization: thon-may, role: from, extent: whole }
  - { organization: may-thuong, role: to }
cite: ky-yeu#2
implied:
  kind: "nguồn viết cách khác"
  participants: "nguồn viết cách khác"
"""
"""What is right: each slip is made in it."""
ENDED = """\
kind: party
short_name: Chi bộ thôn Mây
dissolution: { id: nhap, date: "1952-05-10", cite: ky-yeu#2 }
"""


def change(old: str, new: str) -> Edit:
    return both(written(HAMLET, ENDED), written(CHANGE, TOLD), typed(CHANGE, old, new))


SLIPS = (
    Slip(
        "merger with who stays on both sides",
        both(
            change("kind: absorption", "kind: merger"),
            typed(
                CHANGE,
                "  - { organization: may-thuong, role: to }\n",
                "  - { organization: may-thuong, role: from }\n"
                "  - { organization: may-thuong, role: to }\n",
            ),
        ),
        CHANGE,
        "organization: may-thuong, role: to",
        ("“may-thuong” đứng ở cả hai bên của việc hợp nhất → .* ghi kind: absorption",),
    ),
    Slip(
        "absorption with who stays on both sides",
        change(
            "  - { organization: may-thuong, role: to }\n",
            "  - { organization: may-thuong, role: from }\n"
            "  - { organization: may-thuong, role: to }\n",
        ),
        CHANGE,
        "organization: may-thuong, role: to",
        ("“may-thuong” đứng ở cả hai bên của việc sáp nhập",),
    ),
    Slip(
        "absorption with its sides exchanged",
        both(
            change("may-thuong, role: to", "may-thuong, role: from"),
            typed(CHANGE, "thon-may, role: from", "thon-may, role: to"),
        ),
        CHANGE,
        "organization: thon-may, role: to",
        ("“thon-may” nhận tổ chức khác mà kết thúc", "bên nhập vào ghi role: from"),
    ),
    Slip(
        "absorption into nobody",
        change("  - { organization: may-thuong, role: to }\n", ""),
        CHANGE,
        "",
        ("sáp nhập mà có 0 bên sau → .*sáp nhập là vào một bên vẫn còn",),
    ),
    Slip(
        "absorption into two",
        change(
            "  - { organization: may-thuong, role: to }\n",
            "  - { organization: may-thuong, role: to }\n  - { label: Chi bộ Đò, role: to }\n",
        ),
        CHANGE,
        "",
        ("sáp nhập mà có 2 bên sau",),
    ),
    Slip(
        "absorption with a part that moved",
        change("role: from, extent: whole", "role: moved"),
        CHANGE,
        "",
        ("sáp nhập mà có 0 bên trước",),
    ),
    Slip(
        "absorption into what was founded by it",
        both(
            written(HAMLET, ENDED),
            written(CHANGE, TOLD.replace("1952-05-10", "1950-03-02").replace("#2", "#1")),
            typed(HAMLET, '"1952-05-10", cite: ky-yeu#2', '"1950-03-02", cite: ky-yeu#1'),
        ),
        CHANGE,
        "kind: absorption",
        ("“may-thuong” thành lập đúng lúc hay sau việc sáp nhập vào nó → .*kind: merger",),
    ),
    Slip(
        "absorbed as a whole, without an end",
        both(
            change("extent: whole", "extent: whole"),
            typed(HAMLET, 'dissolution: { id: nhap, date: "1952-05-10", cite: ky-yeu#2 }\n', ""),
        ),
        CHANGE,
        "organization: thon-may",
        ("toàn bộ “thon-may” thuộc về tổ chức khác nhưng không có lúc kết thúc",),
    ),
    Slip(
        "word instead of the kind",
        change("kind: absorption", "kind: sáp nhập"),
        CHANGE,
        "kind",
        ("absorption",),
    ),
    Slip(
        "absorption that the passage does not tell",
        change('  kind: "nguồn viết cách khác"\n', ""),
        CHANGE,
        "kind: absorption",
        (r"sáp nhập.*kind của sap-nhap",),
    ),
    Slip(
        "absorption of what is nowhere",
        change("organization: thon-may", "organization: thon-mai"),
        CHANGE,
        "organization: thon-mai",
        ("không có tổ chức nào mang mã “thon-mai”",),
    ),
)
