"""The cover around the pages: back, spine and front on one sheet, ready to be folded."""

from __future__ import annotations

from dataclasses import dataclass

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from macros.archive import Archive
from macros.book import cover
from macros.book.compose import Volume
from macros.book.config import Settings
from macros.book.finishing.pdf_x import BLEED
from macros.book.formats import Format
from macros.book.matter import Edition, fill
from macros.book.pdf import ProjectFetcher
from macros.model.edition import Paper
from macros.system.program import own_or_default

STYLES = ("overrides/book/styles/fonts.css", "overrides/book/styles/jacket.css")

LEAF, BOARD = 95, 250
"""Micrometres of a leaf and of a cover if the edition does not say: 70 g/m² and 250 g/m²."""

LETTERED = 5.0
"""The least width of a spine with a title, in mm: a fold may easily be a millimetre off."""


@dataclass(frozen=True)
class Sheet:
    """The sheet of a cover in mm, bleed included, and where on it spine and front begin."""

    width: float
    height: float
    bleed: float
    field: float
    spine: float
    spine_left: float
    front_left: float

    @property
    def lettered(self) -> bool:
        """Whether the spine is wide enough for a title."""
        return self.spine >= LETTERED

    @property
    def letter(self) -> float:
        """The size of the title on the spine, in mm."""
        return min(self.spine * 0.5, 5.5)

    @property
    def folds(self) -> tuple[float, float]:
        """Where the sheet is folded, in mm from the left of its trim."""
        return self.spine_left - self.bleed, self.front_left - self.bleed


def spine_of(pages: int, paper: Paper | None) -> float:
    """Return the width of the spine in mm: that of the leaves and of both boards."""
    leaf = paper.thickness if paper else LEAF
    board = paper.cover if paper and paper.cover else BOARD
    return round((-(-pages // 2) * leaf + 2 * board) / 1000, 1)


def sheet_of(layout: Format, spine: float) -> Sheet:
    """Return the sheet of the cover of a book of this format."""
    left = BLEED + layout.width
    return Sheet(
        width=round(2 * layout.width + spine + 2 * BLEED, 2),
        height=layout.height + 2 * BLEED,
        bleed=BLEED,
        field=round(layout.height * cover.FIELD + BLEED, 2),
        spine=spine,
        spine_left=left,
        front_left=round(left + spine, 2),
    )


def jacket(
    volume: Volume,
    settings: Settings,
    archive: Archive,
    edition: Edition,
    layout: Format,
    sheet: Sheet,
) -> bytes:
    """Return the cover as PDF in the colours of a screen, its bleed painted."""
    height = round(cover.WIDTH * layout.height / layout.width)
    text = fill(
        settings.root,
        "jacket.html",
        title=volume.full_title,
        author=edition.imprint.issuer or settings.site_name,
        site_name=settings.site_name,
        iso_date=edition.iso_date,
        sheet=sheet,
        layout=layout,
        paragraphs=_blurb(volume),
        imprint=edition.imprint,
        front=cover.front(volume, archive, edition, height, ground=False),
    )
    fonts = FontConfiguration()
    fetcher = ProjectFetcher(settings.root)
    styles = [
        CSS(
            filename=str(own_or_default(settings.root, path)),
            font_config=fonts,
            url_fetcher=fetcher,
        )
        for path in STYLES
    ]
    data: bytes = HTML(string=text, url_fetcher=fetcher).write_pdf(
        stylesheets=styles,
        font_config=fonts,
        pdf_identifier=f"{volume.plan.name} {edition.commit}".encode(),
    )
    return data


def _blurb(volume: Volume) -> list[str]:
    """Return the text of the back: the summary of one organization, the names of several."""
    if volume.plan.collected:
        return [part.dossier.title for part in volume.plan.parts]
    return [text for part in volume.plan.parts if (text := part.dossier.organization.summary)]
