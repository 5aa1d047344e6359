"""The tables of people: who they are, what is told of their lives, what happened after a term."""

from __future__ import annotations

from macros.archive import Archive
from macros.model.people import Identity, Later, Person
from macros.opendata.columns import Cell, Entry, computed, of_field, table
from macros.opendata.shared import SOURCE
from macros.rules.later import in_order


def _by_id(archive: Archive) -> list[Person]:
    return sorted(archive.people.values(), key=lambda one: one.id)


PEOPLE = table(
    "people",
    "Nhân vật",
    Person,
    [
        of_field("id", description="Mã của nhân vật."),
        "name",
        "other_names",
        "distinguished_by",
        "note",
    ],
    lambda archive: [Entry(archive, one) for one in _by_id(archive)],
    key=("id",),
)


def _person(entry: Entry[Identity] | Entry[Later]) -> Person:
    assert isinstance(entry.within, Person)
    return entry.within


def _person_id(entry: Entry[Identity] | Entry[Later]) -> Cell:
    return _person(entry).id


def _name(entry: Entry[Identity] | Entry[Later]) -> Cell:
    return _person(entry).name


IDENTITIES = table(
    "identities",
    "Nhân thân của nhân vật",
    Identity,
    [
        of_field("id", description="Mã của dữ kiện, duy nhất trong các dữ kiện của nhân vật."),
        computed("person_id", _person_id, "Mã nhân vật", "Mã trong people.csv.", required=True),
        computed("person", _name, "Họ tên", "Họ và tên đầy đủ.", required=True),
        "born",
        "died",
        "origin",
        "remark",
        SOURCE,
        "note",
    ],
    lambda archive: [
        Entry(archive, one, within=person)
        for person in _by_id(archive)
        for one in sorted(person.identity, key=lambda one: one.id)
    ],
    key=("person_id", "id"),
)

LATER = table(
    "later",
    "Việc về sau của nhân vật",
    Later,
    [
        of_field("id", description="Mã của dữ kiện, duy nhất trong các dữ kiện của nhân vật."),
        computed("person_id", _person_id, "Mã nhân vật", "Mã trong people.csv.", required=True),
        computed("person", _name, "Họ tên", "Họ và tên đầy đủ.", required=True),
        "kind",
        of_field("date", description="Khi nào."),
        "decided_by",
        "documents",
        SOURCE,
        "note",
    ],
    lambda archive: [
        Entry(archive, one, within=person) for person in _by_id(archive) for one in in_order(person)
    ],
    key=("person_id", "id"),
)
