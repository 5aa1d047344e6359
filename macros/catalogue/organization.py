"""Macros about organizations: summary, lineage, congresses, events, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.archive.figures import drawn_key
from macros.catalogue.naming import (
    in_changes,
    in_events,
    in_lineage,
    last_holders,
    of_congress,
    of_congresses,
)
from macros.catalogue.registry import (
    CongressOrdinal,
    OrganizationId,
    dossier_of,
    needs_organization,
    registry,
)
from macros.chapter.page import LinkTarget
from macros.chapter.registry import Shown
from macros.rendering.templates import render

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from macros.archive import Archive
    from macros.chapter.page import Context
    from macros.views.common import Page


@registry.macro(
    block=True,
    check=needs_organization,
    names=last_holders,
    guide="Khung tóm tắt: tên gọi, thành lập, trụ sở, người đứng đầu gần nhất được ghi nhận.",
)
def organization_summary(page: Page, organization: OrganizationId | None = None) -> Markup:
    """A box with names, founding, headquarters and last known leaders."""
    from macros.views import organization as views

    summary = views.summary(page, dossier_of(page))
    return render(
        "organization_summary",
        name=summary.name,
        kind=summary.kind,
        rows=summary.rows,
        cites=summary.cites,
    )


def _drawn(context: Context[Archive], _: Mapping[str, Any]) -> tuple[Shown, ...]:
    return (Shown(drawn_key("lineage", context.organization)),)


@registry.macro(
    block=True,
    check=needs_organization,
    figures=_drawn,
    names=in_lineage,
    guide="Nguồn gốc: hợp nhất, chia tách, đổi tên, chuyển giao theo thứ tự thời gian.",
)
def lineage(page: Page, organization: OrganizationId | None = None) -> Markup:
    """Predecessors and successors: mergers, splits, renamings, transfers in order of time."""
    from macros.views.lineage import lineage as lineage_view

    figure = page.archive.figures.on(page.path, drawn_key("lineage", page.organization))
    return render("lineage", lineage=lineage_view(page, dossier_of(page)), figure=figure)


@registry.macro(
    block=True,
    check=needs_organization,
    names=of_congress,
    guide="Một kỳ đại hội: ngày họp, nhiệm kỳ, đại biểu, các cơ quan và người giữ chức; của một "
    "loạt khác thì ma-loat/I, hội nghị đại biểu thì mã của nó.",
    example='"II"',
)
def congress(
    page: Page, ordinal: CongressOrdinal, organization: OrganizationId | None = None
) -> Markup:
    """One congress: days, term, delegates, bodies and officers of its term."""
    from macros.views import congress as congresses
    from macros.views.common import Link

    dossier = dossier_of(page)
    record = dossier.congress(ordinal)
    assert record is not None
    view = congresses.congress_view(page, dossier, record)
    link = Link(view.name, page.url(LinkTarget("congress", record.key, dossier.id)))
    return render("congress", congress=view, link=link)


@registry.macro(
    block=True,
    check=needs_organization,
    names=of_congresses,
    guide="Bảng mọi kỳ đại hội của tổ chức.",
)
def congress_table(page: Page, organization: OrganizationId | None = None) -> Markup:
    """All congresses of an organization side by side."""
    from macros.views import congress as congresses

    return render("congress_table", table=congresses.congress_table(page, dossier_of(page)))


@registry.macro(
    block=True,
    check=needs_organization,
    names=of_congresses,
    guide="Danh sách những người được nêu tên trong cấp ủy qua từng kỳ đại hội, kèm số ủy viên.",
)
def committee_rolls(page: Page, organization: OrganizationId | None = None) -> Markup:
    """The known members of the committees in each congress's term, as rolls."""
    from macros.views import rolls

    return render("committee_rolls", rolls=rolls.committee_rolls(page, dossier_of(page)))


@registry.macro(
    block=True,
    check=needs_organization,
    names=in_events,
    guide="Biên niên: các sự kiện có ngày của tổ chức.",
)
def events(page: Page, organization: OrganizationId | None = None) -> Markup:
    """The dated events of an organization."""
    from macros.views import organization as views

    dossier = dossier_of(page)
    return render("events", events=views.events(page, dossier), order=views.order_note(dossier))


@registry.macro(
    block=True,
    guide="Danh sách các tổ chức chưa có tập riêng.",
)
def organization_list(page: Page) -> Markup:
    """The organizations without a volume of their own, with what is known about them."""
    from macros.views.organization_page import listed

    return render("organization_list", organizations=listed(page))


@registry.macro(block=True)
def organization_page(page: Page, organization: OrganizationId) -> Markup:
    """All that is told of an organization without a volume of its own."""
    from macros.views.organization_page import organization_page as view

    return render("organization_page", organization=view(page, page.archive.dossiers[organization]))


@registry.macro(
    guide="Tên của một tổ chức vào thời điểm được kể, kèm liên kết (capital=true: viết hoa, "
    "khi mở đầu câu).",
    example='"may-thuong", "1950"',
)
def organization_name(
    page: Page, name: OrganizationId, date: str | None = None, capital: bool = False
) -> Markup:
    """An organization's name on `date` (EDTF), linked to its page."""
    from macros.views import organization as views
    from macros.views.common import at_start

    named = views.named(page, name, date)
    return render("link", link=at_start(named) if capital else named, cites=())


@registry.macro(
    block=True,
    names=in_changes,
    guide="Mọi lần hợp nhất, chia tách, đổi tên của cả trang trên một trục thời gian, rồi kể từng "
    "lần.",
)
def lineage_all(page: Page) -> Markup:
    """All mergers, divisions and renamings of the site as one picture, and in words."""
    from macros.views.river import river

    return render("lineage_all", river=river(page))
