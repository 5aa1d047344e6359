"""Up to when sources tell of an organization: what they say is not said of today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from macros.dates import certainly_before, say_with_day
from macros.model.base import citations_of
from macros.rules.life import end_of

if TYPE_CHECKING:
    from macros.archive import Archive, Dossier
    from macros.dates import Edtf
    from macros.rules.life import End

STOPS = "Tài liệu dừng ở"
"""Before the day up to which all that is kept tells of an organization."""

UNTOLD = "Tài liệu dừng"
"""The kind of this gap, for an organization that ended later."""


class Told(NamedTuple):
    """Up to when sources tell of an organization, and its end, if that is later."""

    until: Edtf
    end: End | None


def told(archive: Archive, dossier: Dossier) -> Told | None:
    """Return up to when sources tell of an organization.

    None if they tell of it until its end, or nothing but its name. A source that is cited only for
    its end, such as a law, tells nothing else of it.
    """
    until = told_until(archive, dossier)
    end = end_of(archive, dossier)
    if until is None or (end and not certainly_before(until, end.date)):
        return None
    return Told(until, end)


def told_until(archive: Archive, dossier: Dossier) -> Edtf | None:
    """Return the latest time up to which any source of the facts about an organization speaks.

    None if these facts are only its names, seats, superiors, areas and lives.
    """
    of = dossier.organization
    bare = {id(one) for one in (*of.names, *of.aliases, *of.headquarters, *of.belongings)}
    bare.update(id(one) for one in of.turns)
    cited = {
        citation.source
        for fact in dossier.each_fact()
        if id(fact) not in bare
        for citation in citations_of(fact)
    }
    ends = [archive.sources[one].speaks_until for one in cited if one in archive.sources]
    return max(ends, key=lambda one: one.latest() or date.min, default=None)


def untold_words(found: Told) -> str:
    """Return the time before the end of an organization of which nothing tells; "" without an end.

    “Tài liệu dừng ở ngày 14/09/2024, tổ chức kết thúc ngày 01/07/2025”.
    """
    if found.end is None:
        return ""
    ended = f"{found.end.words} {say_with_day(found.end.date)}"
    return f"{STOPS} {say_with_day(found.until)}, {ended}"
