"""What each place on the site is about: its kind (person, document …) and organizations."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from macros.addresses.entities import folder_of
from macros.addresses.places import GLOSSARY, conflicts_page, fact_anchor, place_of
from macros.addresses.urls import address, address_of
from macros.admission.docs import GUIDE, LOOK_UP
from macros.chapter.page import LinkTarget
from macros.dates import short
from macros.messages.nouns import NOUNS
from macros.model.congresses import Congress
from macros.rules.congresses import meeting_words, numbered
from macros.rules.pictures import organizations_of
from macros.text.vietnamese import capital

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.archive import Archive, Dossier
    from macros.model.congresses import Meeting

KINDS = {
    "chapter": "Bài viết",
    "person": capital(NOUNS["person"]),
    "document": capital(NOUNS["document"]),
    "organization": capital(NOUNS["organization"]),
    "figure": capital(NOUNS["statistic"]),
    "conflict": capital(NOUNS["conflict"]),
    "term": "Thuật ngữ",
    "source": capital(NOUNS["source"]),
    "year": "Năm",
    "page": "Trang khác",
    "guide": "Hướng dẫn biên tập",
    "picture": "Ảnh",
}
"""Kind → the word that a reader filters by, in the order of the filter.

Pictures come last: a site without any has the other kinds alone.
"""

# The worth of a place in the ranking, if the words do not decide: chapters come before lists that
# repeat them, and lists before pages about the site itself.
_WEIGHT = {
    "chapter": 6,
    "person": 5,
    "document": 5,
    "organization": 5,
    "figure": 4,
    "conflict": 5,
    "term": 3,
    "source": 2,
    "picture": 4,
    "year": 4,
    "page": 0,
    "guide": 0,
}
# The editors' guide always comes last.
_GUIDE = f"{GUIDE}/"
_TERMS = address(GLOSSARY)
_YEARS = folder_of("year")
_FRONT = 9


class About(NamedTuple):
    """What a section is about: its kind, its organizations (ids), its worth from 0 to 9.

    `title` replaces the page's own title if a table only numbers its rows.
    """

    kind: str
    organizations: tuple[str, ...]
    weight: int
    title: str = ""


class Catalogue:
    """Looks up what is at an address of the site: `khoi/so-lieu/` and an anchor on it."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.entries = {
            address_of(place): (target.kind, owners)
            for target, owners in _entries(archive)
            if (place := place_of(target, archive))
        }
        self.volumes = {one.id: one.title for one in archive.volumes}
        self.conflicts = {one: address(conflicts_page(one)) for one in self.volumes}
        # By volume and anchor, because a row may be on any page of the volume.
        self.figures: set[tuple[str, str]] = set()
        self.congresses: dict[tuple[str, str], str] = {}
        for owner, volume in archive.volume_of.items():
            dossier = archive.dossiers[owner]
            for figure in dossier.observations:
                self.figures.add((volume, fact_anchor("statistic", figure.id, owner, volume)))
            # The rows of targets have their ids as anchors, whichever organization they are about.
            for table in dossier.target_sets:
                self.figures.update((volume, target.id) for target in table.targets)
            for one in dossier.meetings:
                anchor = fact_anchor("congress", one.key, owner, volume)
                self.congresses[volume, anchor] = _congress_title(dossier, one, volume)

    def about(self, page: str, anchor: str, *, first: bool) -> About:
        """Return what a section is about; `first` if it is the first one of its page."""
        if found := self.entries.get(f"{page}#{anchor}"):
            return About(found[0], found[1], _WEIGHT[found[0]])
        volume = page.split("/")[0]
        front = first and page == f"{volume}/" and volume in self.volumes
        if front and (found := self.entries.get(page)):
            return About(found[0], found[1], _FRONT)
        if (volume, anchor) in self.figures:
            return About("figure", (volume,), _WEIGHT["figure"])
        if page == self.conflicts.get(volume):
            return About("conflict", (volume,), _WEIGHT["conflict"])
        if volume in self.volumes:
            title = self.congresses.get((volume, anchor), "")
            return About("chapter", (volume,), _WEIGHT["chapter"], title)
        if found := self.entries.get(page):
            return About(found[0], found[1], _WEIGHT[found[0]] - (not first))
        if page.startswith(_GUIDE):
            return About("guide", (), _WEIGHT["guide"])
        if page.startswith(_YEARS):
            return About("year", (), _WEIGHT["year"] - (not first))
        if page == _TERMS and not first:
            return About("term", (), _WEIGHT["term"])
        return About("page", (), _WEIGHT["page"] + 3 * page.startswith(f"{LOOK_UP}/"))


def _congress_title(dossier: Dossier, meeting: Meeting, volume: str) -> str:
    """Return the full title of a congress or conference, to be shown without its table."""
    whose = "" if dossier.id == volume else f" {dossier.title}"
    if not isinstance(meeting, Congress):
        return capital(meeting_words(dossier, meeting)) + (f",{whose}" if whose else "")
    term = f", nhiệm kỳ {short(meeting.term)}" if meeting.term else ""
    return f"Đại hội{whose} lần thứ {numbered(dossier, meeting)}{term}"


def _entries(archive: Archive) -> Iterator[tuple[LinkTarget, tuple[str, ...]]]:
    """Yield every entry with a place of its own, and its volumes."""
    of_volume = archive.volume_of

    def led_by(person: str) -> set[str]:
        return {dossier.id for dossier, _ in archive.memberships_of.get(person, ())}

    def volumes(owners: set[str]) -> tuple[str, ...]:
        people = [one.id for owner in owners if (one := archive.person_of(owner))]
        every = owners.union(*map(led_by, people))
        return tuple(sorted({of_volume[one] for one in every if one in of_volume}))

    for person in archive.people:
        yield LinkTarget("person", person), volumes(led_by(person))
    for document in archive.documents:
        facts = archive.facts_on.get(document, ())
        yield LinkTarget("document", document), volumes({owner for owner, _ in facts})
    for picture in archive.pictures.values():
        yield LinkTarget("picture", picture.id), volumes(set(organizations_of(picture)))
    for source, owners in _speaking(archive).items():
        yield LinkTarget("source", source), volumes(owners)
    for dossier in archive.dossiers.values():
        yield LinkTarget("organization", dossier.id), volumes({dossier.id})


def _speaking(archive: Archive) -> Mapping[str, set[str]]:
    """Return the organizations that each source is about: the owners of the facts that cite it."""
    found: dict[str, set[str]] = defaultdict(set)
    for source in archive.sources:
        found[source] = {owner for _, owner, _ in archive.citing.get(source, ())}
    return found
