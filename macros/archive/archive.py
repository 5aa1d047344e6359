"""The archive: every record by id, with the links that follow from the records.

YAML stores nothing that can be derived: reverse links and order are computed here, on
first use.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from macros.admission.picture_file import PictureFile
from macros.archive.advice import Advice, advise, home_of, told_apart
from macros.archive.books import BookFile
from macros.archive.dossier import Dossier, Naming
from macros.archive.figures import Figures
from macros.archive.owners import CHANGES, PICTURES, owner_of, person_id, split_reference
from macros.dates import order_key
from macros.model.abbreviations import Abbreviation
from macros.model.base import Fact, citations_of
from macros.model.changes import ChangeEvent
from macros.model.citations import Citation
from macros.model.conflicts import Conflict
from macros.model.documents import Document, Issuer
from macros.model.edition import EditionFile
from macros.model.indicators import Indicator
from macros.model.leadership import UNNAMED, Membership
from macros.model.people import Person
from macros.model.pictures import Picture
from macros.model.posts import Role
from macros.model.redirects import Redirect
from macros.model.sources import Source
from macros.model.statistics import Observation
from macros.model.verification import VerificationFile

if TYPE_CHECKING:
    from macros.archive.contents import Contents
    from macros.archive.mentions import Mentions
    from macros.messages.problems import Position

_WITHIN = ("congress", "roll", "statement")
"""The kinds of things that chapters name within an organization."""

FORMER_UNIT = "former-unit"
"""The dimension that divides the total of a merged organization among its former units."""


@dataclass(frozen=True)
class Archive:
    """All records of one site."""

    dossiers: Mapping[str, Dossier] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    issuers: Mapping[str, Issuer] = field(default_factory=dict)
    changes: Mapping[str, ChangeEvent] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    picture_files: Mapping[str, PictureFile] = field(default_factory=dict)
    """The files of the pictures, by id; empty if only the records were read."""
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    abbreviations: tuple[Abbreviation, ...] = ()
    edition: EditionFile = field(default_factory=EditionFile)
    """The printed edition; without a file, all volumes are drafts."""
    verification: VerificationFile = field(default_factory=VerificationFile)
    redirects: tuple[Redirect, ...] = ()
    """The addresses that have moved."""
    unread: frozenset[str] = frozenset()
    """Files that exist but could not be read; their content is unknown, not missing."""
    books: tuple[BookFile, ...] = ()
    """The books that are already built, the collected volume first."""
    paragraphs: Mapping[str, int] = field(default_factory=dict)
    """The number of the last paragraph of each source with evidence."""
    evidence: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    """The evidence files by source, as JSON that nobody has parsed yet."""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The paragraphs of each source whose text may be published, and agrees with its evidence."""
    mentions: Mentions = field(default_factory=dict)
    """The chapters that name each entry, by (kind, id); empty if docs/ was not read."""
    memo: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """A cache for other modules: what they derived from the archive, by name."""
    contents: Contents = field(default_factory=dict)
    """The chapters of each volume, in the navigation's order; empty if docs/ was not read."""
    figures: Figures = field(default_factory=Figures)
    """The figures of the chapters; none if docs/ was not read."""

    @cached_property
    def volumes(self) -> tuple[Dossier, ...]:
        """The organizations that have chapters of their own, in the site's order."""
        listed = (one for one in self.dossiers.values() if one.organization.listed)
        return tuple(sorted(listed, key=lambda one: (one.organization.order, one.id)))

    @cached_property
    def volume_of(self) -> Mapping[str, str]:
        """The volume that covers each organization, by the organization's id.

        A volume covers its own organization, the bodies under it, the ward that the organization
        leads, and everything that merged into one of those.
        """
        found: dict[str, str] = {volume.id: volume.id for volume in self.volumes}
        kin: dict[str, list[str]] = defaultdict(list)
        for one in self.dossiers.values():
            organization = one.organization
            kin[one.id].extend(organization.grounds)
            for above in organization.above:
                kin[above].append(one.id)
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
        """Return the organizations that a volume covers, its own organization first."""
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
    def repeated_documents(self) -> frozenset[str]:
        """The ids that several documents share: `documents` has only the last of each."""
        counts = Counter(doc.id for issuer in self.issuers.values() for doc in issuer.documents)
        return frozenset(one for one, count in counts.items() if count > 1)

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
                if membership.person:
                    found[membership.person].append((dossier, membership))
        return {
            person: tuple(sorted(items, key=lambda item: membership_order(item[1])))
            for person, items in found.items()
        }

    @cached_property
    def children(self) -> Mapping[str, tuple[Dossier, ...]]:
        """The organizations directly under each organization at any time, by the parent's id."""
        found: dict[str, list[Dossier]] = defaultdict(list)
        for one in self.dossiers.values():
            for above in one.organization.above:
                found[above].append(one)
        order = lambda one: (one.organization.order, one.id)  # noqa: E731
        return {parent: tuple(sorted(items, key=order)) for parent, items in found.items()}

    @cached_property
    def changes_of(self) -> Mapping[str, tuple[ChangeEvent, ...]]:
        """The change events that each organization takes part in, in order of time."""
        found: dict[str, list[ChangeEvent]] = defaultdict(list)
        for change in sorted(self.changes.values(), key=lambda c: (order_key(c.since), c.id)):
            for organization in dict.fromkeys(p.organization for p in change.participants):
                if organization:
                    found[organization].append(change)
        return {organization: tuple(items) for organization, items in found.items()}

    @cached_property
    def figures_within(self) -> Mapping[str, tuple[tuple[Dossier, Observation], ...]]:
        """The figures for each former unit within a successor's totals, by the unit's id."""
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
        """The expansion of each abbreviation; terms, which are not abbreviated, are left out."""
        short = (one for one in self.abbreviations if one.kind == "abbreviation")
        return {one.short: one.full for one in short}

    @cached_property
    def naming(self) -> Mapping[str, tuple[tuple[str, Naming], ...]]:
        """The events, rolls and statements of each person, as (owner, fact), by person."""
        found: dict[str, list[tuple[str, Naming]]] = defaultdict(list)
        for dossier in self.dossiers.values():
            for person, fact in dossier.naming():
                found[person].append((dossier.id, fact))
        return {person: tuple(items) for person, items in found.items()}

    @cached_property
    def conflicts_of(self) -> Mapping[tuple[str, str], tuple[tuple[Dossier, Conflict], ...]]:
        """The conflicts in which each fact is a claim, by (organization id, fact id)."""
        found: dict[tuple[str, str], list[tuple[Dossier, Conflict]]] = defaultdict(list)
        for dossier in self.dossiers.values():
            for conflict in dossier.conflicts:
                for claim in conflict.claims:
                    if claim.fact:
                        found[split_reference(claim.fact, dossier.id)].append((dossier, conflict))
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def citing(self) -> Mapping[str, tuple[tuple[Citation, str, Fact], ...]]:
        """The facts that cite each source: (citation, owner, fact) by source id, by paragraph.

        For the owner see :meth:`each_fact`.
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
        """The documents that cite each source, by source id."""
        found: dict[str, list[tuple[Citation, Document]]] = defaultdict(list)
        for document in self.documents.values():
            for citation in document.cite:
                found[citation.source].append((citation, document))
        return {source: tuple(members) for source, members in found.items()}

    def person_name(self, person: str) -> str:
        """Return a person's name; the id if the person has no file."""
        found = self.people.get(person)
        return found.name if found else person

    def holder_name(self, membership: Membership) -> str:
        """Return the name of whoever held a post, or what the editors call one without a name."""
        if membership.person:
            return self.person_name(membership.person)
        return membership.unnamed or UNNAMED

    def role_label(self, role: str) -> str:
        """Return what a role is called; its id if it is not in the catalogue."""
        found = self.roles.get(role)
        return found.label if found else role

    def known(self, kind: str, organization: str | None, /) -> Iterable[str]:
        """Return the ids of all entries of a kind that chapters may name (`Lookup`).

        Congresses are named by their keys and belong to `organization`.
        """
        if kind in _WITHIN:
            dossier = self.dossiers.get(organization or "")
            return dossier.named(kind) if dossier else []
        everywhere: dict[str, Iterable[str]] = {
            "organization": self.dossiers,
            "person": self.people,
            "document": self.documents,
            "issuer": self.issuers,
            "source": self.sources,
            "indicator": self.indicators,
            "role": self.roles,
            "change": self.changes,
            "picture": self.pictures,
        }
        return everywhere[kind]

    def has(self, kind: str, identifier: str, organization: str | None, /) -> bool:
        """Return whether chapters may name such an entry (`Lookup`)."""
        return identifier in self.known(kind, organization) or self.may_hold(
            kind, identifier, organization
        )

    def may_hold(self, kind: str, identifier: str, organization: str | None = None) -> bool:
        """Return whether the file that should hold such an entry exists but could not be read.

        The problem of that file is already reported. A document may be in any file of its folder.
        """
        if kind == "document":
            return any(path.startswith("data/documents/") for path in self.unread)
        if kind in _WITHIN and organization not in self.dossiers:
            return True  # the missing organization is reported by itself
        return home_of(kind, identifier, organization) in self.unread or (
            kind in _WITHIN and self.may_hold("organization", organization or "")
        )

    def advice(self, kind: str, entry: str, organization: str | None, /) -> Advice:
        """Return what to do about an entry that does not exist (`Lookup`)."""
        ids, called = self.known(kind, organization), self.called(kind)
        apart = told_apart(self.issuers.values()) if kind == "document" else {}
        return advise(kind, entry, organization, ids, called, apart)

    def called(self, kind: str) -> Mapping[str, tuple[str, ...]]:
        """Return what readers call the entries of a kind, by id: names, labels, symbols."""
        if kind == "person":
            return {i: one.called for i, one in self.people.items()}
        if kind == "role":
            return {i: (one.label, *filter(None, [one.printed])) for i, one in self.roles.items()}
        if kind == "indicator":
            return {i: (one.label, *one.other_names) for i, one in self.indicators.items()}
        if kind == "document":
            return {i: (one.symbol,) for i, one in self.documents.items() if one.symbol}
        if kind == "source":
            return {i: (one.title,) for i, one in self.sources.items()}
        if kind == "picture":
            return {i: (one.caption,) for i, one in self.pictures.items()}
        if kind == "issuer":
            return {i: (one.name,) for i, one in self.issuers.items()}
        if kind == "organization":
            return {
                i: (
                    one.title,
                    *one.organization.other_names,
                    *(name.name for name in one.organization.names),
                    *(alias.name for alias in one.organization.aliases),
                )
                for i, one in self.dossiers.items()
            }
        return {}

    def each_fact(self) -> Iterator[tuple[str, Fact]]:
        """Yield every fact with its owner.

        That is an organization's id, `changes`, `pictures` or `people/<id>`.
        """
        for dossier in self.dossiers.values():
            for fact in dossier.each_fact():
                yield dossier.id, fact
        for change in self.changes.values():
            yield CHANGES, change
        for picture in self.pictures.values():
            yield PICTURES, picture
        for person in self.people.values():
            for fact in person.each_fact():
                yield owner_of(person), fact

    def person_of(self, owner: str) -> Person | None:
        """Return the person whose facts have this owner; None if they are not a person's."""
        return self.people.get(person_id(owner))

    @cached_property
    def person_telling(self) -> Mapping[Position, Person]:
        """The person whom each fact in a file of data/people/ is about, by its position."""
        return {
            fact.where(): person for person in self.people.values() for fact in person.each_fact()
        }

    def fact(self, reference: str, organization: str) -> Fact | None:
        """Return the fact that `reference` names, seen from `organization`.

        `changes/<id>` names a change event, `pictures/<id>` a picture: they belong to no single
        organization.
        """
        owner, identifier = split_reference(reference, organization)
        if owner == CHANGES:
            return self.changes.get(identifier)
        if owner == PICTURES:
            return self.pictures.get(identifier)
        dossier = self.dossiers.get(owner)
        return dossier.facts.get(identifier) if dossier else None


def membership_order(membership: Membership) -> tuple[Any, ...]:
    """Return the key that sorts memberships in order of time."""
    start = membership.start_date or (membership.attested[0] if membership.attested else None)
    return (order_key(start), order_key(membership.end_date), membership.id)
