"""What data/ tells of a source already, so that it is not proposed again."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from macros.evidence.coverage import coverage
from macros.evidence.files import SourceEvidence
from macros.evidence.from_archive import claims
from macros.evidence.not_facts import not_facts_of
from macros.model.changes import ChangeEvent
from macros.model.congresses import Committee, Congress
from macros.model.events import Event
from macros.model.leadership import Membership
from macros.model.statistics import Observation

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from macros.drafting.proposal import Proposal
    from macros.drafting.reading import Reading
    from macros.evidence.claims import ValueClaim
    from macros.model.base import Fact


_ANYWHERE = frozenset({"observation", "event", "change"})
"""Kinds whose facts are the same in whatever organization they stand."""


class AlreadyTold:
    """The facts that cite one source, by kind."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._archive, self._source = reading.archive, reading.source

    def tells(self, proposal: Proposal) -> bool:
        """Return whether some fact says what a proposal says, from one of its paragraphs."""
        if proposal.kind == "observation":
            return (proposal.paragraphs[0], proposal.number) not in self.missing
        if proposal.kind == "event":
            return (proposal.paragraphs[0], str(proposal.record["date"])) in self.days
        if proposal.kind == "change":
            return any(self._changes(proposal))
        return any(True for _ in self.same(proposal))

    @cached_property
    def _claims(self) -> list[ValueClaim]:
        return claims(self._reading.archive, self._reading.lexicon)

    @cached_property
    def missing(self) -> set[tuple[int, str]]:
        """The numbers that no fact covers and that are not said to be none."""
        reading = self._reading
        evidence = SourceEvidence(reading.source, reading.paragraphs)
        record = reading.archive.sources.get(reading.source)
        excluded = not_facts_of(record) if record else []
        found = coverage(self._claims, {reading.source: evidence}, excluded)[reading.source]
        return {(one.paragraph, one.printed) for one in found.missing}

    @cached_property
    def days(self) -> set[tuple[int, str]]:
        """The days that facts tell of each paragraph, as (paragraph, EDTF text)."""
        found: set[tuple[int, str]] = set()
        for claim in self._claims:
            if claim.kind == "date":
                for one in claim.cited().get(self._reading.source, ()):
                    days = [
                        str(claim.value),
                        *str(claim.value).strip("[]").replace("..", "/").split("/"),
                    ]
                    found |= {(number, day) for number in one.numbers for day in days}
        return found

    def teller(self, paragraph: int, kind: str, values: Collection[object]) -> str:
        """Return the id of the fact that tells a value of a paragraph, "" for none or several."""
        told = self._told_in.get((paragraph, kind), ())
        found = {fact for fact, value in told if value in values}
        return found.pop() if len(found) == 1 else ""

    @cached_property
    def _told_in(self) -> Mapping[tuple[int, str], list[tuple[str, object]]]:
        """The numbers and dates that facts tell of each paragraph, with the ids of the facts."""
        found: dict[tuple[int, str], list[tuple[str, object]]] = {}
        for claim in self._claims:
            for one in claim.cited().get(self._reading.source, ()):
                value = str(claim.value) if claim.kind == "date" else claim.value
                for number in one.numbers:
                    found.setdefault((number, claim.kind), []).append((claim.fact_id, value))
        return found

    def _changes(self, proposal: Proposal) -> Iterator[bool]:
        for fact in self._archive.changes.values():
            if paragraphs_of(fact, self._reading.source) & set(proposal.paragraphs):
                yield fact.kind == proposal.record["kind"]
        if proposal.record["kind"] == "founding":
            for dossier in self._archive.dossiers.values():
                founding = dossier.organization.founding
                if founding is not None:
                    yield bool(
                        paragraphs_of(founding, self._reading.source) & set(proposal.paragraphs)
                    )

    def same(self, proposal: Proposal) -> Iterator[tuple[str, Fact]]:
        """Yield the facts that say what a proposal says, each with its organization."""
        rules: dict[str, tuple[type, Callable[[Any, Proposal], bool]]] = {
            "membership": (Membership, _same_membership),
            "committee": (Committee, _same_committee),
            "congress": (Congress, _same_congress),
            "observation": (Observation, same_number),
            "event": (Event, _same_day),
            "change": (ChangeEvent, _same_kind),
        }
        if proposal.kind not in rules:
            return
        record, is_same = rules[proposal.kind]
        for organization, fact in self._archive.each_fact():
            near = proposal.kind in _ANYWHERE or organization == proposal.organization
            if not (near and isinstance(fact, record) and self._meets(fact, proposal)):
                continue
            if is_same(fact, proposal):
                yield organization, fact

    def _meets(self, fact: Fact, proposal: Proposal) -> bool:
        cited = paragraphs_of(fact, self._source)
        return proposal.kind == "congress" or bool(cited & set(proposal.paragraphs))


def paragraphs_of(fact: Fact, source: str) -> set[int]:
    """Return the paragraphs of a source that a fact cites, for whatever field."""
    every = [*fact.cite, *(one for cited in fact.cite_for.values() for one in cited)]
    every += getattr(fact, "end_cite", None) or ()
    return {
        n for one in every if one.source == source and one.unit == "paragraph" for n in one.numbers
    }


def _same_membership(fact: Any, proposal: Proposal) -> bool:
    record = proposal.record
    if (fact.person, fact.post) != (record["person"], record["post"]):
        return False
    # Two terms of one person in one post: of the congress before, and of this one.
    return not ("congress" in record and fact.congress and fact.congress != record["congress"])


def _same_committee(fact: Any, proposal: Proposal) -> bool:
    return (fact.body, fact.size) == (proposal.record["body"], proposal.record["size"])


def _same_day(fact: Any, proposal: Proposal) -> bool:
    return str(proposal.record["date"]) in str(fact.date or "")


def _same_kind(fact: Any, proposal: Proposal) -> bool:
    return bool(fact.kind == proposal.record["kind"])


def _same_congress(fact: Any, proposal: Proposal) -> bool:
    return bool(fact.ordinal == proposal.record["ordinal"])


def same_number(fact: Any, proposal: Proposal) -> bool:
    """Return whether an observation has the number of a proposal: its value, range or ratio."""
    return values_of(fact) == values_in(proposal.record)


def values_of(one: Observation) -> tuple[Decimal | None, ...]:
    """Return the numbers of an observation: one, both ends of a range, or both of a ratio."""
    if one.ratio:
        return (one.ratio.numerator.value, one.ratio.denominator.value)
    return (one.value,) if one.value_to is None else (one.value, one.value_to)


def values_in(record: dict[str, Any]) -> tuple[Decimal | None, ...]:
    """Return the numbers of a proposed record, as :func:`values_of` returns those of a fact."""
    if ratio := record.get("ratio"):
        return (Decimal(ratio["numerator"]), Decimal(ratio["denominator"]))
    return tuple(Decimal(str(record[key])) for key in ("value", "value_to") if key in record)
