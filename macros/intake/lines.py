"""Breaks that somebody set by hand: whether each goes on with its paragraph or begins another."""

from __future__ import annotations

import re

_ITEM = re.compile(r"(?:[-–—+*•]|\(?[a-zđ]\)|\(?\d{1,2}[.)]|[IVXLC]{1,5}\.)\s")
"""What begins an item of a list."""
_ENDS = ".;:!?…"
JOINED = "nối dòng ngắt bằng tay"
PARTED = "tách thành đoạn ở chỗ ngắt dòng bằng tay"


def parted(text: str, *, heading: bool = False) -> list[tuple[str, tuple[str, ...]]]:
    """Return the paragraphs in a text with breaks, and what was done of which a person should know.

    A break before an item of a list, after a sentence's end, begins a paragraph; every other one is
    a space. In a heading all are spaces, and nothing is told: that is what such breaks are for.
    """
    pieces = [one for one in (piece.strip() for piece in text.split("\n")) if one]
    if heading or len(pieces) < 2:
        return [(" ".join(pieces), ())] if pieces else []
    found: list[list[str]] = [[pieces[0]]]
    for piece in pieces[1:]:
        if found[-1][-1][-1] in _ENDS and _ITEM.match(piece):
            found.append([piece])
        else:
            found[-1].append(piece)
    return [
        (" ".join(one), ((JOINED,) if len(one) > 1 else (PARTED,) if len(found) > 1 else ()))
        for one in found
    ]
