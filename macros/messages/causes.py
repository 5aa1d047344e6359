"""One mistake, one problem: problems that follow from another are reported as part of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.messages.problems import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable


_PLACES = 20
"""The most places that one message lists."""
_MANY = 5
"""From this many missing things of one file on, the file itself, or most of it, is gone."""
_NAMES = 6
"""The most names that one message lists."""
_NEAR = 60
"""A note at most so many columns away from an error is about the same mistake."""


def once_per_mistake(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems, sorted, with a single one for all that are about the same thing.

    If the file of the thing has a problem itself, that is the cause, and it lists the places that
    use the thing. Otherwise the thing is missing from its file, and the problem is reported there.
    """
    found: list[Problem] = []
    shown: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in sorted(set(problems)):
        about = problem.about
        if about is None:
            found.append(problem)
        else:
            shown[about.home, about.name].append(problem)
    groups = list(shown.values())
    found = _with_lost_ids(found, groups)
    lost: dict[str, list[Problem]] = defaultdict(list)
    for group in groups:
        one = _one_of(group)
        among = one.about.among if one.about else ""
        lost[among].append(one) if among else found.append(one)
    reported = {one.position.path for one in found}
    for among, each in lost.items():
        if among in reported:
            continue  # the problem of the file or folder explains why they are missing
        names = sorted({one.about.name for one in each if one.about})
        found += [_gone(among, names)] if len(names) >= _MANY else each
    return _without_echoes(sorted(set(found)))


def _with_lost_ids(found: list[Problem], groups: list[list[Problem]]) -> list[Problem]:
    """Return `found`, where an id that was entered twice also names the id that it replaced.

    The group of the replaced id is removed from `groups`, because it is reported here.
    """
    joined: list[Problem] = []
    for problem in found:
        twice = problem.twice
        about = [group[0].about for group in groups]
        lost = [
            group
            for group, one in zip(groups, about, strict=True)
            if twice and one and (one.kind, one.among) == twice
        ]
        if len(lost) == 1:
            groups.remove(lost[0])
            joined.append(_typed_over(problem, lost[0]))
        else:
            joined.append(problem)
    return joined


def _typed_over(problem: Problem, lost: list[Problem]) -> Problem:
    about = lost[0].about
    assert about is not None
    name = about.name.rpartition("/")[2]
    places = _listed(one.position for one in lost)
    message = f"{problem.message}; mã “{name}” mà {places} dùng thì không còn"
    remedy = f"trả mã “{name}” cho mục vốn mang mã ấy; nếu không phải thì {problem.remedy}"
    return replace(problem, message=message, remedy=remedy)


def _without_echoes(problems: list[Problem]) -> list[Problem]:
    """Return the problems without the notes next to an error, which report the same mistake."""
    errors: dict[tuple[str, int], list[int]] = defaultdict(list)
    for one in problems:
        if one.severity is Severity.ERROR:
            errors[one.position.path, one.position.line].append(one.position.column)
    return [
        one
        for one in problems
        if one.severity is not Severity.NOTE
        or all(
            abs(column - one.position.column) > _NEAR
            for column in errors[one.position.path, one.position.line]
        )
    ]


def _gone(among: str, names: list[str]) -> Problem:
    """Return the problem that a file or folder is missing, given the names of what it held."""
    shown = ", ".join(names[:_NAMES]) + (", …" if len(names) > _NAMES else "")
    message = f"không thấy {len(names)} mục mà những chỗ khác dùng: {shown}"
    remedy = (
        f"tệp vừa xóa hay đổi tên thì lấy lại: git checkout -- {among}; không thì thêm các mục ấy"
    )
    return Problem(Position(among), message, remedy)


def _one_of(group: list[Problem]) -> Problem:
    first, about = group[0], group[0].about
    assert about is not None
    cause = next((one for one in group if one.position.path == about.home), None)
    if cause:
        places = _listed(one.position for one in group if one is not cause)
        if not places:
            return cause
        return replace(cause, remedy=f"{cause.remedy}; sửa cả chỗ dùng: {places}")
    if len(group) == 1:
        return first
    places = _listed(one.position for one in group)
    return replace(
        first,
        position=Position(about.home) if about.home else first.position,
        message=f"{first.message}, mà {len(group)} chỗ dùng: {places}",
        remedy=about.remedy,
    )


def _listed(positions: Iterable[Position]) -> str:
    """Return positions for a message: `a.yml:3, 7; b.md:5`."""
    lines: dict[str, list[str]] = defaultdict(list)
    every = sorted({(one.path, one.line) for one in positions})
    for path, line in every[:_PLACES]:
        lines[path].append(str(line))
    shown = "; ".join(f"{path}:{', '.join(numbers)}" for path, numbers in lines.items())
    return f"{shown}; …" if len(every) > _PLACES else shown


def explained(problems: Iterable[Problem], wrong: Iterable[Problem]) -> list[Problem]:
    """Return `problems` and `wrong`, joining each problem that follows from a wrong value with it.

    `wrong` are the problems of single values, each at its value. A problem computed from such a
    value is added to its message, because both come from one mistake.
    """
    by_place: dict[Position, Problem] = {}
    others: list[Problem] = []
    for one in wrong:
        if one.position in by_place:
            others.append(one)
        else:
            by_place[one.position] = one
    for problem in sorted(set(problems)):
        cause = next((place for place in problem.values if place in by_place), None)
        if cause is None:
            others.append(problem)
            continue
        if problem.twice:
            # The id belongs to another record: that this one's source lacks it adds nothing.
            for place in problem.values:
                by_place.pop(place, None)
            others.append(problem)
            continue
        one = by_place[cause]
        by_place[cause] = replace(one, message=f"{one.message}; {problem.message}")
    return [*by_place.values(), *others]
