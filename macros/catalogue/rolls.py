"""The macro of rolls: hundreds of names in one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.catalogue.naming import on_roll
from macros.catalogue.registry import OrganizationId, RollId, dossier_of, registry
from macros.rendering.templates import render

if TYPE_CHECKING:
    from macros.views.common import Page


@registry.macro(
    block=True,
    names=on_roll,
    guide="Một danh sách dài (liệt sĩ, bà mẹ Việt Nam anh hùng, đảng viên đầu tiên), xếp theo tên.",
    example='"liet-si"',
)
def roll(page: Page, roll: RollId, organization: OrganizationId | None = None) -> Markup:
    """A roll of people as one table, by given name."""
    from macros.views import long_rolls

    dossier = dossier_of(page)
    record = next(one for one in dossier.rolls if one.id == roll)
    return render("roll", roll=long_rolls.roll_view(page, dossier, record))
