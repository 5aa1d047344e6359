"""Slips in why a term ended, and in what happened to a person afterwards."""

from __future__ import annotations

from tests.bad_input.slips import Edit, Slip, added, both, typed
from tests.small_site import LEADERSHIP, PERSON

ENDED = "    end_cite: ky-yeu#4\n"
LATER = """\
later:
  - id: minh-oan
    kind: exonerated
    date: "1957-06-12"
    implied: { kind: theo lời kể của gia đình }
    cite: ky-yeu#4
"""
"""A fact that is right: each slip is made in it, or beside it."""


def ended(line: str) -> Edit:
    """Return the edit that gives the first secretary's end a reason."""
    return typed(LEADERSHIP, ENDED, f"{ENDED}    {line}\n")


def later(old: str = "", new: str = "") -> Edit:
    """Return the edit that adds what happened later, with a slip in it."""
    return both(added(PERSON, LATER), typed(PERSON, old, new))


SLIPS = (
    Slip(
        "word for a reason of the end",
        ended("end_reason: hy sinh"),
        LEADERSHIP,
        "end_reason",
        ("viết fallen",),
    ),
    Slip(
        "label for a reason of the end",
        ended("Lý do thôi: died"),
        LEADERSHIP,
        "Lý do thôi",
        ("viết “end_reason: …”",),
    ),
    Slip(
        "reason of the end misspelt",
        ended("end_reason: falen"),
        LEADERSHIP,
        "end_reason",
        ("có phải ý bạn là “fallen”",),
    ),
    Slip(
        "several reasons of the end",
        ended("end_reason: [arrested, expelled]"),
        LEADERSHIP,
        "end_reason",
        ("cần một từ, không phải danh sách",),
    ),
    Slip(
        "reason of the end that no source tells",
        ended("end_reason: arrested"),
        LEADERSHIP,
        "end_reason",
        ("“bị bắt” .* không có gần Lý Thị Mận", "implied: { end_reason: vì sao }"),
    ),
    Slip(
        "reason of the body's that no source tells",
        ended("end_reason: body-dissolved"),
        LEADERSHIP,
        "end_reason",
        ("“giải thể” .* không có",),
    ),
    Slip(
        "post taken up after death",
        both(
            ended("end_reason: died\n    implied: { end_reason: theo lời kể của gia đình }"),
            added(
                LEADERSHIP,
                "  - id: bi-thu-man-lai\n    person: ly-thi-man\n    post: secretary\n"
                "    congress: II\n    cite: ky-yeu#5\n"
                "    implied: { person: theo sổ, post: theo sổ }\n",
            ),
            typed(
                LEADERSHIP,
                "    manner: designated",
                '    end_date: "1958-08"\n    manner: designated',
            ),
            typed(
                LEADERSHIP,
                '    end_date: "1958-08"',
                '    end_date: "1958-08-20"\n    implied: { end_date: theo sổ }',
            ),
        ),
        LEADERSHIP,
        "    congress: II",
        (
            r"Lý Thị Mận từ trần ngày 12/06/1957 \(mục “bi-thu-man”\) mà nhận chức ngày 20/08/1958",
            "người khác trùng tên thì lập tệp riêng",
        ),
    ),
    Slip(
        "word for what happened later",
        later("kind: exonerated", "kind: minh oan"),
        PERSON,
        "kind",
        ("viết exonerated",),
    ),
    Slip(
        "what happened later forgotten",
        later("    kind: exonerated\n", ""),
        PERSON,
        "id: minh-oan",
        ("thêm dòng “kind: …”",),
    ),
    Slip(
        "what happened later misspelt",
        later("kind: exonerated", "kind: exonerate"),
        PERSON,
        "kind",
        ("có phải ý bạn là “exonerated”",),
    ),
    Slip(
        "label for what happened later",
        later("later:", "Về sau:"),
        PERSON,
        "Về sau",
        ("viết “later: …”",),
    ),
    Slip(
        "what happened later without its source",
        later("    cite: ky-yeu#4\n", ""),
        PERSON,
        "id: minh-oan",
        ("thêm dòng “cite: …”",),
    ),
    Slip(
        "day of what happened later that no source tells",
        later('"1957-06-12"', '"1957-06-21"'),
        PERSON,
        "date",
        ("21/06/1957|1957-06-21",),
    ),
    Slip(
        "source that does not name the person",
        later(
            '    date: "1957-06-12"\n    implied: { kind: theo lời kể của gia đình }\n    cite: ky-yeu#4',
            "    implied: { kind: theo lời kể }\n    cite: ky-yeu#3",
        ),
        PERSON,
        "cite",
        ("“Lý Thị Mận”.*không có ở ky-yeu#3",),
    ),
    Slip(
        "decision of what happened later that is nowhere",
        later("    cite: ky-yeu#4", "    documents: [quyet-dinh-12-1951]\n    cite: ky-yeu#4"),
        PERSON,
        "documents",
        ("quyet-dinh-12-1950",),
    ),
    Slip(
        "two of one id that happened later",
        both(
            added(PERSON, LATER),
            added(PERSON, LATER.removeprefix("later:\n").replace("exonerated", "restored")),
        ),
        PERSON,
        "id: minh-oan",
        ("dữ kiện “minh-oan” đã có ở .* → đổi thành một mã khác",),
    ),
    Slip(
        "answer before what it answers",
        both(
            ended("end_reason: expelled\n    implied: { end_reason: theo lời kể }"),
            later('"1957-06-12"', '"1955"'),
            typed(PERSON, "{ kind: theo lời kể của gia đình }", "{ kind: theo sổ, date: theo sổ }"),
        ),
        PERSON,
        "date",
        (
            r"được minh oan năm 1955 trước khi bị khai trừ ngày 12/06/1957 \(mục “bi-thu-man”\) → "
            "sửa một trong hai ngày",
        ),
    ),
    Slip(
        "released after death",
        both(
            ended("end_reason: died\n    implied: { end_reason: theo lời kể }"),
            later("exonerated", "released"),
            typed(PERSON, '"1957-06-12"', '"1958"'),
            typed(PERSON, "{ kind: theo lời kể của gia đình }", "{ kind: theo sổ, date: theo sổ }"),
        ),
        PERSON,
        "date",
        (r"từ trần ngày 12/06/1957 \(mục “bi-thu-man”\) mà ra tù năm 1958",),
    ),
)
