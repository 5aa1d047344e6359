"""Checks of what organizations belonged to: no circle on any day, nothing outside their lives."""

from __future__ import annotations

from datetime import date
from itertools import combinations, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from macros.dates import certainly_before, say_with_day
from macros.messages.problems import Problem
from macros.model.codes import ORGANIZATION_KINDS
from macros.model.superiors import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.archive import Archive, Dossier
    from macros.dates import Edtf
    from macros.messages.problems import Position
    from macros.model.organization import Organization
    from macros.model.superiors import Belonging

_FORMS = (("parent", "parents", "cấp trên"), ("area", "areas", "địa bàn"))


def one_form(archive: Archive) -> Iterator[Problem]:
    """What an organization belonged to is one id without a time, or a list with times."""
    for dossier in archive.dossiers.values():
        of = dossier.organization
        for single, dated, what in _FORMS:
            if getattr(of, single) and getattr(of, dated):
                yield Problem(
                    of.where(single),
                    f"vừa có {single} vừa có {dated}",
                    f"xóa dòng {single}; {what} không rõ thời gian cũng ghi được ở {dated}",
                )


def repeated(archive: Archive) -> Iterator[Problem]:
    """Two entries about one organization do not overlap: they would be one."""
    for dossier in archive.dossiers.values():
        of = dossier.organization
        for dated in (of.parents, of.areas):
            for first, second in combinations(in_order(dated), 2):
                if first.other == second.other and not _apart(first, second):
                    yield Problem(
                        second.where(_field(second)),
                        f"“{first.id}” và “{second.id}” nói về cùng một nơi “{first.other}”, thời "
                        "gian không tách nhau",
                        "gộp làm một mục, hoặc ghi end_date của mục trước, start_date của mục sau",
                        values=(second.where(_field(second)), first.where(_field(first))),
                    )


def fitting_kinds(archive: Archive) -> Iterator[Problem]:
    """An area is a unit of government, and no party organization is under such a unit."""
    for dossier in archive.dossiers.values():
        of = dossier.organization
        for position, other in (*_single(of, "area"), *_dated(of.areas)):
            kind = _kind_of(archive, other)
            if kind and kind != "administrative":
                yield Problem(
                    position,
                    f"địa bàn “{other}” không phải đơn vị hành chính mà là "
                    f"{ORGANIZATION_KINDS[kind]}",
                    "ghi mã của đơn vị hành chính; nếu là cấp trên thì ghi ở parents",
                    values=(position,),
                )
        for position, other in (*_single(of, "parent"), *_dated(of.parents)):
            if of.kind == "party" and _kind_of(archive, other) == "administrative":
                yield Problem(
                    position,
                    f"cấp trên “{other}” của một tổ chức đảng là đơn vị hành chính",
                    "ghi tổ chức đảng cấp trên; nơi tổ chức này hoạt động thì ghi ở areas",
                    values=(position,),
                )


def _single(of: Organization, name: str) -> list[tuple[Position, str]]:
    other = getattr(of, name)
    return [(of.where(name), other)] if other else []


def _dated(times: Sequence[Belonging]) -> list[tuple[Position, str]]:
    return [(one.where(_field(one)), one.other) for one in times]


def _kind_of(archive: Archive, other: str) -> str | None:
    return archive.dossiers[other].organization.kind if other in archive.dossiers else None


def _apart(first: Belonging, second: Belonging) -> bool:
    """Return whether the first had ended when the second began; one day may be both."""
    ended, began = first.end_date, second.start_date
    return bool(ended and began and not certainly_before(began, ended))


def outside_life(archive: Archive) -> Iterator[Problem]:
    """No organization belonged to another before the founding, or after the end, of either."""
    for dossier in archive.dossiers.values():
        for one in dossier.organization.belongings:
            both = [("tổ chức này", dossier)]
            if other := archive.dossiers.get(one.other):
                both.append((f"“{other.id}”", other))
            for who, lived in both:
                if problem := _outside(one, who, lived):
                    yield problem
                    break


def _outside(one: Belonging, who: str, lived: Dossier) -> Problem | None:
    beginning, ending = lived.organization.beginning, lived.organization.ending
    founded = beginning.date if beginning else None
    ended = ending.date if ending else None
    for name in ("start_date", "end_date"):
        day: Edtf | None = getattr(one, name)
        if day and founded and certainly_before(day, founded):
            words = f"trước khi {who} thành lập ({say_with_day(founded)})"
        elif day and ended and certainly_before(ended, day):
            words = f"sau khi {who} kết thúc ({say_with_day(ended)})"
        else:
            continue
        begins = "bắt đầu" if name == "start_date" else "kết thúc"
        return Problem(
            one.where(name),
            f"“{one.id}” {begins} {say_with_day(day)}, {words}",
            "đọc lại đoạn nguồn và sửa một trong hai ngày",
            values=(one.where(name),),
        )
    return None


class _Edge(NamedTuple):
    """An organization was under `above` from the day `since` until before the day `until`."""

    above: str
    since: date
    until: date
    position: Position


def circles(archive: Archive) -> Iterator[Problem]:
    """On no day is an organization above itself, directly or through others."""
    edges = {one.id: _edges(one) for one in archive.dossiers.values()}
    reported: set[frozenset[str]] = set()
    for identifier in edges:
        circle = _circle(edges, identifier, (identifier,), date.min, date.max)
        if circle is None or frozenset(circle) in reported:
            continue
        reported.add(frozenset(circle))
        edge = next(one for one in edges[identifier] if one.above == circle[1 % len(circle)])
        if len(circle) == 1:
            message = f"“{identifier}” là cấp trên của chính mình"
        else:
            way = " → ".join(f"“{one}”" for one in (*circle, identifier))
            message = f"cấp trên đi vòng, cùng một lúc: {way}"
        yield Problem(
            edge.position,
            message,
            "sửa một cấp trên, hoặc thời gian của nó",
            values=(edge.position,),
        )


def _edges(dossier: Dossier) -> list[_Edge]:
    """Return the superiors of an organization with their times, as far as those are certain.

    A missing start is before all days; a missing end is the start of the next one, or after all.
    """
    of = dossier.organization
    if of.parent and not of.parents:
        return [_Edge(of.parent, date.min, date.max, of.where("parent"))]
    ordered = in_order(of.parents)
    found = []
    for one, after in zip_longest(ordered, ordered[1:]):
        end = one.end_date or (after.start_date if after else None)
        since = (one.start_date.latest() if one.start_date else None) or date.min
        until = (end.earliest() if end else None) or date.max
        found.append(_Edge(one.other, since, until, one.where("organization")))
    return found


def _circle(
    edges: Mapping[str, Sequence[_Edge]],
    start: str,
    path: tuple[str, ...],
    since: date,
    until: date,
) -> tuple[str, ...] | None:
    """Return the organizations from `start` up to itself that held on one day; None if none."""
    for edge in edges.get(path[-1], ()):
        first, last = max(since, edge.since), min(until, edge.until)
        if first >= last:
            continue
        if edge.above == start:
            return path
        if edge.above not in path:
            found = _circle(edges, start, (*path, edge.above), first, last)
            if found:
                return found
    return None


def _field(one: Belonging) -> str:
    return "organization" if hasattr(one, "organization") else "area"
