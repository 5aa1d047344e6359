"""Turns a chapter into Markdown: the one function that site, book and checks all call."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from macros.chapter.abbreviations import definitions
from macros.chapter.guard import Call, Inspection, inspect
from macros.chapter.page import ArchiveT, Linker, Page
from macros.chapter.verbatim import wrap
from macros.messages.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.chapter.front_matter import Chapter
    from macros.chapter.registry import Registry

_BLOCK_START = re.compile(
    r"<(?:article|aside|details|div|dl|fieldset|figure|footer|form|header|nav|ol|p|section|table|ul)"
    r"(?=[\s>])"
)


class ChapterError(Exception):
    """A chapter that cannot be expanded; `problems` says why, in an editor's words."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


def expand(
    chapter: Chapter,
    archive: ArchiveT,
    linker: Linker,
    *,
    registry: Registry,
    inspection: Inspection | None = None,
) -> str:
    """Return the chapter's Markdown with every call replaced by its component.

    A pure function: the same chapter, archive and linker always give the same text. Render it with
    `VerbatimExtension`. `inspection` is the result of `inspect`, if the chapter was inspected
    before. Raises ChapterError for a chapter that the guard refuses.
    """
    inspection = inspection or inspect(chapter, registry, archive)
    if inspection.problems:
        raise ChapterError(inspection.problems)
    page = Page(chapter.path, chapter.front_matter.organization, archive, linker)
    found = list(pieces(chapter, inspection, page))
    made = [piece.text for piece in found]
    if registry.closing and (foot := registry.closing(page)):
        made.append(f"\n\n{wrap(str(foot))}\n")
    if registry.glossary and page.organization:
        prose = " ".join(piece.text for piece in found if piece.call is None)
        made.append(definitions(prose, registry.glossary(page)))
    return "".join(made)


class Piece(NamedTuple):
    """A stretch of a chapter: its prose, or the component of a call."""

    text: str
    call: Call | None = None


def pieces(chapter: Chapter, inspection: Inspection, page: Page[ArchiveT]) -> Iterator[Piece]:
    """Yield the pieces of a chapter in their order, each as it is made.

    Raises ChapterError for a call that renders no component.
    """
    at = 0
    for call in inspection.calls:
        yield Piece(chapter.body[at : call.segment.start])
        yield Piece(_component(call, page, chapter), call)
        at = call.segment.end
    yield Piece(chapter.body[at:])


def _component(call: Call, page: Page[ArchiveT], chapter: Chapter) -> str:
    """Return the component of one call; a block component as a paragraph of its own."""
    try:
        html = _rendered(call, page)
    except Exception as error:
        position = chapter.position(call.segment.start)
        message = f"macro “{call.macro.name}” không dựng được ({type(error).__name__}: {error})"
        remedy = "báo dòng này cho người phụ trách mã nguồn"
        raise ChapterError([Problem(position, message, remedy)]) from error
    if not call.macro.block:
        return html
    start = chapter.body.rfind("\n", 0, call.segment.start) + 1
    indent = chapter.body[start : call.segment.start]
    return f"\n{indent}{html}\n"


def _rendered(call: Call, page: Page[ArchiveT]) -> str:
    """Run the call; raises TypeError or ValueError if the result is not a component."""
    # The copy shares the citation numbers: a page has one series for all organizations.
    html = call.macro.render(replace(page, organization=call.organization), **call.arguments)
    if not isinstance(html, Markup):
        raise TypeError("a macro returns Markup")
    text = str(html).strip()
    if call.macro.block and not _BLOCK_START.match(text):
        raise ValueError("a block component begins with a block element")
    return wrap(text)
