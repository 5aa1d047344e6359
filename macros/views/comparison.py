"""Views of the comparison: the latest figure of each volume, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from macros.chapter.page import LinkTarget
from macros.rules import comparison
from macros.rules.comparison import Comparison, Group
from macros.views.common import Link, Page, at_start, organization_link
from macros.views.statistics import Figure, figure


@dataclass(frozen=True)
class Line:
    """An indicator in the index, linked to its table."""

    link: Link
    volumes: int


@dataclass(frozen=True)
class Subject:
    """The compared indicators of one subject, linked to their page."""

    link: Link
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Row:
    """A volume's latest figure; `owner` is set if it is of another organization in the volume."""

    volume: Link
    owner: Link | None
    figure: Figure


@dataclass(frozen=True)
class Table:
    """One indicator with a row for each volume that has a figure of it."""

    anchor: str
    label: str
    unit: str
    description: str
    rows: tuple[Row, ...]


def subjects(page: Page) -> tuple[Subject, ...]:
    """Return what is compared, by subject."""
    return tuple(
        Subject(
            Link(group.label, page.url(LinkTarget("comparison", group.id))),
            tuple(_line(page, group, one) for one in group.comparisons),
        )
        for group in comparison.groups(page.archive)
    )


def _line(page: Page, group: Group, one: Comparison) -> Line:
    target = LinkTarget("comparison", group.id, part=one.indicator.id)
    return Line(Link(one.indicator.label, page.url(target)), len(one.rows))


def tables(page: Page, group_id: str) -> tuple[Table, ...]:
    """Return a table for each compared indicator of a subject; none for an unknown one."""
    group = comparison.group(page.archive, group_id)
    return tuple(_table(page, one) for one in (group.comparisons if group else ()))


def _table(page: Page, one: Comparison) -> Table:
    indicator = one.indicator
    rows = tuple(
        Row(
            at_start(organization_link(page, row.volume.id)),
            organization_link(page, row.owner.id) if row.owner is not row.volume else None,
            figure(page, row.owner, row.figure),
        )
        for row in one.rows
    )
    return Table(indicator.id, indicator.label, indicator.unit, indicator.description or "", rows)
