"""The numbers of a source that its record rules out as facts, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.evidence.coverage import NotFact
from macros.model.citations import CitationError, parse_citations

if TYPE_CHECKING:
    from macros.model.library import Source


def not_facts_of(source: Source) -> list[NotFact]:
    """Return the numbers that a source lists as none, one by one."""
    found: list[NotFact] = []
    for listed in source.not_facts:
        try:
            stretches = parse_citations(f"{source.id}#{listed.paragraphs.replace(' ', '')}")
        except CitationError:
            continue
        paragraphs = tuple(number for stretch in stretches for number in stretch.numbers)
        found += [NotFact(source.id, paragraphs, n, listed.reason) for n in listed.numbers]
    return found
