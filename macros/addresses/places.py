"""The place of each thing that can be linked to: a page and an anchor on it.

Addresses are permanent: they follow from ids, which are never renamed. Lists that
grow with the data are split by a fixed rule (people by the initial of their given
name, documents by issuer, one page per source), so that addresses stay valid when
the site grows a hundredfold.
"""

from __future__ import annotations

from typing import NamedTuple

from macros.archive import Archive
from macros.chapter.page import LinkTarget

LOOK_UP = "tra-cuu"


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
    if target.kind == "person":
        return Place(people_page(initial_of(target.id)), target.id)
    if target.kind == "people":
        return Place(people_page(target.id))
    if target.kind == "document":
        issuer = archive.issuer_of.get(target.id)
        return Place(issuer_page(issuer.id), target.id) if issuer else None
    if target.kind == "issuer":
        return Place(issuer_page(target.id), kind_anchor(target.part) if target.part else "")
    if target.kind == "comparison":
        return Place(comparison_page(target.id), target.part)
    if target.kind == "gaps":
        return Place(gaps_page(target.id))
    if target.kind == "holders":
        return Place(holders_page(target.id))
    if target.kind == "source":
        return Place(source_page(target.id), f"doan-{target.part}" if target.part else "")
    return _place_in_volume(target, archive)


def people_page(letter: str) -> str:
    """Return the page of the people filed under `letter`."""
    return f"{LOOK_UP}/nhan-vat/{letter}.md"


def issuer_page(issuer: str) -> str:
    """Return the page of an issuer's documents."""
    return f"{LOOK_UP}/van-ban/{issuer}.md"


def kind_anchor(kind: str) -> str:
    """Return the anchor of an issuer's documents of one kind."""
    return f"loai-{kind}"


def source_page(source: str) -> str:
    """Return the page of a source."""
    return f"{LOOK_UP}/nguon/{source}.md"


def comparison_page(group: str) -> str:
    """Return the page that compares the indicators of one subject."""
    return f"{LOOK_UP}/so-sanh/{group}.md"


def gaps_page(volume: str) -> str:
    """Return the page of the gaps in the sources of a volume."""
    return f"{LOOK_UP}/khoang-trong/{volume}.md"


def holders_page(group: str) -> str:
    """Return the page of the office holders of one group, used if there are many groups."""
    return f"{LOOK_UP}/theo-ngay/{group}.md"


def conflicts_page(volume: str) -> str:
    """Return the page of a volume's contradictions."""
    return f"{volume}/{_VOLUME_PAGES['conflict']}.md"


def _place_in_volume(target: LinkTarget, archive: Archive) -> Place | None:
    """Return the place of an organization or of one of its facts.

    An organization without chapters is on the look-up page of organizations, its facts in the
    volume that covers it.
    """
    owner = target.id if target.kind == "organization" else target.organization or ""
    dossier = archive.dossiers.get(owner)
    if dossier is None:
        return None
    if target.kind == "organization":
        listed = dossier.organization.listed
        return Place(f"{owner}/index.md") if listed else Place(f"{LOOK_UP}/to-chuc.md", owner)
    volume = archive.volume_of.get(owner)
    if volume is None:
        return Place(f"{LOOK_UP}/to-chuc.md", owner)
    anchor = fact_anchor(target.kind, target.id, owner, volume)
    return Place(f"{volume}/{_VOLUME_PAGES[target.kind]}.md", anchor)


_VOLUME_PAGES = {"congress": "dai-hoi", "conflict": "mau-thuan"}


def fact_anchor(kind: str, identifier: str, owner: str, volume: str) -> str:
    """Return the anchor of a fact on a page of `volume`.

    Fact ids are unique within an organization only, so the anchor of a fact of another organization
    includes that organization's id.
    """
    own = f"dai-hoi-{identifier.lower()}" if kind == "congress" else identifier
    return own if owner == volume else f"{owner}-{own}"
