"""The archive: every record by id, with the links that follow from them.

Nothing here is stored in YAML that can be derived: reverse links and order are
computed on first use.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from macros.archive.books import BookFile
from macros.dates import Edtf, order_key
from macros.model.base import Fact, citations_of
from macros.model.citations import Citation
from macros.model.edition import EditionFile
from macros.model.leadership import (
    Committee,
    Conflict,
    Congress,
    Event,
    Membership,
    Person,
    Role,
)
from macros.model.library import Abbreviation, Document, Issuer, Source
from macros.model.organization import ChangeEvent, Name, Organization
from macros.model.statistics import Indicator, Observation
from macros.model.targets import TargetSet

if TYPE_CHECKING:
    from macros.archive.contents import Contents
    from macros.archive.mentions import Mentions

CHANGES = "changes"
"""The owner of change events, in place of an organization's id."""

FORMER_UNIT = "former-unit"
"""The dimension that divides a successor's total among the units that went into it."""


@dataclass(frozen=True)
class Dossier:
    """Everything that data/ states about one organization, in order of time."""

    organization: Organization
    memberships: tuple[Membership, ...] = ()
    congresses: tuple[Congress, ...] = ()
    committees: tuple[Committee, ...] = ()
    observations: tuple[Observation, ...] = ()
    target_sets: tuple[TargetSet, ...] = ()
    events: tuple[Event, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def id(self) -> str:
        """The organization's id, which is its folder's name."""
        return self.organization.id

    def each_fact(self) -> Iterator[Fact]:
        """Yield every fact of the organization, repeats of an id included."""
        yield from self.organization.names
        yield from self.organization.headquarters
        for one in (self.organization.founding, self.organization.dissolution):
            if one is not None:
                yield one
        yield from self.memberships
        yield from self.congresses
        yield from self.committees
        yield from self.observations
        for table in self.target_sets:
            yield from table.targets
        yield from self.events

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact by id."""
        return {fact.id: fact for fact in self.each_fact()}

    def congress(self, ordinal: str) -> Congress | None:
        """Return the congress of that Roman ordinal."""
        return next((one for one in self.congresses if one.ordinal == ordinal), None)

    def names_of(self, what: str) -> tuple[Name, ...]:
        """Return the names of the organization, its committee or its office, oldest first."""
        of = (name for name in self.organization.names if name.applies_to == what)
        # A name without a first day is the one that was borne before any change was told.
        return tuple(
            sorted(of, key=lambda name: (name.start_date is not None, order_key(name.start_date)))
        )

    def name_on(self, when: Edtf | None, what: str = "organization") -> Name | None:
        """Return the name borne on a date: the last that had begun; the latest without a date.

        A name whose first day is not known exactly counts from the earliest day it can be,
        or, where nothing bounds that, from the latest.
        """
        names = self.names_of(what)
        day = _first_day(when)
        if day is None:
            return names[-1] if names else None
        begun = [name for name in names if (_first_day(name.start_date) or day) <= day]
        return begun[-1] if begun else (names[0] if names else None)

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


@dataclass(frozen=True)
class Archive:
    """All records of one site."""

    dossiers: Mapping[str, Dossier] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    issuers: Mapping[str, Issuer] = field(default_factory=dict)
    changes: Mapping[str, ChangeEvent] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    abbreviations: tuple[Abbreviation, ...] = ()
    edition: EditionFile = field(default_factory=EditionFile)
    """What is said of the printed edition; without a file, nothing but that all are drafts."""
    unread: frozenset[str] = frozenset()
    """Files that are there but could not be read; what they hold is unknown, not missing."""
    books: tuple[BookFile, ...] = ()
    """The printed editions that are built, the collected volume first."""
    paragraphs: Mapping[str, int] = field(default_factory=dict)
    """The number of the last paragraph of each source whose evidence is at hand."""
    mentions: Mentions = field(default_factory=dict)
    """The chapters that name each entry, by (kind, id); filled where docs/ is at hand."""
    memo: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What others derive from the archive and would derive again, under the name of what it is."""
    contents: Contents = field(default_factory=dict)
    """The chapters of each volume, in the navigation's order; filled where docs/ is at hand."""

    @cached_property
    def volumes(self) -> tuple[Dossier, ...]:
        """The organizations that have chapters of their own, in the site's order."""
        listed = (one for one in self.dossiers.values() if one.organization.listed)
        return tuple(sorted(listed, key=lambda one: (one.organization.order, one.id)))

    @cached_property
    def volume_of(self) -> Mapping[str, str]:
        """The volume that tells of each organization, by the organization's id.

        A volume tells of itself, of the bodies under it, of the ward that its organization
        leads, and of what went into those.
        """
        found: dict[str, str] = {volume.id: volume.id for volume in self.volumes}
        kin: dict[str, list[str]] = defaultdict(list)
        for one in self.dossiers.values():
            organization = one.organization
            if organization.area:
                kin[one.id].append(organization.area)
            if organization.parent:
                kin[organization.parent].append(one.id)
        for change in self.changes.values():
            sides = {
                role: [p.organization for p in change.participants if p.role == role]
                for role in ("from", "to")
            }
            for successor in filter(None, sides["to"]):
                kin[successor].extend(filter(None, sides["from"]))
        waiting = list(found)
        while waiting:
            known = waiting.pop(0)
            for other in kin[known]:
                if other in self.dossiers and other not in found:
                    found[other] = found[known]
                    waiting.append(other)
        return found

    def family(self, volume: str) -> tuple[Dossier, ...]:
        """Return the organizations that a volume tells of, the volume's own first."""
        return self._families.get(volume, ())

    @cached_property
    def _families(self) -> Mapping[str, tuple[Dossier, ...]]:
        found: dict[str, list[Dossier]] = defaultdict(list)
        for dossier in self.dossiers.values():
            if volume := self.volume_of.get(dossier.id):
                found[volume].append(dossier)
        return {
            volume: tuple(
                sorted(members, key=lambda one: (one.id != volume, one.organization.order))
            )
            for volume, members in found.items()
        }

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Every document by id."""
        return {doc.id: doc for issuer in self.issuers.values() for doc in issuer.documents}

    @cached_property
    def issuer_of(self) -> Mapping[str, Issuer]:
        """The issuer of each document, by the document's id."""
        return {doc.id: issuer for issuer in self.issuers.values() for doc in issuer.documents}

    @cached_property
    def memberships_of(self) -> Mapping[str, tuple[tuple[Dossier, Membership], ...]]:
        """Each person's memberships with their organizations, by person id, in order of time."""
        found: dict[str, list[tuple[Dossier, Membership]]] = defaultdict(list)
        for dossier in self.dossiers.values():
            for membership in dossier.memberships:
                found[membership.person].append((dossier, membership))
        return {
            person: tuple(sorted(items, key=lambda item: membership_order(item[1])))
            for person, items in found.items()
        }

    @cached_property
    def children(self) -> Mapping[str, tuple[Dossier, ...]]:
        """The organizations directly under each organization, by the parent's id."""
        found: dict[str, list[Dossier]] = defaultdict(list)
        for one in self.dossiers.values():
            if one.organization.parent:
                found[one.organization.parent].append(one)
        order = lambda one: (one.organization.order, one.id)  # noqa: E731
        return {parent: tuple(sorted(items, key=order)) for parent, items in found.items()}

    @cached_property
    def changes_of(self) -> Mapping[str, tuple[ChangeEvent, ...]]:
        """The change events that each organization takes part in, in order of time."""
        found: dict[str, list[ChangeEvent]] = defaultdict(list)
        for change in sorted(self.changes.values(), key=lambda c: (order_key(c.date), c.id)):
            for organization in dict.fromkeys(p.organization for p in change.participants):
                if organization:
                    found[organization].append(change)
        return {organization: tuple(items) for organization, items in found.items()}

    @cached_property
    def figures_within(self) -> Mapping[str, tuple[tuple[Dossier, Observation], ...]]:
        """The figures that a successor gives for each former unit, by the unit's id."""
        found: dict[str, list[tuple[Dossier, Observation]]] = defaultdict(list)
        for dossier in self.dossiers.values():
            for one in dossier.observations:
                divisions = [(one.dimension, one.category)]
                divisions += [(other.dimension, other.category) for other in one.also_part_of]
                for dimension, unit in divisions:
                    if dimension == FORMER_UNIT and unit:
                        found[unit].append((dossier, one))
        return {unit: tuple(items) for unit, items in found.items()}

    @cached_property
    def facts_on(self) -> Mapping[str, tuple[tuple[str, Fact], ...]]:
        """The facts that name each document, as (owner, fact), by the document's id."""
        found: dict[str, list[tuple[str, Fact]]] = defaultdict(list)
        for owner, fact in self.each_fact():
            for identifier in dict.fromkeys(vars(fact).get("documents", ())):
                found[identifier].append((owner, fact))
        return {document: tuple(items) for document, items in found.items()}

    @cached_property
    def glossary(self) -> Mapping[str, str]:
        """What each abbreviation stands for; terms, which are spelt out, are none."""
        short = (one for one in self.abbreviations if one.kind == "abbreviation")
        return {one.short: one.full for one in short}

    @cached_property
    def events_naming(self) -> Mapping[str, tuple[tuple[str, Event], ...]]:
        """The events that each person took part in, as (owner, event), by the person's id."""
        found: dict[str, list[tuple[str, Event]]] = defaultdict(list)
        for dossier in self.dossiers.values():
            for event in dossier.events:
                for person in event.people:
                    found[person].append((dossier.id, event))
        return {person: tuple(items) for person, items in found.items()}

    @cached_property
    def conflicts_of(self) -> Mapping[tuple[str, str], tuple[tuple[Dossier, Conflict], ...]]:
        """The conflicts that each fact is a claim of, by (organization id, fact id)."""
        found: dict[tuple[str, str], list[tuple[Dossier, Conflict]]] = defaultdict(list)
        for dossier in self.dossiers.values():
            for conflict in dossier.conflicts:
                for claim in conflict.claims:
                    if claim.fact:
                        found[split_reference(claim.fact, dossier.id)].append((dossier, conflict))
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def citing(self) -> Mapping[str, tuple[tuple[Citation, str, Fact], ...]]:
        """What each source says: (citation, owner, fact) by source id, in order of paragraph.

        The owner is an organization's id, or `changes` for a change event.
        """
        found: dict[str, list[tuple[Citation, str, Fact]]] = defaultdict(list)
        for owner, fact in self.each_fact():
            for citation in citations_of(fact):
                found[citation.source].append((citation, owner, fact))
        return {
            source: tuple(sorted(items, key=lambda item: (item[0], item[1], item[2].id)))
            for source, items in found.items()
        }

    @cached_property
    def documents_citing(self) -> Mapping[str, tuple[tuple[Citation, Document], ...]]:
        """The documents that each source tells of, by source id."""
        found: dict[str, list[tuple[Citation, Document]]] = defaultdict(list)
        for document in self.documents.values():
            for citation in document.cite:
                found[citation.source].append((citation, document))
        return {source: tuple(members) for source, members in found.items()}

    def known(self, kind: str, organization: str | None, /) -> Iterable[str]:
        """Return the ids of all entries of a kind that chapters may name (`Lookup`).

        Congresses are named by ordinal and belong to `organization`.
        """
        if kind == "congress":
            dossier = self.dossiers.get(organization or "")
            return [one.ordinal for one in dossier.congresses] if dossier else []
        everywhere: dict[str, Iterable[str]] = {
            "organization": self.dossiers,
            "person": self.people,
            "document": self.documents,
            "issuer": self.issuers,
            "source": self.sources,
            "indicator": self.indicators,
            "role": self.roles,
            "change": self.changes,
        }
        return everywhere[kind]

    def has(self, kind: str, identifier: str, organization: str | None, /) -> bool:
        """Say whether chapters may name such an entry (`Lookup`)."""
        return identifier in self.known(kind, organization) or self.may_hold(
            kind, identifier, organization
        )

    def may_hold(self, kind: str, identifier: str, organization: str | None = None) -> bool:
        """Say whether the file that should hold such an entry is there but could not be read.

        Its own problem is told already; documents may be in any file of their folder.
        """
        if kind == "document":
            return any(path.startswith("data/documents/") for path in self.unread)
        homes = {
            "person": f"people/{identifier}",
            "role": "posts",
            "organization": f"organizations/{identifier}/organization",
            "source": f"sources/{identifier}",
            "indicator": "indicators",
            "issuer": f"documents/{identifier}",
            "change": f"changes/{identifier}",
            "congress": f"organizations/{organization}/congresses",
        }
        return f"data/{homes[kind]}.yml" in self.unread or (
            kind == "congress" and self.may_hold("organization", organization or "")
        )

    def each_fact(self) -> Iterator[tuple[str, Fact]]:
        """Yield every fact with its owner: an organization's id, or `changes`."""
        for dossier in self.dossiers.values():
            for fact in dossier.each_fact():
                yield dossier.id, fact
        for change in self.changes.values():
            yield CHANGES, change

    def fact(self, reference: str, organization: str) -> Fact | None:
        """Return the fact that `reference` names, seen from `organization`.

        `changes/<id>` names a change event, which belongs to no single organization.
        """
        owner, identifier = split_reference(reference, organization)
        if owner == CHANGES:
            return self.changes.get(identifier)
        dossier = self.dossiers.get(owner)
        return dossier.facts.get(identifier) if dossier else None


def split_reference(reference: str, organization: str) -> tuple[str, str]:
    """Return (organization id, fact id) of a reference written in `organization`."""
    owner, slash, identifier = reference.partition("/")
    return (owner, identifier) if slash else (organization, reference)


def membership_order(membership: Membership) -> tuple[Any, ...]:
    """Return the key by which memberships stand in order of time."""
    begun = membership.start_date or (membership.attested[0] if membership.attested else None)
    return (order_key(begun), order_key(membership.end_date), membership.id)


def _first_day(when: Edtf | None) -> date | None:
    return (when.earliest() or when.latest()) if when else None
