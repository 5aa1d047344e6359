"""How strict the comparison of numbers is: the share of wrong numbers that it refuses.

Every number that a fact claims is replaced by every other number that stands in the same
paragraphs, as an editor might mistype it, and the claim is compared again.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from macros.evidence.match import cited_paragraphs, shown
from macros.evidence.standing import all_numbers, stands

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from macros.evidence.claims import Value, ValueClaim
    from macros.evidence.extract import ParagraphEvidence
    from macros.evidence.files import SourceEvidence

REQUIRED = Decimal("0.95")
"""The share of wrong numbers that must be refused."""


@dataclass(frozen=True)
class Survivor:
    """A wrong number that the evidence accepted."""

    claim: ValueClaim
    source: str
    wrong: Value

    def __str__(self) -> str:
        right = shown(self.claim._replace(neighbours=()))
        wrong = shown(self.claim._replace(value=self.wrong))
        return (
            f"{self.claim.position}: {self.claim.fact_id} ({self.claim.field}) là {right}, "
            f"mà {self.source} cũng nhận “{wrong}”"
        )


@dataclass(frozen=True)
class Strength:
    """The outcome: how many wrong numbers were tried, and those that passed."""

    tried: int
    survivors: tuple[Survivor, ...]

    @property
    def refused_share(self) -> Decimal:
        """The share refused, from 0 to 1; 1 where nothing was tried."""
        if not self.tried:
            return Decimal(1)
        return Decimal(self.tried - len(self.survivors)) / self.tried


def measure(claims: Iterable[ValueClaim], evidence: Mapping[str, SourceEvidence]) -> Strength:
    """Try every wrong number on every compared number claim."""
    tried = 0
    survivors: list[Survivor] = []
    for claim, source in _compared(claims, evidence):
        paragraphs = cited_paragraphs(claim.cited()[source.source], source)
        for wrong in _wrong_values(claim, paragraphs):
            tried += 1
            if stands(claim._replace(value=wrong), paragraphs):
                survivors.append(Survivor(claim, source.source, wrong))
    return Strength(tried, tuple(survivors))


def _compared(
    claims: Iterable[ValueClaim], evidence: Mapping[str, SourceEvidence]
) -> Iterator[tuple[ValueClaim, SourceEvidence]]:
    for claim in claims:
        if claim.kind != "number":
            continue
        for source, citations in claim.cited().items():
            if source in evidence and all(c.unit == "paragraph" for c in citations):
                yield claim, evidence[source]


def _wrong_values(claim: ValueClaim, paragraphs: Iterable[ParagraphEvidence]) -> list[Value]:
    numbers = {value for p in paragraphs for n in all_numbers(p) for value in n.values}
    if isinstance(claim.value, tuple):
        first, second = claim.value
        return [(number, second) for number in sorted(numbers - {first})]
    return sorted(numbers - {Decimal(claim.value)})
