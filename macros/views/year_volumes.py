"""What each volume has of a year: how much it tells, where somebody new came in, its figures.

While volumes are few, the page of a year tells everything of each. Of many, it tells what is rare,
and counts the rest by volume, with links to where the volume itself tells it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.addresses.places import OFFICE_HOLDERS
from macros.archive import CHANGES, Archive
from macros.chapter.page import LinkTarget
from macros.dates import short
from macros.model.congresses import Congress
from macros.model.documents import Document
from macros.rules.chronicle import KINDS, Moment
from macros.rules.offices import has_page_per_group
from macros.views.common import Link, Page, at_start, organization_link
from macros.views.year_facts import MOST_TOLD, are_many, figure_link, figures_in, figures_url
from macros.wording.inferred import inferred_words


@dataclass(frozen=True)
class Counted:
    """Entries of one kind that are only counted: its code, its word, how many."""

    kind: str
    label: str
    count: int


def told_kinds(archive: Archive, moments: Iterable[Moment]) -> frozenset[str]:
    """Return the kinds of entries that are told one by one: the rarest, as many as have room."""
    counts = Counter(one.kind for one in moments)
    if not are_many(archive):
        return frozenset(counts)
    told: set[str] = set()
    room = MOST_TOLD
    for kind, count in sorted(counts.items(), key=lambda one: one[1]):
        room -= count
        if room < 0:
            break
        told.add(kind)
    return frozenset(told)


def counted(moments: Iterable[Moment]) -> tuple[Counted, ...]:
    """Return how many there are of each kind."""
    counts = Counter(one.kind for one in moments)
    return tuple(Counted(kind, KINDS[kind], counts[kind]) for kind in KINDS if counts[kind])


@dataclass(frozen=True)
class OfVolume:
    """How much of a year a volume has, and what its organization was called then.

    `chronology` leads to the year in the volume's chronology. Where there are many volumes, `kinds`
    says what its entries are, `changed` how many of its posts changed hands, with a link to who
    held them, and `figures` are the first of its figures and a link to all others.
    """

    volume: Link
    count: int
    chronology: str
    name: str
    term: str
    kinds: str = ""
    changed: Link | None = None
    figures: tuple[Link, ...] = ()


def of_volumes(
    page: Page, year: int, own: Sequence[Moment], changed: Mapping[str, int]
) -> Iterator[OfVolume]:
    """Yield the volumes that tell of a year, or in a term of which it was.

    `own` are the entries of the year, `changed` how many posts of each volume changed hands. Of
    many volumes those are left out of which nothing but the term is known.
    """
    archive = page.archive
    many = are_many(archive)
    apart = has_page_per_group(archive)
    by_volume: dict[str, list[Moment]] = defaultdict(list)
    for one in own:
        by_volume[volume_of(archive, one)].append(one)
    for volume in archive.volumes:
        moments = by_volume[volume.id]
        term = next((one for one in volume.congresses if _in_term(one, year)), None)
        figures = tuple(_figures(page, volume.id, year)) if many else ()
        if not moments and not (changed.get(volume.id) or figures if many else term):
            continue
        link = at_start(organization_link(page, volume.id))
        named = [one for one in moments if one.owner == volume.id and one.kind != "document"]
        name = organization_link(page, volume.id, named[-1].when).text if named else ""
        yield OfVolume(
            link,
            len(moments),
            chronology_url(page, volume.id, year) if moments else "",
            "" if name == link.text else name,
            f"nhiệm kỳ {term.ordinal}" if term else "",
            said(counted(moments)) if many else "",
            Link(f"{count} chức", _holders_url(page, volume.id, year, apart=apart))
            if (count := changed.get(volume.id))
            else None,
            figures,
        )


def outside(archive: Archive, moments: Iterable[Moment]) -> tuple[Counted, ...]:
    """Return how many entries of each kind no volume has."""
    return counted(one for one in moments if not volume_of(archive, one))


def said(kinds: Iterable[Counted]) -> str:
    """Return kinds with their numbers in words: “đại hội, nhân sự (2)”."""
    return ", ".join(one.label + (f" ({one.count})" if one.count > 1 else "") for one in kinds)


def _holders_url(page: Page, volume: str, year: int, *, apart: bool) -> str:
    """Return the address of who held the posts of a volume in a year.

    `apart` says that each volume has a page of its own for that.
    """
    if apart:
        return f"{page.url(LinkTarget('holders', volume))}?ngay={year}"
    return f"{page.url(LinkTarget('page', OFFICE_HOLDERS))}?ngay={year}#tap-{volume}"


def _figures(page: Page, volume: str, year: int) -> Iterator[Link]:
    """Yield the first figure of a volume for a year, and how many others its pages have."""
    every = figures_in(page.archive, year).get(volume, ())
    first = next((one for one in every if not one.wide), None)
    if first:
        link = figure_link(page, first.dossier, first.figure)
        when = short(first.figure.period)
        beside = filter(None, ("" if when == str(year) else when, inferred_words(first.figure)))
        told = "; ".join(beside)
        yield link._replace(text=f"{link.text} ({told})") if told else link
    if rest := len(every) - bool(first):
        yield Link(f"{rest} số liệu{' khác' if first else ''}", figures_url(page, volume))


def chronologies(page: Page, moments: Iterable[Moment]) -> Iterator[Link]:
    """Yield the volumes that tell some moments, each linked to its chronology."""
    for volume in filter(None, dict.fromkeys(volume_of(page.archive, one) for one in moments)):
        link = at_start(organization_link(page, volume))
        yield link._replace(url=chronology_url(page, volume) or link.url)


def volume_of(archive: Archive, moment: Moment) -> str:
    """Return the volume that tells a moment, "" for none: a document is its issuer's."""
    owner = moment.owner
    if isinstance(moment.fact, Document):
        owner = archive.issuer_of[moment.fact.id].organization or ""
    return "" if owner == CHANGES else archive.volume_of.get(owner, "")


def chronology_url(page: Page, volume: str, year: int | None = None) -> str:
    """Return the address of a year in the chronology of a volume, "" where there is none."""
    path = f"{volume}/bien-nien.md"
    known = {one.page for one in page.archive.contents.get(volume, ())}
    anchor = f"#nam-{year}" if year else ""
    return page.url(LinkTarget("page", path + anchor)) if path in known else ""


def _in_term(congress: Congress, year: int) -> bool:
    first = congress.term.earliest() if congress.term else None
    last = congress.term.latest() if congress.term else None
    return bool(first and last and first.year < year < last.year)
