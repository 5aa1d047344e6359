"""Macros about sources: a citation, their list, their entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.archive import Archive
from macros.catalogue.registry import Faults, SourceId, registry
from macros.chapter.page import Context
from macros.chapter.registry import Finding
from macros.model.citations import CitationError, parse_citations
from macros.rendering.templates import render
from macros.rules.citations import refused

if TYPE_CHECKING:
    from macros.views.common import Page


def _readable(context: Context[Archive], citation: str) -> Faults:
    """The citation names an existing source and paragraph."""
    try:
        parsed = parse_citations(citation)
    except CitationError as error:
        yield error.message, error.remedy
        return
    told = set[Finding]()
    for one in parsed:
        found = refused(context.archive, one)
        if found and found not in told:
            told.add(found)
            yield found


@registry.macro(
    check=_readable,
    guide="Dấu nguồn cho một câu không có dữ kiện nào đứng sau.",
    example='"ky-yeu#2"',
)
def cite(page: Page, citation: str) -> Markup:
    """A citation alone, for a sentence that is not generated from data."""
    from macros.views.common import cites

    return render("cite", cites=cites(page, parse_citations(citation)))


@registry.macro(
    block=True,
    guide="Danh sách các nguồn.",
)
def source_list(page: Page) -> Markup:
    """All sources with their descriptions and up to when they speak."""
    from macros.views import sources as views

    sources = tuple(
        views.source_view(page, one, whole=False) for one in page.archive.sources.values()
    )
    return render("source_list", sources=sources)


@registry.macro(block=True)
def source_entry(page: Page, source: SourceId) -> Markup:
    """One source with every fact taken from it, by paragraph."""
    from macros.views import sources as views

    view = views.source_view(page, page.archive.sources[source], whole=True)
    return render("source_entry", source=view)
