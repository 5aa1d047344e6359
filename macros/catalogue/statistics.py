"""Macros about figures: one in a sentence, tables, charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from macros.archive import Archive, Dossier
from macros.archive.advice import missing_fact
from macros.archive.figures import drawn_key
from macros.catalogue.registry import (
    Faults,
    IndicatorId,
    OrganizationId,
    dossier_of,
    needs_organization,
    readable,
    registry,
)
from macros.chapter.page import Context
from macros.chapter.registry import Shown
from macros.messages.suggest import did_you_mean
from macros.rendering.templates import render
from macros.rules.statistics import find_figures, series
from macros.rules.targets import comparable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from macros.messages.problems import About
    from macros.views.common import Page


def _misspelt(
    archive: Archive, dossier: Dossier, period: str | None = None, category: str | None = None
) -> bool:
    """Return whether the data has a figure for this time whose indicator does not exist.

    It may be the one that a call asks for; it is reported where it is written.
    """
    return any(
        one.indicator not in archive.indicators
        and (period is None or str(one.period) == period)
        and (one.category == category if category else one.part_of is None)
        for one in dossier.observations
    )


def _lost_whole(dossier: Dossier, period: str | None = None) -> About | None:
    """Return what the parts of a missing figure are about, if there is one such for this time.

    It may be the figure that a call asks for: then both tell of one.
    """
    if not dossier.observations:
        return None
    wholes = {
        whole
        for one in dossier.observations
        for whole in (one.part_of, one.measures, *(other.part_of for other in one.also_part_of))
        if whole and whole not in dossier.facts and (period is None or str(one.period) == period)
    }
    return missing_fact(dossier.id, wholes.pop()) if len(wholes) == 1 else None


def _one_datum(
    context: Context[Archive],
    indicator: str,
    period: str,
    category: str | None = None,
    organization: str | None = None,
    cite: bool = True,
    capital: bool = False,
) -> Faults:
    """The call matches exactly one observation."""
    yield from needs_organization(context)
    dossier = context.archive.dossiers.get(context.organization or "")
    if dossier is None or indicator not in context.archive.indicators:
        return
    if not readable(context, "statistics"):
        return
    found = find_figures(context.archive, dossier, indicator, period, category)
    # A figure that was given another's id may be taken for another's part, or whole.
    unclear = len(found) > 1 and bool(dossier.repeated)
    if len(found) == 1 or unclear or _misspelt(context.archive, dossier, period, category):
        return
    if found:
        message = f"có {len(found)} số liệu “{indicator}” cho “{period}”"
        yield message, 'thêm category="…" để chọn một', _lost_whole(dossier, period)
        return
    own = dossier.observations_of.get(indicator, ())
    periods = sorted({str(one.period) for one in own})
    if period in periods:
        parts = sorted({one.category for one in own if str(one.period) == period and one.category})
        otherwise = 'thêm category="…", một trong: ' + ", ".join(parts)
        remedy = did_you_mean(category or "", parts, otherwise)
    else:
        otherwise = "các thời gian đã có: " + ", ".join(periods)
        missing = "thêm số liệu vào statistics.yml của tổ chức"
        remedy = did_you_mean(period, periods, otherwise if periods else missing)
    message = f"tổ chức “{dossier.id}” không có số liệu “{indicator}” cho “{period}”"
    # Without a single figure of the organization it is the file that is missing.
    gone = None if dossier.observations else missing_fact(dossier.id, f"{indicator} {period}")
    yield message, remedy, gone or _lost_whole(dossier, period)


@registry.macro(
    check=_one_datum,
    guide="Một số liệu trong câu, kèm mức (trên, gần…), đơn vị, dấu mâu thuẫn và nguồn "
    "(capital=true: viết hoa, khi mở đầu câu).",
    example='"party-members", "1950-03-02"',
)
def statistic(
    page: Page,
    indicator: IndicatorId,
    period: str,
    category: str | None = None,
    organization: OrganizationId | None = None,
    cite: bool = True,
    capital: bool = False,
) -> Markup:
    """One figure in a sentence, with its qualifier, unit, conflict mark and citation."""
    from macros.views import statistics as views

    dossier = dossier_of(page)
    (one,) = find_figures(page.archive, dossier, indicator, period, category)
    figure = views.figure(page, dossier, one, cited=cite)
    return render("statistic", figure=views.beginning(figure) if capital else figure)


@registry.macro(
    block=True,
    check=needs_organization,
    guide="Bảng các số liệu của những chỉ số nêu tên.",
    example='["party-members", "party-organizations"]',
)
def statistics_table(
    page: Page,
    indicators: list[IndicatorId],
    organization: OrganizationId | None = None,
) -> Markup:
    """The figures of the named indicators, parts under their wholes."""
    from macros.views import statistics as views

    tables = views.tables(page, dossier_of(page), indicators)
    return render("statistics_table", tables=tables, anchors=False)


@registry.macro(
    block=True,
    check=needs_organization,
    guide="Mọi số liệu của tổ chức.",
)
def statistics_all(page: Page, organization: OrganizationId | None = None) -> Markup:
    """Every figure of an organization, on the page that links to figures lead to."""
    from macros.views.figure_index import figure_index

    index, tables = figure_index(page, dossier_of(page))
    return render("statistics_all", index=index, tables=tables, anchors=True)


def _a_series(context: Context[Archive], indicator: str, organization: str | None = None) -> Faults:
    """A chart needs at least two values."""
    yield from needs_organization(context)
    dossier = context.archive.dossiers.get(context.organization or "")
    if (
        dossier
        and readable(context, "statistics")
        and len(series(context.archive, dossier, indicator)) < 2
        and not _misspelt(context.archive, dossier)
    ):
        yield (
            f"biểu đồ “{indicator}” cần ít nhất hai giá trị",
            "dùng statistic(…) hoặc statistics_table([…])",
            _lost_whole(dossier) if dossier.observations else missing_fact(dossier.id, indicator),
        )


def _one_chart(context: Context[Archive], arguments: Mapping[str, Any]) -> tuple[Shown, ...]:
    key = drawn_key("statistics_chart", context.organization, arguments["indicator"])
    return (Shown(key),)


@registry.macro(
    block=True,
    check=_a_series,
    figures=_one_chart,
    guide="Biểu đồ một chỉ số theo thời gian, kèm bảng.",
    example='"members-admitted"',
)
def statistics_chart(
    page: Page, indicator: IndicatorId, organization: OrganizationId | None = None
) -> Markup:
    """One indicator over time as a picture, with the same data as a table."""
    from macros.views.series import chart
    from macros.views.time_chart import plots

    dossier = dossier_of(page)
    own = drawn_key("statistics_chart", dossier.id, indicator)
    figure = page.archive.figures.on(page.path, own)
    return render(
        "statistics_chart",
        chart=chart(page, dossier, indicator),
        plots=plots(page, dossier, indicator),
        figure=figure,
    )


def _a_table(context: Context[Archive], table: str, organization: str | None = None) -> Faults:
    """The organization has this table of targets."""
    yield from needs_organization(context)
    dossier = context.archive.dossiers.get(context.organization or "")
    if dossier is None or not readable(context, "targets"):
        return
    known = [one.id for one in dossier.target_sets]
    if table not in known:
        otherwise = "các bảng đã có: " + (", ".join(known) or "chưa có bảng nào")
        remedy = did_you_mean(table, known, otherwise)
        message = f"tổ chức “{dossier.id}” không có bảng chỉ tiêu “{table}”"
        yield message, remedy, missing_fact(dossier.id, table, "target_set")


@registry.macro(
    block=True,
    check=_a_table,
    guide="Một bảng chỉ tiêu và kết quả, đúng như in.",
    example='"chi-tieu-1958", organization="may-thuong"',
)
def targets_table(page: Page, table: str, organization: OrganizationId | None = None) -> Markup:
    """One table of targets with its results, as printed."""
    from macros.views.targets import target_table

    dossier = dossier_of(page)
    (record,) = (one for one in dossier.target_sets if one.id == table)
    return render("targets_table", table=target_table(page, dossier, record))


def _drawn_targets(
    context: Context[Archive], table: str, organization: str | None = None
) -> Faults:
    """The table has rows whose target and result are both numbers."""
    yield from _a_table(context, table, organization)
    dossier = context.archive.dossiers.get(context.organization or "")
    if dossier is None or all(one.id != table for one in dossier.target_sets):
        return
    if not comparable(dossier, table):
        yield (
            f"bảng “{table}” không có dòng nào mà chỉ tiêu và kết quả đều là số",
            f'dùng targets_table("{table}")',
        )


@registry.macro(
    block=True,
    check=_drawn_targets,
    guide="Chỉ tiêu và kết quả: mỗi dòng trên một vạch đích, kèm hai con số và đánh giá của báo "
    "cáo; thay cho targets_table khi bảng có kết quả bằng số.",
    example='"chi-tieu-1958", organization="may-thuong"',
)
def targets_chart(page: Page, table: str, organization: OrganizationId | None = None) -> Markup:
    """The rows of a table on a target line, with values and assessment as printed."""
    from macros.views.targets_chart import target_chart

    dossier = dossier_of(page)
    (record,) = (one for one in dossier.target_sets if one.id == table)
    return render("targets_chart", chart=target_chart(page, dossier, record))
