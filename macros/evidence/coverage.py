"""Which numbers of a source no fact covers yet, so that omissions are known."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.evidence.numbers import number_pairs
from macros.evidence.presence import (
    all_numbers,
    mentions_number,
    number_stands,
    points,
    tells_number,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.evidence.claims import Value, ValueClaim
    from macros.evidence.extract import ParagraphEvidence
    from macros.evidence.files import SourceEvidence
    from macros.evidence.numbers import NumberEvidence


@dataclass(frozen=True)
class ExcludedNumber:
    """A printed number that is not a fact in some paragraphs (a road, a list number), and why."""

    source: str
    paragraphs: tuple[int, ...]
    printed: str
    reason: str


@dataclass(frozen=True)
class MissingNumber:
    """A number of a source that no fact covers."""

    paragraph: int
    printed: str
    words: str


@dataclass(frozen=True)
class SourceCoverage:
    """The numbers of one source that are printed in digits: how many, and what became of them.

    Each is covered by a fact, excluded as not a fact, or missing. Number words ("hai đồng chí")
    that are missing are listed apart. `labels` counts the numbers of headings and notes.
    """

    source: str
    numbers: int
    covered: int
    not_facts: int
    missing: tuple[MissingNumber, ...]
    missing_words: tuple[MissingNumber, ...]
    labels: int
    unused_not_facts: tuple[ExcludedNumber, ...]

    @property
    def words(self) -> str:
        """The counts in one line, for an editor."""
        return (
            f"{self.source}: {self.numbers} con số; {self.covered} đã vào dữ liệu, "
            f"{self.not_facts} không phải dữ kiện, {len(self.missing)} còn bỏ ngoài"
        )


def coverage(
    claims: Iterable[ValueClaim],
    evidence: Mapping[str, SourceEvidence],
    not_facts: Iterable[ExcludedNumber] = (),
) -> dict[str, SourceCoverage]:
    """Return the coverage of each source in `evidence`."""
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
        if claim.kind not in {"number", "text", "name", "row", "paraphrase", "date"}:
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
    covered = ruled_out = 0
    used: set[ExcludedNumber] = set()
    missing: list[MissingNumber] = []
    missing_words: list[MissingNumber] = []
    for paragraph in source.paragraphs:
        claims = claimed.get((source.source, paragraph.number), [])
        for number in all_numbers(paragraph):
            in_digits = number in paragraph.numbers
            if _is_covered(number, paragraph, claims):
                covered += in_digits
            elif (paragraph.number, number.printed) in excluded:
                ruled_out += in_digits
                used.add(excluded[paragraph.number, number.printed])
            else:
                (missing if in_digits else missing_words).append(_missing(number, paragraph))
    return SourceCoverage(
        source=source.source,
        numbers=sum(len(p.numbers) for p in source.paragraphs),
        covered=covered,
        not_facts=ruled_out,
        missing=tuple(missing),
        missing_words=tuple(missing_words),
        labels=sum(len(p.labels) for p in source.paragraphs),
        unused_not_facts=tuple(n for n in not_facts if n not in used),
    )


def _is_covered(
    number: NumberEvidence, paragraph: ParagraphEvidence, claims: Iterable[ValueClaim]
) -> bool:
    """Return whether facts cover a number; of a ratio or range, each of its numbers."""
    its_pairs = [both.as_one for both in number_pairs(paragraph.numbers) if number in both.members]
    covered = {
        value
        for claim in claims
        if claim.kind == "number"
        for value in _values(claim)
        if any(
            number_stands(claim, printed, paragraph)
            for printed in (number, *(its_pairs if isinstance(claim.value, tuple) else ()))
        )
    }
    return set(number.values) <= covered or any(
        _mentions(claim, number, paragraph) for claim in claims
    )


def _mentions(claim: ValueClaim, number: NumberEvidence, paragraph: ParagraphEvidence) -> bool:
    """Return whether a value that is no number holds `number`, or an editor vouches for it."""
    if claim.kind == "number":
        return bool(claim.implied) and _is_vouched_for(claim, number, paragraph)
    if claim.kind == "date":
        # A year in the head of a table, which its figures cite for their period.
        return number.printed in {point[:4] for point in points(str(claim.value))}
    if claim.kind == "paraphrase":
        return tells_number(str(claim.value), number)
    return mentions_number(str(claim.value), number, paragraph)


def _is_vouched_for(
    claim: ValueClaim, number: NumberEvidence, paragraph: ParagraphEvidence
) -> bool:
    """Return whether an editor has read that `number` is the value, though in other words.

    It must be the only one of the paragraph that may be meant: of two, either may be left out.
    """
    wanted = {*_values(claim)}
    equal = [one for one in all_numbers(paragraph) if {*one.values} <= wanted]
    return number in equal and len({one.values for one in equal}) == len(equal)


def _values(claim: ValueClaim) -> tuple[Value, ...]:
    return claim.value if isinstance(claim.value, tuple) else (claim.value,)


def _missing(number: NumberEvidence, paragraph: ParagraphEvidence) -> MissingNumber:
    context = " ".join([*number.before, f"[{number.printed}]", *number.after])
    return MissingNumber(paragraph.number, number.printed, context)
