"""PDF/X-4 (ISO 15930-7), for a press: inks, trim and bleed, marks, no links or actions."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from macros.book.finishing.colours import Inks, print_with
from macros.book.finishing.metadata import info_of, write_info, written
from macros.book.finishing.streams import Pdf

POINT = 72 / 25.4
"""Points in a millimetre."""

BLEED = 3.0
"""Millimetres printed beyond the trim, cut off with it."""

MARGIN = 10.0
"""Millimetres of the sheet around the trim, in which the marks stand."""

_SCREEN_ONLY = (
    "/StructTreeRoot", "/MarkInfo", "/Names", "/Outlines", "/Dests", "/PageMode", "/OpenAction",
    "/AcroForm", "/AA",
)  # fmt: skip


@dataclass(frozen=True)
class Box:
    """A rectangle in points from the lower left."""

    left: float
    bottom: float
    right: float
    top: float

    def grown(self, by: float) -> Box:
        """Return the rectangle with `by` points more on each side."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def array(self) -> Array:
        """Return it as a PDF writes it."""
        sides = (self.left, self.bottom, self.right, self.top)
        return Array([round(side, 3) for side in sides])


def to_pdf_x(
    data: bytes, inks: Inks, root: Path, *, folds: Iterable[float] = (), bled: bool = False
) -> bytes:
    """Return a PDF as PDF/X-4 for a press with these `inks`.

    `folds` are where a cover is folded, in mm from the left of its trim. A `bled` file has its
    bleed painted already: its pages are as large as trim and bleed together. Raises
    UnprintableError.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        info = info_of(pdf, "pdf/x-4")
        for key in _SCREEN_ONLY:
            if key in pdf.Root:
                del pdf.Root[key]
        print_with(pdf, inks)
        for page in pdf.pages:
            _frame(page, list(folds), bled=bled)
        _add_output_intent(pdf, inks)
        write_info(pdf, root, info, exchange=True)
        return written(pdf, "1.6")


def _frame(page: pikepdf.Page, folds: list[float], *, bled: bool) -> None:
    """Put a page on a sheet with room for marks; remove its links."""
    for key in ("/Annots", "/StructParents", "/Tabs", "/CropBox", "/ArtBox", "/Metadata"):
        if key in page.obj:
            del page.obj[key]
    left, bottom, right, top = map(float, page.mediabox)
    inside = BLEED * POINT if bled else 0
    width, height = right - left - 2 * inside, top - bottom - 2 * inside
    edge = MARGIN * POINT
    trim = Box(edge, edge, edge + width, edge + height)
    move = f"q 1 0 0 1 {edge - left - inside:.3f} {edge - bottom - inside:.3f} cm\n"
    page.contents_coalesce()
    page.contents_add(move.encode(), prepend=True)
    page.contents_add(b"\nQ\n" + _marks(trim, folds).encode())
    page.contents_coalesce()
    page.obj.MediaBox = Box(0, 0, width + 2 * edge, height + 2 * edge).array()
    page.obj.BleedBox = trim.grown(BLEED * POINT).array()
    page.obj.TrimBox = trim.array()


def _marks(trim: Box, folds: list[float]) -> str:
    """Return the operators of the marks: two at each corner, and where a cover is folded."""
    near, far = (BLEED + 1) * POINT, (MARGIN - 1) * POINT
    lines: list[tuple[float, float, float, float]] = []
    for x, outward in ((trim.left, -1), (trim.right, 1)):
        for y, upward in ((trim.bottom, -1), (trim.top, 1)):
            lines.append((x + outward * near, y, x + outward * far, y))
            lines.append((x, y + upward * near, x, y + upward * far))
    for fold in folds:
        x = trim.left + fold * POINT
        lines.append((x, trim.bottom - near, x, trim.bottom - far))
        lines.append((x, trim.top + near, x, trim.top + far))
    # With all inks on a cover, so that each plate bears them; a text has one plate.
    ink = "1 1 1 1 K" if folds else "0 0 0 1 K"
    drawn = "".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l S\n" for a, b, c, d in lines)
    return f"q {ink} 0.25 w []0 d\n{drawn}Q\n"


def _add_output_intent(pdf: Pdf, inks: Inks) -> None:
    """Name the printing condition that the colours are for."""
    profile = pdf.make_stream(inks.profile, {"/N": 4, "/Alternate": Name.DeviceCMYK})
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String("Custom"),
        OutputCondition=String(inks.name),
        Info=String(inks.name),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
