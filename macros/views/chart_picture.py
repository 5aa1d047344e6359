"""A chart as a picture that stands alone, for slides and papers: title, unit, notes and sources.

The plots are those of the pages (:mod:`macros.views.time_chart`), in per cent of a part of the
picture; all text is broken into lines here, because no browser lays it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from macros.archive import Dossier
from macros.rendering.drawing import wrap
from macros.text.vietnamese import capital
from macros.views.common import Page, cites
from macros.views.time_chart import Plot

FOLDER = "data/bieu-do"
"""The folder of the site that holds the files of charts: `<organization>/<indicator>.csv`."""

WIDTH, MARGIN = 720, 32
SCALE = 44
"""The width of the scale of values beside a plot, in pixels."""

PLOT = 182
_TITLE, _TEXT, _SMALL = 20.0, 13.0, 12.0


class TextLine(NamedTuple):
    """A line of text with its base line at `y`; `kind` is title, text, label or small."""

    y: float
    kind: str
    text: str


@dataclass(frozen=True)
class ChartPicture:
    """A picture of one indicator; `plots` are placed by their top."""

    height: int
    title: str
    lines: tuple[TextLine, ...]
    plots: tuple[tuple[float, Plot], ...]
    width: int = WIDTH
    margin: int = MARGIN
    scale: int = SCALE


def chart_file(organization: str, indicator: str, suffix: str) -> str:
    """Return the path of a file of a chart on the site."""
    return f"{FOLDER}/{organization}/{indicator}.{suffix}"


def chart_picture(
    page: Page, dossier: Dossier, indicator: str, plots: Sequence[Plot]
) -> ChartPicture:
    """Return the picture of an indicator of an organization, with the sources of its figures."""
    record = page.archive.indicators[indicator]
    figures = dossier.observations_of[indicator]
    text = _Text()
    title = f"{record.label} – {capital(dossier.title)}"
    text.add(title, "title", _TITLE, 26)
    text.add(f"Đơn vị: {record.unit}", "text", _TEXT, 20)
    placed = []
    for one in plots:
        text.skip(10)
        if one.label:
            text.add(one.label, "label", _TEXT, 20)
        placed.append((text.y, one))
        text.skip(PLOT)
    for note in dict.fromkeys(one.note for one in plots if one.note):
        text.skip(4)
        text.add(note, "small", _SMALL, 17)
    text.skip(6)
    marks = cites(page, (each for one in figures for each in one.cite))
    said = "; ".join(one.title for one in marks)
    text.add(f"Tài liệu: {said}.", "small", _SMALL, 17)
    return ChartPicture(round(text.y) + MARGIN - 8, title, tuple(text.lines), tuple(placed))


class _Text:
    """Lines of text one below the other."""

    def __init__(self) -> None:
        self.y = float(MARGIN)
        self.lines: list[TextLine] = []

    def add(self, words: str, kind: str, size: float, step: float) -> None:
        """Add words in as many lines as they need."""
        self.lines += self._placed(wrap(words, size, WIDTH - 2 * MARGIN), kind, step)

    def _placed(self, lines: Iterable[str], kind: str, step: float) -> list[TextLine]:
        found = []
        for line in lines:
            found.append(TextLine(round(self.y + step * 0.72, 1), kind, line))
            self.y += step
        return found

    def skip(self, height: float) -> None:
        """Leave room."""
        self.y += height
