"""Views of pictures: the figure on a page, with its copies, its caption and its credit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.archive import split_reference
from macros.chapter.page import LinkTarget
from macros.images.sizes import MODERN, PLAIN, of_format, original_path, path_of, recipes
from macros.model.base import citations_of
from macros.model.codes import LICENCES, PICTURE_KINDS
from macros.model.congresses import Congress
from macros.rules.inferred import is_inferred, marked
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
    from macros.images.sizes import Recipe
    from macros.model.pictures import Picture
    from macros.views.common import Cite

COLUMN = "(min-width: 60em) 44rem, 100vw"
"""How wide a picture stands on a page, for the browser that chooses a copy."""
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

    @property
    def anchor(self) -> str:
        """The place of the figure on its page."""
        return f"anh-{self.id}"


def picture_view(page: Page, identifier: str) -> PictureView:
    """Return a picture as it stands on `page`."""
    one = page.archive.pictures[identifier]
    shown = when(one.date)
    if shown and is_inferred(one, "date"):
        shown = When(marked(shown.text, one, "date"), shown.machine)
    return PictureView(
        id=one.id,
        kind=capital(PICTURE_KINDS[one.kind]),
        alt=one.alt,
        caption=_ended(one.caption),
        copies=_copies(page, one),
        when=shown,
        place=marked(one.place or "", one, "place"),
        people=_people(page, one),
        from_left=len(one.people) > 1,
        organizations=starting(
            organization_link(page, name, one.date) for name in one.organizations
        ),
        shows=tuple(_shown(page, reference) for reference in one.shows),
        credit=tuple(_credit(one)),
        licence=Link(LICENCES[one.licence], LICENCES.entry(one.licence).url),
        original=_original(page, one),
        cites=cites(page, citations_of(one), inferred_words(one, *_SAID)),
        note=one.note or "",
        doubt=one.doubt or "",
    )


def _ended(text: str) -> str:
    """Return a caption with its full stop, because more may follow."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _copies(page: Page, one: Picture) -> Copies | None:
    file = page.archive.picture_files.get(one.id)
    if file is None:
        return None
    found = recipes(file, one.kind)
    plain = tuple(of_format(found, PLAIN))
    middle = plain[min(1, len(plain) - 1)]

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
    if isinstance(fact, Congress):
        return Link(words, page.url(LinkTarget("congress", fact.ordinal, owner)))
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
