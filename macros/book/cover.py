"""Draws the cover of an EPUB: the title on paper, in the face of the book."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

import vl_convert
from fontTools.ttLib import TTFont

from macros.book.compose import Volume
from macros.book.config import Settings
from macros.book.matter import Edition, fill
from macros.book.titles import balanced
from macros.system.program import given

FONTS = "overrides/book/fonts"

LINE = 17
"""How many letters of the title stand on a line of the cover."""


@cache
def _fonts(root: Path) -> None:
    """Make the book's fonts known to what draws pictures, which reads no WOFF2."""
    folder = Path(tempfile.mkdtemp(prefix="book-fonts-"))
    for path in sorted(given(root, FONTS).glob("noto-serif-*.woff2")):
        font = TTFont(path)
        font.flavor = None
        font.save(folder / f"{path.stem}.ttf")
    vl_convert.register_font_directory(str(folder))


def draw(volume: Volume, settings: Settings, edition: Edition) -> bytes:
    """Return the cover as PNG, 1200 by 1800 points."""
    _fonts(settings.root)
    svg = fill(
        volume.root,
        "cover.svg",
        lines=balanced(volume.plan.title, LINE),
        subtitle=volume.plan.subtitle,
        years=volume.years,
        imprint=edition.imprint,
    )
    picture: bytes = vl_convert.svg_to_png(svg, scale=1)
    return picture
