"""Views of tables of targets: targets and results, as printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from macros.chapter.page import LinkTarget
from macros.dates import say
from macros.model.codes import AGGREGATIONS, TARGET_SET_KINDS
from macros.text.numbers import say_number
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Cite, Link, Page, cites
from macros.views.facts import key_of
from macros.views.statistics import conflict_mark
from macros.wording.inferred import inferred_words
from macros.wording.targets import LOST

if TYPE_CHECKING:
    from macros.archive import Archive, Dossier
    from macros.model.targets import Printed, Target, TargetSet


@dataclass(frozen=True)
class Cell:
    """A cell as printed; `lost` says that the column is missing from the transcription."""

    text: str
    lost: bool = False


@dataclass(frozen=True)
class TargetRow:
    """One row; `depth` is 1 for a row beneath another."""

    id: str
    number: str
    indicator: str
    detail: str
    unit: str
    target: Cell
    actual: Cell
    result: str
    depth: int
    cites: tuple[Cite, ...]
    conflict: Link | None
    note: str
    place: str = ""
    """The address of the row, "" if no page has it."""
    fact: str = ""
    """The key of its fact, see :func:`macros.views.facts.key_of`."""


@dataclass(frozen=True)
class TargetGroup:
    """The rows under one heading of the table: a former unit, or a group of targets."""

    title: str
    rows: tuple[TargetRow, ...]


@dataclass(frozen=True)
class TargetTable:
    """A table of targets; empty columns are left out."""

    id: str
    title: str
    period: str
    row: str
    """The heading of the first column: “Chỉ tiêu”, “Dự án”."""
    aimed: str
    groups: tuple[TargetGroup, ...]
    has_unit: bool
    has_actual: bool
    has_result: bool
    has_target: bool
    cites: tuple[Cite, ...]


def target_table(page: Page, dossier: Dossier, table: TargetSet) -> TargetTable:
    """Return a table of targets, grouped as printed."""
    grouped: dict[str, list[TargetRow]] = defaultdict(list)
    for target in table.targets:
        grouped[group_words(page.archive, target)].append(target_row(page, dossier, target))
    rows = [row for group in grouped.values() for row in group]
    return TargetTable(
        id=table.id,
        title=table.title,
        period=_period(table),
        row=capital(TARGET_SET_KINDS[table.kind]),
        aimed=capital(TARGET_SET_KINDS.entry(table.kind).aimed),
        groups=tuple(TargetGroup(title, tuple(group)) for title, group in grouped.items()),
        has_unit=any(row.unit for row in rows),
        has_actual=any(row.actual.text for row in rows),
        has_result=any(row.result for row in rows),
        has_target=any(row.target.text for row in rows),
        cites=cites(page, table.cite),
    )


def _period(table: TargetSet) -> str:
    """Return the time of a table, "" if its title says it."""
    years = re.findall(r"[0-9]{4}", table.period.text)
    return "" if all(year in table.title for year in years) else say(table.period)


def group_words(archive: Archive, target: Target) -> str:
    """Return the heading over a row: its printed group and its former unit."""
    unit = archive.dossiers.get(target.organization or "")
    parts = (target.group or "", unit.title if unit else "")
    return capital(" – ".join(part for part in parts if part))


# Patterns by which a row's own words may already say how it counts.
_SAYS = {
    "each_year": re.compile(r"\b(?:hằng|hàng|mỗi|từng) năm\b|/\s?năm\b"),
    "annual_mean": re.compile(r"\bbình quân (?:hằng |hàng |mỗi |một |/\s?)?năm\b"),
    "total": re.compile(r"\btrong kỳ\b|\bnhiệm k[ỳì]\b|\bgiai đoạn\b|\bcả kỳ\b"),
}
_MEAN = re.compile(r"\bbình quân\b(?! đầu người)")


def _detail(target: Target) -> Iterator[str]:
    """Yield what the row's own words do not say: how it counts, by when."""
    cells = (cell.printed or "" for cell in (target.target, target.actual) if cell)
    said = " ".join((target.indicator, *cells)).casefold()
    how = target.aggregation
    # That a figure is for one point in time goes without saying.
    unsaid = how not in _SAYS or not _SAYS[how].search(said)
    if how and how != "point" and unsaid:
        mean = how == "annual_mean" and _MEAN.search(target.indicator.casefold())
        yield "hằng năm" if mean else AGGREGATIONS[how]
    if target.due:
        by = say(target.due)
        year = by.removeprefix("năm ")
        if not re.search(rf"\bđến (?:hết |cuối )?(?:năm )?{re.escape(year)}(?!\d)", said):
            yield f"đến {by}"


def target_row(page: Page, dossier: Dossier, target: Target) -> TargetRow:
    """Return one row of a table of targets."""
    return TargetRow(
        id=target.id,
        number=target.number or "",
        indicator=keep_together(target.indicator),
        detail=", ".join(_detail(target)),
        unit=target.unit or "",
        target=_cell(target.target),
        actual=_cell(target.actual),
        result=target.result or "",
        depth=1 if target.row_of else 0,
        cites=cites(page, target.cite, inferred_words(target)),
        conflict=conflict_mark(page, dossier, target.id),
        note=target.note or "",
        place=page.url(LinkTarget("target", target.id, dossier.id)),
        fact=key_of(dossier.id, target.id),
    )


def _cell(cell: Printed | None) -> Cell:
    if cell is None:
        return Cell("")
    return Cell(LOST, lost=True) if cell.lost else Cell(keep_together(cell.printed or ""))


def amount_words(cell: Printed | None, unit: str | None) -> str:
    """Return a cell in words: a plain number formatted with its unit, else as printed."""
    if cell is None or cell.lost or not cell.printed:
        return ""
    text = cell.printed
    if cell.value is not None and not text.strip(" .,0123456789"):
        text = say_number(Decimal(cell.value))
    if not unit or unit in text:
        return keep_together(text)
    if unit.startswith("%"):
        return f"{text.removesuffix('%')}{unit}"
    named = unit if unit[1:2].isupper() else unit[0].lower() + unit[1:]
    return keep_together(f"{text} {named}")
