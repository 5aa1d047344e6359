"""The picture of all organizations that came out of one another: a row each on one axis of time.

It is drawn row by row in per cent of the width, so that names are text of the page in its own size,
whatever the width is: nothing can leave its box. Nothing is drawn that no record states: where no
fact tells of an organization its line is dotted, and a change without a date is said in words only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from macros.archive import Archive, Dossier
from macros.dates import Edtf, order_key, short
from macros.model.changes import ChangeEvent
from macros.model.codes import CHANGE_KINDS, EXTENTS
from macros.rules.chronicle import chronicle
from macros.rules.families import Family, Member, families, member_of, sides
from macros.rules.inferred import marked
from macros.rules.life import end_of
from macros.text.vietnamese import capital
from macros.views.broken_axis import BrokenAxis, broken_axis
from macros.views.changes import Change, change_view
from macros.views.common import Link, Page, at_start, organization_link
from macros.views.succession import WENT

NARROWEST = 0.5
"""A time of uncertainty narrower than this is drawn as its last day, in per cent."""

APART, STEP = 0.8, 5
"""Lines of two changes that are closer than so many per cent stand so many pixels apart."""

_NEXT = timedelta(days=1)


class Stretch(NamedTuple):
    """A part of a line, in per cent; `kind` is solid, soft (the day lies within) or dots."""

    kind: str
    left: float
    right: float


class Joint(NamedTuple):
    """Where the line of a change runs in a row: `x` in per cent, moved by `shift` pixels.

    `up` and `down` say to which sides it goes on from the middle of the row. `into` says that the
    row is what came of the change, `sure` that its day is known.
    """

    x: float
    shift: int
    up: bool
    down: bool
    into: bool
    sure: bool

    @property
    def through(self) -> bool:
        """Whether the line only passes the row, which takes no part in the change."""
        return self.up and self.down and not self.into


@dataclass(frozen=True)
class Row:
    """An organization: its name, what became of it in order of time, and its line.

    `ticks` are the positions of new names, in per cent.
    """

    link: Link
    administrative: bool
    said: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    ticks: tuple[float, ...]
    joints: tuple[Joint, ...]


@dataclass(frozen=True)
class River:
    """The families on their axis, None if no change has a date; then all changes in words."""

    axis: BrokenAxis | None
    families: tuple[tuple[Row, ...], ...]
    changes: tuple[Change, ...]


def river(page: Page) -> River:
    """Return all mergers, divisions, renamings of the site, as a picture and in words."""
    archive = page.archive
    found = families(archive)
    told = _told(archive)
    days = [day for family in found for one in family.changes for day in _days(one.since)]
    known = [day for family in found for one in family.members for day in told.get(one.key, ())]
    axis = broken_axis(days, max(known, default=None))
    ordered = sorted(archive.changes.values(), key=lambda one: (order_key(one.since), one.id))
    return River(
        axis,
        tuple(_Drawing(page, axis, one, told).rows() for one in found) if axis else (),
        tuple(change_view(page, one) for one in ordered),
    )


def years_of(page: Page) -> str:
    """Return the years from the first change to the last: “1994–2025”, "" without any."""
    joining = (one for one in page.archive.changes.values() if one.kind != "transfer")
    years = [day.year for one in joining for day in _days(one.since)]
    return "–".join(dict.fromkeys(map(str, (min(years), max(years))))) if years else ""


def _days(when: Edtf | None) -> tuple[date, ...]:
    """Return the first and the last day of a date, as far as they are known."""
    return tuple(day for day in (when.earliest(), when.latest()) if day) if when else ()


def _told(archive: Archive) -> Mapping[str, tuple[date, date]]:
    """Return the first and the last day on which a fact tells of each organization, by its id."""
    found: dict[str, list[date]] = defaultdict(list)
    held = chronicle(archive)
    for moments in (*held.by_year.values(), held.wider):
        for one in moments:
            if one.kind != "document" and one.owner in archive.dossiers:
                found[one.owner] += _days(one.when)
    for change in archive.changes.values():
        for each in change.participants:
            if each.organization:
                found[each.organization] += _days(change.since)
    for dossier in archive.dossiers.values():
        found[dossier.id] += (day for one in dossier.observations for day in _days(one.period))
    # What is planned for later years tells nothing of an organization in these years.
    spoken = (_days(one.speaks_until) for one in archive.sources.values())
    changed = (_days(one.since) for one in archive.changes.values())
    until = max((day for days in (*spoken, *changed) for day in days), default=date.max)
    past = ((one, [day for day in days if day <= until]) for one, days in found.items())
    return {one: (min(days), max(days)) for one, days in past if days}


class _Drawing:
    """The rows of one family."""

    def __init__(
        self,
        page: Page,
        axis: BrokenAxis,
        family: Family,
        told: Mapping[str, tuple[date, date]],
    ) -> None:
        self.page = page
        self.axis = axis
        self.family = family
        self.told = told

    def rows(self) -> tuple[Row, ...]:
        """Return the rows from top to bottom."""
        joints = _joints(self.family, self.axis)
        return tuple(
            self._row(member, joints.get(at, ())) for at, member in enumerate(self.family.members)
        )

    def _row(self, member: Member, joints: Sequence[Joint]) -> Row:
        dossier = self.page.archive.dossiers.get(member.key)
        own = [one for one in self.family.changes if member in (*sides(one)[0], *sides(one)[1])]
        renamed = [one for one in own if one.kind == "renaming"]
        link = at_start(organization_link(self.page, member.key)) if dossier else Link("")
        return Row(
            link if dossier else Link(capital(member.label)),
            bool(dossier and dossier.organization.kind == "administrative"),
            tuple(self._said(member, dossier, own)),
            tuple(self._stretches(member, dossier, own)),
            tuple(_middle(self.axis, one.since) for one in renamed if one.since),
            tuple(joints),
        )

    def _said(
        self, member: Member, dossier: Dossier | None, own: Sequence[ChangeEvent]
    ) -> Iterator[str]:
        """Yield how a member began, what it was called later, and what became of it."""
        founding = dossier.organization.beginning if dossier else None
        if founding and founding.date and not any(_makes(one, member) for one in own):
            yield marked(f"Thành lập {short(founding.date)}", founding, "date")
        named = any(one.kind == "renaming" for one in own)
        for one in own:
            before, after = sides(one)
            if one.kind == "renaming":
                yield self._named(member, one)
            elif _makes(one, member):
                called = f": {self._called(member, one)}" if named else ""
                words = f"{CHANGE_KINDS[one.kind]}{_when(one)}{called}"
                yield marked(capital(words), one, "kind", "date")
            elif member in before and after and member not in after:
                yield self._went(member, one, after)

    def _went(self, member: Member, change: ChangeEvent, after: Iterable[Member]) -> str:
        side = next(one for one in change.participants if member_of(change, one) == member)
        verb = WENT.get(change.kind, "trở thành một phần của")
        extent = f"{EXTENTS[side.extent]} " if side.extent in ("most", "part") else ""
        names = ", ".join(self._called(one, change) for one in after)
        words = f"{extent}{verb} {names}{'' if change.since else ', không rõ ngày'}"
        return marked(capital(words), change, "participants.extent" if extent else "kind")

    def _called(self, member: Member, change: ChangeEvent) -> str:
        if member.label:
            return member.label
        return organization_link(self.page, member.key, change.since).text

    def _named(self, member: Member, change: ChangeEvent) -> str:
        words = f"{CHANGE_KINDS[change.kind]}{_when(change)}: {self._called(member, change)}"
        return marked(capital(words), change, "date")

    def _stretches(
        self, member: Member, dossier: Dossier | None, own: Iterable[ChangeEvent]
    ) -> Iterator[Stretch]:
        made = next((one.since for one in own if _makes(one, member)), None)
        if dossier is None:
            went = next((one.since for one in own if member in sides(one)[0]), None)
            yield from _line(self.axis, made, went if made is None else None, None)
            return
        lives = dossier.organization.spans
        ended = end_of(self.page.archive, dossier)
        for at, life in enumerate(lives):
            start = life.founding.date if life.founding else None
            end = life.dissolution.date if life.dissolution else None
            start = start or (made if at == 0 else None)
            end = end or (ended.date if ended and at == len(lives) - 1 else None)
            alone = len(lives) == 1
            if alone or start or end:
                yield from _line(
                    self.axis, start, end, self.told.get(member.key) if alone else None
                )


def _makes(change: ChangeEvent, member: Member) -> bool:
    """Return whether a member came about by a change."""
    before, after = sides(change)
    return change.kind != "renaming" and member in after and member not in before


def _when(change: ChangeEvent) -> str:
    return f" {short(change.since)}" if change.since else ", không rõ ngày"


def _middle(axis: BrokenAxis, when: Edtf) -> float:
    """Return where a change stands: its day, the middle of its time, the day by which it was."""
    first, last = when.earliest(), when.latest()
    if first and last:
        after = axis.x(last) if first == last else axis.x(last + _NEXT)
        return round((axis.x(first) + after) / 2, 2)
    day = first or last
    assert day is not None
    return axis.x(day)


def _line(
    axis: BrokenAxis, start: Edtf | None, end: Edtf | None, told: tuple[date, date] | None
) -> Iterator[Stretch]:
    """Yield the parts of the line of an organization, or of one of its lives.

    `told` are the first and the last day on which a fact tells of it.
    """
    left, right = 0.0, 100.0
    if start:
        low, left = _bounds(axis, start, later=True)
        if left - low > NARROWEST:
            yield Stretch("soft", low, left)
    else:
        left = axis.x(told[0]) if told else 100.0 if end is None else _bounds(axis, end)[0]
        yield Stretch("dots", 0.0, left)
    if end:
        right, high = _bounds(axis, end)
        if high - right > NARROWEST:
            yield Stretch("soft", max(right, left), high)
    else:
        right = max(axis.x(told[1] + _NEXT) if told else left, left)
        yield Stretch("dots", right, 100.0)
    if right > left:
        yield Stretch("solid", left, right)


def _bounds(axis: BrokenAxis, when: Edtf, *, later: bool = False) -> tuple[float, float]:
    """Return between which positions a day lies; of a side that no source states, the other."""
    first, last = when.earliest() or when.latest(), when.latest() or when.earliest()
    assert first is not None
    assert last is not None
    if first == last:
        return axis.x(first), axis.x(first)
    return axis.x(first), axis.x(last + _NEXT) if later or when.is_point else axis.x(last)


def _joints(family: Family, axis: BrokenAxis) -> Mapping[int, list[Joint]]:
    """Return the lines of the changes in each row, by its number."""
    at = {member: row for row, member in enumerate(family.members)}
    found: dict[int, list[Joint]] = defaultdict(list)
    taken: list[tuple[int, int, float]] = []
    for change in family.changes:
        before, after = sides(change)
        rows = {at[one] for one in (*before, *after)}
        if change.since is None or len(rows) < 2:
            continue
        x, top, bottom = _middle(axis, change.since), min(rows), max(rows)
        near = [one for one in taken if one[0] <= bottom and top <= one[1]]
        shift = STEP * sum(abs(one[2] - x) < APART for one in near)
        taken.append((top, bottom, x))
        sure = change.since.earliest() == change.since.latest()
        into = {at[one] for one in after}
        for row in range(top, bottom + 1):
            up, down = row > top, row < bottom
            if row in rows or (up and down):
                found[row].append(Joint(x, shift, up, down, row in into, sure))
    return found
