"""The comparison of volumes: the indicators for which several volumes have figures.

The figure of a volume is that of its own organization; if there is none, that of the ward that it
leads, or else of another organization that it covers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from macros.archive import Archive, Dossier
from macros.model.indicators import Indicator
from macros.model.statistics import Observation
from macros.rules import statistics
from macros.text.vietnamese import slug

ENOUGH = 2
"""An indicator is compared if at least so many volumes have a figure of it."""


@dataclass(frozen=True)
class Compared:
    """One volume's latest figure of an indicator, and the organization that it is about."""

    volume: Dossier
    owner: Dossier
    figure: Observation


@dataclass(frozen=True)
class Comparison:
    """One indicator with the latest figure of each volume, in the order of the volumes."""

    indicator: Indicator
    rows: tuple[Compared, ...]


@dataclass(frozen=True)
class Group:
    """The comparisons of one subject, in the order of its indicators; `id` names its page."""

    id: str
    label: str
    comparisons: tuple[Comparison, ...]


def groups(archive: Archive) -> tuple[Group, ...]:
    """Return the indicators that at least `ENOUGH` volumes have figures of, by subject."""
    return _grouped(archive, list(archive.indicators.values()))


def group(archive: Archive, identifier: str) -> Group | None:
    """Return one subject of the comparison, or None if nothing in it can be compared."""
    own = [one for one in archive.indicators.values() if slug(one.group) == identifier]
    return next(iter(_grouped(archive, own)), None)


def _grouped(archive: Archive, indicators: Sequence[Indicator]) -> tuple[Group, ...]:
    newest = _latest(archive, {one.id for one in indicators})
    found: dict[str, list[Comparison]] = defaultdict(list)
    for indicator in sorted(indicators, key=lambda one: one.order):
        of_volume = newest.get(indicator.id, {})
        if len(of_volume) >= ENOUGH:
            rows = (of_volume[one.id] for one in archive.volumes if one.id in of_volume)
            found[indicator.group].append(Comparison(indicator, tuple(rows)))
    subjects = dict.fromkeys(one.group for one in indicators)
    return tuple(
        Group(slug(label), label, tuple(found[label])) for label in subjects if label in found
    )


def _latest(archive: Archive, wanted: Collection[str]) -> dict[str, dict[str, Compared]]:
    """Return the figures to compare, by indicator and volume, in one pass over the archive."""
    best: dict[str, dict[str, tuple[tuple[object, ...], Compared]]] = defaultdict(dict)
    for owner in archive.dossiers.values():
        volume = archive.dossiers.get(archive.volume_of.get(owner.id, ""))
        if volume is None:
            continue
        listed: dict[str, list[Observation]] = defaultdict(list)
        for one in owner.observations:
            if one.indicator in wanted:
                listed[one.indicator].append(one)
        for indicator, own in listed.items():
            figure = statistics.latest(archive, owner, own)
            if figure:
                found = (_precedence(volume, owner), Compared(volume, owner, figure))
                before = best[indicator].get(volume.id, found)
                best[indicator][volume.id] = min(before, found, key=lambda pair: pair[0])
    return {
        indicator: {volume: found for volume, (_, found) in of_volume.items()}
        for indicator, of_volume in best.items()
    }


def _precedence(volume: Dossier, owner: Dossier) -> tuple[bool, bool, int, str]:
    """Return the key that sorts a volume's organizations by precedence."""
    grounds = volume.organization.grounds
    return (owner.id != volume.id, owner.id not in grounds, owner.organization.order, owner.id)
