"""Every reference in the data: which entry is named, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from macros.archive import FORMER_UNIT, Archive, Dossier
from macros.messages.problems import Position
from macros.rules.names import is_no_name

if TYPE_CHECKING:
    from macros.model.base import Record
    from macros.model.documents import Issuer
    from macros.model.leadership import Membership
    from macros.model.statements import Statement
    from macros.model.statistics import Observation


class Use(NamedTuple):
    """One reference in the data: the `kind` and `id` of its target, and its position.

    `remedy` is what to do if there is no such target, "" for the usual.
    """

    kind: str
    id: str
    position: Position
    remedy: str = ""


def uses(archive: Archive) -> Iterator[Use]:
    """Yield every reference of the data to an entry that has an id within the site."""
    for dossier in archive.dossiers.values():
        yield from _uses_of_organization(dossier)
    for _, fact in archive.each_fact():
        yield from _listed(fact, "document", "documents")
    for change in archive.changes.values():
        for participant in change.participants:
            yield from _organization(participant, "organization")
    for source in archive.sources.values():
        yield from _listed(source, "organization", "organizations")
    for issuer in archive.issuers.values():
        yield from _uses_of_issuer(issuer)
    for picture in archive.pictures.values():
        yield from _listed(picture, "organization", "organizations")
        for one in picture.people:
            if one.person:
                yield _person(one, one.person)


def _uses_of_issuer(issuer: Issuer) -> Iterator[Use]:
    yield from _organization(issuer, "organization")
    for document in issuer.documents:
        yield from _listed(document, "document", "replaces")


def _listed(record: Record, kind: str, name: str) -> Iterator[Use]:
    """Yield the references in the list `name`, each at its own line."""
    for index, identifier in enumerate(vars(record).get(name, ())):
        yield Use(kind, identifier, record.where(f"{name}.{index}"))


def _organization(record: Record, name: str) -> Iterator[Use]:
    """Yield the reference to an organization in the field `name`, if there is one."""
    identifier: str | None = getattr(record, name)
    if identifier:
        yield Use("organization", identifier, record.where(name))


def _uses_of_organization(dossier: Dossier) -> Iterator[Use]:
    for name in ("parent", "area"):
        yield from _organization(dossier.organization, name)
    for superior in dossier.organization.parents:
        yield from _organization(superior, "organization")
    for territory in dossier.organization.areas:
        yield from _organization(territory, "area")
    if identifier := dossier.organization.picture:
        yield Use("picture", identifier, dossier.organization.where("picture"))
    for membership in dossier.memberships:
        yield from _uses_of_membership(membership)
    for observation in dossier.observations:
        yield from _uses_of_observation(observation)
    for table in dossier.target_sets:
        for target in table.targets:
            yield from _organization(target, "organization")
    for event in dossier.events:
        yield from _listed(event, "person", "people")
    for statement in dossier.statements:
        yield from _uses_of_statement(statement)
    rows = (row for roll in dossier.rolls for row in roll.rows if row.person)
    yield from (_person(row, row.person or "") for row in rows)


def _uses_of_statement(statement: Statement) -> Iterator[Use]:
    yield from _organization(statement, "organization")
    if by := statement.by:
        yield from _organization(by, "organization")
        if by.person:
            yield _person(by, by.person)
        if by.document:
            yield Use("document", by.document, by.where("document"))


def _person(record: Record, person: str) -> Use:
    """Return the reference to a person in the field `person`, which may hold no name at all."""
    words = f"thay dòng person bằng “unnamed: {person}”"
    return Use("person", person, record.where("person"), words if is_no_name(person) else "")


def _uses_of_observation(observation: Observation) -> Iterator[Use]:
    yield Use("indicator", observation.indicator, observation.where("indicator"))
    if observation.dimension == FORMER_UNIT:
        yield from _organization(observation, "category")
    for whole in observation.also_part_of:
        if whole.dimension == FORMER_UNIT:
            yield from _organization(whole, "category")


def _uses_of_membership(membership: Membership) -> Iterator[Use]:
    if membership.person:
        yield _person(membership, membership.person)
    yield Use("role", membership.post, membership.where("post"))
    for elsewhere in (
        *membership.concurrent,
        *membership.previously,
        *membership.subsequently,
    ):
        if elsewhere.organization:
            yield Use("organization", elsewhere.organization, elsewhere.where("organization"))
