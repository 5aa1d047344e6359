"""The years in which sources show a person in posts, or in events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.rules.fact_dates import date_of
from macros.rules.terms import start_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive
    from macros.dates import Edtf


def years_of(archive: Archive, person: str) -> str:
    """Return the first and the last year that any fact of a person names: “1996–2008”; "" for none.

    They bound what is told, not a life.
    """
    years = sorted(
        day.year
        for one in _dates(archive, person)
        for day in (one.earliest() or one.latest(), one.latest() or one.earliest())
        if day
    )
    if not years:
        return ""
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def _dates(archive: Archive, person: str) -> Iterator[Edtf]:
    for dossier, one in archive.memberships_of.get(person, ()):
        sides = (start_of(archive, dossier, one), one.end_date, *one.attested)
        yield from filter(None, sides)
    for owner, fact in archive.naming.get(person, ()):
        if day := date_of(archive, archive.dossiers[owner], fact, end=False):
            yield day
