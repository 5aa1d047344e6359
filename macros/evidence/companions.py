"""Whether a number stands in the company that it must have: of a word, or of other numbers.

A paragraph tells of two transfers, or gives three ratios with their percentages. Beside its unit,
each number of one would do for the other; what tells them apart is which numbers stand together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from macros.evidence.claims import ValueClaim
    from macros.evidence.extract import ParagraphEvidence
    from macros.evidence.numbers import NumberEvidence
    from macros.evidence.sentences import SentenceEvidence


def in_company(
    claim: ValueClaim,
    number: NumberEvidence,
    paragraph: ParagraphEvidence,
    cited: Sequence[ParagraphEvidence],
    has_unit: Callable[[NumberEvidence, ParagraphEvidence], bool],
) -> bool:
    """Return whether `number`, of one of the `cited` paragraphs, has the company it must have.

    What that is, the claim says by `near`.

    sentence: one of `terms` in its sentence. companion: one of `anchors` in its sentence, with no
    other number between them that `has_unit`. ratio: it is the percentage that follows, or else
    precedes, the printed pair of the `anchors`. A number in words is in no sentence of the
    evidence, and has any company.
    """
    at = next((n for n, one in enumerate(paragraph.numbers) if one is number), None)
    if at is None or not claim.near:
        return True
    if claim.near == "ratio":
        return _is_percentage(claim, at, paragraph)
    sentence = _sentence_of(at, paragraph)
    if claim.near == "sentence":
        return bool(claim.terms & sentence.terms) if sentence else True
    if near := _companions(claim, sentence, paragraph):
        between = [paragraph.numbers[min(at, other) + 1 : max(at, other)] for other in near]
        return any(not any(has_unit(one, paragraph) for one in numbers) for numbers in between)
    # The companion stands elsewhere, unless another number with the unit has it in its sentence.
    return not any(
        has_unit(other, each) and _companions(claim, _sentence_of(n, each), each)
        for each in cited
        for n, other in enumerate(each.numbers)
    )


def _sentence_of(at: int, paragraph: ParagraphEvidence) -> SentenceEvidence | None:
    return next((one for one in paragraph.sentences if at in one.numbers), None)


def _companions(
    claim: ValueClaim, sentence: SentenceEvidence | None, paragraph: ParagraphEvidence
) -> list[int]:
    """Return which numbers of a sentence have the value of the companion."""
    wanted = set(claim.anchors)
    numbers = sentence.numbers if sentence else ()
    return [n for n in numbers if wanted & set(paragraph.numbers[n].values)]


def _is_percentage(claim: ValueClaim, at: int, paragraph: ParagraphEvidence) -> bool:
    """Return whether a number is the percentage of the pair, or the pair is not printed as one."""
    pairs = [n for n, one in enumerate(paragraph.numbers) if one.values == tuple(claim.anchors)]
    found = [_percentage_of(n, paragraph) for n in pairs]
    return at in found or all(one is None for one in found)


def _percentage_of(pair: int, paragraph: ParagraphEvidence) -> int | None:
    """Return which number is the percentage of a pair: “31/38 … 81,57%”, or “81,57% (31/38)”."""
    numbers = paragraph.numbers
    sentence = _sentence_of(pair, paragraph)
    for n in range(pair + 1, len(numbers)):
        if _is_pair(numbers[n]) or _sentence_of(n, paragraph) is not sentence:
            break
        if _is_percent(numbers[n]):
            return n
    before = pair - 1
    taken = any(
        _percentage_of(n, paragraph) == before for n in range(before) if _is_pair(numbers[n])
    )
    return before if before >= 0 and _is_percent(numbers[before]) and not taken else None


def _is_pair(number: NumberEvidence) -> bool:
    return len(number.values) == 2 and "/" in number.printed


def _is_percent(number: NumberEvidence) -> bool:
    return number.after[:1] == ("%",)
