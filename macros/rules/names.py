"""The name of an organization on a day; people of one name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from macros.text.vietnamese import normalise_spelling, slug

if TYPE_CHECKING:
    from macros.archive import Archive, Dossier
    from macros.dates import Edtf
    from macros.model.organization import Name
    from macros.model.people import Person

# Not “không” alone: Khổng is a family name.
_NO_NAME = re.compile(
    r"(?:khong|chua)-(?:biet|co|neu|ro|ten)(?:-|$)|(?:an|vo)-danh$|mot-(?:dong-chi|nguoi)(?:-|$)"
)


def name_in_use(dossier: Dossier, when: Edtf | None, bearer: str = "organization") -> Name | None:
    """Return the name in use on a date: the last that had started; without a date, the latest.

    `bearer` is the organization, its committee or its office. A name whose start is not known
    exactly counts from its earliest possible day, or, if that is unbounded, from its latest
    possible day.
    """
    names = dossier.names_of(bearer)
    day = _first_day(when)
    if day is None:
        return names[-1] if names else None
    started = [name for name in names if (_first_day(name.start_date) or day) <= day]
    return started[-1] if started else (names[0] if names else None)


def name_on(dossier: Dossier, when: Edtf | None) -> str:
    """Return what the organization was called on a date; its fixed short name without a date."""
    name = name_in_use(dossier, when) if when else None
    return dossier.title if name is None else name.short_name or name.name


def name_before(dossier: Dossier, change: Edtf | None) -> str | None:
    """Return what the organization was called before a renaming; None if unknown."""
    day = _first_day(change)
    if day is None:
        return None
    before = [
        name
        for name in dossier.names_of("organization")
        if (first := _first_day(name.start_date)) is None or first < day
    ]
    return before[-1].short_name or before[-1].name if before else None


def name_key(name: str) -> str:
    """Return the form in which names are compared: one spelling, single spaces, one case."""
    return " ".join(normalise_spelling(name).casefold().split())


def bearer_of(archive: Archive, words: str) -> str | None:
    """Return the id of the person whose name or id `words` are; None if they are nobody's.

    If several people have the name, it is any of them.
    """
    # Cached, because it is asked for every holder without a name.
    found: dict[str, str] | None = archive.memo.get("bearers")
    if found is None:
        people = archive.people.values()
        found = {name_key(name): one.id for one in people for name in (one.name, *one.other_names)}
        archive.memo["bearers"] = found
    return words if words in archive.people else found.get(name_key(words))


def is_no_name(words: str) -> bool:
    """Return whether words say that a name is not known: “không rõ”, “một người ở …”."""
    return not any(map(str.isalpha, words)) or bool(_NO_NAME.match(slug(words)))


def namesakes(archive: Archive) -> Mapping[str, tuple[Person, ...]]:
    """Return, for each person (id) with namesakes, all people of that name, in their order.

    They share one tuple: a list of the others for each would grow with the square of a name.
    """
    # Cached, because every list of office holders asks for it.
    found: dict[str, tuple[Person, ...]] | None = archive.memo.get("namesakes")
    if found is None:
        bearers: dict[str, list[Person]] = defaultdict(list)
        for person in archive.people.values():
            bearers[name_key(person.name)].append(person)
        found = archive.memo["namesakes"] = {
            person.id: people
            for people in map(tuple, bearers.values())
            if len(people) > 1
            for person in people
        }
    return found


def _first_day(when: Edtf | None) -> date | None:
    return (when.earliest() or when.latest()) if when else None
