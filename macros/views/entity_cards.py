"""Views of the cards of people, organizations and documents: what a reader asks first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.chapter.page import LinkTarget
from macros.rules.document_relations import relations_of
from macros.rules.posts import is_member
from macros.text.vietnamese import capital
from macros.views.cards import Card, Row
from macros.views.career import held_by
from macros.views.common import Link, organization_link
from macros.views.decided import decided
from macros.views.documents import document_view
from macros.views.leadership import term_words
from macros.views.person_page import certainty, told_post
from macros.views.succession import succession
from macros.wording.organizations import kind_words, when_words
from macros.wording.people import life_years

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.archive import Dossier
    from macros.model.organization import Name
    from macros.views.career import Held
    from macros.views.common import Page
    from macros.views.succession import Sentence

MOST = 4
"""So many posts, names or sentences stand on a card; the page has the others."""


def person_card(page: Page, identifier: str) -> Card:
    """Return the card of a person: the posts with their years, and how surely these are known."""
    archive = page.archive
    person = archive.people[identifier]
    every = held_by(archive, identifier)
    posts = [one for one in every if not is_member(archive, one[1].post)] or every
    rows = (*_posts(page, posts), *_more(len(posts), "lần giữ chức"))
    told = "; ".join(filter(None, (life_years(person), person.distinguished_by)))
    return Card(told, person.name, rows, "", "")


def _posts(page: Page, held: Iterable[Held]) -> Iterator[Row]:
    for dossier, tenure in list(held)[:MOST]:
        known = certainty(tenure).removeprefix("ngày nhận và ngày thôi đều ")
        said = told_post(page.archive, dossier, tenure, term_words(tenure))
        yield Row("Chức danh", (Link(f"{said} ({known})" if known else said),))


def _more(count: int, what: str) -> Iterator[Row]:
    if count > MOST:
        yield Row("", (Link(f"và {count - MOST} {what} khác"),))


def organization_card(page: Page, dossier: Dossier) -> Card:
    """Return the card of an organization: from what it came, its names, what became of it."""
    own = dossier.organization
    names = [
        Row("Tên gọi", (Link(f"{one.short_name or one.name}{_since(one)}"),))
        for one in dossier.names_of("organization")
    ]
    told = succession(page, dossier)
    above = (Row("Trực thuộc", (organization_link(page, own.parent),)),) if own.parent else ()
    rows = (
        *above,
        *_sentences("Hình thành", (one for one in told if not one.last)),
        *names[:MOST],
        *_more(len(names), "tên"),
        *_sentences("Về sau", (one for one in told if one.last)),
    )
    return Card(capital(kind_words(own)), capital(dossier.title), rows, "", "")


def _since(name: Name) -> str:
    days = when_words(name.start_date, None)
    return f", {days}" if days else ""


def _sentences(label: str, told: Iterable[Sentence]) -> Iterator[Row]:
    for one in list(told)[:MOST]:
        yield Row(label, one.pieces)


def document_card(page: Page, identifier: str) -> Card:
    """Return the card of a document: its date and issuer, and what came about by it."""
    archive = page.archive
    document, issuer = archive.documents[identifier], archive.issuer_of[identifier]
    view = document_view(page, document)
    told = decided(page, identifier, relations_of(archive, identifier).facts)
    by = Link(document.signed_by or issuer.name, page.url(LinkTarget("issuer", issuer.id)))
    rows = (
        Row("Cơ quan", (by,)),
        *((Row("Ngày", (Link(view.date.text),)),) if view.date else ()),
        *((Row("Hiệu lực", (Link(view.effective),)),) if view.effective else ()),
        *((Row("Trích yếu", (Link(view.subject),)),) if view.subject else ()),
        *_sentences("Kết quả", told.opening),
        *(Row("Thay cho", (one,)) for one in view.replaces),
    )
    return Card("", view.name, rows, "", "")
