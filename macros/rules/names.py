"""The name of an organization on a day."""

from __future__ import annotations

from macros.archive import Dossier
from macros.dates import Edtf


def name_before(dossier: Dossier, change: Edtf | None) -> str | None:
    """Return the name before a renaming; None if unknown."""
    day = change.earliest() or change.latest() if change else None
    if day is None:
        return None
    starts = ((name, name.start_date) for name in dossier.names_of("organization"))
    before = [
        name
        for name, start in starts
        if start is None or (first := start.earliest() or start.latest()) is None or first < day
    ]
    return before[-1].short_name or before[-1].name if before else None


def name_on(dossier: Dossier, date: Edtf | None, *, full: bool = False) -> str:
    """Return the organization's name on a date; its short name if none is known."""
    name = dossier.name_on(date)
    if name is None:
        return dossier.title
    return name.name if full or not name.short_name else name.short_name
