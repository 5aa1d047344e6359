"""The front cover of the printed book and of the EPUB: the title, and a picture of dates.

Under the title, each dated fact of a volume is a thin line on an axis of time, with one row per
organization, so that every volume has its own pattern.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import ceil
from pathlib import Path

import vl_convert
from fontTools.ttLib import TTFont

from macros.archive import Archive, Dossier
from macros.book.compose import Volume
from macros.book.config import Settings
from macros.book.matter import Edition, fill
from macros.book.titles import balanced
from macros.dates import Edtf
from macros.model.base import Fact
from macros.rendering.letters import FONTS
from macros.system.program import own_or_default

WIDTH, HEIGHT = 1200, 1800
"""The size of an EPUB's cover in points; a printed one is drawn in the same units of width."""

EDGE = 96
"""The margin at the sides."""

LINE = 17
"""The number of letters on a line of the title."""

LARGEST, LETTER = 118, 0.6
"""The size of the title, and the width of one of its letters, in parts of the size."""

ROOM = 330
"""The maximum height of all rows together."""

NAMED = 8
"""The maximum number of rows that have room for their names."""

TICKS = 7
"""The maximum number of years written under the rows."""

FIELD = 0.6
"""The share of the height that the coloured field takes."""

_DATED = ("date", "dates", "start_date", "end_date", "period", "operating_from")


@dataclass(frozen=True)
class Row:
    """The dates of one organization, as distances from the left."""

    name: str
    top: float
    height: float
    marks: tuple[float, ...]


@dataclass(frozen=True)
class Tick:
    """A year written under the rows."""

    x: float
    year: str


@dataclass(frozen=True)
class Days:
    """The picture of dates: rows, and the years under them."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    bottom: float


def front(
    volume: Volume,
    archive: Archive,
    edition: Edition,
    height: float = HEIGHT,
    *,
    ground: bool = True,
) -> str:
    """Return the front cover as SVG, `WIDTH` wide; with its background only if `ground`."""
    lines = balanced(volume.plan.title, LINE)
    longest = max(map(len, lines))
    field = round(height * FIELD)
    return fill(
        volume.root,
        "cover.svg",
        width=WIDTH,
        height=height,
        field=field,
        ground=ground,
        edge=EDGE,
        lines=lines,
        size=min(LARGEST, round((WIDTH - 2 * EDGE) / (LETTER * longest))),
        subtitle=volume.plan.subtitle,
        years=volume.years,
        days=days_of(volume, archive, top=field + 90),
        imprint=edition.imprint,
    )


def draw(volume: Volume, settings: Settings, archive: Archive, edition: Edition) -> bytes:
    """Return the front cover as PNG."""
    _fonts(settings.root)
    picture: bytes = vl_convert.svg_to_png(front(volume, archive, edition), scale=1)
    return picture


@cache
def _fonts(root: Path) -> None:
    """Register the book's fonts with the renderer, which cannot read WOFF2."""
    folder = Path(tempfile.mkdtemp(prefix="book-fonts-"))
    for path in sorted(own_or_default(root, FONTS).glob("noto-serif-*.woff2")):
        font = TTFont(path)
        font.flavor = None
        font.save(folder / f"{path.stem}.ttf")
    vl_convert.register_font_directory(str(folder))


# --- the days ---------------------------------------------------------------------------------


def days_of(volume: Volume, archive: Archive, *, top: float) -> Days | None:
    """Return the picture of a volume's dates, or None if all are in a single year."""
    dated = [
        (part.dossier, sorted(set(_days(archive.family(part.dossier.id)))))
        for part in volume.plan.parts
    ]
    every = sorted(day for _, days in dated for day in days)
    if not every or every[0].year == every[-1].year:
        return None
    first, last = every[0].year, every[-1].year + 1

    def x_of(year: float) -> float:
        return round(EDGE + (year - first) / (last - first) * (WIDTH - 2 * EDGE), 1)

    named = 1 < len(dated) <= NAMED
    pitch = min(ROOM / len(dated), ROOM / 2)
    rows = tuple(
        Row(
            dossier.title if named else "",
            round(top + pitch * number, 1),
            round(pitch * (0.55 if named else 0.9), 1),
            tuple(x_of(_year(day)) for day in days),
        )
        for number, (dossier, days) in enumerate(dated)
    )
    step = next(one for one in (1, 2, 5, 10, 20, 50, 100) if (last - first) / one < TICKS)
    years = range(ceil(first / step) * step, last, step)
    return Days(rows, tuple(Tick(x_of(one), str(one)) for one in years), rows[-1].top + pitch)


def _year(day: date) -> float:
    """Return a day as a year with its fraction."""
    return day.year + (day.timetuple().tm_yday - 1) / 366


def _days(family: tuple[Dossier, ...]) -> Iterator[date]:
    for dossier in family:
        for fact in dossier.each_fact():
            yield from _days_of(fact)


def _days_of(fact: Fact) -> Iterator[date]:
    """Yield the known first and last days of a fact's dates."""
    for name in _DATED:
        when = vars(fact).get(name)
        if isinstance(when, Edtf) and not when.approximate and (day := when.earliest()):
            yield day
