"""The place of each thing that can be linked to: a page and an anchor on it.

Addresses are permanent: they follow from ids, which are never renamed. People and
organizations have pages of their own (:mod:`macros.addresses.entities`); lists that
grow with the data are split by a fixed rule (people by the initial of their given
name, documents by issuer, one page per source), so that addresses stay valid when
the site grows a hundredfold.
"""

from __future__ import annotations

from typing import NamedTuple

from macros.addresses.entities import ENTITIES, with_pages
from macros.admission.docs import GUIDE, LOOK_UP
from macros.archive import Archive
from macros.chapter.page import LinkTarget
from macros.rules.chronicle import decade_of as decade_of_year
from macros.rules.pictures import DECADES, anchor_of, decade_of
from macros.text.vietnamese import is_id

YEARS = f"{LOOK_UP}/theo-nam.md"
GLOSSARY = f"{LOOK_UP}/thuat-ngu.md"
OFFICE_HOLDERS = f"{LOOK_UP}/theo-ngay.md"
LINEAGES = f"{LOOK_UP}/dong-chay.md"
OPEN_DATA = f"{LOOK_UP}/du-lieu-mo.md"
FIGURES = f"{LOOK_UP}/so-lieu.md"
ORGANIZATIONS = f"{LOOK_UP}/to-chuc.md"
VERIFICATION = f"{LOOK_UP}/kiem-chung.md"
"""The look-up pages written by editors that the program itself refers to."""


class Family(NamedTuple):
    """Pages made by rule from the data, all in one folder under the look-up pages.

    `kind` is that of the links to them; `data` the folder of data/ with a file for each, or "";
    `listed` the folder of the page that lists them, if that is another.
    """

    kind: str
    folder: str
    data: str = ""
    listed: str = ""


FAMILIES = (
    Family("people", "nhan-vat"),
    Family("issuer", "van-ban", "documents"),
    Family("source", "nguon", "sources"),
    Family("comparison", "so-sanh"),
    Family("gaps", "khoang-trong"),
    Family("holders", "theo-ngay"),
    Family(DECADES, "hinh-anh"),
    *(Family(one.kind, one.folder, one.data, one.listed) for one in ENTITIES),
)
_BY_KIND = {family.kind: family for family in FAMILIES}
_PREFIXES = {"issuer": "loai-", "source": "doan-"}
"""What an anchor on a page begins with: a kind of documents, a paragraph."""
READING = "doc"
"""The part of a source's page that says whether its text is there, else how to ask for it."""
_BY_FOLDER = {family.folder: family for family in FAMILIES}
_LETTERS = _BY_KIND["people"]
"""In one folder with the people: a page of one letter lists those filed under it."""


CARD_FOLDERS = tuple(
    dict.fromkeys(
        f"{LOOK_UP}/{folder}/" for one in ENTITIES for folder in (one.folder, one.listed) if folder
    )
)
"""The folders whose pages have a file of cards each: of people, organizations, documents."""


APART = tuple(f"{folder}/" for folder in (LOOK_UP, GUIDE))
"""The folders of the site that are no volumes, each of which has a card at its first page."""


def in_card_folder(page: str) -> bool:
    """Return whether a page under docs/ has cards for whoever points at a link to it."""
    return page.startswith(CARD_FOLDERS) and not page.endswith("/index.md")


def is_volume_page(page: str) -> bool:
    """Return whether a page under docs/ is the first of a volume, which has a card of it."""
    folder, _, name = page.partition("/")
    return name == "index.md" and f"{folder}/" not in APART


def page_of(kind: str, identifier: str) -> str:
    """Return the page of one thing of a family: `tra-cuu/nguon/ky-yeu.md`."""
    return f"{LOOK_UP}/{_BY_KIND[kind].folder}/{identifier}.md"


def family_of(page: str) -> Family | None:
    """Return the family that a page belongs to; None for one that editors write."""
    folder, _, name = page.rpartition("/")
    above, _, own = folder.rpartition("/")
    if above != LOOK_UP or name == "index.md":
        return None
    if own == _LETTERS.folder and len(name.removesuffix(".md")) == 1:
        return _LETTERS
    return _BY_FOLDER.get(own)


def listing_of(page: str) -> tuple[str, ...]:
    """Return where a page of a family may be listed: `tra-cuu/nguon/index.md`, `tra-cuu/nguon.md`.

    The last is the page of all look-up pages.
    """
    folder = page.rpartition("/")[0]
    if (family := family_of(page)) and family.listed:
        folder = f"{LOOK_UP}/{family.listed}"
    return (f"{folder}/index.md", f"{folder}.md", f"{LOOK_UP}/index.md")


class Place(NamedTuple):
    """A page under docs/ (`tra-cuu/nguon/ky-yeu.md`) and an anchor on it, or ""."""

    page: str
    anchor: str = ""


def initial_of(person_id: str) -> str:
    """Return the letter under which a person is filed: the initial of the given name."""
    words = [word for word in person_id.split("-") if word[:1].isalpha()]
    return words[-1][0]


def place_of(target: LinkTarget, archive: Archive) -> Place | None:
    """Return the place of `target`, or None if the site has no page for it."""
    if target.kind == "page":
        path, _, anchor = target.id.partition("#")
        return Place(path, anchor)
    if target.id in with_pages(archive, target.kind):
        return Place(page_of(target.kind, target.id))
    if target.kind == "person":
        return entry_of(target.id)
    if target.kind == "picture":
        picture = archive.pictures.get(target.id)
        page = page_of(DECADES, decade_of(picture)) if picture else ""
        return Place(page, anchor_of(target.id)) if page else None
    if target.kind == "year":
        decade = decade_of_year(int(target.id))
        known = decade in with_pages(archive, "decade")
        return Place(page_of("decade", decade), f"nam-{target.id}") if known else None
    if target.kind == "document":
        return listed_at(target.id, archive)
    if target.kind == "statistic":
        return _place_of_statistic(target, archive)
    if target.kind == "target":
        return _place_of_target(target, archive)
    if target.kind in _BY_KIND and target.kind != "organization":
        anchor = _PREFIXES.get(target.kind, "") + target.part if target.part else ""
        return Place(page_of(target.kind, target.id), anchor)
    return _place_in_volume(target, archive)


def entry_of(person: str) -> Place:
    """Return where a person stands in the list of a letter, also one with a page."""
    return Place(page_of("people", initial_of(person)), person)


def listed_at(document: str, archive: Archive) -> Place | None:
    """Return where a document stands in its issuer's list, also one with a page."""
    issuer = archive.issuer_of.get(document)
    return Place(page_of("issuer", issuer.id), document) if issuer else None


def source_anchor(part: str) -> str:
    """Return the anchor of a paragraph of a source, by its number, or of READING."""
    return _PREFIXES["source"] + part


def text_file(source: str) -> str:
    """Return the path on the site of the text of a source that may be published."""
    return f"data/sources/{source}.txt"


def kind_anchor(kind: str) -> str:
    """Return the anchor of an issuer's documents of one kind."""
    return _PREFIXES["issuer"] + kind


def congresses_page(volume: str) -> str:
    """Return the page of a volume's congresses."""
    return f"{volume}/{_VOLUME_PAGES['congress']}.md"


def conflicts_page(volume: str) -> str:
    """Return the page of a volume's contradictions."""
    return f"{volume}/{_VOLUME_PAGES['conflict']}.md"


def promises_page(volume: str) -> str:
    """Return the page of what a volume's organizations promised."""
    return f"{volume}/{_VOLUME_PAGES['promise']}.md"


def statistic_anchor(identifier: str) -> str:
    """Return the anchor of a statistic on the page of its organization."""
    return f"so-lieu--{identifier}"


def _place_of_statistic(target: LinkTarget, archive: Archive) -> Place | None:
    """Return the row of a statistic: in the table of all of its organization, else on its page."""
    owner = target.organization or ""
    if page := archive.figures.tables.get(owner):
        volume = archive.volume_of.get(owner, owner)
        return Place(page, fact_anchor(target.kind, target.id, owner, volume))
    if owner in with_pages(archive, "organization"):
        return Place(page_of("organization", owner), statistic_anchor(target.id))
    return None


def _place_of_target(target: LinkTarget, archive: Archive) -> Place | None:
    """Return the row of a target in the chapter that shows its table."""
    owner = target.organization or ""
    dossier = archive.dossiers.get(owner)
    for table in dossier.target_sets if dossier else ():
        if any(one.id == target.id for one in table.targets):
            page = archive.figures.targets.get((owner, table.id))
            return Place(page, target.id) if page else None
    return None


def _place_in_volume(target: LinkTarget, archive: Archive) -> Place | None:
    """Return the place of an organization without a page of facts, or of one of its facts.

    An organization without chapters is on the look-up page of organizations, its facts in the
    volume that covers it.
    """
    owner = target.id if target.kind == "organization" else target.organization or ""
    dossier = archive.dossiers.get(owner)
    if dossier is None:
        return None
    if target.kind == "organization":
        listed = dossier.organization.listed
        return Place(f"{owner}/index.md") if listed else Place(ORGANIZATIONS, owner)
    volume = archive.volume_of.get(owner)
    if volume is None:
        return place_of(LinkTarget("organization", owner), archive)
    anchor = fact_anchor(target.kind, target.id, owner, volume)
    return Place(f"{volume}/{_VOLUME_PAGES[target.kind]}.md", anchor)


_VOLUME_PAGES = {"congress": "dai-hoi", "conflict": "mau-thuan", "promise": "viec-de-ra"}


def _congress_anchor(key: str) -> str:
    """Return `dai-hoi-vi` for `VI`, `dai-hoi-sau-i` for `sau/I`; the id for a conference."""
    return key if is_id(key) else f"dai-hoi-{key.replace('/', '-').lower()}"


def fact_anchor(kind: str, identifier: str, owner: str, volume: str) -> str:
    """Return the anchor of a fact on a page of `volume`.

    Fact ids are unique within an organization only, so the anchor of a fact of another organization
    includes that organization's id.
    """
    own = _congress_anchor(identifier) if kind == "congress" else identifier
    own = own if owner == volume else f"{owner}-{own}"
    # The row of a target has its id for an anchor elsewhere in the volume.
    return f"viec--{own}" if kind == "promise" else own
