"""Views of the cards of targets: what was aimed at, what came of it, what the report says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.chapter.page import LinkTarget
from macros.dates import say
from macros.model.codes import AGGREGATIONS, TARGET_SET_KINDS
from macros.rules.names import name_on
from macros.text.vietnamese import capital
from macros.views.cards import Card, Row, conflict_rows, known_row, line_of, source_rows
from macros.views.common import Link, cites, organization_link
from macros.views.targets import amount_words
from macros.wording.facts import fact_words
from macros.wording.targets import LOST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Dossier
    from macros.model.targets import Printed, Target, TargetSet
    from macros.views.common import Page


def target_card(page: Page, dossier: Dossier, table: TargetSet, one: Target) -> Card:
    """Return the card of a row of a table of targets."""
    archive = page.archive
    owner = capital(name_on(dossier, table.period))
    value = _cell(one.actual, one.unit) or _cell(one.target, one.unit) or one.result or ""
    said = fact_words(archive, dossier.id, one)
    passages = "; ".join(mark.title for mark in cites(page, one.cite))
    cited = f"{owner}, {table.title}. {said.rstrip('.')}. Nguồn: {passages}."
    rows = (
        *_told(page, table, one),
        known_row(one),
        *source_rows(page, one.cite),
        *conflict_rows(page, dossier, one),
        *((Row("Ghi chú", (Link(one.note),)),) if one.note else ()),
    )
    place = page.url(LinkTarget("target", one.id, dossier.id))
    return Card(f"{one.indicator} · {owner}", value, rows, cited, line_of(one), place)


def _told(page: Page, table: TargetSet, one: Target) -> Iterator[Row]:
    aimed = capital(TARGET_SET_KINDS.entry(table.kind).aimed)
    for label, cell in ((aimed, one.target), ("Kết quả", one.actual)):
        if words := _cell(cell, one.unit):
            yield Row(label, (Link(words),))
    if one.result:
        yield Row("Báo cáo đánh giá", (Link(one.result),))
    if one.aggregation:
        yield Row("Cách tính", (Link(capital(AGGREGATIONS[one.aggregation])),))
    yield Row("Bảng", (Link(table.title), Link(f" ({say(table.period)})")))
    if one.due:
        yield Row("Thời hạn", (Link(say(one.due)),))
    if one.group:
        yield Row("Nhóm", (Link(one.group),))
    if one.organization:
        yield Row("Đơn vị", (organization_link(page, one.organization),))


def _cell(cell: Printed | None, unit: str | None) -> str:
    return LOST if cell and cell.lost else amount_words(cell, unit)
