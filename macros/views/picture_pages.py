"""Views of the look-up pages of pictures: by year, by person and by place; all of some years."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.chapter.page import LinkTarget
from macros.rules.pictures import DECADES, decade_of, decade_words, in_order, pictures_of_people
from macros.text.vietnamese import capital, person_sort_key, sort_key
from macros.views.common import Link, Page, person_link, when
from macros.views.pictures import PictureView, picture_view

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.pictures import Picture


@dataclass(frozen=True)
class Years:
    """The pictures of ten years, or without a date; `link` leads to them."""

    link: Link
    count: int


@dataclass(frozen=True)
class Listed:
    """Whoever or whatever is in pictures, and a link to each of them."""

    name: Link
    pictures: tuple[Link, ...]


@dataclass(frozen=True)
class PictureIndex:
    """All pictures of the site in three orders."""

    years: tuple[Years, ...]
    people: tuple[Listed, ...]
    places: tuple[Listed, ...]


def picture_links(page: Page, pictures: Iterable[Picture]) -> tuple[Link, ...]:
    """Return a link to each picture on the look-up pages: its caption and its time."""
    return tuple(_link(page, one) for one in pictures)


def _link(page: Page, one: Picture) -> Link:
    time = when(one.date)
    words = one.caption.removesuffix(".") + (f" ({time.text})" if time else "")
    return Link(words, page.url(LinkTarget("picture", one.id)))


def picture_index(page: Page) -> PictureIndex:
    """Return the pictures by year, by person and by place."""
    archive = page.archive
    counts: dict[str, int] = defaultdict(int)
    places: dict[str, list[Picture]] = defaultdict(list)
    for one in in_order(archive.pictures.values()):
        counts[decade_of(one)] += 1
        if one.place:
            places[capital(one.place)].append(one)
    people = sorted(
        pictures_of_people(archive).items(),
        key=lambda item: (person_sort_key(archive.people[item[0]].name), item[0]),
    )
    return PictureIndex(
        tuple(
            Years(Link(decade_words(one), page.url(LinkTarget(DECADES, one))), count)
            for one, count in counts.items()
        ),
        tuple(Listed(person_link(page, who), picture_links(page, own)) for who, own in people),
        tuple(
            Listed(Link(place), picture_links(page, own))
            for place, own in sorted(places.items(), key=lambda item: sort_key(item[0]))
        ),
    )


@dataclass(frozen=True)
class PictureEntry:
    """A picture of the look-up pages under its caption."""

    heading: str
    picture: PictureView


def pictures_of_years(page: Page, decade: str) -> tuple[PictureEntry, ...]:
    """Return the pictures of ten years, or those without a date, in order of time."""
    return tuple(
        PictureEntry(one.caption.removesuffix("."), picture_view(page, one.id))
        for one in in_order(page.archive.pictures.values())
        if decade_of(one) == decade
    )
