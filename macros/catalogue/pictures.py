"""Macros of pictures: one as a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.catalogue.registry import PictureId, registry
from macros.rendering.templates import render

if TYPE_CHECKING:
    from macros.views.common import Page


@registry.macro(
    block=True,
    guide="Một ảnh với chú thích, người trong ảnh và nguồn; bấm vào thì mở lớn.",
    example='"dai-hoi-1952"',
)
def picture(page: Page, picture: PictureId) -> Markup:
    """A picture as a figure, with its caption and credit."""
    from macros.views import pictures as views

    return render("picture", picture=views.picture_view(page, picture), sizes=views.COLUMN)
