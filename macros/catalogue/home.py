"""Macros of the home page and of pages about all volumes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.archive import Archive
from macros.archive.advice import about_volume
from macros.catalogue.registry import (
    Faults,
    OrganizationId,
    dossier_of,
    needs_organization,
    registry,
)
from macros.chapter.page import Context, LinkTarget
from macros.rendering.templates import render

if TYPE_CHECKING:
    from macros.views.common import Page


@registry.macro(
    block=True,
    guide="Các tập, xếp theo loại tổ chức, dùng ở trang đầu; nhiều tập thì có ô lọc.",
)
def organization_cards(page: Page) -> Markup:
    """The organizations that have a volume of their own, by kind."""
    from macros.views import home

    return render("organization_cards", shelf=home.shelf(page))


@registry.macro(
    block=True,
    guide="Ba lối vào của trang đầu: tra cứu, đọc một tập, xem đơn vị nào thành đơn vị nào.",
)
def ways_in(page: Page) -> Markup:
    """The ways into the site, with how much lies behind each."""
    from macros.views import home

    return render("ways_in", groups=home.ways_in(page))


@registry.macro(
    block=True,
    guide="Vài con số đáng hỏi ở trang đầu, do máy chọn; bỏ lời gọi thì không hiện.",
)
def questions(page: Page) -> Markup:
    """The most striking questions that the data raises: sides that differ, vacancies, changes."""
    from macros.views import questions as asked

    return render("questions", questions=asked.questions(page))


@registry.macro(
    block=True,
    guide="Trục thời gian chung: thành lập, thay đổi, đại hội của mọi tập.",
)
def milestones(page: Page) -> Markup:
    """Foundings, changes and congresses of all volumes, as a picture and as lists."""
    from macros.views import home

    return render("milestones", milestones=home.milestones(page))


@registry.macro(
    block=True,
    guide="Ô tìm kiếm, dùng ở trang đầu.",
)
def search_box(page: Page) -> Markup:
    """A search field that works with and without scripts."""
    root = page.url(LinkTarget("page", "index.md"))
    return render("search_box", action=f"{root}tim-kiem.html")


def _a_volume(context: Context[Archive], organization: str | None = None) -> Faults:
    """The organization has chapters of its own."""
    yield from needs_organization(context)
    dossier = context.archive.dossiers.get(context.organization or "")
    if dossier and not dossier.organization.listed:
        yield (
            f"tổ chức “{dossier.id}” không có tập riêng",
            "ghi listed: true trong organization.yml của tổ chức, hoặc bỏ lời gọi này",
            about_volume(dossier.id),
        )


@registry.macro(
    block=True,
    check=_a_volume,
    guide="Các chương của tập theo thứ tự mục lục, kèm lời giới thiệu ở đầu mỗi chương.",
)
def volume_contents(page: Page, organization: OrganizationId | None = None) -> Markup:
    """The chapters of a volume, with titles and descriptions from the chapters themselves."""
    from macros.views import home

    parts = home.volume_contents(page, dossier_of(page).id)
    return render("volume_contents", parts=parts)


@registry.macro(
    block=True,
    guide="Mọi người giữ chức, lọc theo một ngày người đọc chọn.",
)
def office_holders(page: Page, volume: str | None = None) -> Markup:
    """Who held which post on a day, in all organizations or in those of one volume."""
    from macros.views.as_of import as_of

    return render("as_of", holders=as_of(page, volume))


@registry.macro(
    block=True,
    guide="Bản in để tải về (PDF, EPUB) của tổ chức, hoặc mọi tập ở trang không có organization; "
    "để trống khi chưa dựng.",
)
def books(page: Page) -> Markup:
    """The printed editions with their sizes: those of the chapter's volume, or all."""
    volume = page.archive.volume_of.get(page.organization or "", "")
    offered = [one for one in page.archive.books if not volume or one.volume in ("", volume)]
    files = [(one, page.url(LinkTarget("file", one.path))) for one in offered]
    return render("books", files=files)
