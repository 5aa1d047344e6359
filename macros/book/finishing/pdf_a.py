"""PDF/A-2a (ISO 19005-2) together with PDF/UA-1, for deposit."""

from __future__ import annotations

import io
from importlib import resources
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from macros.book.finishing.metadata import info_of, write_info, written
from macros.book.finishing.streams import pictures

SCREEN = resources.files("weasyprint.pdf") / "sRGB2014.icc"
"""The profile of the colours that WeasyPrint writes."""

PRINT = 1 << 2
"""The flag of an annotation that is printed with its page."""


def to_pdf_a(data: bytes, root: Path) -> bytes:
    """Return a tagged PDF as PDF/A-2a: with a profile for its colours, and nothing hidden."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        info = info_of(pdf, "pdf/a-2a")
        profile = pdf.make_stream(SCREEN.read_bytes(), {"/N": 3})
        intent = Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=String("sRGB"),
            Info=String("sRGB IEC61966-2.1"),
            DestOutputProfile=profile,
        )
        pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
        for page in pdf.pages:
            for note in page.obj.get("/Annots", []):
                note.F = PRINT
        for picture in pictures(pdf):
            if "/Interpolate" in picture:
                del picture["/Interpolate"]
        write_info(pdf, root, info, exchange=False)
        return written(pdf, "1.7")
