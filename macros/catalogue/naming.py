"""Whom the macros name that show more than their arguments say: tables of leaders, lists, pictures.

A page of a person lists every chapter that names the person, so each macro says whom it names. A
test compares that with the links on the pages as built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.rules.chronicle import of_volume
from macros.rules.congresses import in_term
from macros.rules.posts import is_member
from macros.rules.terms import last_of, tenures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from macros.archive import Archive, Dossier
    from macros.chapter.page import Context
    from macros.model.congresses import Meeting
    from macros.rules.chronicle import Moment

    Arguments = Mapping[str, Any]
    Named = Iterator[tuple[str, str]]


def holders(context: Context[Archive], arguments: Arguments) -> Named:
    """Yield everybody in a post of the organization, or in the one that is asked for."""
    post = arguments.get("post")
    for one in _dossiers(context):
        yield from _people(m.person for m in one.memberships if post in (None, m.post))


def leaders(context: Context[Archive], _: Arguments) -> Named:
    """Yield everybody in a post of the organization that is not one seat among many."""
    for one in _dossiers(context):
        held = one.memberships
        yield from _people(m.person for m in held if not is_member(context.archive, m.post))


def last_holders(context: Context[Archive], _: Arguments) -> Named:
    """Yield the last known holder of each post with one seat."""
    archive = context.archive
    for one in _dossiers(context):
        for role in archive.roles.values():
            held = tenures(archive, one, role.id)
            if role.seats == 1 and held:
                yield from _people([last_of(held).person])


def of_congress(context: Context[Archive], arguments: Arguments) -> Named:
    """Yield the officers of the term of a congress."""
    for one in _dossiers(context):
        meeting = one.congress(str(arguments.get("ordinal")))
        yield from _in_terms(context, one, [meeting] if meeting else ())


def of_congresses(context: Context[Archive], _: Arguments) -> Named:
    """Yield the officers of the terms of all congresses and conferences."""
    for one in _dossiers(context):
        yield from _in_terms(context, one, one.meetings)


def in_events(context: Context[Archive], _: Arguments) -> Named:
    """Yield the people of the events of the organization."""
    for one in _dossiers(context):
        yield from _people(person for event in one.events for person in event.people)


def in_chronicle(context: Context[Archive], _: Arguments) -> Named:
    """Yield everybody and every organization that the chronology of a volume names."""
    archive = context.archive
    for one in _dossiers(context):
        for moment in of_volume(archive, one.id):
            yield from _in_moment(archive, moment)
        for each in archive.family(one.id) or (one,):
            yield from _people(person for event in each.events for person in event.people)
            for meeting in each.meetings:
                held = in_term(archive, each, meeting)
                there = (m for m, at in held if at and not is_member(archive, m.post))
                yield from _people(m.person for m in there) if meeting.days else ()


def _in_moment(archive: Archive, moment: Moment) -> Named:
    """Yield whom a line of a chronology names, and which organizations."""
    if moment.kind == "post":
        yield from _people([getattr(moment.fact, "person", None)])
    for one in getattr(moment.fact, "participants", ()):
        if one.organization:
            yield "organization", one.organization
    if moment.kind != "document" and moment.owner in archive.dossiers:
        yield "organization", moment.owner


def on_roll(context: Context[Archive], arguments: Arguments) -> Named:
    """Yield the people on a roll who have an entry."""
    for one in _dossiers(context):
        rolls = (roll for roll in one.rolls if roll.id == arguments.get("roll"))
        yield from _people(row.person for roll in rolls for row in roll.rows)


def in_lineage(context: Context[Archive], _: Arguments) -> Named:
    """Yield the organizations of all changes that led to the organization, or followed."""
    of = context.archive.changes_of
    waiting = [one.id for one in _dossiers(context)]
    seen = set(waiting)
    while waiting:
        for change in of.get(waiting.pop(), ()):
            for each in (one.organization for one in change.participants):
                if each and each not in seen:
                    seen.add(each)
                    waiting.append(each)
                    yield "organization", each


def in_changes(context: Context[Archive], _: Arguments) -> Named:
    """Yield the organizations of all changes of the site."""
    for change in context.archive.changes.values():
        for each in change.participants:
            if each.organization:
                yield "organization", each.organization


def in_pictures(context: Context[Archive], pictures: Iterable[str]) -> Named:
    """Yield the people in pictures."""
    for one in filter(None, map(context.archive.pictures.get, pictures)):
        yield from _people(who.person for who in one.people)


def _dossiers(context: Context[Archive]) -> Iterator[Dossier]:
    """Yield the organization of a call, if it exists."""
    if dossier := context.archive.dossiers.get(context.organization or ""):
        yield dossier


def _in_terms(context: Context[Archive], dossier: Dossier, meetings: Iterable[Meeting]) -> Named:
    for meeting in meetings:
        held = in_term(context.archive, dossier, meeting)
        yield from _people(membership.person for membership, _ in held)


def _people(people: Iterable[str | None]) -> Named:
    for person in people:
        if person:
            yield "person", person
