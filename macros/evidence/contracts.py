"""The claims that follow from the contracts of fields: codes, texts, paraphrases, references.

:mod:`macros.evidence.from_archive` makes the claims of numbers, dates, names and symbols, because
it knows their units. All others are made here from the declarations of the fields, so that a new
field cannot be forgotten.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from macros.evidence.claims import Kind, Value, ValueClaim
from macros.evidence.fields import HeldField, held_fields
from macros.evidence.lexicon import ORDINAL, POST
from macros.evidence.symbols import symbol_letters
from macros.evidence.words import stands_in, words
from macros.model.career_codes import END_REASONS
from macros.model.codes import CONFERENCE_KINDS, JUDGEMENTS, QUALIFIERS
from macros.model.congresses import Conference
from macros.model.contract import Anchor, Attested, Coded, Paraphrase, Reference
from macros.model.documents import Document
from macros.model.leadership import Membership
from macros.rules.titles import DEPUTY
from macros.text.vietnamese import is_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive, Dossier
    from macros.evidence.lexicon import Lexicon
    from macros.model.base import Record
    from macros.model.citations import Citation
    from macros.model.people import Person
    from macros.model.posts import Role

_OF_TABLE = frozenset({"group", "organization", "due"})
_UNIT = "Target.unit"
_NO_UNITS = frozenset(
    words(phrase) for phrase in (*JUDGEMENTS, *(p for c in QUALIFIERS.entries for p in c.sources))
)
_ROW = "Target.number"
_DATES_OF_TABLES = frozenset({"Target.due", "TargetSet.period"})
# A table may shorten a name, and leave "xã" away.
_LEAST_OF_PART = Decimal("0.6")
_LEAST_OF_LABEL = Decimal("0.34")
_LEAST_OF_TITLE = Decimal("0.55")


class Claims:
    """Makes the claims of one archive; `lexicon` has the words for its codes and posts."""

    def __init__(self, archive: Archive, lexicon: Lexicon) -> None:
        self.archive = archive
        self.lexicon = lexicon
        # The headings of a table belong to each of its rows; the table cites them.
        self._tables = {
            row.where(): table.cite
            for dossier in archive.dossiers.values()
            for table in dossier.target_sets
            for row in table.targets
        }
        # What letters of symbols can mean, by field.
        self._kinds: dict[tuple[str, str], set[str]] = {}
        self._meetings = {
            meeting.key: meeting
            for dossier in archive.dossiers.values()
            for meeting in dossier.meetings
        }

    def of(self, fact: Record) -> Iterator[ValueClaim]:
        """Yield the claims that the contract of a fact or document requires."""
        for one in held_fields(fact):
            if isinstance(one.held, Coded):
                yield from self._codes(fact, one, one.held)
            elif isinstance(one.held, Attested):
                yield from self._attested(fact, one)
            elif isinstance(one.held, Paraphrase):
                yield from self._paraphrase(fact, one, one.held.share)
            elif isinstance(one.held, Reference):
                yield from self._references(fact, one)
            elif one.key in _DATES_OF_TABLES:
                yield self._claim(fact, one, "date", str(one.value))

    def _codes(self, fact: Record, one: HeldField, held: Coded) -> Iterator[ValueClaim]:
        symbol = vars(fact).get("symbol")
        for code in _codes(one.value):
            if not self.lexicon.terms.get(one.key, {}).get(code):
                # No words of a source express it ("other"), but a symbol may say what it is.
                if (
                    held.near == "symbol"
                    and symbol
                    and self._kind_by_letters(one, symbol, code) is False
                ):
                    yield self._claim(fact, one, "coded", code, near="symbol", fits=False)
                continue
            more: dict[str, Any] = {
                **self._near(fact, one.record, "" if _of_body(one, code) else held.near),
                "terms": self.lexicon.hashes(one.key, code),
                "phrases": self.lexicon.phrases(one.key, code),
                "vocabulary": self.lexicon.vocabulary(one.key),
            }
            if held.near == "name":
                more = {"near": "name", "fits": self._begins_name(one, vars(fact)["name"], code)}
            elif held.near == "printed":
                # The words printed beside it say it; without them, any words of the paragraphs.
                printed = words(vars(one.record)["printed"] or "")
                said = any(stands_in(phrase, printed) for phrase in more["phrases"])
                more["fits"] = said if printed else None
            elif held.near == "number" and one.record is fact and vars(fact)["printed"]:
                more["neighbours"] = (vars(fact)["printed"],)
            elif held.near == "symbol" and symbol:
                by_letters = self._kind_by_letters(one, symbol, code)
                # The letters of the symbol decide: they mean this kind or another one.
                more = {"near": "symbol", "fits": by_letters} if by_letters is not None else more
            yield self._claim(fact, one, "coded", self._word(one, code), **more)

    def _word(self, one: HeldField, code: str) -> str:
        """Return the word by which messages name a code: its first source word."""
        phrases = self.lexicon.terms.get(one.key, {}).get(code, ())
        return next(iter(phrases), code)

    def _near(self, fact: Record, record: Record, near: Anchor) -> dict[str, Any]:
        """Return what the words for a code stand near: of a holder without a name, the days."""
        if near == "person" and isinstance(fact, Membership) and fact.person is None:
            known = (fact.start_date, fact.end_date, *fact.attested)
            points = (point for day in known if day for point in str(day).split("/"))
            return {"near": "day", "anchors": tuple(points)}
        return {"near": near, "anchors": self._anchors(fact, record, near)}

    def _anchors(self, fact: Record, record: Record, near: str) -> tuple[Value, ...]:
        given = vars(fact)
        if near == "person" and (person := self._person(fact)):
            return person.printed_in(fact)
        if near in {"number", "sentence"}:
            return tuple(_numbers_of(record))
        if near == "symbol" and given.get("symbol"):
            return (given["symbol"],)
        return ()

    def _person(self, fact: Record) -> Person | None:
        """Return the person whom a fact is about: it names one, or stands in the person's file."""
        named = self.archive.people.get(vars(fact).get("person") or "")
        return named or self.archive.person_telling.get(fact.where())

    def _kind_by_letters(self, one: HeldField, symbol: str, code: str) -> bool | None:
        """Return whether the letters of a symbol can mean a kind: QĐ is a decision or a regulation.

        None if no abbreviation explains them.
        """
        key = one.key, symbol_letters(symbol)
        if (meant := self._kinds.get(key)) is None:
            full = self.archive.glossary.get(key[1], "")
            meant = self._kinds[key] = {
                other
                for other, phrases in self.lexicon.terms.get(one.key, {}).items()
                if any(stands_in(words(phrase), words(full)) for phrase in phrases)
            }
        return code in meant if meant else None

    def _begins_name(self, one: HeldField, name: str, code: str) -> bool:
        """Return whether a name begins with a word for `code`, by default "organization"."""
        said = {
            other
            for other in self.lexicon.terms.get(one.key, {})
            for phrase in self.lexicon.phrases(one.key, other)
            if words(name)[: len(phrase)] == phrase
        }
        return code in said if said else code == "organization"

    def _attested(self, fact: Record, one: HeldField) -> Iterator[ValueClaim]:
        if one.key == _UNIT:
            yield from self._unit(fact, one)
        elif one.key == _ROW:
            yield self._claim(fact, one, "row", one.value)
        else:
            yield from self._texts(fact, one)

    def _unit(self, fact: Record, one: HeldField) -> Iterator[ValueClaim]:
        """Yield the claim that the unit of a row stands beside one of its numbers."""
        cells = (cell for name in ("target", "actual") if (cell := vars(fact)[name]))
        numbers = tuple(number for cell in cells for number in _numbers_of(cell))
        # "trên", "vượt" stand beside numbers, but count nothing.
        fits = False if words(one.value) in _NO_UNITS else None
        yield self._claim(fact, one, "unit", one.value, anchors=numbers, fits=fits)

    def _texts(self, fact: Record, one: HeldField) -> Iterator[ValueClaim]:
        for text in one.value if isinstance(one.value, tuple) else (one.value,):
            yield self._claim(fact, one, "text", text)

    def _paraphrase(self, fact: Record, one: HeldField, share: Decimal) -> Iterator[ValueClaim]:
        # A part of a whole may be named by an organization's id.
        if dossier := self.archive.dossiers.get(one.value):
            yield self._organization(fact, one, dossier, _LEAST_OF_PART)
        else:
            yield self._claim(fact, one, "paraphrase", one.value, share=share)

    def _organization(
        self, fact: Record, one: HeldField, dossier: Dossier, share: Decimal
    ) -> ValueClaim:
        of = dossier.organization
        names = (
            of.short_name,
            *of.other_names,
            *(name.name for name in of.names),
            *(alias.name for alias in of.aliases),
        )
        return self._claim(fact, one, "label", names[0], anchors=names, share=share)

    def _references(self, fact: Record, one: HeldField) -> Iterator[ValueClaim]:
        """Yield a claim for each record that `one` refers to: the source must name that record."""
        for identifier in one.value if isinstance(one.value, tuple) else (one.value,):
            yield from self._reference(fact, one, identifier)

    def _reference(self, fact: Record, one: HeldField, identifier: str) -> Iterator[ValueClaim]:
        archive = self.archive
        if one.key == POST:
            if role := archive.roles.get(identifier):
                posts = (identifier, *self._deputies(fact, role))
                more = {
                    "terms": frozenset[bytes]().union(
                        *(self.lexicon.hashes(POST, post) for post in posts)
                    ),
                    "phrases": tuple(
                        phrase for post in posts for phrase in self.lexicon.phrases(POST, post)
                    ),
                    "vocabulary": self.lexicon.vocabulary(POST),
                    **self._near(fact, fact, "person"),
                }
                yield self._claim(fact, one, "coded", role.printed or role.label, **more)
        elif one.name in {"congress", "congress_term", "ordinal"}:
            yield from self._of_congress(fact, one, identifier)
        elif document := archive.documents.get(identifier):
            if identifier in archive.repeated_documents:
                return  # it is unknown which of them is named, and that is reported
            if document.symbol:
                yield self._claim(fact, one, "symbol", document.symbol)
            elif document.subject:
                yield self._claim(fact, one, "paraphrase", document.subject, share=_LEAST_OF_TITLE)
        elif indicator := archive.indicators.get(identifier):
            labels = (indicator.label, *indicator.printed, *indicator.other_names)
            yield self._claim(fact, one, "label", labels[0], anchors=labels, share=_LEAST_OF_LABEL)
        elif dossier := archive.dossiers.get(identifier):
            yield self._organization(fact, one, dossier, Decimal(1))
        elif person := archive.people.get(identifier):
            yield self._claim(fact, one, "name", person.name)

    def _of_congress(self, fact: Record, one: HeldField, key: str) -> Iterator[ValueClaim]:
        """Yield the claim that a source names a congress by its ordinal, a conference as one."""
        meeting = self._meetings.get(key)
        if isinstance(meeting, Conference):
            said = CONFERENCE_KINDS.entry(meeting.kind)
            yield self._claim(fact, one, "label", said.word, anchors=said.sources, share=Decimal(1))
        # A congress that is nowhere is reported once, as a broken reference.
        elif meeting or (one.name != "congress" and not is_id(key)):
            ordinal = key.rpartition("/")[2]
            terms = self.lexicon.hashes(ORDINAL, ordinal)
            yield self._claim(fact, one, "ordinal", ordinal, terms=terms)

    def _deputies(self, fact: Record, role: Role) -> Iterator[str]:
        """Yield the post by which a source calls the deputy who is in charge of another."""
        if vars(fact).get("capacity") == "deputy-in-charge":
            wanted = f"{DEPUTY}{role.label}"
            yield from (one.id for one in self.archive.roles.values() if one.label == wanted)

    def _claim(
        self, fact: Record, one: HeldField, kind: Kind, value: Value, **more: Any
    ) -> ValueClaim:
        given = vars(fact)
        marks = given.get("implied", {})
        implied = marks.get(one.path) or marks.get(one.within)
        return ValueClaim(
            fact_id=given["id"],
            field=one.path,
            position=one.record.where(one.name),
            kind=kind,
            value=value,
            spelled=self.lexicon.spell_out(value) if isinstance(value, str) else "",
            citations=self._citations(fact, one),
            together=kind == "paraphrase" or isinstance(fact, Document) or one.name == "documents",
            implied=implied.kind if implied else "",
            **more,
        )

    def _citations(self, fact: Record, one: HeldField) -> tuple[Citation, ...]:
        of_table = self._tables.get(fact.where(), ()) if one.within in _OF_TABLE else ()
        # A side of a conflict cites for itself.
        own = () if one.record is fact else vars(one.record).get("cite") or ()
        return tuple(dict.fromkeys((*(own or citations_for(fact, one.within)), *of_table)))


def citations_for(fact: Record, name: str) -> tuple[Citation, ...]:
    """Return what a field of a fact or document cites: its own citations, or those of the fact.

    The reason for the end of a term has the citations of the end.
    """
    given = vars(fact)
    own: tuple[Citation, ...] | None = given.get("cite_for", {}).get(name)
    ends = given.get("end_cite") if name == "end_reason" else None
    cite: tuple[Citation, ...] = own or ends or given.get("cite") or ()
    return cite


def _of_body(one: HeldField, code: str) -> bool:
    """Return whether a reason for the end of a term is told of the body, not of the person."""
    return one.name == "end_reason" and END_REASONS.entry(code).of_body


def _codes(value: Any) -> tuple[str, ...]:
    if isinstance(value, bool):
        return (str(value).lower(),)
    return value if isinstance(value, tuple) else (value,)


def _numbers_of(record: Record) -> Iterator[Value]:
    """Yield the numbers in the fields of a record."""
    given = vars(record)
    for name in (
        "value",
        "value_to",
        "min",
        "max",
        "percent_printed",
        "size",
        "full_time",
        "concurrent",
    ):
        if isinstance(number := given.get(name), (int, Decimal)) and not isinstance(number, bool):
            yield Decimal(number)
