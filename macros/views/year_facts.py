"""Who held office at both ends of a year, and which figures are of it or cover it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
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
from macros.rules.terms import Tenure, tenures
from macros.rules.titles import special_title
from macros.text.vietnamese import capital, keep_together
from macros.views.as_of import DatedAbsence, absent_days, bounds_of, existed, lives_of
from macros.views.common import Cite, Link, Page, at_start, cites, holder_link, organization_link
from macros.views.leadership import leading_roles
from macros.wording.inferred import inferred_words
from macros.wording.statistics import figure_text

FEW = 8
"""Up to so many volumes, the page of a year tells everything of each."""

MOST_TOLD = 30
"""Of more volumes, so many entries, or posts, are told one by one."""

TERM = timedelta(days=5 * 366)
"""A term of office: so long after the last day on which somebody surely had a post is “perhaps”."""

MOST_FIGURES = 6
"""So many figures of one organization are told on the page of a year."""

_POSTS, _FIGURES = "posts of years", "figures of years"


def are_many(archive: Archive) -> bool:
    """Return whether a year's page counts by volume, in place of telling everything."""
    return len(archive.volumes) > FEW


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
    """The posts of a year; of many volumes, only those that changed hands.

    `changed` are their numbers by volume, of many volumes; where they are too many to be told,
    there are no `rows`.
    """

    rows: tuple[InOffice, ...]
    changed: Mapping[str, int]


class _Post(NamedTuple):
    """A leading post, with what is certain of each time in it.

    Its organization existed from `since` to `until`, but for the days in `absent`.
    """

    volume: str
    dossier: Dossier
    role: Role
    held: tuple[tuple[Tenure, Bounds], ...]
    since: date | None
    until: date | None
    absent: tuple[DatedAbsence, ...]


class _Held(NamedTuple):
    """Who had a post on a day; `perhaps` says on what that rests, "" for surely."""

    tenure: Tenure
    bounds: Bounds
    perhaps: str


def in_office(page: Page, year: int) -> Office:
    """Return who led the volumes on the first and on the last day of a year."""
    days = date(year, 1, 1), date(year, 12, 31)
    found = []
    for post in _posts(page):
        first, last = (tuple(_on(post, day)) for day in days)
        if first or last:
            found.append((post, first, last))
    if not are_many(page.archive):
        return Office(tuple(_row(page, *one) for one in found), {})
    found = [one for one in found if _changed_hands(page, *one[1:], days)]
    rows = (_row(page, *one) for one in found) if len(found) <= MOST_TOLD else ()
    return Office(tuple(rows), Counter(post.volume for post, *_ in found))


def _posts(page: Page) -> Sequence[_Post]:
    """Return the leading posts of all volumes; they are the same for every year."""
    archive = page.archive
    found: list[_Post] | None = archive.memo.get(_POSTS)
    if found is None:
        found = archive.memo[_POSTS] = []
        for volume in archive.volumes:
            for dossier in archive.family(volume.id):
                days = *existed(dossier), tuple(absent_days(dossier))
                for role in leading_roles(page, dossier):
                    bounds = _bounds(archive, dossier, role)
                    found.append(_Post(volume.id, dossier, role, bounds, *days))
    return found


def _bounds(archive: Archive, dossier: Dossier, role: Role) -> tuple[tuple[Tenure, Bounds], ...]:
    held = tenures(archive, dossier, role.id)
    bounds = bounds_of(held, single=role.seats == 1, lives=lives_of(dossier))
    return tuple(zip(held, bounds, strict=True))


def _row(page: Page, post: _Post, first: Sequence[_Held], last: Sequence[_Held]) -> InOffice:
    link = at_start(organization_link(page, post.dossier.id))
    holders = (tuple(_holder(page, one) for one in some) for some in (first, last))
    return InOffice(link, post.role.label, *holders)


def _changed_hands(
    page: Page, first: Sequence[_Held], last: Sequence[_Held], days: tuple[date, date]
) -> bool:
    """Return whether others had a post at the end of a year than at its beginning.

    Where nobody is known of one of the two days, somebody must surely have come or gone: else it is
    only the time that has passed since anybody was named.
    """
    if first and last:
        one, other = ({_who(page, each) for each in some} for some in (first, last))
        return one != other
    begin, end = days
    came = any(one.bounds.covers(begin) == "no" for one in last)
    return came or any(one.bounds.covers(end) == "no" for one in first)


def _who(page: Page, one: _Held) -> tuple[str, str]:
    return one.tenure.first.holder, special_title(page.archive, one.tenure.first)


def _on(post: _Post, day: date) -> Iterator[_Held]:
    """Yield who had a post on a day: surely, else who may have, if the term bounds that."""
    if (post.since and day < post.since) or (post.until and day > post.until):
        return
    iso = day.isoformat()
    if any(one.after < iso < one.before for one in post.absent):
        return
    covers = [(one, bounds, bounds.covers(day)) for one, bounds in post.held]
    sure = [_Held(one, bounds, "") for one, bounds, how in covers if how == "certain"]
    yield from sure
    if sure and post.role.seats == 1:
        return
    for one, bounds, how in covers:
        if how == "possible" and _near(bounds, day):
            yield _Held(one, bounds, _perhaps(bounds, day))


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


def _holder(page: Page, one: _Held) -> Holder:
    tenure = one.tenure
    inferred = "suy ra" if tenure.infers_start or tenure.infers_end else ""
    title = special_title(page.archive, tenure.first)
    said = ", ".join(filter(None, (title, one.perhaps or inferred)))
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
        every = figures_in(page.archive, year).get(volume.id, ())
        found: dict[str, list[Observation]] = defaultdict(list)
        for one in every:
            if one.wide is wide:
                found[one.dossier.id].append(one.figure)
        for owner, own in found.items():
            rest = len(own) - MOST_FIGURES
            url = figures_url(page, volume.id)
            more = Link(f"Còn {rest} số liệu khác", url) if rest > 0 else None
            dossier = page.archive.dossiers[owner]
            told = tuple(_figure(page, dossier, one, wide) for one in own[:MOST_FIGURES])
            yield FiguresOf(at_start(organization_link(page, owner)), told, more)


def figures_url(page: Page, volume: str) -> str:
    """Return the address of all figures of a volume, "" where there is no such page."""
    path = f"{volume}/so-lieu.md"
    known = {one.page for one in page.archive.contents.get(volume, ())}
    return page.url(LinkTarget("page", path)) if path in known else ""


class Figure(NamedTuple):
    """A figure of a year; a `wide` one is of more than the year."""

    dossier: Dossier
    figure: Observation
    wide: bool


def figures_in(archive: Archive, year: int) -> Mapping[str, Sequence[Figure]]:
    """Return the figures of a year, and those that cover it, by volume."""
    found: dict[int, dict[str, list[Figure]]] | None = archive.memo.get(_FIGURES)
    if found is None:
        found = archive.memo[_FIGURES] = defaultdict(lambda: defaultdict(list))
        for volume in archive.volumes:
            for dossier in archive.family(volume.id):
                for one in dossier.observations:
                    for of in _years(one) if _tells(archive, dossier, one) else ():
                        figure = Figure(dossier, one, wide=len(_years(one)) > 1)
                        found[of][volume.id].append(figure)
    return found.get(year, {})


def _tells(archive: Archive, dossier: Dossier, one: Observation) -> bool:
    return not one.part_of and not is_hidden_side(archive, dossier, one)


def _years(one: Observation) -> range:
    """Return the years that a figure is of; none for a point somewhere in several years."""
    first, last = one.period.earliest(), one.period.latest()
    if first is None or last is None:
        return range(0)
    if first.year != last.year and one.period.kind != "interval":
        return range(0)
    return range(first.year, last.year + 1)


def _figure(page: Page, dossier: Dossier, one: Observation, wide: bool) -> FigureOfYear:
    indicator = page.archive.indicators.get(one.indicator)
    period = one.period_printed or (say(one.period) if wide else short(one.period))
    return FigureOfYear(
        capital(indicator.label if indicator else one.indicator),
        keep_together(period),
        figure_link(page, dossier, one),
        cites(page, one.cite, inferred_words(one)),
    )


def figure_link(page: Page, dossier: Dossier, one: Observation) -> Link:
    """Return a figure in words, linked to its row."""
    url = page.url(LinkTarget("statistic", one.id, dossier.id))
    return Link(keep_together(figure_text(page.archive, one)), url)
