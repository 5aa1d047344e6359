"""Views of the look-up pages of pictures: by year, by person and by place; all of some years."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.archive.figures import picture_key, picture_of
from macros.chapter.page import LinkTarget
from macros.rules.pictures import DECADES, decade_of, decade_words, in_order, pictures_of_people
from macros.text.vietnamese import capital, in_brackets, person_sort_key, sort_key
from macros.views.common import Link, Page, person_link, when
from macros.views.pictures import ENTRY, PictureView, picture_view, sizes_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.archive.figures import Figure
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
    """All pictures of the site in three orders, and those that a volume shows by their numbers."""

    years: tuple[Years, ...]
    volumes: tuple[Listed, ...]
    people: tuple[Listed, ...]
    places: tuple[Listed, ...]


def picture_links(page: Page, pictures: Iterable[Picture]) -> tuple[Link, ...]:
    """Return a link to each picture on the look-up pages: its number, its caption and its time."""
    return tuple(_link(page, one) for one in pictures)


def _link(page: Page, one: Picture) -> Link:
    time = when(one.date)
    words = one.caption.removesuffix(".") + (f" {in_brackets(time.text)}" if time else "")
    # In a volume only: elsewhere a number does not say of which volume.
    figure = page.archive.figures.on(page.path, picture_key(one.id))
    shown = f"{figure.label}. {words}" if figure else words
    return Link(shown, page.url(LinkTarget("picture", one.id)))


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
        tuple(_of_volumes(page)),
        tuple(Listed(person_link(page, who), picture_links(page, own)) for who, own in people),
        tuple(
            Listed(Link(place), picture_links(page, own))
            for place, own in sorted(places.items(), key=lambda item: sort_key(item[0]))
        ),
    )


def _of_volumes(page: Page) -> Iterator[Listed]:
    """Yield each volume that shows pictures, and a link to each where it stands."""
    archive = page.archive
    for volume in archive.volumes:
        shown = tuple(
            Link(f"{own.label}. {one.caption.removesuffix('.')}", _place(page, own))
            for own in archive.figures.of(volume.id).values()
            if (one := archive.pictures.get(picture_of(own.key)))
        )
        if shown:
            front = page.url(LinkTarget("organization", volume.id))
            yield Listed(Link(volume.title, front), shown)


def _place(page: Page, figure: Figure) -> str:
    return page.url(LinkTarget("page", f"{figure.page}#{figure.anchor}"))


@dataclass(frozen=True)
class PictureEntry:
    """A picture of the look-up pages under its caption; `places` are the chapters that show it.

    `sizes` is how wide it stands there.
    """

    heading: str
    picture: PictureView
    sizes: str
    places: tuple[Link, ...]


def pictures_of_years(page: Page, decade: str) -> tuple[PictureEntry, ...]:
    """Return the pictures of ten years, or those without a date, in order of time."""
    return tuple(
        _entry(page, one)
        for one in in_order(page.archive.pictures.values())
        if decade_of(one) == decade
    )


def _entry(page: Page, one: Picture) -> PictureEntry:
    view = picture_view(page, one.id)
    heading = one.caption.removesuffix(".")
    return PictureEntry(heading, view, sizes_among(view, ENTRY), tuple(_places(page, one)))


def _places(page: Page, one: Picture) -> Iterator[Link]:
    """Yield a link to the figure that a picture is in each volume that shows it."""
    for volume, figure in page.archive.figures.volumes_showing(one.id):
        words = f"{figure.label}, {page.archive.dossiers[volume].title}"
        yield Link(words, _place(page, figure))
