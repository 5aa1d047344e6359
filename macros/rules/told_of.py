"""Of which people and organizations more is known than their name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from macros.rules.pictures import pictures_of_people

if TYPE_CHECKING:
    from macros.archive import Archive, Dossier


def people_told_of(archive: Archive) -> Iterator[str]:
    """Yield the people of whom a fact tells: a post, an event, a roll, a picture, an own fact.

    A chapter that names somebody without any fact tells no more than the chapter itself does. An id
    of one letter is the address of the list of that letter.
    """
    pictures = pictures_of_people(archive)
    for person in archive.people.values():
        facts = (
            person.aliases
            or person.identity
            or person.later
            or archive.memberships_of.get(person.id)
        )
        told = facts or archive.naming.get(person.id) or pictures.get(person.id)
        if told and len(person.id) > 1:
            yield person.id


def organizations_told_of(archive: Archive) -> Iterator[str]:
    """Yield the organizations without a volume of which more is told than a single change.

    For one that is only a side of one change, a line in a list says everything.
    """
    for dossier in archive.dossiers.values():
        if not dossier.organization.listed and _told_of(archive, dossier):
            yield dossier.id


def _told_of(archive: Archive, dossier: Dossier) -> bool:
    own = dossier.organization
    # Its name, or how it is spelt in its only change, is in every list.
    facts = len([one for one in dossier.each_fact() if one not in own.names]) + (len(own.names) > 1)
    told = facts or archive.figures_within.get(dossier.id) or archive.children.get(dossier.id)
    return bool(told) or len(archive.changes_of.get(dossier.id, ())) > 1
