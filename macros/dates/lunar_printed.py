"""Lunar dates as sources print them: “2/9/1945 âm lịch”, “mùng 3 tháng Giêng năm Canh Tuất”.

A date counts as lunar only if its words say so: the words for this calendar, the name of a year or
of a month in it, the full moon, a leap month, Tết. A year may be printed in digits, by its name, by
both or not at all; X stands for missing digits: ``âm lịch XXXX-02-03 Canh Tuất``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.dates.lunar import WORD, YEAR_NAME, Lunar, days_of, name_of_year, spelled, years_named
from macros.dates.printed_parts import MONTH_WORDS

_MONTH_NAMES = {"giêng": 1, "chạp": 12}
_ALL_MONTHS = _MONTH_NAMES | MONTH_WORDS

_SAYS_SO = r"(?:,? ?\(?(?:theo )?(?:âm lịch|lịch ta|(?-i:ÂL|AL))\b\)?)"
# “2/9/1945 (âm lịch là 26/7)”: there the words belong to what follows.
_NOT_OF_THE_NEXT = r"(?! ?(?:là|:|ngày|tức|mùng|mồng|rằm|\d))"
_BEFORE = r"(?:(?:âm lịch|lịch ta|(?-i:ÂL))(?: là|:)? (?:vào )?)"
_DAYS = r"(?P<list>(?:\d{1,2}(?:, | và |, và | ?[-–] ?| đến ))*)"
_DAY = r"(?:(?P<full>rằm)|(?:(?:mùng|mồng) )?(?P<d>\d{1,2}))"
_Y = r"(?:1[89]|20)\d\d"
_MONTH = rf"tháng (?:(?P<mw>{'|'.join(_ALL_MONTHS)})|(?P<m>\d{{1,2}})(?:/(?P<y1>{_Y}))?)\b(?!/?\d)"
_LEAP = r"(?P<leap>,? ?\(?nhuận\)?)?"
_YEAR = (
    rf"(?:,?(?: của)? ?\(?(?:(?:năm )?(?P<name>{YEAR_NAME})\b)?"
    rf"(?:(?:,? ?\(?| )(?:năm )?(?P<y>{_Y})(?!\w|[./-]\d)\)?)?)"
)
_DIGITS = rf"(?P<d>\d{{1,2}})(?P<s>[/-])(?P<m>\d{{1,2}})(?:(?P=s)(?P<y1>{_Y}))?(?!\d|[./]\d)"
_START = r"(?<![\w./,-])"


def _pattern(body: str) -> re.Pattern[str]:
    return re.compile(rf"{_START}(?P<before>{_BEFORE})?(?:ngày )?(?P<core>{body})", re.IGNORECASE)


_MARK = rf"(?P<mark1>{_SAYS_SO}{_NOT_OF_THE_NEXT})?"
_AFTER = rf"{_MARK}{_YEAR}(?P<mark2>{_SAYS_SO}{_NOT_OF_THE_NEXT})?"
_PATTERNS = (
    _pattern(rf"{_DAYS}{_DAY},? {_MONTH}{_LEAP})(?:{_AFTER}"),
    _pattern(rf"{_DIGITS}{_LEAP})(?:{_AFTER}"),
    _pattern(
        rf"(?:(?:mùng|mồng) (?P<tet>\d{{1,2}})|(?P<eve>29|30)) Tết(?: Nguyên đán)?)(?:{_AFTER}"
    ),
    _pattern(rf"{_MONTH}{_LEAP})(?:{_AFTER}"),
)
_NAMED_YEAR = re.compile(
    rf"(?<!\w)năm (?P<name>{YEAR_NAME})\b(?: ?\(?(?P<y>{_Y})(?!\w|[./-]\d))?", re.IGNORECASE
)
# Every lunar date has one of these; most texts have none, and are not searched further.
_HINT = re.compile(
    rf"âm lịch|lịch ta|\b(?-i:ÂL|AL)\b|giêng|chạp|rằm|nhuận|tết|{YEAR_NAME}", re.IGNORECASE
)


@dataclass(frozen=True)
class FoundLunar:
    """A printed lunar date: where its digits stand, and its texts, one for each day.

    The digits of a year in brackets after its name are left out: they remain those of a year of our
    calendar.
    """

    start: int
    end: int
    texts: tuple[str, ...]


def lunar_in(text: str) -> list[FoundLunar]:
    """Return the lunar dates that a source prints in `text` (single spaces, NFC), in order."""
    found: list[FoundLunar] = []
    taken: list[tuple[int, int]] = []
    if not _HINT.search(text):
        return []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span("core")
            if _is_lunar(match) and not any(_overlap((start, end), other) for other in taken):
                taken.append(match.span())
                end = match.end("y") if match["y"] and not match["name"] else end
                found.append(FoundLunar(start, end, tuple(_texts(match))))
    for match in _NAMED_YEAR.finditer(text):
        if not any(_overlap(match.span(), other) for other in taken):
            found.append(FoundLunar(match.start(), match.start(), tuple(_texts(match))))
    return sorted(found, key=lambda one: one.start)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_lunar(match: re.Match[str]) -> bool:
    """Return whether the words of a date say that it is lunar.

    The name of a year after a complete date does not: “2/9/1945 năm Ất Dậu” only adds it.
    """
    given = match.groupdict()
    if any(given.get(name) for name in ("before", "mark1", "mark2", "full", "tet", "eve", "leap")):
        return True
    if (given.get("mw") or "").lower() in _MONTH_NAMES:
        return True
    return bool(given.get("name")) and not given.get("y1")


def _texts(match: re.Match[str]) -> Iterator[str]:
    given = match.groupdict()
    year = _year(given)
    days = [int(one) for one in re.findall(r"\d+", given.get("list") or "")]
    last = 15 if given.get("full") else given.get("d") or given.get("tet") or given.get("eve")
    for day in [*days, int(last) if last else None]:
        numbers = [f"{one:02}" for one in (_month(given), day) if one is not None]
        leap = " nhuận" if given.get("leap") else ""
        known, _, name = year.partition(" ")
        yield f"{WORD} {'-'.join([known, *numbers])}{leap}{f' {name}' if name else ''}"


def _year(given: dict[str, str | None]) -> str:
    """Return the year: "1945", "XXXX Ất Dậu" or "XXXX"; the eve of Tết belongs to the year before.

    If a name and digits are printed, the name decides: “20 tháng Chạp năm Ất Dậu (1946)” is 1945.
    """
    printed = int(given.get("y1") or given.get("y") or 0)
    eve = bool(given.get("eve"))
    if name := spelled(given.get("name") or ""):
        year = next((one for one in (printed, printed - 1) if name_of_year(one) == name), None)
        year = next(iter(years_named(name))) if year is None and eve else year
        if year is None:
            return f"XXXX {name}"
        return str(year - eve) if printed else f"XXXX {name_of_year(year - eve)}"
    return str(printed - eve) if printed else "XXXX"


def _month(given: dict[str, str | None]) -> int | None:
    if given.get("tet") or given.get("eve"):
        return 1 if given.get("tet") else 12
    if word := given.get("mw"):
        return _ALL_MONTHS[word.lower()]
    number = given.get("m")
    return int(number) if number else None


_TEXT = re.compile(
    rf"{WORD} (?P<y>[0-9X]{{4}})(?:-(?P<m>[0-9]{{2}})(?:-(?P<d>[0-9]{{2}}))?)?(?P<leap> nhuận)?"
    r"(?: (?P<name>\w+ \w+))?"
)


def as_typed(printed: str, near: int) -> str:
    """Return a printed lunar date as an editor may type it; other dates unchanged.

    Of the years with the same name, the one nearest to `near` is taken. If no year is printed, the
    text says so in words and is not a valid date.
    """
    match = _TEXT.fullmatch(printed)
    if match is None or match["y"] != "XXXX":
        return printed
    rest = printed.removeprefix(f"{WORD} XXXX").removesuffix(f" {match['name']}")
    if match["name"] is None:
        return f"{WORD} ????{rest} (không ghi năm)"
    year = min(years_named(match["name"]), key=lambda one: abs(one - near))
    return f"{WORD} {year}{rest}"


def holds(printed: str, lunar: Lunar) -> bool:
    """Return whether a printed lunar date, as :func:`lunar_in` writes it, is `lunar` or within it.

    The last two months of a lunar year end in the next year of our calendar: their printed digits
    may be those of either year.
    """
    match = _TEXT.fullmatch(printed)
    if match is None:
        return False
    month, day = (int(match[name]) if match[name] else None for name in ("m", "d"))
    if (lunar.month, lunar.leap) not in ((month, bool(match["leap"])), (None, False)):
        return False
    if lunar.day not in (day, None):
        return False
    if match["name"]:
        return name_of_year(lunar.year) == match["name"]
    if match["y"] == str(lunar.year):
        return True
    later = str(lunar.year + 1)
    return match["y"] == later and any(str(one.last.year) == later for one in days_of(lunar))
