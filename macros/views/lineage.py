"""The view of an organization's lineage: the changes in words, and a picture of them.

Time runs from left to right in columns; each node is placed at the height of its predecessors. All
measures are in pixels of a picture that is shown at its own size.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from macros.archive import Dossier
from macros.model.codes import EXTENTS
from macros.rendering.drawing import balanced, text_width, wrap
from macros.views.changes import Change, change_view
from macros.views.common import Page
from macros.views.descent import Descent, Key, Node, descent
from macros.views.strands import Strands, strands

# The organization that is looked at has its name in bold, which is wider by so much.
BOLDER = 1.08
ARROW = 7
# A sign of the legend on paper, with the space before its words.
KEY = 31


@dataclass(frozen=True)
class Measures:
    """The sizes of a picture: of its letters, its boxes, and of the spaces between them.

    A picture of few columns is `width` wide; one of more is wider, with boxes of `least_box`.
    """

    width: float
    name: float
    small: float
    line: float
    small_line: float
    pad: float
    least_box: float
    most_box: float
    gap: float
    row_gap: float


SCREEN = Measures(680, 13, 11.5, 18, 15, 9, 136, 190, 44, 18)
"""On a screen: as wide as the text of a chapter on a large one."""

PAPER = Measures(450, 10.5, 9.5, 13.5, 12, 6, 92, 140, 26, 11)
"""In a book, where the picture is scaled to the width of the text, of about so many pixels."""

MOST_WIDE, MOST_HIGH = 460, 640
"""A picture wider than this would be scaled to letters too small to read on paper; a higher one
would fill more than a page. The words that follow tell the same."""

_LEGEND = {
    **EXTENTS,
    "unstated": "tài liệu không nói phạm vi",
    "same": "cùng một tổ chức, tên mới",
    "stays": "cùng một tổ chức, nhận thêm",
    "restored": "cùng một tổ chức, hoạt động trở lại",
    "stop": "kết thúc hay ngừng hoạt động",
    "out": "bộ phận chuyển đi",
    "in": "bộ phận chuyển đến",
}


@dataclass(frozen=True)
class Line:
    """A line of words with its base line at `y`."""

    y: float
    text: str


@dataclass(frozen=True)
class Move:
    """A transfer under a box, or the end of a life: its sign at `y`, and its words.

    `kind` is in, out or stop.
    """

    kind: str
    y: float
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Box:
    """A node: a frame with its first change and its name, and the transfers below."""

    x: float
    y: float
    width: float
    height: float
    url: str
    focus: bool
    head: tuple[Line, ...]
    name: tuple[Line, ...]
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class Arrow:
    """A curve and its head, as SVG paths; `kind` is that of :class:`Join`."""

    kind: str
    curve: str
    head: str


@dataclass(frozen=True)
class LegendKey:
    """An entry of the legend; in a picture for paper it stands at `x` and the base line `y`."""

    kind: str
    text: str
    x: float = 0
    y: float = 0


@dataclass(frozen=True)
class Picture:
    """A lineage, drawn."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    legend: tuple[LegendKey, ...]
    description: str


@dataclass(frozen=True)
class Lineage:
    """The changes in order of time, and what is drawn of the descent, if there is anything."""

    title: str
    changes: tuple[Change, ...]
    found: Descent

    @cached_property
    def picture(self) -> Picture | None:
        """The picture for a screen of some width, and for a sheet printed from the browser."""
        return picture(self.found, self.title, SCREEN)

    @cached_property
    def strands(self) -> Strands:
        """The rows for a narrow screen."""
        return strands(self.found)

    @cached_property
    def printed(self) -> Picture | None:
        """The picture for a book, None if it would not fit on a page."""
        drawn = picture(self.found, self.title, PAPER)
        if drawn is None or drawn.width > MOST_WIDE or drawn.height > MOST_HIGH:
            return None
        return _with_legend(drawn, PAPER)


def lineage(page: Page, dossier: Dossier) -> Lineage:
    """Return the changes that an organization took part in, and the picture of its lineage."""
    found = descent(page, dossier.id)
    title = f"Nguồn gốc và thay đổi của {dossier.title}"
    changes = tuple(change_view(page, change) for change in found.changes)
    return Lineage(title, changes, found)


def picture(found: Descent, title: str, by: Measures) -> Picture | None:
    """Return the picture of a lineage; None if there are no arrows to draw."""
    if not found.joins:
        return None
    columns = _columns(found)
    count = max(columns.values()) + 1
    box = min(max((by.width - (count - 1) * by.gap) // count, by.least_box), by.most_box)
    gap = max((by.width - count * box) // max(count - 1, 1), by.gap)
    sizes = {key: _size(node, box, by) for key, node in found.nodes.items()}
    middles = _rows(found, columns, sizes, by.row_gap)
    boxes = {
        key: _box(node, 1 + columns[key] * (box + gap), middles[key], box, sizes[key][0], by)
        for key, node in found.nodes.items()
    }
    height = max(one.y + sizes[key][1] for key, one in boxes.items()) + 2
    kinds = [join.kind for join in found.joins]
    kinds += [kind for node in found.nodes.values() for kind, _ in node.moves]
    in_words = "; ".join(
        f"{found.nodes[join.before].name} → {found.nodes[join.after].name}" for join in found.joins
    )
    return Picture(
        width=count * box + (count - 1) * gap + 2,
        height=height,
        boxes=tuple(boxes.values()),
        arrows=tuple(_arrow(boxes[j.before], boxes[j.after], j.kind) for j in found.joins),
        legend=tuple(LegendKey(kind, text) for kind, text in _LEGEND.items() if kind in kinds),
        description=f"{title}. {in_words}. Danh sách sau hình kể cùng nội dung.",
    )


def _with_legend(drawn: Picture, by: Measures) -> Picture:
    """Return a picture with its legend below it, in lines of the same width."""
    x, y = 0.0, drawn.height + 2 * by.row_gap
    keys: list[LegendKey] = []
    for key in drawn.legend:
        wide = KEY + text_width(key.text, by.small)
        if keys and x + wide > drawn.width:
            x, y = 0.0, y + by.line
        keys.append(replace(key, x=round(x, 1), y=round(y, 1)))
        x += wide + by.gap / 2
    return replace(drawn, legend=tuple(keys), height=round(y + by.pad, 1))


def _columns(found: Descent) -> dict[Key, int]:
    """Return the column of each node: right of its predecessors, close to its successors."""
    columns = dict.fromkeys(found.nodes, 0)
    for _ in found.nodes:
        for join in found.joins:
            columns[join.after] = max(columns[join.after], columns[join.before] + 1)
        # Contradictory data could form a circle; there are at most as many columns as nodes.
        if all(columns[join.after] > columns[join.before] for join in found.joins):
            break
    derived = {join.after for join in found.joins}
    for key in found.nodes:
        after = [columns[join.after] for join in found.joins if join.before == key]
        if key not in derived and after:
            columns[key] = min(after) - 1
    return columns


def _size(node: Node, width: float, by: Measures) -> tuple[float, float]:
    """Return the height of a node's frame, and that of frame and transfers together."""
    words = width - 2 * by.pad
    frame = 2 * by.pad + by.line * len(balanced(node.name, _name_size(node, by), words))
    if node.head:
        frame += by.small_line * len(wrap(node.head, by.small, words)) + 3
    moves = sum(by.small_line * len(wrap(text, by.small, words)) + 8 for _, text in node.moves)
    return frame, frame + moves


def _name_size(node: Node, by: Measures) -> float:
    """Return the size of an ordinary face in which the name of a node would be as wide."""
    return by.name * BOLDER if node.focus else by.name


def _rows(
    found: Descent,
    columns: dict[Key, int],
    sizes: dict[Key, tuple[float, float]],
    row_gap: float,
) -> dict[Key, float]:
    """Return the vertical middle of each frame.

    Nodes without predecessors follow one another downwards; each other node is placed at the
    height of its predecessors. Frames of one column that would touch are moved apart downwards.
    """
    before, after = _neighbours(found)
    middles: dict[Key, float] = {}
    free = 1.0

    def place(key: Key, path: tuple[Key, ...]) -> None:
        nonlocal free
        if key in middles or key in path:
            return
        for one in before[key]:
            place(one, (*path, key))
        placed = [middles[one] for one in before[key] if one in middles]
        if placed:
            middles[key] = _between(placed)
        else:
            frame, whole = sizes[key]
            middles[key] = free + frame / 2
            free += whole + row_gap

    ends = [key for key in found.nodes if not after[key]]
    for key in (*ends, *found.nodes):
        place(key, ())
    for column in sorted(set(columns.values())):
        _apart([key for key in found.nodes if columns[key] == column], sizes, middles, row_gap)
    return middles | {
        key: _between([middles[one] for one in after[key]])
        for key in found.nodes
        if not before[key] and len(after[key]) > 1
    }


def _neighbours(found: Descent) -> tuple[dict[Key, list[Key]], dict[Key, list[Key]]]:
    """Return what each node came out of, and what came out of each."""
    before: dict[Key, list[Key]] = defaultdict(list)
    after: dict[Key, list[Key]] = defaultdict(list)
    for join in found.joins:
        before[join.after].append(join.before)
        after[join.before].append(join.after)
    return before, after


def _between(heights: Sequence[float]) -> float:
    return (min(heights) + max(heights)) / 2


def _apart(
    column: Iterable[Key],
    sizes: dict[Key, tuple[float, float]],
    middles: dict[Key, float],
    row_gap: float,
) -> None:
    """Move the frames of one column apart, each below the one before."""
    low = 1.0
    for key in sorted(column, key=lambda one: middles[one]):
        frame, whole = sizes[key]
        middles[key] = max(middles[key], low + frame / 2)
        low = middles[key] - frame / 2 + whole + row_gap


def _box(node: Node, x: float, middle: float, width: float, frame: float, by: Measures) -> Box:
    words = width - 2 * by.pad
    y = round(middle - frame / 2, 1)
    at = y + by.pad
    head, at = _lines(wrap(node.head or "", by.small, words), by.small_line, at)
    names = balanced(node.name, _name_size(node, by), words)
    name, _ = _lines(names, by.line, at + 3 if head else at)
    below = y + frame + 8
    moves = []
    for kind, text in node.moves:
        lines, end = _lines(wrap(text, by.small, words), by.small_line, below)
        moves.append(Move(kind, lines[0].y - 4, lines))
        below = end + 8
    return Box(x, y, width, round(frame, 1), node.url, node.focus, head, name, tuple(moves))


def _lines(words: tuple[str, ...], step: float, top: float) -> tuple[tuple[Line, ...], float]:
    """Return words as lines from `top` downward, and the top of the next line."""
    lines = tuple(Line(round(top + step * (n + 0.78), 1), line) for n, line in enumerate(words))
    return lines, top + step * len(words)


def _arrow(before: Box, after: Box, kind: str) -> Arrow:
    """Return the arrow from the right side of one box to the left side of another."""
    x1, y1 = before.x + before.width, round(before.y + before.height / 2, 1)
    x2, y2 = after.x, round(after.y + after.height / 2, 1)
    middle = round((x1 + x2 - ARROW) / 2, 1)
    curve = f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2 - ARROW} {y2}"
    head = f"M{x2 - ARROW} {y2 - 4}L{x2} {y2}L{x2 - ARROW} {y2 + 4}Z"
    return Arrow(kind, curve, head)
