"""What happened to a person after a term ended: in which order, and with which term it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.dates import certainly_before, order_key
from macros.model.career_codes import LATER_KINDS

if TYPE_CHECKING:
    from macros.archive import Archive
    from macros.model.leadership import Membership
    from macros.model.people import Later, Person


def in_order(person: Person) -> tuple[Later, ...]:
    """Return what happened to a person later, in order of time; what has no date comes last."""
    return tuple(sorted(person.later, key=lambda one: order_key(one.date)))


def told_with(archive: Archive, membership: Membership) -> tuple[Later, ...]:
    """Return what a reader of a membership must also know: somebody expelled was restored later.

    Such a fact is shown with the memberships whose end it answers, or if there are none, with the
    last one that began before it.
    """
    person = archive.people.get(membership.person or "")
    if person is None or not person.later:
        return ()
    held = [one for _, one in archive.memberships_of.get(person.id, ())]
    return tuple(
        one for one in in_order(person) if any(of is membership for of in _terms(one, held))
    )


def answered(one: Later, held: list[Membership]) -> list[Membership]:
    """Return the memberships, of those of the person, whose end a fact answers."""
    return [of for of in held if of.end_reason in LATER_KINDS.entry(one.kind).ends]


def _terms(one: Later, held: list[Membership]) -> list[Membership]:
    if found := answered(one, held):
        return found
    started = [of for of in held if not certainly_before(one.date, of.start_date)]
    return started[-1:]
