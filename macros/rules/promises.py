"""Promises: what was promised, asked for or set as a target, and which later sources answer it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.archive import split_reference
from macros.dates import certainly_before, order_key
from macros.model.statement_codes import ANSWERS
from macros.model.statements import Statement
from macros.model.targets import Target, TargetSet
from macros.rules.statements import can_be_answered, told_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive, Dossier
    from macros.model.base import Fact

REPORTED, SILENT = "reported", "silent"
"""The states of a promise without an answer: its table gives the result, or no source does."""

STATES: Mapping[str, str] = {
    **ANSWERS,
    REPORTED: "có kết quả ngay trong bảng",
    SILENT: "chưa có tài liệu trả lời",
}
"""What became of a promise, in words, in the order in which they are counted."""

_ANSWERS_TO = "answers to promises"

Key = tuple[str, str]
"""The organization and the id of a fact."""
Answers = tuple[tuple["Dossier", Statement], ...]


@dataclass(frozen=True)
class Followed:
    """A promise of an organization, with what answers it, oldest first.

    `table` is the table of a row of targets; `later` are the sources about the volume that are
    certainly later than the promise and do not answer it.
    """

    dossier: Dossier
    fact: Fact
    table: TargetSet | None
    answers: Answers
    later: tuple[str, ...]

    @property
    def state(self) -> str:
        """What became of it by the latest source that says so: one of STATES."""
        if self.answers:
            return self.answers[-1][1].answer or SILENT
        row = self.fact if isinstance(self.fact, Target) else None
        return REPORTED if row and (row.actual or row.result) else SILENT


def answers_to(archive: Archive) -> Mapping[Key, Answers]:
    """Return the statements that answer each promise, in the order of their sources' time."""
    found: Mapping[Key, Answers] | None = archive.memo.get(_ANSWERS_TO)
    if found is None:
        every: dict[Key, list[tuple[Dossier, Statement]]] = defaultdict(list)
        for dossier in archive.dossiers.values():
            for one in dossier.statements:
                if one.answers and one.answer:
                    every[split_reference(one.answers, dossier.id)].append((dossier, one))
        found = {
            key: tuple(sorted(items, key=lambda item: _time(archive, item[1])))
            for key, items in every.items()
        }
        archive.memo[_ANSWERS_TO] = found
    return found


def _time(archive: Archive, fact: Fact) -> tuple[Any, ...]:
    return max((order_key(one) for one in told_on(archive, fact)), default=order_key(None))


def promises_of(archive: Archive, dossier: Dossier) -> tuple[Followed, ...]:
    """Return what the organizations of a volume promised: statements, requests, then targets."""
    family = archive.family(dossier.id) or (dossier,)
    about = {one.id for one in family}
    sources = tuple(
        one.id for one in archive.sources.values() if about.intersection(one.organizations)
    )
    return tuple(
        _followed(archive, one, fact, table, sources)
        for one in family
        for fact, table in _promised(one)
    )


def _promised(dossier: Dossier) -> Iterator[tuple[Fact, TargetSet | None]]:
    for fact in (*dossier.statements, *dossier.events):
        if can_be_answered(fact):
            yield fact, None
    for table in dossier.target_sets:
        yield from ((row, table) for row in table.targets)


def _followed(
    archive: Archive,
    dossier: Dossier,
    fact: Fact,
    table: TargetSet | None,
    sources: tuple[str, ...],
) -> Followed:
    answers = answers_to(archive).get((dossier.id, fact.id), ())
    answering = {one.source for _, answer in answers for one in answer.cite}
    promised_on = tuple(told_on(archive, fact))
    later = tuple(
        source
        for source in sources
        if source not in answering
        and promised_on
        and all(certainly_before(one, archive.sources[source].told_on) for one in promised_on)
    )
    return Followed(dossier, fact, table, answers, later)
