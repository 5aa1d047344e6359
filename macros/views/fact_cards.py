"""Views of the cards of dated facts: who held a post from when to when, what was on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.dates import say, short
from macros.messages.nouns import NOUNS
from macros.model.base import citations_of
from macros.model.career_codes import MANNERS
from macros.model.changes import ChangeEvent
from macros.model.congresses import Congress, Meeting
from macros.model.leadership import Membership
from macros.rules import fact_dates
from macros.rules.congresses import meeting_words
from macros.rules.names import name_on
from macros.rules.terms import end_basis, start_basis, start_of, tenures
from macros.rules.titles import title_of
from macros.text.numbers import say_number
from macros.text.vietnamese import capital
from macros.views.cards import Card, Row, conflict_rows, known_row, line_of, source_rows
from macros.views.common import Link, cites
from macros.views.leadership import term_words
from macros.views.passages import fact_url
from macros.wording.facts import fact_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Dossier
    from macros.dates import Edtf
    from macros.model.base import Fact
    from macros.views.common import Page

NOT_KNOWN = "không rõ"


def fact_card(page: Page, dossier: Dossier, fact: Fact) -> Card:
    """Return the card of a dated fact of an organization, or of a change that it took part in."""
    date = fact_dates.date_of(page.archive, dossier, fact, end=False)
    change = isinstance(fact, ChangeEvent)
    owner = capital(NOUNS["change"] if change else name_on(dossier, date))
    said = fact_words(page.archive, dossier.id, fact)
    passages = "; ".join(mark.title for mark in cites(page, citations_of(fact)))
    cited = f"{owner}. {said}. Nguồn: {passages}."
    if isinstance(fact, Membership):
        about = f"{capital(title_of(page.archive, fact))} · {owner}"
        value = page.archive.holder_name(fact)
        told = tuple(_term(page, dossier, fact))
    elif isinstance(fact, Meeting):
        about, value = owner, capital(meeting_words(dossier, fact))
        told = (*_met(fact, date), known_row(fact))
    else:
        about, value = owner, short(date) if date else NOT_KNOWN
        ended: Edtf | None = getattr(fact, "end_date", None)
        end = (Row("Đến", (Link(short(ended)),)),) if ended else ()
        told = (Row("Việc", (Link(said),)), *end, known_row(fact))
    rows = (
        *told,
        *source_rows(page, citations_of(fact)),
        *conflict_rows(page, dossier, fact),
        *((Row("Ghi chú", (Link(fact.note),)),) if fact.note else ()),
    )
    return Card(about, value, rows, cited, line_of(fact), fact_url(page, dossier.id, fact))


def _met(meeting: Meeting, days: Edtf | None) -> Iterator[Row]:
    """Yield what is known of a congress or a conference."""
    yield Row("Ngày họp", (Link(short(days) if days else NOT_KNOWN),))
    if meeting.delegates is not None:
        yield Row("Đại biểu", (Link(f"{say_number(meeting.delegates)} đại biểu"),))
    if meeting.place:
        yield Row("Nơi họp", (Link(meeting.place),))
    if isinstance(meeting, Congress) and meeting.term:
        yield Row("Nhiệm kỳ", (Link(say(meeting.term)),))


def _term(page: Page, dossier: Dossier, one: Membership) -> Iterator[Row]:
    """Yield the first and the last day in a post, each with how it is known."""
    archive = page.archive
    if one.attested and not one.start_date and not one.end_date:
        yield Row("Nhắc đến", (Link("; ".join(map(short, one.attested))),))
        return
    start = start_of(archive, dossier, one)
    yield Row("Từ", (Link(_day(start, start_basis(archive, dossier, one))),))
    whole = next((of for of in tenures(archive, dossier, one.post) if one in of.memberships), None)
    if one.end_date is None and whole and one is not whole.memberships[-1]:
        yield Row("Đến", (Link("giữ chức tiếp ở nhiệm kỳ sau"),))
    else:
        # That who acted was elected then ends the time of acting, which only the whole knows.
        end, basis = one.end_date, end_basis(one)
        if end is None and whole is not None:
            end, basis = whole.end, whole.end_basis
        yield Row("Đến", (Link(_day(end, basis)),))
    if whole and len(whole.memberships) > 1:
        yield Row("Cả thời gian giữ chức", (Link(capital(term_words(whole))),))
    if one.manner:
        yield Row("Hình thức", (Link(capital(" và ".join(MANNERS[how] for how in one.manner))),))


def _day(day: Edtf | None, basis: str | None) -> str:
    if day is None:
        return NOT_KNOWN
    return f"{short(day)} ({'suy ra' if basis == 'inferred' else 'ghi rõ'})"
