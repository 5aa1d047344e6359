"""Views of the home page and the first pages of volumes: cards, common timeline, contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from macros.addresses.entities import with_pages
from macros.addresses.places import FIGURES, LINEAGES, OFFICE_HOLDERS, ORGANIZATIONS
from macros.admission.docs import LOOK_UP
from macros.archive import Archive, Dossier
from macros.chapter.page import LinkTarget
from macros.dates import Edtf, order_key, say
from macros.model.base import Fact
from macros.model.changes import ChangeEvent
from macros.model.codes import CHANGE_KINDS
from macros.model.lives import Founding, Life
from macros.model.statistics import Observation
from macros.rules.congresses import meeting_words
from macros.rules.inferred import INFERRED, is_inferred, marked
from macros.rules.statistics import latest
from macros.text.numbers import say_number
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Cite, Link, Page, at_start, cites, organization_link
from macros.views.pictures import Thumb, card_picture
from macros.views.river import years_of
from macros.views.statistics import Figure, figure
from macros.views.timeline import Axis, Tick
from macros.wording.congresses import session_label
from macros.wording.edition import state_words
from macros.wording.inferred import inferred_words
from macros.wording.organizations import kind_words, turn_words

SHOWN_FIGURES = 2
"""How many figures a card shows."""


@dataclass(frozen=True)
class Card:
    """An organization on the home page: its years, its latest figures, the extent of its volume."""

    link: Link
    kind: str
    years: str
    summary: str
    figures: tuple[Figure, ...]
    holds: str
    state: str
    picture: Thumb | None = None


def cards(page: Page) -> tuple[Card, ...]:
    """Return a card for each organization that has a volume of its own."""
    return tuple(_card(page, volume) for volume in page.archive.volumes)


@dataclass(frozen=True)
class Shelf:
    """The volumes by the kind of their organization, in the order of the first of each kind.

    `dense` says that they are so many that each must do with a line.
    """

    groups: Mapping[str, tuple[Card, ...]]
    dense: bool


MANY = 12
"""From so many volumes on, each has one line, and the list can be filtered."""


def shelf(page: Page) -> Shelf:
    """Return the volumes as they stand on the home page."""
    groups: dict[str, list[Card]] = {}
    for card in cards(page):
        groups.setdefault(card.kind, []).append(card)
    found = {kind: tuple(some) for kind, some in groups.items()}
    return Shelf(found, len(page.archive.volumes) >= MANY)


@dataclass(frozen=True)
class Way:
    """A way into the site: where it leads, and how much there is."""

    link: Link
    holds: str


def ways_in(page: Page) -> tuple[tuple[str, tuple[Way, ...]], ...]:
    """Return the ways in for those who look something up, who read, who ask what became of what.

    A way with nothing behind it is left out, and so is a group without a way.
    """
    archive = page.archive
    groups = (
        ("Tra một người, một văn bản, một con số", _look_ups(page)),
        ("Đọc một tập từ đầu", _volumes(page)),
        ("Xem đơn vị nào thành đơn vị nào", _units(page, archive)),
    )
    found = ((title, tuple(ways)) for title, ways in groups)
    return tuple((title, ways) for title, ways in found if ways)


def _look_ups(page: Page) -> Iterator[Way]:
    archive = page.archive
    documents = sum(len(one.documents) for one in archive.issuers.values())
    figures = sum(len(one.observations) for one in archive.dossiers.values())
    for text, path, count, unit in (
        ("Nhân vật", f"{LOOK_UP}/nhan-vat/index.md", len(archive.people), "người"),
        ("Ai giữ chức vào ngày…", OFFICE_HOLDERS, len(archive.people), ""),
        ("Văn bản được nhắc đến", f"{LOOK_UP}/van-ban/index.md", documents, "văn bản"),
        ("Số liệu", FIGURES, figures, "con số"),
    ):
        if count:
            holds = keep_together(f"{say_number(count)} {unit}") if unit else ""
            yield Way(Link(text, page.url(LinkTarget("page", path))), holds)


def _volumes(page: Page) -> Iterator[Way]:
    volumes = page.archive.volumes
    for volume in volumes[:SHOWN]:
        chapters = page.archive.contents.get(volume.id, ())
        if chapters:
            link = Link(volume.title, page.url(LinkTarget("page", chapters[0].page)))
            yield Way(link, keep_together(f"{len(chapters)} chương"))
    if len(volumes) > SHOWN:
        yield Way(Link("Tất cả các tập", "#tap-sach"), keep_together(f"{len(volumes)} tập"))


def _units(page: Page, archive: Archive) -> Iterator[Way]:
    """Yield the picture of all, the units of volumes that were made of others, then all others."""
    if told := years_of(page):
        link = Link("Dòng chảy tổ chức", page.url(LinkTarget("page", LINEAGES)))
        yield Way(link, told)
    pages = with_pages(archive, "organization")
    areas = dict.fromkeys(one.organization.area for one in archive.volumes)
    for area in [one for one in areas if one in pages and one in archive.changes_of][:SHOWN]:
        link = at_start(organization_link(page, area or ""))
        yield Way(link, years(archive.dossiers[area or ""]))
    others = len(archive.dossiers) - len(archive.volumes)
    if others:
        link = Link("Tổ chức liên quan", page.url(LinkTarget("page", ORGANIZATIONS)))
        yield Way(link, keep_together(f"{say_number(others)} tổ chức"))


SHOWN = 4
"""How many volumes and units the ways in name."""


def _card(page: Page, dossier: Dossier) -> Card:
    organization = dossier.organization
    figures = islice(_latest(page.archive, dossier), SHOWN_FIGURES)
    return Card(
        link=at_start(organization_link(page, dossier.id)),
        kind=capital(kind_words(organization)),
        years=years(dossier),
        summary=organization.summary or "",
        figures=tuple(figure(page, dossier, one) for one in figures),
        holds=_holds(page.archive, dossier),
        state=state_words(page.archive, dossier.id),
        picture=card_picture(page, organization.picture),
    )


def years(dossier: Dossier) -> str:
    """Return the years of an organization: “từ năm 1994”, “1930–1931, từ năm 1936”.

    "" if they are unknown.
    """
    organization = dossier.organization
    said = ", ".join(filter(None, map(_years, organization.spans)))
    inferred = any(is_inferred(one, "date") for one in organization.turns)
    return f"{said} {INFERRED}" if said and inferred else said


def _years(life: Life) -> str:
    start, ended = (one.date if one else None for one in (life.founding, life.dissolution))
    first = start.earliest() if start else None
    last = ended.latest() if ended else None
    if first and last:
        return f"{first.year}–{last.year}" if first.year != last.year else str(first.year)
    return f"từ năm {first.year}" if first else f"đến năm {last.year}" if last else ""


def _latest(archive: Archive, dossier: Dossier) -> Iterator[Observation]:
    """Yield the latest figure of the first indicator of each subject that the organization has.

    Only values at one point in time: a sum over some years says little by itself.
    """
    subjects: set[str] = set()
    rank = {group: at for at, group in enumerate(dict.fromkeys(_groups(archive)))}
    order = sorted(archive.indicators.values(), key=lambda one: (rank[one.group], one.order))
    for indicator in order:
        if indicator.group in subjects or indicator.aggregation != "point":
            continue
        own = [
            one
            for one in dossier.observations_of.get(indicator.id, ())
            if one.value is not None and (one.aggregation or "point") == "point"
        ]
        if found := latest(archive, dossier, own):
            subjects.add(indicator.group)
            yield found


def _groups(archive: Archive) -> Iterator[str]:
    return (one.group for one in archive.indicators.values())


def _holds(archive: Archive, dossier: Dossier) -> str:
    """Return the extent of a volume: “14 chương, 6 kỳ đại hội, 30 người”."""
    family = archive.family(dossier.id)
    named = {one.person for member in family for one in member.memberships if one.person}
    counted = (
        (len(archive.contents.get(dossier.id, ())), "chương"),
        (len(dossier.congresses), "kỳ đại hội"),
        (len(named), "người"),
    )
    return ", ".join(keep_together(f"{say_number(n)} {what}") for n, what in counted if n)


@dataclass(frozen=True)
class Milestone:
    """One milestone; `x` is its earliest day in per cent of the axis, `width` its uncertainty.

    `kind` is founding, change or congress.
    """

    kind: str
    when: str
    text: str
    x: float
    width: float
    cites: tuple[Cite, ...]

    @property
    def spread(self) -> bool:
        """Whether its uncertainty is wide enough to be seen."""
        return self.width > 0.7


@dataclass(frozen=True)
class MilestoneLane:
    """The milestones of one organization; `undated` are those without any known day."""

    link: Link
    years: str
    marks: tuple[Milestone, ...]
    undated: tuple[Milestone, ...]


@dataclass(frozen=True)
class Milestones:
    """Foundings, changes and congresses of all volumes on one axis of time."""

    years: tuple[Tick, ...]
    lanes: tuple[MilestoneLane, ...]
    legend: tuple[tuple[str, str], ...]
    """What is drawn, with its words: kinds of milestone and `spread`, where a day is uncertain."""


_ENDS = ("dissolution", "suspension")
"""The kinds of change that are the end of an organization, and no milestone besides."""

_LEGEND = {
    "founding": "thành lập, kết thúc",
    "change": ", ".join(
        word
        for kind, word in CHANGE_KINDS.items()
        if kind not in ("founding", *_ENDS, "restoration")
    ),
    "congress": "đại hội",
    "spread": "ngày nằm trong khoảng này",
}

MilestoneFact = tuple[str, Edtf | None, str, Fact]
"""Kind, date and words of a milestone, and the fact that it is."""


def milestones(page: Page) -> Milestones:
    """Return the foundings, changes and congresses of all volumes."""
    turns_of = {volume.id: list(_turns(page.archive, volume)) for volume in page.archive.volumes}
    axis = Axis.of(date for turns in turns_of.values() for _, date, _, _ in turns if date)
    lanes = tuple(
        _lane(page, page.archive.dossiers[volume], turns, axis)
        for volume, turns in turns_of.items()
    )
    marks = [mark for lane in lanes for mark in lane.marks]
    kinds = dict.fromkeys(mark.kind for mark in marks)
    if any(mark.spread for mark in marks):
        kinds["spread"] = None
    return Milestones(axis.ticks(), lanes, tuple((kind, _LEGEND[kind]) for kind in kinds))


def _turns(archive: Archive, dossier: Dossier) -> Iterator[MilestoneFact]:
    """Yield the milestones of one organization; a founding by merger is one, not two."""
    organization = dossier.organization
    changes = archive.changes_of.get(dossier.id, ())
    told: list[ChangeEvent] = []
    for turn in organization.turns:
        begins = organization.begins(turn)
        words = turn_words(turn, begins=begins)
        by = next((one for one in changes if _makes(dossier, one, turn)), None)
        if by:
            told.append(by)
            if begins and by.kind in _FOUNDING_MERGERS:
                words = marked(f"{words} ({CHANGE_KINDS[by.kind]})", by, "kind")
        yield "founding", turn.date, words, turn
    for change in changes:
        if change not in told:
            yield "change", change.since, _change_words(archive, dossier, change), change
    for meeting in dossier.meetings:
        words = keep_together(capital(meeting_words(dossier, meeting)))
        if not meeting.rounds:
            yield "congress", meeting.dates, words, meeting
        for number, session in enumerate(meeting.rounds, start=1):
            yield "congress", session.dates, f"{words}, {session_label(number)}", meeting


def _change_words(archive: Archive, dossier: Dossier, change: ChangeEvent) -> str:
    """Return what a change was to an organization: “đổi tên”, “nhận Chi bộ Đò sáp nhập”."""
    if change.kind != "absorption":
        return CHANGE_KINDS[change.kind]
    roles = [one.role for one in change.participants if one.organization == dossier.id]
    role = "from" if "to" in roles else "to"
    others = ", ".join(
        known.title if (known := archive.dossiers.get(one.organization or "")) else one.label or ""
        for one in change.participants
        if one.role == role
    )
    return f"nhận {others} sáp nhập" if role == "from" else f"sáp nhập vào {others}"


_FOUNDING_MERGERS = ("merger", "split")
_MAKES = {True: (*_FOUNDING_MERGERS, "founding", "restoration"), False: _ENDS}


def _makes(dossier: Dossier, change: ChangeEvent, turn: Founding) -> bool:
    """Return whether a change is the same turn of the organization: it has the day of it."""
    begins = dossier.organization.begins(turn)
    side = "to" if begins else "from"
    made = any(p.organization == dossier.id and p.role == side for p in change.participants)
    return bool(turn.date and made and change.kind in _MAKES[begins] and change.since == turn.date)


_TOLD = (
    "kind", "how", "date", "effective_date", "dates", "sessions.dates", "ordinal", "congress",
    "participants.organization",
)  # fmt: skip
"""The fields that a milestone says, and the one that puts it into a lane."""


def _lane(
    page: Page, dossier: Dossier, turns: Iterable[MilestoneFact], axis: Axis
) -> MilestoneLane:
    marks: list[Milestone] = []
    undated: list[Milestone] = []
    for kind, date, words, fact in sorted(turns, key=lambda one: order_key(one[1])):
        span = axis.span(date)
        when = capital(keep_together(say(date)) if date else "không rõ ngày")
        x, width = (span[0], round(span[1] - span[0], 2)) if span else (0.0, 0.0)
        marks_of = cites(page, fact.cite, inferred_words(fact, *_TOLD))
        mark = Milestone(kind, when, words, x, width, marks_of)
        (marks if span else undated).append(mark)
    link = at_start(organization_link(page, dossier.id))
    return MilestoneLane(link, years(dossier), tuple(marks), tuple(undated))


@dataclass(frozen=True)
class Part:
    """A chapter in a volume's contents."""

    link: Link
    description: str


def volume_contents(page: Page, volume: str) -> tuple[Part, ...]:
    """Return the chapters of a volume in the order of the navigation."""
    return tuple(
        Part(Link(one.title, page.url(LinkTarget("page", one.page))), one.description)
        for one in page.archive.contents.get(volume, ())
    )
