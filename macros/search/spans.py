"""The years that a section speaks of without writing them: those inside a span.

“1996 – 2000”, “11/2000 – 05/2005” and “từ năm 1996 đến năm 2000” hold some. Such a year is filed
under a key of its own, `1997~`, that no text has; a query that names a year asks for both.
"""

from __future__ import annotations

import re

_YEAR = r"((?:19|20)\d\d)(?!\d)"
_TO = r"(?:\s?[–-]\s?|,? đến (?:hết |đầu |giữa |cuối )?(?:năm |tháng |ngày )?)"
# From its first year on: what stands before that says nothing, and looking for it takes long.
_SPAN = re.compile(rf"(?<!\d){_YEAR}{_TO}(?:\d{{1,2}}[/-]){{0,2}}{_YEAR}(?![/-]\w)")
# A longer one says nothing of a year.
_LONGEST = 40


def years_within(*texts: str) -> list[int]:
    """Return the years inside the spans of some texts, each once, in order; not their ends."""
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
