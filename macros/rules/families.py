"""Organizations that came out of one another: families, and their members in drawing order.

A family is all that changes other than transfers join: whoever merged, was divided, absorbed,
renamed. A transfer moves a part between two that both go on, and makes no family.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from macros.dates import order_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.archive import Archive
    from macros.model.changes import ChangeEvent, Participant


class Member(NamedTuple):
    """A member of a family: an organization of the archive (its id), or one named in words.

    Of one in words, `key` is made of the change and of the words, since the same words in another
    change may mean another; `label` is "" for an organization of the archive.
    """

    key: str
    label: str = ""


@dataclass(frozen=True)
class Family:
    """Organizations that came out of one another, and the changes between them in order of time.

    `members` stand so that whoever merged lies above and below what came of it: lines between
    neighbours cross as little as a list allows.
    """

    members: tuple[Member, ...]
    changes: tuple[ChangeEvent, ...]


def member_of(change: ChangeEvent, one: Participant) -> Member:
    """Return the member that a participant of a change is."""
    if one.organization:
        return Member(one.organization)
    return Member(f"{change.id}/{one.label}", one.label or "")


def families(archive: Archive) -> tuple[Family, ...]:
    """Return the families of an archive, in the order of the first dated change of each."""
    ordered = sorted(archive.changes.values(), key=lambda one: (order_key(one.since), one.id))
    joining = [one for one in ordered if one.kind != "transfer"]
    return tuple(Family(tuple(_in_rows(changes)), tuple(changes)) for changes in _together(joining))


def sides(change: ChangeEvent) -> tuple[list[Member], list[Member]]:
    """Return who was before a change, and who after it; who was both is among both."""
    before = [member_of(change, one) for one in change.participants if one.role == "from"]
    after = [member_of(change, one) for one in change.participants if one.role == "to"]
    return before, after


def _together(changes: Iterable[ChangeEvent]) -> Iterator[list[ChangeEvent]]:
    """Yield the changes of each family, in the given order."""
    family: dict[Member, list[ChangeEvent]] = {}
    for change in changes:
        members = {member_of(change, one) for one in change.participants}
        joined = {id(found): found for one in members if (found := family.get(one))}
        own: list[ChangeEvent] = [one for found in joined.values() for one in found]
        own.append(change)
        touched = members | {one for one, found in family.items() if id(found) in joined}
        family.update(dict.fromkeys(touched, own))
    place = {change.id: at for at, change in enumerate(changes)}
    distinct = {id(found): found for found in family.values()}.values()
    for found in sorted(distinct, key=lambda one: min(place[each.id] for each in one)):
        yield sorted(found, key=lambda one: place[one.id])


def _in_rows(changes: Sequence[ChangeEvent]) -> Iterator[Member]:
    """Yield the members of a family from top to bottom: origins around what they made."""
    origins: dict[Member, dict[Member, None]] = defaultdict(dict)
    members: dict[Member, None] = {}
    made: set[Member] = set()
    for change in changes:
        before, after = sides(change)
        for one in (*before, *after):
            members.setdefault(one)
        for one in after:
            origins[one].update(dict.fromkeys(each for each in before if each != one))
        made.update(one for one in before if one not in after)
    ends = [one for one in members if one not in made]
    seen: set[Member] = set()
    for one in (*ends, *members):
        yield from _around(one, origins, seen)


def _around(
    member: Member, origins: Mapping[Member, Iterable[Member]], seen: set[Member]
) -> Iterator[Member]:
    """Yield a member between its origins, each of them between its own."""
    if member in seen:
        return
    seen.add(member)
    before = []
    for one in origins.get(member, ()):
        if one not in seen:
            before.append(tuple(_around(one, origins, seen)))
    rows = [len(one) for one in before]
    half = min(range(len(rows) + 1), key=lambda at: abs(sum(rows[:at]) - sum(rows[at:])))
    for group in before[:half]:
        yield from group
    yield member
    for group in before[half:]:
        yield from group
