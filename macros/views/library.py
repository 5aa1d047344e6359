"""Views of the look-up pages: sources by paragraph, people, contradictions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from macros.addresses.places import fact_anchor, initial_of
from macros.archive import Dossier
from macros.chapter.page import LinkTarget
from macros.dates import say
from macros.model.codes import SOURCE_STATUSES
from macros.model.conflicts import Conflict
from macros.model.sources import Heading, Source
from macros.text.vietnamese import capital, keep_together, person_sort_key
from macros.views.common import (
    Cite,
    Link,
    Page,
    When,
    at_start,
    cites,
    organization_link,
    person_link,
    post_in,
    starting,
    when,
)
from macros.views.leadership import PersonEntry, person_entry
from macros.wording.documents import document_name
from macros.wording.facts import fact_words

NO_HEADING = "Dữ kiện theo đoạn"
"""The heading for paragraphs of a source without a recorded printed heading."""


@dataclass(frozen=True)
class Said:
    """What a passage states about one organization, one line per fact."""

    organization: Link | None
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Paragraph:
    """The facts from one paragraph (or page) of a source."""

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
    """A source: what it is, up to when it speaks, the facts taken from it by paragraph."""

    id: str
    link: Link
    title: str
    kind: str
    issuer: str
    symbol: str
    date: When | None
    status: str
    speaks_until: str
    kept_at: str
    access: str
    note: str
    transcribed: bool
    missing: tuple[str, ...]
    organizations: tuple[Link, ...]
    facts: int
    sections: tuple[Section, ...]


def source_view(page: Page, source: Source, *, whole: bool) -> SourceView:
    """Return a source; with `whole`, including all facts taken from it, by paragraph."""
    archive = page.archive
    cited = archive.citing.get(source.id, ())
    return SourceView(
        id=source.id,
        link=Link(source.title, page.url(LinkTarget("source", source.id))),
        title=source.title,
        kind=source.kind,
        issuer=source.issuer or "",
        symbol=keep_together(source.symbol or ""),
        date=_dated(source),
        status=SOURCE_STATUSES[source.status],
        speaks_until=say(source.speaks_until),
        kept_at=source.kept_at or "",
        access=source.access or "",
        note=source.note or "",
        transcribed=source.transcribed,
        missing=source.missing,
        organizations=starting(organization_link(page, one) for one in source.organizations),
        facts=len({(owner, fact.id) for _, owner, fact in cited}),
        sections=_sections(page, source) if whole else (),
    )


def _dated(source: Source) -> When | None:
    """Return a source's date: as printed if its day was left blank."""
    shown = when(source.date)
    if source.printed:
        return When(source.printed, shown.machine if shown else "")
    return shown


_Lines = list[tuple[Link | None, str]]
"""What a passage states: the organization that a fact is about, and the fact in words."""


def _sections(page: Page, source: Source) -> tuple[Section, ...]:
    """Group what a source says by paragraph and printed heading."""
    said: dict[int, _Lines] = defaultdict(list)
    elsewhere: dict[str, _Lines] = defaultdict(list)
    for citation, owner, fact in page.archive.citing.get(source.id, ()):
        known = owner in page.archive.dossiers
        about = at_start(organization_link(page, owner)) if known else None
        line = (about, keep_together(fact_words(page.archive, owner, fact)))
        if citation.unit == "paragraph":
            for number in citation.numbers:
                said[number].append(line)
        else:
            elsewhere[citation.words].append(line)
    for citation, document in page.archive.documents_citing.get(source.id, ()):
        if citation.unit == "paragraph":
            for number in citation.numbers:
                said[number].append((None, f"Văn bản: {document_name(document)}"))
    sections: dict[str, list[Paragraph]] = {}
    # Every paragraph gets an anchor, because chapters may cite one without facts.
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
    """Return the lines by organization, without repetitions."""
    found: dict[Link | None, dict[str, None]] = defaultdict(dict)
    for about, text in lines:
        found[about][text] = None
    return tuple(Said(about, tuple(texts)) for about, texts in found.items())


def heading_of(source: Source, paragraph: int) -> str:
    """Return the printed heading over a paragraph, or NO_HEADING if none is recorded."""
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
        Initial(letter.upper(), page.url(LinkTarget("people", letter)), tuple(lines))
        for letter, lines in sorted(filed.items())
    )


def _posts(page: Page, person_id: str) -> tuple[str, ...]:
    held = page.archive.memberships_of.get(person_id, ())
    words = []
    for dossier, membership in held:
        post = page.archive.role_label(membership.post)
        words.append(f"{post_in(post, dossier.title)} {dossier.title}")
    return tuple(dict.fromkeys(words))


def people_under(page: Page, letter: str) -> tuple[PersonEntry, ...]:
    """Return the entries of the people filed under `letter`, in Vietnamese order."""
    filed = [one for one in page.archive.people.values() if initial_of(one.id) == letter]
    filed.sort(key=lambda one: person_sort_key(one.name))
    return tuple(person_entry(page, one.id) for one in filed)


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
    """Return the contradictions of an organization and of those that its volume covers."""
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
        sides.append(Side(capital(keep_together(text)), marks, claim.shown))
    return ConflictView(anchor, capital(conflict.topic), tuple(sides), conflict.note)
