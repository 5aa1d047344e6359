"""Records of numbers: the values of each indicator of an organization, in order of time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from macros.dates import short
from macros.rules.conflicts import shown_instead
from macros.rules.names import name_on
from macros.rules.statistics import by_time, is_part
from macros.search.answers.parts import cited, filled, linked, within
from macros.text.vietnamese import capital
from macros.views.common import at_start, organization_link
from macros.views.statistics import figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.archive import Archive, Dossier
    from macros.model.statistics import Observation
    from macros.search.answers.parts import Built, Record
    from macros.views.common import Page


def counts(page: Page, dossier: Dossier, built: Built) -> Iterator[tuple[str, Record]]:
    """Yield (indicator, record) for each indicator with values for the organization.

    Parts are left out, as they belong to their whole; of a contradiction, the shown side is
    taken. A successor's figure for a former unit belongs to the unit, `within` the total.
    """
    archive = page.archive
    found: dict[str, list[tuple[Dossier, Observation]]] = defaultdict(list)
    for one in dossier.observations:
        if not is_part(dossier, one):
            found[one.indicator].append((dossier, one))
    for owner, one in archive.figures_within.get(dossier.id, ()):
        found[one.indicator].append((owner, one))
    for identifier, values in sorted(found.items()):
        indicator = archive.indicators.get(identifier)
        if indicator is None:
            continue
        ordered = sorted(_shown(archive, values), key=lambda pair: by_time(pair[1]))
        yield (
            identifier,
            {
                "indicator": indicator.label,
                "unit": indicator.unit,
                "organization": linked(at_start(organization_link(page, dossier.id))),
                "rows": [_row(page, dossier, owner, one, built) for owner, one in ordered],
            },
        )


def _shown(
    archive: Archive, values: Iterable[tuple[Dossier, Observation]]
) -> list[tuple[Dossier, Observation]]:
    listed = list(values)
    by_owner: dict[str, list[Observation]] = defaultdict(list)
    for owner, one in listed:
        by_owner[owner.id].append(one)
    return [
        (owner, one)
        for owner, one in listed
        if not shown_instead(archive, owner, one, by_owner[owner.id])
    ]


def _row(page: Page, dossier: Dossier, owner: Dossier, one: Observation, built: Built) -> Record:
    """Return one value: in words, its period, its aggregation, and the address of its row."""
    view = figure(page, owner, one)
    volume = page.archive.volume_of.get(owner.id, owner.id)
    inside = [] if owner is dossier else [f"trong số liệu của {name_on(owner, one.period)}"]
    # The name of the part is the organization's own.
    part = [view.category] if view.category and owner is dossier else []
    return filled(
        {
            "text": capital(view.text),
            "period": _period(one, view.period.text),
            "time": within(one.period),
            # For a time span and not for one moment.
            "spans": one.period.kind == "interval",
            "how": [*part, *([view.aggregation] if view.aggregation else []), *inside],
            "note": view.note,
            "conflict": [view.conflict.title, view.conflict.url] if view.conflict else None,
            "cites": cited(view.cites),
            "url": built.rows.get((volume, view.id), ""),
        }
    )


def _period(one: Observation, words: str) -> str:
    """Return the period of a figure; after words of the source without digits, its date too."""
    printed = one.period_printed
    if not printed or any(character.isdigit() for character in printed):
        return words
    return f"{words} ({short(one.period)})"
