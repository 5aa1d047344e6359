"""What a long chronology folds, so that a phone shows it in some fifteen screens.

Nothing is left out: what is folded is counted by kind where it stands, and opens there; print, the
search within a page and every address of an entry find it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.rules.chronicle import KINDS
from macros.text.vietnamese import capital
from macros.views.chronology_lines import Entry

ROOM = 480
"""Lines of a phone, 24 px each, that the entries of a chronology may fill: what its head and foot
leave of 15,000 px, less a tenth by which an estimate may be wrong."""

STAGES: tuple[frozenset[str], ...] = (
    frozenset(),
    frozenset({"document"}),
    frozenset({"document", "event"}),
    frozenset({"document", "event", "post"}),
    frozenset(KINDS),
)
"""The kinds that are folded, from none to all: the first that leaves the rest enough room.

What an organization was, its congresses and who led it are what a chronology is opened for, so they
stay open longest; documents and events are the many.
"""

_CHARACTERS, _SMALL = 36, 46
"""Characters of a line of text, and of the smaller words below it."""
_YEAR, _FOLD, _GAP = 2.4, 1.6, 1.6
"""Lines of the heading of a year, of what is said in place of entries, of a gap between years."""


@dataclass(frozen=True)
class Count:
    """A kind of entries: its code, its word, how many there are."""

    kind: str
    label: str
    count: int


@dataclass(frozen=True)
class Run:
    """Entries of a year that follow one another; where they are folded, `folded` counts them."""

    entries: tuple[Entry, ...]
    folded: tuple[Count, ...] = ()


def counted(kinds: Iterable[str]) -> tuple[Count, ...]:
    """Return how many there are of each kind, in the order of the kinds."""
    counts = Counter(kinds)
    return tuple(Count(one, capital(KINDS[one]), counts[one]) for one in KINDS if counts[one])


def folded_kinds(years: Sequence[Sequence[Entry]], others: int = 0) -> frozenset[str]:
    """Return the kinds to fold in a chronology of `years`, each with its entries, if any.

    `others` are entries that stand below the years, and are never folded with a kind.
    """
    for stage in STAGES[:-1]:
        if others * 4 + sum(_lines(year, stage) for year in years) <= ROOM:
            return stage
    return STAGES[-1]


def runs(entries: Sequence[Entry], folded: frozenset[str]) -> Iterator[Run]:
    """Yield the entries of a year in runs, those of the kinds `folded` folded together."""
    for hidden, run in groupby(entries, lambda one: one.kind in folded):
        many = tuple(run)
        yield Run(many, counted(one.kind for one in many) if hidden else ())


def _lines(entries: Sequence[Entry], folded: frozenset[str]) -> float:
    """Return about how many lines of a phone a year takes."""
    if not entries:
        return _GAP
    parts = runs(entries, folded)
    return _YEAR + sum(_FOLD if one.folded else sum(map(_height, one.entries)) for one in parts)


def _height(entry: Entry) -> float:
    """Return about how many lines of a phone an open entry takes, with its day above it."""
    text = sum(len(one.text) for one in entry.pieces) + 6 * len(entry.cites)
    below = [sum(len(one.text) for one in entry.more), len(entry.note)]
    below.append(len(entry.whose.text) if entry.whose else 0)
    return 1.3 + -(-text // _CHARACTERS) + sum(0.9 * -(-one // _SMALL) for one in below)
