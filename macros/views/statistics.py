"""Views of statistics: one figure in a sentence, a table, a series for a chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from macros.addresses.places import fact_anchor
from macros.archive import Archive, Dossier
from macros.chapter.page import LinkTarget
from macros.model.indicators import Indicator
from macros.model.statistics import Observation
from macros.rules.inferred import marked
from macros.rules.statistics import by_time, category_name, is_part, part_name
from macros.text.vietnamese import capital
from macros.views.common import Cite, Link, Page, When, cites, when
from macros.views.facts import key_of
from macros.wording.conflicts import conflict_words
from macros.wording.facts import fact_words
from macros.wording.inferred import inferred_words
from macros.wording.statistics import counted, figure_text, qualified, unit_beside, unit_of


class Figure(NamedTuple):
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
    place: str = ""
    """The address of its row, "" if no page has one."""
    fact: str = ""
    """The key of its fact, see :func:`macros.views.facts.key_of`."""

    @property
    def title(self) -> str:
        """What the figure counts, when, and how: “Đảng viên, từ đầu năm 1997”."""
        return ", ".join(filter(None, (self.indicator, self.period.text, self.aggregation)))

    def under(self, unit: str) -> str:
        """Return the figure for a table whose heading names `unit`; another unit is added."""
        return self.number if self.unit == unit else self.text

    @property
    def remark(self) -> str:
        """How the figure counts, and the note, as sentences for a cell of their own."""
        return ". ".join(capital(part) for part in (self.aggregation, self.note) if part)


@dataclass(frozen=True)
class FigureGroup:
    """The figures of one indicator in order of time, parts under their wholes.

    Each row is (figure, depth): 0 for a whole, 1 for its part, 2 for a part of that.
    """

    label: str
    unit: str
    rows: tuple[tuple[Figure, int], ...]

    @property
    def counted_in(self) -> str:
        """The unit to show after the label, "" if the label begins with it."""
        return self.beside(self.unit)

    @property
    def common_unit(self) -> str:
        """The unit of all rows, or that of the indicator if they differ."""
        units = {figure.unit for figure, _ in self.rows}
        return units.pop() if len(units) == 1 else self.unit

    def beside(self, unit: str) -> str:
        """Return a unit as it is shown after the label, "" if the label begins with it."""
        return unit_beside(self.label, unit)


@dataclass(frozen=True)
class FigureTable:
    """The indicators of one subject that have figures; `label` is the subject."""

    label: str
    groups: tuple[FigureGroup, ...]


_READ = ("value", "value_to", "qualifier", "unit", "ratio", "words", "indicator", "period")
"""The fields of a figure in a sentence."""


def figure(page: Page, dossier: Dossier, one: Observation, *, cited: bool = True) -> Figure:
    """Return the view of one statistic; unless `cited`, without citation marks."""
    archive = page.archive
    indicator = archive.indicators.get(one.indicator)
    stated = one.aggregation or (indicator.aggregation if indicator else "point")
    half_known = one.period.unknown_start or one.period.unknown_end
    shown = when(one.period, style="say" if half_known else "short")
    assert shown is not None
    # That a total over an interval covers the interval goes without saying.
    plain = stated == "point" or (stated == "total" and one.period.kind == "interval")
    return Figure(
        id=fact_anchor(
            "statistic", one.id, dossier.id, archive.volume_of.get(dossier.id, dossier.id)
        ),
        text=figure_text(archive, one) if cited else marked(figure_text(archive, one), one, *_READ),
        number=qualified(one),
        unit=unit_of(archive, one),
        indicator=indicator.label if indicator else one.indicator,
        period=When(one.period_printed, shown.machine) if one.period_printed else shown,
        aggregation="" if plain else counted(stated, one.period),
        cites=cites(page, one.cite, inferred_words(one)) if cited else (),
        conflict=conflict_mark(page, dossier, one.id),
        category=(category_name if is_part(dossier, one) else part_name)(archive, one),
        note=_sentences(_remarks(archive, dossier, one)),
        place=page.url(LinkTarget("statistic", one.id, dossier.id)),
        fact=key_of(dossier.id, one.id),
    )


def _remarks(archive: Archive, dossier: Dossier, one: Observation) -> Iterator[str]:
    """Yield the remarks on a figure: its note, why its parts do not sum, its other wholes."""
    yield from (part for part in (one.note, one.sums_reason) if part)
    for other in one.also_part_of:
        whole = archive.fact(other.part_of, dossier.id)
        of = fact_words(archive, dossier.id, whole) if whole else other.part_of
        unit = archive.dossiers.get(other.category)
        part = unit.title if unit else other.category
        yield f"Cũng thuộc {of}, chia theo {other.dimension}: {part}"


def _sentences(parts: Iterable[str]) -> str:
    """Return remarks joined to one text; a single one as it was typed."""
    first, *rest = [*parts] or [""]
    return " ".join((first.removesuffix(".") + ".", *map(capital, rest))) if rest else first


def beginning(one: Figure) -> Figure:
    """Return a figure for the start of a sentence: “Trên 3.000 đảng viên”."""
    return one._replace(text=capital(one.text))


def conflict_mark(page: Page, dossier: Dossier, fact: str) -> Link | None:
    """Return the mark that links a fact to the contradiction that it is a side of."""
    found = page.archive.conflicts_of.get((dossier.id, fact))
    if not found:
        return None
    owner, conflict = found[0]
    return Link(
        "≠", page.url(LinkTarget("conflict", conflict.id, owner.id)), conflict_words(conflict)
    )


def tables(page: Page, dossier: Dossier, indicators: Iterable[str]) -> tuple[FigureTable, ...]:
    """Return the figures of the named indicators in one table; without names, all by subject."""
    catalogue = page.archive.indicators
    wanted = list(indicators)
    if wanted:
        chosen = [catalogue[one] for one in wanted if one in catalogue]
        subjects = {"; ".join(dict.fromkeys(one.group for one in chosen)): chosen}
    else:
        subjects = _by_subject(catalogue.values())
    found = (
        FigureTable(subject, tuple(_group(page, dossier, one) for one in listed))
        for subject, listed in subjects.items()
    )
    held = (
        FigureTable(one.label, tuple(group for group in one.groups if group.rows)) for one in found
    )
    return tuple(table for table in held if table.groups)


def _by_subject(indicators: Iterable[Indicator]) -> dict[str, list[Indicator]]:
    """Return the indicators by subject, both in the order of the catalogue."""
    found: dict[str, list[Indicator]] = {}
    for one in indicators:
        found.setdefault(one.group, []).append(one)
    return {subject: sorted(listed, key=lambda one: one.order) for subject, listed in found.items()}


def _group(page: Page, dossier: Dossier, indicator: Indicator) -> FigureGroup:
    own = sorted(dossier.observations_of.get(indicator.id, ()), key=by_time)
    rows: list[tuple[Figure, int]] = []

    def add(one: Observation, depth: int) -> None:
        rows.append((figure(page, dossier, one), depth))
        for part in own:
            if part.part_of == one.id:
                add(part, depth + 1)

    for one in own:
        if not is_part(dossier, one):
            add(one, 0)
    return FigureGroup(indicator.label, indicator.unit, tuple(rows))
