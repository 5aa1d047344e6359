"""The tables of documents, events and conflicts."""

from __future__ import annotations

from macros.archive import Archive, Dossier, split_reference
from macros.dates import order_key
from macros.model.base import citations_of
from macros.model.codes import EVENT_KINDS
from macros.model.conflicts import Claim, Conflict
from macros.model.documents import Document, Issuer
from macros.model.events import Event
from macros.model.statistics import Observation
from macros.opendata.columns import Cell, Entry, computed, of_field, table
from macros.opendata.derived import by_id
from macros.opendata.links import citation_text
from macros.opendata.shared import (
    CONFLICT,
    FACT,
    ORGANIZATION_ID,
    SOURCE,
    SOURCE_HELP,
    SOURCE_TITLE,
    of_organizations,
)
from macros.wording.facts import fact_words
from macros.wording.statistics import figure_text


def _issued(archive: Archive) -> list[Entry[Document]]:
    """Return every document, by issuer and date."""
    issued = [
        Entry(archive, one, within=issuer)
        for issuer in archive.issuers.values()
        for one in issuer.documents
    ]
    return sorted(
        issued, key=lambda one: (_issuer(one).id, order_key(one.record.date), one.record.id)
    )


def _issuer(entry: Entry[Document]) -> Issuer:
    assert isinstance(entry.within, Issuer)
    return entry.within


DOCUMENTS = table(
    "documents",
    "Văn bản",
    Document,
    [
        of_field(
            "document_id",
            title="Mã văn bản",
            description="Mã do ban biên tập đặt, duy nhất trong toàn bộ dữ liệu.",
        ),
        of_field("symbol", description="Trống nếu nguồn không ghi."),
        "kind",
        "date",
        of_field(
            "issuer",
            lambda entry: entry.record.signed_by or _issuer(entry).name,
            description="Tên cơ quan ban hành.",
        ).always,
        "subject",
        of_field(
            "source",
            lambda entry: citation_text(
                (*entry.record.cite, *(c for one in entry.record.cite_for.values() for c in one))
            ),
            description=SOURCE_HELP,
            kind=str,
        ),
        computed(
            "issuer_id",
            lambda entry: _issuer(entry).id,
            "Mã cơ quan",
            "Mã của tệp văn bản theo cơ quan ban hành.",
            required=True,
        ),
        of_field("replaces", description="Mã các văn bản được thay thế."),
        "note",
        of_field("printed", description="Cách nguồn in số khi một chỗ ghi hai văn bản."),
        "term",
        computed(
            "issuer_organization_id",
            lambda entry: _issuer(entry).organization,
            "Mã tổ chức ban hành",
            "Mã của cơ quan ban hành, nếu là tổ chức có trong dữ liệu.",
        ),
    ],
    _issued,
    key=("document_id",),
)

EVENTS = table(
    "events",
    "Sự kiện",
    Event,
    [
        "id",
        ORGANIZATION_ID,
        "date",
        "summary",
        SOURCE,
        "printed",
        "place",
        of_field("people", description="Mã các nhân vật được nêu tên."),
        of_field("documents", description="Mã các văn bản liên quan."),
        "note",
        CONFLICT,
        of_field("kind", description=f"{EVENT_KINDS.words}."),
        "counterpart",
    ],
    lambda archive: of_organizations(archive, lambda dossier: dossier.events),
    key=FACT,
)


def _conflict(entry: Entry[Claim]) -> Conflict:
    assert isinstance(entry.within, Conflict)
    return entry.within


def _fact_id(entry: Entry[Claim]) -> Cell:
    if entry.record.fact is None:
        return None
    owner, identifier = split_reference(entry.record.fact, entry.dossier.id)
    return identifier if owner == entry.dossier.id else f"{owner}/{identifier}"


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
