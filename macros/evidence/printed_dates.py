"""Dates as Vietnamese sources print them, read into EDTF texts.

Each shape is searched for in turn, the most specific first, and masked before the next, so that
the days of "ngày 9 và 10 tháng 2 năm 1996" are not taken for numbers. A date covers its text
from the first to the last digit; the words "ngày", "tháng", "năm" before it are left, since
they are the units of numbers too ("trong 2 năm 1994 - 1995").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

MASK = "\x01"
"""What a masked character becomes; it stands in no transcription."""


@dataclass(frozen=True, order=True)
class FoundDate:
    """A printed date: where its digits stand (`start` to `end`) and its EDTF texts."""

    start: int
    end: int
    edtf: tuple[str, ...]


_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:19|20)\d\d"
_START = r"(?<![\w.,/])(?<!\d-)"
_END = r"(?!\w|[./,-]\d)"
_AFTER_DAY = r"(?:(?<=ngày )|(?<=dịp )|(?<=sáng )|(?<=chiều )|(?<=tối ))"
_MONTH_OF_YEAR = rf"(?P<m>{_M})(?: năm | ?[/-] ?)(?P<y>{_Y})"
# Scales of plans are written like months: "quy hoạch 1/2000".
_AFTER_SCALE = re.compile(r"(?:t[ỷỉ] lệ|quy hoạch|bản đồ) $", re.IGNORECASE)

_Reader = Callable[[re.Match[str]], tuple[str, ...]]


def _day(m: re.Match[str]) -> tuple[str, ...]:
    return (f"{m['y']}-{int(m['m']):02}-{int(m['d']):02}",)


def _month(m: re.Match[str]) -> tuple[str, ...]:
    return (f"{m['y']}-{int(m['m']):02}",)


def _two_days(m: re.Match[str]) -> tuple[str, ...]:
    first = f"{m['y']}-{int(m['m1'] or m['m']):02}-{int(m['d1']):02}"
    (last,) = _day(m)
    # "9 và 10", "25, 26" name two days; "27 đến 29" names the ends of an interval.
    return (first, last) if m["join"] in {"và", ","} else (f"{first}/{last}",)


def _years(m: re.Match[str]) -> tuple[str, ...]:
    return tuple(re.findall(_Y, m.group()))


def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_SHAPES: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    # ngày 9 và 10 tháng 2 năm 1996; ngày 10 đến ngày 12/12/2000; ngày 30/6 - 02/7/2015
    (
        _shape(
            rf"(?<=ngày )(?P<d1>{_D})(?:/(?P<m1>{_M}))? ?(?P<join>,|và|-|–|đến) ?(?:ngày )?"
            rf"(?P<d>{_D})(?:/| tháng ){_MONTH_OF_YEAR}{_END}"
        ),
        _two_days,
    ),
    # 27 tháng 01 năm 1994
    (_shape(rf"{_START}(?P<d>{_D}) tháng {_MONTH_OF_YEAR}{_END}"), _day),
    # 27/01/1994, 19-5-2010, 2.9.1945
    (_shape(rf"{_START}(?P<d>{_D})(?P<s>[/.-])(?P<m>{_M})(?P=s)(?P<y>{_Y}){_END}"), _day),
    # tháng 7/1999, tháng 8 năm 2010
    (_shape(rf"(?<=tháng ){_MONTH_OF_YEAR}{_END}"), _month),
    # (4/1994), 01/1994
    (_shape(rf"{_START}(?P<m>{_M})/(?P<y>{_Y}){_END}"), _month),
    # ngày 27/7, ngày 3 tháng 2: the year stands elsewhere or nowhere
    (
        _shape(rf"{_AFTER_DAY}(?P<d>{_D})(?:/| tháng )(?P<m>{_M}){_END}"),
        lambda m: (f"XXXX-{int(m['m']):02}-{int(m['d']):02}",),
    ),
    # trong tháng 10
    (_shape(rf"(?<=tháng )(?P<m>{_M}){_END}"), lambda m: (f"XXXX-{int(m['m']):02}",)),
    # 2015 - 2020
    (
        _shape(rf"{_START}(?P<a>{_Y}) ?[-–] ?(?P<b>{_Y}){_END}"),
        lambda m: (f"{m['a']}/{m['b']}",),
    ),
    # năm 1995; năm 2021, 2022, 2023; năm 2022 và năm 2023
    (_shape(rf"(?<=năm ){_Y}(?:(?: ?, ?| và )(?:năm )?{_Y})*{_END}"), _years),
    (_shape(rf"(?:(?<=từ )|(?<=đến )){_Y}{_END}"), _years),
)

_LINK = re.compile(r" ?(?:-|–|đến(?: hết| cuối| đầu)*) ?(?:ngày |tháng |năm )?", re.IGNORECASE)
_BARE_YEAR = re.compile(rf"{_START}{_Y}{_END}")


def mask(text: str, start: int, end: int) -> str:
    """Return `text` with the characters from `start` to `end` masked, of the same length."""
    return text[:start] + MASK * (end - start) + text[end:]


def find_dates(text: str) -> list[FoundDate]:
    """Return the dates of `text` (single spaces, NFC) in order, intervals joined."""
    found: list[FoundDate] = []
    rest = text
    for shape, read in _SHAPES:
        for match in shape.finditer(rest):
            if _is_scale(text, match):
                continue
            found.append(FoundDate(match.start(), match.end(), read(match)))
            rest = mask(rest, match.start(), match.end())
    return _joined(sorted(found), text)


def bare_years(masked: str) -> tuple[str, ...]:
    """Return the years that stand in a masked text with no word that says so ("2023, 2024").

    They may be numbers as well and are not masked.
    """
    return tuple(match.group() for match in _BARE_YEAR.finditer(masked))


def _is_scale(text: str, match: re.Match[str]) -> bool:
    return "/" in match.group() and _AFTER_SCALE.search(text[: match.start()]) is not None


def _joined(found: list[FoundDate], text: str) -> list[FoundDate]:
    """Join two dates that only a dash or "đến" parts into one interval."""
    joined: list[FoundDate] = []
    for date in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and _LINK.fullmatch(text[last.end : date.start])
            and _is_point(last.edtf)
            and _is_point(date.edtf)
        ):
            joined[-1] = FoundDate(last.start, date.end, (f"{last.edtf[0]}/{date.edtf[0]}",))
        else:
            joined.append(date)
    return joined


def _is_point(edtf: tuple[str, ...]) -> bool:
    return len(edtf) == 1 and "/" not in edtf[0] and not edtf[0].startswith("X")
