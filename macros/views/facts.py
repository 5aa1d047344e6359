"""Views of one value of one fact, for the middle of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.dates import machine, say_with_day
from macros.model.leadership import Membership
from macros.rules.inferred import INFERRED, marked
from macros.rules.inferred import is_inferred as is_value_inferred
from macros.rules.terms import start_basis, start_of
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Link, When

if TYPE_CHECKING:
    from macros.archive import Archive, Dossier
    from macros.dates import Edtf
    from macros.model.base import Fact
    from macros.model.citations import Citation
    from macros.model.congresses import Committee
    from macros.model.documents import Document

_DATES = ("start_date", "date", "dates", "period")


def date_of(archive: Archive, dossier: Dossier, fact: Fact, *, end: bool) -> Edtf | None:
    """Return when a fact was or began, or with `end` when it ended; None if it has no date."""
    if end:
        ended: Edtf | None = getattr(fact, "end_date", None)
        return ended
    if isinstance(fact, Membership):
        return start_of(archive, dossier, fact)
    return next((date for name in _DATES if (date := getattr(fact, name, None))), None)


def is_inferred(archive: Archive, dossier: Dossier, fact: Fact, *, end: bool) -> bool:
    """Return whether no source states the date that :func:`date_of` returns."""
    if end:
        return is_value_inferred(fact, "end_date")
    if isinstance(fact, Membership):
        return start_basis(archive, dossier, fact) == "inferred"
    given = next((name for name in _DATES if getattr(fact, name, None)), "")
    return is_value_inferred(fact, given)


def cited_for_date(fact: Fact, *, end: bool) -> tuple[Citation, ...]:
    """Return the citations for a fact's date."""
    if end:
        return getattr(fact, "end_cite", None) or fact.cite_for.get("end_date", fact.cite)
    own = (fact.cite_for[name] for name in _DATES if name in fact.cite_for)
    return next(own, fact.cite)


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


def size_of(committee: Committee) -> Link:
    """Return the size of a body: “23 ủy viên”, or in the unit of the source."""
    unit = "cán bộ" if committee.body == "office" else "ủy viên"
    return Link(keep_together(marked(f"{committee.size} {unit}", committee, "size", "body")))
