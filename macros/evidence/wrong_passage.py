"""Several values of a fact that its passage does not hold: one wrong citation, reported once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from macros.evidence.lexicon import held_records
from macros.evidence.match import Refusal, shown
from macros.evidence.presence import stands
from macros.evidence.remedies import cite_for, standing_alone
from macros.messages.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.archive import Archive
    from macros.evidence.claims import ValueClaim
    from macros.evidence.match import Passage
    from macros.messages.problems import Position
    from macros.model.base import Record
    from macros.model.citations import Citation

_LISTED = 6
_WINDOW = 6
"""The most cited paragraphs in a row for which another passage is looked for."""

Fact = tuple[str, str]
"""The path and id of a fact or document."""


def reported_once(
    archive: Archive,
    claims: Iterable[ValueClaim],
    problems: Sequence[Problem],
    refused: Iterable[Refusal],
) -> list[Problem]:
    """Return the problems, with one in the place of all that come from one wrong citation.

    Two values or more of a fact are not in the passage, and either another passage of the source
    holds them all, or this one holds no value of the fact.
    """
    groups: dict[tuple[Fact, tuple[Citation, ...]], list[Refusal]] = defaultdict(list)
    for one in refused:
        groups[_fact_of(one.claim), one.passage.citations].append(one)
    several = [group for group in groups.values() if _several(group)]
    if not several:
        return list(problems)
    facts = {_fact_of(group[0].claim) for group in several}
    own: dict[Fact, list[ValueClaim]] = defaultdict(list)
    for claim in claims:
        if (fact := _fact_of(claim)) in facts:
            own[fact].append(claim)
    records = {(one.where().path, vars(one)["id"]): one for one in held_records(archive)}
    found = set(problems)
    for group in several:
        claim, passage, _ = group[0]
        fact = _fact_of(claim)
        others = [one for one in own[fact] if _cites(one, passage.citations)]
        if joined := _of_passage(group, others, _where(records[fact], claim)):
            found -= {one.problem for one in group}
            found.add(joined)
    return sorted(found)


def _fact_of(claim: ValueClaim) -> Fact:
    return claim.position.path, claim.fact_id


def _several(group: list[Refusal]) -> bool:
    """Return whether several values are not in a passage of one source."""
    places = {one.claim.position for one in group}
    return len(places) > 1 and len(group[0].passage.sources) == 1


def _cites(claim: ValueClaim, citations: tuple[Citation, ...]) -> bool:
    return claim.cited().get(citations[0].source) == citations and not claim.implied


def _of_passage(group: list[Refusal], others: list[ValueClaim], where: Position) -> Problem | None:
    """Return the problem of a passage, or None if its values are wrong one by one."""
    passage = group[0].passage
    refused = [one.claim for one in group]
    alone = standing_alone(refused, passage.paragraphs, passage.sources)
    better = "" if alone else _better(refused, others, passage)
    if not (better or alone) and any(
        stands(claim, passage.paragraphs, passage.texts)
        for claim in others
        if claim not in refused and claim.kind != "unqualified"
    ):
        return None
    listed = ", ".join(f"“{shown(one)}” ({one.field})" for one in refused[:_LISTED])
    more = ", …" if len(refused) > _LISTED else ""
    fact = refused[0].fact_id
    message = f"{len(refused)} giá trị của {fact} không có ở {passage.where}: {listed}{more}"
    if alone:
        remedy = cite_for(refused, passage.source, alone)
    elif better:
        remedy = f"có đủ ở {passage.source}#{better}: sửa trích dẫn, hoặc sửa các giá trị ấy"
    else:
        remedy = "có lẽ sai số đoạn: sửa trích dẫn, hoặc sửa các giá trị ấy theo nguồn"
    return Problem(where, message, remedy)


def _better(refused: list[ValueClaim], others: list[ValueClaim], passage: Passage) -> str:
    """Return the paragraphs of the source that hold all values; "" if there is none, or several.

    They are a paragraph, as many in a row as are cited, or one in the place of one that is.
    """
    (source,) = passage.sources
    cited = [one.number for one in passage.paragraphs]
    every = source.paragraphs
    found: list[str] = []
    spans = {1, min(len(cited), _WINDOW)}
    for span in sorted(spans):
        for first in range(len(every) - span + 1):
            window = every[first : first + span]
            if all(stands(claim, window, None) for claim in refused):
                last = window[-1].number
                found.append(f"{window[0].number}-{last}" if span > 1 else str(last))
        if found:
            break
    if len(found) > 1 and others:
        numbers = {one.number: one for one in every}
        full = [
            one
            for one in found
            if all(
                stands(claim, [numbers[n] for n in _numbers(one)], None)
                for claim in others
                if claim.kind != "unqualified"
            )
        ]
        found = full or found
    return found[0] if len(found) == 1 else ""


def _numbers(locator: str) -> range:
    first, _, last = locator.partition("-")
    return range(int(first), int(last or first) + 1)


def _where(record: Record, claim: ValueClaim) -> Position:
    """Return where the record names the passage that the claim cites."""
    given = vars(record)
    if claim.citations == given.get("end_cite"):
        return record.where("end_cite")
    if claim.citations in (given.get("cite_for") or {}).values():
        return record.where("cite_for")
    return record.where("cite")
