"""The view of statements: grouped by who says what kind of thing, each with its passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.archive import split_reference
from macros.chapter.page import LinkTarget
from macros.dates import say
from macros.model.statement_codes import ANSWERS, DOMAINS, STATEMENT_KINDS, WHOLE
from macros.rules.promises import answers_to
from macros.rules.statements import ANCHOR, named_speakers, sources_of
from macros.text.vietnamese import capital, keep_together
from macros.views.common import (
    Cite,
    Link,
    Page,
    at_start,
    cites,
    document_link,
    organization_link,
    person_link,
    source_link,
)
from macros.views.facts import key_of
from macros.views.statistics import conflict_mark
from macros.wording.facts import fact_words
from macros.wording.inferred import inferred_words
from macros.wording.statements import says, source_called, speakers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.archive import Dossier
    from macros.model.statements import Statement


@dataclass(frozen=True)
class StatementLine:
    """One statement; `details` say what it is about.

    `promise` leads to the list of promises: to the one that it answers, or to its own answer.
    """

    anchor: str
    text: str
    about: Link | None
    details: tuple[str, ...]
    promise: Link | None
    documents: tuple[Link, ...]
    cites: tuple[Cite, ...]
    conflict: Link | None
    note: str
    fact: str
    """The key of the statement, see :func:`macros.views.facts.key_of`."""


@dataclass(frozen=True)
class StatementGroup:
    """What the same speakers say of one kind: “Báo cáo tổng kết nêu hạn chế về công tác cán bộ”.

    `scope` is what all lines have in common: their field of work and time.
    """

    speakers: tuple[Link, ...]
    says: str
    scope: str
    lines: tuple[StatementLine, ...]


def statement_groups(
    page: Page, dossier: Dossier, shown: Iterable[Statement]
) -> tuple[StatementGroup, ...]:
    """Return statements by kind, in the order of the closed list, and by who says them."""
    grouped: dict[tuple[int, tuple[str, ...], str], list[Statement]] = {}
    kinds = list(STATEMENT_KINDS)
    for one in shown:
        key = kinds.index(one.kind), speakers(page.archive, dossier.id, one), _speaking(one)
        grouped.setdefault(key, []).append(one)
    # A stable sort: within a kind, the speakers stay in the editor's order.
    ordered = sorted(grouped.items(), key=lambda item: item[0][0])
    return tuple(_group(page, dossier, group) for _, group in ordered)


def _speaking(one: Statement) -> str:
    """Return what tells speakers of one name apart: two reports may be called the same."""
    return " ".join(() if named_speakers(one) else sources_of(one))


def _group(page: Page, dossier: Dossier, group: list[Statement]) -> StatementGroup:
    domains = {one.domain for one in group}
    periods = {say(one.period) if one.period else "" for one in group}
    common = _domain(group[0]) if len(domains) == 1 else ""
    time = next(iter(periods)) if len(periods) == 1 else ""
    links = said_by(page, dossier, group[0])
    return StatementGroup(
        speakers=(at_start(links[0]), *links[1:]),
        says=says(group[0]),
        scope=f"{common} ({time})".strip() if time else common,
        lines=tuple(
            _line(page, dossier, one, domain=len(domains) > 1, period=not time) for one in group
        ),
    )


def _domain(one: Statement) -> str:
    """Return the field of work after a verb: “về công tác cán bộ”, "" for all of them."""
    return "" if one.domain == WHOLE else f"về {DOMAINS[one.domain]}"


def said_by(page: Page, dossier: Dossier, one: Statement) -> tuple[Link, ...]:
    """Return who says a statement, each with a link: the cited sources, or whom `by` names."""
    return tuple(_speaker_links(page, dossier, one))


def source_speaking(page: Page, source: str) -> Link:
    """Return what a source is called where it speaks, linked to its entry."""
    link = source_link(page, source)
    return Link(source_called(page.archive, source), link.url, link.text)


def _speaker_links(page: Page, dossier: Dossier, one: Statement) -> Iterator[Link]:
    archive = page.archive
    named = named_speakers(one)
    if not named:
        yield from (source_speaking(page, source) for source in sources_of(one))
    for way in named:
        identifier = vars(one.by)[way]
        if way == "organization":
            yield organization_link(page, identifier)
        elif way == "person":
            yield person_link(page, identifier)
        elif way == "document":
            yield document_link(page, identifier)
        else:
            said = speakers(archive, dossier.id, one)[0]
            target = LinkTarget("congress", identifier, dossier.id)
            yield Link(said, page.url(target) if way == "congress" and dossier.meetings else "")


def _line(
    page: Page, dossier: Dossier, one: Statement, *, domain: bool, period: bool
) -> StatementLine:
    details = tuple(_details(page, dossier, one, domain, period))
    return StatementLine(
        anchor=ANCHOR + one.id,
        text=keep_together(capital(one.text.removesuffix("."))),
        about=organization_link(page, one.organization) if one.organization else None,
        details=_starting(details, capital_first=one.organization is None),
        promise=_promise(page, dossier, one),
        documents=tuple(document_link(page, document) for document in one.documents),
        cites=cites(page, one.cite, inferred_words(one)),
        conflict=conflict_mark(page, dossier, one.id),
        note=one.note or "",
        fact=key_of(dossier.id, one.id),
    )


def _starting(details: tuple[str, ...], *, capital_first: bool) -> tuple[str, ...]:
    """Return the details of a line, the first with a capital letter if it begins the line."""
    return tuple(
        keep_together(one if at or not capital_first else capital(one))
        for at, one in enumerate(details)
    )


def _details(
    page: Page, dossier: Dossier, one: Statement, domain: bool, period: bool
) -> Iterator[str]:
    if domain:
        yield DOMAINS[one.domain]
    if period and one.period:
        yield say(one.period)
    if one.due:
        yield f"thời hạn: {say(one.due)}"
    if one.recipient:
        yield f"gửi {one.recipient}"
    if one.judges:
        yield f"về dữ kiện “{_words_of(page, dossier, one.judges)}”"


def _promise(page: Page, dossier: Dossier, one: Statement) -> Link | None:
    """Return what a statement answers and how that was kept, or how it was kept itself."""
    if one.answers and one.answer:
        owner, identifier = split_reference(one.answers, dossier.id)
        said = f"Trả lời “{_words_of(page, dossier, one.answers)}”: {ANSWERS[one.answer]}"
    elif own := answers_to(page.archive).get((dossier.id, one.id)):
        owner, identifier = dossier.id, one.id
        said = f"Tài liệu nói về kết quả: {ANSWERS[own[-1][1].answer or 'done']}"
    else:
        return None
    return Link(keep_together(said), page.url(LinkTarget("promise", identifier, owner)))


def _words_of(page: Page, dossier: Dossier, reference: str) -> str:
    """Return another fact in one line of words."""
    fact = page.archive.fact(reference, dossier.id)
    owner, identifier = split_reference(reference, dossier.id)
    return fact_words(page.archive, owner, fact).removesuffix(".") if fact else identifier
