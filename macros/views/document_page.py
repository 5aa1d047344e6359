"""The view of a document's page: what came about by it, who issued it, where it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.chapter.page import LinkTarget
from macros.dates import order_key
from macros.model.base import Fact
from macros.model.codes import DOCUMENT_KINDS
from macros.model.documents import Document
from macros.model.events import Event
from macros.model.statements import Statement
from macros.rules.document_relations import Relations, relations_of
from macros.rules.inferred import marked
from macros.text.vietnamese import capital, keep_together
from macros.views.appearances import ChapterMention, FactLine, chapter_mentions
from macros.views.common import Link, Page, When, at_start, cites, document_link, organization_link
from macros.views.decided import DECIDED, decided
from macros.views.documents import DocumentView, document_view
from macros.views.organization import EventRow, event_row
from macros.views.succession import Sentence
from macros.wording.conflicts import conflict_words
from macros.wording.documents import dated_name
from macros.wording.facts import fact_words


@dataclass(frozen=True)
class EventOf:
    """An event that rests on the document, and the organization that it is of."""

    organization: Link
    row: EventRow


@dataclass(frozen=True)
class DocumentPage:
    """All that is told of a document.

    `led` opens the page: what came about by the document, else its subject; `decided` is all of it,
    if that is too much to open with. `day` is None, `kind` and `subject` are "", where the title or
    the lead says it.
    """

    kind: str
    issuer: Link
    day: When | None
    led: tuple[Sentence, ...]
    document: DocumentView
    subject: str
    decided: tuple[Sentence, ...]
    events: tuple[EventOf, ...]
    said: tuple[FactLine, ...]
    statements: tuple[FactLine, ...]
    others: tuple[FactLine, ...]
    conflicts: tuple[Link, ...]
    replaced_by: tuple[Link, ...]
    alongside: tuple[Link, ...]
    """The documents on which a fact rests together with this one."""
    mentions: tuple[ChapterMention, ...]


def document_page(page: Page, identifier: str) -> DocumentPage:
    """Return the page of a document."""
    archive = page.archive
    document, issuer = archive.documents[identifier], archive.issuer_of[identifier]
    relations = relations_of(archive, identifier)
    # In the order of the page, so that the citations are numbered in that order.
    told = decided(page, identifier, relations.facts)
    subject = _subject(document)
    view = document_view(page, document)
    kind = capital(DOCUMENT_KINDS[document.kind])
    return DocumentPage(
        kind="" if view.name.lower().startswith(kind.lower()) else kind,
        day=view.date if dated_name(document) == view.name else None,
        issuer=Link(document.signed_by or issuer.name, page.url(LinkTarget("issuer", issuer.id))),
        led=told.opening or ((Sentence((Link(subject),), ()),) if subject else ()),
        document=view,
        subject="" if subject and not told.opening else view.subject,
        decided=told.every,
        events=tuple(_events(page, identifier, relations)),
        said=_lines(page, relations.said),
        statements=_lines(page, [one for one in relations.facts if isinstance(one[1], Statement)]),
        others=_lines(page, [one for one in relations.facts if not isinstance(one[1], _TOLD)]),
        conflicts=tuple(
            Link(
                capital(conflict_words(one)),
                page.url(LinkTarget("conflict", one.id, dossier.id)),
            )
            for dossier, one in relations.conflicts
        ),
        replaced_by=tuple(_replacing(page, one) for one in relations.replaced_by),
        alongside=tuple(_alongside(page, document, relations)),
        mentions=chapter_mentions(page, "document", identifier),
    )


_TOLD = (*DECIDED, Event, Statement)
"""The facts on a document that have a part of the page of their own."""


def _subject(document: Document) -> str:
    """Return what a document is about, "" if that is its name."""
    if document.subject is None or not document.symbol:
        return ""
    return f"{capital(document.subject.rstrip('.'))}."


def _events(page: Page, document: str, relations: Relations) -> Iterator[EventOf]:
    own = [(owner, one) for owner, one in relations.facts if isinstance(one, Event)]
    for owner, event in sorted(own, key=lambda one: order_key(one[1].date)):
        link = at_start(organization_link(page, owner, event.date))
        yield EventOf(link, event_row(page, page.archive.dossiers[owner], event, without=document))


def _lines(page: Page, facts: Sequence[tuple[str, Fact]]) -> tuple[FactLine, ...]:
    return tuple(
        FactLine(
            at_start(organization_link(page, owner)) if owner in page.archive.dossiers else None,
            keep_together(fact_words(page.archive, owner, fact)),
            cites(page, fact.cite),
        )
        for owner, fact in facts
    )


def _replacing(page: Page, document: str) -> Link:
    link = document_link(page, document)
    said = marked(link.text, page.archive.documents[document], "replaces", bracketed=True)
    return link._replace(text=said)


def _alongside(page: Page, document: Document, relations: Relations) -> Iterator[Link]:
    every = (one for _, fact in relations.facts for one in vars(fact)["documents"])
    for one in dict.fromkeys(every):
        if one != document.id and one in page.archive.documents:
            yield document_link(page, one)
