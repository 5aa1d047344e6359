"""What Markdown drops or changes of a chapter without a word: each is told, with its remedy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.chapter.limits import beyond_limits
from macros.chapter.markup import fences, without_calls
from macros.chapter.segments import segments
from macros.chapter.slips import inline, lists, notes, tables, text, vanished
from macros.chapter.slips.lines import Slip, documents
from macros.messages.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.chapter.front_matter import Chapter

__all__ = ["MOST", "Slip", "markdown_slips", "slips_of"]

MOST = 20
"""So many slips of a chapter are told one by one."""


def markdown_slips(
    chapter: Chapter, render: Callable[[str], str] | None = None
) -> Iterator[Problem]:
    """Yield an error for what would vanish from the page, a note for what would be changed.

    `render` turns Markdown into HTML as the site does; without it only known slips are sought.
    """
    if beyond_limits(chapter.body):
        return
    body = without_calls(chapter.body, segments(chapter.body)[0])
    found = sorted(set(slips_of(body)))
    if render:
        told = (slip.offset for slip in found if slip.severity is Severity.ERROR)
        found += vanished.slips(body, render, told)
    found.sort()
    for slip in found[:MOST]:
        yield Problem(chapter.position(slip.offset), slip.message, slip.remedy, slip.severity)
    if rest := found[MOST:]:
        message = f"từ đây còn {len(rest)} chỗ nữa mà Markdown bỏ hoặc đổi"
        severity = min(slip.severity for slip in rest)
        remedy = "sửa các chỗ trên rồi chạy lại make check"
        yield Problem(chapter.position(rest[0].offset), message, remedy, severity)


def slips_of(body: str) -> Iterator[Slip]:
    """Yield the known slips of a chapter's body, in which each call is filled."""
    closed = fences(body)
    parted = list(documents(body))
    for blocks in parted:
        yield from lists.slips(blocks)
        yield from tables.slips(blocks)
        yield from text.indented(blocks)
        yield from text.boxes(blocks)
        yield from text.attributes(blocks)
    yield from text.headings(parted[0])
    if "[^" in body:
        yield from notes.slips(parted)
    yield from text.open_fences(body, closed)
    for start, end in closed:
        body = body[:start] + re.sub(r"[^\n]", " ", body[start:end]) + body[end:]
    if "\t" in body:
        yield from text.tabbed(body)
    yield from inline.slips(inline.masked(body))
