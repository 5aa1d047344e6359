"""How wide the columns of a table are in Word, where no program sets them by what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml.html import builder as make

from macros.book.section import column_count, elements, text_of

if TYPE_CHECKING:
    from macros.book.section import Element

_LEAST, _MOST = 3, 120
"""Letters that a column counts for at least and at most, however little or much it holds."""
_POWER, _OF_A_WORD = 0.6, 0.6
"""How the weight of a column grows with its longest text, and what its longest word claims."""


def set_widths(table: Element) -> None:
    """Give the columns of a table widths in hundredths of the page, by the text that they hold."""
    for old in elements(table, "colgroup"):
        old.drop_tree()
    count = column_count(table)
    longest = [_LEAST] * count
    words = [_LEAST] * count
    for row in table.iter("tr"):
        at = 0
        for cell in row.iterchildren("td", "th"):
            wide = int(cell.get("colspan") or 1)
            if wide == 1 and at < count:
                text = text_of(cell)
                longest[at] = max(longest[at], min(len(text), _MOST))
                words[at] = max(words[at], *(len(one) for one in text.split() or [""]))
            at += wide
    shares = shared(longest, words)
    group = make.COLGROUP(*(make.COL(width=f"{one}%") for one in shares))
    caption = table.find("caption")
    table.insert(0 if caption is None else 1, group)


def shared(longest: list[int], words: list[int]) -> list[int]:
    """Return hundredths for columns by their longest text and word, in letters; in all 100."""
    weights = [
        max(text**_POWER, word * _OF_A_WORD) for text, word in zip(longest, words, strict=True)
    ]
    shares = [max(round(100 * one / sum(weights)), 4) for one in weights]
    shares[shares.index(max(shares))] += 100 - sum(shares)
    return shares
