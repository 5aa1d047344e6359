"""A lineage as rows for a narrow screen: what came before stands above, lines beside them join.

A row is a name and the words about it, text of the page that takes the width there is. The lines
run in lanes beside the rows, one for each organization that came of others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from macros.model.codes import EXTENTS
from macros.text.vietnamese import capital
from macros.views.descent import Descent, Key, Node


class Strand(NamedTuple):
    """A line beside a row: its lane, counted from the row, and the kind of its end there.

    `part` is out (it begins at the row), in (it ends there) or through; `joined` says of a row
    where a line begins that the lane comes from rows above as well.
    """

    lane: int
    part: str
    joined: bool = False


@dataclass(frozen=True)
class Row:
    """An organization under one name; `said` are the words about what came of it."""

    name: str
    url: str
    focus: bool
    head: str
    said: tuple[str, ...]
    strands: tuple[Strand, ...]


@dataclass(frozen=True)
class Strands:
    """The rows from top to bottom, and how many lanes they need."""

    rows: tuple[Row, ...]
    lanes: int


class _Bundle(NamedTuple):
    """The lines that lead to one row, from `first` to `last`."""

    after: int
    sources: frozenset[int]

    @property
    def first(self) -> int:
        return min((*self.sources, self.after))

    @property
    def last(self) -> int:
        return max((*self.sources, self.after))


def strands(found: Descent) -> Strands:
    """Return the rows of a lineage."""
    order = _order(found)
    at = {key: number for number, key in enumerate(order)}
    bundles = [
        _Bundle(at[key], frozenset(at[one.before] for one in found.joins if one.after == key))
        for key in order
    ]
    lanes = _lanes([one for one in bundles if one.sources])
    rows = tuple(
        _row(found, key, found.nodes[key], tuple(_beside(number, lanes)))
        for number, key in enumerate(order)
    )
    return Strands(rows, max((lane for _, lane in lanes), default=-1) + 1)


def _order(found: Descent) -> list[Key]:
    """Return the nodes so that each stands below all that it came out of, as near as can be."""
    before: dict[Key, list[Key]] = {key: [] for key in found.nodes}
    for join in found.joins:
        before[join.after].append(join.before)
    order: dict[Key, None] = {}

    def place(key: Key, path: tuple[Key, ...]) -> None:
        # Contradictory data could form a circle.
        if key in order or key in path:
            return
        for one in before[key]:
            place(one, (*path, key))
        order[key] = None

    for key in found.nodes:
        place(key, ())
    return list(order)


def _lanes(bundles: Iterable[_Bundle]) -> list[tuple[_Bundle, int]]:
    """Return a lane for each bundle: the shorter, the nearer to the rows; none cross in a lane."""
    placed: list[tuple[_Bundle, int]] = []
    for one in sorted(bundles, key=lambda each: (each.last - each.first, each.first)):
        taken = {
            lane for other, lane in placed if other.first < one.last and one.first < other.last
        }
        placed.append((one, next(lane for lane in range(len(placed) + 1) if lane not in taken)))
    return placed


def _beside(number: int, lanes: Iterable[tuple[_Bundle, int]]) -> Iterable[Strand]:
    for one, lane in lanes:
        if number == one.after:
            yield Strand(lane, "in")
        elif number in one.sources:
            yield Strand(lane, "out", number > one.first)
        elif one.first < number < one.last:
            yield Strand(lane, "through")


def _row(found: Descent, key: Key, node: Node, beside: tuple[Strand, ...]) -> Row:
    shares = [
        capital(f"{EXTENTS[one.kind]} → {found.nodes[one.after].name}")
        for one in found.joins
        if one.before == key and one.kind in ("most", "part")
    ]
    moved = [capital(words) for _, words in node.moves]
    return Row(node.name, node.url, node.focus, node.head, (*shares, *moved), beside)
