"""Which letters the fonts of the printed book have: its own fonts and the fallback fonts.

Fonts of the machine are never used, because another machine would print another book.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from macros.system.program import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Iterable

FONTS = "overrides/book/fonts"
SIGNS = "overrides/book/fallback"

HAN_NOM = tuple(Path(f"/usr/share/fonts/truetype/hanazono/HanaMin{part}.ttf") for part in "AB")
"""The Hanazono fonts as installed by Debian's package; they have the ideographs of plane 2."""

PACKAGE = "fonts-hanazono"

UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp", "Mn")
"""Categories of characters that need no glyph of their own: spaces, controls, joiners, marks."""


def fallback_fonts(han_nom: tuple[Path, ...] = HAN_NOM) -> list[Path]:
    """Return the fallback fonts in the order in which they are tried."""
    return [*sorted((PROGRAM / SIGNS).glob("*.woff2")), *han_nom]


@cache
def own_letters() -> frozenset[str]:
    """Return the letters of the book's own fonts; of the text fonts, only those that all have."""
    paths = sorted((PROGRAM / FONTS).glob("*.woff2"))
    text = [letters_of(path) for path in paths if "serif" in path.name]
    others = [letters_of(path) for path in paths if "serif" not in path.name]
    return frozenset(set.intersection(*map(set, text)).union(*others))


@cache
def letters_of(path: Path) -> frozenset[str]:
    """Return the letters of one font."""
    # Imported here: the check of a site with only usual letters reads no font.
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def unmet(letters: Iterable[str], han_nom: tuple[Path, ...] = HAN_NOM) -> set[str]:
    """Return those of `letters` that no font of the book has.

    Ideographs are never returned if their package is not installed: it will be for the book, and a
    check must give the same result on every machine.
    """
    missing = {one for one in letters if unicodedata.category(one) not in UNSEEN} - own_letters()
    for path in fallback_fonts(han_nom):
        if missing and path.is_file():
            missing -= letters_of(path)
    if not all(path.is_file() for path in han_nom):
        missing = {one for one in missing if not _is_ideograph(one)}
    return missing


def _is_ideograph(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("CJK UNIFIED", "CJK COMPATIBILITY IDEOGRAPH"))
