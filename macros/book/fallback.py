"""Fallback fonts for letters that the book's own fonts lack: Hán-Nôm and signs, from packages.

The machine's own fonts are never used, because another machine would print another book. A fallback
font is subset to the letters of a volume and embedded in its PDF and its EPUB.
"""

from __future__ import annotations

import io
import os
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from macros.book.section import Section, one_by_one
from macros.messages.problems import Position, Problem, Severity
from macros.project.books import BUILT
from macros.rendering.letters import (
    FONTS,
    HAN_NOM,
    PACKAGE,
    UNSEEN,
    fallback_fonts,
    letters_of,
    own_letters,
)
from macros.system.program import PROGRAM

FAMILIES = ("Book More Math", "Book More Signs", "Book Han", "Book Nom")
"""The families of the fallback fonts, in the order in which they are tried. No two fonts share one:
a program would take them for the same font."""


@dataclass(frozen=True)
class Cut:
    """A font subset to the letters that a volume needs: family, file name, WOFF2 data."""

    family: str
    name: str
    data: bytes

    def face(self, address: str) -> str:
        """Return the CSS rule that loads the font from `address`."""
        return f'@font-face {{ font-family: "{self.family}"; src: url("{address}") }}'


@dataclass(frozen=True)
class Fallback:
    """The fonts that a volume needs besides the book's own, and the letters that no font has."""

    cuts: tuple[Cut, ...]
    unmet: tuple[str, ...]

    def problems(self, volume: str) -> list[Problem]:
        """Return one problem for all letters that no font has."""
        if not self.unmet:
            return []
        letters = ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in self.unmet[:8])
        more = f" và {len(self.unmet) - 8} chữ khác" if len(self.unmet) > 8 else ""
        remedy = f"cài gói {PACKAGE} (Debian) rồi dựng lại, hoặc thay chữ ấy trong bài"
        position = Position(f"{BUILT}/{volume}")
        message = f"phông chữ của sách không có {letters}{more}"
        return [Problem(position, message, remedy, Severity.WARNING)]


def fallback(sections: Iterable[Section], han_nom: tuple[Path, ...] = HAN_NOM) -> Fallback:
    """Return the fallback for these sections; the fonts `han_nom` are tried after the signs."""
    missing = _letters(sections) - own_letters()
    cuts: list[Cut] = []
    if missing:
        for family, path in zip(FAMILIES, fallback_fonts(han_nom), strict=False):
            if not path.is_file():
                continue
            found = missing & letters_of(path)
            if found:
                name = family.lower().replace(" ", "-")
                cuts.append(Cut(family, f"{name}.woff2", _cut(path, found)))
                missing -= found
    return Fallback(tuple(cuts), tuple(sorted(missing)))


def _letters(sections: Iterable[Section]) -> set[str]:
    found: set[str] = set()
    for section in one_by_one(sections):
        found.update(section.title, *(one for one in section.tree.itertext() if one))
    return {letter for letter in found if unicodedata.category(letter) not in UNSEEN}


def _cut(path: Path, letters: set[str]) -> bytes:
    """Return the font subset to these letters; always the same bytes."""
    options = Options(layout_features=[], notdef_outline=True, name_IDs=[1, 2, 4, 6, 13])
    options.drop_tables += ["FFTM"]
    with TTFont(path, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text=" " + "".join(sorted(letters)))
        subsetter.subset(font)
        font.flavor = "woff2"
        target = io.BytesIO()
        font.save(target)
    return target.getvalue()


@contextmanager
def without_machine_fonts() -> Iterator[None]:
    """Hide the fonts of the machine within the context."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(PROGRAM / FONTS / "fontconfig.conf")
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before
