"""The claims of all records of an archive, value by value.

Every value that a source can hold is a claim: numbers, dates, names, symbols
and short printed words. A value that follows from another fact (the day of an
election is that of its congress) is claimed there and not repeated here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from macros.archive import Archive
from macros.dates import Edtf
from macros.evidence.claims import Kind, Value, ValueClaim
from macros.evidence.contracts import Claims
from macros.evidence.lexicon import Lexicon, held_records, lexicon_of
from macros.evidence.words import words
from macros.model.aliases import Alias
from macros.model.base import Fact, Record
from macros.model.career_codes import END_REASONS
from macros.model.changes import ChangeEvent
from macros.model.citations import Citation
from macros.model.codes import BODIES, QUALIFIERS
from macros.model.congresses import Committee, Conference, Congress, Meeting
from macros.model.documents import Document
from macros.model.events import Event
from macros.model.leadership import Membership
from macros.model.lives import Founding
from macros.model.organization import Headquarters, Name
from macros.model.people import Identity, Later, Person
from macros.model.pictures import Picture
from macros.model.rolls import DATES, Roll, RollRow
from macros.model.statements import Statement
from macros.model.statistics import Observation
from macros.model.superiors import Superior, Territory
from macros.rules.names import is_no_name

_COUNTED = ("đồng chí", "ủy viên", "người")
"""The units in which sources count the members of a body."""

_QUALIFYING = tuple(words(phrase) for one in QUALIFIERS.entries for phrase in one.sources)

_BODY_PARTS = {"full_time": ("chuyên trách",), "concurrent": ("kiêm", "kiêm nhiệm", "kiêm chức")}
_FULL_TIME = {"full_time": "true", "concurrent": "false"}
"""The code of `Membership.full_time` whose words are those for a part of a body."""


def claims(archive: Archive, lexicon: Lexicon | None = None) -> list[ValueClaim]:
    """Return every claim of every fact and document of the archive.

    `lexicon` is that of the archive, if it is at hand.
    """
    derive = Deriving(archive, lexicon)
    return [claim for record in held_records(archive) for claim in derive.of(record)]


class Deriving:
    """Derives the claims of single records of one archive."""

    def __init__(self, archive: Archive, lexicon: Lexicon | None = None) -> None:
        self._archive = archive
        self._lexicon = lexicon or lexicon_of(archive)
        self._by_contract = Claims(archive, self._lexicon)

    def of(self, record: Record) -> list[ValueClaim]:
        """Return every claim of a fact, a document or a table of targets."""
        found: Iterator[ValueClaim] = iter(())
        if isinstance(record, Fact):
            found = _claims_of(self._archive, record)
        elif isinstance(record, Document):
            found = _document(record)
        days = self._days_of_documents(record)
        return [
            claim._replace(but_not=days)
            if days and claim.kind == "date"
            else _completed(claim, self._lexicon)
            for claim in (*found, *self._by_contract.of(record))
            # A picture may cite nothing: then nothing can be compared.
            if claim.citations
        ]

    def _days_of_documents(self, record: Record) -> frozenset[str]:
        """Return the days of the documents that a fact names, which are printed beside them."""
        documents = map(self._archive.documents.get, vars(record).get("documents") or ())
        return frozenset(str(one.date) for one in documents if one and one.date)


def _completed(claim: ValueClaim, lexicon: Lexicon) -> ValueClaim:
    """Return a number's claim with abbreviations written out, and the terms of its sentence."""
    if claim.kind != "number":
        return claim
    part = _FULL_TIME.get(claim.field) if claim.near == "sentence" else None
    return claim._replace(
        terms=lexicon.hashes("Membership.full_time", part) if part else claim.terms,
        neighbours=tuple(map(lexicon.spell_out, claim.neighbours)),
        subject=tuple(map(lexicon.spell_out, claim.subject)),
    )


def _claims_of(archive: Archive, fact: Fact) -> Iterator[ValueClaim]:
    if isinstance(fact, Observation):
        yield from _observation(archive, fact)
    elif isinstance(fact, Membership):
        yield from _membership(archive, fact)
    elif isinstance(fact, Picture):
        yield from _picture(archive, fact)
    elif isinstance(fact, Later):
        yield from _of_person(archive.person_telling[fact.where()], fact, "date")
    elif isinstance(fact, Identity):
        yield from _of_person(archive.person_telling[fact.where()], fact, "born", "died")
    elif isinstance(fact, Alias):
        yield from _alias(archive.person_telling.get(fact.where()), fact)
    elif isinstance(fact, Roll):
        for row in fact.rows:
            yield from _roll_row(archive, fact, row)
    elif isinstance(fact, Event):
        yield from _dates(fact, "date")
        for person in fact.people:
            yield from _name(archive, fact, "people", person)
    else:
        yield from _SIMPLE.get(type(fact), _none)(fact)


def _claim(
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


def _dates(fact: Fact, *fields: str) -> Iterator[ValueClaim]:
    """Yield a claim for each of the fields that is a date."""
    for field in fields:
        date: Edtf | None = getattr(fact, field)
        if date is not None:
            yield _claim(fact, field, "date", str(date))


def _name(archive: Archive, fact: Fact, field: str, person_id: str) -> Iterator[ValueClaim]:
    person = archive.people.get(person_id)
    if person:
        yield _named_person(fact, field, person)


def _named_person(fact: Fact, field: str, person: Person) -> ValueClaim:
    """Return the claim that a person is named, in whatever spelling or by an alias."""
    return _claim(fact, field, "name", person.name)._replace(anchors=person.printed_in(fact)[1:])


def _picture(archive: Archive, picture: Picture) -> Iterator[ValueClaim]:
    """Yield claims for the day of a picture and for the people in it."""
    yield from _dates(picture, "date")
    for one in picture.people:
        if person := archive.people.get(one.person or ""):
            claim = _claim(picture, "person", "name", person.name, at=one)
            marks = picture.implied.get("people.person") or picture.implied.get("people")
            own = picture.cite_for.get("people", picture.cite)
            implied = marks.kind if marks else ""
            yield claim._replace(field="people.person", citations=own, implied=implied)


def _observation(archive: Archive, one: Observation) -> Iterator[ValueClaim]:
    indicator = archive.indicators.get(one.indicator)
    if not one.period_printed:
        yield from _dates(one, "period")
    unit = one.unit or (indicator.unit if indicator else "")
    neighbours = (
        (one.printed,) if one.printed else (unit, *(indicator.printed if indicator else ()))
    )
    if one.value is not None and one.value_to is not None:
        yield _claim(one, "value", "number", (one.value, one.value_to), neighbours=neighbours)
    elif one.value is not None:
        number = _claim(one, "value", "number", one.value, neighbours=neighbours)
        yield number
        if one.qualifier is None:
            yield number._replace(field="qualifier", kind="unqualified", phrases=_QUALIFYING)
    if one.ratio:
        pair = (one.ratio.numerator.value, one.ratio.denominator.value)
        printed = (one.printed,) if one.printed else (unit,)
        yield _claim(one, "ratio", "number", pair, neighbours=printed)
        if one.ratio.percent_printed is not None:
            percent = _claim(one, "ratio", "number", one.ratio.percent_printed, neighbours=("%",))
            yield percent._replace(near="ratio", anchors=pair)


def _membership(archive: Archive, one: Membership) -> Iterator[ValueClaim]:
    """Yield claims for the holder's name and days; days of one without a name are the passage's."""
    person = archive.people.get(one.person or "")
    # Other checks report a name that is none, and a holder with both a name and `unnamed`.
    if person and not one.unnamed and not is_no_name(person.name):
        yield _named_person(one, "person", person)
    names = person.printed_in(one) if person else ()
    yield from _term(one, names, (*names, *_holders(archive, one)))
    for day in one.attested:
        claim = _claim(one, "attested", "date", str(day))
        yield claim._replace(near="person", anchors=names)


def _holders(archive: Archive, one: Membership) -> tuple[str, ...]:
    """Return what all known holders of a membership's post are called, its own among them."""
    held = archive.memberships_of.get(one.person or "", ())
    home = next((dossier for dossier, membership in held if membership is one), None)
    terms = home.memberships if home else ()
    people = (archive.people.get(other.person or "") for other in terms if other.post == one.post)
    return tuple(dict.fromkeys(name for who in people if who for name in who.printed_in(one)))


def _term(
    one: Membership, names: tuple[str, ...], holders: tuple[str, ...]
) -> Iterator[ValueClaim]:
    """Yield claims for both ends of a term, an inferred one in the passage that has the day.

    A stated end stands near the person, who is called by `names`, unless it is the body that ended
    or whose election was annulled. No passage says that a term ended on an inferred day: the day
    stands near one of the `holders` of the post, because the successor began on it.
    """
    for field, basis in (("start_date", one.start_basis), ("end_date", one.end_basis)):
        date: Edtf | None = getattr(one, field)
        inferred = basis == "inferred"
        if date is None or (inferred and field == "end_date" and not one.end_cite):
            continue  # A missing end_cite is reported by itself.
        passage = one.end_cite if inferred and field == "end_date" else None
        claim = _claim(one, field, "date", str(date), inferred=inferred, citations=passage)
        of_body = (
            field == "end_date" and one.end_reason and END_REASONS.entry(one.end_reason).of_body
        )
        near = holders if inferred and field == "end_date" else names
        free = of_body or (inferred and field == "start_date")
        yield claim if free else claim._replace(near="person", anchors=near)


def _roll_row(archive: Archive, roll: Roll, row: RollRow) -> Iterator[ValueClaim]:
    """Yield claims for the name of a row, and for its dates near that name."""

    def claim(field: str, kind: Kind, value: str) -> ValueClaim:
        marks = roll.implied.get(f"rows.{field}")
        own = row.cite or roll.cite_for.get("rows", roll.cite)
        made = _claim(roll, field, kind, value, at=row, citations=own)
        return made._replace(field=f"rows.{field}", implied=marks.kind if marks else "")

    person = archive.people.get(row.person or "")
    names = person.printed_in(roll) if person else (row.name,)
    yield claim("name", "name", row.name)
    for field in DATES:
        if day := vars(row)[field]:
            yield claim(field, "date", str(day))._replace(near="person", anchors=names)


def _of_person(person: Person, one: Fact, *dates: str) -> Iterator[ValueClaim]:
    """Yield claims that the passage names the person, and the dates near that name."""
    if not is_no_name(person.name):
        yield _named_person(one, "cite", person)
    for claim in _dates(one, *dates):
        yield claim._replace(near="person", anchors=person.printed_in(one))


def _alias(person: Person | None, one: Alias) -> Iterator[ValueClaim]:
    """Yield claims for an alias and its time; that of a person stands with the person's name."""
    yield _claim(one, "name", "name", one.name)
    if person:
        yield from _of_person(person, one, "start_date", "end_date")
    else:
        yield from _dates(one, "start_date", "end_date")


def _committee(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, Committee)
    subject = (BODIES[fact.body],) if fact.body != "office" else ()
    if fact.size is not None:
        neighbours = (fact.printed,) if fact.printed else _COUNTED
        yield _claim(
            fact, "size", "number", Decimal(fact.size), neighbours=neighbours, subject=subject
        )
    for field, names in _BODY_PARTS.items():
        count: int | None = getattr(fact, field)
        if count is not None:
            counted = _claim(
                fact, field, "number", Decimal(count), neighbours=(*_COUNTED, *names), subject=names
            )
            # "kiêm chức" is told of one body, "chuyên trách" of another, in the next sentence.
            yield counted._replace(near="sentence")
    yield from _dates(fact, "date")


def _meeting(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, Meeting)
    yield from _dates(fact, *(["term"] if isinstance(fact, Congress) else []), "dates")
    for session in fact.rounds:
        if session.dates:
            claim = _claim(fact, "dates", "date", str(session.dates), at=session)
            marks = fact.implied.get("sessions.dates") or fact.implied.get("sessions")
            own = fact.cite_for.get("sessions", fact.cite)
            implied = marks.kind if marks else ""
            yield claim._replace(field="sessions.dates", citations=own, implied=implied)
    if fact.delegates is not None:
        value = Decimal(fact.delegates)
        yield _claim(fact, "delegates", "number", value, neighbours=("đại biểu",))


def _named(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, Name)
    yield _claim(fact, "name", "name", fact.name)
    yield from _dates(fact, "start_date", "end_date")


def _headquarters(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, Headquarters)
    yield from _dates(fact, "start_date", "end_date")


def _belonging(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, Superior | Territory)
    yield from _dates(fact, "start_date", "end_date")


def _founding(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, Founding)
    yield from _dates(fact, "date", "operating_from")


def _statement(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, Statement)
    yield from _dates(fact, "period", "due")


def _change(fact: Fact) -> Iterator[ValueClaim]:
    assert isinstance(fact, ChangeEvent)
    yield from _dates(fact, "date", "effective_date")
    for participant in fact.participants:
        for field, unit, companion in (
            ("members", "đảng viên", participant.units),
            ("units", "tổ chức", participant.members),
        ):
            count: int | None = getattr(participant, field)
            if count is not None:
                value = Decimal(count)
                one = _claim(fact, field, "number", value, neighbours=(unit,), at=participant)
                # "8 tổ chức và 258 đảng viên" went, "4 tổ chức, 77 đảng viên" came.
                anchors = (Decimal(companion),) if companion else ()
                yield one._replace(near="companion", anchors=anchors) if companion else one


def _document(document: Document) -> Iterator[ValueClaim]:
    """Yield claims for the symbol and the date of a document."""

    def claim(field: str, kind: Kind, value: str) -> ValueClaim:
        citations = document.cite_for.get(field, document.cite)
        return ValueClaim(document.id, field, document.where(field), kind, value, citations)

    if document.symbol:
        yield claim("symbol", "symbol", document.symbol)
    for field in ("date", "effective_date"):
        if day := vars(document)[field]:
            yield claim(field, "date", str(day))


def _none(_: Fact) -> Iterator[ValueClaim]:
    yield from ()


_SIMPLE: dict[type[Fact], Callable[[Fact], Iterator[ValueClaim]]] = {
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
