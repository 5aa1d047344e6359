"""How large a picture is set on paper, alone or in a row with others, and from how many pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.images.sizes import LEAST_PPI, OF_LINES, Recipe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.admission.picture_file import PictureFile
    from macros.book.formats import Format

INCH = 25.4
MOST_PPI = 300
"""Pixels to an inch that a press asks for: more are not seen in print."""
SCREEN = 1_600
"""The longer side of a picture in an EPUB, in pixels."""
GAP = 4.0
"""Millimetres between two pictures of a row."""
MOST_IN_ROW, NARROWEST = 3, 32.0
"""Pictures of a row, and the least width of one in millimetres: a caption stands under it."""
ALONE, TOGETHER, ON_PLATES = 0.46, 0.28, 0.36
"""The greatest height of a picture alone, of a row of a gallery, of a row of the plates: shares of
the height of the text."""
BESIDE = 0.55
"""The same for a picture that a chapter brings, which has no caption to stay with."""
_CSS_PPI = 96
_PRINTED, _LINES_PRINTED, _ON_SCREEN = 88, 92, 80
_AS_THEY_ARE = (".jpg", ".jpeg", ".png")
"""What every reader of PDFs and EPUBs shows."""


@dataclass(frozen=True)
class TextArea:
    """The area of the text on a page, width and height in millimetres."""

    width: float
    height: float

    @classmethod
    def of(cls, layout: Format) -> TextArea:
        """Return that of a format."""
        return cls(
            layout.width - layout.inner - layout.outer, layout.height - layout.top - layout.bottom
        )


def width_alone(file: PictureFile, area: TextArea) -> float:
    """Return how wide a picture is set by itself, in millimetres."""
    most = min(area.width, ALONE * area.height * file.width / file.height)
    return min(most, sharp(file))


def sharp(file: PictureFile) -> float:
    """Return how wide a picture may be for its pixels, in millimetres.

    That is at `LEAST_PPI`, but a caption needs the room of `NARROWEST`.
    """
    return max(file.width / LEAST_PPI * INCH, NARROWEST)


def width_beside(file: PictureFile, area: TextArea) -> float:
    """Return how wide a picture that a chapter brings is set, in millimetres."""
    natural = min(file.width / _CSS_PPI * INCH, sharp(file))
    return min(area.width, natural, BESIDE * area.height * file.width / file.height)


def rows(files: Sequence[PictureFile], area: TextArea, share: float) -> Iterator[list[float]]:
    """Yield the widths that the pictures of each row have room for, in millimetres.

    All of a row have one height, at most `share` of the area's. A row takes in pictures until it
    is as low as that, so that wide ones stand two in a row and portraits three, but none that would
    leave too little room for a caption.
    """
    at, highest = 0, share * area.height
    while at < len(files):
        ratios = [files[at].width / files[at].height]
        height = area.width / ratios[0]
        for one in files[at + 1 : at + MOST_IN_ROW]:
            if height <= highest:
                break
            more = [*ratios, one.width / one.height]
            lower = (area.width - GAP * (len(more) - 1)) / sum(more)
            if min(lower, highest) * min(more) < NARROWEST:
                break
            ratios, height = more, lower
        widths = [min(height, highest) * ratio for ratio in ratios]
        # A picture alone in its row, of few pixels, leaves its caption half of the text's width.
        most = max(sharp(files[at]), area.width / 2)
        yield widths if len(widths) > 1 else [min(widths[0], most)]
        at += len(ratios)


def printed(file: PictureFile, width: float, kind: str = "") -> Recipe | None:
    """Return the copy for paper of a picture that is set `width` mm wide, None for itself."""
    most = max(1, int(width / INCH * MOST_PPI))
    return _copy(file, min(most, file.width), kind, _PRINTED, "")


def as_set(file: PictureFile, width: float, recipe: Recipe | None) -> str:
    """Return the style of a picture that is set `width` mm wide.

    A copy with pixels enough has just as many as a press asks for, not a fraction less.
    """
    if recipe is None or recipe.width >= file.width:
        return f"width: {width:.2f}mm"
    return f"width: {recipe.width * _CSS_PPI / MOST_PPI:.2f}px"


def on_screen(file: PictureFile, kind: str = "", rights: str = "") -> Recipe | None:
    """Return the copy for an EPUB, None for the picture itself."""
    scale = min(1.0, SCREEN / max(file.width, file.height))
    return _copy(file, max(1, int(file.width * scale)), kind, _ON_SCREEN, rights)


def _copy(file: PictureFile, width: int, kind: str, quality: int, rights: str) -> Recipe | None:
    suffix = file.path[file.path.rindex(".") :]
    sound = suffix in _AS_THEY_ARE and not file.said.remarks and file.said.frames == 1
    if sound and width == file.width and not rights:
        return None
    height = max(1, round(file.height * width / file.width))
    # Letters and lines in a format without loss stay in one.
    lines = kind in OF_LINES or not kind
    form = "png" if suffix == ".png" and lines else "jpeg"
    best = max(quality, _LINES_PRINTED) if kind in OF_LINES else quality
    return Recipe(width, height, form, best, rights=rights)
