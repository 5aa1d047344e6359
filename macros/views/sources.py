"""Views of sources: what each is, and what the site tells from each of its paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.addresses.places import READING, source_anchor, text_file
from macros.chapter.page import LinkTarget
from macros.dates import say
from macros.evidence.sentence_status import ParagraphSentences, source_sentences
from macros.model.citations import Citation
from macros.model.codes import SOURCE_STATUSES
from macros.model.source_codes import PUBLISHED_REASONS
from macros.model.sources import Heading, Source, spanned
from macros.rules.citations import RECOGNISED
from macros.rules.inferred import marked
from macros.text.numbers import say_ranges
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Link, Page, When, at_start, organization_link, starting, when
from macros.views.passages import chapters_citing, fact_url, state_of
from macros.wording.documents import document_name
from macros.wording.facts import fact_words

NO_HEADING = "Dữ kiện theo đoạn"
"""The heading for paragraphs of a source without a recorded printed heading."""


@dataclass(frozen=True)
class Said:
    """What a passage states about one organization, one line per fact."""

    organization: Link | None
    lines: tuple[Link, ...]


@dataclass(frozen=True)
class Paragraph:
    """What is told from one paragraph (or page) of a source: facts, and the chapters that cite it.

    `state` says which of its sentences are told, which are not, and why; () if nobody has counted.
    `text` is its own text, only where the source is published; `headed` if that is a heading.
    """

    anchor: str
    label: str
    said: tuple[Said, ...]
    chapters: tuple[Link, ...] = ()
    state: tuple[Link, ...] = ()
    text: str = ""
    headed: bool = False


@dataclass(frozen=True)
class Section:
    """A printed heading of a source with its paragraphs; `told` counts their sentences."""

    anchor: str
    title: str
    span: str
    told: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class SourceView:
    """A source: what it is, up to when it speaks, the facts taken from it by paragraph.

    `published` says why its text may be shown, "" if it is not; `text_file` is the text to save,
    `reading` the anchor of what is said of reading it; `asked` who can be asked, if `access` does
    not say.
    """

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
    published: str
    text_file: str
    reading: str
    asked: str
    note: str
    transcribed: bool
    recognised: str
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
        published=_published(page, source),
        text_file=page.url(LinkTarget("file", text_file(source.id))),
        reading=source_anchor(READING),
        asked=_asked(source),
        note=source.note or "",
        transcribed=source.transcribed,
        recognised=_recognised(page, source),
        missing=source.missing,
        organizations=starting(organization_link(page, one) for one in source.organizations),
        facts=len({(owner, fact.id) for _, owner, fact in cited}),
        told=_told(page, source),
        sections=_sections(page, source) if whole else (),
    )


def _told(page: Page, source: Source) -> str:
    """Return what became of the sentences of a source in words, "" if nobody has counted."""
    return source_sentences(source, page.archive.evidence.get(source.id)).words


def _published(page: Page, source: Source) -> str:
    """Return why the text of a source is shown in words, "" if it is not."""
    published = source.published
    if published is None or source.id not in page.archive.texts:
        return ""
    why = capital(PUBLISHED_REASONS[published.reason])
    return f"{why}: {published.licence}" if published.licence else why


def _asked(source: Source) -> str:
    """Return whom to ask for a text that is not here, where its record does not say how."""
    if source.kept_at:
        return "Hỏi nơi giữ tài liệu"
    if source.issuer:
        return f"Chưa ghi; hỏi cơ quan soạn: {source.issuer}"
    return "Chưa ghi; hỏi ban biên tập"


def _recognised(page: Page, source: Source) -> str:
    """Return how far a transcription that a machine made has been read, "" for others."""
    if not source.ocr:
        return ""
    said = "Do máy nhận dạng từ ảnh quét"
    last = page.archive.paragraphs.get(source.id, 0)
    read = sorted(source.read_again)
    if not read:
        return f"{said}; chưa đoạn nào được đọc lại, dữ kiện {RECOGNISED}"
    others = "" if len(read) >= last > 0 else f"; dữ kiện của các đoạn khác {RECOGNISED}"
    return f"{said}; người biên tập đã đọc lại đoạn {say_ranges(read)}{others}"


def _dated(source: Source) -> When | None:
    """Return a source's date: as printed if its day was left blank."""
    shown = when(source.date)
    if source.printed:
        return When(source.printed, shown.machine if shown else "")
    return shown


_Lines = list[tuple[Link | None, Link]]
"""What a passage states: the organization that a fact is about, and the fact in words."""


def _sections(page: Page, source: Source) -> tuple[Section, ...]:
    """Group what a source says by paragraph and printed heading."""
    said: dict[int, _Lines] = defaultdict(list)
    elsewhere: dict[str, _Lines] = defaultdict(list)
    for citation, line in _cited(page, source):
        if citation.unit == "paragraph":
            for number in citation.numbers:
                said[number].append(line)
        else:
            elsewhere[citation.words].append(line)
    points = source_sentences(source, page.archive.evidence.get(source.id)).by_number
    lines = page.archive.texts.get(source.id, ())
    headings = _heading_lines(source)
    sections: dict[str, list[tuple[int, Paragraph]]] = {}
    # Every paragraph gets an anchor, because chapters may cite one without facts.
    last = max([page.archive.paragraphs.get(source.id, 0), len(lines), *said, *points])
    for number in range(1, last + 1):
        paragraph = Paragraph(
            source_anchor(str(number)),
            f"Đoạn {number}",
            _by_organization(said.get(number, [])),
            chapters_citing(page, f"{source.id}#{number}"),
            state_of(page, points[number]) if number in points else (),
            text=lines[number - 1] if number <= len(lines) else "",
            headed=number in headings,
        )
        sections.setdefault(heading_of(source, number), []).append((number, paragraph))
    for label, others in sorted(elsewhere.items()):
        paragraph = Paragraph("", label.capitalize(), _by_organization(others))
        sections.setdefault(NO_HEADING, []).append((0, paragraph))
    return tuple(
        _section(f"muc-{at}", title, items, points)
        for at, (title, items) in enumerate(sections.items(), start=1)
    )


def _heading_lines(source: Source) -> frozenset[int]:
    """Return the paragraphs that are headings, as the record leaves them out."""
    listed = (one.paragraphs for one in source.left_out if one.reason == "heading")
    return frozenset(number for one in listed for number in spanned(one))


def _section(
    anchor: str,
    title: str,
    items: list[tuple[int, Paragraph]],
    points: Mapping[int, ParagraphSentences],
) -> Section:
    numbers = [number for number, _ in items if number]
    counted = [points[number] for number in numbers if number in points]
    sentences = sum(one.sentences for one in counted)
    told = sum(len(one.told) for one in counted)
    return Section(
        anchor,
        capital(title),
        say_ranges(numbers),
        f"{told}/{sentences}" if sentences else "",
        tuple(paragraph for _, paragraph in items),
    )


def _cited(page: Page, source: Source) -> Iterator[tuple[Citation, tuple[Link | None, Link]]]:
    """Yield the facts and documents that cite a source, each with its citation."""
    archive = page.archive
    for citation, owner, fact in archive.citing.get(source.id, ()):
        known = owner in archive.dossiers
        about = at_start(organization_link(page, owner)) if known else None
        words = keep_together(fact_words(archive, owner, fact))
        yield citation, (about, Link(words, fact_url(page, owner, fact)))
    for citation, document in archive.documents_citing.get(source.id, ()):
        words = f"Văn bản: {marked(document_name(document), document, *_OF_NAME)}"
        url = page.url(LinkTarget("document", document.id))
        yield citation, (None, Link(words, url))


def _by_organization(lines: _Lines) -> tuple[Said, ...]:
    """Return the lines by organization, without repetitions."""
    found: dict[Link | None, dict[str, Link]] = defaultdict(dict)
    for about, line in lines:
        found[about].setdefault(line.text, line)
    return tuple(Said(about, tuple(each.values())) for about, each in found.items())


_OF_NAME = ("kind", "symbol", "subject", "signed_by")


def heading_of(source: Source, paragraph: int) -> str:
    """Return the printed heading over a paragraph in words, or NO_HEADING if none is recorded."""
    heading = heading_over(source, paragraph)
    return _titled(heading) if heading else NO_HEADING


def heading_over(source: Source, paragraph: int) -> Heading | None:
    """Return the printed heading over a paragraph, None if none is recorded."""
    for heading in source.headings:
        first, _, last = heading.paragraphs.partition("-")
        if int(first) <= paragraph <= int(last or first):
            return heading
    return None


def _titled(heading: Heading) -> str:
    pages = (heading.pages or "").replace("-", "–")
    return f"{heading.title} (trang {pages})" if pages else heading.title
