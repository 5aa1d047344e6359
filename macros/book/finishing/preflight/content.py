"""What is in a PDF: its pages, fonts, colours, pictures and lines, as a press counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any

import pikepdf
from pikepdf import Name

from macros.book.finishing.pdf_x import POINT
from macros.book.finishing.streams import Pdf, Step, named, steps

INKS = "mực CMYK"
BLACK = "đen (K)"
SCREEN = "màu màn hình (RGB)"
SCREEN_GREY = "xám"
OTHER = "không gian màu khác"

_PAINTS = {"rg": SCREEN, "RG": SCREEN, "g": SCREEN_GREY, "G": SCREEN_GREY}
_SPACES = {
    "/DeviceRGB": SCREEN, "/DeviceGray": SCREEN_GREY, "/DeviceCMYK": INKS, "/CalRGB": SCREEN,
    "/CalGray": SCREEN_GREY,
}  # fmt: skip


@dataclass(frozen=True, order=True)
class Font:
    """A font of a file: whether it is embedded, subset, and its text can be copied."""

    name: str
    kind: str
    embedded: bool
    subset: bool
    unicode: bool


@dataclass(frozen=True)
class Picture:
    """A picture as placed: its page, its size in pixels, and its pixels per inch."""

    page: int
    width: int
    height: int
    resolution: float
    space: str
    smooth: bool


@dataclass(frozen=True)
class Content:
    """What is in a file; sizes in mm, of the trimmed page, as (width, height) with their count."""

    pages: int
    sizes: Counter[tuple[float, float]]
    bleed: float
    fonts: tuple[Font, ...]
    colours: Counter[str]
    pictures: tuple[Picture, ...]
    hairlines: tuple[int, ...]
    missing: tuple[int, ...]
    links: int


HAIRLINE = 0.2
"""Points: a thinner line may not hold on a plate."""


def content_of(pdf: Pdf) -> Content:
    """Return what is in a file."""
    colours: Counter[str] = Counter()
    found: list[Picture] = []
    thin: set[int] = set()
    missing: set[int] = set()
    for number, page in enumerate(pdf.pages, start=1):
        for step in steps(page):
            if colour := _colour(step):
                colours[colour] += 1
            if step.operator in ("S", "s", "B", "B*", "b", "b*") and _thin(step):
                thin.add(number)
            if step.operator == "Do":
                found.extend(_picture(number, step))
            if step.operator in ("Tj", "TJ") and _without_glyph(step):
                missing.add(number)
    for one in found:
        colours[one.space] += 1
    return Content(
        pages=len(pdf.pages),
        sizes=Counter(_size(page) for page in pdf.pages),
        bleed=min((_bleed(page) for page in pdf.pages), default=0.0),
        fonts=tuple(sorted({_font(font) for font in fonts(pdf)})),
        colours=colours,
        pictures=tuple(found),
        hairlines=tuple(sorted(thin)),
        missing=tuple(sorted(missing)),
        links=sum(len(page.obj.get("/Annots", [])) for page in pdf.pages),
    )


def box(page: pikepdf.Page, name: str) -> tuple[float, float, float, float] | None:
    """Return one of the page's own boxes, in points; None if it has none of that name."""
    value = page.obj.get(name)
    if value is None or len(value) != 4:
        return None
    left, bottom, right, top = map(float, value)
    return left, bottom, right, top


def _size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = box(page, "/TrimBox") or tuple(map(float, page.mediabox))
    return round((right - left) / POINT, 1), round((top - bottom) / POINT, 1)


def _bleed(page: pikepdf.Page) -> float:
    """Return how far the bleed of a page extends beyond its trim on the narrowest side, in mm."""
    trim, bleed = box(page, "/TrimBox"), box(page, "/BleedBox")
    if trim is None or bleed is None:
        return 0.0
    sides = (trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])
    return round(min(sides) / POINT, 2)


def fonts(pdf: Pdf) -> Iterator[Any]:
    """Yield the fonts of a file, without those nested in others."""
    for one in pdf.objects:
        if not isinstance(one, pikepdf.Dictionary) or one.get("/Type") != Name.Font:
            continue
        if str(one.get("/Subtype")) not in ("/CIDFontType0", "/CIDFontType2"):
            yield one


def _font(font: Any) -> Font:
    inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    held = inner.get("/FontDescriptor", {})
    name = str(inner.get("/BaseFont", "/?")).lstrip("/")
    return Font(
        name=name.split("+")[-1],
        kind=str(inner.get("/Subtype", "/?")).lstrip("/"),
        embedded=any(key in held for key in ("/FontFile", "/FontFile2", "/FontFile3")),
        subset="+" in name,
        unicode="/ToUnicode" in font,
    )


def _colour(step: Step) -> str:
    if step.operator in ("k", "K"):
        cyan, magenta, yellow, _ = map(float, step.operands)
        return BLACK if cyan == magenta == yellow == 0 else INKS
    if step.operator in ("cs", "CS"):
        space = str(step.operands[0])
        return "" if space == "/Pattern" else _SPACES.get(space, OTHER)
    if step.operator == "sh":
        return OTHER
    return _PAINTS.get(step.operator, "")


def _thin(step: Step) -> bool:
    scale = abs(step.matrix.a * step.matrix.d - step.matrix.b * step.matrix.c) ** 0.5
    return 0 < step.width * scale < HAIRLINE or step.width == 0


def _picture(page: int, step: Step) -> Iterator[Picture]:
    picture = named(step, "/XObject")
    if picture is None or picture.get("/Subtype") != Name.Image:
        return
    width, height = int(picture.Width), int(picture.Height)
    across = hypot(step.matrix.a, step.matrix.b) / 72
    up = hypot(step.matrix.c, step.matrix.d) / 72
    dense = min(width / across, height / up) if across and up else 0.0
    space = picture.get("/ColorSpace")
    name = str(space) if isinstance(space, Name) else str(space[0]) if space is not None else ""
    yield Picture(
        page, width, height, round(dense, 1), _SPACES.get(name, OTHER),
        bool(picture.get("/Interpolate", False)),
    )  # fmt: skip


def _without_glyph(step: Step) -> bool:
    """Return whether a text shows the glyph for missing letters, which is number 0."""
    parts = step.operands[0] if step.operator == "TJ" else [step.operands[0]]
    for part in parts:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            if any(data[at : at + 2] == b"\0\0" for at in range(0, len(data), 2)):
                return True
    return False
