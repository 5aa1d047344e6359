"""Slips: mistakes in Markdown that silently drop or change text. Each is reported with a remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.chapter.limits import beyond_limits
from macros.chapter.markup import fences, without_calls, without_fenced_code
from macros.chapter.segments import segments
from macros.chapter.slips import inline, lists, notes, structure, tables, vanished
from macros.chapter.slips.lines import Slip, chapter_and_quotations
from macros.messages.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.chapter.front_matter import Chapter

__all__ = ["MOST", "Slip", "markdown_slips", "slips_of"]

MOST = 20
"""The most slips of a chapter that are reported one by one."""


def markdown_slips(
    chapter: Chapter, render: Callable[[str], str] | None = None
) -> Iterator[Problem]:
    """Yield an error for what the page would lose, and a note for what it would change.

    `render` turns Markdown into HTML as the site does; without it, only known slips are found.
    """
    if beyond_limits(chapter.body):
        return
    body = without_calls(chapter.body, segments(chapter.body)[0])
    found = sorted(set(slips_of(body)))
    if render:
        reported = (slip.offset for slip in found if slip.severity is Severity.ERROR)
        found += vanished.slips(body, render, reported)
    found.sort()
    for slip in found[:MOST]:
        yield Problem(chapter.position(slip.offset), slip.message, slip.remedy, slip.severity)
    if rest := found[MOST:]:
        message = f"từ đây còn {len(rest)} chỗ nữa mà Markdown bỏ hoặc đổi"
        severity = min(slip.severity for slip in rest)
        remedy = "sửa các chỗ trên rồi chạy lại make check"
        yield Problem(chapter.position(rest[0].offset), message, remedy, severity)


def slips_of(body: str) -> Iterator[Slip]:
    """Yield the known slips of a chapter's body, in which the calls are masked."""
    texts = list(chapter_and_quotations(body))
    for blocks in texts:
        yield from lists.slips(blocks)
        yield from tables.slips(blocks)
        yield from structure.indented(blocks)
        yield from structure.boxes(blocks)
        yield from structure.attributes(blocks)
    yield from structure.headings(texts[0])
    if "[^" in body:
        yield from notes.slips(texts)
    yield from structure.open_fences(body, fences(body))
    body = without_fenced_code(body)
    if "\t" in body:
        yield from structure.tabbed(body)
    yield from inline.slips(inline.without_code(body))
