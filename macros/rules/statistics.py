"""Which figure to use for an indicator: wholes and parts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from macros.archive import FORMER_UNIT, Archive, Dossier
from macros.dates import order_key
from macros.model.codes import BOUNDS
from macros.model.statistics import Observation
from macros.rules.conflicts import shown_instead


def find_figures(
    archive: Archive, dossier: Dossier, indicator: str, period: str, category: str | None
) -> list[Observation]:
    """Return the observations that match a call of `statistic` (one, if the call is right).

    Without a category, only the whole matches, not its parts; of the sides of a
    contradiction, only the shown one.
    """
    found = [
        one
        for one in dossier.observations_of.get(indicator, ())
        if str(one.period) == period
        and (one.category == category if category else not is_part(dossier, one))
    ]
    return [one for one in found if not shown_instead(archive, dossier, one, found)]


def series(archive: Archive, dossier: Dossier, indicator: str) -> list[Observation]:
    """Return the values of one indicator that form a series, in order of time.

    Only single numbers of the whole, in the indicator's own unit, are comparable. Of the sides of
    a contradiction, the shown one is taken.
    """
    own = [
        one
        for one in dossier.observations_of.get(indicator, ())
        if one.value is not None and one.unit is None and not is_part(dossier, one)
    ]
    return sorted(
        (one for one in own if not shown_instead(archive, dossier, one, own)), key=by_time
    )


def latest(archive: Archive, dossier: Dossier, own: Iterable[Observation]) -> Observation | None:
    """Return the figure that stands for an indicator: the latest of the whole organization.

    `own` are the figures of one indicator of the organization. A figure that pages do not show,
    since a contradiction shows another, does not stand for it. A period without an end counts by
    its beginning: “từ 8/2020” is later than “từ 8/2015”. None if none is about the whole.
    """
    every = tuple(own)
    wholes = (
        one
        for one in every
        if not part_name(archive, one)
        and not is_part(dossier, one)
        and not shown_instead(archive, dossier, one, every)
    )
    return max(wholes, key=_end, default=None)


def _end(one: Observation) -> tuple[date, date]:
    first = one.period.earliest() or date.min
    return one.period.latest() or first, first


def is_part(dossier: Dossier, one: Observation) -> bool:
    """Return whether a figure is a part of another figure of the same indicator.

    Party committees are a part of the party organizations, but have an indicator of their own,
    so their figure is a whole.
    """
    whole = dossier.facts.get(one.part_of) if one.part_of else None
    return isinstance(whole, Observation) and whole.indicator == one.indicator


def is_bound(one: Observation) -> bool:
    """Return whether a figure is only a bound: “trên 95%”, or a ratio with such a number."""
    given = [one.qualifier]
    if one.ratio:
        quantities = (one.ratio.numerator, one.ratio.denominator)
        given += [one.ratio.percent_qualifier, *(each.qualifier for each in quantities)]
    return not BOUNDS.isdisjoint(given)


def by_time(one: Observation) -> tuple[object, ...]:
    """Return the key that sorts figures in order of time."""
    return order_key(one.period)


def category_name(archive: Archive, one: Observation) -> str:
    """Return the name of a figure's category; for a former unit, its name."""
    unit = archive.dossiers.get(one.category or "") if one.dimension == FORMER_UNIT else None
    return unit.title if unit else one.category or ""


def part_name(archive: Archive, one: Observation) -> str:
    """Return the name of the category, "" if the indicator's name ends with it."""
    words = category_name(archive, one)
    indicator = archive.indicators.get(one.indicator)
    # Compared with a leading space, to match whole words only.
    named = indicator and f" {indicator.label}".casefold().endswith(f" {words}".casefold())
    return "" if named else words
