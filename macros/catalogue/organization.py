"""Macros on what an organization is: summary, lineage, congresses, events, lists."""

from __future__ import annotations

from markupsafe import Markup

from macros.catalogue.registry import (
    CongressOrdinal,
    OrganizationId,
    dossier_of,
    needs_organization,
    registry,
)
from macros.chapter.page import Target
from macros.templates import render
from macros.views import organization as views
from macros.views.common import Link, Page


@registry.macro(block=True, check=needs_organization)
def organization_summary(page: Page, organization: OrganizationId | None = None) -> Markup:
    """The box of names, founding, seats and last known leaders."""
    summary = views.summary(page, dossier_of(page))
    return render("organization_summary", name=summary.name, kind=summary.kind, rows=summary.rows)


@registry.macro(block=True, check=needs_organization)
def lineage(page: Page, organization: OrganizationId | None = None) -> Markup:
    """Who came out of whom: mergers, splits, renamings, transfers in order of time."""
    view = views.lineage(page, dossier_of(page))
    return render("lineage", title=view.title, changes=view.changes)


@registry.macro(block=True, check=needs_organization)
def congress(
    page: Page, ordinal: CongressOrdinal, organization: OrganizationId | None = None
) -> Markup:
    """One congress: days, term, delegates, bodies and officers elected."""
    dossier = dossier_of(page)
    record = dossier.congress(ordinal)
    assert record is not None
    view = views.congress_view(page, dossier, record)
    link = Link(view.name, page.url(Target("congress", ordinal, dossier.id)))
    return render("congress", congress=view, link=link)


@registry.macro(block=True, check=needs_organization)
def congress_table(page: Page, organization: OrganizationId | None = None) -> Markup:
    """All congresses of an organization side by side."""
    dossier = dossier_of(page)
    rows = tuple(views.congress_view(page, dossier, one) for one in dossier.congresses)
    return render("congress_table", congresses=rows)


@registry.macro(block=True, check=needs_organization)
def events(page: Page, organization: OrganizationId | None = None) -> Markup:
    """The dated events of an organization."""
    return render("events", events=views.events(page, dossier_of(page)))


@registry.macro(block=True)
def organization_cards(page: Page) -> Markup:
    """A card for each organization that has a volume of its own."""
    return render("organization_cards", cards=views.cards(page, page.archive.volumes))


@registry.macro(block=True)
def organization_list(page: Page) -> Markup:
    """The organizations that have no volume of their own, with what is known of them."""
    return render("organization_list", organizations=views.others(page))


@registry.macro()
def organization_name(page: Page, name: OrganizationId, date: str | None = None) -> Markup:
    """An organization's name as borne on `date` (EDTF), leading to its page."""
    return render("link", link=views.named(page, name, date), cites=())
