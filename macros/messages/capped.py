"""How much is told at once: nobody reads thousands of lines, and a hostile file has them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from macros.messages.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

OF_FILE = 20
"""Problems of one severity in one file that are told; a line more says how many there are."""
OF_ALL = 300
"""Problems of one severity, in all files, that are told."""
_MORE = re.compile(r"còn (\d+) (?:lỗi|cảnh báo|ghi chú) nữa")
_REMEDY = "sửa các chỗ đã nêu rồi chạy lại để xem tiếp"


def capped(problems: Iterable[Problem]) -> list[Problem]:
    """Return the first problems, sorted and without repeats, and how many there are besides."""
    shown: list[Problem] = []
    told: Counter[tuple[Severity, str]] = Counter()
    total: Counter[Severity] = Counter()
    rest: dict[tuple[Severity, str], list[Problem]] = {}
    for one in sorted(set(problems)):
        key = one.severity, one.position.path
        if total[one.severity] >= OF_ALL:
            key = one.severity, ""
        if not key[1] or told[key] >= OF_FILE:
            rest.setdefault(key, []).append(one)
            continue
        told[key] += 1
        total[one.severity] += 1
        shown.append(one)
    return sorted([*shown, *(_more(*key, left) for key, left in rest.items())])


def _more(severity: Severity, path: str, left: list[Problem]) -> Problem:
    """Return the line in the place of those that are `left`; a single one is told itself."""
    if len(left) == 1 and path:
        return left[0]
    # Some stand for several themselves.
    count = sum(int(found[1]) if (found := _MORE.match(one.message)) else 1 for one in left)
    where = "trong tệp này" if path else "ở các tệp khác"
    message = f"còn {count} {severity.label} nữa {where}"
    position = left[0].position
    return Problem(Position(position.path, position.line), message, _REMEDY, severity)
