"""The view of a person's posts as bars on one axis, a row for each post of an organization.

What is drawn for a time in a post is that of :mod:`macros.views.timeline`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros.archive import Archive, Dossier
from macros.dates import order_key
from macros.rules.congresses import above
from macros.rules.names import name_on
from macros.rules.terms import Tenure, tenures
from macros.rules.titles import titled
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Page, post_beside
from macros.views.leadership import marked_term
from macros.views.timeline import TAIL, Axis, Key, Shape, Tick, legend_of, shapes_of, tick

_ROOM = 12
"""The part of the axis, one in so many, that is left free behind an unknown end."""


@dataclass(frozen=True)
class CareerRow:
    """A post in an organization, the times in it in words, and what is drawn of them."""

    post: str
    organization: str
    terms: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Career:
    """The posts of a person over a common axis, with the congresses where all had the same."""

    rows: tuple[CareerRow, ...]
    years: tuple[Tick, ...]
    congresses: tuple[Tick, ...]
    legend: tuple[Key, ...]
    founded: None = None
    """A career has no founding; the picture of an organization has."""


Held = tuple[Dossier, Tenure]
"""A time in a post, and the organization."""


def held_by(archive: Archive, person: str) -> list[Held]:
    """Return each time of a person in a post with its organization, in order of time."""
    owners = {d.id: d for d, _ in archive.memberships_of.get(person, ())}
    found = [
        (dossier, tenure)
        for dossier in owners.values()
        for tenure in tenures(archive, dossier)
        if tenure.person == person
    ]
    return sorted(found, key=lambda one: order_key(one[1].known_start))


def career(page: Page, held: Sequence[Held]) -> Career | None:
    """Return the picture of the times in posts; None if no day of them is known."""
    axis = _axis([tenure for _, tenure in held])
    rows: dict[tuple[str, str, str], list[Held]] = defaultdict(list)
    for dossier, tenure in held:
        rows[dossier.id, tenure.post, tenure.capacity or ""].append((dossier, tenure))
    drawn = tuple(_row(page, own, axis) for own in rows.values())
    kinds = {shape.kind for row in drawn for shape in row.shapes}
    if not kinds:
        return None
    met = {owner.id: owner for owner in (_met_for(page.archive, d) for d, _ in held) if owner}
    congresses = _congresses(next(iter(met.values())), axis) if len(met) == 1 else ()
    return Career(drawn, axis.ticks(), congresses, legend_of(kinds))


def _axis(held: Sequence[Tenure]) -> Axis:
    """Return the axis of the times, with some room behind if the end of one is unknown."""
    axis = Axis.over(held, None)
    if all(one.end for one in held):
        return axis
    room = max((axis.last.year - axis.first.year) // _ROOM, 1)
    return Axis(axis.first, date(axis.last.year + room, 12, 31))


def _row(page: Page, held: Sequence[Held], axis: Axis) -> CareerRow:
    dossier, first = held[0]
    name = name_on(dossier, first.known_start)
    label = page.archive.role_label(first.post)
    return CareerRow(
        post=capital(titled(post_beside(label, name), first.capacity)),
        organization=capital(name),
        terms=keep_together("; ".join(marked_term(tenure) for _, tenure in held)),
        shapes=tuple(shape for _, one in held for shape in shapes_of(one, axis, TAIL)),
    )


def _met_for(archive: Archive, dossier: Dossier) -> Dossier | None:
    """Return whose congresses elected to the posts of an organization, if any did."""
    owners = (dossier, *above(archive, dossier))
    return next((one for one in owners if one.congresses), None)


def _congresses(dossier: Dossier, axis: Axis) -> tuple[Tick, ...]:
    return tuple(
        tick(axis.at(day), one.ordinal)
        for one in dossier.congresses
        if one.days and (day := one.days.earliest()) and axis.holds(day)
    )
