"""The dossier of one organization: everything that data/ states about it, in order of time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from macros.dates import order_key
from macros.model.base import Fact
from macros.model.conflicts import Conflict
from macros.model.congresses import Committee, Conference, Congress, Meeting, Series
from macros.model.events import Event
from macros.model.leadership import Membership
from macros.model.organization import Name, Organization
from macros.model.rolls import Roll
from macros.model.statements import Statement
from macros.model.statistics import Observation
from macros.model.targets import TargetSet

Naming = Event | Roll | Statement
"""The facts that name people without giving them a post."""


@dataclass(frozen=True)
class Dossier:
    """Everything that data/ states about one organization, in order of time."""

    organization: Organization
    memberships: tuple[Membership, ...] = ()
    congresses: tuple[Congress, ...] = ()
    conferences: tuple[Conference, ...] = ()
    series: tuple[Series, ...] = ()
    committees: tuple[Committee, ...] = ()
    observations: tuple[Observation, ...] = ()
    target_sets: tuple[TargetSet, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    rolls: tuple[Roll, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def id(self) -> str:
        """The organization's id, which is its folder's name."""
        return self.organization.id

    def each_fact(self) -> Iterator[Fact]:
        """Yield every fact of the organization, also facts with a repeated id."""
        yield from self.organization.names
        yield from self.organization.aliases
        yield from self.organization.headquarters
        yield from self.organization.belongings
        yield from self.organization.turns
        yield from self.memberships
        yield from self.congresses
        yield from self.conferences
        yield from self.committees
        yield from self.observations
        for table in self.target_sets:
            yield from table.targets
        yield from self.events
        yield from self.statements
        yield from self.rolls

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact by id."""
        return {fact.id: fact for fact in self.each_fact()}

    @cached_property
    def repeated(self) -> frozenset[str]:
        """The ids that several facts share: `facts` has only the last of each."""
        counts = Counter(fact.id for fact in self.each_fact())
        return frozenset(one for one, count in counts.items() if count > 1)

    def named(self, kind: str) -> list[str]:
        """Return the keys by which chapters may name its congresses, rolls or statements."""
        if kind == "congress":
            return [one.key for one in self.meetings]
        named = self.rolls if kind == "roll" else self.statements
        return list(dict.fromkeys(one.id for one in named))

    def naming(self) -> Iterator[tuple[str, Naming]]:
        """Yield (person, fact) for each person whom an event, a statement or a roll names."""
        for event in self.events:
            yield from ((person, event) for person in event.people)
        for one in self.statements:
            if one.by and one.by.person:
                yield one.by.person, one
        for roll in self.rolls:
            people = dict.fromkeys(one.person for one in roll.rows if one.person)
            yield from ((person, roll) for person in people)

    def congress(self, key: str) -> Meeting | None:
        """Return the congress or conference that `key` names: `VI`, `tu-2025/I`, or an id."""
        return next((one for one in self._every_meeting() if one.key == key), None)

    def _every_meeting(self) -> Iterator[Meeting]:
        yield from self.congresses
        yield from self.conferences

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """All congresses in their order, each conference after the congress of its term.

        Conferences of no known term stand before the first congress that met later.
        """
        found: list[Meeting] = list(self.congresses)
        for one in sorted(self.conferences, key=lambda one: order_key(one.days)):
            found.insert(self._place_of(one, found), one)
        return tuple(found)

    def _place_of(self, one: Conference, among: list[Meeting]) -> int:
        opened = next((at for at, other in enumerate(among) if other.key == one.congress), None)
        if opened is not None:
            after = (at for at in range(opened + 1, len(among)) if among[at] in self.congresses)
            return next(after, len(among))
        later = (
            at
            for at, other in enumerate(among)
            if other.days and order_key(one.days) < order_key(other.days)
        )
        return next(later, len(among))

    def names_of(self, what: str) -> tuple[Name, ...]:
        """Return the names of the organization, its committee or its office, oldest first."""
        of = (name for name in self.organization.names if name.applies_to == what)
        # A name without a start date is the first one, before any known change.
        return tuple(
            sorted(of, key=lambda name: (name.start_date is not None, order_key(name.start_date)))
        )

    @cached_property
    def observations_of(self) -> Mapping[str, tuple[Observation, ...]]:
        """The figures of each indicator that the organization has any of, in their order."""
        found: dict[str, list[Observation]] = defaultdict(list)
        for one in self.observations:
            found[one.indicator].append(one)
        return {indicator: tuple(own) for indicator, own in found.items()}

    @cached_property
    def parts(self) -> Mapping[tuple[str, str], tuple[tuple[str, Observation], ...]]:
        """The parts of each figure, as (category, part), by (id of the whole, dimension)."""
        found: dict[tuple[str, str], list[tuple[str, Observation]]] = defaultdict(list)
        for one in self.observations:
            if one.part_of:
                found[one.part_of, one.dimension or ""].append((one.category or "", one))
            for other in one.also_part_of:
                found[other.part_of, other.dimension].append((other.category, one))
        return {key: tuple(items) for key, items in found.items()}

    @property
    def title(self) -> str:
        """The name in a list: the short name that does not change with time."""
        return self.organization.short_name
