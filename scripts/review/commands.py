"""Problems for a host, which puts each one on its line: commands of GitHub, a report of GitLab."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from macros.messages.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.messages.problems import Problem

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_WEIGHTS = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def commands(problems: Iterable[Problem]) -> Iterator[str]:
    """Yield one command for each error and warning."""
    for one in problems:
        kind = _COMMANDS.get(one.severity)
        if kind:
            path, line, column = one.position
            place = f"file={_property(path)},line={line},col={column}"
            title = _property(one.severity.label)
            yield f"::{kind} {place},title={title}::{_data(f'{one.message} → {one.remedy}')}"


def code_quality(problems: Iterable[Problem]) -> str:
    """Return errors and warnings as a report of code quality, which GitLab reads."""
    found = [
        {
            "description": f"{one.message} → {one.remedy}",
            "check_name": one.severity.label,
            "fingerprint": sha256(str(one).encode()).hexdigest(),
            "severity": _WEIGHTS[one.severity],
            "location": {"path": one.position.path, "lines": {"begin": one.position.line}},
        }
        for one in problems
        if one.severity in _WEIGHTS
    ]
    return json.dumps(found, ensure_ascii=False, indent=1)


def _data(text: str) -> str:
    """Escape the message of a command, so that no line of it is a command of its own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
