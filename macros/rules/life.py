"""The life of an organization: the days that mark it, and when it ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from macros.archive import Archive, Dossier
from macros.dates import Edtf
from macros.model.changes import ChangeEvent
from macros.model.leadership import Membership


class End(NamedTuple):
    """The end of an organization, and what happened then, in words that follow "khi"."""

    date: Edtf
    words: str


ENDING_CHANGES = ("merger", "absorption", "split")
"""The kinds of change that end an organization which takes part in them as a whole."""


def end_of(archive: Archive, dossier: Dossier) -> End | None:
    """Return when an organization ended; None if nothing says so.

    Without a dissolution, it is the first merger, absorption or division in which it took part as a
    whole, or without a stated extent. If only a part of it did, the organization continues.
    """
    ending = dossier.organization.ending
    if ending and ending.date:
        return End(ending.date, "tổ chức kết thúc")
    # In order of time.
    for one in archive.changes_of.get(dossier.id, ()):
        if one.since and one.kind in ENDING_CHANGES and _ends_in(one, dossier.id):
            absorbed = one.kind == "absorption"
            words = "sáp nhập vào tổ chức khác" if absorbed else "được hợp nhất hoặc chia tách"
            return End(one.since, f"tổ chức {words}")
    return None


def _ends_in(change: ChangeEvent, organization: str) -> bool:
    sides = [one for one in change.participants if one.organization == organization]
    return all(one.role == "from" and one.extent in {None, "whole"} for one in sides)


def milestones(archive: Archive, dossier: Dossier, membership: Membership) -> Iterator[Edtf]:
    """Yield the days from which the start of a term may be inferred.

    They are those of the organization and of the bodies above it: foundings, names, congresses,
    changes; and the other terms of the organization.
    """
    waiting = [dossier.id]
    seen: set[str] = set()
    while waiting:
        current = archive.dossiers.get(waiting.pop(0))
        if current and current.id not in seen:
            seen.add(current.id)
            yield from _own_days(archive, current)
            waiting.extend(current.organization.above)
    for other in dossier.memberships:
        if other is not membership:
            yield from filter(None, (other.start_date, other.end_date, *other.attested))


def _own_days(archive: Archive, dossier: Dossier) -> Iterator[Edtf]:
    organization = dossier.organization
    for turn in organization.turns:
        yield from filter(None, (turn.date, turn.operating_from))
    for name in organization.names:
        yield from filter(None, (name.start_date, name.end_date))
    for belonging in organization.belongings:
        yield from filter(None, (belonging.start_date, belonging.end_date))
    for meeting in dossier.meetings:
        yield from filter(None, (meeting.days,))
    for change in archive.changes_of.get(dossier.id, ()):
        yield from filter(None, (change.date, change.effective_date))
