"""Which other posts somebody held when a tenure began, as far as they are memberships of the data.

Pages show such a post beside the tenure, not as an earlier one. It counts if it was surely held on
the first known day of the tenure: a source tells of both, or it lasted from before to after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from macros.rules.inferred import is_inferred
from macros.rules.terms import Tenure, tenures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive, Dossier
    from macros.dates import Edtf


class Concurrent(NamedTuple):
    """A tenure that was held at the same time as another; `inferred`: no source states so."""

    dossier: Dossier
    tenure: Tenure
    inferred: bool


def concurrent_tenures(archive: Archive, tenure: Tenure) -> Iterator[Concurrent]:
    """Yield the other tenures of the same person that surely included the day when this began."""
    day = tenure.known_start
    if tenure.person is None or day is None:
        return
    owners = {d.id: d for d, _ in archive.memberships_of.get(tenure.person, ())}
    for dossier in owners.values():
        for other in tenures(archive, dossier):
            if other.person != tenure.person or other.post == tenure.post:
                continue
            if day in other.attested:
                inferred = any(is_inferred(one, "attested") for one in other.memberships)
                yield Concurrent(dossier, other, inferred)
            elif day in (other.start, other.lasted):
                yield Concurrent(dossier, other, day == other.start and other.infers_start)
            elif _lasted_over(other, day):
                yield Concurrent(dossier, other, other.infers_start or other.infers_end)


def _lasted_over(other: Tenure, day: Edtf) -> bool:
    first, last = day.certain_earliest(), day.certain_latest()
    if other.end is None or other.end == day or first is None or last is None:
        return False
    return other.term.covers(first) == other.term.covers(last) == "certain"
