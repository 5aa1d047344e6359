"""The table of conflicts, a row for each side."""

from __future__ import annotations

from macros.archive import Archive, Dossier, split_reference
from macros.model.base import citations_of
from macros.model.conflicts import Claim, Conflict
from macros.model.statement_codes import CONFLICT_KINDS
from macros.model.statistics import Observation
from macros.opendata.columns import Cell, Entry, computed, of_field, table
from macros.opendata.derived import by_id, reference
from macros.opendata.links import citation_text
from macros.opendata.shared import ORGANIZATION_ID, SOURCE_HELP, SOURCE_TITLE
from macros.wording.facts import fact_words
from macros.wording.statistics import figure_text


def _conflict(entry: Entry[Claim]) -> Conflict:
    assert isinstance(entry.within, Conflict)
    return entry.within


def _fact_id(entry: Entry[Claim]) -> Cell:
    if entry.record.fact is None:
        return None
    return reference(*split_reference(entry.record.fact, entry.dossier.id), entry.dossier.id)


def claim_words(archive: Archive, dossier: Dossier, claim: Claim) -> str:
    """Return one side of a conflict in words: a figure alone, or the fact in one line."""
    fact = archive.fact(claim.fact, dossier.id) if claim.fact else None
    if claim.fact is None or fact is None:
        return claim.statement or claim.fact or ""
    if isinstance(fact, Observation):
        return figure_text(archive, fact)
    return fact_words(archive, split_reference(claim.fact, dossier.id)[0], fact)


def _claim_source(entry: Entry[Claim]) -> Cell:
    claim = entry.record
    fact = entry.archive.fact(claim.fact, entry.dossier.id) if claim.fact else None
    return citation_text((*(claim.cite or ()), *(citations_of(fact) if fact else ())))


CONFLICTS = table(
    "conflicts",
    "Mâu thuẫn giữa các nguồn",
    Claim,
    [
        ORGANIZATION_ID,
        computed(
            "conflict_id",
            lambda entry: _conflict(entry).id,
            "Mã mâu thuẫn",
            "Duy nhất trong tổ chức; các dòng cùng mã là các bên.",
            required=True,
        ),
        computed(
            "topic",
            lambda entry: _conflict(entry).topic,
            "Về việc",
            "Mâu thuẫn về điều gì.",
            required=True,
        ),
        of_field(
            "fact_id",
            _fact_id,
            title="Mã dữ kiện",
            description="Dữ kiện là một bên; của tổ chức khác thì viết mã-tổ-chức/mã.",
        ),
        of_field(
            "value",
            lambda entry: claim_words(entry.archive, entry.dossier, entry.record),
            description="Điều nguồn nói, bằng lời.",
        ).always,
        of_field("shown", description="true cho bên được hiện ở nơi khác trên trang."),
        of_field(
            "source", _claim_source, title=SOURCE_TITLE, description=SOURCE_HELP, kind=str
        ).always,
        computed(
            "kind",
            lambda entry: _conflict(entry).kind,
            "Loại",
            "Các bên có thể cùng đúng hay không.",
            required=True,
            categories=CONFLICT_KINDS,
        ),
        computed(
            "note",
            lambda entry: _conflict(entry).note,
            "Nhận xét",
            "Người đọc nên hiểu mâu thuẫn thế nào.",
            required=True,
        ),
    ],
    lambda archive: [
        Entry(archive, claim, dossier, one)
        for dossier in by_id(archive)
        for one in sorted(dossier.conflicts, key=lambda one: one.id)
        for claim in one.claims
    ],
    key=(),
)
