"""The view of a congress: when it met, the bodies of its term, who held which post."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from macros.addresses.places import fact_anchor
from macros.archive import Archive, Dossier
from macros.dates import order_key, say, say_with_day
from macros.model.career_codes import END_REASONS, MANNERS
from macros.model.citations import Citation
from macros.model.codes import BODIES
from macros.model.congresses import Committee, Congress, Meeting
from macros.model.leadership import Membership
from macros.rules.congresses import (
    congress_of,
    in_term,
    meeting_words,
    named_words,
    numbered,
)
from macros.rules.inferred import INFERRED, is_inferred
from macros.rules.pictures import pictures_showing
from macros.rules.titles import special_title
from macros.text.numbers import say_number
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Cite, Link, Page, When, at_start, cites, holder_link, when
from macros.views.facts import place_of_date
from macros.views.picture_pages import picture_links
from macros.views.statistics import conflict_mark
from macros.wording.congresses import session_label
from macros.wording.inferred import inferred_words
from macros.wording.organizations import formed_words

_VOTED = {"elected", "re-elected"}
_MET = (
    "ordinal",
    "kind",
    "congress",
    "term",
    "dates",
    "sessions",
    "place",
    "delegates",
    "theme",
    "decided",
)


@dataclass(frozen=True)
class Officer:
    """A holder of a post; `detail` says how and from when if no congress elected the person."""

    person: Link
    detail: str = ""


@dataclass(frozen=True)
class Officers:
    """Those who held one post in the term that began with a congress."""

    post: str
    people: tuple[Officer, ...]


@dataclass(frozen=True)
class BodySize:
    """How many members a body had: “27 ủy viên”, and its composition: “9 chuyên trách”.

    `basis` is how it was formed, "" if no source says so.
    """

    body: str
    size: str
    basis: str
    detail: str
    note: str = ""


@dataclass(frozen=True)
class SessionView:
    """One of the rounds in which a congress met: “Vòng 1”, and what it decided."""

    label: str
    dates: When | None
    place: str
    decided: str


@dataclass(frozen=True)
class CongressView:
    """A congress with the bodies and officers of its term, or a conference with those it elected.

    `heading` names it in a table: “Lần thứ VI”. `bodies_elected` and `officers_elected` say that
    the sources call all of them elected there. One with `sessions` has no `dates` of its own.
    """

    anchor: str
    heading: str
    name: str
    term: str
    dates: When | None
    sessions: tuple[SessionView, ...]
    place: str
    delegates: str
    theme: str
    decided: str
    bodies: tuple[BodySize, ...]
    officers: tuple[Officers, ...]
    bodies_elected: bool
    officers_elected: bool
    cites: tuple[Cite, ...]
    conflict: Link | None
    note: str
    pictures: tuple[Link, ...]
    told_at: str = ""
    key: str = ""
    """Where the card of the congress is, see :func:`macros.views.facts.place_of_date`."""


@dataclass(frozen=True)
class CongressTable:
    """All congresses and conferences of an organization.

    The heading of a column claims only what is true of every row. An empty column has none.
    """

    title: str
    head: str
    told: bool
    """Whether a row has words of its own: a conference, a series, rounds, what was decided."""
    congresses: tuple[CongressView, ...]
    bodies: str
    formed: bool
    """Whether each body says how it was formed, because the heading of the column does not."""
    officers: str
    notes: str


def congress_table(page: Page, dossier: Dossier) -> CongressTable:
    """Return the congresses and conferences of an organization side by side."""
    views = tuple(congress_view(page, dossier, one) for one in dossier.meetings)
    others = "hội nghị đại biểu" if dossier.conferences else ""
    bodies_elected = all(one.bodies_elected for one in views)
    officers_elected = all(one.officers_elected for one in views)
    return CongressTable(
        f"Các kỳ đại hội{f', {others}' if others else ''} của {dossier.title}",
        "Đại hội, hội nghị" if others else "Đại hội",
        any(one.sessions or one.place or one.decided for one in views)
        or bool(others or dossier.series),
        views,
        bodies=("Cơ quan được bầu" if bodies_elected else "Các cơ quan")
        if any(one.bodies for one in views)
        else "",
        formed=not bodies_elected,
        officers=("Người được bầu" if officers_elected else "Người giữ chức")
        if any(one.officers for one in views)
        else "",
        notes="Ghi chú" if any(one.note for one in views) else "",
    )


def _sessions(congress: Meeting) -> Iterator[SessionView]:
    for number, one in enumerate(congress.rounds, start=1):
        label = capital(session_label(number))
        yield SessionView(label, when(one.dates), one.place or "", one.decided or "")


def congress_view(page: Page, dossier: Dossier, congress: Meeting) -> CongressView:
    """Return a congress with the committees and officers of its term.

    A conference has those that it elected.
    """
    archive = page.archive
    committees = list(bodies_of(archive, dossier, congress))
    held = list(in_term(archive, dossier, congress))
    marks: list[Citation] = list(congress.cite)
    for fact in (*committees, *(membership for membership, _ in held)):
        marks.extend(fact.cite)
    told_at, key = place_of_date(page, dossier.id, congress.id, congress)
    return CongressView(
        told_at=told_at,
        key=key,
        anchor=fact_anchor(
            "congress", congress.key, dossier.id, archive.volume_of.get(dossier.id, dossier.id)
        ),
        heading=_heading(dossier, congress),
        name=keep_together(capital(meeting_words(dossier, congress))),
        term=say(congress.term) if isinstance(congress, Congress) and congress.term else "",
        dates=None if congress.rounds else when(congress.dates),
        sessions=tuple(_sessions(congress)),
        place=congress.place or "",
        delegates=say_number(congress.delegates) if congress.delegates is not None else "",
        theme=congress.theme or "",
        decided=congress.decided or "",
        bodies=tuple(map(body_size, committees)),
        officers=_officers(page, dossier, held),
        bodies_elected=all(one.basis == "elected" and not one.decided_by for one in committees),
        officers_elected=all(there and _VOTED & set(one.manner) for one, there in held),
        cites=cites(page, marks, inferred_words(congress, *_MET)),
        conflict=conflict_mark(page, dossier, congress.id),
        note=congress.note or "",
        pictures=picture_links(page, pictures_showing(archive, f"{dossier.id}/{congress.id}")),
    )


def _heading(dossier: Dossier, meeting: Meeting) -> str:
    if isinstance(meeting, Congress):
        return keep_together(f"Lần thứ {numbered(dossier, meeting)}")
    return capital(meeting_words(dossier, meeting))


def bodies_of(archive: Archive, dossier: Dossier, congress: Meeting) -> Iterator[Committee]:
    """Yield the committees of a congress's term, including those of subordinate bodies."""
    for owner in (dossier, *archive.children.get(dossier.id, ())):
        for committee in owner.committees:
            if congress_of(archive, owner, committee.congress) is congress:
                yield committee


def _officers(
    page: Page, dossier: Dossier, held: list[tuple[Membership, bool]]
) -> tuple[Officers, ...]:
    found: dict[tuple[bool, int, str], list[Officer]] = defaultdict(list)
    for membership, there in sorted(held, key=_by_start):
        role = page.archive.roles.get(membership.post)
        # Of a body of many only some are named; who led stands before them.
        member = role is not None and role.member_of is not None
        label = f"{role.label} được nêu tên" if role and member else role and role.label
        key = (member, role.order, label) if role and label else (False, 0, membership.post)
        title = special_title(page.archive, membership)
        at = conference_words(page.archive, dossier, membership, there=there)
        detail = held_detail(membership, there=there, title=title, at=at)
        person = holder_link(page, membership)
        found[key].append(Officer(person if found[key] else at_start(person), detail))
    return tuple(Officers(key[-1], tuple(found[key])) for key in sorted(found))


def _by_start(held: tuple[Membership, bool]) -> tuple[object, ...]:
    """Sort those in office since the congress first, then those without a known later start."""
    membership, there = held
    start = membership.start_date
    return (not there, start is not None, order_key(start))


def conference_words(
    archive: Archive, dossier: Dossier, membership: Membership, *, there: bool
) -> str:
    """Return the conference in the term of a congress at which a person was elected, or ""."""
    at = "" if there else membership.congress
    return named_words(archive, dossier, at) if at else ""


def held_detail(membership: Membership, *, there: bool, title: str = "", at: str = "") -> str:
    """Return how a person held a post, unless elected `there`, and what of that is inferred.

    That an election was annulled is said too. The `title` is said first where the post that stands
    over it says too little; `at` is the conference that elected.
    """
    shown = ["person", "post", "capacity", "congress" if there else "congress_term"]
    mark = inferred_words(membership, *shown, "manner", *(() if there else ("decided_by",)))
    undone = END_REASONS["annulled"] if membership.end_reason == "annulled" else ""
    how = "" if there else within_term(membership, at)
    return ", ".join(filter(None, (title, how, undone, mark)))


def within_term(membership: Membership, at: str = "") -> str:
    """Return how and from when a person held a post whom no congress elected."""
    how = " và ".join(MANNERS[manner] for manner in membership.manner)
    how = f"{how} tại {at}".lstrip() if at else how
    by = f"{membership.decided_by} " if membership.decided_by and how else ""
    start = membership.start_date
    mark = f" {INFERRED}" if is_inferred(membership, "start_date") else ""
    since = f"từ {say_with_day(start)}{mark}" if start and start.is_moment else ""
    words = ", ".join(part for part in (f"{by}{how}", since) if part)
    return keep_together(words or "trong nhiệm kỳ")


_SHOWN = ("body", "size", "full_time", "concurrent", "basis", "decided_by", "date", "congress")


def body_size(committee: Committee) -> BodySize:
    """Return the size and composition of a committee in words."""
    size = f"{committee.size} ủy viên" if committee.size is not None else ""
    by = f"do {committee.decided_by} " if committee.decided_by else "được "
    word = formed_words(committee.basis)
    formed = f"{by}{word}" if word else ""
    day = f"lập {say_with_day(committee.date)}" if committee.date else ""
    counts = ((committee.full_time, "chuyên trách"), (committee.concurrent, "kiêm nhiệm"))
    composed = [f"{count} {what}" for count, what in counts if count is not None]
    return BodySize(
        capital(BODIES[committee.body]),
        keep_together(size),
        ", ".join(part for part in (formed, day) if part),
        ", ".join(filter(None, (*composed, inferred_words(committee, *_SHOWN)))),
        committee.note or "",
    )
