"""Problems as commands of a GitHub job, which puts each one on its line of the pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.messages.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.messages.problems import Problem

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def commands(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield one command for each error and warning."""
    for one in problems:
        kind = _COMMANDS.get(one.severity)
        if kind:
            path, line, column = one.position
            place = f"file={_property(path)},line={line},col={column}"
            title = _property(one.severity.label)
            yield f"::{kind} {place},title={title}::{_data(f'{one.message} → {one.remedy}')}"


def _data(text: str) -> str:
    """Escape the message of a command, so that no line of it is a command of its own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
