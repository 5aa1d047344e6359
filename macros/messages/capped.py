"""Limits how many problems are shown: nobody reads thousands, and a hostile file has them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from macros.messages.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

OF_FILE = 20
"""The most problems of one severity that are shown of one file; one more line counts the rest."""
OF_ALL = 300
"""The most problems of one severity that are shown of all files together."""
_MORE = re.compile(r"còn (\d+) (?:lỗi|cảnh báo|ghi chú) nữa")
_REMEDY = "sửa các chỗ đã nêu rồi chạy lại để xem tiếp"


def capped(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first problems, sorted and without repeats, and lines that count the others."""
    shown: list[Problem] = []
    in_file: Counter[tuple[Severity, str]] = Counter()
    in_all: Counter[Severity] = Counter()
    rest: dict[tuple[Severity, str], list[Problem]] = {}
    for one in sorted(set(problems)):
        key = one.severity, one.position.path
        if in_all[one.severity] >= OF_ALL:
            key = one.severity, ""
        if not key[1] or in_file[key] >= OF_FILE:
            rest.setdefault(key, []).append(one)
            continue
        in_file[key] += 1
        in_all[one.severity] += 1
        shown.append(one)
    return sorted([*shown, *(_more(*key, left) for key, left in rest.items())])


def _more(severity: Severity, path: str, left: list[Problem]) -> Problem:
    """Return one line that counts the problems `left` out; a single one is shown itself."""
    if len(left) == 1 and path:
        return left[0]
    # One of them may be such a line itself, and counts for as many as it says.
    count = sum(int(found[1]) if (found := _MORE.match(one.message)) else 1 for one in left)
    where = "trong tệp này" if path else "ở các tệp khác"
    message = f"còn {count} {severity.label} nữa {where}"
    position = left[0].position
    return Problem(Position(position.path, position.line), message, _REMEDY, severity)
