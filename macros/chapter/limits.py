"""Limits of the size and nesting of a chapter; beyond them, Markdown takes minutes or fails.

Python-Markdown looks for the end of a bracket from each of them, so that 16 KB of “[” take half a
minute, and calls itself for each list in a list. The limits are of size and nesting, the same on
every machine, far above what anybody writes (measured over chapters at the limits: under 2 s).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.chapter.segments import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_CHARACTERS = 100_000
MAX_LINES = 5_000
MAX_LINE = 20_000
MAX_BLOCK_LINES = 600
MAX_SIGNS = 300
MAX_BRACKETS = 80
"""The most of one Markdown sign, and of opening brackets, that one paragraph may contain."""
MAX_ALL_BRACKETS = 2_000
MAX_USES_OF_NOTE = 100
"""Opening brackets of a whole chapter, and marks of one footnote: Markdown compares each of them
with all before. The most brackets that a chapter of a site has had are 20."""
MAX_RUN = 200
MAX_NESTED = 8
"""Lists in lists and quotations in quotations, in one line or by indentation."""

MAX_CALLS = 1_500
MAX_BLOCK_CALLS = 60
"""Calls in one chapter, and those that give a table or the like: a hundred letters may give
megabytes. The most that a chapter of a site has had are 93 and 17."""

_SIGNS = {"[": MAX_BRACKETS, **dict.fromkeys("*_`<!~^&", MAX_SIGNS)}
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")
_NESTED = re.compile(
    rf"^[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{{1,9}}[.)](?=[ \t]))[ \t]*){{{MAX_NESTED + 1},}}",
    re.MULTILINE,
)
_DEEP = re.compile(rf"^(?: {{4}}|\t){{{MAX_NESTED + 1},}}(?=[^\s])", re.MULTILINE)
_SPLIT = "tách thành nhiều đoạn hoặc nhiều chương"


# Cached: the guard asks, and then the slips.
@lru_cache(maxsize=4)
def beyond_limits(body: str) -> Fault | None:
    """Return the first thing that is too large or too deep; then the chapter is read no further."""
    return next(_beyond(body), None)


def too_many_calls(offsets: Sequence[int], blocks: Sequence[int]) -> Iterator[Fault]:
    """Yield a fault if there are too many calls; given are the offsets of all, and of blocks."""
    for found, most, what in (
        (offsets, MAX_CALLS, "lời gọi macro"),
        (blocks, MAX_BLOCK_CALLS, "lời gọi macro cho bảng, biểu đồ hay danh sách"),
    ):
        if len(found) > most:
            message = f"chương có {len(found)} {what}, quá {most}"
            yield Fault(found[most], message, "tách thành nhiều chương")


def _beyond(body: str) -> Iterator[Fault]:
    lines = body.split("\n")
    if len(body) > MAX_CHARACTERS:
        message = f"chương dài {len(body)} ký tự, quá {MAX_CHARACTERS}"
        yield Fault(0, message, "tách thành nhiều chương")
    if len(lines) > MAX_LINES:
        yield Fault(0, f"chương có {len(lines)} dòng, quá {MAX_LINES}", "tách thành nhiều chương")
    offset = 0
    for line in lines:
        if len(line) > MAX_LINE:
            yield Fault(offset, f"dòng dài {len(line)} ký tự, quá {MAX_LINE}", _SPLIT)
        offset += len(line) + 1
    if (start := _long_run(body)) is not None:
        yield Fault(start, f"một dấu lặp liền quá {MAX_RUN} lần", "xóa bớt")
    for pattern, message, remedy in (
        (_NESTED, f"danh sách hoặc trích dẫn lồng quá {MAX_NESTED} tầng", "bỏ bớt tầng"),
        (_DEEP, f"dòng thụt quá {MAX_NESTED} tầng", "bỏ bớt dấu cách ở đầu dòng"),
    ):
        if found := pattern.search(body):
            yield Fault(found.start(), message, remedy)
    yield from _in_blocks(body)
    yield from _in_whole(body)


def _long_run(body: str) -> int | None:
    """Return the offset of the first run of one sign that is too long."""
    signs = (sign for sign in set(body) if not (sign.isalnum() or sign.isspace() or sign == "_"))
    found = [start for sign in signs if (start := body.find(sign * (MAX_RUN + 1))) >= 0]
    return min(found, default=None)


def _in_whole(body: str) -> Iterator[Fault]:
    """Yield what is too much for one chapter, though each paragraph has little of it."""
    brackets = body.count("[")
    if brackets > MAX_ALL_BRACKETS:
        message = f"chương có {brackets} dấu “[”, quá {MAX_ALL_BRACKETS}"
        yield Fault(body.index("["), message, "tách thành nhiều chương")
    marks = Counter(_NOTE.findall(body))
    for name, count in marks.most_common(1):
        if count > MAX_USES_OF_NOTE:
            message = f"chú thích [^{name[:40]}] được dẫn {count} lần, quá {MAX_USES_OF_NOTE}"
            yield Fault(body.index(f"[^{name}]"), message, "viết thành nhiều chú thích")


def _blocks(body: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the text of each run of lines that are not blank."""
    # Not by a pattern: on a long line of spaces it would take time by the square of the length.
    start, offset = None, 0
    for line in body.split("\n"):
        if line.strip():
            start = offset if start is None else start
        elif start is not None:
            yield start, body[start:offset]
            start = None
        offset += len(line) + 1
    if start is not None:
        yield start, body[start:]


def _in_blocks(body: str) -> Iterator[Fault]:
    """Yield what is too much for one paragraph, list or table; the first of each is enough."""
    for start, text in _blocks(body):
        if (count := text.count("\n")) > MAX_BLOCK_LINES:
            message = f"một đoạn hay bảng có {count} dòng liền, quá {MAX_BLOCK_LINES}"
            yield Fault(start, message, "chia ra bằng dòng trống")
            return
        for sign, most in _SIGNS.items():
            if (count := text.count(sign)) > most:
                message = f"một đoạn có {count} dấu “{sign}”, quá {most}"
                yield Fault(start + text.index(sign), message, _SPLIT)
                return
