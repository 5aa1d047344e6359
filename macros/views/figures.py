"""Views of statistics: one figure in a sentence, a table, a series for a chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from macros.addresses.places import fact_anchor
from macros.archive import Archive, Dossier, split_reference
from macros.chapter.page import Target
from macros.dates import Edtf, order_key
from macros.model.figures import Indicator, Observation, Quantity, Ratio
from macros.text.numbers import QUALIFIER_WORDS, say_number, say_quantity
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Cite, Link, Page, When, cites, when

PLAIN_UNITS = "%‰"
"""What a unit begins with that is written against its number."""

AGGREGATION_WORDS = {
    "point": "tại thời điểm",
    "total": "trong kỳ",
    "annual_mean": "bình quân hằng năm",
    "each_year": "mỗi năm",
}


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

    def under(self, unit: str) -> str:
        """Return the figure for a table whose heading names `unit`: another unit is said."""
        return self.number if self.unit == unit else self.text

    @property
    def remark(self) -> str:
        """How it counts and the note, as the sentences of a cell of their own."""
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
        """The unit, as it stands beside the label."""
        return unit_beside(self.label, self.unit)


@dataclass(frozen=True)
class FigureTable:
    """The indicators of one subject that have figures; `label` is the subject."""

    label: str
    groups: tuple[FigureGroup, ...]


def unit_beside(label: str, unit: str) -> str:
    """Return the unit as a label names it; "" where the label begins with it (“Đảng viên mới”)."""
    return "" if f"{label} ".casefold().startswith(f"{unit} ".casefold()) else unit


def find(
    archive: Archive, dossier: Dossier, indicator: str, period: str, category: str | None
) -> list[Observation]:
    """Return the observations that a call of `statistic` means (exactly one, if it is right).

    Without a category the whole is meant, never one of its parts; of the sides of a
    contradiction, the one that it says is shown.
    """
    found = [
        one
        for one in dossier.observations
        if one.indicator == indicator
        and str(one.period) == period
        and (one.category == category if category else not is_part(dossier, one))
    ]
    return [one for one in found if not shown_instead(archive, dossier, one, found)]


def shown_instead(
    archive: Archive, dossier: Dossier, one: Observation, among: Iterable[Observation]
) -> Observation | None:
    """Return the figure `among` others that a contradiction shows in the place of `one`."""
    others = {other.id: other for other in among}
    for owner, conflict in archive.conflicts_of.get((dossier.id, one.id), ()):
        for claim in conflict.claims:
            if claim.shown and claim.fact:
                organization, identifier = split_reference(claim.fact, owner.id)
                if organization == dossier.id and identifier != one.id and identifier in others:
                    return others[identifier]
    return None


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
        return ratio_words(one.ratio)
    if one.value is None:
        return one.words or ""
    number = say_number(one.value)
    return f"{number}–{say_number(one.value_to)}" if one.value_to is not None else number


def ratio_words(ratio: Ratio, unit: str = "") -> str:
    """Return a part of a whole, the unit beside its numbers: “42/65 tổ chức (trên 64%)”.

    A stroke between two numbers leaves no room for what qualifies one of them:
    “trên 40 trong số 62 chi bộ (64,5%)”.
    """
    top, bottom = ratio.numerator, ratio.denominator
    qualified = top.qualifier or bottom.qualifier
    said = f"{_quantity(top)}{' trong số ' if qualified else '/'}{_quantity(bottom)}"
    if unit and unit[0] not in PLAIN_UNITS:
        said = f"{said} {unit}"
    if ratio.percent_printed is None:
        return said
    percent = f"{say_number(ratio.percent_printed)}%"
    if ratio.percent_qualifier:
        percent = f"{QUALIFIER_WORDS[ratio.percent_qualifier]} {percent}"
    return f"{said} ({percent})"


def _quantity(one: Quantity) -> str:
    return say_quantity(one.value, "", one.qualifier).strip()


def figure_text(archive: Archive, one: Observation) -> str:
    """Return a statistic in words: “trên 3.000 đảng viên”, “42/65 tổ chức (64,6%)”."""
    unit = unit_of(archive, one)
    if one.ratio:
        return keep_together(ratio_words(one.ratio, unit))
    if one.value is None:
        return keep_together(one.words or "")
    if one.value_to is not None:
        return f"{_number(one)}%" if unit == "%" else keep_together(f"{_number(one)} {unit}")
    return say_quantity(one.value, unit, one.qualifier)


def figure(page: Page, dossier: Dossier, one: Observation, *, cited: bool = True) -> Figure:
    """Return the view of one statistic; without its marks, no number of the page is taken."""
    archive = page.archive
    indicator = archive.indicators.get(one.indicator)
    stated = one.aggregation or (indicator.aggregation if indicator else "point")
    half_known = one.period.unknown_start or one.period.unknown_end
    shown = when(one.period, style="say" if half_known else "short")
    assert shown is not None
    # A sum over a stretch of time is plainly of that stretch.
    plain = stated == "point" or (stated == "total" and one.period.kind == "interval")
    return Figure(
        id=fact_anchor(
            "statistic", one.id, dossier.id, archive.volume_of.get(dossier.id, dossier.id)
        ),
        text=figure_text(archive, one),
        number=_qualified(one),
        unit=unit_of(archive, one),
        indicator=indicator.label if indicator else one.indicator,
        period=When(one.period_printed, shown.machine) if one.period_printed else shown,
        aggregation="" if plain else _counted(stated, one.period),
        cites=cites(page, one.cite) if cited else (),
        conflict=conflict_mark(page, dossier, one.id),
        category=(category_words if is_part(dossier, one) else part_words)(archive, one),
        note=one.note or one.sums_reason or "",
    )


def beginning(one: Figure) -> Figure:
    """Return a figure as it begins a sentence: “Trên 3.000 đảng viên”."""
    return one._replace(text=capital(one.text))


def _counted(aggregation: str, period: Edtf) -> str:
    """Return how a figure counts, in the word for its period: a sum of a year is “trong năm”."""
    if aggregation == "total" and period.is_point:
        return {"year": "trong năm", "month": "trong tháng", "day": "trong ngày"}[period.kind]
    return AGGREGATION_WORDS[aggregation]


def _qualified(one: Observation) -> str:
    if one.value is not None and one.value_to is None:
        return say_quantity(one.value, "", one.qualifier).strip()
    return _number(one)


def category_words(archive: Archive, one: Observation) -> str:
    """Return the name of the part that a figure is; a former unit is called by its name."""
    unit = archive.dossiers.get(one.category or "") if one.dimension == "former-unit" else None
    return unit.title if unit else one.category or ""


def part_words(archive: Archive, one: Observation) -> str:
    """Return the name of the part, unless the indicator's own name ends in it."""
    words = category_words(archive, one)
    indicator = archive.indicators.get(one.indicator)
    # The words of a name, not the end of one of them.
    named = indicator and f" {indicator.label}".casefold().endswith(f" {words}".casefold())
    return "" if named else words


def conflict_mark(page: Page, dossier: Dossier, fact: str) -> Link | None:
    """Return the mark that leads from a fact to the contradiction that it is a side of."""
    found = page.archive.conflicts_of.get((dossier.id, fact))
    if not found:
        return None
    owner, conflict = found[0]
    return Link("≠", page.url(Target("conflict", conflict.id, owner.id)), conflict.topic)


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
    """Return the indicators of each subject in order; subjects as the catalogue first has them."""
    found: dict[str, list[Indicator]] = {}
    for one in indicators:
        found.setdefault(one.group, []).append(one)
    return {subject: sorted(listed, key=lambda one: one.order) for subject, listed in found.items()}


def _group(page: Page, dossier: Dossier, indicator: Indicator) -> FigureGroup:
    own = [one for one in dossier.observations if one.indicator == indicator.id]
    own.sort(key=by_time)
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


def by_time(one: Observation) -> tuple[object, ...]:
    """Return the key that puts figures in order of time."""
    return order_key(one.period)
