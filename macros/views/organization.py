"""Views of an organization: what it is, its names, its congresses, its lineage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from macros.archive import Dossier
from macros.dates import Edtf, parse_edtf, say, say_term, say_with_day, short
from macros.model.base import Fact
from macros.model.citations import Citation
from macros.model.codes import EVENT_KINDS
from macros.model.events import Event
from macros.model.lives import Founding
from macros.model.organization import Name, Organization
from macros.model.superiors import Belonging, in_order
from macros.rules.inferred import marked
from macros.rules.pictures import pictures_showing
from macros.rules.terms import last_of, tenures
from macros.rules.titles import special_title
from macros.rules.told_until import STOPS, told
from macros.text.vietnamese import capital, in_brackets, keep_together
from macros.views.aliases import alias_rows
from macros.views.changes import dated_note
from macros.views.common import (
    Cite,
    Link,
    Page,
    When,
    at_start,
    cites,
    document_link,
    holder_link,
    organization_link,
    person_link,
    starting,
    when,
)
from macros.views.facts import key_of
from macros.views.leadership import inferred_words as inferred_of
from macros.views.picture_pages import picture_links
from macros.wording.inferred import inferred_words
from macros.wording.organizations import (
    SINCE_FOUNDING,
    borne_words,
    kind_words,
    turn_words,
    when_words,
)
from macros.wording.statistics import figure_text


@dataclass(frozen=True)
class Row:
    """A line of a summary box: label, values and citations."""

    label: str
    values: tuple[Link, ...]
    cites: tuple[Cite, ...] = ()
    detail: str = ""
    note: str = ""


@dataclass(frozen=True)
class Summary:
    """The box at the head of an organization's page."""

    name: str
    kind: str
    rows: tuple[Row, ...]
    cites: tuple[Cite, ...] = ()
    """The citations for the name, if it is the only one and has no row of its own."""


def summary(page: Page, dossier: Dossier) -> Summary:
    """Return names over time, founding, seat, parent, bodies and the last known leaders."""
    organization = dossier.organization
    only = _only_name(dossier)
    # The marks of the heading come first on the page, so they take the first numbers.
    marks = cites(page, only.cite, inferred_words(only)) if only else ()
    rows: list[Row] = []
    for turn in organization.turns:
        rows.append(_turn(page, turn_label(organization, turn), turn))
    for label, what in (("Tên gọi", "organization"), ("Tên cấp ủy", "committee")):
        for name in dossier.names_of(what):
            if name is not only:
                term, own = borne_words(organization, name), _cited(page, name)
                rows.append(Row(label, (Link(name.name),), own, term, name.note or ""))
    for one in alias_rows(page, organization.aliases, organization):
        rows.append(Row(one.kind, (Link(one.name),), one.cites, one.term, one.note))
    dated = {name.name for name in organization.names}
    if others := tuple(Link(one) for one in organization.other_names if one not in dated):
        rows.append(Row("Tên khác trong tài liệu", others))
    for label, single, times in (
        (UNDER, organization.parent, organization.parents),
        ("Địa bàn", organization.area, organization.areas),
    ):
        if single:
            rows.append(Row(label, (organization_link(page, single),)))
        rows.extend(_belonging(page, organization, label, one) for one in in_order(times))
    for seat in organization.headquarters:
        term = seat.printed or when_words(seat.start_date, seat.end_date)
        address = (Link(keep_together(seat.address)),)
        rows.append(Row("Trụ sở", address, _cited(page, seat), term, seat.note or ""))
    rows.extend(_documented(page, dossier))
    rows.extend(_leaders(page, dossier))
    bodies = page.archive.children.get(dossier.id, ())
    if bodies:
        links = tuple(_body(page, body, dossier.id) for body in bodies)
        rows.append(Row("Tổ chức trực thuộc", links))
    rows.extend(_figures_within(page, dossier))
    kind = capital(kind_words(organization))
    shown = tuple(replace(row, values=starting(row.values)) for row in rows)
    return Summary(capital(dossier.title), kind, shown, marks)


def _cited(page: Page, fact: Fact) -> tuple[Cite, ...]:
    """Return the citations of a fact of which all is shown, and what of it is inferred."""
    return cites(page, fact.cite, inferred_words(fact))


UNDER = "Trực thuộc"
"""The label of the rows of what an organization belonged to."""


def _belonging(page: Page, organization: Organization, label: str, one: Belonging) -> Row:
    """Return what an organization belonged to over a time, named as of then."""
    link = organization_link(page, one.other, one.start_date or one.end_date)
    term = borne_words(organization, one)
    return Row(label, (link,), _cited(page, one), term, one.note or "")


def _body(page: Page, body: Dossier, above: str) -> Link:
    """Return an organization under `above`, with the times in which it was, if they are known."""
    link = organization_link(page, body.id)
    times = [one for one in in_order(body.organization.parents) if one.other == above]
    told = (
        marked(when_words(one.start_date, one.end_date), one, *_OF_TIME, bracketed=True)
        for one in times
    )
    said = "; ".join(filter(None, told))
    return link._replace(text=f"{link.text} {in_brackets(said)}") if said else link


_OF_TIME = ("organization", "start_date", "end_date")
"""The fields of what an organization was under that the list below it shows."""


def _only_name(dossier: Dossier) -> Name | None:
    """Return the only name of an organization, whose row would repeat the heading; else None."""
    names = dossier.names_of("organization")
    if len(names) != 1 or names[0].name.casefold() != dossier.title.casefold():
        return None
    term = borne_words(dossier.organization, names[0])
    return None if names[0].note or term not in ("", SINCE_FOUNDING) else names[0]


def _figures_within(page: Page, dossier: Dossier) -> Iterator[Row]:
    """Yield the figures for this organization that are parts of a successor's totals."""
    for successor, one in page.archive.figures_within.get(dossier.id, ()):
        indicator = page.archive.indicators.get(one.indicator)
        label = indicator.label if indicator else one.indicator
        period = one.period_printed or short(one.period)
        said = keep_together(f"{label}, {period}: {figure_text(page.archive, one)}")
        yield Row(f"Trong số liệu của {successor.title}", (Link(said),), _cited(page, one))


def turn_label(organization: Organization, turn: Founding) -> str:
    """Return the label of the row of a founding or an end: “Thành lập”, “Bị phá vỡ”."""
    return capital(turn_words(turn, begins=organization.begins(turn)))


def _documented(page: Page, dossier: Dossier) -> Iterator[Row]:
    """Yield up to when sources tell of it, where that is not until its end."""
    if found := told(page.archive, dossier):
        detail = f"{found.end.words} sau đó" if found.end else ""
        yield Row(STOPS, (Link(keep_together(say(found.until))),), (), detail)


def _turn(page: Page, label: str, founding: Founding) -> Row:
    day = [Link(keep_together(say(founding.date)))] if founding.date else []
    documents = [
        document_link(page, one, dated=_day_of(page, one) != founding.date)
        for one in founding.documents
    ]
    from_day = founding.operating_from
    later = from_day is not None and from_day != founding.date
    detail = f"hoạt động từ {say_with_day(from_day)}" if from_day and later else ""
    parts = [part for part in (founding.basis, detail) if part]
    marks = _cited(page, founding)
    values = (*day, *documents)
    if not values and not parts:
        values = (Link("không rõ ngày"),)
    return Row(label, values, marks, "; ".join(parts), founding.note or "")


def _day_of(page: Page, document: str) -> Edtf | None:
    found = page.archive.documents.get(document)
    return found.date if found else None


def _leaders(page: Page, dossier: Dossier) -> tuple[Row, ...]:
    """Return the last known holder of each one-seat post; nobody is called current."""
    rows = []
    for role in sorted(page.archive.roles.values(), key=lambda one: one.order):
        held = tenures(page.archive, dossier, role.id)
        if role.seats != 1 or not held:
            continue
        last = last_of(held)
        marks = [citation for one in last.memberships for citation in one.cite]
        days = say_term(last.start, last.end, last.attested)
        inferred = inferred_of(last, "person", "post", "capacity", "attested")
        term = keep_together(days + (f"; {inferred}" if inferred else ""))
        if title := special_title(page.archive, last.first):
            term = f"{title}, {term}"
        term += spoken_until(page, marks)
        label = f"{role.label} gần nhất được ghi nhận"
        last_holder = at_start(holder_link(page, *last.memberships))
        rows.append(Row(label, (last_holder,), cites(page, marks), term))
    return tuple(rows)


def spoken_until(page: Page, marks: Iterable[Citation]) -> str:
    """Return up to when the sources for a last known holder speak: “ (thông tin đến hết …)”."""
    sources = (page.archive.sources.get(one.source) for one in marks)
    ends = [source.speaks_until for source in sources if source]
    last = max(ends, key=lambda one: one.latest() or date.min, default=None)
    return keep_together(f" (thông tin đến hết {say(last)})") if last else ""


@dataclass(frozen=True)
class EventRow:
    """A dated line of the chronicle."""

    when: When
    kind: str
    """The kind in words, "" for a plain event."""
    text: str
    details: tuple[str, ...]
    """The other party and the place, each with its label."""
    people: tuple[Link, ...]
    documents: tuple[Link, ...]
    cites: tuple[Cite, ...]
    note: str
    pictures: tuple[Link, ...] = ()
    fact: str = ""
    """The key of the event, see :func:`macros.views.facts.key_of`."""


def events(page: Page, dossier: Dossier) -> tuple[EventRow, ...]:
    """Return the dated events of an organization in order of time."""
    return tuple(event_row(page, dossier, one) for one in dossier.events)


def event_row(page: Page, dossier: Dossier, one: Event, *, without: str = "") -> EventRow:
    """Return an event; the person or document `without` which it is told has the page."""
    people = (person for person in one.people if person != without)
    return EventRow(
        when=_at_line_start(when(one.date) or (When(f"“{one.printed}”") if one.printed else None)),
        kind="" if one.kind == "event" else EVENT_KINDS[one.kind],
        text=keep_together(one.summary),
        details=tuple(_event_details(one)),
        people=tuple(person_link(page, person) for person in people),
        documents=tuple(document_link(page, each) for each in one.documents if each != without),
        cites=_cited(page, one),
        note=dated_note(one),
        pictures=picture_links(page, pictures_showing(page.archive, f"{dossier.id}/{one.id}")),
        fact=key_of(dossier.id, one.id),
    )


ORDER = (
    "Các việc xếp theo ngày sớm nhất có thể, rồi đến ngày muộn nhất; việc chỉ biết hạn muộn nhất "
    "thì đứng ở hạn ấy."
)
"""Explains to the reader of a list how events of unknown days are sorted."""


def order_note(dossier: Dossier) -> str:
    """Return the note on the order of the events, "" if their dates alone show it."""
    dates = [one.date for one in dossier.events if one.date]
    return ORDER if any(date.kind == "one_of" for date in dates) and len(dates) > 1 else ""


def _at_line_start(moment: When | None) -> When:
    """Return a time for the start of a line."""
    return moment._replace(text=capital(moment.text)) if moment else When("Không rõ ngày")


def _event_details(one: Event) -> Iterator[str]:
    if one.counterpart:
        yield keep_together(f"{EVENT_KINDS.entry(one.kind).counterpart}: {one.counterpart}")
    if one.place:
        yield keep_together(f"Nơi: {one.place}")


def named(page: Page, identifier: str, on: str | None) -> Link:
    """Return an organization's name as of the day `on`, linked to its page."""
    return organization_link(page, identifier, parse_edtf(on) if on else None)
