"""The numbers of a source that its record excludes as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.evidence.coverage import ExcludedNumber
from macros.evidence.presence import all_numbers
from macros.evidence.redaction import redaction_of
from macros.evidence.sentence_status import numbers_in
from macros.messages.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.archive import Archive
    from macros.evidence.coverage import SourceCoverage
    from macros.evidence.files import SourceEvidence
    from macros.model.sources import NotFact, Source


def not_facts_of(source: Source) -> list[ExcludedNumber]:
    """Return the numbers that the record of a source lists under `not_facts`."""
    return [
        _excluded(source, listed, number)
        for listed in source.not_facts
        if numbers_in(listed.paragraphs)
        for number in listed.numbers
    ]


def _excluded(source: Source, listed: NotFact, number: str) -> ExcludedNumber:
    return ExcludedNumber(source.id, numbers_in(listed.paragraphs), number, listed.reason)


def absent(archive: Archive, evidence: Mapping[str, SourceEvidence]) -> Iterator[Problem]:
    """Yield the numbers under `not_facts` that none of the paragraphs listed with them has.

    A paragraph that a restricted source leaves out of its evidence is unknown, and not reported.
    """
    for _, listed, number, stands in _looked_up(archive, evidence):
        if not stands:
            message = f"số “{number}” không có ở đoạn {listed.paragraphs}"
            remedy = "viết đúng như nguồn in, sửa số đoạn, hoặc bỏ số này"
            yield Problem(listed.where("numbers"), message, remedy)


def needless(
    archive: Archive,
    evidence: Mapping[str, SourceEvidence],
    covered: Mapping[str, SourceCoverage],
) -> Iterator[Problem]:
    """Yield a note for each number under `not_facts` that stands there, but in a fact as well."""
    unused = {one for each in covered.values() for one in each.unused_not_facts}
    for source, listed, number, stands in _looked_up(archive, evidence):
        if stands and _excluded(source, listed, number) in unused:
            message = f"số “{number}” ở đoạn {listed.paragraphs} nay đã vào dữ liệu"
            remedy = "bỏ số này khỏi not_facts"
            yield Problem(listed.where("numbers"), message, remedy, Severity.NOTE)


def _looked_up(
    archive: Archive, evidence: Mapping[str, SourceEvidence]
) -> Iterator[tuple[Source, NotFact, str, bool]]:
    """Yield each number under `not_facts`, and whether it stands in its paragraphs."""
    for source in archive.sources.values():
        if source.id not in evidence:
            continue
        known, kept = evidence[source.id].by_number, redaction_of(archive, source.id).kept
        for listed in source.not_facts:
            paragraphs = numbers_in(listed.paragraphs)
            if not paragraphs or not (known.keys() >= set(paragraphs)):
                continue  # reported by the check of paragraphs
            if kept is not None and not kept >= set(paragraphs):
                continue
            printed = {one.printed for at in paragraphs for one in all_numbers(known[at])}
            for number in listed.numbers:
                yield source, listed, number, number in printed
