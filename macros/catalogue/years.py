"""Macros of years: the list of all, the page of one and of ten, the chronology of a volume."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.catalogue.naming import in_chronicle
from macros.catalogue.registry import OrganizationId, dossier_of, needs_organization, registry
from macros.rendering.templates import render

if TYPE_CHECKING:
    from macros.archive import Archive
    from macros.catalogue.registry import Faults
    from macros.chapter.page import Context
    from macros.views.common import Page

_YEAR = re.compile(r"[0-9]{4}")
_TEN_YEARS = re.compile(r"[0-9]{4}-[0-9]{4}")


@registry.macro(
    block=True,
    guide="Mọi năm có mục ghi được, xếp theo mười năm.",
)
def years_index(page: Page) -> Markup:
    """All years of which something is known."""
    from macros.views import years as views

    return render("years_index", index=views.years_index(page))


def _a_year(context: Context[Archive], year: str) -> Faults:
    """The year is one of four digits."""
    if not _YEAR.fullmatch(year):
        yield f"“{year}” không phải một năm", 'viết bốn chữ số, ví dụ year_page("1950")'


def _ten_years(context: Context[Archive], decade: str) -> Faults:
    """The ten years are two years with a hyphen."""
    if not _TEN_YEARS.fullmatch(decade):
        yield f"“{decade}” không phải mười năm", 'viết như decade_page("1950-1959")'


@registry.macro(block=True, check=_a_year)
def year_page(page: Page, year: str) -> Markup:
    """All that is told of a year."""
    from macros.views import years as views

    return render("year_page", year=views.year_page(page, int(year)))


@registry.macro(block=True, check=_ten_years)
def decade_page(page: Page, decade: str) -> Markup:
    """Ten years, each with its entries."""
    from macros.views import years as views

    return render("decade_page", decade=views.decade_page(page, decade))


@registry.macro(
    block=True,
    check=needs_organization,
    names=in_chronicle,
    guide="Biên niên của cả tập: thành lập, tên gọi, đại hội, nhân sự, việc, văn bản theo năm.",
)
def chronicle(page: Page, organization: OrganizationId | None = None) -> Markup:
    """Everything dated in a volume, year by year."""
    from macros.views.volume_chronicle import volume_chronicle

    return render("chronicle", chronicle=volume_chronicle(page, dossier_of(page)))
