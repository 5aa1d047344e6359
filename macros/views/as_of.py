"""The view of who held which post on a day: every tenure with its certain bounds.

The page shows all tenures, or those of one volume if there are many; a script hides those that did
not hold on the day that a reader chooses. It compares the bounds given here, so it needs no
knowledge of dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise, zip_longest

from macros.archive import Archive, Dossier
from macros.chapter.page import LinkTarget
from macros.dates.term import Bounds, Term
from macros.model.posts import Role
from macros.model.superiors import in_order
from macros.rules.absences import absences
from macros.rules.offices import has_page_per_group, holder_groups
from macros.rules.terms import Tenure, tenures
from macros.views.common import Cite, Link, Page, at_start, organization_link
from macros.views.leadership import inferred_words, roles_of, tenure_row
from macros.wording.organizations import absent_words

Span = tuple[date | None, date | None]
"""A first and a last possible day, None for one that is unknown."""


@dataclass(frozen=True)
class Holder:
    """One person's time in one post; `inferred` says that one of its days is inferred.

    `mark` says what is inferred.

    `bounds` are those of :class:`macros.dates.term.Bounds`, as ISO days, "" for none.
    """

    post: str
    person: Link
    term: str
    inferred: bool
    mark: str
    earliest: str
    sure_from: str
    sure_to: str
    latest: str
    days: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class PostHolders:
    """Everybody who held one post, in order of time.

    `nobody` is said of a day on which no source names anybody.
    """

    post: str
    holders: tuple[Holder, ...]
    nobody: str


@dataclass(frozen=True)
class DatedName:
    """A name of an organization and the day from which it applies ("" for its first name)."""

    since: str
    name: str


@dataclass(frozen=True)
class DatedSuperior:
    """What an organization was under, with the bounds of the time, "" for none.

    Those of a superior without a time are all "", and `always` is true.
    """

    link: Link
    always: bool
    earliest: str
    sure_from: str
    sure_to: str
    latest: str
    days: str


@dataclass(frozen=True)
class DatedAbsence:
    """Days between which an organization surely was not there, and why."""

    after: str
    before: str
    words: str


@dataclass(frozen=True)
class Body:
    """An organization with its posts, its names, and the days between which it existed."""

    link: Link
    since: str
    until: str
    names: tuple[DatedName, ...]
    above: tuple[DatedSuperior, ...]
    absences: tuple[DatedAbsence, ...]
    posts: tuple[PostHolders, ...]


@dataclass(frozen=True)
class Volume:
    """The organizations that one volume covers."""

    id: str
    title: str
    bodies: tuple[Body, ...]


@dataclass(frozen=True)
class AsOf:
    """Everybody in office, by volume; a reader may choose a day from `first` to `last`.

    If there are too many for one page, `elsewhere` links to the page of each volume.
    """

    volumes: tuple[Volume, ...]
    first: str
    last: str
    elsewhere: tuple[Link, ...] = ()


def as_of(page: Page, group: str | None = None) -> AsOf:
    """Return everybody who held a post, by volume and organization, or those of one group."""
    archive = page.archive
    selected = [one for one in holder_groups(archive) if group in (None, one.id)]
    if group is None and has_page_per_group(archive):
        links = (Link(one.title, page.url(LinkTarget("holders", one.id))) for one in selected)
        return AsOf((), "", "", tuple(links))
    held = (
        Volume(one.id, one.title, tuple(_body(page, dossier) for dossier in one.dossiers))
        for one in selected
    )
    return AsOf(tuple(held), *_asked_for(archive, [d for one in selected for d in one.dossiers]))


def _asked_for(archive: Archive, selected: Sequence[Dossier]) -> tuple[str, str]:
    """Return the first and the last day on which a source names anybody in office."""
    known: list[date] = []
    of_these = {dossier.id for dossier in selected}
    for source in archive.sources.values():
        if of_these.intersection(source.organizations) and (until := source.speaks_until.latest()):
            known.append(until)
    for dossier in selected:
        for one in tenures(archive, dossier):
            known += [day for side in (one.start, one.end) if side and (day := side.earliest())]
    return (min(known).isoformat(), max(known).isoformat()) if known else ("", "")


def _body(page: Page, dossier: Dossier) -> Body:
    since, until = existed(dossier)
    names = [
        DatedName(_iso(one.start_date.certain_earliest() if one.start_date else None), one.name)
        for one in dossier.names_of("organization")
    ]
    posts = [
        PostHolders(role.label, _holders(page, dossier, role), _NOBODY[role.member_of is not None])
        for role in roles_of(page, dossier)
    ]
    return Body(
        at_start(organization_link(page, dossier.id)),
        _iso(since),
        _iso(until),
        tuple(names),
        tuple(_superiors(page, dossier)),
        tuple(absent_days(dossier)),
        tuple(posts),
    )


_NOBODY = {
    False: "Không tài liệu nào nêu ai giữ chức.",
    True: "Không tài liệu nào nêu riêng ai là ủy viên.",
}
"""What is said of a post without a known holder, and of a seat in a body of many."""


def _superiors(page: Page, dossier: Dossier) -> Iterator[DatedSuperior]:
    """Yield what an organization was under; one without an end ends where the next begins."""
    of = dossier.organization
    if of.parent:
        yield DatedSuperior(organization_link(page, of.parent), True, "", "", "", "", "")
    ordered = in_order(of.parents)
    for one, after in zip_longest(ordered, ordered[1:]):
        bounds = Term(one.start_date, one.end_date).bounds
        begun = after.start_date if after else None
        yield DatedSuperior(
            organization_link(page, one.other, one.start_date or one.end_date),
            False,
            _iso(bounds.earliest),
            _iso(bounds.sure_from),
            _iso(bounds.sure_to),
            _iso(bounds.latest or (begun.certain_latest() if begun else None)),
            " ".join(_iso(day) for day in bounds.days),
        )


def existed(dossier: Dossier) -> Span:
    """Return the first and the last day on which the organization can have existed."""
    spans = lives_of(dossier)
    return spans[0][0], spans[-1][1]


def lives_of(dossier: Dossier) -> tuple[Span, ...]:
    """Return the first and the last possible day of each life of the organization."""
    return tuple(
        (
            one.founding.date.certain_earliest() if one.founding and one.founding.date else None,
            one.dissolution.date.certain_latest()
            if one.dissolution and one.dissolution.date
            else None,
        )
        for one in dossier.organization.spans
    )


def absent_days(dossier: Dossier) -> Iterator[DatedAbsence]:
    """Yield the times in which the organization surely was not there, between its lives."""
    for one in absences(dossier.organization):
        if surely := one.surely:
            yield DatedAbsence(_iso(surely[0]), _iso(surely[1]), absent_words(one))


def _holders(page: Page, dossier: Dossier, role: Role) -> tuple[Holder, ...]:
    held = tenures(page.archive, dossier, role.id)
    bounds = bounds_of(held, single=role.seats == 1, lives=lives_of(dossier))
    return tuple(
        _holder(page, dossier, role, tenure, known)
        for tenure, known in zip(held, bounds, strict=True)
    )


def bounds_of(held: Sequence[Tenure], *, single: bool, lives: Sequence[Span]) -> list[Bounds]:
    """Return what is certain of each time in a post, in order of time.

    The dates of the term itself are narrowed: nobody held a post before the life of the
    organization in which it was taken up, or after that; nobody held a `single` seat before the
    predecessor started or after the successor started. A person who is only named on some days
    counts for these and the days between them.
    """
    found = [_own_bounds(one) for one in held]
    if single:
        for at, (before, after) in enumerate(pairwise(tuple(found))):
            if before.latest is None and (begun := _succeeded(held, found, at)):
                found[at] = replace(found[at], latest=begun)
            if after.earliest is None and before.earliest and not held[at + 1].shares_seat:
                found[at + 1] = replace(found[at + 1], earliest=before.earliest)
    return [
        _within_life(bounds, _own_bounds(one), _life_of(one, lives))
        for one, bounds in zip(held, found, strict=True)
    ]


def _life_of(one: Tenure, lives: Sequence[Span]) -> Span:
    """Return the first and the last possible day of the life in which a tenure began."""
    return (lives[0][0], lives[-1][1]) if one.life is None else lives[one.life]


def _within_life(bounds: Bounds, own: Bounds, life: Span) -> Bounds:
    """Return bounds narrowed to a life, but for what the sources tell of the term itself."""
    first, last = life
    earliest, latest = bounds.earliest, bounds.latest
    if own.earliest is None and first:
        earliest = max(earliest or first, first)
    if own.latest is None and last:
        latest = min(latest or last, last)
    return replace(bounds, earliest=earliest, latest=latest)


def _succeeded(held: Sequence[Tenure], found: Sequence[Bounds], at: int) -> date | None:
    """Return the day from which somebody else surely had the seat.

    Who stands in leaves it, and one who shares it takes it from nobody.
    """
    later = range(at + 1, len(held))
    follows = (
        one
        for one in later
        if (held[at].stands_in or not held[one].stands_in) and not held[one].shares_seat
    )
    after = next(follows, None)
    return None if after is None else found[after].sure_from


def _own_bounds(one: Tenure) -> Bounds:
    """Return the bounds from the term itself and the days on which its holder was named."""
    bounds = one.term.bounds
    firsts = [when.certain_earliest() for when in one.attested]
    lasts = [when.certain_latest() for when in one.attested]
    named = [when.earliest() for when in one.attested if when.kind == "day"]
    days = tuple(dict.fromkeys(day for day in (*bounds.days, *named) if day))
    if one.start or one.end or not one.attested:
        return replace(bounds, days=days)
    return Bounds(_earliest(firsts), None, None, _latest(lasts), days)


def _earliest(days: Sequence[date | None]) -> date | None:
    """Return the earliest day; None if one of them is unknown."""
    known = [day for day in days if day]
    return min(known) if len(known) == len(days) else None


def _latest(days: Sequence[date | None]) -> date | None:
    known = [day for day in days if day]
    return max(known) if len(known) == len(days) else None


def _holder(page: Page, dossier: Dossier, role: Role, tenure: Tenure, known: Bounds) -> Holder:
    row = tenure_row(page, dossier, tenure, role.label)
    assert row.person is not None
    return Holder(
        post=row.title or row.post,
        person=row.person,
        term=row.term,
        inferred=tenure.infers_start or tenure.infers_end,
        mark=inferred_words(tenure, "person", "post", "capacity", "printed", "attested"),
        earliest=_iso(known.earliest),
        sure_from=_iso(known.sure_from),
        sure_to=_iso(known.sure_to),
        latest=_iso(known.latest),
        days=" ".join(_iso(day) for day in known.days),
        cites=row.cites,
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
