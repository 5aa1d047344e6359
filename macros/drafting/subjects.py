"""Which organization of a source a wording names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.evidence.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.drafting.reading import Reading

_LEAST = 3
"""So many syllables of a name must stand together for a mention within a text."""
_LONG_END = 5
"""With so many last syllables of a name, those in its middle may be missing."""


def matching(reading: Reading, body: str) -> Iterator[str]:
    """Yield the organizations that a wording names: it begins like one of their names.

    “Ban” may be missing in front: “Trưởng ban Tuyên giáo” heads a “Ban Tuyên giáo”.
    """
    typed = words(body)
    for lead in ((), ("ban",)):
        wanted = (*lead, *typed)
        for organization, name in reading.names:
            if typed and _names(wanted, name):
                yield organization


def _names(wanted: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if name[: len(wanted)] == wanted:
        return True
    end = wanted[1:]
    return len(end) >= _LONG_END and wanted[:1] == name[:1] and name[-len(end) :] == end


def mentioned(reading: Reading, text: str, *, whole: bool = False) -> Iterator[str]:
    """Yield the organizations that a text names, the last one first.

    Of two names that begin alike (“phường Mây”, “phường Mây Thượng”) the one of the organization
    that the source is about before all comes first; with `whole` the longer one that stands whole.
    """
    keys = words(text)
    places: dict[str, tuple[int, int]] = {}
    for organization, name in reading.names:
        least = min(_LEAST, len(name))
        for at in range(len(keys) - least, -1, -1):
            if keys[at : at + least] == name[:least]:
                own = len(name) if whole and keys[at : at + len(name)] == name else 0
                place = at, own
                places[organization] = max(places.get(organization, (-1, 0)), place)
                break
    yield from sorted(places, key=lambda one: places[one], reverse=True)


def subject(reading: Reading, text: str, *, whole: bool = False) -> str:
    """Return the organization that was named last in a text, else the main one of the source."""
    return next(mentioned(reading, text, whole=whole), reading.main)
