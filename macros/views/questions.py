"""The questions of the home page: figures over the longest time, sides that differ, a vacancy.

They are computed, so that nobody chooses what a committee is asked in front of all. A home page
without the call has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from macros.archive import Archive, Dossier
from macros.chapter.page import LinkTarget
from macros.dates import say
from macros.model.conflicts import Conflict
from macros.model.statistics import Observation
from macros.rules.gaps import vacancy_words
from macros.rules.inferred import marked
from macros.rules.statistics import series
from macros.rules.terms import Vacancy, vacancies
from macros.text.numbers import PLAIN_UNITS
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Link, Page
from macros.wording.statistics import qualified, unit_of

_READ = ("indicator", "unit", "value", "qualifier")
CONFLICTS = 2
"""So many contradictions are asked of, those whose sides differ most."""


class Question(NamedTuple):
    """A question: the figures in short, what they are about, and where the answer is looked for.

    `joint` stands between the figures: “hay”, “→”; one figure alone has none.
    """

    figures: tuple[str, ...]
    joint: str
    about: str
    link: Link


def questions(page: Page) -> tuple[Question, ...]:
    """Return the most striking questions that the data of all volumes raises; none is made up."""
    return (*_longest_series(page), *_longest_vacancy(page), *_sides(page))


def _longest_series(page: Page) -> Iterator[Question]:
    """Yield the figure at two times that lie farthest apart, of an indicator that comes first."""
    archive = page.archive
    found: list[tuple[int, Dossier, Observation, Observation]] = []
    order = sorted(archive.indicators.values(), key=lambda one: one.order)
    for volume in archive.volumes:
        for indicator in order:
            points = [
                one
                for one in series(archive, volume, indicator.id)
                if (one.aggregation or indicator.aggregation) == "point" and one.period.earliest()
            ]
            if len(points) > 1:
                years = _year(points[-1]) - _year(points[0])
                found.append((years, volume, points[0], points[-1]))
                break
    if not found:
        return
    years, volume, first, last = max(found, key=lambda one: one[0])
    if years:
        unit = unit_of(archive, last)
        since = f"từ {_when(first)} đến {_when(last)}"
        about = f"{capital(unit)} của {volume.title}, {since}."
        yield Question(
            tuple(marked(qualified(one), one, *_READ) for one in (first, last)),
            "→",
            about,
            Link("Xem số liệu", page.url(LinkTarget("statistic", last.id, volume.id))),
        )


def _year(one: Observation) -> int:
    return (one.period.earliest() or date.min).year


def _when(one: Observation) -> str:
    return marked(keep_together(one.period_printed or say(one.period)), one, "period")


def _longest_vacancy(page: Page) -> Iterator[Question]:
    """Yield the longest time in which nobody is known to have held a post of one seat."""
    found = [
        (_days(gap), dossier, vacancy_words(role, gap))
        for dossier in page.archive.dossiers.values()
        for role in page.archive.roles.values()
        for gap in vacancies(page.archive, dossier, role)
    ]
    days, dossier, words = max(found, key=lambda one: one[0], default=(timedelta(), None, ""))
    if dossier and (long := _long(days)):
        volume = page.archive.volume_of.get(dossier.id)
        target = LinkTarget("gaps", volume) if volume else LinkTarget("organization", dossier.id)
        about = f"{words}, {dossier.title}."
        yield Question((long,), "", about, Link("Xem thông tin còn thiếu", page.url(target)))


def _days(gap: Vacancy) -> timedelta:
    """Return how long nobody is known for certain, at least."""
    since, until = gap.since.latest(), gap.until.earliest()
    return max(until - since, timedelta()) if since and until else timedelta()


def _long(days: timedelta) -> str:
    """Return a duration that is a lower bound: “hơn 6 tháng”, “hơn 2 năm”; "" below a month."""
    months = int(days.days / 30.44)
    if months >= 24:
        return keep_together(f"hơn {months // 12} năm")
    return keep_together(f"hơn {months} tháng") if months else ""


def _sides(page: Page) -> Iterator[Question]:
    """Yield the contradictions whose sides are single figures of one unit, farthest apart first."""
    found: list[tuple[Decimal, Dossier, Conflict, list[Observation]]] = []
    for dossier in page.archive.dossiers.values():
        for conflict in dossier.conflicts:
            figures = list(_figures(page.archive, dossier, conflict))
            values = {one.value for one in figures if one.value}
            if len(figures) == len(conflict.claims) == len(values) == 2:
                low, high = sorted(Decimal(one) for one in values)
                found.append(((high - low) / high, dossier, conflict, figures))
    found.sort(key=lambda one: (one[2].kind != "contradiction", -one[0]))
    for _, dossier, conflict, figures in islice(found, CONFLICTS):
        unit = unit_of(page.archive, figures[0])
        plain = unit[:1] in PLAIN_UNITS
        counted = "" if plain or unit in conflict.topic else f" ({unit})"
        about = f"{capital(conflict.topic)}{counted}, {dossier.title}."
        url = page.url(LinkTarget("conflict", conflict.id, dossier.id))
        said = tuple(
            marked(qualified(one) + (unit if plain else ""), one, *_READ) for one in figures
        )
        yield Question(said, "hay", about, Link("Xem hai chỗ ghi thế nào", url))


def _figures(archive: Archive, dossier: Dossier, conflict: Conflict) -> Iterable[Observation]:
    facts = [archive.fact(claim.fact, dossier.id) for claim in conflict.claims if claim.fact]
    own = [one for one in facts if isinstance(one, Observation) and one.value is not None]
    return own if len({unit_of(archive, one) for one in own}) == 1 else ()
