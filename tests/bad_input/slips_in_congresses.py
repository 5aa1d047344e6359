"""Slips in congresses of several rounds and series, and in conferences of delegates."""

from __future__ import annotations

from pathlib import Path

from tests.bad_input.slips import KHE, Edit, Slip, added, both, typed
from tests.small_site import CHAPTER, CONGRESSES, LEADERSHIP

SECOND = """\
  - id: dai-hoi-2
    ordinal: II
    dates: "1958-08-20"
"""
ROUNDS = SECOND.replace(
    '    dates: "1958-08-20"\n',
    '    sessions:\n      - { dates: "1957-06-12" }\n      - { dates: "1958-08-20" }\n',
)
ANEW = """\
  - id: dai-hoi-1-1958
    ordinal: I
    series: sau-1958
    dates: "1958-08-20"
"""
SERIES = "series:\n  - { id: sau-1958, label: sau sáp nhập năm 1958 }\n"
CONFERENCE = """\
conferences:
  - id: hoi-nghi-1957
    kind: mid-term
    congress: I
    dates: "1957-06-12"
    implied: { kind: nguồn gọi là cuộc họp, congress: đoạn 2 đã nói }
    cite: ky-yeu#4
"""


def rounds(old: str, new: str) -> Edit:
    """Return an edit after which the second congress met twice, and what is wrong in that."""
    right = typed(
        CONGRESSES,
        SECOND + "    delegates: 41\n    cite: ky-yeu#5",
        ROUNDS + "    delegates: 41\n    cite: ky-yeu#4-5",
    )
    return both(right, typed(CONGRESSES, old, new))


def conference(old: str, new: str) -> Edit:
    return both(added(CONGRESSES, CONFERENCE), typed(CONGRESSES, old, new))


def anew(old: str, new: str, path: str = CONGRESSES) -> Edit:
    """Return an edit after which the second congress is the first of a series, and a slip in that."""
    right = both(typed(CONGRESSES, SECOND, ANEW), added(CONGRESSES, SERIES))
    implied = typed(CONGRESSES, "    series:", "    implied: { ordinal: đếm lại }\n    series:")
    counted = both(right, implied)
    return both(counted, typed(path, old, new))


def _until_1958(root: Path) -> None:
    """Let the first secretary stay until the second congress, with nobody after her."""
    text = (root / LEADERSHIP).read_text(encoding="utf-8")
    own = text[: text.index("  - id: bi-thu-khe")]
    own = own.replace('"1957-06-12"', '"1958-08-20"').replace(
        "end_cite: ky-yeu#4", "end_cite: ky-yeu#5"
    )
    (root / LEADERSHIP).write_text(own.replace("ky-yeu#2,4", "ky-yeu#2"), encoding="utf-8")
    (root / KHE).unlink()


SLIPS = (
    Slip(
        "days of the whole beside those of the rounds",
        rounds("    sessions:\n", '    dates: "1957/1958"\n    sessions:\n'),
        CONGRESSES,
        'dates: "1957/1958"',
        ("vừa có dates vừa có sessions",),
    ),
    Slip(
        "a single round",
        rounds('      - { dates: "1957-06-12" }\n', ""),
        CONGRESSES,
        '- { dates: "1958-08-20" }',
        ("chỉ có một vòng", "ghi dates, place, decided ngay ở đại hội ấy"),
    ),
    Slip(
        "rounds the wrong way round",
        rounds(
            '      - { dates: "1957-06-12" }\n      - { dates: "1958-08-20" }\n',
            '      - { dates: "1958-08-20" }\n      - { dates: "1957-06-12" }\n',
        ),
        CONGRESSES,
        '"1957-06-12"',
        ("vòng họp 12/06/1957 không sau vòng họp 20/08/1958", "xếp các vòng theo thứ tự"),
    ),
    Slip(
        "day of a round that no source tells",
        rounds('"1957-06-12"', '"1957-06-13"'),
        CONGRESSES,
        '"1957-06-13"',
        (r"sessions.dates của dai-hoi-2",),
    ),
    Slip(
        "decision of a round that no source tells",
        rounds('"1958-08-20" }', '"1958-08-20", decided: Chia ruộng cho nông dân. }'),
        CONGRESSES,
        "Chia ruộng",
        (r"sessions.decided của dai-hoi-2",),
    ),
    Slip(
        "label of the rounds in place of the key",
        rounds("    sessions:", "    Các vòng họp:"),
        CONGRESSES,
        "Các vòng họp",
        ("viết “sessions: …”",),
    ),
    Slip(
        "conference before its congress",
        conference("congress: I\n", "congress: II\n"),
        CONGRESSES,
        '"1957-06-12"',
        (r"hội nghị khóa II họp 12/06/1957, trước đại hội lần thứ II \(20/08/1958\)", "sửa khóa"),
    ),
    Slip(
        "conference of a term that is nowhere",
        conference("congress: I\n", "congress: III\n"),
        CONGRESSES,
        "congress: III",
        ("không có đại hội lần thứ III",),
    ),
    Slip(
        "kind of a conference in words",
        conference("mid-term", "giữa nhiệm kỳ"),
        CONGRESSES,
        "kind: giữa nhiệm kỳ",
        ("viết mid-term",),
    ),
    Slip(
        "conference in the place of a term",
        typed(
            LEADERSHIP,
            'start_date: "1957-06-12"',
            'start_date: "1957-06-12"\n    congress_term: hoi-nghi-1957',
        ),
        LEADERSHIP,
        "congress_term",
        ("congress_term là khóa của một đại hội", "viết số La Mã"),
    ),
    Slip(
        "elected at a conference that is nowhere",
        both(
            added(CONGRESSES, CONFERENCE),
            typed(LEADERSHIP, '    start_date: "1957-06-12"\n', "    congress: hoi-nghi-1975\n"),
        ),
        LEADERSHIP,
        "congress: hoi-nghi-1975",
        ("không có hội nghị đại biểu “hoi-nghi-1975”", "hoi-nghi-1957"),
    ),
    Slip(
        "number of a congress again",
        typed(CONGRESSES, "ordinal: II", "ordinal: I"),
        CONGRESSES,
        "ordinal: I",
        ("đại hội “I” đã có ở", "đếm lại từ I", "series"),
    ),
    Slip(
        "series that is not listed",
        anew("series: sau-1958", "series: sau-1985"),
        CONGRESSES,
        "series: sau-1985",
        ("không có loạt đại hội nào mang mã “sau-1985”", "sau-1958"),
    ),
    Slip(
        "series without a congress",
        added(CONGRESSES, SERIES),
        CONGRESSES,
        "sau-1958",
        ("không đại hội nào thuộc loạt “sau-1958”",),
    ),
    Slip(
        "series without a label",
        anew(", label: sau sáp nhập năm 1958", ""),
        CONGRESSES,
        "id: sau-1958",
        ("label",),
    ),
    Slip(
        "number that only the other series has",
        anew("congress: I\n", "congress: sau-1958/II\n", LEADERSHIP),
        LEADERSHIP,
        "congress: sau-1958/II",
        ("không có đại hội lần thứ sau-1958/II",),
    ),
    Slip(
        "first of the first series, for that of the new one",
        both(
            anew(
                'dates: "1958-08-20"\n    delegates: 41\n    cite: ky-yeu#5',
                'dates: "1957-06-12"\n    cite: ky-yeu#4',
            ),
            _until_1958,
        ),
        LEADERSHIP,
        "congress: I",
        (r"“I” là đại hội lần thứ I", "viết sau-1958/I"),
    ),
    Slip(
        "congress of a series in a chapter, without its series",
        both(
            anew("cite: ky-yeu#2,4", "cite: ky-yeu#2,4", LEADERSHIP),
            added(CHAPTER, '\n{{ congress("sau-1985/I") }}\n'),
        ),
        CHAPTER,
        "sau-1985/I",
        ("không có đại hội “sau-1985/I”", "sau-1958/I"),
    ),
    Slip(
        "number in digits after a series",
        anew("congress: I\n", "congress: sau-1958/1\n", LEADERSHIP),
        LEADERSHIP,
        "sau-1958/1",
        ("không phải số La Mã", "viết I"),
    ),
)
