"""Views of what happened to a person after a term: beside the term, and in the person's entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.model.base import citations_of
from macros.rules.later import in_order
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Cite, Link, Page, cites, document_link
from macros.wording.inferred import inferred_words
from macros.wording.people import later_words

if TYPE_CHECKING:
    from macros.model.people import Later, Person


@dataclass(frozen=True)
class LaterLine:
    """A fact of a person's entry: what happened when, on which documents."""

    text: str
    documents: tuple[Link, ...]
    cites: tuple[Cite, ...]
    note: str


def later_lines(page: Page, person: Person) -> tuple[LaterLine, ...]:
    """Return what happened to a person later, in order of time."""
    return tuple(
        LaterLine(
            capital(keep_together(later_words(one))),
            tuple(document_link(page, document) for document in one.documents),
            cites(page, citations_of(one), inferred_words(one)),
            one.note or "",
        )
        for one in in_order(person)
    )


def said(page: Page, one: Later) -> str:
    """Return what happened in words, with its documents and with what of it is inferred."""
    mark = inferred_words(one)
    words = later_words(
        one, (document_link(page, each, dated=False).text for each in one.documents)
    )
    return keep_together(f"{words} ({mark})" if mark else words)
