"""Macros about documents: one in a sentence, their kinds and issuers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.catalogue.registry import DocumentId, IssuerId, registry
from macros.rendering.templates import render

if TYPE_CHECKING:
    from macros.views.common import Page


@registry.macro(
    guide="Một văn bản: loại, số, ngày, dẫn đến mục của văn bản.",
    example='"quyet-dinh-12-1950"',
)
def document(page: Page, document: DocumentId, cite: bool = True) -> Markup:
    """A document by kind, symbol and date, linked to its entry."""
    from macros.views.common import cites, document_link
    from macros.views.facts import cited_for_document

    record = page.archive.documents[document]
    cited = cited_for_document(page.archive, record, page.organization) if cite else ()
    return render("link", link=document_link(page, document), cites=cites(page, cited))


@registry.macro(
    block=True,
    guide="Danh sách cơ quan ban hành văn bản.",
)
def issuer_list(page: Page) -> Markup:
    """The bodies that issued documents."""
    from macros.views import documents as views

    return render("issuer_list", issuers=views.issuers(page))


@registry.macro(
    block=True,
    guide="Các loại văn bản, mỗi loại của những cơ quan nào.",
)
def document_kinds(page: Page) -> Markup:
    """The kinds of document, how many of each, and from which issuers."""
    from macros.views import documents as views

    return render("document_kinds", kinds=views.kinds(page))


@registry.macro(block=True)
def documents_of(page: Page, issuer: IssuerId) -> Markup:
    """An issuer's documents by kind and date."""
    from macros.views import documents as views

    return render(
        "documents_of",
        organization=views.issuing_organization(page, issuer),
        groups=views.documents_of(page, issuer),
    )


@registry.macro(block=True)
def document_page(page: Page, document: DocumentId) -> Markup:
    """All that is told of a document."""
    from macros.views.document_page import document_page as view

    return render("document_page", document=view(page, document))
