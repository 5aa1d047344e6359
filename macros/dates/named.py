"""Times that have a name instead of a date: seasons, quarters, parts of a year, decades.

They are written as in EDTF (ISO 8601-2:2019, levels 1 and 2), which numbers the parts of a year
from 21 on: 21 to 24 the seasons, 33 to 36 the quarters, 37 to 39 thirds of a year, 40 and 41 its
halves; and puts X for the last digit of a decade. The thirds are what sources call beginning,
middle and end of a year. What happened in such a time happened on one day within it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """A part of a year: its name, the pattern that sources print for it, its first and last month.

    Quarters have no pattern: macros.dates.printed reads them. The last months of winter are in the
    next year: 13 is its January. Sources mean the seasons of the weather and of work in the fields,
    not of the calendar, so the bounds are wide and overlap.
    """

    name: str
    printed: str | None
    first: int
    last: int


PARTS = {
    21: Part("mùa xuân", "mùa xuân", 1, 5),
    22: Part("mùa hè", "mùa (?:hè|hạ)", 4, 8),
    23: Part("mùa thu", "mùa thu", 7, 11),
    24: Part("mùa đông", "mùa đông", 10, 14),
    33: Part("quý I", None, 1, 3),
    34: Part("quý II", None, 4, 6),
    35: Part("quý III", None, 7, 9),
    36: Part("quý IV", None, 10, 12),
    37: Part("đầu", "(?<!nửa )(?<!tháng )đầu", 1, 4),
    38: Part("giữa", "giữa", 5, 8),
    39: Part("cuối", "(?<!nửa )(?<!tháng )cuối", 9, 12),
    40: Part("nửa đầu", "(?:nửa|6 tháng|sáu tháng) đầu", 1, 6),
    41: Part("nửa cuối", "(?:nửa|6 tháng|sáu tháng) (?:cuối|sau)", 7, 12),
}
"""By its number in EDTF."""
QUARTERS = range(33, 37)

_CODED = re.compile(r"([0-9]{4})-(2[1-4]|3[3-9]|4[01])")
_DECADE = re.compile(r"([0-9]{3})X")
_YEAR = r",?(?: của)?(?: năm)? (?P<year>(?:1\d|20)\d\d)(?!\w|[./-]\d)"
_PRINTED = [
    (code, re.compile(r"(?<!\w)" + part.printed + _YEAR, re.IGNORECASE))
    for code, part in PARTS.items()
    if part.printed
]


def _decade(text: str) -> str | None:
    """Return the first three digits of a decade."""
    match = _DECADE.fullmatch(text)
    return match[1] if match else None


def _coded(text: str) -> tuple[int, int] | None:
    """Return the year and the number of a part of a year."""
    match = _CODED.fullmatch(text)
    return (int(match[1]), int(match[2])) if match else None


def bounds(text: str) -> tuple[str, str] | None:
    """Return the first and the last month, or year of a decade, of a named time; None for another.

    "1946-21" is ("1946-01", "1946-05"), "193X" is ("1930", "1939").
    """
    if decade := _decade(text):
        return f"{decade}0", f"{decade}9"
    if coded := _coded(text):
        year, part = coded[0], PARTS[coded[1]]
        later, last = divmod(part.last - 1, 12)
        return f"{year:04}-{part.first:02}", f"{year + later:04}-{last + 1:02}"
    return None


def is_named(text: str) -> bool:
    """Return whether an EDTF text is that of a named time."""
    return bounds(text) is not None


def say_named(text: str) -> str:
    """Return a named time in words: "mùa xuân năm 1946", "quý II/2008", "những năm 1930"."""
    if decade := _decade(text):
        return f"những năm {int(decade)}0"
    coded = _coded(text)
    assert coded
    year, code = coded
    return f"{PARTS[code].name}{'/' if code in QUARTERS else ' năm '}{year}"


def short_named(text: str) -> str:
    """Return a named time for a cell: "mùa xuân 1946", "quý II/2008", "những năm 1930"."""
    said = say_named(text)
    return said if said.startswith("những năm") else said.replace(" năm ", " ")


def quarters_of(year: str) -> list[str]:
    """Return the four quarters of a year, as EDTF."""
    return [f"{year}-{code}" for code in QUARTERS]


def printed_as(text: str) -> str:
    """Return the EDTF text that is read where a source prints a named time.

    A quarter and a decade are read as an interval of months or years, all others as they are.
    """
    span, coded = bounds(text), _coded(text)
    if span is None or (coded and coded[1] not in QUARTERS):
        return text
    return "/".join(span)


def named_in(text: str) -> list[tuple[int, int, str]]:
    """Return the seasons and parts of years that a source prints in `text`: begin, end, EDTF."""
    return sorted(
        (*found.span(), f"{found['year']}-{code}")
        for code, pattern in _PRINTED
        for found in pattern.finditer(text)
    )
