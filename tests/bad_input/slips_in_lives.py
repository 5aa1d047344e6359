"""Slips in the lives of an organization."""

from __future__ import annotations

from tests.bad_input.slips import Edit, Slip, both, typed, written
from tests.small_site import ORGANIZATION

ONCE = """\
founding:
  id: thanh-lap
  date: "1950-03-02"
  documents: [quyet-dinh-12-1950]
  cite: ky-yeu#1
"""
LIVES = """\
lives:
  - founding:
      id: thanh-lap
      date: "1950-03-02"
      documents: [quyet-dinh-12-1950]
      cite: ky-yeu#1
    dissolution:
      id: bi-pha
      how: destroyed
      date: "1952-05-10"
      cite: ky-yeu#2
      implied: { how: "nguồn viết: mất liên lạc" }
  - founding:
      id: khoi-phuc
      how: restored
      date: "1955"
      cite: ky-yeu#3
      implied: { how: "nguồn viết: có lại chi bộ" }
"""
"""What is right: each slip is made in it."""
CHANGE = "data/changes/thay-doi.yml"


def lives(old: str, new: str) -> Edit:
    return both(typed(ORGANIZATION, ONCE, LIVES), typed(ORGANIZATION, old, new))


def change(kind: str, role: str) -> Edit:
    text = (
        f'kind: {kind}\ndate: "1950-03-02"\nparticipants:\n'
        f"  - {{ organization: may-thuong, role: {role} }}\ncite: ky-yeu#1\n"
        'implied: { kind: "nguồn viết cách khác" }\n'
    )
    return written(CHANGE, text)


SLIPS = (
    Slip(
        "founding beside the lives",
        typed(ORGANIZATION, ONCE, ONCE.replace("thanh-lap", "lap") + LIVES),
        ORGANIZATION,
        "",
        ("vừa có founding vừa có lives → chuyển founding vào lần hoạt động của nó",),
    ),
    Slip(
        "one life in the list",
        lives(LIVES[LIVES.index("  - founding:\n      id: khoi") :], ""),
        ORGANIZATION,
        "",
        ("lives chỉ có một lần hoạt động", "thêm lần sau"),
    ),
    Slip(
        "life without an end before another",
        lives(
            LIVES[LIVES.index("    dissolution:") : LIVES.index("  - founding:\n      id: kh")], ""
        ),
        ORGANIZATION,
        "",
        ("lần hoạt động thứ 1 không có lúc kết thúc mà đã có lần sau → thêm dissolution",),
    ),
    Slip(
        "later life that begins with its end",
        lives(
            "  - founding:\n      id: khoi-phuc\n      how: restored",
            "  - dissolution:\n      id: khoi-phuc\n      how: destroyed",
        ),
        ORGANIZATION,
        "",
        ("lần hoạt động thứ 2 không có lúc bắt đầu → thêm founding",),
    ),
    Slip(
        "restored before the end",
        lives('date: "1955"\n      cite: ky-yeu#3', 'date: "1950-03-02"\n      cite: ky-yeu#1'),
        ORGANIZATION,
        'date: "1950-03-02"',
        ("tổ chức khôi phục 02/03/1950 trước khi bị phá vỡ 10/05/1952",),
    ),
    Slip(
        "end told as a beginning",
        lives("how: destroyed", "how: restored"),
        ORGANIZATION,
        "how: restored",
        (r"“restored” \(khôi phục\) là lời của founding, không của dissolution → ghi dissolved",),
    ),
    Slip(
        "word instead of a code",
        lives("how: destroyed", "how: bị phá vỡ"),
        ORGANIZATION,
        "how",
        ("destroyed",),
    ),
    Slip(
        "end that the passage does not tell so",
        lives('\n      implied: { how: "nguồn viết: mất liên lạc" }', ""),
        ORGANIZATION,
        "how: destroyed",
        ("how của bi-pha",),
    ),
    Slip(
        "day of a restoration that no source tells",
        lives('date: "1955"', 'date: "1956"'),
        ORGANIZATION,
        'date: "1956"',
        ("date của khoi-phuc",),
    ),
    Slip(
        "lives as one life",
        both(
            typed(
                ORGANIZATION,
                ONCE,
                "lives:\n" + ONCE.replace("\n", "\n  ").join(["  ", ""]).rstrip() + "\n",
            ),
        ),
        ORGANIZATION,
        "",
        ("lives", "danh sách"),
    ),
    Slip(
        "days of a life without records of its sides",
        lives(
            LIVES[LIVES.index("  - founding:\n      id: kh") :],
            '  - { start_date: "1955", cite: ky-yeu#3 }\n',
        ),
        ORGANIZATION,
        "start_date",
        ("start_date",),
    ),
    Slip(
        "restoration without its source",
        lives("      cite: ky-yeu#3\n", ""),
        ORGANIZATION,
        "",
        ("thêm dòng “cite: …”",),
    ),
    Slip(
        "two turns of one id",
        lives("id: khoi-phuc", "id: bi-pha"),
        ORGANIZATION,
        "id: bi-pha",
        ("dữ kiện “bi-pha” đã có ở",),
    ),
    Slip(
        "restoration of what never ended",
        change("restoration", "to"),
        CHANGE,
        "organization: may-thuong",
        ("“may-thuong” khôi phục nhưng chỉ có một lần hoạt động → ghi các lần hoạt động ở lives",),
    ),
    Slip(
        "suspension of what goes on",
        change("suspension", "from"),
        CHANGE,
        "organization: may-thuong",
        ("“may-thuong” tạm ngừng hoạt động nhưng không có lúc kết thúc",),
    ),
    Slip(
        "suspension with what it became",
        change("suspension", "to"),
        CHANGE,
        "",
        ("tạm ngừng hoạt động mà có 0 bên trước",),
    ),
)
