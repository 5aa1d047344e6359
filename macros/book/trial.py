"""Lays out random books and audits their pages, to try `page_notes` and the audit itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from macros.book import page_notes, weasyprint_fixes
from macros.book.formats import Format
from macros.book.page_audit import UNAVOIDABLE, Fault, Reading, read
from macros.book.pdf import LaidOut, Typesetter
from macros.book.random_book import random_book

SMALL = Format("A6", 105, 148, 12, 12, 12, 12, 9.0)
"""A page so small that nearly every line is near its end."""


@dataclass(frozen=True)
class Outcome:
    """The outcome for one book: what was read, or the error that stopped the layout."""

    seed: int
    reading: Reading
    misleading: tuple[str, ...] = ()
    stopped: str = ""

    @property
    def faults(self) -> list[Fault]:
        """What is wrong with its pages, except what no layout can avoid."""
        return [one for one in self.reading.faults if one.kind not in UNAVOIDABLE]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with it."""
        return not (self.faults or self.misleading or self.stopped)


def lay_out_books(
    root: Path, seeds: Iterable[int], *, layout: Format = SMALL, stock: bool = False
) -> Iterator[Outcome]:
    """Lay out the books of these seeds; with `stock`, by WeasyPrint alone.

    `root` is the folder of the project, whose styles they get.
    """
    ours = nullcontext() if stock else page_notes.applied()
    with weasyprint_fixes.applied(), ours:
        typesetter = Typesetter(root, layout)
        for seed in seeds:
            yield _lay_out(typesetter, seed)


def lay_book(typesetter: Typesetter, seed: int) -> LaidOut:
    """Return the random book of a seed in pages."""
    body, style = random_book(seed)
    return typesetter.lay_out(
        f"<html lang='vi'><head><title>{seed}</title><style>{style}</style></head>"
        f"<body>{body}</body></html>"
    )


def _lay_out(typesetter: Typesetter, seed: int) -> Outcome:
    try:
        document, root = lay_book(typesetter, seed)
    except (IndexError, AssertionError) as error:
        return Outcome(seed, Reading(), stopped=repr(error))
    reading = read(document, root)
    wrong = tuple(
        f"{one.printed}: {one.target}"
        for one in reading.references
        if one.printed != str(reading.anchor_pages.get(one.target))
    )
    return Outcome(seed, reading, wrong)
