"""What a piece of work tells, read to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.messages.telling import Telling


def read(telling: Telling) -> tuple[int, list[str]]:
    """Return the exit status and all lines, faults among them."""
    lines = []
    while True:
        try:
            lines.append(next(telling).text)
        except StopIteration as end:
            return int(end.value), lines
