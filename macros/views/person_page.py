"""The view of a person's page: every post, who held it before and after, what else is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros.archive import Archive, Dossier
from macros.dates import Edtf, order_key, say, short
from macros.model.events import Event
from macros.model.people import Person
from macros.model.rolls import Roll
from macros.model.statements import Statement
from macros.rules.absences import between
from macros.rules.aliases import days_of, in_use
from macros.rules.inferred import INFERRED
from macros.rules.names import name_on
from macros.rules.pictures import pictures_of_people
from macros.rules.posts import is_member
from macros.rules.terms import Tenure, end_basis, start_basis, start_of, tenures, vacancy_before
from macros.rules.titles import titled
from macros.text.vietnamese import capital, keep_together
from macros.views.aliases import AliasRow, alias_rows
from macros.views.appearances import ChapterMention, FactLine, chapter_mentions, facts_naming
from macros.views.career import Career, Held, career, held_by
from macros.views.common import (
    Cite,
    Link,
    Page,
    at_start,
    cites,
    document_link,
    holder_link,
    organization_link,
    post_beside,
    post_in,
)
from macros.views.facts import place_of_date
from macros.views.identity import IdentityRow, identity_rows
from macros.views.later import LaterLine, later_lines
from macros.views.leadership import (
    FULL_TIME,
    UNKNOWN,
    OtherPosts,
    absent_term,
    full_time,
    how_begun,
    inferred_beside_days,
    marked_term,
    others,
    term_words,
    told_term,
    why_ended,
)
from macros.views.organization import EventRow, event_row
from macros.views.picture_pages import picture_links
from macros.views.pictures import PictureView, portrait_view, sizes_of_portrait
from macros.wording.people import aliases_beside

MOST_IN_LEAD = 3
"""So many posts are told one by one in the sentence that opens a page."""


@dataclass(frozen=True)
class Step:
    """A moment of a time in a post: when it began, began anew or ended, and how."""

    when: str
    words: tuple[str, ...]
    documents: tuple[Link, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class Neighbour:
    """Who, or what, was before or after in a post; `person` is None where nobody is known.

    `kind` is before, own, after, or gap for a time without a holder or an organization.
    """

    kind: str
    label: str
    person: Link | None
    words: str


@dataclass(frozen=True)
class PostHeld:
    """A time in a post, with who held it before and after if it has a single seat.

    `place` is where the time is told, "" for nowhere, and `key` that of its card there. `mention`
    says that its one step tells no more than its term: a day on which it is mentioned.
    """

    term: str
    place: str
    key: str
    certainty: str
    inferred: str
    post: str
    organization: Link
    full_time: str
    steps: tuple[Step, ...]
    others: tuple[OtherPosts, ...]
    notes: tuple[str, ...]
    chain: tuple[Neighbour, ...]
    mention: bool


@dataclass(frozen=True)
class EventOf:
    """An event of an organization that names the person."""

    organization: Link
    row: EventRow


@dataclass(frozen=True)
class PersonPage:
    """All that is told of a person."""

    name: str
    lead: str
    other_names: tuple[str, ...]
    distinguished_by: str
    aliases: tuple[AliasRow, ...]
    identity: tuple[IdentityRow, ...]
    note: str
    career: Career | None
    posts: tuple[PostHeld, ...]
    seats: tuple[PostHeld, ...]
    """The times as one member of a committee among many."""
    later: tuple[LaterLine, ...]
    events: tuple[EventOf, ...]
    statements: tuple[FactLine, ...]
    rolls: tuple[FactLine, ...]
    documents: tuple[Link, ...]
    pictures: tuple[Link, ...]
    mentions: tuple[ChapterMention, ...]
    portrait: PictureView | None

    @property
    def portrait_sizes(self) -> str:
        """How wide the portrait stands, for a browser to choose a copy."""
        return sizes_of_portrait(self.portrait) if self.portrait else ""


def person_page(page: Page, identifier: str) -> PersonPage:
    """Return the page of a person."""
    person = page.archive.people[identifier]
    every = held_by(page.archive, identifier)
    seats = [one for one in every if is_member(page.archive, one[1].post)]
    held = [one for one in every if one not in seats]
    # In the order of the page, so that the citations are numbered in that order.
    return PersonPage(
        name=person.name,
        lead=lead(page.archive, held or seats),
        other_names=person.other_names,
        distinguished_by=person.distinguished_by or "",
        portrait=portrait_view(page, identifier),
        aliases=alias_rows(page, person.aliases),
        identity=identity_rows(page, person.identity),
        note=person.note or "",
        career=career(page, [*held, *seats]),
        posts=tuple(_post(page, dossier, tenure) for dossier, tenure in held),
        seats=tuple(_post(page, dossier, tenure) for dossier, tenure in seats),
        later=later_lines(page, person),
        events=tuple(_events(page, identifier)),
        statements=facts_naming(page, identifier, Statement),
        rolls=facts_naming(page, identifier, Roll),
        documents=_documents(page, person, every),
        pictures=picture_links(page, pictures_of_people(page.archive).get(identifier, ())),
        mentions=chapter_mentions(page, "person", identifier),
    )


def lead(archive: Archive, held: Sequence[Held]) -> str:
    """Return the posts in one sentence: which, where and when; of many, how many and the last."""
    told = [
        told_post(archive, dossier, tenure, term)
        for (dossier, tenure), term in zip(held, _terms(held), strict=True)
    ]
    if not told:
        return ""
    if len(told) <= MOST_IN_LEAD:
        return f"{'; '.join(told)}."
    where = len({dossier.id for dossier, _ in held})
    count = f"{len(told)} lần giữ chức" + (f" ở {where} tổ chức" if where > 1 else "")
    return f"{capital(count)}; gần nhất được ghi nhận: {told[-1]}."


def _terms(held: Sequence[Held]) -> Iterator[str]:
    """Yield the time of each post: an uncertain one in full, briefly where it comes again."""
    full = set()
    for _, tenure in held:
        said = told_term(tenure)
        yield marked_term(tenure) if said in full else said
        full.add(said)


def told_post(archive: Archive, dossier: Dossier, tenure: Tenure, term: str) -> str:
    """Return a time in a post in words: which, where and the `term`."""
    label = archive.role_label(tenure.post)
    name = name_on(dossier, tenure.known_start)
    said = f"{titled(post_in(label, name), tenure.capacity)} {name}"
    return keep_together(f"{said}, {term}")


def _post(page: Page, dossier: Dossier, tenure: Tenure) -> PostHeld:
    archive, memberships = page.archive, tenure.memberships
    organization = at_start(organization_link(page, dossier.id, tenure.known_start))
    label = archive.role_label(tenure.post)
    role = titled(post_beside(label, organization.text), tenure.capacity)
    days = [day for one in memberships for day in days_of(archive, dossier, one)]
    if said := aliases_beside(in_use(dossier.organization.aliases, days)):
        organization = organization._replace(text=f"{organization.text} ({said})")
    place, key = place_of_date(page, dossier.id, tenure.first.id, tenure.first)
    steps = tuple(_steps(page, dossier, tenure))
    return PostHeld(
        term=term_words(tenure),
        place=place,
        key=key,
        certainty=certainty(tenure),
        inferred=inferred_beside_days(tenure),
        post=capital(role),
        organization=organization,
        full_time=FULL_TIME[full_time(memberships)],
        steps=steps,
        others=others(page, dossier, memberships),
        notes=tuple(dict.fromkeys(one.note for one in memberships if one.note)),
        chain=tuple(_chain(page, dossier, tenure)),
        mention=[(one.words, one.documents) for one in steps] == [((_MENTIONED,), ())],
    )


def certainty(tenure: Tenure) -> str:
    """Return how far the first and the last day are known: “ngày nhận ghi rõ, ngày thôi suy ra”."""
    if tenure.start is None and tenure.end is None:
        return ""
    sides = (
        ("ngày nhận", tenure.start, tenure.infers_start),
        ("ngày thôi", tenure.end, tenure.infers_end),
    )
    known = [(label, _known(day, inferred=inferred)) for label, day, inferred in sides]
    if known[0][1] == known[1][1]:
        return f"ngày nhận và ngày thôi đều {known[0][1]}"
    return ", ".join(f"{label} {how}" for label, how in known)


def _known(day: Edtf | None, *, inferred: bool) -> str:
    if day is None:
        return UNKNOWN
    if inferred:
        return "suy ra"
    return "ghi rõ" if day.is_moment else "trong khoảng"


_MENTIONED = "được nhắc đến"


def _steps(page: Page, dossier: Dossier, tenure: Tenure) -> Iterator[Step]:
    """Yield how a time in a post began, each re-election, and how it ended."""
    for one in tenure.memberships:
        begun = start_of(page.archive, dossier, one)
        inferred = start_basis(page.archive, dossier, one) == "inferred"
        when = _day(begun, inferred=inferred) if begun else "; ".join(map(say, one.attested))
        seen = _MENTIONED if one.attested and not begun else "giữ chức"
        documents = tuple(document_link(page, document) for document in one.documents)
        words = tuple(how_begun(page.archive, dossier, one))
        yield Step(when, words or (seen,), documents, cites(page, one.cite))
        reason = why_ended(one)
        if one.end_date or reason:
            ended = _day(one.end_date, inferred=end_basis(one) == "inferred")
            marks = one.end_cite or one.cite_for.get("end_date") or one.cite
            own = marks if marks != one.cite else ()
            yield Step(ended, (reason or "thôi giữ chức",), (), cites(page, own))


def _day(day: Edtf | None, *, inferred: bool) -> str:
    said = (say(day) if day.is_moment else short(day)) if day else ""
    return keep_together(f"{said} {INFERRED}" if inferred else said)


def _chain(page: Page, dossier: Dossier, tenure: Tenure) -> Iterator[Neighbour]:
    """Yield who held a post with one seat before, the person, and who held it after."""
    role = page.archive.roles.get(tenure.post)
    if role is None or role.seats != 1:
        return
    held = tenures(page.archive, dossier, tenure.post)
    at = held.index(tenure)
    before = at - 1
    while before >= 0 and held[before].holder == tenure.holder:
        before -= 1
    after = at + 1
    while after < len(held) and held[after].holder == tenure.holder:
        after += 1
    if before < 0 and after == len(held):
        return
    if before < 0:
        yield Neighbour("gap", "Người tiền nhiệm", None, "không rõ; đây là người đầu tiên được ghi")
    else:
        followed = _is_followed(page, dossier, held[at - 1], tenure)
        label = "Người tiền nhiệm" if followed else "Được nhắc trước đó"
        yield _holder(page, "before", label, held[before])
        yield from _between(dossier, held, before + 1)
    yield _holder(page, "own", "", tenure)
    if after == len(held):
        yield Neighbour("gap", "Người kế nhiệm", None, "không rõ; chưa ghi nhận ai sau đó")
    else:
        yield from _between(dossier, held, after)
        followed = _is_followed(page, dossier, held[after - 1], held[after])
        label = "Người kế nhiệm" if followed else "Được nhắc sau đó"
        yield _holder(page, "after", label, held[after])


def _is_followed(page: Page, dossier: Dossier, one: Tenure, other: Tenure) -> bool:
    """Return whether one holder may be called the predecessor of another.

    Where nothing is known of how one time in a post ended nor of how the other began, others may
    have held the post between: two mentions say nothing of that.
    """
    return bool(
        one.memberships[-1].end_date or start_of(page.archive, dossier, other.memberships[0])
    )


def _holder(page: Page, kind: str, label: str, tenure: Tenure) -> Neighbour:
    person = at_start(holder_link(page, *tenure.memberships))
    return Neighbour(kind, label, person, marked_term(tenure))


def _between(dossier: Dossier, held: Sequence[Tenure], at: int) -> Iterator[Neighbour]:
    """Yield the time without a known holder, or without the organization, before a tenure."""
    if gap := vacancy_before(held, at):
        term = f"{short(gap.since)} – {short(gap.until)}"
        yield Neighbour("gap", "Không rõ ai giữ chức", None, keep_together(term))
    for one in between(dossier.organization, held[at - 1].life, held[at].life):
        yield Neighbour("gap", "Tổ chức không hoạt động", None, absent_term(one))


def _events(page: Page, person: str) -> Iterator[EventOf]:
    naming = page.archive.naming.get(person, ())
    events = [(owner, fact) for owner, fact in naming if isinstance(fact, Event)]
    for owner, event in sorted(events, key=lambda one: order_key(one[1].date)):
        dossier = page.archive.dossiers[owner]
        link = at_start(organization_link(page, owner, event.date))
        yield EventOf(link, event_row(page, dossier, event, without=person))


def _documents(page: Page, person: Person, held: Iterable[Held]) -> tuple[Link, ...]:
    """Return the documents by which the person got a post, or that tell of the person."""
    archive = page.archive
    facts = [one for _, tenure in held for one in tenure.memberships]
    naming = (fact for _, fact in archive.naming.get(person.id, ()))
    every = (one for fact in (*facts, *naming, *person.later) for one in fact.documents)
    known = (one for one in dict.fromkeys(every) if one in archive.documents)
    return tuple(document_link(page, one) for one in known)
