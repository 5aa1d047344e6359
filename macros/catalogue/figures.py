"""Macros on figures: one in a sentence, tables, charts."""

from __future__ import annotations

from markupsafe import Markup

from macros.archive import Archive
from macros.catalogue.registry import (
    Faults,
    IndicatorId,
    OrganizationId,
    dossier_of,
    needs_organization,
    registry,
)
from macros.chapter.page import Context
from macros.charts import bar_chart
from macros.loading.suggest import did_you_mean
from macros.templates import render
from macros.views import figures as views
from macros.views.common import Page


def _one_datum(
    context: Context[Archive],
    indicator: str,
    period: str,
    category: str | None = None,
    organization: str | None = None,
    cite: bool = True,
) -> Faults:
    """The call means exactly one observation."""
    yield from needs_organization(context)
    dossier = context.archive.dossiers.get(context.organization or "")
    if dossier is None or indicator not in context.archive.indicators:
        return
    found = views.find(dossier, indicator, period, category)
    if len(found) == 1:
        return
    if found:
        yield (
            f"có {len(found)} số liệu “{indicator}” cho “{period}”",
            'thêm category="…" để chọn một',
        )
        return
    own = [one for one in dossier.observations if one.indicator == indicator]
    periods = sorted({str(one.period) for one in own})
    if period in periods:
        parts = sorted({one.category for one in own if str(one.period) == period and one.category})
        hint = did_you_mean(category or "", parts).strip()
        remedy = hint or 'thêm category="…", một trong: ' + ", ".join(parts)
    else:
        remedy = did_you_mean(period, periods).strip() or (
            "các thời gian đã có: " + ", ".join(periods)
            if periods
            else "thêm số liệu vào statistics.yml của tổ chức"
        )
    yield f"tổ chức “{dossier.id}” không có số liệu “{indicator}” cho “{period}”", remedy


@registry.macro(check=_one_datum)
def statistic(
    page: Page,
    indicator: IndicatorId,
    period: str,
    category: str | None = None,
    organization: OrganizationId | None = None,
    cite: bool = True,
) -> Markup:
    """One figure in a sentence, with its qualifier, unit, conflict mark and citation."""
    dossier = dossier_of(page)
    (one,) = views.find(dossier, indicator, period, category)
    return render("statistic", figure=views.figure(page, dossier, one), cite=cite)


@registry.macro(block=True, check=needs_organization)
def statistics_table(
    page: Page,
    indicators: list[IndicatorId],
    organization: OrganizationId | None = None,
) -> Markup:
    """The figures of the named indicators, parts under their wholes."""
    groups = views.groups(page, dossier_of(page), indicators)
    return render("statistics_table", groups=groups, anchors=False)


@registry.macro(block=True, check=needs_organization)
def statistics_all(page: Page, organization: OrganizationId | None = None) -> Markup:
    """Every figure of an organization: the page that figures' addresses lead to."""
    groups = views.groups(page, dossier_of(page), ())
    return render("statistics_table", groups=groups, anchors=True)


def _a_series(context: Context[Archive], indicator: str, organization: str | None = None) -> Faults:
    """A chart needs at least two values."""
    yield from needs_organization(context)
    dossier = context.archive.dossiers.get(context.organization or "")
    if dossier and len(views.series(dossier, indicator)) < 2:
        yield (
            f"biểu đồ “{indicator}” cần ít nhất hai giá trị",
            "dùng statistic(…) hoặc statistics_table([…])",
        )


@registry.macro(block=True, check=_a_series)
def statistics_chart(
    page: Page, indicator: IndicatorId, organization: OrganizationId | None = None
) -> Markup:
    """One indicator over time as a picture, with the same data as a table."""
    dossier = dossier_of(page)
    view = views.chart(page, dossier, indicator)
    svg = Markup(bar_chart(view.bars, view.description))  # noqa: S704  (drawn by the library)
    return render("statistics_chart", title=view.title, unit=view.unit, rows=view.rows, svg=svg)
