"""Views of sources: what each is, and the facts taken from it, by paragraph."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from macros.chapter.page import LinkTarget
from macros.dates import say
from macros.evidence.told import told_in_file
from macros.model.codes import SOURCE_STATUSES
from macros.model.sources import Heading, Source
from macros.rules.inferred import marked
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Link, Page, When, at_start, organization_link, starting, when
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
    told: str
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
        told=_told(page, source),
        sections=_sections(page, source) if whole else (),
    )


def _told(page: Page, source: Source) -> str:
    """Return how many sentences hold a value of data/: “92/446 câu”, "" if nobody has counted."""
    document = page.archive.evidence.get(source.id)
    return capital(told_in_file(document).words) if document else ""


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
                said[number].append(
                    (None, f"Văn bản: {marked(document_name(document), document, *_OF_NAME)}")
                )
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


_OF_NAME = ("kind", "symbol", "subject", "signed_by")


def heading_of(source: Source, paragraph: int) -> str:
    """Return the printed heading over a paragraph, or NO_HEADING if none is recorded."""
    for heading in source.headings:
        first, _, last = heading.paragraphs.partition("-")
        if int(first) <= paragraph <= int(last or first):
            return _titled(heading)
    return NO_HEADING


def _titled(heading: Heading) -> str:
    return f"{heading.title} (trang {heading.pages})" if heading.pages else heading.title
