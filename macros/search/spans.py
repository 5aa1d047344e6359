"""The years within a time span, which a section covers without writing them.

“1996 – 2000”, “11/2000 – 05/2005” and “từ năm 1996 đến năm 2000” contain some. Such a year is
indexed under a special key, `1997~`, which occurs in no text; a query for a year looks up both.
"""

from __future__ import annotations

import re

_YEAR = r"((?:19|20)\d\d)(?!\d)"
_TO = r"(?:\s?[–-]\s?|,? đến (?:hết |đầu |giữa |cuối )?(?:năm |tháng |ngày )?)"
# From its first year on: what stands before that says nothing, and looking for it takes long.
_SPAN = re.compile(rf"(?<!\d){_YEAR}{_TO}(?:\d{{1,2}}[/-]){{0,2}}{_YEAR}(?![/-]\w)")
# A longer span says little about a single year.
_LONGEST = 40


def years_within(*texts: str) -> list[int]:
    """Return the years within the spans of some texts, without their ends, sorted, each once."""
    years: set[int] = set()
    for text in texts:
        for found in _SPAN.finditer(text):
            first, last = map(int, found.groups())
            if last - first <= _LONGEST:
                years.update(range(first + 1, last))
    return sorted(years)


def key_of(year: int) -> str:
    """Return the key of a year inside a span, which no word of a text can be."""
    return f"{year}~"
