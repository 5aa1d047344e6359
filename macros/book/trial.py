"""Sets random books in pages and reads them: the trial of `page_notes` and of the audit itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from macros.book import page_notes, weasyprint_fixes
from macros.book.formats import Format
from macros.book.page_audit import Fault, Kind, Reading, read
from macros.book.paper import Laid, Press
from macros.book.random_book import random_book

SMALL = Format("A6", 105, 148, 12, 12, 12, 12, 9.0)
"""A page so small that most of it is its end."""


@dataclass(frozen=True)
class Outcome:
    """What came of one book: what was read, or what stopped the layout (`stopped`)."""

    seed: int
    reading: Reading
    misleading: tuple[str, ...] = ()
    stopped: str = ""

    @property
    def faults(self) -> list[Fault]:
        """What is wrong with its pages, but for what no page can hold."""
        return [one for one in self.reading.faults if one.kind not in (Kind.OVERFLOW, Kind.TALL)]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong with it."""
        return not (self.faults or self.misleading or self.stopped)


def sets(
    root: Path, seeds: Iterable[int], *, layout: Format = SMALL, stock: bool = False
) -> Iterator[Outcome]:
    """Set the books of these seeds in pages; `stock` sets them as WeasyPrint alone does.

    `root` is the folder of the project, whose styles they are set with.
    """
    ours = nullcontext() if stock else page_notes.applied()
    with weasyprint_fixes.applied(), ours:
        press = Press(root, layout)
        for seed in seeds:
            yield _set(press, seed)


def lay_book(press: Press, seed: int) -> Laid:
    """Return the random book of a seed in pages."""
    body, style = random_book(seed)
    return press.lay(
        f"<html lang='vi'><head><title>{seed}</title><style>{style}</style></head>"
        f"<body>{body}</body></html>"
    )


def _set(press: Press, seed: int) -> Outcome:
    try:
        document, root = lay_book(press, seed)
    except (IndexError, AssertionError) as error:
        return Outcome(seed, Reading(), stopped=repr(error))
    reading = read(document, root)
    wrong = tuple(
        f"{one.printed}: {one.target}"
        for one in reading.references
        if one.printed != str(reading.places.get(one.target))
    )
    return Outcome(seed, reading, wrong)
