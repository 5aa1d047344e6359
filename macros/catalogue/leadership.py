"""Macros about leaders: the timeline, tables of terms, a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.archive import Archive
from macros.archive.figures import drawn_key
from macros.catalogue.naming import holders, leaders
from macros.catalogue.registry import (
    Faults,
    OrganizationId,
    PersonId,
    RoleId,
    dossier_of,
    needs_organization,
    readable,
    registry,
)
from macros.chapter.page import Context
from macros.chapter.registry import Shown
from macros.rendering.templates import render

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from macros.views.common import Page


def _drawn(context: Context[Archive], _: Mapping[str, Any]) -> tuple[Shown, ...]:
    """Return the figure of the posts; without any, a line says so instead."""
    dossier = context.archive.dossiers.get(context.organization or "")
    roles = (
        {one.post: context.archive.roles.get(one.post) for one in dossier.memberships}
        if dossier
        else {}
    )
    held = any(role is None or role.member_of is None for role in roles.values())
    return (Shown(drawn_key("leadership_timeline", context.organization)),) if held else ()


@registry.macro(
    block=True,
    check=needs_organization,
    figures=_drawn,
    names=leaders,
    guide="Hình các chức danh theo thời gian, kèm bảng của cùng dữ liệu.",
)
def leadership_timeline(page: Page, organization: OrganizationId | None = None) -> Markup:
    """The posts of an organization as a picture over time, with the same data as a table."""
    from macros.views.timeline import timeline

    view = timeline(page, dossier_of(page))
    own = drawn_key("leadership_timeline", page.organization)
    figure = page.archive.figures.on(page.path, own)
    return render("leadership_timeline", timeline=view, figure=figure)


def _post_held(context: Context[Archive], post: str, organization: str | None = None) -> Faults:
    yield from needs_organization(context)
    dossier = context.archive.dossiers.get(context.organization or "")
    if not readable(context, "leadership"):
        return
    memberships = dossier.memberships if dossier else ()
    if any(not context.archive.has("role", one.post, None) for one in memberships):
        return  # a post that does not exist is told there
    if dossier and all(one.post != post for one in memberships):
        yield (
            f"tổ chức “{dossier.id}” chưa có ai giữ chức “{post}”",
            "kiểm tra mã chức danh trong leadership.yml của tổ chức",
        )


@registry.macro(
    block=True,
    check=_post_held,
    names=holders,
    guide="Bảng những người giữ một chức danh, kể cả khoảng trống.",
    example='"secretary"',
)
def leadership_table(
    page: Page, post: RoleId, organization: OrganizationId | None = None
) -> Markup:
    """The holders of one post in order of time, gaps included."""
    from macros.views import leadership as views

    dossier = dossier_of(page)
    groups = tuple(
        views.post_group(page, dossier, role) for role in views.roles_of(page, dossier, [post])
    )
    return render("leadership_table", groups=groups)


@registry.macro(
    guide="Tên một nhân vật, dẫn đến mục của nhân vật ấy.",
    example='"ly-thi-man"',
)
def person(page: Page, person: PersonId) -> Markup:
    """A person's name, linked to the person's entry."""
    from macros.views.common import person_link

    return render("link", link=person_link(page, person), cites=())
