"""Which pictures belong to a person, a congress, an organization or a time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from macros.archive import split_reference
from macros.dates import certainly_before, order_key
from macros.model.picture_codes import LICENCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from macros.archive import Archive
    from macros.dates import Edtf
    from macros.model.pictures import Picture

DECADES = "pictures"
"""The kind of links to the look-up pages of pictures, one for each ten years."""
UNDATED = "chua-ro-nam"
"""The page of the pictures without a date."""
EVERY = "muc-luc"
"""The page that lists all pictures."""
_MEMO = "pictures of people"
_SHOWING = "pictures of facts"


def anchor_of(identifier: str, *, together: bool = False) -> str:
    """Return the place of a picture on a page: by itself, or `together` with others."""
    return f"{'bo-' if together else ''}anh-{identifier}"


def decade_of(picture: Picture) -> str:
    """Return the page on which a picture stands: `nam-1950` for those of 1950 to 1959."""
    day = picture.date.earliest() or picture.date.latest() if picture.date else None
    return f"nam-{day.year // 10 * 10}" if day else UNDATED


def decade_words(decade: str) -> str:
    """Return the title of such a page: “1950–1959”."""
    if decade == UNDATED:
        return "Chưa rõ năm"
    first = int(decade.removeprefix("nam-"))
    return f"{first}–{first + 9}"


def pictures_showing(archive: Archive, fact: str) -> tuple[Picture, ...]:
    """Return the pictures that show a congress or an event, `organization/id`, in order of time."""
    found: Mapping[str, tuple[Picture, ...]] | None = archive.memo.get(_SHOWING)
    if found is None:
        by_fact: dict[str, list[Picture]] = defaultdict(list)
        for one in in_order(archive.pictures.values()):
            for shown in dict.fromkeys(one.shows):
                by_fact[shown].append(one)
        found = {fact: tuple(pictures) for fact, pictures in by_fact.items()}
        archive.memo[_SHOWING] = found
    return found.get(fact, ())


def in_order(pictures: Iterable[Picture]) -> tuple[Picture, ...]:
    """Return pictures in order of time, those without a date last."""
    return tuple(sorted(pictures, key=lambda one: (order_key(one.date), one.id)))


def pictures_of_people(archive: Archive) -> Mapping[str, tuple[Picture, ...]]:
    """Return the pictures of each person who is in any, in order of time."""
    found: Mapping[str, tuple[Picture, ...]] | None = archive.memo.get(_MEMO)
    if found is None:
        by_person: dict[str, list[Picture]] = defaultdict(list)
        for one in in_order(archive.pictures.values()):
            for person in dict.fromkeys(who.person for who in one.people if who.person):
                by_person[person].append(one)
        found = {person: tuple(pictures) for person, pictures in by_person.items()}
        archive.memo[_MEMO] = found
    return found


def portrait_of(archive: Archive, person: str) -> Picture | None:
    """Return the portrait of a person, the latest of several; None if there is none."""
    return _latest(_portraits(archive, person))


def open_portrait_of(archive: Archive, person: str) -> Picture | None:
    """Return the latest portrait of a person that anybody may publish again; None for none."""
    portraits = _portraits(archive, person)
    return _latest([one for one in portraits if LICENCES.entry(one.licence).open])


def _portraits(archive: Archive, person: str) -> list[Picture]:
    return [one for one in pictures_of_people(archive).get(person, ()) if one.kind == "portrait"]


def _latest(pictures: Sequence[Picture]) -> Picture | None:
    """Return the last of some pictures in order of time; one without a date only if all are."""
    dated = [one for one in pictures if one.date]
    return (dated or pictures)[-1] if pictures else None


def pictures_of_congress(archive: Archive, organization: str, key: str) -> tuple[Picture, ...]:
    """Return the pictures that show a congress, in order of time."""
    dossier = archive.dossiers.get(organization)
    congress = dossier.congress(key) if dossier else None
    return pictures_showing(archive, f"{organization}/{congress.id}") if congress else ()


def pictures_in(archive: Archive, period: Edtf, organization: str | None) -> tuple[Picture, ...]:
    """Return the pictures that may be of a period, in order of time.

    With an organization, those of its own, or of its volume if it has one.
    """
    owners = _owners(archive, organization) if organization else None
    return in_order(
        one
        for one in archive.pictures.values()
        if one.date
        and not certainly_before(one.date, period)
        and not certainly_before(period, one.date)
        and (owners is None or owners & organizations_of(one))
    )


def organizations_of(picture: Picture) -> frozenset[str]:
    """Return the organizations that a picture is about, and those whose events it shows."""
    owners = (split_reference(one, "")[0] for one in picture.shows)
    return frozenset((*picture.organizations, *owners))


def _owners(archive: Archive, organization: str) -> frozenset[str]:
    family = archive.family(organization)
    return frozenset((organization, *(one.id for one in family)))
