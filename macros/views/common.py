"""What every view is made of: links, dates and citations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from macros.archive import Archive, Dossier
from macros.chapter.page import Page as PageOf
from macros.chapter.page import Target
from macros.dates import Edtf, machine, say, say_with_day, short
from macros.model.citations import Citation, parse_citations
from macros.model.leadership import PostElsewhere
from macros.model.library import DOCUMENT_KINDS, Document
from macros.vietnamese import keep_name, keep_together

Page = PageOf[Archive]


@dataclass(frozen=True)
class Link:
    """Words that may lead somewhere: `url` is "" where the edition has no place for them."""

    text: str
    url: str = ""
    title: str = ""


@dataclass(frozen=True)
class When:
    """A date in words, and for machines where HTML can say it ("" otherwise)."""

    text: str
    machine: str = ""


@dataclass(frozen=True)
class Cite:
    """A citation mark: its number on the page, where it leads, what it says on hover."""

    number: int
    url: str
    title: str


@dataclass(frozen=True)
class Note:
    """The full citation behind a mark, as listed at the foot of a page."""

    number: int
    source: Link
    locator: str
    compared: bool


def locator_words(citations: Iterable[Citation]) -> str:
    """Return the places within one source in words: “đoạn 12–13, 17”."""
    words = []
    for unit, group in groupby(citations, key=lambda one: one.words.split(" ", 1)[0]):
        words.append(unit + " " + ", ".join(one.words.split(" ", 1)[1] for one in group))
    return "; ".join(words)


def _key(source: str, citations: Iterable[Citation]) -> str:
    return source + "#" + ",".join(one.locator for one in citations)


def cites(page: Page, citations: Iterable[Citation]) -> tuple[Cite, ...]:
    """Return one mark for each source of `citations`, numbered on `page`."""
    marks = []
    for source_id, group in groupby(sorted(set(citations)), key=lambda one: one.source):
        stretch = tuple(group)
        source = page.archive.sources.get(source_id)
        title = source.title if source else source_id
        marks.append(
            Cite(
                number=page.cite_number(_key(source_id, stretch)),
                url=page.url(Target("source", source_id, part=_part(stretch))),
                title=f"{title}, {locator_words(stretch)}",
            )
        )
    return tuple(sorted(marks, key=lambda mark: mark.number))


def notes(page: Page) -> tuple[Note, ...]:
    """Return the full citations of all marks that the page has given so far."""
    found = []
    for key in page.citations:
        stretch = parse_citations(key)
        source = page.archive.sources.get(stretch[0].source)
        target = Target("source", stretch[0].source, part=_part(stretch))
        found.append(
            Note(
                number=page.cite_number(key),
                source=Link(source.title if source else stretch[0].source, page.url(target)),
                locator=locator_words(stretch),
                compared=all(one.unit == "paragraph" for one in stretch),
            )
        )
    return tuple(found)


def _part(stretch: tuple[Citation, ...]) -> str:
    """Return the first paragraph of a stretch, which is where its mark leads."""
    return str(stretch[0].first) if stretch[0].unit == "paragraph" else ""


def when(date: Edtf | None, *, style: str = "say") -> When | None:
    """Return a date as words; `style` is say, say_with_day or short."""
    if date is None:
        return None
    words = {"say": say, "say_with_day": say_with_day, "short": short}[style](date)
    return When(keep_together(words), machine(date) or "")


def person_link(page: Page, person_id: str) -> Link:
    """Return a person's name leading to the person's entry."""
    person = page.archive.people.get(person_id)
    name = person.name if person else person_id
    return Link(keep_name(name), page.url(Target("person", person_id)))


def name_on(dossier: Dossier, date: Edtf | None, *, full: bool = False) -> str:
    """Return the organization's name on a date; today's fixed short name where none is known."""
    name = dossier.name_on(date)
    if name is None:
        return dossier.title
    return name.name if full or not name.short_name else name.short_name


def organization_link(page: Page, identifier: str, date: Edtf | None = None) -> Link:
    """Return an organization's name, as of `date` if given, leading to its page."""
    dossier = page.archive.dossiers.get(identifier)
    if dossier is None:
        return Link(identifier)
    text = name_on(dossier, date) if date else dossier.title
    return Link(text, page.url(Target("organization", identifier)))


def document_name(document: Document) -> str:
    """Return what a document is called in a sentence: “Quyết định số 1000-QĐ/TU”."""
    kind = DOCUMENT_KINDS[document.kind]
    if document.symbol:
        return keep_together(f"{kind} số {document.symbol}")
    return f"{kind} “{document.subject}”" if document.subject else kind


def document_link(page: Page, identifier: str) -> Link:
    """Return a document by kind, symbol and date, leading to its entry."""
    document = page.archive.documents.get(identifier)
    if document is None:
        return Link(identifier)
    name = document_name(document)
    if document.date and document.symbol:
        name = keep_together(f"{name} {say_with_day(document.date)}")
    return Link(name, page.url(Target("document", identifier)), document.subject or "")


def elsewhere(page: Page, posts: Iterable[PostElsewhere]) -> tuple[Link, ...]:
    """Return posts held elsewhere, linked where the organization is one of the site's."""
    found = []
    for post in posts:
        if post.organization:
            link = organization_link(page, post.organization)
            found.append(Link(f"{post.role} {link.text}", link.url))
        else:
            found.append(Link(post.role))
    return tuple(found)
