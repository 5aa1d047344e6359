"""Which words of a text look like the name of a person whom nobody has recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

_WORD = re.compile(r"[^\W\d_]+")
_FAMILY = re.compile(
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đào|Đoàn|Trịnh|"
    "Mai|Tạ|Lương|Cao|Tô|Hà|Lưu|Trương|Vương|Chu|Phùng|Quách|Nghiêm|Lã|Mã"
)
"""Family names; the first dozen are those of nine in ten people."""
_ADDRESSES = re.compile(
    r"(?<!\w)(?:ông|bà|cụ|chú|bác|cô|anh|chị|giáo sư|bác sĩ|liệt sĩ|anh hùng|nhà báo|nhà giáo"
    r"|bí thư|chủ tịch|đại tá|(?:thiếu|trung|thượng|đại) tướng) $",
    re.IGNORECASE,
)
_OF_PLACES = re.compile(
    r"(?<!\w)(?:đường|phố|ngõ|cầu|phường|xã|quận|huyện|trường|công viên|quảng trường|tượng"
    r"|tượng đài|đền|đình|chùa|nhà máy|giải|quỹ|mang tên) $",
    re.IGNORECASE,
)
_BEFORE = 24
"""How many letters before a name are searched for a word that says what has this name."""
_LONGEST = 5


def names_in(text: str) -> Iterator[str]:
    """Yield each run of two to five words with a capital that follows a form of address.

    Also each run of three to five that begins with a family name, unless a word for a place, as in
    the name of a street, stands before it.
    """
    words = list(_WORD.finditer(text))
    at = 0
    while at < len(words):
        run = _run(text, words[at:])
        name, before = " ".join(run), text[: words[at].start()][-_BEFORE:]
        addressed = len(run) > 1 and _ADDRESSES.search(before)
        whole = len(run) > 2 and _FAMILY.fullmatch(run[0]) and not _OF_PLACES.search(before)
        if len(run) <= _LONGEST and (addressed or whole):
            yield name
        # A form of address may itself begin with a capital.
        at += len(run) if addressed or whole else 1


def _run(text: str, words: list[re.Match[str]]) -> list[str]:
    """Return the words with a first capital that stand side by side at the start of `words`."""

    def adjoins(index: int) -> bool:
        return index == 0 or text[words[index - 1].end() : words[index].start()] == " "

    found = takewhile(
        lambda item: adjoins(item[0]) and item[1].group().istitle(),
        enumerate(words[: _LONGEST + 1]),
    )
    return [word.group() for _, word in found]
