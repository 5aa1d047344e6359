"""Whose a fact is: an organization, a person, or none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.model.people import Person

CHANGES = "changes"
"""Stands for the owner of change events, which belong to no single organization."""

PICTURES = "pictures"
"""Stands for the owner of pictures, which may show several organizations or none."""

_OF_PERSON = "people/"
"""Begins the owner of the facts of a person: `people/<id>`."""


def owner_of(person: Person) -> str:
    """Return the owner of the facts in a person's file."""
    return f"{_OF_PERSON}{person.id}"


def person_id(owner: str) -> str:
    """Return the id of the person that an owner of facts is; "" for any other owner."""
    return owner.removeprefix(_OF_PERSON) if is_person(owner) else ""


def is_person(owner: str) -> bool:
    """Return whether an owner of facts is a person."""
    return owner.startswith(_OF_PERSON)


def split_reference(reference: str, organization: str) -> tuple[str, str]:
    """Return (organization id, fact id) of a reference written in `organization`."""
    owner, slash, identifier = reference.partition("/")
    return (owner, identifier) if slash else (organization, reference)
