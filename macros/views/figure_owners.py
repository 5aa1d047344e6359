"""The index of the figures of all volumes: which organization has how many, of what, from when."""

from __future__ import annotations

from dataclasses import dataclass

from macros.archive import Archive, Dossier
from macros.chapter.page import LinkTarget
from macros.text.numbers import say_number
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Link, Page
from macros.views.figure_index import CSV

OTHERS = "Tổ chức ngoài các tập"


@dataclass(frozen=True)
class FigureOwner:
    """An organization with figures: its name, how many, and the first of each subject."""

    link: Link
    holds: str
    subjects: tuple[Link, ...]


@dataclass(frozen=True)
class FigureVolume:
    """The organizations of one volume that have figures, that of the volume first."""

    title: str
    owners: tuple[FigureOwner, ...]


@dataclass(frozen=True)
class FigureOwners:
    """All figures by volume; `csv` is the address of the open data."""

    volumes: tuple[FigureVolume, ...]
    csv: str


def figure_owners(page: Page) -> FigureOwners:
    """Return every organization with figures, by the volume that covers it."""
    archive = page.archive
    groups = {one.title: archive.family(one.id) for one in archive.volumes}
    groups[OTHERS] = tuple(
        one for one in archive.dossiers.values() if one.id not in archive.volume_of
    )
    volumes = tuple(
        FigureVolume(capital(title), owners)
        for title, family in groups.items()
        if (owners := tuple(_owner(page, one) for one in family if one.observations))
    )
    return FigureOwners(volumes, page.url(LinkTarget("file", CSV)))


def _owner(page: Page, dossier: Dossier) -> FigureOwner:
    archive = page.archive
    first: dict[str, str] = {}
    for indicator in sorted(dossier.observations_of, key=lambda one: _order(archive, one)):
        label = archive.indicators[indicator].group if indicator in archive.indicators else ""
        one = dossier.observations_of[indicator][0]
        first.setdefault(label, page.url(LinkTarget("statistic", one.id, dossier.id)))
    counted = (
        (len(dossier.observations_of), "chỉ số"),
        (len(dossier.observations), "số liệu"),
    )
    holds = [keep_together(f"{say_number(count)} {what}") for count, what in counted]
    return FigureOwner(
        Link(capital(dossier.title), page.url(LinkTarget("organization", dossier.id))),
        ", ".join((*holds, *_years(dossier))),
        tuple(Link(label, url) for label, url in first.items() if label),
    )


def _order(archive: Archive, identifier: str) -> tuple[int, int]:
    """Sort by subject, in the order in which the catalogue begins them, then as it says."""
    groups = dict.fromkeys(one.group for one in archive.indicators.values())
    known = archive.indicators.get(identifier)
    return (list(groups).index(known.group), known.order) if known else (len(groups), 0)


def _years(dossier: Dossier) -> tuple[str, ...]:
    days = [
        day
        for one in dossier.observations
        for day in (one.period.earliest(), one.period.latest())
        if day
    ]
    if not days:
        return ()
    first, last = min(days).year, max(days).year
    return (f"{first}–{last}" if first != last else str(first),)
