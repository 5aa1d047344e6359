"""Of which people more is known than their name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from macros.rules.pictures import pictures_of_people

if TYPE_CHECKING:
    from macros.archive import Archive


def people_told_of(archive: Archive) -> Iterator[str]:
    """Yield the people of whom a fact tells: a post, an event, a roll, a picture, an own fact.

    A chapter that names somebody without any fact tells no more than the chapter itself does. An id
    of one letter is the address of the list of that letter.
    """
    pictures = pictures_of_people(archive)
    for person in archive.people.values():
        facts = person.aliases or person.later or archive.memberships_of.get(person.id)
        told = facts or archive.naming.get(person.id) or pictures.get(person.id)
        if told and len(person.id) > 1:
            yield person.id
