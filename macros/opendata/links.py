"""Links in the open data: from a fact to its sources, from an entry to its page."""

from __future__ import annotations

from collections.abc import Iterable

from macros.addresses.places import place_of
from macros.addresses.urls import address_of
from macros.archive import Archive
from macros.chapter.page import LinkTarget
from macros.model.citations import Citation


def citation_text(citations: Iterable[Citation]) -> str:
    """Return citations for the column `source`: joined by spaces, without repetitions."""
    return " ".join(dict.fromkeys(map(str, citations)))


def source_target(citation: Citation) -> LinkTarget:
    """Return the link target of a citation; only paragraphs have an anchor of their own."""
    part = str(citation.first) if citation.unit == "paragraph" else ""
    return LinkTarget("source", citation.source, part=part)


def site_root(site_url: str | None) -> str | None:
    """Return the address that the site's own addresses are appended to; None without SITE_URL."""
    return site_url.rstrip("/") + "/" if site_url else None


def absolute(archive: Archive, target: LinkTarget, site_url: str | None) -> str | None:
    """Return the absolute address of an entry; None without SITE_URL or if it has no page."""
    root, place = site_root(site_url), place_of(target, archive)
    return root + address_of(place) if root and place else None
