"""The copies of a picture on the site: their formats, their sizes, their addresses.

All follow from the size of the picture, so that a page can name a copy before it is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.admission.picture_file import PictureFile

FOLDER = "anh"
"""The folder of the copies on the site."""
WIDTHS = (240, 480, 960)
"""Widths of the smaller copies, in pixels: a tile of a gallery, which may have 60, a phone, and a
column of text on a sharp screen."""
SMALL = 96
"""The width of one more copy of each portrait, for a line of a table."""
LONGEST = 1_920
"""The longer side of the largest copy, which a reader sees when a picture is opened."""
LEAST_PPI = 150
"""Pixels to an inch that print needs: a picture of fewer is set smaller in a book."""
HEAVY = 300_000
"""Bytes beyond which a picture beside a chapter is published as a copy."""
_APART = 0.8
"""A smaller copy is made only up to this part of the width of the largest: else it saves little."""
MODERN, PLAIN = "webp", "jpeg"
"""What all current browsers show, and what every program opens.

Of eight photographs at the same likeness (SSIM 0.950), WebP came to 332 KB in 0.30 s, AVIF to
334 KB in 1.9 s or, written fast, to some 350 KB in 0.6 s, JPEG to 540 KB in 0.06 s.
"""
_SUFFIXES = {"jpeg": "jpg"}
_QUALITY = {"webp": 78, "jpeg": 80}
_QUALITY_OF_LINES = {"webp": 88, "jpeg": 88}
"""For pictures with letters and lines, which the quality of a photograph would blur."""
OF_LINES = ("facsimile", "map", "drawing")
"""The kinds of those pictures."""


@dataclass(frozen=True)
class Recipe:
    """How a copy is made: its size in pixels, its format, its quality of 100, whether it is grey.

    `rights` is the only thing that the copy says of itself: XMP, "" for none.
    """

    width: int
    height: int
    format: str
    quality: int
    grey: bool = False
    rights: str = ""

    @property
    def suffix(self) -> str:
        """The suffix of a file of this format."""
        return f".{_SUFFIXES.get(self.format, self.format)}"


def largest(file: PictureFile, longest: int = LONGEST) -> tuple[int, int]:
    """Return width and height of the largest copy: no side is longer than `longest` pixels."""
    scale = min(1.0, longest / max(file.width, file.height))
    return max(1, round(file.width * scale)), max(1, round(file.height * scale))


def recipes(file: PictureFile, kind: str, rights: str = "") -> tuple[Recipe, ...]:
    """Return the copies of a picture for the site, each format from the smallest to the largest."""
    width, height = largest(file)
    widths = (SMALL, *WIDTHS) if kind == "portrait" else WIDTHS
    sizes = [(one, max(1, round(height * one / width))) for one in widths if one <= _APART * width]
    qualities = _QUALITY_OF_LINES if kind in OF_LINES else _QUALITY
    return tuple(
        Recipe(*size, form, qualities[form], rights=rights)
        for form in (MODERN, PLAIN)
        for size in (*sizes, (width, height))
    )


def beside_chapters(file: PictureFile, size: int) -> Recipe | None:
    """Return the copy that is published in place of a picture beside a chapter.

    None for a picture that is published as it is: one that has no more pixels than a screen shows,
    is not too heavy (`size` is that of the file in bytes), and says nothing of itself, such as
    where it was taken; also what moves, and drawings (SVG).
    """
    suffix = file.path[file.path.rindex(".") + 1 :]
    form = {"jpg": "jpeg"}.get(suffix, suffix)
    if not file.width or file.said.frames > 1:
        return None
    heavy = size > HEAVY and form != "png"
    if not (
        heavy or file.said.remarks or file.said.located or max(file.width, file.height) > LONGEST
    ):
        return None
    return Recipe(*largest(file), form, _QUALITY.get(form, _QUALITY[PLAIN]))


def path_of(identifier: str, recipe: Recipe) -> str:
    """Return where a copy stands on the site: `anh/dai-hoi-1952-960.webp`."""
    return f"{FOLDER}/{identifier}-{recipe.width}{recipe.suffix}"


def best_path(identifier: str, file: PictureFile, kind: str) -> str:
    """Return where the largest copy stands that every program opens."""
    return path_of(identifier, recipes(file, kind)[-1])


def original_path(identifier: str, file: PictureFile) -> str:
    """Return where the original stands on the site, if it is published."""
    return f"{FOLDER}/{identifier}.goc{file.path[file.path.rindex('.') :]}"


def of_format(found: tuple[Recipe, ...], form: str) -> Iterator[Recipe]:
    """Yield the copies of one format."""
    return (one for one in found if one.format == form)
