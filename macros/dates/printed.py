"""Dates as Vietnamese sources print them, read into EDTF texts.

A printed date is a chain of parts ("từ ngày 15 đến 21-10-1963", "tháng 3, 4 và 5/1970"). A part
takes what it leaves out from the next one, and a range must run forward. Otherwise the chain is
shortened until it can be read. A date covers its text from the first to the last digit; the words
"ngày", "tháng", "năm" before it do not belong to it, because they may be the unit of a number
("trong 2 năm 1994 - 1995").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from macros.dates.lunar_printed import FoundLunar, lunar_in
from macros.dates.printed_parts import (
    START,
    Link,
    Part,
    candidates,
    is_closed,
    read_link,
    read_part,
    word_before,
)

MASK = "\x01"
"""Replaces a masked character; no transcription contains it."""

_BARE_YEAR = re.compile(rf"{START}(?:19|20)\d\d(?!\w|[./,-]\d)")
# Scales, shares and symbols are written like months: "quy hoạch 1/2000", "số 04/2015".
_NO_DATE_AFTER = re.compile(
    r"(?:t[ỷỉ] lệ|quy hoạch|bản đồ|số|đạt|nghị quyết|quyết định|nghị định|chỉ thị|thông tư) $",
    re.IGNORECASE,
)
# What is numbered, and may stand before a dash and a date: "chi bộ 3 - 5/9/2015", "1 - 5/9/2015".
_NUMBERED = re.compile(
    r"\b(?:chi bộ|tổ|đội|khối|khu|thôn|xóm|lớp|điều|mục|kh[óo][aá]|trang|bảng|biểu|phụ lục|ảnh) $"
    r"|^$",
    re.IGNORECASE,
)
# "mỗi ngày 2-3 lần" is no day; with a year it is one.
_EACH = re.compile(r"(?:mỗi|một|hằng|hàng) (?:ngày|tháng) $", re.IGNORECASE)
_NUMBER_FOLLOWS = re.compile(r"(?: ?[-–] ?| (?:đến|tới) )\d")
_DECADE = re.compile(r"những năm $", re.IGNORECASE)
_SPAN_WORDS = ("từ", "đến", "tới")


@dataclass(frozen=True, order=True)
class FoundDate:
    """A printed date: where it stands (`start` to `end`) and its EDTF texts.

    A lunar date has no texts: it is no day of our calendar, but its digits are no other numbers
    either. :mod:`macros.dates.lunar_printed` reads it.
    """

    start: int
    end: int
    edtf: tuple[str, ...]


@dataclass(frozen=True)
class _Chain:
    """Parts, the links that join them, and the word before the first part."""

    text: str
    parts: tuple[Part, ...]
    links: tuple[Link, ...]
    lead: str

    def first(self, count: int) -> _Chain:
        """Return the chain of the first `count` parts."""
        return replace(self, parts=self.parts[:count], links=self.links[: count - 1])


def mask(text: str, start: int, end: int) -> str:
    """Return `text` with the characters from `start` to `end` masked, of the same length."""
    return text[:start] + MASK * (end - start) + text[end:]


def bare_years(masked: str) -> tuple[str, ...]:
    """Return the years that stand in a masked text with no word that says so ("2023, 2024").

    They may be numbers as well and are not masked.
    """
    return tuple(match.group() for match in _BARE_YEAR.finditer(masked))


def find_dates(text: str) -> list[FoundDate]:
    """Return the dates of `text` (single spaces, NFC) in order."""
    found: list[FoundDate] = []
    lunar = lunar_in(text)
    for start in candidates(text):
        if (not found or start >= found[-1].end) and (date := _read_at(text, start, lunar)):
            found.append(date)
    return found


def _read_at(text: str, start: int, lunar: Sequence[FoundLunar]) -> FoundDate | None:
    """Return the longest date that begins at `start`; within a lunar date, the lunar date."""
    for one in lunar:
        if one.start <= start < one.end:
            return FoundDate(start, one.end, ())
    whole = _chain(text, start)
    for one in lunar:
        solar = [part for part in whole.parts if part.end <= one.start]
        if len(solar) < len(whole.parts) and whole.parts[len(solar)].start < one.end:
            if not solar or solar[-1].year is None:  # “từ ngày 5 đến ngày 10 tháng 3 âm lịch”
                return FoundDate(start, one.end, ())
            whole = whole.first(len(solar))
    for count in range(len(whole.parts), 0, -1):
        chain = whole.first(count)
        end = chain.parts[-1].end
        if is_closed(text, end) and (edtf := _read(chain)) is not None:
            return FoundDate(start, end, edtf)
    return None


def _chain(text: str, start: int) -> _Chain:
    word, lead = word_before(text, start)
    part = read_part(text, start, word, None)
    parts: list[Part] = []
    links: list[Link] = []
    while part is not None:
        parts.append(part)
        joined = read_link(text, part.end)
        if joined is None:
            break
        link, position, word = joined
        links.append(link)
        part = read_part(text, position, word, part)
    return _Chain(text, tuple(parts), tuple(links), lead)


def _read(chain: _Chain) -> tuple[str, ...] | None:
    """Return the EDTF texts of a chain; none for a lunar date, None if it is not a date."""
    parts = _completed(chain)
    if parts is None or not _is_said(chain, parts) or not _runs_forward(chain, parts):
        return None
    if chain.lead in {"mùng", "mồng"} and parts[-1].year is None:
        return ()
    first, *others = parts
    if not others and first.unit == "year" and _is_decade(chain, first):
        return (f"{_point(first)}/{(first.year or 0) + 9:04}",)
    return tuple(_texts(chain, parts))


def _is_decade(chain: _Chain, year: Part) -> bool:
    return (
        year.year is not None and year.year % 10 == 0 and _precedes(_DECADE, chain.text, year.start)
    )


def _precedes(pattern: re.Pattern[str], text: str, end: int) -> bool:
    """Return whether the words of `pattern` stand in `text` directly before `end`."""
    return pattern.search(text[max(0, end - 14) : end]) is not None


# --- what parts leave out -------------------------------------------------------------------


def _completed(chain: _Chain) -> list[Part] | None:
    """Return the parts, completed by the next ones, or None if one remains a bare number."""
    completed: list[Part] = []
    right: Part | None = None
    for index in range(len(chain.parts) - 1, -1, -1):
        part = _complete(chain, index, right)
        if part is None:
            return None
        completed.append(part)
        right = part
    return completed[::-1]


def _complete(chain: _Chain, index: int, right: Part | None) -> Part | None:
    part = chain.parts[index]
    following = None if right is None else (chain.links[index], right)
    if part.unit is None:
        return _complete_number(part, following)
    if part.year is not None:
        return part
    if following and following[1].year:
        link, other = following
        same = link.range or other.unit == part.unit
        return replace(part, year=other.year) if same else None
    is_day = part.unit == "day" and part.word == "day" and _is_day_of_no_year(chain, index)
    return part if is_day else None


def _is_day_of_no_year(chain: _Chain, index: int) -> bool:
    """Return whether "10/12" is a day: "ngày 31/12/2024, 10/12 chi bộ" has only one day."""
    part = chain.parts[index]
    if part.said or " tháng " in chain.text[part.start : part.end].lower():
        return True
    # The word was not said here: it stands before an earlier part.
    return chain.links[index - 1].range or chain.parts[index - 1].unit is None


def _complete_number(part: Part, following: tuple[Link, Part] | None) -> Part | None:
    """Return the day or month that a bare number means, by its word and what follows it."""
    if part.word == "month" and (part.number or 0) <= 12:
        month = replace(part, unit="month", month=part.number, number=None)
        if following is None:
            return month if part.said else None
        link, right = following
        if right.unit == "month" or (link.range and right.year is not None):
            return replace(month, year=right.year)
        return None
    if following is None or following[1].unit != "day":
        return None
    link, right = following
    if part.word == "month" or (part.word is None and not link.range):
        return None
    return replace(
        part, unit="day", year=right.year, month=right.month, day=part.number, number=None
    )


# --- what is a date at all ------------------------------------------------------------------


def _is_said(chain: _Chain, parts: Sequence[Part]) -> bool:
    """Return whether the words or parts around each part show that it is not just a number."""
    first = parts[0]
    if first.year is None and _precedes(_EACH, chain.text, first.start):
        return False
    by_itself = first.word is not None or (first.unit == "day" and first.sure)
    if not by_itself and _precedes(_NO_DATE_AFTER, chain.text, first.start):
        return False
    dashed = chain.parts[0].unit is None and not by_itself and not chain.links[0].joins_closely
    if dashed and _precedes(_NUMBERED, chain.text, first.start):
        return False
    return all(_is_date(chain, parts, index) for index in range(len(parts)))


def _is_date(chain: _Chain, parts: Sequence[Part], index: int) -> bool:
    part = parts[index]
    if part.sure or (part.unit == part.word and part.unit in {"day", "month"}):
        return True
    spanned = [
        parts[neighbour]
        for neighbour, link in ((index - 1, index - 1), (index + 1, index))
        if 0 <= neighbour < len(parts) and chain.links[link].range
    ]
    if part.unit == "day":
        return bool(spanned)
    if part.unit == "month":
        alone_in_brackets = chain.lead == "(" and chain.text[part.end : part.end + 1] in "),;"
        return bool(spanned) or (index == 0 and (chain.lead in _SPAN_WORDS or alone_in_brackets))
    if spanned:
        # "tháng 3/2014 - 2016" may be anything, "1996 - 2000" and "7/1996 đến 1998" may not.
        return all(other.unit == "year" for other in spanned) or chain.links[index - 1].spelled
    alone = len(parts) == 1 and chain.lead in _SPAN_WORDS
    return alone and not _NUMBER_FOLLOWS.match(chain.text, part.end)


def _runs_forward(chain: _Chain, parts: Sequence[Part]) -> bool:
    """Return whether each range, and each list that left something out, runs forward."""
    if any(one.range and other.range for one, other in pairwise(chain.links)):
        return False  # "1930-1945-1975" has no two ends.
    if any(
        link.range and link.tight and "-" in chain.text[part.start : part.end]
        for part, link in zip(chain.parts, chain.links, strict=False)
    ):
        return False  # "1-3-6-1943" may be 1 to 3 June, or 1 March to June.
    return all(
        _earliest(left) < _latest(right)
        for (left, right), link, printed in zip(
            pairwise(parts), chain.links, chain.parts, strict=False
        )
        if link.range or left != printed
    )


def _earliest(part: Part) -> tuple[int, int, int]:
    month = part.months[0] if part.unit == "quarter" else part.month
    return part.year or 0, month or 0, part.day or 0


def _latest(part: Part) -> tuple[int, int, int]:
    month = part.months[1] if part.unit == "quarter" else part.month
    return part.year or 0, month or 99, part.day or 99


# --- EDTF -----------------------------------------------------------------------------------


def _texts(chain: _Chain, parts: Sequence[Part]) -> Iterator[str]:
    """Yield the EDTF text of each item of the chain: a date, or a range of two."""
    index = 0
    while index < len(parts):
        is_range = index < len(parts) - 1 and chain.links[index].range
        left, right = parts[index], parts[index + is_range]
        if left.year is None:
            yield _point(left)
            index += 1
            continue
        first, last = _point(left), _point(right, last=True)
        yield first if first == last else f"{first}/{last}"
        index += 1 + is_range


def _point(part: Part, *, last: bool = False) -> str:
    """Return a day, month or year; of a quarter, its first or last month."""
    month = part.months[last] if part.unit == "quarter" else part.month
    year = "XXXX" if part.year is None else f"{part.year:04}"
    return "-".join([year, *(f"{number:02}" for number in (month, part.day) if number)])
