"""The view of a volume's chronology: everything dated, year by year, with a filter by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from macros.archive import Dossier
from macros.chapter.page import LinkTarget
from macros.dates import Edtf, short
from macros.model.congresses import Congress
from macros.rules.chronicle import Moment, chronicle, of_volume
from macros.text.vietnamese import keep_together
from macros.views.chronology_lines import Entry, entry
from macros.views.common import Link, Page, at_start, organization_link
from macros.views.folding import STAGES, Count, Run, counted, folded_kinds, runs
from macros.views.organization import EventRow, event_row


@dataclass(frozen=True)
class YearOf:
    """A year of a chronology, or, without entries, the years between two of which nothing is known.

    `told` says that all of its entries repeat what another place of the site tells. `runs` are its
    entries again, some of them folded in a long chronology.
    """

    anchor: str
    link: Link
    term: str
    entries: tuple[Entry, ...]
    told: bool = False
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True)
class Undated:
    """An event without a date, and the organization that it is of, if not the volume's own.

    `told` says that the page of that organization tells it.
    """

    organization: Link | None
    row: EventRow
    told: bool


@dataclass(frozen=True)
class VolumeChronicle:
    """The chronology of a volume.

    `filters` are the kinds that a reader may choose. `folds` says that entries are folded in it,
    `folds_undated` that those without a date are too.
    """

    count: int
    filters: tuple[Count, ...]
    years: tuple[YearOf, ...]
    undated: tuple[Undated, ...]
    folds: bool
    folds_undated: bool


def volume_chronicle(page: Page, dossier: Dossier) -> VolumeChronicle:
    """Return the chronology of the volume of an organization."""
    moments = of_volume(page.archive, dossier.id)
    filters = counted(one.kind for one in moments)
    years = tuple(_years(page, dossier, moments))
    undated = tuple(_undated(page, dossier))
    folded = folded_kinds([one.entries for one in years], len(undated))
    return VolumeChronicle(
        len(moments),
        filters if len(filters) > 1 else (),
        tuple(replace(one, runs=tuple(runs(one.entries, folded))) for one in years),
        undated,
        folds=any(one.kind in folded for one in filters),
        folds_undated=bool(undated) and folded == STAGES[-1],
    )


def _years(page: Page, dossier: Dossier, moments: Sequence[Moment]) -> Iterator[YearOf]:
    by_year: dict[int, list[Moment]] = defaultdict(list)
    for one in moments:
        by_year[one.home or 0].append(one)
    known = sorted(by_year)
    for before, year in zip([None, *known], known):  # noqa: B905  (the last year has none after)
        if before is not None and year - before > 1:
            missing = f"{before + 1}–{year - 1}" if year - before > 2 else str(year - 1)
            yield YearOf("", Link(missing), "", ())
        entries = tuple(_entry(page, one, dossier, year) for one in by_year[year])
        yield YearOf(
            f"nam-{year}",
            Link(str(year), _url(page, year)),
            _term(dossier, year),
            entries,
            all(one.told for one in entries),
        )


def _url(page: Page, year: int) -> str:
    known = year in chronicle(page.archive).by_year
    return page.url(LinkTarget("year", str(year))) if known else ""


def _entry(page: Page, moment: Moment, dossier: Dossier, year: int) -> Entry:
    line = entry(page, moment, within=dossier.id)
    told = line.told or _has_own_page(page, moment.owner, dossier)
    return replace(line, whole=_in_year(moment.when, year), told=told)


def _has_own_page(page: Page, organization: str, dossier: Dossier) -> bool:
    """Return whether the page of a body under the volume's organization tells of it."""
    return any(one.id == organization for one in page.archive.children.get(dossier.id, ()))


def _in_year(when: Edtf, year: int) -> str:
    """Return a time below the heading of its year: “05/08”, “tháng 3”, “25–26/08”."""
    said = short(when)
    if when.is_point and not when.approximate:
        numbers = when.numbers
        if len(numbers) == 1:
            return "trong năm"
        return f"{numbers[2]:02}/{numbers[1]:02}" if len(numbers) == 3 else f"tháng {numbers[1]}"
    if when.kind == "interval" and when.precision == "day":
        said = said.removesuffix(f"/{year}")
    return keep_together(said)


def _term(dossier: Dossier, year: int) -> str:
    """Return the term that had begun by the end of a year: “nhiệm kỳ II”."""
    last: Congress | None = None
    for one in dossier.congresses:
        day = one.days.earliest() if one.days else None
        if day and day.year <= year:
            last = one
    end = last.term.latest() if last and last.term else None
    return f"nhiệm kỳ {last.ordinal}" if last and end and year <= end.year else ""


def _undated(page: Page, dossier: Dossier) -> Iterator[Undated]:
    for one in page.archive.family(dossier.id) or (dossier,):
        for event in one.events:
            if event.date is None:
                whose = None if one is dossier else at_start(organization_link(page, one.id))
                told = _has_own_page(page, one.id, dossier)
                yield Undated(whose, event_row(page, one, event), told)
