"""Views of pictures: the figure on a page, with its copies, its caption and its credit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.archive import split_reference
from macros.archive.figures import picture_key
from macros.chapter.page import LinkTarget
from macros.images.sizes import MODERN, PLAIN, WIDTHS, of_format, original_path, path_of, recipes
from macros.model.base import citations_of
from macros.model.congresses import Meeting
from macros.model.picture_codes import LICENCES, PICTURE_KINDS
from macros.rules.inferred import marked
from macros.rules.pictures import anchor_of, portrait_of
from macros.text.vietnamese import capital, keep_together
from macros.views.common import (
    Link,
    Page,
    When,
    cites,
    organization_link,
    person_link,
    starting,
    when,
)
from macros.wording.facts import fact_words
from macros.wording.inferred import inferred_words

if TYPE_CHECKING:
    from macros.archive.figures import Figure
    from macros.images.sizes import Recipe
    from macros.model.pictures import Picture
    from macros.views.common import Cite

_COLUMN = 700
COLUMN = (
    "(min-resolution: 2.5dppx) 320px, (min-resolution: 1.25dppx) 480px, "
    f"(min-width: 60em) {_COLUMN}px, 96vw"
)
TILE = (
    "(max-width: 21.8em) 240px, (min-resolution: 2.5dppx) 80px, (min-resolution: 1.25dppx) 120px, "
    "(min-width: 33em) 200px, 46vw"
)
ENTRY = (
    "(min-resolution: 2.5dppx) 80px, (min-resolution: 1.25dppx) 120px, (min-width: 45em) 240px, "
    "96vw"
)
"""How wide a picture stands on a page, for the browser that chooses a copy: alone, in a gallery, on
the look-up pages of pictures. A sharp screen is told less than is true: a reader who looks closer
opens the picture, and one photograph at twice the pixels, or a gallery of sixty, would be more than
250 KB before anybody scrolls.
"""
_SMALL = 320
"""Pixels of the width that the widest tile may have: a picture of fewer is not stretched to it."""
_HIGH = 680
"""Pixels of the height that no picture on a page passes: the 34rem of text.css."""
_PORTRAIT = 160
"""The same of a portrait in the entry of a person."""
_SAID = ("kind", "alt", "caption", "author", "organizations", "people")


@dataclass(frozen=True)
class Copies:
    """The copies of a picture for a browser to choose from; sizes in pixels.

    `modern` and `plain` are lists of addresses with widths (srcset), `largest` the address of the
    largest copy that every program opens.
    """

    width: int
    height: int
    src: str
    modern: str
    plain: str
    largest: str


@dataclass(frozen=True)
class PictureView:
    """A picture with everything that is known of it; `copies` is None if its file was not read.

    `figure` is None on a page of no volume, where pictures have no numbers.
    `people` are those in it from left to right, `shows` what it shows, `credit` who made it, who
    keeps it and what may be done with it.
    """

    id: str
    kind: str
    alt: str
    caption: str
    copies: Copies | None
    when: When | None
    place: str
    people: tuple[Link, ...]
    from_left: bool
    organizations: tuple[Link, ...]
    shows: tuple[Link, ...]
    credit: tuple[str, ...]
    licence: Link
    original: Link | None
    cites: tuple[Cite, ...]
    note: str
    doubt: str
    figure: Figure | None

    @property
    def tall(self) -> bool:
        """Whether the picture is higher than wide and than a screen shows well (text.css)."""
        return self.copies is not None and self.copies.height > max(self.copies.width, _HIGH)

    @property
    def small(self) -> bool:
        """Whether a tile may be wider than the picture is."""
        return self.copies is not None and self.copies.width < _SMALL

    @property
    def anchor(self) -> str:
        """The place of the figure on its page."""
        return anchor_of(self.id)


def sizes_among(view: PictureView, sizes: str) -> str:
    """Return how wide a picture stands among others, for which `sizes` are: not wider than it is.

    A browser takes this for the width that the picture has by itself.
    """
    return f"{view.copies.width}px" if view.copies and view.small else sizes


def sizes_of_portrait(view: PictureView) -> str:
    """Return how wide a portrait stands in the entry of a person; see :func:`sizes_among`."""
    return f"{min(view.copies.width if view.copies else _PORTRAIT, _PORTRAIT)}px"


def sizes_in_column(view: PictureView) -> str:
    """Return how wide a picture stands alone on a page; see :func:`sizes_among`."""
    if view.copies is None or view.copies.width > _COLUMN:
        return COLUMN
    return f"(max-width: {view.copies.width}px) 96vw, {view.copies.width}px"


def picture_view(page: Page, identifier: str) -> PictureView:
    """Return a picture as it stands on `page`."""
    one = page.archive.pictures[identifier]
    place = capital(marked(one.place or "", one, "place"))
    shown = when(one.date)
    if shown:
        said = shown.text if place else capital(shown.text)
        shown = When(marked(said, one, "date"), shown.machine)
    return PictureView(
        id=one.id,
        kind=capital(PICTURE_KINDS[one.kind]),
        alt=one.alt,
        caption=_ended(one.caption),
        copies=_copies(page, one),
        when=shown,
        place=place,
        people=_people(page, one),
        from_left=len(one.people) > 1,
        organizations=starting(
            organization_link(page, name, one.date)
            for name in one.organizations
            if name != page.organization
        ),
        shows=tuple(_shown(page, reference) for reference in one.shows),
        credit=tuple(_credit(one)),
        licence=Link(LICENCES[one.licence], LICENCES.entry(one.licence).url),
        original=_original(page, one),
        cites=cites(page, citations_of(one), inferred_words(one, *_SAID)),
        note=one.note or "",
        doubt=_ended(one.doubt) if one.doubt else "",
        figure=page.archive.figures.on(page.path, picture_key(one.id)),
    )


@dataclass(frozen=True)
class Thumb:
    """A small picture beside a name, in both formats; sizes in pixels as laid out."""

    modern: str
    src: str
    alt: str
    width: int
    height: int
    small: bool


def portrait_thumb(page: Page, person: str | None) -> Thumb | None:
    """Return the portrait of a person for a line of a table; None where there is none."""
    one = portrait_of(page.archive, person) if person else None
    return _thumb(page, one, _THUMB) if one else None


def card_picture(page: Page, identifier: str | None) -> Thumb | None:
    """Return the picture that an organization names for its card, None for none."""
    one = page.archive.pictures.get(identifier or "")
    return _thumb(page, one, _CARD) if one else None


def portrait_view(page: Page, person: str) -> PictureView | None:
    """Return the portrait of a person with all that is known of it; None where there is none."""
    one = portrait_of(page.archive, person)
    return picture_view(page, one.id) if one else None


_THUMB, _CARD = 48, 480
"""Pixels of the width of a portrait beside a name, and of a picture on a card."""


def _thumb(page: Page, one: Picture, width: int) -> Thumb | None:
    """Return the smallest copy that is sharp on any screen, to be laid out `width` wide."""
    file = page.archive.picture_files.get(one.id)
    if file is None:
        return Thumb("", "", one.alt, width, width, small=False)
    found = recipes(file, one.kind)
    pairs = tuple(zip(of_format(found, MODERN), of_format(found, PLAIN), strict=True))
    pair = next((both for both in pairs if both[0].width >= 2 * width), pairs[-1])
    laid = min(width, pair[0].width)
    height = max(1, round(pair[0].height * laid / pair[0].width))
    modern, plain = (page.url(LinkTarget("file", path_of(one.id, copy))) for copy in pair)
    return Thumb(modern, plain, one.alt, laid, height, small=file.width < _SMALL)


def _ended(text: str) -> str:
    """Return a caption with its full stop, because more may follow."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _copies(page: Page, one: Picture) -> Copies | None:
    file = page.archive.picture_files.get(one.id)
    if file is None:
        return None
    found = recipes(file, one.kind)
    plain = tuple(of_format(found, PLAIN))
    middle = next((one for one in plain if one.width >= WIDTHS[-1]), plain[-1])

    def url(recipe: Recipe) -> str:
        return page.url(LinkTarget("file", path_of(one.id, recipe)))

    def srcset(form: str) -> str:
        return ", ".join(f"{url(recipe)} {recipe.width}w" for recipe in of_format(found, form))

    return Copies(
        plain[-1].width,
        plain[-1].height,
        src=url(middle),
        modern=srcset(MODERN),
        plain=srcset(PLAIN),
        largest=url(plain[-1]),
    )


def _people(page: Page, one: Picture) -> tuple[Link, ...]:
    return tuple(
        person_link(page, who.person) if who.person else Link(keep_together(who.unnamed or ""))
        for who in one.people
    )


def _shown(page: Page, reference: str) -> Link:
    """Return a congress or another fact in words; a congress leads to its entry."""
    owner, _ = split_reference(reference, "")
    fact = page.archive.fact(reference, "")
    if fact is None:
        return Link(reference)
    words = keep_together(fact_words(page.archive, owner, fact))
    if isinstance(fact, Meeting):
        return Link(words, page.url(LinkTarget("congress", fact.key, owner)))
    return Link(words)


def _credit(one: Picture) -> list[str]:
    """Return who made a picture, who keeps it and who has the rights, as far as that is known."""
    said = (
        ("Tác giả", one.author),
        ("Nơi giữ", one.holder),
        ("Người giữ quyền", one.rights),
    )
    return [f"{label}: {words}" for label, words in said if words]


def _original(page: Page, one: Picture) -> Link | None:
    file = page.archive.picture_files.get(one.id)
    if not one.publish_original:
        return None
    words = "Tải bản gốc"
    if file is None:
        return Link(words)
    return Link(words, page.url(LinkTarget("file", original_path(one.id, file))))
