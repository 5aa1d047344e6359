"""Places the marks of citations as a reader expects them in running text.

Editors cite each sentence, before its full stop, and the check compares each. A reader needs a mark
only where the cited passage changes: of equal marks in a row within a paragraph, a screen shows the
last (paper shows all), after the full stop.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

AGAIN = "cite--again"
"""The class of a mark that the next one of its paragraph repeats."""

_PERMALINK = '<a class="headerlink"'
# Each of these patterns begins with letters, or is tried only where some stand: the whole of each
# page is searched, which took a quarter of the time of a page made from the data.
_NAMED = re.compile(
    r' aria-label="(?:(?<=\brole="region" aria-label=")|(?<=\bsection aria-label="))([^"]*)"'
)
_OPEN, _CLOSE = f'<sup class="cite(?: {AGAIN})?">', "</sup>"
_MARK = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|li|dd|dt|t[dhr]|h[1-6]|div|section|table|figure|figcaption|caption|blockquote)\b"
)
_BEFORE_END = re.compile(f"{_CLOSE}[.!?]")
_AT_END = re.compile(f"((?:{_OPEN}(?:(?!{_CLOSE}).)*{_CLOSE})+)([.!?]+[”)]?)", re.DOTALL)


def with_quiet_permalinks(html: str) -> str:
    """Return the HTML of a page whose headings are read without the “#” that links to them.

    The contents of a page lead to each heading by the keyboard too.
    """
    return html.replace(_PERMALINK, f'{_PERMALINK} aria-hidden="true" tabindex="-1"')


def with_names_apart(html: str) -> str:
    """Return the HTML of a page in which no two parts (tables that scroll) share a spoken name."""
    seen: Counter[str] = Counter()

    def named(region: re.Match[str]) -> str:
        seen[region[1]] += 1
        number = seen[region[1]]
        return region[0] if number == 1 else f'{region[0][:-1]} ({number})"'

    return _NAMED.sub(named, html)


def with_marks_set(html: str) -> str:
    """Return the HTML of a page with its marks of citations placed as said above."""
    marks = list(_MARK.finditer(html))
    parts: list[str] = []
    done = 0
    for mark, following in pairwise(marks):
        if mark[1] == following[1] and not _BLOCK.search(html, mark.end(), following.start()):
            repeated = mark[0].replace("cite", f"cite {AGAIN}", 1)
            parts += (html[done : mark.start()], repeated)
            done = mark.end()
    set_apart = "".join((*parts, html[done:]))
    return _AT_END.sub(r"\2\1", set_apart) if _BEFORE_END.search(set_apart) else set_apart
