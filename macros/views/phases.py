"""The phases of an organization in a picture of its lineage: where one ends and the next begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.dates import order_key
from macros.rules.absences import Absence, absences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.archive import Dossier
    from macros.dates import Edtf
    from macros.model.changes import ChangeEvent


class Break(NamedTuple):
    """Where a phase ends: the change by which the next one begins, or the absence before it."""

    since: Edtf | None
    changes: tuple[str, ...] = ()
    absence: Absence | None = None


def breaks_of(dossier: Dossier | None, changes: Sequence[ChangeEvent]) -> list[Break]:
    """Return the breaks of an organization in order of time.

    They are its new names, its later lives, and where it took others in, of one day together.
    """
    found = [Break(one.since, (one.id,)) for one in changes if one.kind == "renaming"]
    taken: dict[Edtf | str, list[ChangeEvent]] = {}
    for one in changes:
        if dossier and absorbs(one, dossier.id):
            taken.setdefault(one.since or one.id, []).append(one)
    for same in taken.values():
        found.append(Break(same[0].since, tuple(one.id for one in same)))
    for absence in absences(dossier.organization) if dossier else ():
        found.append(Break(absence.begin.date or absence.end.date, absence=absence))
    return sorted(found, key=lambda one: order_key(one.since))


def absorbs(change: ChangeEvent, organization: str) -> bool:
    """Return whether an organization takes others in by a change, and stays."""
    sides = (one.role for one in change.participants if one.organization == organization)
    return change.kind == "absorption" and "to" in sides


def phase_at(breaks: Sequence[Break], change: ChangeEvent, role: str) -> int:
    """Return the phase, counted from 0, in which an organization takes part in a change.

    In a change that breaks it, those of the side `to` are in the phase after it. Without a date of
    the change it is unknown which phase it was: take the first.
    """
    for at, one in enumerate(breaks):
        if change.id in one.changes:
            return at + (role == "to")
    if change.since is None:
        return 0
    day = order_key(change.since)
    begun = [one for one in breaks if order_key(one.since) < day or _restores(one, change)]
    return len(begun)


def _restores(one: Break, change: ChangeEvent) -> bool:
    return change.kind == "restoration" and one.absence is not None and one.since == change.since
