"""One function per table: from the archive to its rows, in an order independent of files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from macros.archive import Archive, Dossier, split_reference
from macros.dates import Edtf, first_and_last, order_key
from macros.model.base import citations_of
from macros.model.changes import ChangeEvent
from macros.model.conflicts import Claim
from macros.model.congresses import Committee, Congress
from macros.model.documents import Document, Issuer
from macros.model.leadership import Membership
from macros.model.statistics import Observation
from macros.opendata.derived import (
    by_id,
    conflict_ids,
    elected_at,
    posts_in_words,
)
from macros.opendata.links import citation_text
from macros.opendata.rows import (
    ChangeRow,
    CommitteeRow,
    ConflictRow,
    CongressRow,
    DocumentRow,
    EventRow,
    MembershipRow,
    Row,
    StatisticRow,
    TargetRow,
)
from macros.opendata.statistics import statistics, targets
from macros.rules.names import name_on
from macros.rules.terms import congress_of, known_start, start_basis, start_of
from macros.wording.facts import fact_words
from macros.wording.statistics import figure_text


@dataclass(frozen=True)
class Table:
    """A CSV file `<name>.csv`: its description, primary key and rows."""

    name: str
    title: str
    row: type[Row]
    key: tuple[str, ...]
    rows: Callable[[Archive], Sequence[Row]]


def memberships(archive: Archive) -> list[MembershipRow]:
    """Return every membership, by organization and then in order of time."""
    return [
        _membership(archive, dossier, one)
        for dossier in by_id(archive)
        for one in sorted(
            dossier.memberships,
            key=lambda one: (order_key(known_start(archive, dossier, one)), one.post, one.id),
        )
    ]


def _membership(archive: Archive, dossier: Dossier, one: Membership) -> MembershipRow:
    return MembershipRow(
        id=one.id,
        organization_id=dossier.id,
        organization=name_on(dossier, known_start(archive, dossier, one)),
        post_id=f"{dossier.id}/{one.post}",
        post=archive.role_label(one.post),
        person_id=one.person,
        person=archive.person_name(one.person),
        start_date=start_of(archive, dossier, one),
        end_date=one.end_date,
        attested=tuple(map(str, one.attested)),
        start_basis=start_basis(archive, dossier, one),
        end_basis=one.end_basis if one.end_date else None,
        end_reason=one.end_reason,
        manner=one.manner,
        congress=one.congress,
        concurrent=posts_in_words(one.concurrent),
        source=citation_text(citations_of(one)),
        printed=one.printed,
        full_time=one.full_time,
        previously=posts_in_words(one.previously),
        subsequently=posts_in_words(one.subsequently),
        note=one.note,
        conflict=conflict_ids(archive, dossier, one),
    )


def congresses(archive: Archive) -> list[CongressRow]:
    """Return every congress with what it elected, by organization and ordinal."""
    return [
        _congress(archive, dossier, one) for dossier in by_id(archive) for one in dossier.congresses
    ]


def _congress(archive: Archive, dossier: Dossier, one: Congress) -> CongressRow:
    start, end = first_and_last(one.dates)
    elected = elected_at(archive, dossier, one)

    def names(people: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(archive.person_name(person) for person in people)

    return CongressRow(
        id=one.id,
        organization_id=dossier.id,
        ordinal=one.ordinal,
        term=one.term,
        start_date=start,
        end_date=end,
        delegates=one.delegates,
        committee=_size(elected.executive),
        committee_full_time=elected.executive.full_time if elected.executive else None,
        standing_committee=_size(elected.standing),
        inspection_commission=_size(elected.inspection),
        secretary=names(elected.secretary),
        deputy_secretaries=names(elected.deputies),
        inspection_chair=names(elected.inspection_chair),
        source=citation_text(elected.citations),
        secretary_id=elected.secretary,
        deputy_secretary_ids=elected.deputies,
        inspection_chair_id=elected.inspection_chair,
        theme=one.theme,
        note=one.note,
        conflict=conflict_ids(archive, dossier, one),
    )


def _size(committee: Committee | None) -> int | None:
    return committee.size if committee else None


def committees(archive: Archive) -> list[CommitteeRow]:
    """Return the size of every body, by organization, date and body."""
    rows = [
        CommitteeRow(
            id=one.id,
            organization_id=dossier.id,
            body=one.body,
            size=one.size,
            full_time=one.full_time,
            concurrent=one.concurrent,
            basis=one.basis,
            congress=one.congress,
            date=_date_of(archive, dossier, one),
            source=citation_text(citations_of(one)),
            note=one.note,
            conflict=conflict_ids(archive, dossier, one),
        )
        for dossier in by_id(archive)
        for one in dossier.committees
    ]
    return sorted(
        rows, key=lambda row: (row.organization_id, order_key(row.date), row.body, row.id)
    )


def _date_of(archive: Archive, dossier: Dossier, committee: Committee) -> Edtf | None:
    congress = congress_of(archive, dossier, committee.congress)
    return committee.date or (first_and_last(congress.dates)[1] if congress else None)


def documents(archive: Archive) -> list[DocumentRow]:
    """Return every document, by issuer and date."""
    issued = [(issuer, one) for issuer in archive.issuers.values() for one in issuer.documents]
    issued.sort(key=lambda item: (item[0].id, order_key(item[1].date), item[1].id))
    return [_document(issuer, one) for issuer, one in issued]


def _document(issuer: Issuer, one: Document) -> DocumentRow:
    return DocumentRow(
        document_id=one.id,
        symbol=one.symbol,
        kind=one.kind,
        date=one.date,
        issuer=one.signed_by or issuer.name,
        subject=one.subject,
        source=citation_text(one.cite),
        issuer_id=issuer.id,
        replaces=one.replaces,
        note=one.note,
    )


def events(archive: Archive) -> list[EventRow]:
    """Return every event, by organization and then in order of time."""
    return [
        EventRow(
            id=one.id,
            organization_id=dossier.id,
            date=one.date,
            summary=one.summary,
            source=citation_text(citations_of(one)),
            printed=one.printed,
            place=one.place,
            people=one.people,
            documents=one.documents,
            note=one.note,
            conflict=conflict_ids(archive, dossier, one),
        )
        for dossier in by_id(archive)
        for one in dossier.events
    ]


def changes(archive: Archive) -> list[ChangeRow]:
    """Return every change event in order of time."""
    ordered = sorted(archive.changes.values(), key=lambda one: (order_key(one.date), one.id))
    return [
        ChangeRow(
            change_id=one.id,
            kind=one.kind,
            date=one.date,
            from_=_side(one, "from"),
            to=_side(one, "to"),
            moved=_side(one, "moved"),
            documents=one.documents,
            source=citation_text(citations_of(one)),
            printed=one.printed,
            summary=one.summary,
            note=one.note,
        )
        for one in ordered
    ]


def _side(change: ChangeEvent, role: str) -> tuple[str, ...]:
    sided = (one for one in change.participants if one.role == role)
    return tuple(one.organization or one.label or "" for one in sided)


def conflicts(archive: Archive) -> list[ConflictRow]:
    """Return the sides of every conflict, in the order of the conflict."""
    return [
        ConflictRow(
            organization_id=dossier.id,
            conflict_id=one.id,
            topic=one.topic,
            fact_id=_fact_id(dossier, claim),
            value=claim_words(archive, dossier, claim),
            shown=claim.shown,
            source=_claim_source(archive, dossier, claim),
            note=one.note,
        )
        for dossier in by_id(archive)
        for one in sorted(dossier.conflicts, key=lambda one: one.id)
        for claim in one.claims
    ]


def _fact_id(dossier: Dossier, claim: Claim) -> str | None:
    if claim.fact is None:
        return None
    owner, identifier = split_reference(claim.fact, dossier.id)
    return identifier if owner == dossier.id else f"{owner}/{identifier}"


def claim_words(archive: Archive, dossier: Dossier, claim: Claim) -> str:
    """Return one side of a conflict in words: a figure alone, or the fact in one line."""
    fact = archive.fact(claim.fact, dossier.id) if claim.fact else None
    if claim.fact is None or fact is None:
        return claim.statement or claim.fact or ""
    if isinstance(fact, Observation):
        return figure_text(archive, fact)
    return fact_words(archive, split_reference(claim.fact, dossier.id)[0], fact)


def _claim_source(archive: Archive, dossier: Dossier, claim: Claim) -> str:
    fact = archive.fact(claim.fact, dossier.id) if claim.fact else None
    return citation_text((*(claim.cite or ()), *(citations_of(fact) if fact else ())))


_FACT = ("organization_id", "id")

TABLES: tuple[Table, ...] = (
    Table("memberships", "Các lần giữ chức", MembershipRow, _FACT, memberships),
    Table("congresses", "Các kỳ đại hội", CongressRow, _FACT, congresses),
    Table("committees", "Số lượng, cơ cấu cấp ủy", CommitteeRow, _FACT, committees),
    Table("statistics", "Số liệu", StatisticRow, _FACT, statistics),
    Table("targets", "Chỉ tiêu và kết quả", TargetRow, _FACT, targets),
    Table("documents", "Văn bản", DocumentRow, ("document_id",), documents),
    Table("events", "Sự kiện", EventRow, _FACT, events),
    Table("changes", "Thay đổi về tổ chức", ChangeRow, ("change_id",), changes),
    Table("conflicts", "Mâu thuẫn giữa các nguồn", ConflictRow, (), conflicts),
)
"""The CSV files, in the order in which the data package lists them."""
