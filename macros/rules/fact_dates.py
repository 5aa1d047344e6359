"""When a fact was: its date, whether a source states it, and the citations for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.congresses import Meeting
from macros.model.leadership import Membership
from macros.rules.inferred import is_inferred as is_value_inferred
from macros.rules.terms import start_basis, start_of

if TYPE_CHECKING:
    from macros.archive import Archive, Dossier
    from macros.dates import Edtf
    from macros.model.base import Fact
    from macros.model.citations import Citation

_DATES = ("start_date", "date", "dates", "sessions", "period")


def date_of(archive: Archive, dossier: Dossier, fact: Fact, *, end: bool) -> Edtf | None:
    """Return when a fact was or began, or with `end` when it ended; None if it has no date."""
    if end:
        ended: Edtf | None = getattr(fact, "end_date", None)
        return ended
    if isinstance(fact, Membership):
        return start_of(archive, dossier, fact)
    if isinstance(fact, Meeting):
        return fact.days
    return next((date for name in _DATES if (date := getattr(fact, name, None))), None)


def is_inferred(archive: Archive, dossier: Dossier, fact: Fact, *, end: bool) -> bool:
    """Return whether no source states the date that :func:`date_of` returns."""
    if end:
        return is_value_inferred(fact, "end_date")
    if isinstance(fact, Membership):
        return start_basis(archive, dossier, fact) == "inferred"
    given = next((name for name in _DATES if getattr(fact, name, None)), "")
    return is_value_inferred(fact, given)


def cited_for_date(fact: Fact, *, end: bool) -> tuple[Citation, ...]:
    """Return the citations for a fact's date."""
    if end:
        return getattr(fact, "end_cite", None) or fact.cite_for.get("end_date", fact.cite)
    own = (fact.cite_for[name] for name in _DATES if name in fact.cite_for)
    return next(own, fact.cite)
