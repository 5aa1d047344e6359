"""Who held office at both ends of a year, and which figures are of it or cover it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from macros.archive import Archive, Dossier
from macros.chapter.page import LinkTarget
from macros.dates import say, short
from macros.dates.term import Bounds
from macros.model.posts import Role
from macros.model.statistics import Observation
from macros.rules.conflicts import is_hidden_side
from macros.rules.offices import has_page_per_group
from macros.rules.terms import Tenure, tenures
from macros.rules.titles import special_title
from macros.text.vietnamese import capital, keep_together
from macros.views.as_of import absent_days, bounds_of, existed, lives_of
from macros.views.common import Cite, Link, Page, at_start, cites, holder_link, organization_link
from macros.views.leadership import leading_roles
from macros.wording.inferred import inferred_words
from macros.wording.statistics import figure_text

TERM = timedelta(days=5 * 366)
"""A term of office: so long after the last day on which somebody surely had a post is “perhaps”."""

MOST_FIGURES = 6
"""So many figures of one organization are told on the page of a year."""


class Holder(NamedTuple):
    """Who held a post on a day: the person, and how far that is known, "" for surely."""

    person: Link
    known: str


@dataclass(frozen=True)
class InOffice:
    """Who held a post of an organization on the first and on the last day of a year."""

    organization: Link
    post: str
    first: tuple[Holder, ...]
    last: tuple[Holder, ...]


class Office(NamedTuple):
    """The posts of a year; where there are many volumes, only those whose holder changed."""

    rows: tuple[InOffice, ...]
    changed_only: bool


def in_office(page: Page, year: int) -> Office:
    """Return who led the volumes on the first and on the last day of a year."""
    changed_only = has_page_per_group(page.archive)
    rows = []
    for volume in page.archive.volumes:
        for dossier in page.archive.family(volume.id):
            found = (_row(page, dossier, role, year) for role in leading_roles(page, dossier))
            rows += [one for one in found if one]
    if changed_only:
        rows = [one for one in rows if one.first != one.last]
    return Office(tuple(rows), changed_only)


def _row(page: Page, dossier: Dossier, role: Role, year: int) -> InOffice | None:
    """Return the holders of a post; None if nobody is known on either day."""
    days = date(year, 1, 1), date(year, 12, 31)
    first, last = (_on(page, dossier, role, day) for day in days)
    if not first and not last:
        return None
    link = at_start(organization_link(page, dossier.id))
    return InOffice(link, role.label, first, last)


def _on(page: Page, dossier: Dossier, role: Role, day: date) -> tuple[Holder, ...]:
    """Return who held a post on a day: surely, else who may have, if the term bounds that."""
    since, until = existed(dossier)
    if (since and day < since) or (until and day > until) or _absent(dossier, day):
        return ()
    held = tenures(page.archive, dossier, role.id)
    every = bounds_of(held, single=role.seats == 1, lives=lives_of(dossier))
    covers = [(one, bounds, bounds.covers(day)) for one, bounds in zip(held, every, strict=True)]
    sure = [one for one, _, how in covers if how == "certain"]
    maybe = [
        (one, bounds) for one, bounds, how in covers if how == "possible" and _near(bounds, day)
    ]
    if sure and role.seats == 1:
        maybe = []
    return (
        *(_holder(page, one, "") for one in sure),
        *(_holder(page, one, _perhaps(bounds, day)) for one, bounds in maybe),
    )


def _near(bounds: Bounds, day: date) -> bool:
    """Return whether a term that may have covered a day is known to reach near it.

    Whose end or start is unknown may else have held the post in any later or earlier year.
    """
    known = [one for one in (bounds.sure_from, bounds.sure_to, *bounds.days) if one]
    begun = bounds.earliest or any(day - TERM <= one <= day + TERM for one in known)
    ended = bounds.latest or any(one >= day - TERM for one in known)
    return bool(begun and ended)


def _perhaps(bounds: Bounds, day: date) -> str:
    """Return that somebody may have held a post, and the sure year that this rests on."""
    known = [one for one in (bounds.sure_from, bounds.sure_to, *bounds.days) if one]
    if before := [one for one in known if one <= day]:
        return f"có thể, biết chắc đến năm {max(before).year}"
    return f"có thể, biết chắc từ năm {min(known).year}" if known else "có thể"


def _absent(dossier: Dossier, day: date) -> bool:
    iso = day.isoformat()
    return any(one.after < iso < one.before for one in absent_days(dossier))


def _holder(page: Page, tenure: Tenure, known: str) -> Holder:
    inferred = "suy ra" if tenure.infers_start or tenure.infers_end else ""
    title = special_title(page.archive, tenure.first)
    said = ", ".join(filter(None, (title, known or inferred)))
    return Holder(at_start(holder_link(page, *tenure.memberships)), said)


@dataclass(frozen=True)
class FigureOfYear:
    """A figure of a year, or of a stretch of which the year is a part."""

    label: str
    period: str
    value: Link
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class FiguresOf:
    """The first figures of an organization; `more` leads to the others, and says how many."""

    organization: Link
    figures: tuple[FigureOfYear, ...]
    more: Link | None


def figures_of_year(page: Page, year: int, *, wide: bool) -> Iterator[FiguresOf]:
    """Yield the figures of the volumes for a year, or those of a `wide` stretch that has it."""
    for volume in page.archive.volumes:
        path = f"{volume.id}/so-lieu.md"
        known = {one.page for one in page.archive.contents.get(volume.id, ())}
        url = page.url(LinkTarget("page", path)) if path in known else ""
        for dossier in page.archive.family(volume.id):
            own = [
                one
                for one in dossier.observations
                if _covers(one, year) is wide and _tells(page.archive, dossier, one)
            ]
            rest = len(own) - MOST_FIGURES
            more = Link(f"Còn {rest} số liệu khác", url) if rest > 0 else None
            if own:
                told = tuple(_figure(page, dossier, one, wide) for one in own[:MOST_FIGURES])
                yield FiguresOf(at_start(organization_link(page, dossier.id)), told, more)


def _tells(archive: Archive, dossier: Dossier, one: Observation) -> bool:
    return not one.part_of and not is_hidden_side(archive, dossier, one)


def _covers(one: Observation, year: int) -> bool | None:
    """Return whether a figure is of more than the year; None if it is not of the year at all."""
    first, last = one.period.earliest(), one.period.latest()
    if first is None or last is None or not first.year <= year <= last.year:
        return None
    if first.year == last.year:
        return False
    # A point somewhere in a stretch does not cover it.
    return True if one.period.kind == "interval" else None


def _figure(page: Page, dossier: Dossier, one: Observation, wide: bool) -> FigureOfYear:
    indicator = page.archive.indicators.get(one.indicator)
    period = one.period_printed or (say(one.period) if wide else short(one.period))
    url = page.url(LinkTarget("statistic", one.id, dossier.id))
    return FigureOfYear(
        capital(indicator.label if indicator else one.indicator),
        keep_together(period),
        Link(keep_together(figure_text(page.archive, one)), url),
        cites(page, one.cite, inferred_words(one)),
    )
