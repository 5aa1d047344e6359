"""Which chapters name a person, a document or an organization, or cite a passage.

The mentions are read from the macro calls of the chapters; nobody types a list of them.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from macros.archive.mentions import EXEMPT, PASSAGE, TRACED, Mention, Section
from macros.chapter import Context, Reference
from macros.chapter.links import headings
from macros.model.citations import parse_citations
from macros.model.telling import tells

if TYPE_CHECKING:
    from macros.archive import Archive
    from macros.archive.mentions import Mentions
    from macros.chapter import Call, Chapter, Inspection

_CITE = "cite"
"""The macro of a citation for what a chapter says in its own words."""


def mentions(
    chapters: Iterable[tuple[Chapter, Inspection]], archive: Archive, docs: str = "docs"
) -> Mentions:
    """Return where each traced entry is named, from chapters that have been inspected."""
    found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for chapter, inspection in chapters:
        page = chapter.path.removeprefix(f"{docs}/")
        if page.startswith(EXEMPT):
            continue
        front = chapter.front_matter
        own = ("organization", front.organization or "")
        for entry, sections in _named(chapter, inspection, archive).items():
            if entry != own:
                mention = Mention(own[1], page, front.title, sections)
                found[entry].append(mention)
    return {entry: tuple(sorted(listed)) for entry, listed in found.items()}


def _named(
    chapter: Chapter, inspection: Inspection, archive: Archive
) -> Mapping[tuple[str, str], tuple[Section, ...]]:
    """Return each (kind, id) that the calls of a chapter name, with the sections that do so."""
    found: dict[tuple[str, str], dict[Section, None]] = defaultdict(dict)
    # A chapter that is refused may hold a heading that no pattern reads in reasonable time.
    read = [] if inspection.problems else headings(chapter)
    below = [one for one in read if one.level > 1 and "{{" not in one.text]
    offsets = [one.offset for one in below]
    for call in inspection.calls:
        at = bisect(offsets, call.segment.start)
        named = [*_arguments(call)]
        if call.macro.names and not inspection.problems:
            context = Context(chapter.path, call.organization, archive)
            named += call.macro.names(context, call.arguments)
        for entry in named:
            sections = found[entry]
            if at:
                sections[Section(below[at - 1].text, below[at - 1].id)] = None
    return {entry: tuple(sections) for entry, sections in found.items()}


def _arguments(call: Call) -> Iterator[tuple[str, str]]:
    """Yield each traced entry that the arguments of a call name, and each passage."""
    if call.macro.name == _CITE:
        yield from _passages(str(call.arguments["citation"]))
    for parameter in call.macro.parameters:
        rule = parameter.rule
        if not isinstance(rule, Reference) or rule.kind not in TRACED:
            continue
        value = call.arguments.get(parameter.name)
        for one in value if isinstance(value, (list, tuple)) else (value,):
            if isinstance(one, str):
                yield rule.kind, one
    if call.organization:
        yield "organization", call.organization


def _passages(written: str) -> Iterator[tuple[str, str]]:
    for citation in parse_citations(written):
        if tells(citation):
            for number in citation.numbers:
                yield PASSAGE, f"{citation.source}#{number}"
