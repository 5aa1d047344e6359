"""Aliases that were in use while a post was held."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.rules.terms import start_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from macros.archive import Archive, Dossier
    from macros.dates import Edtf
    from macros.model.aliases import Alias
    from macros.model.leadership import Membership


class _Span(NamedTuple):
    """The first and the last day on which something is known to have been so."""

    first: date
    last: date

    def meets(self, other: _Span) -> bool:
        """Return whether both may have been so on one day."""
        return self.first <= other.last and other.first <= self.last


def _span(dates: Iterable[Edtf | None]) -> _Span | None:
    days = [
        day for one in dates if one for day in (one.earliest(), one.latest()) if day is not None
    ]
    return _Span(min(days), max(days)) if days else None


def in_use(aliases: Iterable[Alias], dates: Iterable[Edtf | None]) -> tuple[Alias, ...]:
    """Return the aliases that were in use in the time from the first to the last of some dates.

    Nothing is guessed: an alias without dates does not count, one without an end counts only if it
    began in that time, and one that may have begun after it, or ended before it, does not count.
    """
    meant = _span(dates)
    return tuple(one for one in aliases if meant and _was_in_use(one, meant))


def _was_in_use(one: Alias, meant: _Span) -> bool:
    known = _span((one.start_date, one.end_date))
    began = one.start_date.latest() if one.start_date else None
    ended = one.end_date.earliest() if one.end_date else None
    late, early = began and began > meant.last, ended and ended < meant.first
    return known is not None and known.meets(meant) and not late and not early


def of_holder(archive: Archive, *held: Membership) -> tuple[Alias, ...]:
    """Return the aliases of a holder that were in use while the post was held."""
    person = archive.people.get(held[0].person or "")
    if person is None or not person.aliases:
        return ()
    terms = archive.memberships_of.get(person.id, ())
    of = ((dossier, one) for dossier, one in terms if any(one is other for other in held))
    return in_use(person.aliases, (day for term in of for day in days_of(archive, *term)))


def days_of(archive: Archive, dossier: Dossier, one: Membership) -> tuple[Edtf | None, ...]:
    """Return the days that are known of a membership."""
    return (start_of(archive, dossier, one), *one.attested, one.end_date)
