"""The claims of records that only say numbers, days and names, each beside a unit of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from macros.dates import Edtf
from macros.evidence.claims import Kind, Value, ValueClaim
from macros.model.base import Fact, Record
from macros.model.changes import ChangeEvent
from macros.model.citations import Citation
from macros.model.codes import BODIES
from macros.model.congresses import Committee, Conference, Congress, Meeting
from macros.model.documents import Document
from macros.model.lives import Founding
from macros.model.organization import Headquarters, Name
from macros.model.statements import Statement
from macros.model.superiors import Superior, Territory

_COUNTED = ("đồng chí", "ủy viên", "người")
"""The units in which sources count the members of a body."""

_LOOSELY: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "executive": (
        ("cấp ủy",),
        ("thường vụ", "kiểm tra", "thường trực", "nhân dân", "cơ sở", "chi bộ", "cấp dưới"),
    ),
    "standing": (
        ("Thường vụ",),
        ("chấp hành", "cấp ủy", "kiểm tra", "nhân dân", "quốc hội"),
    ),
}
"""What sources call a body otherwise, and beside which words that is another body, or a part."""

_BODY_PARTS = {"full_time": ("chuyên trách",), "concurrent": ("kiêm", "kiêm nhiệm", "kiêm chức")}


def claim_of(
    fact: Fact,
    field: str,
    kind: Kind,
    value: Value,
    *,
    neighbours: tuple[str, ...] = (),
    subject: tuple[str, ...] = (),
    inferred: bool = False,
    at: Record | None = None,
    citations: tuple[Citation, ...] | None = None,
) -> ValueClaim:
    """Return a claim of `fact` that cites what `field` cites, or else what the fact cites."""
    return ValueClaim(
        fact_id=fact.id,
        field=field,
        position=(at or fact).where(field),
        kind=kind,
        value=value,
        citations=citations or fact.cite_for.get(field, fact.cite),
        implied=implied.kind if (implied := fact.implied.get(field)) else "",
        neighbours=neighbours,
        subject=subject,
        inferred=inferred,
    )


def dates_of(fact: Fact, *fields: str) -> Iterator[ValueClaim]:
    """Yield a claim for each of the fields that is a date."""
    for field in fields:
        date: Edtf | None = getattr(fact, field)
        if date is not None:
            yield claim_of(fact, field, "date", str(date))


def _committee(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, Committee)
    subject = (BODIES[fact.body],) if fact.body != "office" else ()
    if fact.size is not None:
        neighbours = (fact.printed,) if fact.printed else _COUNTED
        size = claim_of(
            fact, "size", "number", Decimal(fact.size), neighbours=neighbours, subject=subject
        )
        loosely, rivals = _LOOSELY.get(fact.body, ((), ()))
        yield size._replace(loosely=loosely, rivals=rivals)
    for field, names in _BODY_PARTS.items():
        count: int | None = getattr(fact, field)
        if count is not None:
            counted = claim_of(
                fact, field, "number", Decimal(count), neighbours=(*_COUNTED, *names), subject=names
            )
            # "kiêm chức" is told of one body, "chuyên trách" of another, in the next sentence.
            yield counted._replace(near="sentence")
    yield from dates_of(fact, "date")


def _meeting(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, Meeting)
    yield from dates_of(fact, *(["term"] if isinstance(fact, Congress) else []), "dates")
    for session in fact.rounds:
        if session.dates:
            claim = claim_of(fact, "dates", "date", str(session.dates), at=session)
            marks = fact.implied.get("sessions.dates") or fact.implied.get("sessions")
            own = fact.cite_for.get("sessions", fact.cite)
            implied = marks.kind if marks else ""
            yield claim._replace(field="sessions.dates", citations=own, implied=implied)
    if fact.delegates is not None:
        value = Decimal(fact.delegates)
        yield claim_of(fact, "delegates", "number", value, neighbours=("đại biểu",))


def _named(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, Name)
    yield claim_of(fact, "name", "name", fact.name)
    yield from dates_of(fact, "start_date", "end_date")


def _headquarters(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, Headquarters)
    yield from dates_of(fact, "start_date", "end_date")


def _belonging(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, Superior | Territory)
    yield from dates_of(fact, "start_date", "end_date")


def _founding(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, Founding)
    yield from dates_of(fact, "date", "operating_from")


def _statement(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, Statement)
    yield from dates_of(fact, "period", "due")


def _change(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, ChangeEvent)
    yield from dates_of(fact, "date", "effective_date")
    for participant in fact.participants:
        for field, unit, companion in (
            ("members", "đảng viên", participant.units),
            ("units", "tổ chức", participant.members),
        ):
            count: int | None = getattr(participant, field)
            if count is not None:
                value = Decimal(count)
                # What takes part is counted as the source counts it: "14 chi bộ trực thuộc".
                units = (unit, participant.printed) if field == "units" else (unit,)
                one = _of_participant(fact, participant, field, value, tuple(filter(None, units)))
                # "8 tổ chức và 258 đảng viên" went, "4 tổ chức, 77 đảng viên" came.
                anchors = (Decimal(companion),) if companion else ()
                yield one._replace(near="companion", anchors=anchors) if companion else one


def _of_participant(
    fact: Fact, participant: Record, field: str, value: Decimal, neighbours: tuple[str, ...]
) -> ValueClaim:
    claim = claim_of(fact, field, "number", value, neighbours=neighbours, at=participant)
    path = f"participants.{field}"
    mark = fact.implied.get(path) or fact.implied.get("participants")
    return claim._replace(
        field=path,
        citations=fact.cite_for.get("participants", fact.cite),
        implied=mark.kind if mark else "",
    )


def claims_of_document(document: Document) -> Iterator[ValueClaim]:
    """Yield claims for the symbol and the date of a document."""

    def claim(field: str, kind: Kind, value: str) -> ValueClaim:
        citations = document.cite_for.get(field, document.cite)
        claimed = ValueClaim(document.id, field, document.where(field), kind, value, citations)
        mark = document.implied.get(field)
        return claimed._replace(implied=mark.kind) if mark else claimed

    if document.symbol:
        yield claim("symbol", "symbol", document.symbol)
    for field in ("date", "effective_date"):
        if day := vars(document)[field]:
            yield claim(field, "date", str(day))


def nothing(_: Fact) -> Iterator[ValueClaim]:
    """Yield no claim: the record holds none that is made here."""
    yield from ()


SIMPLE: dict[type[Fact], Callable[[Fact], Iterator[ValueClaim]]] = {
    Committee: _committee,
    Congress: _meeting,
    Conference: _meeting,
    Name: _named,
    Headquarters: _headquarters,
    Founding: _founding,
    Superior: _belonging,
    Territory: _belonging,
    Statement: _statement,
    ChangeEvent: _change,
}
"""What makes the claims of each of these records."""
