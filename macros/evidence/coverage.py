"""What a source says in numbers that no fact tells yet: so that what is left out is known."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.evidence.numbers import said_together
from macros.evidence.standing import all_numbers, number_stands, tells_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.evidence.claims import Value, ValueClaim
    from macros.evidence.extract import ParagraphEvidence
    from macros.evidence.files import SourceEvidence
    from macros.evidence.numbers import NumberEvidence


@dataclass(frozen=True)
class ExcludedNumber:
    """A printed number that is no fact in some paragraphs (a road, a list number), and why."""

    source: str
    paragraphs: tuple[int, ...]
    printed: str
    reason: str


@dataclass(frozen=True)
class Left:
    """A number of a source that stands in no fact."""

    paragraph: int
    printed: str
    words: str


@dataclass(frozen=True)
class SourceCoverage:
    """The numbers of one source: all in digits, told by facts, no facts, left out.

    Number words ("hai đồng chí") are counted apart; the numbers of headings and notes
    (`labels`) are no figures and are only counted.
    """

    source: str
    numbers: int
    told: int
    not_facts: int
    left: tuple[Left, ...]
    left_words: tuple[Left, ...]
    labels: int
    unused_not_facts: tuple[ExcludedNumber, ...]


def coverage(
    claims: Iterable[ValueClaim],
    evidence: Mapping[str, SourceEvidence],
    not_facts: Iterable[ExcludedNumber] = (),
) -> dict[str, SourceCoverage]:
    """Return what is told and what is left of each source in `evidence`."""
    claimed = _claims_by_paragraph(claims)
    excluded: dict[str, list[ExcludedNumber]] = defaultdict(list)
    for not_fact in not_facts:
        excluded[not_fact.source].append(not_fact)
    return {
        source: _source_coverage(evidence[source], claimed, excluded[source])
        for source in sorted(evidence)
    }


def _claims_by_paragraph(claims: Iterable[ValueClaim]) -> dict[tuple[str, int], list[ValueClaim]]:
    found: dict[tuple[str, int], list[ValueClaim]] = defaultdict(list)
    for claim in claims:
        if claim.kind not in {"number", "text", "name"}:
            continue
        for source, citations in claim.cited().items():
            for number in {n for c in citations if c.unit == "paragraph" for n in c.numbers}:
                found[source, number].append(claim)
    return found


def _source_coverage(
    source: SourceEvidence,
    claimed: Mapping[tuple[str, int], list[ValueClaim]],
    not_facts: list[ExcludedNumber],
) -> SourceCoverage:
    excluded = {(paragraph, n.printed): n for n in not_facts for paragraph in n.paragraphs}
    told = ruled_out = 0
    used: set[ExcludedNumber] = set()
    left: list[Left] = []
    left_words: list[Left] = []
    for paragraph in source.paragraphs:
        claims = claimed.get((source.source, paragraph.number), [])
        for number in all_numbers(paragraph):
            in_digits = number in paragraph.numbers
            if _is_told(number, paragraph, claims):
                told += in_digits
            elif (paragraph.number, number.printed) in excluded:
                ruled_out += in_digits
                used.add(excluded[paragraph.number, number.printed])
            else:
                (left if in_digits else left_words).append(_left(number, paragraph))
    return SourceCoverage(
        source=source.source,
        numbers=sum(len(p.numbers) for p in source.paragraphs),
        told=told,
        not_facts=ruled_out,
        left=tuple(left),
        left_words=tuple(left_words),
        labels=sum(len(p.labels) for p in source.paragraphs),
        unused_not_facts=tuple(n for n in not_facts if n not in used),
    )


def _is_told(
    number: NumberEvidence, paragraph: ParagraphEvidence, claims: Iterable[ValueClaim]
) -> bool:
    """A number is told when facts tell it, of a ratio or range each of its numbers."""
    its_pairs = [both.as_one for both in said_together(paragraph.numbers) if number in both.members]
    told = {
        value
        for claim in claims
        if claim.kind == "number"
        for value in _values(claim)
        if any(
            number_stands(claim, printed, paragraph)
            for printed in (number, *(its_pairs if isinstance(claim.value, tuple) else ()))
        )
    }
    return set(number.values) <= told or any(
        claim.kind != "number" and tells_number(str(claim.value), number, paragraph)
        for claim in claims
    )


def _values(claim: ValueClaim) -> tuple[Value, ...]:
    return claim.value if isinstance(claim.value, tuple) else (claim.value,)


def _left(number: NumberEvidence, paragraph: ParagraphEvidence) -> Left:
    context = " ".join([*number.before, f"[{number.printed}]", *number.after])
    return Left(paragraph.number, number.printed, context)
