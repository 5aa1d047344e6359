"""Views of the look-up pages: sources by paragraph, people, documents, contradictions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from macros.archive import Archive, Dossier
from macros.chapter.page import Target
from macros.dates import order_key, say
from macros.model.base import Fact
from macros.model.figures import Observation
from macros.model.figures import Target as TargetRow
from macros.model.leadership import (
    BODIES,
    Committee,
    Conflict,
    Congress,
    Event,
    Membership,
)
from macros.model.library import DOCUMENT_KINDS, Document, Heading, Source
from macros.model.organization import ChangeEvent, Founding, Headquarters, Name
from macros.places import fact_anchor, initial_of
from macros.terms import start_of
from macros.vietnamese import keep_together, person_sort_key
from macros.views.common import (
    Cite,
    Link,
    Page,
    When,
    cites,
    document_name,
    organization_link,
    person_link,
    when,
)
from macros.views.figures import figure_text, part_words
from macros.views.leadership import PersonEntry, person_entry
from macros.views.organization import CHANGE_WORDS, when_words

NO_HEADING = "Dữ kiện theo đoạn"
"""What the paragraphs of a source stand under where no printed heading is recorded."""

STATUS_WORDS = {"draft": "dự thảo", "final": "bản chính thức", "unknown": "không rõ"}


def fact_words(archive: Archive, owner: str, fact: Fact) -> str:
    """Return a fact in one line, as the list of what a source says tells it."""
    if isinstance(fact, Observation):
        indicator = archive.indicators.get(fact.indicator)
        label = indicator.label if indicator else fact.indicator
        category = part_words(archive, fact)
        part = f" – {category}" if category else ""
        period = fact.period_printed or say(fact.period)
        return f"{label}{part} ({period}): {figure_text(archive, fact)}"
    if isinstance(fact, Membership):
        person, role = archive.people.get(fact.person), archive.roles.get(fact.post)
        start = start_of(archive, archive.dossiers[owner], fact)
        since = f", {when_words(start, None)}" if start else ""
        post, name = role.label if role else fact.post, person.name if person else fact.person
        return f"{post}: {name}{since}"
    if isinstance(fact, Congress):
        return f"Đại hội lần thứ {fact.ordinal}" + (f", {say(fact.dates)}" if fact.dates else "")
    if isinstance(fact, Committee):
        size = f": {fact.size} ủy viên" if fact.size is not None else ""
        at = f" (Đại hội {fact.congress})" if fact.congress else ""
        return f"{BODIES[fact.body]}{at}{size}"
    return _other_words(fact)


def _other_words(fact: Fact) -> str:
    if isinstance(fact, Name):
        since = f", {when_words(fact.start_date, None)}" if fact.start_date else ""
        return f"Tên gọi: {fact.name}{since}"
    if isinstance(fact, Headquarters):
        return f"Trụ sở: {fact.address}"
    if isinstance(fact, Founding):
        return "Thành lập" + (f": {say(fact.date)}" if fact.date else "")
    if isinstance(fact, ChangeEvent):
        return f"{CHANGE_WORDS[fact.kind]}" + (f": {fact.summary}" if fact.summary else "")
    if isinstance(fact, Event):
        return (f"{say(fact.date)}: " if fact.date else "") + fact.summary
    if isinstance(fact, TargetRow):
        return f"Chỉ tiêu: {fact.indicator}"
    return fact.id


@dataclass(frozen=True)
class Said:
    """What a passage states about one organization, a line for each fact."""

    organization: Link | None
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Paragraph:
    """What is drawn from one paragraph (or page) of a source."""

    anchor: str
    label: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Section:
    """A printed heading of a source with its paragraphs."""

    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class SourceView:
    """A source: what it is, how far it speaks, everything drawn from it by paragraph."""

    id: str
    link: Link
    title: str
    kind: str
    issuer: str
    date: When | None
    status: str
    speaks_until: str
    kept_at: str
    access: str
    note: str
    organizations: tuple[Link, ...]
    facts: int
    sections: tuple[Section, ...]


def source_view(page: Page, source: Source, *, whole: bool) -> SourceView:
    """Return a source; with `whole`, every fact drawn from it under its paragraph."""
    archive = page.archive
    cited = archive.citing.get(source.id, ())
    return SourceView(
        id=source.id,
        link=Link(source.title, page.url(Target("source", source.id))),
        title=source.title,
        kind=source.kind,
        issuer=source.issuer or "",
        date=when(source.date),
        status=STATUS_WORDS[source.status],
        speaks_until=say(source.speaks_until),
        kept_at=source.kept_at or "",
        access=source.access or "",
        note=source.note or "",
        organizations=tuple(organization_link(page, one) for one in source.organizations),
        facts=len({(owner, fact.id) for _, owner, fact in cited}),
        sections=_sections(page, source) if whole else (),
    )


_Lines = list[tuple[Link | None, str]]
"""What a passage states: the organization that a fact is about, and the fact in words."""


def _sections(page: Page, source: Source) -> tuple[Section, ...]:
    """Group what a source says by paragraph and printed heading."""
    said: dict[int, _Lines] = defaultdict(list)
    elsewhere: dict[str, _Lines] = defaultdict(list)
    for citation, owner, fact in page.archive.citing.get(source.id, ()):
        about = organization_link(page, owner) if owner in page.archive.dossiers else None
        line = (about, keep_together(fact_words(page.archive, owner, fact)))
        if citation.unit == "paragraph":
            for number in citation.numbers:
                said[number].append(line)
        else:
            elsewhere[citation.words].append(line)
    for document in page.archive.documents.values():
        for citation in document.cite:
            if citation.source == source.id and citation.unit == "paragraph":
                for number in citation.numbers:
                    said[number].append((None, f"Văn bản: {document_name(document)}"))
    sections: dict[str, list[Paragraph]] = {}
    # Chapters may cite a paragraph that no fact is drawn from: each has its place.
    last = max([page.archive.paragraphs.get(source.id, 0), *said])
    for number in range(1, last + 1):
        lines = _by_organization(said.get(number, []))
        paragraph = Paragraph(f"doan-{number}", f"Đoạn {number}", lines)
        sections.setdefault(heading_of(source, number), []).append(paragraph)
    for label, others in sorted(elsewhere.items()):
        paragraph = Paragraph("", label.capitalize(), _by_organization(others))
        sections.setdefault(NO_HEADING, []).append(paragraph)
    return tuple(Section(capital(title), tuple(items)) for title, items in sections.items())


def _by_organization(lines: _Lines) -> tuple[Said, ...]:
    """Return lines under the organization they are about, each said once."""
    found: dict[Link | None, dict[str, None]] = defaultdict(dict)
    for about, text in lines:
        found[about][text] = None
    return tuple(Said(about, tuple(texts)) for about, texts in found.items())


def capital(text: str) -> str:
    """Return `text` as a heading begins: with a capital letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def heading_of(source: Source, paragraph: int) -> str:
    """Return the printed heading over a paragraph, or what stands for it where none is recorded."""
    for heading in source.headings:
        first, _, last = heading.paragraphs.partition("-")
        if int(first) <= paragraph <= int(last or first):
            return _titled(heading)
    return NO_HEADING


def _titled(heading: Heading) -> str:
    return f"{heading.title} (trang {heading.pages})" if heading.pages else heading.title


@dataclass(frozen=True)
class PersonLine:
    """A person in an index: the name and the posts held."""

    link: Link
    posts: tuple[str, ...]
    distinguished_by: str


@dataclass(frozen=True)
class Initial:
    """The people filed under one letter."""

    letter: str
    url: str
    people: tuple[PersonLine, ...]


def people_index(page: Page) -> tuple[Initial, ...]:
    """Return all people by the initial of the given name, in Vietnamese order."""
    filed: dict[str, list[PersonLine]] = defaultdict(list)
    for person in sorted(page.archive.people.values(), key=lambda one: person_sort_key(one.name)):
        filed[initial_of(person.id)].append(
            PersonLine(
                person_link(page, person.id), _posts(page, person.id), person.distinguished_by or ""
            )
        )
    return tuple(
        Initial(letter.upper(), page.url(Target("people", letter)), tuple(lines))
        for letter, lines in sorted(filed.items())
    )


def _posts(page: Page, person_id: str) -> tuple[str, ...]:
    held = page.archive.memberships_of.get(person_id, ())
    words = []
    for dossier, membership in held:
        role = page.archive.roles.get(membership.post)
        words.append(f"{role.label if role else membership.post}, {dossier.title}")
    return tuple(dict.fromkeys(words))


def people_under(page: Page, letter: str) -> tuple[PersonEntry, ...]:
    """Return the entries of the people filed under `letter`, in Vietnamese order."""
    filed = [one for one in page.archive.people.values() if initial_of(one.id) == letter]
    filed.sort(key=lambda one: person_sort_key(one.name))
    return tuple(person_entry(page, one.id) for one in filed)


@dataclass(frozen=True)
class DocumentView:
    """A document with where it is told."""

    id: str
    name: str
    date: When | None
    subject: str
    signed_by: str
    cites: tuple[Cite, ...]
    note: str


@dataclass(frozen=True)
class DocumentGroup:
    """An issuer's documents of one kind in order of date."""

    kind: str
    documents: tuple[DocumentView, ...]


@dataclass(frozen=True)
class IssuerLine:
    """An issuer in the index of documents."""

    link: Link
    documents: int


def issuers(page: Page) -> tuple[IssuerLine, ...]:
    """Return the issuers with the number of their documents."""
    return tuple(
        IssuerLine(Link(one.name, page.url(Target("issuer", one.id))), len(one.documents))
        for one in sorted(page.archive.issuers.values(), key=lambda one: one.name)
    )


def documents_of(page: Page, issuer: str) -> tuple[DocumentGroup, ...]:
    """Return an issuer's documents by kind and date."""
    grouped: dict[str, list[Document]] = defaultdict(list)
    for document in page.archive.issuers[issuer].documents:
        grouped[document.kind].append(document)
    return tuple(
        DocumentGroup(
            DOCUMENT_KINDS[kind],
            tuple(
                document_view(page, one)
                for one in sorted(group, key=lambda one: (order_key(one.date), one.symbol or ""))
            ),
        )
        for kind, group in sorted(grouped.items(), key=lambda item: DOCUMENT_KINDS[item[0]])
    )


def document_view(page: Page, document: Document) -> DocumentView:
    """Return a document with its date, subject and citations."""
    return DocumentView(
        id=document.id,
        name=document_name(document),
        date=when(document.date),
        subject=document.subject or "",
        signed_by=document.signed_by or "",
        cites=cites(page, document.cite),
        note=document.note or "",
    )


@dataclass(frozen=True)
class Side:
    """One claim of a conflict, in words."""

    text: str
    cites: tuple[Cite, ...]
    shown: bool


@dataclass(frozen=True)
class ConflictView:
    """A contradiction: what it is about, what each passage says, what a reader may take from it."""

    id: str
    topic: str
    sides: tuple[Side, ...]
    note: str


def conflicts(page: Page, dossier: Dossier) -> tuple[ConflictView, ...]:
    """Return the contradictions recorded for an organization and those its volume tells of."""
    return tuple(
        _conflict(page, one, conflict, fact_anchor("conflict", conflict.id, one.id, dossier.id))
        for one in page.archive.family(dossier.id) or (dossier,)
        for conflict in one.conflicts
    )


def _conflict(page: Page, dossier: Dossier, conflict: Conflict, anchor: str) -> ConflictView:
    sides = []
    for claim in conflict.claims:
        if claim.fact:
            owner = claim.fact.partition("/")[0] if "/" in claim.fact else dossier.id
            fact = page.archive.fact(claim.fact, dossier.id)
            text = fact_words(page.archive, owner, fact) if fact else claim.fact
            marks = cites(page, fact.cite) if fact else ()
        else:
            text, marks = claim.statement or "", cites(page, claim.cite or ())
        sides.append(Side(keep_together(text), marks, claim.shown))
    return ConflictView(anchor, capital(conflict.topic), tuple(sides), conflict.note)
