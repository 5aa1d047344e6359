"""The files of charts: of each indicator with several figures its CSV and its picture (SVG).

A browser makes the PNG of a picture (chart-files.js): drawing one here takes a tenth of a second,
which is a minute for fifty organizations. The same data gives the same bytes.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from macros.chapter.page import Page as PageOf
from macros.engine.linker import SiteLinker
from macros.opendata.csv_text import LINE_END
from macros.rendering.templates import render
from macros.views.chart_picture import chart_file, chart_picture
from macros.views.figure_index import figure_index

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.archive import Archive
    from macros.project.site_files import SiteFiles

_TABLE = "statistics.csv"


def write_charts(archive: Archive, data: Mapping[str, bytes], site: Path) -> SiteFiles:
    """Write the files of all charts below `site`; return them by their paths.

    `data` is the open data by file name: the table of a chart is its rows of `statistics.csv`.
    """
    tables = _tables(data.get(_TABLE, b""))
    written: SiteFiles = {}
    for owner, indicator, svg in _charts(archive):
        written[chart_file(owner, indicator, "csv")] = tables[owner, indicator]
        if svg:
            written[chart_file(owner, indicator, "svg")] = svg.encode()
    for path, content in written.items():
        assert isinstance(content, bytes)
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
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
