"""Views of dated things, for chronologies: a line each, with words, links and citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from macros.archive import CHANGES, Dossier
from macros.dates import Edtf, short
from macros.model.career_codes import END_REASONS, MANNERS
from macros.model.changes import ChangeEvent
from macros.model.citations import Citation
from macros.model.congresses import Congress, Meeting
from macros.model.documents import Document
from macros.model.events import Event
from macros.model.leadership import Membership
from macros.model.lives import Founding
from macros.model.organization import Name
from macros.rules.chronicle import KINDS, Moment
from macros.rules.congresses import in_term, meeting_title
from macros.rules.inferred import INFERRED
from macros.rules.names import name_on
from macros.rules.posts import is_member
from macros.rules.titles import titled
from macros.text.vietnamese import capital, keep_together
from macros.views.changes import dated_note
from macros.views.common import (
    Cite,
    Link,
    Page,
    at_start,
    cites,
    document_link,
    document_within,
    holder_link,
    organization_link,
    person_link,
    post_in,
)
from macros.views.decided import changed
from macros.views.facts import cited_for_document, key_of
from macros.wording.documents import document_name
from macros.wording.inferred import inferred_words
from macros.wording.organizations import turn_words


@dataclass(frozen=True)
class Entry:
    """A line of a chronology: its address, day, kind, words and links in turn, and what is beside.

    `day` is "" where no day is known, `machine` the day as 2010-05-19 where it is one, and `whole`
    the time in words; `kind` is a code, `label` its
    word; `whose` is the organization or the issuer; `more` is a second line: who was elected.
    `told` says that another place of the site tells the same, as of all but events. `fact` is the
    key of its fact, "" for a document.
    """

    id: str
    day: str
    whole: str
    kind: str
    label: str
    great: bool
    pieces: tuple[Link, ...]
    cites: tuple[Cite, ...]
    whose: Link | None
    more: tuple[Link, ...] = ()
    note: str = ""
    told: bool = False
    machine: str = ""
    fact: str = ""


def entry(page: Page, moment: Moment, *, within: str = "") -> Entry:
    """Return the line of a moment; in the volume `within`, its own organization is not named."""
    fact = moment.fact
    dossier = page.archive.dossiers.get(moment.owner)
    said = _said(page, dossier, moment)
    more: tuple[Link, ...] = ()
    if isinstance(fact, Meeting) and dossier:
        more = tuple(_elected(page, dossier, fact))
    owned = moment.owner == within
    place = moment.place if owned else f"{moment.place}--{moment.owner}"
    return Entry(
        id=place,
        day=_day(moment.when),
        whole=keep_together(short(moment.when)),
        kind=moment.kind,
        label=KINDS[moment.kind],
        great=isinstance(fact, (Congress, Founding, ChangeEvent)),
        pieces=said.pieces,
        cites=cites(page, said.cited, said.inferred),
        whose=None if owned else _whose(page, moment),
        more=more,
        note=dated_note(fact) if isinstance(fact, (Event, ChangeEvent)) else "",
        told=not isinstance(fact, Event),
        machine=str(moment.when.earliest()) if moment.when.kind == "day" else "",
        fact=_fact_key(moment),
    )


def _fact_key(moment: Moment) -> str:
    """Return the key of the fact of a moment, "" for a document."""
    if isinstance(moment.fact, Document):
        return ""
    change = isinstance(moment.fact, ChangeEvent)
    return key_of(CHANGES if change else moment.owner, moment.fact.id)


def _day(when: Edtf) -> str:
    """Return the days of a time within one month: “08”, “25–26”; "" for any other."""
    first, last = when.earliest(), when.latest()
    if when.kind not in ("day", "interval") or not first or not last:
        return ""
    if when.kind == "interval" and "day" not in (when.precision,):
        return ""
    if (first.year, first.month) != (last.year, last.month):
        return ""
    return f"{first.day:02}" if first == last else f"{first.day:02}–{last.day:02}"


def _whose(page: Page, moment: Moment) -> Link | None:
    if isinstance(moment.fact, Document):
        issuer = page.archive.issuer_of[moment.fact.id]
        return Link(moment.fact.signed_by or issuer.name)
    if isinstance(moment.fact, ChangeEvent) or moment.owner not in page.archive.dossiers:
        return None
    return at_start(organization_link(page, moment.owner, moment.when))


class _Said(NamedTuple):
    """What is said of a moment: words and links, citations, which of its values are inferred."""

    pieces: tuple[Link, ...]
    cited: Iterable[Citation]
    inferred: str = ""


def _said(page: Page, dossier: Dossier | None, moment: Moment) -> _Said:
    fact = moment.fact
    by = [document_link(page, one) for one in vars(fact).get("documents", ())]
    if isinstance(fact, Document):
        subject = f": {fact.subject.rstrip('.')}" if fact.subject and fact.symbol else ""
        link = document_link(page, fact.id)._replace(text=document_name(fact))
        # As within a sentence: of many sources that name a document, one is enough.
        cited = cited_for_document(page.archive, fact, page.organization)
        return _Said((link, Link(f"{subject}.")), cited, inferred_words(fact))
    if isinstance(fact, ChangeEvent):
        pieces = (*changed(page, fact), *_joined(by, ", theo "), Link("."))
        mark = inferred_words(fact, "kind", "date", "effective_date", "documents")
        return _Said(pieces, fact.cite, mark)
    if isinstance(fact, Event):
        people = [person_link(page, one) for one in fact.people]
        pieces = (Link(keep_together(fact.summary)), *_within(people, ", ", " (", ")"))
        return _Said(
            (*pieces, *_within(by, "; ", " Văn bản: ", ".")), fact.cite, inferred_words(fact)
        )
    assert dossier is not None
    if isinstance(fact, Membership):
        return _post(page, dossier, moment, fact, by)
    if isinstance(fact, Meeting):
        term = f" (nhiệm kỳ {short(fact.term)})" if isinstance(fact, Congress) and fact.term else ""
        words = Link(keep_together(meeting_title(dossier, fact) + term))
        return _Said((words,), fact.cite, inferred_words(fact, "dates", "sessions", "term"))
    if isinstance(fact, Founding):
        words = Link(f"{capital(turn_words(fact, begins=dossier.organization.begins(fact)))} ")
        link = organization_link(page, dossier.id, fact.date)
        pieces = (words, link, *_joined(by, ", theo "), Link("."))
        return _Said(pieces, fact.cite, inferred_words(fact, "how", "date", "documents"))
    assert isinstance(fact, Name)
    pieces = (Link(f"Mang tên {fact.name}"), *_joined(by, ", theo "), Link("."))
    mark = inferred_words(fact, "name", "start_date", "documents", "applies_to")
    return _Said(pieces, fact.cite, mark)


def _post(
    page: Page, dossier: Dossier, moment: Moment, fact: Membership, by: Sequence[Link]
) -> _Said:
    """Return who took up a post, and how; or who gave it up, and why."""
    name = name_on(dossier, moment.when)
    post = titled(post_in(page.archive.role_label(fact.post), name), fact.capacity)
    who = at_start(holder_link(page, fact))
    if moment.ended:
        reason = END_REASONS.entry(fact.end_reason) if fact.end_reason else None
        if reason and reason.alone:
            words = f", {post}, {reason.word}."
        else:
            words = f" thôi làm {post}{f' ({reason.word})' if reason else ''}."
        own = fact.end_cite or fact.cite_for.get("end_date") or fact.cite
        mark = inferred_words(fact, "person", "post", "capacity", "end_reason")
        return _Said((who, Link(words)), own, mark)
    how = " và ".join(MANNERS[one] for one in fact.manner)
    words = f" được {how} làm {post}" if how else f" giữ chức {post}"
    if fact.decided_by:
        words += f" ({fact.decided_by})"
    if moment.tenure and moment.tenure.infers_start:
        words += f" {INFERRED}"
    shown = ("person", "post", "capacity", "manner", "documents", "decided_by")
    pieces = (who, Link(words), *_joined(by, ", theo "), Link("."))
    return _Said(pieces, fact.cite, inferred_words(fact, *shown))


def _elected(page: Page, dossier: Dossier, meeting: Meeting) -> Iterator[Link]:
    """Yield who led from a congress on, post by post: “Bí thư A; Phó Bí thư B, C”."""
    archive = page.archive
    held = [
        one
        for one, there in in_term(archive, dossier, meeting)
        if there and not is_member(archive, one.post)
    ]
    held.sort(key=lambda one: archive.roles[one.post].order if one.post in archive.roles else 0)
    before = ""
    for one in held:
        post = titled(archive.role_label(one.post), one.capacity)
        yield Link(", " if post == before else f"{'; ' if before else ''}{post} ")
        mark = inferred_words(one, "person", "post", "capacity", "congress")
        link = holder_link(page, one)
        yield link._replace(text=f"{link.text} ({mark})") if mark else link
        before = post


def _joined(links: Sequence[Link], before: str) -> Iterator[Link]:
    for at, one in enumerate(links):
        yield Link(", " if at else before)
        yield document_within(one)


def _within(links: Sequence[Link], between: str, before: str, after: str) -> Iterator[Link]:
    for at, one in enumerate(links):
        yield Link(between if at else before)
        yield one
    if links:
        yield Link(after)
