"""Macros of the pages of people: the index and the entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.catalogue.registry import registry
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

    return render("people_index", initials=views.people_index(page))


@registry.macro(block=True)
def people_entries(page: Page, letter: str) -> Markup:
    """The people filed under one letter, with every post."""
    from macros.views import people as views

    return render("people_entries", people=views.people_under(page, letter))
