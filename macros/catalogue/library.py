"""Macros about sources and documents, and the macros of the look-up pages."""

from __future__ import annotations

from markupsafe import Markup

from macros.archive import Archive
from macros.catalogue.registry import (
    DocumentId,
    Faults,
    IssuerId,
    OrganizationId,
    SourceId,
    dossier_of,
    needs_organization,
    registry,
)
from macros.chapter.page import Context
from macros.messages.suggest import did_you_mean
from macros.model.citations import CitationError, parse_citations
from macros.rendering.templates import render
from macros.views import documents, library
from macros.views.common import Page, cites, document_link
from macros.views.facts import cited_for_document


def _readable(context: Context[Archive], citation: str) -> Faults:
    """The citation names an existing source and paragraph."""
    try:
        stretch = parse_citations(citation)
    except CitationError as error:
        yield error.message, error.remedy
        return
    source = stretch[0].source
    if source not in context.archive.sources:
        hint = did_you_mean(source, context.archive.sources).strip()
        yield f"không có nguồn nào mang mã “{source}”", hint or "xem các tệp trong data/sources/"
        return
    last = context.archive.paragraphs.get(source)
    for one in stretch:
        if one.unit == "paragraph" and last is not None and one.last > last:
            yield f"trích dẫn {one} vượt quá đoạn cuối ({last}) của nguồn", "sửa số đoạn"


@registry.macro(
    check=_readable,
    guide="Dấu nguồn cho một câu không có dữ kiện nào đứng sau.",
    example='"ky-yeu#2"',
)
def cite(page: Page, citation: str) -> Markup:
    """A citation alone, for a sentence that is not generated from data."""
    return render("cite", cites=cites(page, parse_citations(citation)))


@registry.macro(
    guide="Một văn bản: loại, số, ngày, dẫn đến mục của văn bản.",
    example='"quyet-dinh-12-1950"',
)
def document(page: Page, document: DocumentId, cite: bool = True) -> Markup:
    """A document by kind, symbol and date, linked to its entry."""
    record = page.archive.documents[document]
    cited = cited_for_document(page.archive, record, page.organization) if cite else ()
    return render("link", link=document_link(page, document), cites=cites(page, cited))


@registry.macro(
    block=True,
    guide="Danh sách các nguồn.",
)
def source_list(page: Page) -> Markup:
    """All sources with their descriptions and up to when they speak."""
    sources = tuple(
        library.source_view(page, one, whole=False) for one in page.archive.sources.values()
    )
    return render("source_list", sources=sources)


@registry.macro(block=True)
def source_entry(page: Page, source: SourceId) -> Markup:
    """One source with every fact taken from it, by paragraph."""
    view = library.source_view(page, page.archive.sources[source], whole=True)
    return render("source_entry", source=view)


@registry.macro(
    block=True,
    guide="Danh sách mọi nhân vật, xếp theo tên.",
)
def people_index(page: Page) -> Markup:
    """All people by given name, in Vietnamese order."""
    return render("people_index", initials=library.people_index(page))


@registry.macro(block=True)
def people_entries(page: Page, letter: str) -> Markup:
    """The people filed under one letter, with every post."""
    return render("people_entries", people=library.people_under(page, letter))


@registry.macro(
    block=True,
    guide="Danh sách cơ quan ban hành văn bản.",
)
def issuer_list(page: Page) -> Markup:
    """The bodies that issued documents."""
    return render("issuer_list", issuers=documents.issuers(page))


@registry.macro(
    block=True,
    guide="Các loại văn bản, mỗi loại của những cơ quan nào.",
)
def document_kinds(page: Page) -> Markup:
    """The kinds of document, how many of each, and from which issuers."""
    return render("document_kinds", kinds=documents.kinds(page))


@registry.macro(block=True)
def documents_of(page: Page, issuer: IssuerId) -> Markup:
    """An issuer's documents by kind and date."""
    return render(
        "documents_of",
        organization=documents.issuing_organization(page, issuer),
        groups=documents.documents_of(page, issuer),
    )


@registry.macro(
    block=True,
    check=needs_organization,
    guide="Những mâu thuẫn đã ghi nhận của tổ chức.",
)
def conflicts(page: Page, organization: OrganizationId | None = None) -> Markup:
    """The contradictions recorded for an organization."""
    return render("conflicts", conflicts=library.conflicts(page, dossier_of(page)))
