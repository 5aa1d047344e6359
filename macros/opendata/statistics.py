"""The tables of figures: statistics, and targets with their results."""

from __future__ import annotations

from macros.archive import Archive, Dossier
from macros.dates import order_key
from macros.model.base import citations_of
from macros.model.statistics import Observation
from macros.model.targets import Printed, Target, TargetSet
from macros.opendata.derived import by_id, conflict_ids
from macros.opendata.links import citation_text
from macros.opendata.rows import StatisticRow, TargetRow
from macros.wording.statistics import unit_of

_NOTHING = Printed()


def statistics(archive: Archive) -> list[StatisticRow]:
    """Return every statistic by organization, indicator and time, wholes before their parts."""
    found = [
        (dossier, one) for dossier in archive.dossiers.values() for one in dossier.observations
    ]
    found.sort(
        key=lambda item: (
            item[0].id,
            item[1].indicator,
            order_key(item[1].period),
            item[1].part_of is not None,
            item[1].id,
        )
    )
    return [_statistic(archive, dossier, one) for dossier, one in found]


def _statistic(archive: Archive, dossier: Dossier, one: Observation) -> StatisticRow:
    indicator = archive.indicators.get(one.indicator)
    ratio = one.ratio
    return StatisticRow(
        id=one.id,
        organization_id=dossier.id,
        indicator_id=one.indicator,
        indicator=indicator.label if indicator else one.indicator,
        period=one.period,
        aggregation=one.aggregation or (indicator.aggregation if indicator else "point"),
        value=one.value,
        qualifier=one.qualifier,
        unit=unit_of(archive, one) or None,
        numerator=ratio.numerator.value if ratio else None,
        denominator=ratio.denominator.value if ratio else None,
        percent_printed=ratio.percent_printed if ratio else None,
        part_of=one.part_of,
        dimension=one.dimension,
        category=one.category,
        source=citation_text(citations_of(one)),
        value_to=one.value_to,
        numerator_qualifier=ratio.numerator.qualifier if ratio else None,
        denominator_qualifier=ratio.denominator.qualifier if ratio else None,
        period_printed=one.period_printed,
        sums=one.sums,
        sums_reason=one.sums_reason,
        note=one.note,
        conflict=conflict_ids(archive, dossier, one),
    )


def targets(archive: Archive) -> list[TargetRow]:
    """Return every target, by organization and table, in the order of the printed table."""
    return [
        _target(archive, dossier, table, one)
        for dossier in by_id(archive)
        for table in sorted(dossier.target_sets, key=lambda one: (order_key(one.period), one.id))
        for one in table.targets
    ]


def _target(archive: Archive, dossier: Dossier, table: TargetSet, one: Target) -> TargetRow:
    target, actual = one.target or _NOTHING, one.actual or _NOTHING
    return TargetRow(
        id=one.id,
        organization_id=dossier.id,
        set=table.id,
        group=one.group,
        number=one.number,
        indicator=one.indicator,
        unit=one.unit,
        target=target.printed,
        target_value=target.value,
        actual=actual.printed,
        actual_value=actual.value,
        result=one.result,
        source=citation_text(citations_of(one)),
        set_title=table.title,
        period=table.period,
        target_min=target.min,
        target_max=target.max,
        target_lost=target.lost,
        actual_min=actual.min,
        actual_max=actual.max,
        actual_lost=actual.lost,
        about_organization_id=one.organization,
        row_of=one.row_of,
        note=one.note,
        conflict=conflict_ids(archive, dossier, one),
    )
