"""The files of charts: of each indicator with several figures its CSV, and its picture twice.

Rasterizing is the dear part, so each PNG is kept under the hash of its SVG: a build that changes no
figure draws none. The same data gives the same bytes.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from macros.chapter.page import Page as PageOf
from macros.engine.linker import SiteLinker
from macros.metadata.pictures import register_fonts
from macros.opendata.csv_text import LINE_END
from macros.rendering.templates import render
from macros.system.spread import spread
from macros.views.chart_picture import chart_file, chart_picture
from macros.views.figure_index import figure_index

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.archive import Archive
    from macros.project.site_files import SiteFiles

CACHE = Path(".cache") / "charts"
SHARP = 2
"""How many pixels of a PNG one of the SVG becomes: so it is sharp on a projector."""

_COLOURS = 64
_UNUSED = 30 * 24 * 3600
_TABLE = "statistics.csv"


def write_charts(archive: Archive, data: Mapping[str, bytes], site: Path) -> SiteFiles:
    """Write the files of all charts below `site`; return them by their paths.

    `data` is the open data by file name: the table of a chart is its rows of `statistics.csv`.
    """
    tables = _tables(data.get(_TABLE, b""))
    charts = list(_charts(archive))
    drawn = list(dict.fromkeys(svg for _, _, svg in charts if svg))
    spread("việc vẽ biểu đồ", _draw, [svg for svg in drawn if not _kept(svg)])
    written: SiteFiles = {}
    for owner, indicator, svg in charts:
        written[chart_file(owner, indicator, "csv")] = tables[owner, indicator]
        if svg:
            written[chart_file(owner, indicator, "svg")] = svg.encode()
            written[chart_file(owner, indicator, "png")] = _place(svg).read_bytes()
    for path, content in written.items():
        assert isinstance(content, bytes)
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    if written:
        _forget_unused()
    return written


def _charts(archive: Archive) -> Iterator[tuple[str, str, str]]:
    """Yield organization and indicator of each card, and its picture; "" without a plot."""
    linker = SiteLinker(archive)
    for owner, path in archive.figures.tables.items():
        page = PageOf(f"docs/{path}", owner, archive, linker)
        dossier = archive.dossiers[owner]
        index, _ = figure_index(page, dossier)
        for entry in index.cards:
            svg = ""
            if entry.plots:
                view = chart_picture(page, dossier, entry.indicator, entry.plots)
                svg = str(render("chart_picture", picture=view))
            yield owner, entry.indicator, svg


def _tables(text: bytes) -> dict[tuple[str, str], bytes]:
    """Return the rows of each organization and indicator as a table of their own."""
    rows = list(csv.reader(io.StringIO(text.decode(), newline="")))
    if not rows:
        return {}
    owner, indicator = rows[0].index("organization_id"), rows[0].index("indicator_id")
    grouped: dict[tuple[str, str], list[list[str]]] = {}
    for row in rows[1:]:
        grouped.setdefault((row[owner], row[indicator]), []).append(row)
    return {key: _csv([rows[0], *own]) for key, own in grouped.items()}


def _csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=LINE_END).writerows(rows)
    return out.getvalue().encode()


def _place(svg: str) -> Path:
    """Return where the PNG of a picture is kept, whether it has been drawn or not."""
    return CACHE / f"{hashlib.sha256(svg.encode()).hexdigest()[:40]}-{SHARP}.png"


def _kept(svg: str) -> bool:
    """Return whether a picture has been drawn, and note that it is still wanted."""
    try:
        os.utime(_place(svg))
    except FileNotFoundError:
        return False
    return True


def _draw(svg: str) -> None:
    """Draw a picture as PNG; of so few colours a palette holds all, in an eighth of the bytes."""
    # Imported only when there is something to draw, because they are slow to load.
    import vl_convert
    from PIL import Image

    register_fonts()
    drawn = io.BytesIO(vl_convert.svg_to_png(svg, scale=SHARP))
    with Image.open(drawn) as image:
        method = Image.Quantize.FASTOCTREE
        plain = image.convert("RGB").quantize(_COLOURS, method, dither=Image.Dither.NONE)
    CACHE.mkdir(parents=True, exist_ok=True)
    # Another build may be at work here: a file is there whole or not at all.
    kept = _place(svg)
    beside = kept.with_suffix(f".{os.getpid()}")
    plain.save(beside, "PNG", dpi=(72 * SHARP, 72 * SHARP))
    beside.replace(kept)


def _forget_unused() -> None:
    """Remove the pictures that no build has wanted for long."""
    for path in CACHE.glob("*.png"):
        with suppress(FileNotFoundError):
            if time.time() - path.stat().st_mtime > _UNUSED:
                path.unlink()
