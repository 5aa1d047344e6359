"""How a long piece of work speaks: line by line as it goes on, and with an exit status at the end.

The command lines print the lines; nothing in macros/ does.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import NamedTuple, TypeAlias

DONE, WRONG, FAULT = 0, 1, 2
"""Exit status: all is well; something that an editor must mend; the work could not be done."""


class Line(NamedTuple):
    """A line for whoever runs the command; `fault` puts it among the errors."""

    text: str
    fault: bool = False


Telling: TypeAlias = Generator[Line, None, int]
"""Lines as they come, and the exit status as the generator's value."""


def faults(lines: Iterable[object]) -> Generator[Line, None, None]:
    """Yield what went wrong, a line each."""
    for line in lines:
        yield Line(str(line), fault=True)
