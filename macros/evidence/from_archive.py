"""The claims of all records of an archive, value by value.

Every value that a source can hold is a claim: numbers, dates, names, symbols
and short printed words. A value that follows from another fact (the day of an
election is that of its congress) is claimed there and not repeated here.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.archive import Archive
from macros.dates import Edtf
from macros.evidence.claims import Kind, ValueClaim
from macros.evidence.contracts import Claims
from macros.evidence.lexicon import Lexicon, held_records, lexicon_of
from macros.evidence.plain_claims import SIMPLE, claim_of, claims_of_document, dates_of, nothing
from macros.evidence.words import words
from macros.model.aliases import Alias
from macros.model.base import Fact, Record
from macros.model.career_codes import END_REASONS
from macros.model.codes import QUALIFIERS
from macros.model.documents import Document
from macros.model.events import Event
from macros.model.leadership import Membership
from macros.model.people import Identity, Later, Person
from macros.model.pictures import Picture
from macros.model.rolls import DATES, Roll, RollRow
from macros.model.statistics import Observation
from macros.rules.names import is_no_name

_QUALIFYING = tuple(words(phrase) for one in QUALIFIERS.entries for phrase in one.sources)

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
            found = claims_of_document(record)
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
        yield from dates_of(fact, "date")
        for person in fact.people:
            yield from _name(archive, fact, "people", person)
    else:
        yield from SIMPLE.get(type(fact), nothing)(fact)


def _name(archive: Archive, fact: Fact, field: str, person_id: str) -> Iterator[ValueClaim]:
    person = archive.people.get(person_id)
    if person:
        yield _named_person(fact, field, person)


def _named_person(fact: Fact, field: str, person: Person) -> ValueClaim:
    """Return the claim that a person is named, in whatever spelling or by an alias."""
    return claim_of(fact, field, "name", person.name)._replace(anchors=person.printed_in(fact)[1:])


def _picture(archive: Archive, picture: Picture) -> Iterator[ValueClaim]:
    """Yield claims for the day of a picture and for the people in it."""
    yield from dates_of(picture, "date")
    for one in picture.people:
        if person := archive.people.get(one.person or ""):
            claim = claim_of(picture, "person", "name", person.name, at=one)
            marks = picture.implied.get("people.person") or picture.implied.get("people")
            own = picture.cite_for.get("people", picture.cite)
            implied = marks.kind if marks else ""
            yield claim._replace(field="people.person", citations=own, implied=implied)


def _observation(archive: Archive, one: Observation) -> Iterator[ValueClaim]:
    indicator = archive.indicators.get(one.indicator)
    if not one.period_printed:
        yield from dates_of(one, "period")
    unit = one.unit or (indicator.unit if indicator else "")
    neighbours = (
        (one.printed,) if one.printed else (unit, *(indicator.printed if indicator else ()))
    )
    if one.value is not None and one.value_to is not None:
        yield claim_of(one, "value", "number", (one.value, one.value_to), neighbours=neighbours)
    elif one.value is not None:
        number = claim_of(one, "value", "number", one.value, neighbours=neighbours)
        yield number
        if one.qualifier is None:
            # That a number is exact is marked for itself: “vượt 12% kế hoạch” is 12%, no more.
            mark = one.implied.get("qualifier")
            yield number._replace(
                field="qualifier",
                kind="unqualified",
                phrases=_QUALIFYING,
                implied=mark.kind if mark else "",
            )
    if one.ratio:
        pair = (one.ratio.numerator.value, one.ratio.denominator.value)
        printed = (one.printed,) if one.printed else (unit,)
        yield claim_of(one, "ratio", "number", pair, neighbours=printed)
        if one.ratio.percent_printed is not None:
            percent = claim_of(one, "ratio", "number", one.ratio.percent_printed, neighbours=("%",))
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
        claim = claim_of(one, "attested", "date", str(day))
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
        claim = claim_of(one, field, "date", str(date), inferred=inferred, citations=passage)
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
        made = claim_of(roll, field, kind, value, at=row, citations=own)
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
    for claim in dates_of(one, *dates):
        yield claim._replace(near="person", anchors=person.printed_in(one))


def _alias(person: Person | None, one: Alias) -> Iterator[ValueClaim]:
    """Yield claims for an alias and its time; that of a person stands with the person's name."""
    yield claim_of(one, "name", "name", one.name)
    if person:
        yield from _of_person(person, one, "start_date", "end_date")
    else:
        yield from dates_of(one, "start_date", "end_date")
