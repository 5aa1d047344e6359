"""Reads the output of a task to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.messages.output import Output


def read(output: Output) -> tuple[int, list[str]]:
    """Return the exit status and all lines, those for standard error included."""
    lines = []
    while True:
        try:
            lines.append(next(output).text)
        except StopIteration as end:
            return int(end.value), lines
