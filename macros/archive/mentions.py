"""Which chapters name a person or a document or cite a passage: its entry links back to them.

The mentions are read from the macro calls of the chapters; nobody types a list of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.admission.docs import GUIDE, LOOK_UP
from macros.chapter import Reference
from macros.model.citations import parse_citations
from macros.model.telling import tells

if TYPE_CHECKING:
    from macros.chapter import Chapter, Inspection

TRACED = ("person", "document", "picture")
"""The kinds of entry that link back to the chapters naming them."""

PASSAGE = "passage"
"""The kind of a paragraph that a chapter cites for itself; its id is the citation."""

_CITE = "cite"
"""The macro of a citation for what a chapter says in its own words."""

EXEMPT = (f"{LOOK_UP}/", f"{GUIDE}/")
"""Folders under docs/ whose pages are about the site itself, not about history."""


@dataclass(frozen=True, order=True)
class Mention:
    """A chapter that names an entry: its organization ("" for none), path under docs/, title."""

    organization: str
    page: str
    title: str


Mentions = Mapping[tuple[str, str], tuple[Mention, ...]]
"""The chapters that name each entry, by (kind, id), in order of organization and path."""


def mentions(chapters: Iterable[tuple[Chapter, Inspection]], docs: str = "docs") -> Mentions:
    """Return where each traced entry is named, from chapters that have been inspected."""
    found: dict[tuple[str, str], set[Mention]] = defaultdict(set)
    for chapter, inspection in chapters:
        page = chapter.path.removeprefix(f"{docs}/")
        if page.startswith(EXEMPT):
            continue
        front = chapter.front_matter
        for entry in _named(inspection):
            found[entry].add(Mention(front.organization or "", page, front.title))
    return {entry: tuple(sorted(listed)) for entry, listed in found.items()}


def _named(inspection: Inspection) -> Iterator[tuple[str, str]]:
    """Yield each (kind, id) that the calls of a chapter name."""
    for call in inspection.calls:
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


def _passages(written: str) -> Iterator[tuple[str, str]]:
    for citation in parse_citations(written):
        if tells(citation):
            for number in citation.numbers:
                yield PASSAGE, f"{citation.source}#{number}"
