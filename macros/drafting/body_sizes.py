"""The sizes of bodies that a sentence prints, in whatever order it has the body and the number."""

from __future__ import annotations

import re
from typing import NamedTuple

UNIT = r"(?:đồng chí|ủy viên|cấp ủy viên|người|thành viên)"
BODY_CODES = {
    "ban chấp hành": "executive",
    "cấp ủy": "executive",
    "ban thường vụ": "standing",
    "thường vụ": "standing",
    "ủy ban kiểm tra": "inspection",
}
"""The code of a body by what it is called everywhere; any other is a committee of one place."""

_NAMED = r"Ban Chấp hành|(?:Ban )?Thường vụ|Ủy ban Kiểm tra"
_ANY = rf"{_NAMED}|Cấp ủy"
_COMMITTEE = r"(?:Đảng|Huyện|Quận|Thị|Thành|Tỉnh|Khu) ủy"
_NO_OTHER_BODY = rf"(?:(?!{_NAMED})[^.;:()\d“”,])"
_SIZE = r"(?P<size>\d{1,3})"
_NO_FIGURE = r"(?![\w/%]|[.,]\d)"
_ENDS = r"(?=\s*(?:[,.;()]|$|trong đó|do\b|và\b|chính thức))"
_END = re.compile(_ENDS)
_COUNT = "Số lượng ủy viên Ban Chấp hành là 15"


class Size(NamedTuple):
    """A printed size of a body: its place in the sentence, the words of the body, the number.

    `of` are the words between the body and the number, which may name its organization.
    """

    start: int
    end: int
    body: str
    of: str
    size: int

    @property
    def code(self) -> str:
        """The code of the body."""
        return BODY_CODES.get(self.body.lower(), "executive")


class Form(NamedTuple):
    """A form in which sources print the size of a body, with an example of it.

    `after` is the example of another form: only where that one occurs does this one count.
    """

    example: str
    pattern: re.Pattern[str]
    after: str = ""


FORMS = (
    Form(
        "15 đồng chí vào Ban Chấp hành",
        re.compile(
            rf"(?:\d{{1,3}}/)?{_SIZE}\s+"
            rf"(?:(?:{UNIT}\s+)?(?:chính thức )?(?:ủy viên|đồng chí|người)\s+"
            r"(?:trúng cử )?(?:vào |tham gia |là ủy viên |ủy viên )?|cấp ủy viên )"
            r"(?P<body>Ban Chấp hành|(?:Ban )?Thường vụ|Ủy ban Kiểm tra|cấp ủy)",
            re.IGNORECASE,
        ),
    ),
    Form(
        "Ban Chấp hành Đảng bộ khóa II gồm có 15 đồng chí",
        re.compile(
            rf"(?P<body>{_ANY})(?P<of>{_NO_OTHER_BODY}{{0,110}}?)"
            rf"(?:\s(?:gồm|có|là|bầu|với)(?: có| gồm)?|:)\s+{_SIZE}\s+{UNIT}",
            re.IGNORECASE,
        ),
    ),
    Form(
        "Ban Thường vụ (5 đồng chí)",
        re.compile(
            rf"(?P<body>{_ANY})(?P<of>{_NO_OTHER_BODY}{{0,60}}?)"
            rf"\s\(?{_SIZE}\s+{UNIT}{_ENDS}",
            re.IGNORECASE,
        ),
    ),
    Form(
        "Huyện ủy Mây Hạ gồm 21 đồng chí",
        re.compile(
            rf"(?P<body>(?<!Thường vụ )(?<!Chấp hành )(?<!Tra ){_COMMITTEE})"
            rf"(?P<of>[^.;:()\d“”,]{{0,60}}?)\s(?:gồm|có)(?: có)?\s+{_SIZE}\s+{UNIT}{_ENDS}"
        ),
    ),
    Form(
        _COUNT,
        re.compile(
            rf"Số(?: lượng)?(?: ủy viên)? (?P<body>{_NAMED})(?P<of>{_NO_OTHER_BODY}{{0,110}}?)"
            rf"\s(?:là|gồm)\s+{_SIZE}{_NO_FIGURE}",
            re.IGNORECASE,
        ),
    ),
    Form(
        "Ban Thường vụ là 5",
        re.compile(
            rf"(?P<body>{_NAMED})(?P<of>) là\s+{_SIZE}{_NO_FIGURE}(?! {UNIT})", re.IGNORECASE
        ),
        after=_COUNT,
    ),
)
"""Of a number that several forms find, the first of them says whose it is."""

_PATTERNS = {one.example: one.pattern for one in FORMS}


def sizes_in(text: str) -> list[Size]:
    """Return the sizes of bodies that a sentence prints, each number once."""
    found: dict[int, Size] = {}
    for form in FORMS:
        if form.after and not _PATTERNS[form.after].search(text):
            continue
        for match in form.pattern.finditer(text):
            of = match.groupdict().get("of") or ""
            if of.endswith(" chỉ") or (
                match["body"].lower() == "cấp ủy" and not _END.match(text[match.end() :])
            ):
                continue  # “Cấp ủy chỉ có 3 đồng chí chuyên trách” tells no size.
            one = Size(match.start(), match.end(), match["body"], of, int(match["size"]))
            found.setdefault(match.start("size"), one)
    return [found[place] for place in sorted(found)]
