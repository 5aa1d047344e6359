"""The output of a long task: lines as it goes on, and an exit status at the end.

The command lines print the lines; nothing in macros/ prints.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import NamedTuple, TypeAlias

DONE, WRONG, FAULT = 0, 1, 2
"""Exit status: all is well; an editor must correct something; the task could not run."""


class Line(NamedTuple):
    """A line for whoever runs the command; `fault` sends it to standard error."""

    text: str
    fault: bool = False


Output: TypeAlias = Generator[Line, None, int]
"""A generator of lines that returns the exit status."""


def error_lines(lines: Iterable[object]) -> Generator[Line, None, None]:
    """Yield one line for standard error for each item."""
    for line in lines:
        yield Line(str(line), fault=True)
