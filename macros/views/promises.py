"""The view of promises: what was promised in a volume, by whom, and what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from macros.addresses.places import fact_anchor
from macros.dates import say
from macros.model.events import Event
from macros.model.statement_codes import ANSWERS
from macros.model.statements import Statement
from macros.model.targets import Target
from macros.rules.promises import REPORTED, SILENT, STATES, promises_of
from macros.text.numbers import say_number
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Cite, Link, Page, at_start, cites
from macros.views.statements import said_by, source_speaking
from macros.views.targets import amount_words, target_row
from macros.wording.inferred import inferred_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.archive import Dossier
    from macros.rules.promises import Followed


@dataclass(frozen=True)
class AnswerLine:
    """What a later source says: how the promise was kept, in which words; a `note`, or ""."""

    word: str
    speakers: tuple[Link, ...]
    text: str
    cites: tuple[Cite, ...]
    note: str


@dataclass(frozen=True)
class PromiseRow:
    """One promise; `by` are who made it, `detail` when, to whom or how much.

    `anchor` is "" for a row of a table that nothing answers: it stands in the table itself.
    `silence` says that no source answers it, `later` which sources could have.
    """

    anchor: str
    text: str
    by: tuple[Link, ...]
    detail: str
    cites: tuple[Cite, ...]
    answers: tuple[AnswerLine, ...]
    silence: str
    later: tuple[Link, ...]


@dataclass(frozen=True)
class PromiseGroup:
    """Promises of one kind, or of one table; `count` says what became of them.

    `second` is the heading of the column after the promise; a group in which nothing is answered
    has no third one. Rows of a table with a result of their own are counted, not listed.
    """

    title: str
    count: str
    second: str
    rows: tuple[PromiseRow, ...]
    answered: bool
    of_table: bool


@dataclass(frozen=True)
class Promises:
    """What a volume's organizations promised, in groups, and a sentence that counts it.

    `silent` says that some of it is answered by no source.
    """

    summary: str
    silent: bool
    groups: tuple[PromiseGroup, ...]


def promises(page: Page, dossier: Dossier) -> Promises:
    """Return what the organizations of a volume promised and which later sources answer it."""
    every = promises_of(page.archive, dossier)
    groups = groupby(sorted(every, key=lambda one: _rank(one)[0]), key=_rank)
    return Promises(
        silent=any(one.state == SILENT for one in every),
        summary=f"{say_number(len(every))} việc: {_counted(every)}." if every else "",
        groups=tuple(_group(page, title, tuple(items)) for (_, title), items in groups),
    )


def _rank(one: Followed) -> tuple[int, str]:
    """Return the place of the group of a promise, and its title."""
    if one.table is not None:
        return 2, one.table.title
    request = isinstance(one.fact, Event) or (
        isinstance(one.fact, Statement) and one.fact.kind == "request"
    )
    return (1, "Kiến nghị") if request else (0, "Nhiệm vụ, mục tiêu, giải pháp")


def _counted(every: Iterable[Followed]) -> str:
    """Return how many promises are in each state: “1 đã làm, 5 chưa có tài liệu trả lời”."""
    counts = Counter(one.state for one in every)
    return ", ".join(
        keep_together(f"{say_number(counts[state])} {word}")
        for state, word in STATES.items()
        if counts[state]
    )


def _group(page: Page, title: str, items: tuple[Followed, ...]) -> PromiseGroup:
    listed = [one for one in items if one.state != REPORTED]
    rows = tuple(_row(page, one) for one in listed)
    return PromiseGroup(
        title=title,
        count=_counted(items),
        second="Mức đề ra" if items[0].table else "Ai, khi nào",
        rows=rows,
        answered=any(row.answers or row.later for row in rows),
        of_table=items[0].table is not None,
    )


def _row(page: Page, one: Followed) -> PromiseRow:
    text, by, detail = _said(page, one)
    volume = page.archive.volume_of.get(one.dossier.id, one.dossier.id)
    anchor = fact_anchor("promise", one.fact.id, one.dossier.id, volume)
    return PromiseRow(
        anchor=anchor if one.table is None or one.answers else "",
        text=keep_together(capital(text.removesuffix("."))),
        by=by,
        detail="; ".join(map(keep_together, detail)),
        cites=cites(page, one.fact.cite, inferred_words(one.fact)),
        answers=tuple(_answer(page, *answer) for answer in one.answers),
        silence=capital(STATES[SILENT]) if one.state == SILENT else "",
        later=tuple(source_speaking(page, source) for source in one.later)
        if one.state == SILENT
        else (),
    )


def _answer(page: Page, dossier: Dossier, one: Statement) -> AnswerLine:
    speakers = said_by(page, dossier, one)
    return AnswerLine(
        word=capital(ANSWERS[one.answer or "done"]),
        speakers=(at_start(speakers[0]), *speakers[1:]),
        text=keep_together(one.text.removesuffix(".")),
        cites=cites(page, one.cite, inferred_words(one)),
        note=keep_together(one.note or ""),
    )


def _said(page: Page, one: Followed) -> tuple[str, tuple[Link, ...], tuple[str, ...]]:
    """Return a promise in words, who made it, and when, to whom or how much."""
    fact = one.fact
    if isinstance(fact, Statement):
        by = said_by(page, one.dossier, fact)
        return fact.text, (at_start(by[0]), *by[1:]), tuple(_times(fact))
    if isinstance(fact, Event):
        sources = dict.fromkeys(citation.source for citation in fact.cite)
        by = tuple(source_speaking(page, source) for source in sources)
        return fact.summary, (at_start(by[0]), *by[1:]), tuple(_asked(fact))
    assert isinstance(fact, Target)
    row = target_row(page, one.dossier, fact)
    amount = row.target.text if row.target.lost else amount_words(fact.target, fact.unit)
    return row.indicator, (), tuple(filter(None, (amount, row.detail)))


def _times(fact: Statement) -> Iterator[str]:
    if fact.recipient:
        yield f"gửi {fact.recipient}"
    if fact.period:
        yield say(fact.period)
    if fact.due:
        yield f"thời hạn: {say(fact.due)}"


def _asked(fact: Event) -> Iterator[str]:
    if fact.counterpart:
        yield f"gửi {fact.counterpart}"
    if fact.date:
        yield say(fact.date)
