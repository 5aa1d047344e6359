"""Breaks of lines: whether each goes on with its paragraph or begins another."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ITEM = re.compile(r"(?:[-–—+*•]|\(?[a-zđ]\)|\(?\d{1,2}[.)]|[IVXLC]{1,5}\.)\s")
"""What begins an item of a list."""
_ENDS = ".;:!?…"
_WIDEST, _NARROWEST = 120, 40
"""Characters of a line: a longer one was not wrapped, one after a shorter one was meant."""
JOINED = "nối dòng ngắt bằng tay"
WRAPPED = "nối từ nhiều dòng"
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


def joined(lines: Sequence[str]) -> tuple[list[tuple[str, tuple[str, ...]]], bool]:
    """Return the paragraphs of a plain text, and whether its lines were wrapped.

    In a wrapped text a line goes on unless the next word would have fitted on it, or an item, an
    indentation or an empty line begins another paragraph.
    """
    written = [line.rstrip() for line in lines if line.strip()]
    if not _wrapped(lines, written):
        return [(" ".join(line.split()), ()) for line in written], False
    lengths = sorted(map(len, written))
    width = lengths[int((len(lengths) - 1) * 0.99)]
    paragraphs: list[list[str]] = []
    before = ""
    for line in lines:
        if line.strip():
            if before.strip() and not _begins(line, before, width):
                paragraphs[-1].append(line.strip())
            else:
                paragraphs.append([line.strip()])
        before = line
    return [
        (" ".join(" ".join(one).split()), (WRAPPED,) if len(one) > 1 else ()) for one in paragraphs
    ], True


def _wrapped(lines: Sequence[str], written: Sequence[str]) -> bool:
    if not written or max(map(len, written)) > _WIDEST:
        return False
    going_on = sum(
        len(line) >= _NARROWEST and line.rstrip()[-1:] not in _ENDS and after.strip()[:1].islower()
        for line, after in pairwise(lines)
    )
    return going_on >= max(2, 0.15 * len(written))


def _begins(line: str, before: str, width: int) -> bool:
    """Return whether a line of a wrapped text begins a paragraph after another line."""
    if len(line) - len(line.lstrip()) > len(before) - len(before.lstrip()) + 1:
        return True
    first = line.split()[0]
    if len(before.rstrip()) + 1 + len(first) <= width:
        return True
    return bool(_ITEM.match(line.strip())) and before.rstrip()[-1] in _ENDS
