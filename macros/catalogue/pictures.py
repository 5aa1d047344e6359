"""Macros of pictures: one as a figure, several side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.archive import Archive
from macros.archive.figures import picture_key
from macros.catalogue.naming import in_pictures
from macros.catalogue.registry import (
    CongressOrdinal,
    Faults,
    OrganizationId,
    PersonId,
    PictureId,
    registry,
)
from macros.chapter.page import Context
from macros.chapter.registry import Shown
from macros.dates import DateError, parse_edtf
from macros.rendering.templates import render
from macros.rules.pictures import (
    anchor_of,
    pictures_in,
    pictures_of_congress,
    pictures_of_people,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from macros.views.common import Page


_IN_THE_RECORD = (
    "chú thích, ngày, người, quyền ghi trong data/pictures/<mã>.yml, lời gọi chỉ nêu mã: "
)


def _one(_: Context[Archive], arguments: Mapping[str, Any]) -> tuple[Shown, ...]:
    """Return the figure that a call of picture shows."""
    identifier = arguments["picture"]
    return (Shown(picture_key(identifier), anchor_of(identifier)),)


def _in_one(context: Context[Archive], arguments: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    return in_pictures(context, [arguments["picture"]])


@registry.macro(
    block=True,
    figures=_one,
    names=_in_one,
    otherwise=f'{_IN_THE_RECORD}picture("mã")',
    guide="Một ảnh với chú thích, người trong ảnh và nguồn; bấm vào thì mở lớn.",
    example='"dai-hoi-1952"',
)
def picture(page: Page, picture: PictureId) -> Markup:
    """A picture as a figure, with its caption and credit."""
    from macros.views import pictures as views

    view = views.picture_view(page, picture)
    return render("picture", picture=view, sizes=views.sizes_in_column(view))


def found_by(
    context: Context[Archive],
    pictures: list[str] | None,
    person: str | None,
    congress: str | None,
    period: str | None,
) -> tuple[str, ...]:
    """Return the ids of the pictures that a call of gallery shows; raises DateError."""
    archive, organization = context.archive, context.organization
    if pictures:
        return tuple(dict.fromkeys(pictures))
    if person:
        found = pictures_of_people(archive).get(person, ())
    elif congress:
        found = pictures_of_congress(archive, organization or "", congress)
    else:
        found = pictures_in(archive, parse_edtf(period or ""), organization)
    return tuple(one.id for one in found)


def shown_by(context: Context[Archive], arguments: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the ids of the pictures that a call of gallery with these arguments shows."""
    ways = (arguments.get(one) for one in ("pictures", "person", "congress", "period"))
    return found_by(context, *ways)


def _several(context: Context[Archive], arguments: Mapping[str, Any]) -> tuple[Shown, ...]:
    """Return the figures that a call of gallery shows."""
    found = shown_by(context, arguments)
    return tuple(Shown(picture_key(one), anchor_of(one, together=True)) for one in found)


def _in_several(
    context: Context[Archive], arguments: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    return in_pictures(context, shown_by(context, arguments))


def _some_pictures(
    context: Context[Archive],
    pictures: list[str] | None = None,
    person: str | None = None,
    congress: str | None = None,
    period: str | None = None,
    organization: str | None = None,
) -> Faults:
    """A gallery says in one way which pictures it shows, and there are some."""
    ways = [one for one in (pictures, person, congress, period) if one]
    if len(ways) != 1:
        yield (
            "gallery cần đúng một cách chọn ảnh" + (f", ở đây có {len(ways)}" if ways else ""),
            'viết ["ma-anh", …], hoặc person="…", congress="…", period="…"',
        )
        return
    if pictures and len(set(pictures)) < len(pictures):
        twice = next(one for one in pictures if pictures.count(one) > 1)
        yield f"gallery kể ảnh “{twice}” {pictures.count(twice)} lần", "kể mỗi ảnh một lần"
        return
    try:
        found = found_by(context, pictures, person, congress, period)
    except DateError as error:
        yield f"period: {error.message}", error.remedy
        return
    if not found and not any(one.startswith("data/") for one in context.archive.unread):
        yield (
            "chưa có ảnh nào như lời gọi này chọn",
            "thêm ảnh vào data/pictures/ với people, shows hoặc date tương ứng, hoặc bỏ lời gọi",
        )


@registry.macro(
    block=True,
    check=_some_pictures,
    figures=_several,
    names=_in_several,
    otherwise=f'{_IN_THE_RECORD}gallery(["mã", "mã"])',
    guide="Nhiều ảnh cạnh nhau: kể mã từng ảnh, hoặc mọi ảnh của một người (person), một kỳ đại "
    "hội (congress), một thời kỳ (period).",
    example='["dai-hoi-1952", "mit-tinh-1953"]',
)
def gallery(
    page: Page,
    pictures: list[PictureId] | None = None,
    person: PersonId | None = None,
    congress: CongressOrdinal | None = None,
    period: str | None = None,
    organization: OrganizationId | None = None,
) -> Markup:
    """Pictures side by side, each with its caption."""
    from macros.views import pictures as views

    found = found_by(page, pictures, person, congress, period)
    shown = [
        (page.take(anchor_of(one, together=True)), view, views.sizes_among(view, views.TILE))
        for one in found
        for view in (views.picture_view(page, one),)
    ]
    return render("gallery", pictures=shown)


@registry.macro(block=True)
def picture_index(page: Page) -> Markup:
    """Every picture by year, by person and by place."""
    from macros.views import picture_pages as views

    return render("picture_index", index=views.picture_index(page))


@registry.macro(block=True)
def pictures_of_years(page: Page, decade: str) -> Markup:
    """The pictures of ten years with all that is known of them."""
    from macros.views import picture_pages as views

    return render("pictures_of_years", entries=views.pictures_of_years(page, decade))
