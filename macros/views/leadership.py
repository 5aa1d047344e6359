"""Views of who led: a table of terms, a timeline, a person's entry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from macros.archive import Dossier, citations_of
from macros.checks.leadership import vacancy_between
from macros.dates import Edtf, order_key, say, say_term, short
from macros.model.leadership import END_REASONS, MANNERS, Membership, Role
from macros.terms import Tenure, tenures
from macros.vietnamese import keep_together
from macros.views.common import (
    Cite,
    Link,
    Page,
    cites,
    elsewhere,
    organization_link,
    person_link,
)


@dataclass(frozen=True)
class TenureRow:
    """One person's time in one post; a vacancy has no person."""

    person: Link | None
    post: str
    term: str
    basis: str
    how: tuple[str, ...]
    concurrent: tuple[Link, ...]
    cites: tuple[Cite, ...]
    note: str = ""
    organization: Link | None = None
    full_time: str = ""


@dataclass(frozen=True)
class PostGroup:
    """The holders of one post in order of time."""

    post: str
    rows: tuple[TenureRow, ...]


@dataclass(frozen=True)
class Bar:
    """A tenure on the time axis; `x` and `width` are per cent of the axis, `y` is in pixels.

    `tail` is the width of the stretch after a start whose end no source tells.
    """

    name: str
    term: str
    x: float
    width: float
    tail: float
    y: int
    kind: str


@dataclass(frozen=True)
class Lane:
    """One post's bars, one row each; `height` is in pixels."""

    post: str
    bars: tuple[Bar, ...]
    height: int
    summary: str


@dataclass(frozen=True)
class Tick:
    """A mark on the axis at `x` per cent."""

    x: float
    text: str


@dataclass(frozen=True)
class Timeline:
    """Lanes over a common axis, with the congresses as lines, and the same data as tables."""

    title: str
    lanes: tuple[Lane, ...]
    years: tuple[Tick, ...]
    congresses: tuple[Tick, ...]
    groups: tuple[PostGroup, ...]
    until: str


def roles_of(page: Page, dossier: Dossier, wanted: Iterable[str] = ()) -> list[Role]:
    """Return the posts that the organization has holders of, in the catalogue's order."""
    held = {membership.post for membership in dossier.memberships}
    chosen = set(wanted) & held if wanted else held
    roles = [role for role in page.archive.roles.values() if role.id in chosen]
    return sorted(roles, key=lambda role: (role.order, role.id))


def post_group(page: Page, dossier: Dossier, role: Role) -> PostGroup:
    """Return the table of one post: its holders, and the times for which none is known."""
    held = tenures(page.archive, dossier, role.id)
    rows: list[TenureRow] = []
    for index, tenure in enumerate(held):
        if role.seats == 1 and index:
            gap = vacancy_between(held[index - 1], tenure)
            if gap:
                rows.append(_vacancy(role, gap))
        rows.append(tenure_row(page, dossier, tenure, role.label))
    return PostGroup(role.label, tuple(rows))


def _vacancy(role: Role, gap: tuple[Edtf, Edtf]) -> TenureRow:
    words = f"từ {say(gap[0])} đến {say(gap[1])}"
    return TenureRow(
        None, role.label, keep_together(words), "", (), (), (), "Nguồn không nêu ai giữ chức."
    )


def tenure_row(page: Page, dossier: Dossier, tenure: Tenure, label: str) -> TenureRow:
    """Return one person's time in one post, joined over re-elections."""
    memberships = tenure.memberships
    last = memberships[-1]
    marks = [citation for one in memberships for citation in citations_of(one)]
    return TenureRow(
        person=person_link(page, tenure.person),
        post=label,
        term=term_words(tenure, memberships),
        basis="suy ra" if tenure.end_basis == "inferred" and tenure.end else "",
        how=tuple(_how(one) for one in memberships),
        concurrent=elsewhere(
            page, dict.fromkeys(post for one in memberships for post in one.concurrent)
        ),
        cites=cites(page, marks),
        note=" ".join(one.note for one in memberships if one.note),
        organization=organization_link(page, dossier.id, tenure.begun),
        full_time=_full_time(last),
    )


def term_words(tenure: Tenure, memberships: Sequence[Membership]) -> str:
    """Return a tenure's time in words; the source's own wording where no date can say it."""
    printed = next((one.printed for one in memberships if one.printed), None)
    if printed and tenure.start is None and not tenure.attested:
        return printed
    return keep_together(say_term(tenure.start, tenure.end, tenure.attested))


def _how(membership: Membership) -> str:
    """Return how a membership came about: “bầu tại Đại hội lần thứ I”."""
    words = " và ".join(MANNERS[manner] for manner in membership.manner)
    if membership.congress:
        words = f"{words or 'bầu'} tại Đại hội lần thứ {membership.congress}"
    if membership.end_reason:
        words = f"{words}; {END_REASONS[membership.end_reason]}".lstrip("; ")
    return keep_together(words)


def _full_time(membership: Membership) -> str:
    return {True: "chuyên trách", False: "kiêm nhiệm", None: ""}[membership.full_time]


def timeline(page: Page, dossier: Dossier, wanted: Iterable[str] = ()) -> Timeline:
    """Return the picture of all posts of an organization, and its data as tables."""
    roles = roles_of(page, dossier, wanted)
    held = {role.id: tenures(page.archive, dossier, role.id) for role in roles}
    until = _speaks_until(page, dossier)
    axis = _Axis.over([one for group in held.values() for one in group], until)
    lanes = tuple(_lane(page, role, held[role.id], axis) for role in roles)
    congresses = tuple(
        Tick(axis.at(day), congress.ordinal)
        for congress in dossier.congresses
        if congress.dates and (day := congress.dates.earliest())
    )
    return Timeline(
        title=f"Lãnh đạo {dossier.title} qua các thời kỳ",
        lanes=lanes,
        years=axis.ticks(),
        congresses=congresses,
        groups=tuple(post_group(page, dossier, role) for role in roles),
        until=say(until) if until else "",
    )


def _speaks_until(page: Page, dossier: Dossier) -> Edtf | None:
    """Return the latest time that a source of this leadership speaks of."""
    sources = {c.source for m in dossier.memberships for c in m.cite}
    ends = [page.archive.sources[s].speaks_until for s in sources if s in page.archive.sources]
    return max(ends, key=lambda one: one.latest() or date.min, default=None)


@dataclass(frozen=True)
class _Axis:
    """A time axis from the first to the last day; days become per cent."""

    first: date
    last: date

    @classmethod
    def over(cls, held: Sequence[Tenure], until: Edtf | None) -> _Axis:
        days = [day for one in held if one.begun and (day := one.begun.earliest())]
        ends = [day for one in held if one.end and (day := one.end.latest())]
        known = until.latest() if until else None
        every = [*days, *ends, *([known] if known else [])]
        # An organization of whose leaders no day is known still gets an (empty) axis.
        last = max(every, default=date(2000, 12, 31))
        first = min(every, default=last)
        return cls(date(first.year, 1, 1), date(last.year, 12, 31))

    def at(self, day: date) -> float:
        """Return the place of a day in per cent of the axis."""
        length = max((self.last - self.first).days, 1)
        return round(100 * (day - self.first).days / length, 2)

    def ticks(self) -> tuple[Tick, ...]:
        """Return a mark every five years, or every year on a short axis."""
        span = self.last.year - self.first.year
        step = 1 if span <= 6 else 5 if span <= 40 else 10
        years = range(self.first.year, self.last.year + 1)
        return tuple(Tick(self.at(date(y, 1, 1)), str(y)) for y in years if y % step == 0)


ROW_HEIGHT = 38
UNKNOWN_TAIL = 4.0


def _lane(page: Page, role: Role, held: Sequence[Tenure], axis: _Axis) -> Lane:
    bars = [_bar(page, tenure, axis, row) for row, tenure in enumerate(held)]
    if bars and held[-1].end is None and held[-1].start is not None:
        # Nobody is known to have followed: the unknown lasts as far as the source speaks.
        bars[-1] = replace(bars[-1], tail=round(100 - bars[-1].x - bars[-1].width, 2))
    names = ", ".join(f"{bar.name} ({bar.term})" for bar in bars)
    return Lane(role.label, tuple(bars), ROW_HEIGHT * len(bars), f"{role.label}: {names}")


def _bar(page: Page, tenure: Tenure, axis: _Axis, row: int) -> Bar:
    begun = tenure.begun.earliest() if tenure.begun else None
    end = tenure.end.latest() if tenure.end else None
    x = axis.at(begun) if begun else 0.0
    width = max(round(axis.at(end) - x, 2), 0.6) if end else 0.6
    tail = 0.0 if end or tenure.attested else min(UNKNOWN_TAIL, round(100 - x - width, 2))
    kind = "inferred" if end and tenure.end_basis == "inferred" else "stated" if end else "unknown"
    return Bar(
        name=person_link(page, tenure.person).text,
        term=_short_term(tenure),
        x=x,
        width=width,
        tail=tail,
        y=row * ROW_HEIGHT,
        kind="attested" if tenure.attested and not end else kind,
    )


def _short_term(tenure: Tenure) -> str:
    if tenure.attested and tenure.start is None:
        return short(tenure.attested[0])
    start = short(tenure.start) if tenure.start else "?"
    return f"{start} – {short(tenure.end)}" if tenure.end else f"{start} – ?"


@dataclass(frozen=True)
class PersonEntry:
    """A person of the look-up pages: every post held, in order of time."""

    id: str
    name: str
    other_names: tuple[str, ...]
    distinguished_by: str
    rows: tuple[TenureRow, ...]


def person_entry(page: Page, person_id: str) -> PersonEntry:
    """Return a person's entry with every post in every organization."""
    person = page.archive.people[person_id]
    rows: list[tuple[tuple[object, ...], TenureRow]] = []
    owners = dict.fromkeys(d.id for d, _ in page.archive.memberships_of.get(person_id, ()))
    for owner in owners:
        dossier = page.archive.dossiers[owner]
        for tenure in tenures(page.archive, dossier):
            if tenure.person == person_id:
                role = page.archive.roles.get(tenure.post)
                label = role.label if role else tenure.post
                row = tenure_row(page, dossier, tenure, label)
                rows.append((order_key(tenure.begun), row))
    return PersonEntry(
        id=person.id,
        name=person.name,
        other_names=person.other_names,
        distinguished_by=person.distinguished_by or "",
        rows=tuple(row for _, row in sorted(rows, key=lambda item: item[0])),
    )

