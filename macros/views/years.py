"""Views of years: the page of one, of ten, and the way in to all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.addresses.entities import with_pages
from macros.chapter.page import LinkTarget
from macros.dates import short
from macros.rules.chronicle import Moment, chronicle, decade_of
from macros.text.vietnamese import capital, keep_together
from macros.views.chronology_lines import Entry, entry
from macros.views.common import Link, Page
from macros.views.year_facts import (
    MOST_TOLD,
    FiguresOf,
    InOffice,
    are_many,
    figures_of_year,
    in_office,
)
from macros.views.year_volumes import (
    Counted,
    OfVolume,
    chronologies,
    counted,
    of_volumes,
    outside,
    said,
    told_kinds,
)

AROUND = 20
"""So many years before and after are on the strip of a year."""

WIDEST = 3
"""What may have been in more years than these is only counted on the page of each of them."""

MOST_OF_YEAR = 3
"""So many entries of a year with a page of its own are told on the page of its ten years."""

_TALL = 40

FEW = 10
"""So many years have room for a label each."""


@dataclass(frozen=True)
class Bar:
    """A year on the strip: its place and height, its address, how many entries it has.

    `x` is in per cent of the strip, `height` in px; `label` says whether the year is written below,
    `minor` that a narrow screen leaves it out.
    """

    year: str
    url: str
    count: int
    x: float
    width: float
    height: float
    own: bool
    label: bool
    minor: bool


@dataclass(frozen=True)
class Month:
    """The entries of a month, or of none in the year; `name` is its heading.

    `counted` are those of kinds that are too many to be told one by one.
    """

    name: str
    entries: tuple[Entry, ...]
    counted: tuple[Counted, ...] = ()


@dataclass(frozen=True)
class Stretch:
    """What was at an unknown time within a stretch that the year is a part of.

    What is too wide to be told here is counted, and `links` lead to the volumes that tell it.
    """

    words: str
    entries: tuple[Entry, ...]
    count: int = 0
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class YearPage:
    """All that is told of a year; of `many` volumes, what is rare, and the rest counted by volume.

    `uncertain` counts what may have been in the year, if that is too much for `stretches`.
    `office` are the posts of all volumes, or of many those that `changed` hands: how many did.
    `outside` is what no volume has.
    """

    year: str
    strip: tuple[Bar, ...]
    before: Link | None
    after: Link | None
    decade: Link
    months: tuple[Month, ...]
    empty: str
    stretches: tuple[Stretch, ...]
    uncertain: str
    many: bool
    office: tuple[InOffice, ...]
    changed: int
    figures: tuple[FiguresOf, ...]
    covering: tuple[FiguresOf, ...]
    volumes: tuple[OfVolume, ...]
    outside: str


def year_link(page: Page, year: int) -> Link:
    """Return a year, linked to its page or to its place on that of its ten years."""
    known = year in chronicle(page.archive).by_year
    return Link(str(year), page.url(LinkTarget("year", str(year))) if known else "")


def year_page(page: Page, year: int) -> YearPage:
    """Return the page of a year; one of which nothing is known is empty."""
    archive = page.archive
    every = chronicle(archive)
    own = every.by_year.get(year, ())
    known = list(every.by_year)
    before = max((one for one in known if one < year), default=None)
    after = min((one for one in known if one > year), default=None)
    many = are_many(archive)
    office = in_office(page, year)
    perhaps = _of_stretches(year, every.wider)
    counted_only = many and len(perhaps) > MOST_TOLD
    return YearPage(
        year=str(year),
        strip=strip(page, range(year - AROUND, year + AROUND + 1), year),
        before=year_link(page, before) if before else None,
        after=year_link(page, after) if after else None,
        decade=_decade_link(page, decade_of(year)),
        months=tuple(_months(page, own)),
        empty=_empty(own) if own else "",
        stretches=() if counted_only else tuple(_stretches(page, perhaps)),
        uncertain=capital(said(counted(perhaps))) if counted_only else "",
        many=many,
        office=office.rows,
        changed=sum(office.changed.values()),
        figures=() if many else tuple(figures_of_year(page, year, wide=False)),
        covering=() if many else tuple(figures_of_year(page, year, wide=True)),
        volumes=tuple(of_volumes(page, year, own, office.changed)),
        outside=said(outside(archive, own)) if many else "",
    )


def strip(page: Page, years: Sequence[int], own: int | None = None) -> tuple[Bar, ...]:
    """Return the years from the first to the last of which something is known, as bars."""
    counts = {one: len(told) for one, told in chronicle(page.archive).by_year.items()}
    inside = [one for one in years if min(counts, default=0) <= one <= max(counts, default=-1)]
    most = max((counts.get(one, 0) for one in inside), default=0)
    step = 100 / max(len(inside), 1)
    return tuple(
        Bar(
            str(one),
            year_link(page, one).url,
            counts.get(one, 0),
            round(at * step, 2),
            round(step * 0.75, 2),
            round(_TALL * counts.get(one, 0) / most, 1) if most else 0,
            one == own,
            one == own
            or len(inside) <= FEW
            or (one % 5 == 0 and (own is None or abs(one - own) > 3)),
            minor=len(inside) > FEW and one % 10 != 0,
        )
        for at, one in enumerate(inside)
    )


def _months(page: Page, own: Sequence[Moment]) -> Iterator[Month]:
    told = told_kinds(page.archive, own)
    dated = [one for one in own if _month(one)]
    undated = [one for one in own if not _month(one)]
    groups = [(f"Tháng {month}", list(some)) for month, some in groupby(dated, key=_month)]
    for name, moments in (*groups, ("Không rõ tháng", undated)):
        if moments:
            entries = (entry(page, one) for one in moments if one.kind in told)
            rest = (one for one in moments if one.kind not in told)
            yield Month(name, tuple(entries), counted(rest))


def _month(moment: Moment) -> int:
    """Return the month in which something surely was or began; 0 if only the year is known."""
    when = moment.when
    if when.kind == "interval" and when.start:
        when = when.start
    first, last = when.earliest(), when.latest()
    return first.month if first and last and first.month == last.month else 0


def _empty(own: Sequence[Moment]) -> str:
    """Return the months of which nothing is known, in one line: “Các tháng 1–4, 6 và 8–9: …”."""
    held = {_month(one) for one in own}
    missing = [month for month in range(1, 13) if month not in held]
    runs = [
        [month for _, month in run]
        for _, run in groupby(enumerate(missing), key=lambda one: one[1] - one[0])
    ]
    told = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    if not told:
        return ""
    listed = " và ".join(filter(None, (", ".join(told[:-1]), told[-1])))
    which = "Các tháng" if len(missing) > 1 else "Tháng"
    return keep_together(f"{which} {listed}: chưa có mục nào.")


def _of_stretches(year: int, wider: Sequence[Moment]) -> list[Moment]:
    """Return what may have been in the year, or went on in it."""
    found = []
    for one in wider:
        first, last = one.when.earliest(), one.when.latest()
        start = first.year if first else last.year if last else 0
        end = last.year if last else first.year if first else 0
        if start <= year <= end:
            found.append(one)
    return found


def _stretches(page: Page, perhaps: Sequence[Moment]) -> Iterator[Stretch]:
    """Yield what may have been in a year by the time that is known of it."""
    found: dict[str, list[Moment]] = defaultdict(list)
    for one in perhaps:
        found[capital(keep_together(short(one.when)))].append(one)
    for words, moments in found.items():
        first, last = moments[0].when.earliest(), moments[0].when.latest()
        if first and last and last.year - first.year >= WIDEST:
            links = tuple(chronologies(page, moments))
            yield Stretch(words, (), len(moments), links)
        else:
            yield Stretch(words, tuple(entry(page, one) for one in moments))


# --- ten years ------------------------------------------------------------------------------


@dataclass(frozen=True)
class YearLine:
    """A year on the page of its ten years: its anchor, its page if it has one, its entries.

    `more` is how many others its page has.
    """

    anchor: str
    link: Link
    count: int
    entries: tuple[Entry, ...]
    more: int


@dataclass(frozen=True)
class DecadePage:
    """Ten years: each with its entries, or with the weightiest, and a link to its page."""

    strip: tuple[Bar, ...]
    before: Link | None
    after: Link | None
    years: tuple[YearLine, ...]


def _decade_link(page: Page, decade: str) -> Link:
    return Link(decade.replace("-", "–"), page.url(LinkTarget("decade", decade)))


def decade_page(page: Page, decade: str) -> DecadePage:
    """Return the page of ten years."""
    every = chronicle(page.archive).by_year
    decades = list(dict.fromkeys(map(decade_of, every)))
    before = max((one for one in decades if one < decade), default=None)
    after = min((one for one in decades if one > decade), default=None)
    own = {year: told for year, told in every.items() if decade_of(year) == decade}
    first = int(decade.partition("-")[0])
    return DecadePage(
        strip(page, range(first, first + 10)),
        _decade_link(page, before) if before else None,
        _decade_link(page, after) if after else None,
        tuple(_line(page, year, told) for year, told in own.items()),
    )


def _line(page: Page, year: int, moments: Sequence[Moment]) -> YearLine:
    paged = str(year) in with_pages(page.archive, "year")
    weighty = [one for one in moments if one.kind in ("organization", "congress")]
    told = list(weighty or moments)[:MOST_OF_YEAR] if paged else list(moments)
    link = year_link(page, year)
    return YearLine(
        f"nam-{year}",
        link if paged else link._replace(url=""),
        len(moments),
        tuple(entry(page, one) for one in told),
        len(moments) - len(told) if paged else 0,
    )


@dataclass(frozen=True)
class DecadeLine:
    """Ten years in the list of all: a link, how many entries, the years of which some are known."""

    link: Link
    count: int
    years: tuple[tuple[Link, int], ...]


@dataclass(frozen=True)
class YearsIndex:
    """All years: a strip, and a line for each ten."""

    strip: tuple[Bar, ...]
    decades: tuple[DecadeLine, ...]


def years_index(page: Page) -> YearsIndex:
    """Return all years of which something is known."""
    every = chronicle(page.archive).by_year
    lines = []
    for decade, group in groupby(every, key=decade_of):
        years = tuple((year_link(page, year), len(every[year])) for year in group)
        count = sum(number for _, number in years)
        lines.append(DecadeLine(_decade_link(page, decade), count, years))
    span = range(min(every, default=0), max(every, default=-1) + 1)
    return YearsIndex(strip(page, span[-80:]), tuple(lines))
