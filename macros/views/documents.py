"""Views of documents: issuers, their documents by kind, where each document appears."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from macros.addresses.entities import with_pages
from macros.addresses.places import kind_anchor
from macros.chapter.page import LinkTarget
from macros.dates import order_key
from macros.model.codes import DOCUMENT_KINDS
from macros.model.documents import Document
from macros.text.vietnamese import keep_together, sort_key
from macros.views.appearances import Appearances, appearances_of_document
from macros.views.common import (
    Cite,
    Link,
    Page,
    When,
    cites,
    document_link,
    organization_link,
    when,
)
from macros.wording.documents import document_name
from macros.wording.effective import ISSUED, effective_words
from macros.wording.inferred import inferred_words

NO_SUBJECT = "Tài liệu không nêu trích yếu."


@dataclass(frozen=True)
class DocumentView:
    """A document and where it appears; `url` leads to its page, if it has one."""

    id: str
    name: str
    url: str
    date: When | None
    effective: str
    """From when it is in force, in words."""
    subject: str
    signed_by: str
    term: str
    printed: str
    replaces: tuple[Link, ...]
    cites: tuple[Cite, ...]
    note: str
    appearances: tuple[Appearances, ...]


@dataclass(frozen=True)
class DocumentGroup:
    """An issuer's documents of one kind in order of date; `anchor` is the id to link to."""

    anchor: str
    kind: str
    documents: tuple[DocumentView, ...]


@dataclass(frozen=True)
class IssuerLine:
    """An issuer in the index of documents."""

    link: Link
    documents: int


@dataclass(frozen=True)
class KindLine:
    """A kind of document in the index: how many there are, and from which issuers."""

    kind: str
    documents: int
    issuers: tuple[IssuerLine, ...]


def issuers(page: Page) -> tuple[IssuerLine, ...]:
    """Return the issuers in Vietnamese order with the number of their documents."""
    return tuple(
        IssuerLine(Link(one.name, page.url(LinkTarget("issuer", one.id))), len(one.documents))
        for one in sorted(page.archive.issuers.values(), key=lambda one: sort_key(one.name))
    )


def kinds(page: Page) -> tuple[KindLine, ...]:
    """Return the kinds of document, the most frequent first, each with its issuers."""
    found: dict[str, list[IssuerLine]] = defaultdict(list)
    for issuer in sorted(page.archive.issuers.values(), key=lambda one: sort_key(one.name)):
        counted = Counter(one.kind for one in issuer.documents)
        for kind, number in counted.items():
            url = page.url(LinkTarget("issuer", issuer.id, part=kind))
            found[kind].append(IssuerLine(Link(issuer.name, url), number))
    lines = [
        KindLine(DOCUMENT_KINDS[kind], sum(one.documents for one in listed), tuple(listed))
        for kind, listed in found.items()
    ]
    return tuple(sorted(lines, key=lambda line: (-line.documents, sort_key(line.kind))))


def issuing_organization(page: Page, issuer: str) -> Link | None:
    """Return the organization that an issuer is, if the data have it."""
    organization = page.archive.issuers[issuer].organization
    return organization_link(page, organization) if organization else None


def documents_of(page: Page, issuer: str) -> tuple[DocumentGroup, ...]:
    """Return an issuer's documents by kind and date."""
    grouped: dict[str, list[Document]] = defaultdict(list)
    for document in page.archive.issuers[issuer].documents:
        grouped[document.kind].append(document)
    return tuple(
        DocumentGroup(
            kind_anchor(kind),
            DOCUMENT_KINDS[kind],
            tuple(
                document_view(page, one)
                for one in sorted(group, key=lambda one: (order_key(one.date), one.symbol or ""))
            ),
        )
        for kind, group in sorted(grouped.items(), key=lambda item: DOCUMENT_KINDS[item[0]])
    )


def _subject(document: Document) -> str:
    """Return the line under a document's name, "" if the name is its title already."""
    if document.subject is None:
        return NO_SUBJECT
    return document.subject if document.symbol else ""


def _issued(document: Document) -> When | None:
    """Return the day of a document, with the word for it if another day stands beside it."""
    dated = when(document.date, style="say_with_day" if document.effective_date else "say")
    if dated and document.effective_date:
        return dated._replace(text=f"{ISSUED} {dated.text}")
    return dated


def _page_of(page: Page, document: str) -> str:
    known = document in with_pages(page.archive, "document")
    return page.url(LinkTarget("document", document)) if known else ""


def document_view(page: Page, document: Document) -> DocumentView:
    """Return a document with its date, subject, citations and appearances."""
    return DocumentView(
        id=document.id,
        name=document_name(document),
        url=_page_of(page, document.id),
        date=_issued(document),
        effective=keep_together(effective_words(document.effective_date, document.date)),
        subject=_subject(document),
        signed_by=document.signed_by or "",
        term=document.term or "",
        printed=document.printed or "",
        replaces=tuple(document_link(page, one) for one in document.replaces),
        cites=cites(page, document.cite, inferred_words(document)),
        note=document.note or "",
        appearances=appearances_of_document(page, document.id),
    )
