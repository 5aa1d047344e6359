"""What is known to have been when: the dated facts of an organization, and those of each year.

Each thing is told once: a day that a change, a congress or an event tells already is not told again
by a name, a founding, a membership or a document.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from macros.archive import CHANGES
from macros.dates import order_key
from macros.rules.congresses import congress_of
from macros.rules.posts import is_member
from macros.rules.terms import tenures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.archive import Archive, Dossier
    from macros.dates import Edtf
    from macros.model.base import Fact
    from macros.model.changes import ChangeEvent
    from macros.model.documents import Document
    from macros.rules.terms import Tenure

KINDS = {
    "organization": "tổ chức",
    "congress": "đại hội",
    "post": "nhân sự",
    "event": "việc",
    "document": "văn bản",
}
"""The kinds of entries, with their words, in the order of the filter."""

LEAST = 3
"""A year of which fewer entries are known is an entry on the page of its ten years."""

_MEMO = "chronicle"


class Moment(NamedTuple):
    """A dated thing: its kind, when it was, whose it is, and the fact or document.

    `owner` is an organization's id, or that of a document's issuer; a change has the volume that
    it is told in, or the first organization of it. `tenure` is that which began or, with `ended`,
    ended then.
    """

    kind: str
    when: Edtf
    owner: str
    fact: Fact | Document
    tenure: Tenure | None = None
    ended: bool = False

    @property
    def year(self) -> int | None:
        """The year in which it surely was as a whole; None if it may have been in several.

        What went on for an unknown time is of the year in which it began.
        """
        first, last = self.when.earliest(), self.when.latest()
        if self.when.kind == "interval" and self.when.start and last is None:
            last = self.when.start.latest()
        return first.year if first and last and first.year == last.year else None

    @property
    def home(self) -> int | None:
        """The year under which it is listed: the first possible, or the last by which it was."""
        day = self.when.earliest() or self.when.latest()
        return day.year if day else None

    @property
    def place(self) -> str:
        """Its address on a page of a volume: unique for the facts of one organization."""
        return f"moc-{self.fact.id}" + ("-thoi" if self.ended else "")


class Chronicle(NamedTuple):
    """All that is dated: by year (see :attr:`Moment.year`), and what may have been in several."""

    by_year: Mapping[int, tuple[Moment, ...]]
    wider: tuple[Moment, ...]


def chronicle(archive: Archive) -> Chronicle:
    """Return everything dated on the site, in order of time."""
    found: Chronicle | None = archive.memo.get(_MEMO)
    if found is None:
        found = archive.memo[_MEMO] = _chronicle(archive)
    return found


def _chronicle(archive: Archive) -> Chronicle:
    by_year: dict[int, list[Moment]] = defaultdict(list)
    wider = []
    own = [one for dossier in archive.dossiers.values() for one in _own(archive, dossier)]
    every = [*own, *_changes(archive.changes.values())]
    every += _documents(archive, archive.documents.values(), every)
    for one in in_order(every):
        if one.year is None:
            wider.append(one)
        else:
            by_year[one.year].append(one)
    return Chronicle({year: tuple(by_year[year]) for year in sorted(by_year)}, tuple(wider))


def of_volume(archive: Archive, volume: str) -> tuple[Moment, ...]:
    """Return what is dated in a volume: of its organizations, and documents that it rests on."""
    family = archive.family(volume)
    changes = {change.id: change for one in family for change in archive.changes_of.get(one.id, ())}
    found = [one for dossier in family for one in _own(archive, dossier)]
    found += (one._replace(owner=volume) for one in _changes(changes.values()))
    ids = {one.id for one in family}
    papers = [one for one in archive.documents.values() if _of(archive, one, volume, ids)]
    return in_order([*found, *_documents(archive, papers, found)])


def _of(archive: Archive, document: Document, volume: str, ids: set[str]) -> bool:
    """Return whether a volume's organizations issued a document, rest on it or tell of it."""
    if archive.issuer_of[document.id].organization in ids:
        return True
    named = archive.mentions.get(("document", document.id), ())
    rest = archive.facts_on.get(document.id, ())
    return any(owner in ids for owner, _ in rest) or any(
        one.organization == volume for one in named
    )


def in_order(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Return moments in order of time, of one day in the order of the kinds."""
    kinds = list(KINDS)
    return tuple(
        sorted(
            moments,
            key=lambda one: (order_key(one.when), kinds.index(one.kind), one.owner, one.fact.id),
        )
    )


def _own(archive: Archive, dossier: Dossier) -> Iterator[Moment]:
    """Yield what an organization's own facts date, but for changes and documents."""
    changes = archive.changes_of.get(dossier.id, ())
    changed = {day for one in changes for day in (one.date, one.since) if day}
    turned = {one.date for one in dossier.organization.turns if one.date}
    for turn in dossier.organization.turns:
        if turn.date and turn.date not in changed:
            yield Moment("organization", turn.date, dossier.id, turn)
    for name in dossier.organization.names:
        if name.start_date and name.start_date not in changed | turned:
            yield Moment("organization", name.start_date, dossier.id, name)
    for meeting in dossier.meetings:
        if meeting.days:
            yield Moment("congress", meeting.days, dossier.id, meeting)
    for event in dossier.events:
        if event.date:
            yield Moment("event", event.date, dossier.id, event)
    yield from _posts(archive, dossier)


def _posts(archive: Archive, dossier: Dossier) -> Iterator[Moment]:
    """Yield who took up and gave up a post, without those whom a dated congress elected."""
    for tenure in tenures(archive, dossier):
        if is_member(archive, tenure.post):
            continue
        first, last = tenure.first, tenure.memberships[-1]
        elected = congress_of(archive, dossier, first.congress)
        if tenure.start and not (elected and elected.days):
            yield Moment("post", tenure.start, dossier.id, first, tenure)
        if tenure.end and not tenure.infers_end:
            yield Moment("post", tenure.end, dossier.id, last, tenure, ended=True)


def _changes(changes: Iterable[ChangeEvent]) -> Iterator[Moment]:
    for one in changes:
        if one.since:
            owners = (each.organization for each in one.participants if each.organization)
            yield Moment("organization", one.since, next(owners, CHANGES), one)


def _documents(
    archive: Archive, documents: Iterable[Document], told: Sequence[Moment]
) -> Iterator[Moment]:
    """Yield the documents whose day nothing tells that rests on them."""
    days: dict[str, set[Edtf]] = defaultdict(set)
    for one in told:
        for document in vars(one.fact).get("documents", ()):
            days[document].add(one.when)
    for document in documents:
        if document.date and document.date not in days[document.id]:
            yield Moment("document", document.date, archive.issuer_of[document.id].id, document)


def decade_of(year: int) -> str:
    """Return the ten years of a year, as their page is called: `1990-1999`."""
    first = year // 10 * 10
    return f"{first}-{first + 9}"


def years_told_of(archive: Archive) -> Iterator[str]:
    """Yield the years of which at least :data:`LEAST` entries are known."""
    for year, moments in chronicle(archive).by_year.items():
        if len(moments) >= LEAST:
            yield str(year)


def decades_told_of(archive: Archive) -> Iterator[str]:
    """Yield the ten years in which something is known to have been."""
    yield from dict.fromkeys(decade_of(year) for year in chronicle(archive).by_year)
