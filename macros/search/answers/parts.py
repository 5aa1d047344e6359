"""The parts of every record: links from the site's root, citations, first and last days.

Records are plain data, as JSON has it: a link is [text, address], a citation likewise, a time
[first day, last day] as ISO days, "" if unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from macros.addresses.places import place_of
from macros.addresses.urls import address, address_of
from macros.chapter.page import Page as PageOf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from macros.archive import Archive
    from macros.chapter.page import LinkTarget
    from macros.dates import Edtf
    from macros.views.common import Cite, Link, Page

Record: TypeAlias = "dict[str, Any]"


class Built(NamedTuple):
    """What is known about the built pages.

    `pages` are their addresses, None if any may be linked to; `rows` are the addresses of the rows
    of tables, by (volume, anchor).
    """

    pages: frozenset[str] | None
    rows: Mapping[tuple[str, str], str]


class _FromRoot:
    """A linker whose addresses are all from the site's root."""

    def __init__(self, archive: Archive, pages: frozenset[str] | None) -> None:
        self.archive = archive
        self.pages = pages
        self._urls: dict[LinkTarget, str] = {}

    def url(self, target: LinkTarget, _origin: str, /) -> str:
        """Return the address of `target`; "" if the site has no page for it."""
        # Records link to the same entries many times.
        if target not in self._urls:
            self._urls[target] = self._url(target)
        return self._urls[target]

    def _url(self, target: LinkTarget) -> str:
        place = place_of(target, self.archive)
        if place is None or (self.pages is not None and address(place.page) not in self.pages):
            return ""
        return address_of(place)


def page_of(archive: Archive, built: Built) -> Page:
    """Return a page for making views whose links are addresses from the site's root."""
    return PageOf("docs/index.md", None, archive, _FromRoot(archive, built.pages))


def linked(link: Link | None) -> list[str] | None:
    """Return a link of a view as plain data."""
    return [link.text, link.url] if link else None


def links(several: Iterable[Link]) -> list[list[str]]:
    """Return the links of a view as plain data."""
    return [[link.text, link.url] for link in several]


def cited(marks: Iterable[Cite]) -> list[list[str]]:
    """Return the citations of a view as (text, address) pairs; the text says what is inferred."""
    return [
        [f"{mark.title} ({mark.inferred})" if mark.inferred else mark.title, mark.url]
        for mark in marks
    ]


def iso(day: date | None) -> str:
    """Return a day in ISO format, "" for none."""
    return day.isoformat() if day else ""


def within(when: Edtf | None) -> list[str]:
    """Return the first and the last day that a date can be."""
    return [iso(when.earliest()), iso(when.latest())] if when else ["", ""]


def filled(record: Record) -> Record:
    """Return a record without empty values, which the browser treats as absent."""
    return {key: value for key, value in record.items() if value not in ("", None, [], False)}
