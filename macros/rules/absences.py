"""The times in which an organization was not there, between two of its lives."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.dates import certainly_before

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from macros.dates import Edtf
    from macros.model.lives import Founding, Life
    from macros.model.organization import Organization


class Absence(NamedTuple):
    """The time between the end of one life and the beginning of the next."""

    end: Founding
    begin: Founding

    @property
    def surely(self) -> tuple[date, date] | None:
        """The last day that may belong to the life before, and the first of the one after.

        Between them the organization surely was not there. None if that is unknown.
        """
        last = self.end.date.certain_latest() if self.end.date else None
        first = self.begin.date.certain_earliest() if self.begin.date else None
        return (last, first) if last and first else None


def absences(organization: Organization) -> tuple[Absence, ...]:
    """Return the times between the lives of an organization; none if it had only one."""
    return tuple(
        Absence(before.dissolution, after.founding)
        for before, after in pairwise(organization.spans)
        # A check reports a missing side.
        if before.dissolution and after.founding
    )


def between(
    organization: Organization, before: int | None, after: int | None
) -> tuple[Absence, ...]:
    """Return the absences between two lives, counted from 0; none if one of them is unknown."""
    return () if before is None or after is None else absences(organization)[before:after]


def has_end(organization: Organization, day: Edtf | None) -> bool:
    """Return whether the life in which an organization was on a day has an end.

    If it is unknown in which life the day was, the end of any life counts.
    """
    spans = organization.spans
    at = life_at(spans, day)
    known = spans if at is None else spans[at : at + 1]
    return any(one.dissolution for one in known)


def life_at(spans: Sequence[Life], day: Edtf | None) -> int | None:
    """Return in which of its lives an organization was on a day; None if that is unknown.

    A day on which it surely was not there counts for the life before.
    """
    if len(spans) == 1:
        return 0
    if day is None:
        return None
    started = [
        at
        for at, span in enumerate(spans)
        if at
        and span.founding
        and span.founding.date
        and not certainly_before(day, span.founding.date)
    ]
    return max(started, default=0)
