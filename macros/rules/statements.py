"""Statements: which of them a reader asks for, what can be answered, and who says each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from macros.dates import certainly_before
from macros.model.events import Event
from macros.model.statements import SPEAKERS, Statement
from macros.model.targets import Target

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from macros.archive import Archive
    from macros.dates import Edtf
    from macros.model.base import Fact

ANCHOR = "nhan-dinh--"
"""What the anchor of a statement begins with: its id may be that of a heading."""


def chosen(
    statements: Iterable[Statement],
    *,
    ids: Collection[str] | None = None,
    kind: str | None = None,
    domain: str | None = None,
    period: Edtf | None = None,
) -> tuple[Statement, ...]:
    """Return the statements of these ids, in their order, or those of a kind, field and time."""
    if ids:
        by_id = {one.id: one for one in statements}
        return tuple(by_id[one] for one in dict.fromkeys(ids) if one in by_id)
    return tuple(
        one
        for one in statements
        if kind in (None, one.kind)
        and domain in (None, one.domain)
        and (period is None or (one.period is not None and _within(one.period, period)))
    )


def _within(inner: Edtf, outer: Edtf) -> bool:
    """Return whether a period lies in another; one that begins where that ends does not."""
    first, last = inner.earliest() or date.min, inner.latest() or date.max
    begins, ends = outer.earliest() or date.min, outer.latest() or date.max
    return begins <= first and last <= ends


def can_be_answered(fact: Fact) -> bool:
    """Return whether later sources can say what became of a fact.

    That is a promise, a request, or a row of a table of targets.
    """
    if isinstance(fact, Statement):
        return fact.followed
    return isinstance(fact, Target) or (isinstance(fact, Event) and fact.kind == "proposal")


def named_speakers(statement: Statement) -> tuple[str, ...]:
    """Return the fields of `by` that are given; () if the cited sources speak themselves."""
    return tuple(one for one in SPEAKERS if statement.by and vars(statement.by)[one])


def sources_of(statement: Statement) -> tuple[str, ...]:
    """Return the ids of the sources that a statement cites, without those for single fields."""
    return tuple(dict.fromkeys(one.source for one in statement.cite))


def spoke_before(archive: Archive, answer: Fact, promise: Fact) -> bool:
    """Return whether every source of an answer is certainly older than those of the promise."""
    later, earlier = (tuple(told_on(archive, one)) for one in (answer, promise))
    return bool(later and earlier) and all(
        certainly_before(one, other) for one in later for other in earlier
    )


def told_on(archive: Archive, fact: Fact) -> Iterator[Edtf]:
    """Yield the date of each source that a fact cites, or up to when that source speaks."""
    for source in dict.fromkeys(one.source for one in fact.cite):
        if found := archive.sources.get(source):
            yield found.told_on
