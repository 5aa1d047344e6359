"""The view of an organization's posts over time: bars on a common axis, in per cent.

The drawing says no more than the sources do: a solid bar never ends on a day that
no source gives, a bar with an inferred end is hollow there, and a time between two
holders of a single seat is an empty box. A time without the organization is a row of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from macros.archive import Dossier
from macros.dates import Edtf, say, short
from macros.model.lives import Founding
from macros.model.posts import Role
from macros.rules.absences import Absence, between
from macros.rules.inferred import is_inferred
from macros.rules.terms import Tenure, Vacancy, tenures, vacancy_before
from macros.views.common import Link, Page, at_start, holder_link
from macros.views.facts import place_of_date
from macros.views.leadership import (
    SHOWN,
    UNKNOWN,
    PostGroup,
    absent_term,
    inferred_words,
    leading_roles,
    post_group,
    titled_term,
)

LEAST = 0.7
"""The narrowest shape worth drawing, in per cent of the axis."""

HOLLOW = 2.5
"""How much of a bar is hollow before an inferred end, in per cent of the axis."""

TAIL = 4.0
"""How long the dashes are that stand for an unknown start or end, in per cent."""


@dataclass(frozen=True)
class Shape:
    """A part of a bar from `x`, `width` long, in per cent of the axis.

    `kind` is solid, hollow (towards an inferred day), soft (the day lies somewhere
    within), dashes (an unknown start or end), vacant, or, without width, edge (the known
    end of a bar whose other end is unknown) and point (a day on which somebody was named).
    """

    kind: str
    x: float
    width: float = 0.0

    @property
    def end(self) -> float:
        """Where the part ends."""
        return round(self.x + self.width, 2)


@dataclass(frozen=True)
class Bar:
    """One holder's row: name, term in words, which of its days are inferred, and what is drawn."""

    name: Link
    term: str
    shapes: tuple[Shape, ...]
    vacant: bool = False
    inferred: str = ""
    place: str = ""
    key: str = ""
    """Where the card of its beginning is, see :func:`macros.views.facts.place_of_date`."""


@dataclass(frozen=True)
class Lane:
    """One post's rows in order of time."""

    post: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Tick:
    """A mark on the axis at `x` per cent; `anchor` aligns its text to stay in the picture."""

    x: float
    text: str
    anchor: str


@dataclass(frozen=True)
class Key:
    """An entry of the legend: a sample, drawn on its own axis, and its meaning."""

    text: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True)
class Timeline:
    """Lanes over a common axis, with founding and congresses as lines; the same data as tables.

    `founded` is the founding, None if its day is not known exactly.
    """

    title: str
    lanes: tuple[Lane, ...]
    years: tuple[Tick, ...]
    congresses: tuple[Tick, ...]
    legend: tuple[Key, ...]
    groups: tuple[PostGroup, ...]
    until: str
    founded: Tick | None = None


_LEGEND = (
    ("solid", Key("thời gian giữ chức", (Shape("solid", 0, 100),))),
    ("hollow", Key("ngày suy ra", (Shape("solid", 0, 60), Shape("hollow", 60, 40)))),
    ("soft", Key("ngày nằm trong khoảng", (Shape("soft", 0, 40), Shape("solid", 40, 60)))),
    (
        "dashes",
        Key("không rõ ngày bắt đầu hoặc kết thúc", (Shape("edge", 0), Shape("dashes", 0, 100))),
    ),
    ("point", Key("ngày được nhắc đến", (Shape("point", 50),))),
    ("vacant", Key("không rõ ai giữ chức", (Shape("vacant", 0, 100),))),
    ("absent", Key("tổ chức không hoạt động", (Shape("absent", 0, 100),))),
)


def timeline(page: Page, dossier: Dossier) -> Timeline:
    """Return the picture of all posts that lead an organization, and its data as tables."""
    roles = leading_roles(page, dossier)
    held = {role.id: tenures(page.archive, dossier, role.id) for role in roles}
    until = _speaks_until(page, dossier)
    founded = dossier.organization.beginning
    begun = founded.date if founded else None
    axis = Axis.over([one for group in held.values() for one in group], until, begun)
    lanes = tuple(_lane(page, dossier, role, held[role.id], axis) for role in roles)
    congresses = tuple(
        tick(axis.at(day), congress.ordinal)
        for congress in dossier.congresses
        if congress.days and (day := congress.days.earliest()) and axis.holds(day)
    )
    drawn = {shape.kind for lane in lanes for bar in lane.bars for shape in bar.shapes}
    return Timeline(
        title=f"Lãnh đạo {dossier.title} qua các thời kỳ",
        lanes=lanes,
        years=axis.ticks(),
        congresses=congresses,
        legend=legend_of(drawn),
        groups=tuple(post_group(page, dossier, role) for role in roles),
        until=say(until) if until else "",
        founded=_founded(founded, axis),
    )


def _founded(founding: Founding | None, axis: Axis) -> Tick | None:
    """Return the mark of the founding, if a source states a single day, month or year."""
    begun = founding.date if founding else None
    span = axis.span(begun)
    if founding is None or begun is None or span is None or not begun.is_point:
        return None
    if is_inferred(founding, "date"):
        return None
    return tick(round((span[0] + span[1]) / 2, 2), "lập")


def legend_of(kinds: Collection[str]) -> tuple[Key, ...]:
    """Return the legend of a picture with shapes of these kinds; a plain bar needs none."""
    return tuple(key for kind, key in _LEGEND if kind in kinds) if set(kinds) - {"solid"} else ()


def _speaks_until(page: Page, dossier: Dossier) -> Edtf | None:
    """Return the latest time that a source of this leadership speaks of."""
    sources = {c.source for m in dossier.memberships for c in m.cite}
    ends = [page.archive.sources[s].speaks_until for s in sources if s in page.archive.sources]
    return max(ends, key=lambda one: one.latest() or date.min, default=None)


@dataclass(frozen=True)
class Axis:
    """A time axis from the first to the last day; days become per cent."""

    first: date
    last: date

    @classmethod
    def over(cls, held: Sequence[Tenure], until: Edtf | None, begun: Edtf | None = None) -> Axis:
        """Return the axis of whole years that holds every day of the tenures, and the founding."""
        told = [(one.start, one.end, one.lasted, *one.attested) for one in held]
        known = [day for days in told for day in days if day]
        return cls.of([*known, *(one for one in (begun, until) if one)])

    @classmethod
    def of(cls, dates: Iterable[Edtf]) -> Axis:
        """Return the axis of whole years that holds every day that `dates` may be."""
        days = [day for one in dates for day in (one.earliest(), one.latest()) if day]
        # An organization without any known day still gets an (empty) axis.
        last = max(days, default=date(2000, 12, 31))
        first = min(days, default=last)
        return cls(date(first.year, 1, 1), date(last.year, 12, 31))

    def holds(self, day: date) -> bool:
        """Return whether a day lies on the axis."""
        return self.first <= day <= self.last

    def at(self, day: date) -> float:
        """Return where a day lies, in per cent of the axis."""
        return round(100 * (day - self.first).days / (self.last - self.first).days, 2)

    def span(self, when: Edtf | None) -> tuple[float, float] | None:
        """Return the bounds of a date on the axis; an unbounded side takes the other bound."""
        if when is None:
            return None
        first, last = when.earliest() or when.latest(), when.latest() or when.earliest()
        return (self.at(first), self.at(last)) if first and last else None

    def ticks(self) -> tuple[Tick, ...]:
        """Return a mark every five years, or every year on a short axis."""
        span = self.last.year - self.first.year
        step = 1 if span <= 6 else 5 if span <= 40 else 10 if span <= 80 else 20
        years = range(self.first.year, self.last.year + 1)
        return tuple(tick(self.at(date(y, 1, 1)), str(y)) for y in years if y % step == 0)


def tick(x: float, text: str) -> Tick:
    """Return a mark whose text stays within the picture."""
    return Tick(x, text, "start" if x < 3 else "end" if x > 97 else "middle")


def _lane(page: Page, dossier: Dossier, role: Role, held: Sequence[Tenure], axis: Axis) -> Lane:
    """Return the rows of one post, including vacancies of a single seat."""
    single = role.seats == 1
    bars: list[Bar] = []
    for at, tenure in enumerate(held):
        if single and at and (gap := vacancy_before(held, at)):
            bars.append(_vacancy(gap, axis))
        if at:
            absent = between(dossier.organization, held[at - 1].life, tenure.life)
            bars.extend(bar for one in absent if (bar := _absence(one, axis)))
        # Without a known successor, the unknown end may be as late as the source speaks.
        tail = 100.0 if single and tenure is held[-1] else TAIL
        name = at_start(holder_link(page, *tenure.memberships))
        shapes = shapes_of(tenure, axis, tail)
        term = titled_term(page, tenure)
        where = place_of_date(page, dossier.id, tenure.first.id, tenure.first)
        bars.append(Bar(name, term, shapes, False, inferred_words(tenure, *SHOWN), *where))
    return Lane(role.label, tuple(bars))


def _vacancy(gap: Vacancy, axis: Axis) -> Bar:
    before, after = axis.span(gap.since), axis.span(gap.until)
    assert before is not None
    assert after is not None
    shape = Shape("vacant", before[1], round(max(after[0] - before[1], LEAST), 2))
    return Bar(Link(UNKNOWN), f"{short(gap.since)} – {short(gap.until)}", (shape,), vacant=True)


def _absence(absence: Absence, axis: Axis) -> Bar | None:
    """Return the row for a time in which the organization was not there; None if undated."""
    last, first = axis.span(absence.end.date), axis.span(absence.begin.date)
    if last is None or first is None:
        return None
    shape = Shape("absent", last[1], round(max(first[0] - last[1], LEAST), 2))
    return Bar(Link("Tổ chức không hoạt động"), absent_term(absence), (shape,), vacant=True)


def shapes_of(tenure: Tenure, axis: Axis, tail: float) -> tuple[Shape, ...]:
    """Return the shapes of one tenure; none if no day of it is known."""
    start, end = axis.span(tenure.start), axis.span(tenure.end)
    points = tuple(Shape("point", span[0]) for day in tenure.attested if (span := axis.span(day)))
    if start and end:
        return (*_stretch(start, end, tenure), *points)
    if start:
        # A re-election shows that the post was held until then.
        sure = axis.span(tenure.lasted) or start
        begun = _begun(start, sure[0], inferred=tenure.infers_start)
        last = round(max(start[1], sure[0], *(one.x + one.width for one in begun)), 2)
        width = round(min(tail, 100 - last), 2)
        return (*_soft(start), *begun, Shape("dashes", last, width), *points)
    if end:
        trail = HOLLOW if tenure.infers_end else 0
        last = round(max(end[0] - trail, 0), 2)
        first = round(max(last - TAIL, 0), 2)
        edge = Shape("hollow", last, round(end[0] - last, 2)) if trail else Shape("edge", end[1])
        return (Shape("dashes", first, round(last - first, 2)), *_soft(end), edge, *points)
    return points


def _begun(start: tuple[float, float], sure: float, *, inferred: bool) -> tuple[Shape, ...]:
    """Return what is drawn from a known start to the last day on which the post was surely held."""
    held = round(sure - start[1], 2)
    lead = HOLLOW if inferred else 0
    if held <= LEAST:
        first = min(start[0], round(100 - lead, 2))
        return (Shape("hollow", first, lead) if lead else Shape("edge", start[0]),)
    lead = min(lead, held)
    hollow = (Shape("hollow", start[1], lead),) if lead else ()
    rest = round(held - lead, 2)
    return (*hollow, *((Shape("solid", round(start[1] + lead, 2), rest),) if rest else ()))


def _stretch(
    start: tuple[float, float], end: tuple[float, float], tenure: Tenure
) -> tuple[Shape, ...]:
    """Return a bar with both ends: soft if a day is only bounded, hollow if it is inferred."""
    soft = (*_soft(start), *_soft(end))
    first = start[1] if start[1] - start[0] > LEAST else start[0]
    last = end[0] if end[1] - end[0] > LEAST else end[1]
    if last <= first:
        return soft or (Shape("solid", start[0], LEAST),)
    last = max(last, first + LEAST)
    lead = min(HOLLOW, last - first) if tenure.infers_start else 0
    trail = min(HOLLOW, last - first - lead) if tenure.infers_end else 0
    parts = (
        ("hollow", first, lead),
        ("solid", first + lead, max(last - first - lead - trail, 0)),
        ("hollow", last - trail, trail),
    )
    drawn = tuple(Shape(kind, round(x, 2), round(width, 2)) for kind, x, width in parts if width)
    return (*soft, *drawn)


def _soft(span: tuple[float, float]) -> tuple[Shape, ...]:
    """Return the range within which a day lies, if it is wide enough to be seen."""
    width = round(span[1] - span[0], 2)
    return (Shape("soft", span[0], width),) if width > LEAST else ()
