"""The numbers of a source that its record excludes as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.evidence.coverage import ExcludedNumber
from macros.evidence.redaction import redaction_of
from macros.evidence.standing import all_numbers
from macros.messages.problems import Problem
from macros.model.citations import CitationError, parse_citations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.archive import Archive
    from macros.evidence.files import SourceEvidence
    from macros.model.sources import NotFact, Source


def not_facts_of(source: Source) -> list[ExcludedNumber]:
    """Return the numbers that the record of a source lists under `not_facts`."""
    return [
        ExcludedNumber(source.id, paragraphs, number, listed.reason)
        for listed in source.not_facts
        if (paragraphs := _paragraphs(source, listed))
        for number in listed.numbers
    ]


def _paragraphs(source: Source, listed: NotFact) -> tuple[int, ...]:
    """Return the paragraphs that are listed, none if they cannot be read."""
    try:
        ranges = parse_citations(f"{source.id}#{listed.paragraphs.replace(' ', '')}")
    except CitationError:
        return ()
    return tuple(number for part in ranges for number in part.numbers)


def absent(archive: Archive, evidence: Mapping[str, SourceEvidence]) -> Iterator[Problem]:
    """Yield the numbers under `not_facts` that none of the paragraphs listed with them has.

    What a restricted source leaves out of its evidence is not known, and not told.
    """
    for source in archive.sources.values():
        if source.id not in evidence:
            continue
        known, kept = evidence[source.id].by_number, redaction_of(archive, source.id).kept
        for listed in source.not_facts:
            paragraphs = _paragraphs(source, listed)
            if not paragraphs or not (known.keys() >= set(paragraphs)):
                continue  # told by the check of paragraphs
            if kept is not None and not kept >= set(paragraphs):
                continue
            printed = {one.printed for at in paragraphs for one in all_numbers(known[at])}
            for number in listed.numbers:
                if number not in printed:
                    message = f"số “{number}” không có ở đoạn {listed.paragraphs}"
                    remedy = "viết đúng như nguồn in, sửa số đoạn, hoặc bỏ số này"
                    yield Problem(listed.where("numbers"), message, remedy)
