"""Whether a citation names an existing paragraph, and a mark of citation an existing field."""

from __future__ import annotations

from collections.abc import Iterator

from macros.archive import Archive
from macros.chapter.registry import Finding
from macros.messages.nouns import NOUNS
from macros.model.base import Fact, Record, cited_fields
from macros.model.citations import Citation
from macros.model.conflicts import Claim
from macros.model.documents import Document
from macros.model.rolls import RollRow
from macros.model.statistics import Observation
from macros.model.targets import TargetSet


def refused(archive: Archive, citation: Citation) -> Finding | None:
    """Return what is wrong with a citation: no such source, or a paragraph beyond its end."""
    source = citation.source
    if not archive.has("source", source, None):
        advice = archive.advice("source", source, None)
        return f"không có {NOUNS['source']} nào mang mã “{source}”", advice.remedy, advice.about
    if citation.unit != "paragraph":
        return None
    return past_the_end(f"trích dẫn {citation}", citation.last, archive.paragraphs.get(source))


def past_the_end(what: str, paragraph: int, last: int | None) -> tuple[str, str] | None:
    """Return the problem and the remedy if `what` names a paragraph after the last of a source."""
    if last is None or paragraph <= last:
        return None
    return f"{what} vượt quá đoạn cuối ({last}) của nguồn", "sửa số đoạn"


def every_citation(archive: Archive) -> Iterator[tuple[Record, str, Citation]]:
    """Yield every citation of the data with its record and the name of its field.

    These are the citations of facts, documents, tables of targets, sides of conflicts, rows of
    rolls, and of what a source leaves out as a repetition.
    """
    for source in archive.sources.values():
        for omission in source.left_out:
            yield from ((omission, "of", citation) for citation in omission.of)
    for _, fact in archive.each_fact():
        yield from ((fact, name, citation) for name, citation in cited_fields(fact))
    for document in archive.documents.values():
        yield from ((document, name, citation) for name, citation in cited_fields(document))
    for dossier in archive.dossiers.values():
        sides = (claim for conflict in dossier.conflicts for claim in conflict.claims)
        rows = (row for roll in dossier.rolls for row in roll.rows)
        others: tuple[TargetSet | Claim | RollRow, ...] = (*dossier.target_sets, *sides, *rows)
        for one in others:
            yield from ((one, "cite", citation) for citation in one.cite or ())


def without_evidence(archive: Archive, citation: Citation) -> bool:
    """Return whether a citation is by paragraph, of a transcribed source without evidence."""
    source = archive.sources.get(citation.source)
    return (
        citation.unit == "paragraph"
        and citation.source not in archive.paragraphs
        and (source is None or source.transcribed)
    )


RECOGNISED = "đối chiếu với bản nhận dạng"
"""What is said of a value that was compared with a scan which nobody has read."""


def unread(archive: Archive, citation: Citation) -> bool:
    """Return whether a citation names a paragraph that a machine recognised and nobody has read."""
    source = archive.sources.get(citation.source)
    if source is None or not source.ocr or citation.unit != "paragraph":
        return False
    return not source.read_again.issuperset(citation.numbers)


def misnamed(archive: Archive) -> Iterator[tuple[Fact | Document, str, str]]:
    """Yield (record, key, name) where `cite_for` or `implied` names a field that is not given."""
    facts = (fact for _, fact in archive.each_fact())
    records: list[Fact | Document] = [*facts, *archive.documents.values()]
    for record in records:
        if not record.cite_for and not record.implied:
            continue
        named = [("cite_for", name) for name in record.cite_for]
        named += [("implied", name) for name in record.implied]
        for key, name in named:
            if key == "implied" and name == "qualifier" and _is_exact(record):
                continue
            if getattr(record, name.split(".")[0], None) in (None, ()):
                yield record, key, name


def _is_exact(record: Fact | Document) -> bool:
    """Return whether a figure has no qualifier: that it needs none may be marked."""
    return isinstance(record, Observation) and record.value is not None
