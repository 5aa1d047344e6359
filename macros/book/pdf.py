"""Lays out a volume with WeasyPrint and writes it as PDF.

The pages are laid out once. Sections with page numbers (index, lists, contents) are laid out after
them, as a second document that continues the page numbers; both are written as one file. Laying out
everything twice would take twice as long.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from macros.archive import Archive
from macros.book import matter, page_flow, page_notes, weasyprint_fixes
from macros.book.compose import Volume
from macros.book.config import Settings
from macros.book.fallback import Cut, fallback, without_machine_fonts
from macros.book.formats import Format
from macros.book.join import plain
from macros.book.matter import Edition, Where
from macros.book.openings import (
    FOLLOW,
    ROOM,
    ROOM_IN_COLLECTED,
    Opening,
    back_openings,
    openings,
)
from macros.book.page_audit import notes_in, read, references_in
from macros.book.page_list import Start, read_starts
from macros.book.proof import Certificate, FaultyVolumeError, facts_of, prove
from macros.book.section import Section, one_by_one
from macros.book.titles import unbroken_ranges, whole_words
from macros.images.copies import CACHE as COPIES
from macros.messages.problems import Position, Problem, Severity, errors
from macros.project.books import BUILT
from macros.system.program import PROGRAM, own_or_default

STYLES = tuple(f"overrides/book/styles/{name}.css" for name in ("fonts", "paper", "front"))
READABLE = ("docs", "data/pictures", "overrides")
"""The folders from which a book may use files."""


class ProjectFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint is not typed
    """Opens only files in the project's own folders: no network, nothing else on the disk."""

    def __init__(self, root: Path, *more: Path) -> None:
        super().__init__(allowed_protocols=["file"])
        folders = [*(root / folder for folder in READABLE), PROGRAM / "overrides", COPIES, *more]
        self._folders = [folder.resolve() for folder in folders]

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """Return the file at `url`; raises ValueError for one outside the project."""
        parts = urlsplit(url)
        path = Path(unquote(parts.path)).resolve()
        if parts.scheme != "file" or parts.netloc:
            raise ValueError(f"not a file of the project: {url}")
        if not any(path.is_relative_to(folder) for folder in self._folders):
            raise ValueError(f"outside the project: {path.name}")
        return super().fetch(path.as_uri(), headers)


@dataclass
class PrintedVolume:
    """A volume as PDF: its bytes, pages, where they begin, and WeasyPrint's complaints."""

    data: bytes
    pages: int
    starts: Mapping[int, Start]
    problems: list[Problem]


def print_volume(
    volume: Volume, settings: Settings, archive: Archive, edition: Edition, layout: Format
) -> PrintedVolume:
    """Return the volume laid out in pages of the format `layout`.

    Raises FaultyVolumeError for one that is not as it must be (`macros.book.proof`).
    """
    with typesetting(volume, settings, layout) as (typesetter, _, problems):
        how = archive.edition.of(volume.plan.name).openings or FOLLOW
        body = typesetter.lay_out(_body(volume, settings, edition, how))
        reading = read(*body)
        sections = matter.back(volume, settings, archive, PageFinder(reading.anchor_pages))
        promised = certificate_of(volume, sections, archive, edition)
        back = typesetter.lay_out(
            _back(volume, settings, edition, sections, promised, how), after=reading.pages
        )
        readings = (reading, read(*back, after=reading.pages))
        problems += prove(volume, readings, promised)
        if faults := errors(problems):
            raise FaultyVolumeError(faults)
        whole = body.document.copy([*body.document.pages, *back.document.pages])
        data = write(whole, f"{volume.plan.name} {edition.commit}")
    return PrintedVolume(data, len(whole.pages), read_starts(io.BytesIO(data)), problems)


def write(document: Document, identifier: str, *, apart: str = "") -> bytes:
    """Return a document as a tagged PDF.

    With `apart`, which then begins the ids of its tags, it is written as `join` can read it.
    """

    def finish(document: Document, pdf: Any) -> None:
        weasyprint_fixes.finish(document, pdf, apart=apart)
        page_flow.turn(pdf)
        if apart:
            plain(pdf)

    data: bytes = document.write_pdf(
        pdf_variant="pdf/ua-1", pdf_identifier=identifier.encode(), finisher=finish
    )
    return data


class LaidOut(NamedTuple):
    """A document in pages, and the root of the HTML that it was made of."""

    document: Document
    root: Any


class Typesetter:
    """Lays out documents with one set of styles and fonts; `cuts` are kept in `folder`."""

    def __init__(
        self, root: Path, layout: Format, cuts: Sequence[Cut] = (), folder: Path | None = None
    ) -> None:
        folder = folder or PROGRAM / "overrides"
        with without_machine_fonts():
            self.fonts = FontConfiguration()
        self.fetcher = ProjectFetcher(root, folder)
        self.base = root.resolve().as_uri() + "/"
        self.styles = [self._css(filename=str(own_or_default(root, path))) for path in STYLES]
        self.styles.append(self._css(string=layout.style()))
        for cut in cuts:
            (folder / cut.name).write_bytes(cut.data)
            self.styles.append(self._css(string=cut.face((folder / cut.name).as_uri())))

    def _css(self, **source: str) -> CSS:
        return CSS(**source, font_config=self.fonts, url_fetcher=self.fetcher)

    def lay_out(self, text: str, *, after: int = 0) -> LaidOut:
        """Return the pages of a document whose first has the number after `after`."""
        styles = list(self.styles)
        if after:
            # After an odd number of pages comes the back of the last: a left-hand page.
            side = "left" if after % 2 else "right"
            counted = f"@page :first {{ counter-reset: page {after + 1} }}"
            styles.append(self._css(string=f"html {{ break-before: {side} }} {counted}"))
        html = HTML(string=text, base_url=self.base, url_fetcher=self.fetcher)
        document = html.render(font_config=self.fonts, stylesheets=styles, pdf_variant="pdf/ua-1")
        return LaidOut(document, html.etree_element)


@contextmanager
def typesetting(
    volume: Volume, settings: Settings, layout: Format
) -> Iterator[tuple[Typesetter, Path, list[Problem]]]:
    """Prepare to lay out a volume: fallback fonts, the fixes of WeasyPrint, its complaints.

    Yields the typesetter, a temporary folder, and the list of problems, to which what WeasyPrint
    complains of is added.
    """
    page_flow.mark_continuations(volume.sections)
    page_flow.number_lists(volume.sections)
    lacking = fallback(volume.sections)
    with (
        TemporaryDirectory() as folder,
        complaints(volume) as problems,
        weasyprint_fixes.applied(),
        page_notes.applied(),
        page_flow.applied(layout, ROOM_IN_COLLECTED if volume.plan.collected else ROOM),
    ):
        problems += lacking.problems(f"{volume.plan.name}.pdf")
        typesetter = Typesetter(settings.root, layout, lacking.cuts, Path(folder))
        yield typesetter, Path(folder), problems


@contextmanager
def complaints(volume: Volume) -> Iterator[list[Problem]]:
    """Collect what WeasyPrint logs, as problems of the volume."""
    found: list[Problem] = []
    logger = logging.getLogger("weasyprint")
    position = Position(f"{BUILT}/{volume.plan.name}.pdf")

    class _Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            message = " ".join(record.getMessage().split())
            remedy = "xem chương hoặc kiểu trình bày trong overrides/book/styles"
            found.append(Problem(position, f"dàn trang: {message}", remedy, Severity.WARNING))

    listener = _Listener(logging.WARNING)
    propagate, handlers = logger.propagate, list(logger.handlers)
    logger.handlers, logger.propagate = [listener], False
    try:
        yield found
    finally:
        logger.handlers, logger.propagate = handlers, propagate


class PageFinder:
    """Finds the pages of anchors (`matter.Locate`); `pages` has the page of each."""

    def __init__(self, pages: Mapping[str, int]) -> None:
        self.pages = pages

    def __call__(self, anchors: Iterable[str]) -> tuple[Where, ...]:
        """Return the pages of `anchors`, consecutive pages as one range."""
        first: dict[int, str] = {}
        for anchor in anchors:
            if anchor in self.pages:
                first.setdefault(self.pages[anchor], anchor)
        numbers = sorted(first)
        places: list[Where] = []
        start = 0
        for index, (this, following) in enumerate(pairwise([*numbers, 0])):
            if following != this + 1:
                end = f"–{this}" if index > start else ""
                places.append(Where(f"{numbers[start]}{end}", first[numbers[start]]))
                start = index + 1
        return tuple(places)


# --- the two documents ------------------------------------------------------------------------


def _body(volume: Volume, settings: Settings, edition: Edition, how: str) -> str:
    """Return the document from the half title to the sources."""
    front = matter.front(volume, settings, edition)
    introduction = matter.introduction(volume, settings, paper=True, how=how)
    sections = matter.arranged(volume, introduction) + matter.references(volume, settings)
    texts = section_texts(volume, edition, sections, openings(sections, how))
    return document_text(volume, settings, edition, front, texts)


def certificate_of(
    volume: Volume, back: Sequence[Section], archive: Archive, edition: Edition
) -> Certificate:
    """Return the certificate of a volume from its HTML; the pages must agree with it."""
    notes = references = 0
    for one in one_by_one((*volume.sections, *back)):
        notes += notes_in(one.tree)
        references += references_in(one.tree)
    return Certificate(notes, notes, references, facts_of(volume, archive), edition.commit)


def _back(
    volume: Volume,
    settings: Settings,
    edition: Edition,
    sections: Sequence[Section],
    certificate: Certificate,
    how: str,
) -> str:
    """Return the document from the glossary to the contents."""
    texts = section_texts(volume, edition, sections, back_openings(sections, how))
    texts.append(matter.fill(volume.root, "certificate.html", certificate=certificate))
    return document_text(volume, settings, edition, "", texts)


def section_texts(
    volume: Volume, edition: Edition, sections: Sequence[Section], starts: Sequence[Opening]
) -> list[str]:
    """Return the sections as HTML, with the way each begins and its running heads."""
    return [
        matter.fill(
            volume.root,
            "section.html",
            section=section,
            opening=opening.classes,
            running=f"{volume.plan.title} ({edition.imprint.state})",
            role="",
            body=matter.markup(section),
            heading=unbroken_ranges(whole_words(section.title)),
        )
        for section, opening in zip(one_by_one(sections), starts, strict=True)
    ]


def document_text(
    volume: Volume, settings: Settings, edition: Edition, front: str, sections: list[str]
) -> str:
    """Return a document of these sections, each as HTML, after the front matter."""
    return matter.fill(
        volume.root,
        "volume.html",
        full_title=volume.full_title,
        description=f"{volume.full_title}, có dẫn nguồn đến từng đoạn",
        author=edition.imprint.issuer or settings.site_name,
        site_name=settings.site_name,
        edition=edition,
        front=front,
        sections=sections,
    )
