"""Views of one value of one fact, for the middle of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.archive import split_reference
from macros.chapter.page import LinkTarget
from macros.dates import machine, say_with_day
from macros.model.statistics import Observation
from macros.rules import fact_dates
from macros.rules.inferred import INFERRED, marked
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Link, When

if TYPE_CHECKING:
    from macros.archive import Archive
    from macros.dates import Edtf
    from macros.model.base import Fact
    from macros.model.citations import Citation
    from macros.model.congresses import Committee
    from macros.model.documents import Document
    from macros.views.common import Page


def cited_for_document(
    archive: Archive, document: Document, organization: str | None
) -> tuple[Citation, ...]:
    """Return the citations for a document's name and date within a sentence.

    If only some sources print the date, those are cited. Otherwise one citation is enough, from a
    source about `organization` if there is one.
    """
    if document.date and "date" in document.cite_for:
        return document.cite_for["date"][:1]
    volume = archive.volume_of.get(organization or "")
    near = [
        citation
        for citation in document.cite
        if (source := archive.sources.get(citation.source))
        and any(archive.volume_of.get(one) == volume for one in source.organizations)
    ]
    return tuple(near[:1]) or document.cite[:1]


def in_sentence(date: Edtf | None, *, begins: bool = False, inferred: bool = False) -> When:
    """Return a date for the middle of a sentence (“ngày 30/10/2008”), or for its beginning.

    One that is inferred is marked: “ngày 10/02/1996 (suy ra)”.
    """
    assert date is not None
    words = keep_together(say_with_day(date) + (f" {INFERRED}" if inferred else ""))
    return When(capital(words) if begins else words, machine(date) or "")


def place_of_date(page: Page, organization: str, reference: str, fact: Fact) -> tuple[str, str]:
    """Return where a dated fact is listed, at the paragraph that tells it, and the key of its card.

    `reference` is how the fact is named in `organization`.
    """
    owner, identifier = split_reference(reference, organization)
    if isinstance(fact, Observation):  # it has a row of its own
        return page.url(LinkTarget("statistic", identifier, owner)), ""
    cited = fact_dates.cited_for_date(fact, end=False)[0]
    part = str(cited.first) if cited.unit == "paragraph" else ""
    return page.url(LinkTarget("source", cited.source, part=part)), key_of(owner, identifier)


def key_of(owner: str, identifier: str) -> str:
    """Return the key of the card of a fact among those of one place."""
    return f"{owner}/{identifier}"


def size_of(committee: Committee) -> Link:
    """Return the size of a body: “23 ủy viên”, or in the unit of the source."""
    unit = "cán bộ" if committee.body == "office" else "ủy viên"
    return Link(keep_together(marked(f"{committee.size} {unit}", committee, "size", "body")))
