"""Writes a few words on finished pages with a font of the book, cut down to those words.

WeasyPrint would take a tenth of a second and more for the line numbers of a page, as long as for
the text of the volume; a font and a line of operators take next to no time.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, String

from macros.book.finishing.streams import Pdf

_PDF_UNITS = 1000
_SYMBOLIC = 1 << 2
"""The flag of a font whose letters have numbers of its own (ISO 32000-1, 9.8.2)."""


class Lettering:
    """A font in a PDF that holds the letters of some texts; sizes are in points."""

    def __init__(self, pdf: Pdf, path: Path, texts: Iterable[str]) -> None:
        """Cut the font at `path` (WOFF2 or TrueType) down to the letters of `texts`."""
        font = TTFont(path, recalcTimestamp=False)
        letters = {ord(letter) for text in texts for letter in text}
        subsetter = Subsetter(Options(notdef_outline=True, hinting=False, layout_features=[]))
        subsetter.populate(unicodes=letters)
        subsetter.subset(font)
        font.flavor = None
        data = io.BytesIO()
        font.save(data)
        names = font.getBestCmap()
        self._glyphs = {letter: font.getGlyphID(names[letter]) for letter in letters & set(names)}
        scale = _PDF_UNITS / font["head"].unitsPerEm
        self._widths = {
            number: round(font["hmtx"][font.getGlyphName(number)][0] * scale)
            for number in self._glyphs.values()
        }
        self.font = self._object(pdf, font, data.getvalue(), scale)

    def width(self, text: str, size: float) -> float:
        """Return how wide a text is."""
        units: int = sum(self._widths[self._glyphs[ord(one)]] for one in text)
        return units * size / _PDF_UNITS

    def line(self, text: str, x: float, y: float, size: float) -> str:
        """Return the operators that write a text from (x, y) on; the font's name is F0."""
        codes = "".join(f"{self._glyphs[ord(one)]:04X}" for one in text)
        return f"BT /F0 {size} Tf {x:.2f} {y:.2f} Td <{codes}> Tj ET\n"

    def _object(self, pdf: Pdf, font: TTFont, data: bytes, scale: float) -> Object:
        name = Name(f"/AAAAAA+{font['name'].getDebugName(6) or 'Book'}")
        described = _descriptor(font, name, scale)
        described.FontFile2 = pdf.make_stream(data, {"/Length1": len(data)})
        inner = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=name,
            CIDSystemInfo=Dictionary(
                Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
            ),
            FontDescriptor=pdf.make_indirect(described),
            CIDToGIDMap=Name.Identity,
            W=Array(
                part
                for number, width in sorted(self._widths.items())
                for part in (number, Array([width]))
            ),
        )
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=name,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(inner)]),
                ToUnicode=pdf.make_stream(self._unicode().encode()),
            )
        )

    def _unicode(self) -> str:
        """Return the table by which a reader's program copies the letters (ISO 32000-1, 9.10.3)."""
        pairs = "\n".join(
            f"<{number:04X}> <{chr(letter).encode('utf-16-be').hex().upper()}>"
            for letter, number in sorted(self._glyphs.items())
        )
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "/CMapName /Letters def /CMapType 2 def\n"
            "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            f"{len(self._glyphs)} beginbfchar\n{pairs}\nendbfchar\n"
            "endcmap CMapName currentdict /CMap defineresource pop end end\n"
        )


def _descriptor(font: TTFont, name: Name, scale: float) -> Dictionary:
    """Return the descriptor of a font, without its file."""
    head, lines = font["head"], font["hhea"]
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=_SYMBOLIC,
        FontBBox=Array(
            round(side * scale) for side in (head.xMin, head.yMin, head.xMax, head.yMax)
        ),
        ItalicAngle=0,
        Ascent=round(lines.ascent * scale),
        Descent=round(lines.descent * scale),
        CapHeight=round(lines.ascent * scale),
        StemV=80,
    )
