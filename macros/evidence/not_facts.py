"""The numbers of a source that its record excludes as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.evidence.coverage import ExcludedNumber
from macros.model.citations import CitationError, parse_citations

if TYPE_CHECKING:
    from macros.model.sources import Source


def not_facts_of(source: Source) -> list[ExcludedNumber]:
    """Return the numbers that the record of a source lists under `not_facts`."""
    found: list[ExcludedNumber] = []
    for listed in source.not_facts:
        try:
            ranges = parse_citations(f"{source.id}#{listed.paragraphs.replace(' ', '')}")
        except CitationError:
            continue
        paragraphs = tuple(number for part in ranges for number in part.numbers)
        found += [ExcludedNumber(source.id, paragraphs, n, listed.reason) for n in listed.numbers]
    return found
