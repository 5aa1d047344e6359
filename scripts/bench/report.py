"""The results of the benchmark, as Markdown for people and as JSON for programs."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from macros.system.processes import workers
from macros.text.numbers import say_number
from scripts.bench.books import books_to_json
from scripts.bench.kinds import MOST_MILLISECONDS, MOST_SIZE, together
from scripts.bench.measure import Series, ratios
from scripts.bench.photographs import photographs_to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scripts.bench.books import Shelf
    from scripts.bench.kinds import Kind
    from scripts.bench.photographs import Album

_MEGABYTE = 1_000_000
_GROWING = (("wall", "thời gian"), ("cpu", "giây xử lý"), ("memory", "bộ nhớ"))
_TOOLS = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "Markdown", "weasyprint")


@dataclass(frozen=True)
class Size:
    """The measurements of one size of site; the first of `series` is the baseline."""

    organizations: int
    chapters: int
    pages: int
    series: tuple[Series, ...]
    kinds: tuple[Kind, ...] = ()

    def named(self, name: str) -> Series | None:
        """Return the series of one build, or None if it was not run."""
        return next((one for one in self.series if one.build == name), None)


def to_markdown(sizes: Sequence[Size], own: Sequence[str], peers: Sequence[str]) -> str:
    """Return the report: one table per size, then the ratios that matter.

    Each of `peers` is compared with the first of `own`, a build of this project. The report also
    says how the cost of each of them grows.
    """
    base = own[0]
    lines = ["# Đo thời gian dựng", "", _machine(), ""]
    if not sizes:
        return "\n".join(lines)
    for size in sizes:
        lines += _table(size)
        lines += _costs(size)
        for peer in peers:
            lines += _compared(size, base, peer)
        lines.append("")
    growth = [line for one in own for line in _growth(sizes, one)]
    return "\n".join([*lines, *growth, ""])


def to_json(
    sizes: Sequence[Size], shelves: Sequence[Shelf] = (), albums: Sequence[Album] = ()
) -> str:
    """Return every run of every build, and the figures of the books and the photographs."""
    record = {
        "machine": _machine(),
        "sizes": [asdict(size) for size in sizes],
        "books": books_to_json(shelves),
        "photographs": photographs_to_json(albums),
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _machine() -> str:
    tools = ", ".join(f"{tool} {version(tool)}" for tool in _TOOLS)
    return f"{workers()} nhân xử lý; Python {platform.python_version()}, {tools}."


def _table(size: Size) -> list[str]:
    runs = len(size.series[0].runs)
    title = f"## {size.organizations} tổ chức: {say_number(size.chapters)} chương, "
    title += f"{say_number(size.pages)} trang kể cả trang tra cứu"
    head = (
        "| Cách dựng | Giây (trung vị) | ít nhất–nhiều nhất | Giây xử lý | Bộ nhớ, MB | Tệp, MB |"
    )
    rows = [
        f"| {one.build} | {_middle(one, 'wall', 1)} | {_ends(one, 'wall')} "
        f"| {_middle(one, 'cpu', 1)} | {_middle(one, 'memory', 0, _MEGABYTE)} "
        f"| {_middle(one, 'size', 1, _MEGABYTE)} |"
        for one in size.series
    ]
    return [
        title,
        "",
        f"Mỗi cách {runs} lần, xen kẽ nhau.",
        "",
        head,
        "|---|--:|--:|--:|--:|--:|",
        *rows,
    ]


def _costs(size: Size) -> list[str]:
    """Return what one page of each kind costs: the rows that say whether pages are cheap."""
    if not size.kinds:
        return []
    head = (
        "| Trang làm từ dữ liệu | Trang | Mili giây xử lý mỗi trang "
        "| Mili giây khi chia đều các nhân | KB mỗi trang | trong đó khung, KB | Tệp, MB |"
    )
    added = together(size.kinds)
    rows = [
        f"| {one.name} | {say_number(one.pages)} | {_number(one.milliseconds, 1)} "
        f"| {_number(one.milliseconds / workers(), 1)} | {_number(one.size / 1000, 1)} "
        f"| {_number(one.frame / 1000, 1)} | {_number(one.size * one.pages / _MEGABYTE, 1)} |"
        for one in (*size.kinds, *([added] if added else ()))
    ]
    limits = (
        f"Mức cho phép của một trang thêm, tính trung bình ở 50 tổ chức: {MOST_MILLISECONDS} mili "
        f"giây, {_number(MOST_SIZE / 1000, 0)} KB."
    )
    return ["", head, "|---|--:|--:|--:|--:|--:|--:|", *rows, "", limits]


def _middle(series: Series, field: str, places: int, unit: int = 1) -> str:
    return _number(series.spread(field)[0] / unit, places)


def _ends(series: Series, field: str) -> str:
    _, least, most = series.spread(field)
    return f"{_number(least, 1)}–{_number(most, 1)}"


def _number(value: float, places: int) -> str:
    return f"{value:.{places}f}".replace(".", ",")


def _compared(size: Size, base: str, peer: str) -> list[str]:
    """Return how many times longer the stock build takes, run by run."""
    ours, theirs = size.named(base), size.named(peer)
    if ours is None or theirs is None:
        return []
    ratios_in_words = []
    for field, what in (("wall", "thời gian"), ("cpu", "giây xử lý")):
        middle, least, most = ratios(theirs, ours, field)
        ratios_in_words.append(
            f"{_number(middle, 2)} lần {what} ({_number(least, 2)}–{_number(most, 2)})"
        )
    return ["", f"“{peer}” so với “{base}”: {', '.join(ratios_in_words)}."]


def _growth(sizes: Sequence[Size], base: str) -> list[str]:
    """Return how the cost of a chapter grows from the smallest site to each larger one."""
    first, *larger = sizes
    start = first.named(base)
    lines = []
    for size in larger:
        series = size.named(base)
        if series is None or start is None:
            continue
        ratios_in_words = []
        for field, what in _GROWING:
            before = start.spread(field)[0] / first.chapters
            after = series.spread(field)[0] / size.chapters
            ratios_in_words.append(f"{_number(after / before, 2)} lần về {what}")
        lines.append(
            f"Mỗi chương ở {say_number(size.chapters)} chương so với {say_number(first.chapters)} "
            f"chương (“{base}”): {', '.join(ratios_in_words)}."
        )
    return lines
