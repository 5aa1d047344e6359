"""Macros of people: the list of all, that of one letter, and the page of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.catalogue.registry import PersonId, registry
from macros.rendering.templates import render

if TYPE_CHECKING:
    from macros.views.common import Page


@registry.macro(
    block=True,
    guide="Danh sách mọi nhân vật, xếp theo tên.",
)
def people_index(page: Page) -> Markup:
    """All people by given name, in Vietnamese order."""
    from macros.views import people as views

    return render("people_index", initials=views.people_index(page), anchored=False)


@registry.macro(block=True)
def people_entries(page: Page, letter: str) -> Markup:
    """The people filed under one letter, each leading on to the page of the person."""
    from macros.views import people as views

    return render("people_index", initials=views.people_under(page, letter), anchored=True)


@registry.macro(block=True)
def person_page(page: Page, person: PersonId) -> Markup:
    """All that is told of a person."""
    from macros.views.person_page import person_page as view

    return render("person_page", person=view(page, person))
