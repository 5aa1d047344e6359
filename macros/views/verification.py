"""Views of verification: how values are compared with sources, how many are, and which are not.

Everything is derived from the contracts of the fields and from the comparison itself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.evidence import files, match
from macros.evidence.from_archive import claims
from macros.evidence.sentence_status import every_source
from macros.model import contract
from macros.model.contract import Not, contract_of
from macros.model.explained import RECORDS
from macros.text.numbers import say_number
from macros.text.vietnamese import capital
from macros.views.common import Link, Page, source_link

if TYPE_CHECKING:
    from macros.archive import Archive
    from macros.evidence.claims import Kind, ValueClaim
    from macros.evidence.sentence_status import SourceSentences
    from macros.model.contract import Holding

_KINDS: tuple[tuple[type[Holding], tuple[Kind, ...]], ...] = (
    (contract.Number, ("number", "unqualified")),
    (contract.OnDate, ("date",)),
    (contract.Name, ("name",)),
    (contract.Symbol, ("symbol",)),
    (contract.Coded, ("coded",)),
    (contract.Attested, ("text", "unit", "row")),
    (contract.Paraphrase, ("paraphrase",)),
    (contract.Reference, ("label", "ordinal")),
)
"""Each way of holding a value, with the kinds of claim that it leads to."""

STATES = {
    "compared": "đã đối chiếu",
    "inferred": "suy ra",
    "worded": "lời khác",
    "waiting": "đang chờ",
    "not_compared": "chưa được",
}
"""The states of a claim, see :class:`macros.evidence.match.Report`, as a reader calls them."""


@dataclass(frozen=True)
class HeldKind:
    """One kind of value: how it is compared, and how many are in each of STATES."""

    word: str
    how: str
    counts: tuple[str, ...]


@dataclass(frozen=True)
class Unheld:
    """The fields that are not compared with sources for the same reason."""

    why: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Verification:
    """The whole view; `states` are the headings of the counts."""

    states: tuple[str, ...]
    kinds: tuple[HeldKind, ...]
    totals: tuple[str, ...]


def verification(archive: Archive) -> Verification:
    """Return what is verified; slow, because all facts are compared with the evidence."""
    evidence, _ = files.parse_all(archive.evidence)
    known = [claim for claim in claims(archive) if all(s in evidence for s in _compared(claim))]
    report = match.report(known, evidence)
    counts = [[sum(report.kinds[kind, at] for kind in of) for at in STATES] for _, of in _KINDS]
    return Verification(
        states=tuple(map(capital, STATES.values())),
        kinds=tuple(
            HeldKind(capital(way.word), capital(way.how), tuple(map(_count, row)))
            for (way, _), row in zip(_KINDS, counts, strict=True)
        ),
        totals=tuple(_count(sum(column)) for column in zip(*counts, strict=True)),
    )


@dataclass(frozen=True)
class ToldSource:
    """How much of a source is told: its sentences, and the shares told and left out on purpose."""

    source: Link
    sentences: str
    told: str
    left_out: str
    untold: str
    frame: str


def told_sources(page: Page) -> tuple[ToldSource, ...]:
    """Return what became of the sentences of each source whose sentences have been counted."""
    return tuple(
        ToldSource(
            source_link(page, one.source),
            say_number(one.sentences),
            _share(one, one.told),
            _share(one, one.left_out),
            _share(one, one.untold),
            _count(one.frame),
        )
        for one in every_source(page.archive)
        if one.sentences
    )


def _share(found: SourceSentences, count: int) -> str:
    return f"{say_number(count)} ({found.percent(count)})" if count else "–"


def _compared(claim: ValueClaim) -> list[str]:
    return [one.source for one in claim.citations if one.unit == "paragraph"]


def _count(number: int) -> str:
    return say_number(number) if number else "–"


def unheld() -> tuple[Unheld, ...]:
    """Return the labels of the fields that are not held, by reason."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for _, record in RECORDS.values():
        for info in record.model_fields.values():
            if isinstance(held := contract_of(info).held, Not):
                found[held.why][str(info.title)] = None
    return tuple(Unheld(capital(why), tuple(fields)) for why, fields in found.items())
