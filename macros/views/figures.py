"""Views of statistics: one figure in a sentence, a table, a series for a chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.archive import Archive, Dossier
from macros.chapter.page import Target
from macros.charts import Bar
from macros.dates import order_key
from macros.model.figures import Indicator, Observation
from macros.numbers import QUALIFIER_WORDS, say_number, say_quantity, say_ratio
from macros.vietnamese import keep_together
from macros.views.common import Cite, Link, Page, When, cites, when

AGGREGATION_WORDS = {
    "point": "tại thời điểm",
    "total": "trong kỳ",
    "annual_mean": "bình quân hằng năm",
    "each_year": "mỗi năm",
}


@dataclass(frozen=True)
class Figure:
    """One statistic as read: qualifier, number and unit, with its marks."""

    id: str
    text: str
    number: str
    unit: str
    indicator: str
    period: When
    aggregation: str
    cites: tuple[Cite, ...]
    conflict: Link | None
    category: str = ""
    note: str = ""


@dataclass(frozen=True)
class FigureGroup:
    """The figures of one indicator in order of time, parts under their wholes."""

    label: str
    unit: str
    rows: tuple[tuple[Figure, int], ...]


def find(dossier: Dossier, indicator: str, period: str, category: str | None) -> list[Observation]:
    """Return the observations that a call of `statistic` means (exactly one, if it is right).

    Without a category the whole is meant, never one of its parts.
    """
    return [
        one
        for one in dossier.observations
        if one.indicator == indicator
        and str(one.period) == period
        and (one.category == category if category else not is_part(dossier, one))
    ]


def is_part(dossier: Dossier, one: Observation) -> bool:
    """Say whether a figure is a part of another of the same indicator.

    Party committees among party organizations are a part of these, but a whole of their own.
    """
    whole = dossier.facts.get(one.part_of) if one.part_of else None
    return isinstance(whole, Observation) and whole.indicator == one.indicator


def unit_of(archive: Archive, one: Observation) -> str:
    """Return the unit shown: the observation's own, or its indicator's."""
    indicator = archive.indicators.get(one.indicator)
    return one.unit or (indicator.unit if indicator else "")


def _number(one: Observation) -> str:
    """Return the value as printed, without its unit and qualifier."""
    if one.ratio:
        top, bottom = one.ratio.numerator, one.ratio.denominator
        said = say_ratio(top.value, bottom.value, one.ratio.percent_printed)
        return f"{QUALIFIER_WORDS[top.qualifier]} {said}" if top.qualifier else said
    if one.value is None:
        return ""
    number = say_number(one.value)
    return f"{number}–{say_number(one.value_to)}" if one.value_to is not None else number


def figure_text(archive: Archive, one: Observation) -> str:
    """Return a statistic in words: “hơn 3.000 đảng viên”, “42/65 (64,6%) tổ chức”."""
    unit = unit_of(archive, one)
    if one.ratio:
        return keep_together(f"{_number(one)} {unit}".strip())
    if one.value is None:
        return ""
    if one.value_to is not None:
        return keep_together(f"{_number(one)} {unit}")
    return say_quantity(one.value, unit, one.qualifier)


def figure(page: Page, dossier: Dossier, one: Observation) -> Figure:
    """Return the view of one statistic."""
    archive = page.archive
    indicator = archive.indicators.get(one.indicator)
    stated = one.aggregation or (indicator.aggregation if indicator else "point")
    shown = when(one.period, style="short")
    assert shown is not None
    return Figure(
        id=one.id,
        text=figure_text(archive, one),
        number=_qualified(one),
        unit=unit_of(archive, one),
        indicator=indicator.label if indicator else one.indicator,
        period=When(one.period_printed, shown.machine) if one.period_printed else shown,
        aggregation="" if stated == "point" else AGGREGATION_WORDS[stated],
        cites=cites(page, one.cite),
        conflict=conflict_mark(page, dossier, one.id),
        category=category_words(archive, one),
        note=one.note or one.sums_reason or "",
    )


def _qualified(one: Observation) -> str:
    if one.value is not None and one.value_to is None:
        return say_quantity(one.value, "", one.qualifier).strip()
    return _number(one)


def category_words(archive: Archive, one: Observation) -> str:
    """Return the name of the part that a figure is; a former unit is called by its name."""
    unit = archive.dossiers.get(one.category or "") if one.dimension == "former-unit" else None
    return unit.title if unit else one.category or ""


def conflict_mark(page: Page, dossier: Dossier, fact: str) -> Link | None:
    """Return the mark that leads from a fact to the contradiction that it is a side of."""
    found = page.archive.conflicts_of.get((dossier.id, fact))
    if not found:
        return None
    owner, conflict = found[0]
    return Link("≠", page.url(Target("conflict", conflict.id, owner.id)), conflict.topic)


def groups(page: Page, dossier: Dossier, indicators: Iterable[str]) -> tuple[FigureGroup, ...]:
    """Return the figures of the named indicators, grouped; without names, of all."""
    wanted = list(indicators)
    chosen = [
        one
        for one in page.archive.indicators.values()
        if (one.id in wanted if wanted else True)
    ]
    chosen.sort(key=lambda one: (wanted.index(one.id) if wanted else 0, one.group, one.order))
    found = (_group(page, dossier, indicator) for indicator in chosen)
    return tuple(group for group in found if group.rows)


def _group(page: Page, dossier: Dossier, indicator: Indicator) -> FigureGroup:
    own = [one for one in dossier.observations if one.indicator == indicator.id]
    own.sort(key=_time)
    rows: list[tuple[Figure, int]] = []
    for one in own:
        if is_part(dossier, one):
            continue
        rows.append((figure(page, dossier, one), 0))
        rows.extend((figure(page, dossier, part), 1) for part in own if part.part_of == one.id)
    return FigureGroup(indicator.label, indicator.unit, tuple(rows))


def _time(one: Observation) -> tuple[object, ...]:
    return order_key(one.period)


def series(dossier: Dossier, indicator: str) -> list[Observation]:
    """Return the values of one indicator that form a series, in order of time.

    Only whole, single numbers in the indicator's own unit can stand side by side.
    """
    own = [
        one
        for one in dossier.observations
        if one.indicator == indicator
        and one.value is not None
        and one.unit is None
        and not is_part(dossier, one)
    ]
    return sorted(own, key=_time)


@dataclass(frozen=True)
class Chart:
    """A series as a picture and as rows."""

    title: str
    unit: str
    description: str
    bars: tuple[Bar, ...]
    rows: tuple[Figure, ...]


def chart(page: Page, dossier: Dossier, indicator: str) -> Chart:
    """Return the series of one indicator for drawing."""
    record = page.archive.indicators[indicator]
    values = series(dossier, indicator)
    rows = tuple(figure(page, dossier, one) for one in values)
    bars = tuple(
        Bar(row.period.text, float(one.value or 0), row.number)
        for one, row in zip(values, rows, strict=True)
    )
    told = "; ".join(f"{bar.label}: {bar.text}" for bar in bars)
    return Chart(
        title=f"{record.label} ({record.unit})",
        unit=record.unit,
        description=f"{record.label}, {record.unit}. {told}",
        bars=bars,
        rows=rows,
    )
