"""The parts of printed dates: single dates as far as they are written out, and what joins them.

"từ ngày 15 đến 21-10-1963" has two parts, of which the first is only a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

Unit = Literal["day", "month", "quarter", "year"]

_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:1[89]|20)\d\d"
# Years before 1800 are read only in a full date or after a word: "năm 1288", "năm 938,".
_ANY_Y = r"(?:1\d|20)\d\d"
_EARLY_Y = r"[1-9]\d\d(?=[,.;:)]|$| và | đến )"
_Q = r"(?:IV|I{1,3}|[1-4])"
_DASH = r"[-–—‑−]"
# "tháng Năm" only with a capital: "9 tháng năm 2010" means nine months of a year.
MONTH_WORDS = {
    "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười một": 11, "mười hai": 12, "mười": 10,
}  # fmt: skip
"""The months that have a number for their name, without tháng Một, which was once the eleventh."""
_MONTH_WORD = "(?:" + "|".join(w for w in MONTH_WORDS if w != "năm") + "|(?-i:Năm))"
_ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
    "xi": 11, "xii": 12,
}  # fmt: skip

# After a part that others may follow: a dash or a comma may join the next one.
_OPEN = r"(?!\w|[./]\d)"
_CLOSED = re.compile(rf"(?!\w|[./,]\d|{_DASH}\d)")
START = rf"(?<![\w.,/])(?<!\d{_DASH})"


def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + _OPEN, re.IGNORECASE)


_OF_YEAR = rf"(?:,? năm | ?/ ?| ?{_DASH} ?|\.)(?P<y>{_Y})"
_DAY_IN_DIGITS = _shape(
    rf"(?P<d>{_D})(?:(?P<s> ?/ ?| ?{_DASH} ?|\.)(?P<m>{_M})(?P=s)|/ ?(?P<m2>{_M})/ ?)"
    rf"(?P<y>{_ANY_Y})"
)
_DAY = _shape(rf"(?P<d>{_D}),? tháng (?P<m>{_M})(?:,? năm | ?[/-] ?)(?P<y>{_ANY_Y})")
_DAY_OF_ROMAN_MONTH = _shape(
    rf"(?P<d>{_D})(?P<s>[/-])(?P<r>(?-i:I{{1,3}}|I?V|VI{{1,3}}|I?X|XI{{1,2}}))(?P=s)(?P<y>{_ANY_Y})"
)
_DAY_IN_WORDS = _shape(
    rf"(?P<d>{_D}) tháng (?P<w>{_MONTH_WORD})(?: năm | ?[/-] ?| )(?P<y>{_ANY_Y})"
)
# Not after the word for month: "tháng 7-12 năm 1963" are months.
_DAY_AFTER_WORD = _shape(rf"(?P<d>{_D})[/–-](?P<m>{_M})(?: năm |[/–-])(?P<y>{_Y})")
# "ngày 9-10 tháng 2": two days of one month.
_DAY_OF_MONTH = _shape(rf"(?P<d>{_D})(?:[/.]|{_DASH}|,? tháng )(?P<m>{_M})(?! tháng)")
_MONTH = _shape(rf"(?P<m>{_M})/(?P<y>{_Y})")
_MONTH_AFTER_WORD = _shape(rf"(?P<m>{_M}){_OF_YEAR}")
_MONTH_IN_WORDS = _shape(rf"(?P<w>{_MONTH_WORD})(?: năm | ?[/-] ?| )(?P<y>{_Y})")
_MONTH_WITH_DASH = _shape(rf"(?P<m>{_M}){_DASH}(?P<y>{_Y})")
_QUARTER = _shape(rf"(?P<q>{_Q})(?:{_OF_YEAR})?")
_YEAR = _shape(rf"(?P<y>{_Y})")
_YEAR_AFTER_WORD = _shape(rf"(?P<y>{_ANY_Y}|{_EARLY_Y})")
_NUMBER = _shape(r"(?P<n>0?[1-9]|[12]\d|3[01])")

_WORDS: dict[str, Unit] = {
    "ngày": "day", "mùng": "day", "mồng": "day", "dịp": "day", "sáng": "day", "trưa": "day",
    "chiều": "day", "tối": "day", "đêm": "day", "tháng": "month", "quý": "quarter", "năm": "year",
}  # fmt: skip
_WORD = rf"(?:{'|'.join(_WORDS)})"
_BEFORE = re.compile(rf"(?:(?<!\w)(?P<w>{_WORD}|từ|đến|tới)[ :]*\(?|(?P<p>\()|(?<!\w)t)$", re.I)
_HOUR = r"\d{1,2} ?(?:h|giờ)(?: ?\d{1,2}(?: ?phút)?)? "
_LINK = re.compile(
    rf"(?:(?P<range> ?{_DASH} ?| (?:đến|tới) (?:hết |cuối |đầu |giữa )*(?:{_HOUR})?)"
    rf"|, ?|,? và |; ?| rạng )(?P<w>(?:(?:sáng )?{_WORD} )?)",
    re.IGNORECASE,
)
_CANDIDATE = re.compile(
    rf"{START}(?=\d)|(?<=quý )(?=[IV])|(?<=\bt)(?=\d)|(?<=tháng )(?={_MONTH_WORD} )", re.IGNORECASE
)
_LONGEST_BEFORE = 12

_Shape = tuple[re.Pattern[str], Unit | None, bool]
_SURE: tuple[_Shape, ...] = (
    (_DAY_IN_DIGITS, "day", True),
    (_DAY, "day", True),
    (_DAY_OF_ROMAN_MONTH, "day", True),
    (_DAY_IN_WORDS, "day", True),
)
_BY_DAY: tuple[_Shape, ...] = (
    (_DAY_OF_MONTH, "day", False),
    (_MONTH, "month", True),
    (_MONTH_WITH_DASH, "month", False),
    (_YEAR, "year", False),
    (_NUMBER, None, False),
)
# The forms that may follow each word, the clearest first, each with its unit and whether it is a
# date by itself.
_SHAPES: dict[Unit | None, tuple[_Shape, ...]] = {
    None: (*_SURE, (_DAY_AFTER_WORD, "day", False), *_BY_DAY),
    "day": (*_SURE, (_DAY_AFTER_WORD, "day", True), *_BY_DAY),
    "month": (
        (_DAY_IN_DIGITS, "day", True),  # "tháng 7, tháng 8/1966" has no 7 August
        (_MONTH_AFTER_WORD, "month", True),
        (_MONTH_IN_WORDS, "month", True),
        (_YEAR, "year", False),
        (_NUMBER, None, False),
    ),
    "quarter": ((_QUARTER, "quarter", True),),
    "year": (*_SURE, (_MONTH, "month", True), (_YEAR_AFTER_WORD, "year", True)),
}


@dataclass(frozen=True)
class Part:
    """One date, or as much of it as is written: a bare number is in `number` alone.

    `word` is the unit whose word stands before it (`said`), or before the part that it
    continues; `sure` says that it is a date by itself.
    """

    start: int
    end: int
    unit: Unit | None
    word: Unit | None
    said: bool
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    sure: bool = False

    @property
    def months(self) -> tuple[int, int]:
        """The first and the last month of a quarter, which keeps its number in `number`."""
        assert self.number is not None
        return 3 * self.number - 2, 3 * self.number


@dataclass(frozen=True)
class Link:
    """What joins two parts: whether into a range, by a word, or a dash without spaces."""

    range: bool
    tight: bool
    spelled: bool

    @property
    def joins_closely(self) -> bool:
        """Whether a number before it belongs to it: "3-5/8", "3 đến 5/8", hardly "3 - 5/8"."""
        return self.tight or self.spelled


def candidates(text: str) -> list[int]:
    """Return where in `text` a date may begin."""
    return [match.start() for match in _CANDIDATE.finditer(text)]


def is_closed(text: str, end: int) -> bool:
    """Return whether what ends at `end` does not run on into another number or word."""
    return _CLOSED.match(text, end) is not None


def word_before(text: str, start: int) -> tuple[Unit | None, str]:
    """Return the unit whose word stands before `start`, and that word or bracket itself."""
    match = _BEFORE.search(text[max(0, start - _LONGEST_BEFORE) : start])
    if match is None:
        return None, ""
    word = (match["w"] or match["p"] or "tháng").lower()
    return _WORDS.get(word), word


def read_link(text: str, position: int) -> tuple[Link, int, Unit | None] | None:
    """Return the link at `position`, where it ends, and the unit whose word follows."""
    match = _LINK.match(text, position)
    if match is None:
        return None
    said = match["w"].lower().split()
    spelled = match.group().strip()[:1].isalpha()
    link = Link(match["range"] is not None, not match.group().startswith(" "), spelled)
    return link, match.end(), _WORDS[said[-1]] if said else None


def read_part(text: str, position: int, said: Unit | None, previous: Part | None) -> Part | None:
    """Return the part of a date at `position`.

    `said` is the unit whose word stands directly before it, `previous` the part that it continues.
    """
    word = said or (previous.word if previous else None)
    for shape, unit, sure in _SHAPES[word]:
        if match := shape.match(text, position):
            return replace(_part(match, unit, word), sure=sure, said=said is not None)
    return None


def _part(match: re.Match[str], unit: Unit | None, word: Unit | None) -> Part:
    given = match.groupdict()
    month = next((int(given[g]) for g in ("m", "m2") if given.get(g)), None)
    if in_words := given.get("w"):
        month = MONTH_WORDS[in_words.lower()]
    if roman := given.get("r"):
        month = _ROMAN[roman.lower()]
    number = given.get("n") or given.get("q")
    return Part(
        match.start(),
        match.end(),
        unit,
        word,
        said=False,
        year=int(given["y"]) if given.get("y") else None,
        month=month,
        day=int(given["d"]) if given.get("d") else None,
        number=(_ROMAN.get(number.lower()) or int(number)) if number else None,
    )
