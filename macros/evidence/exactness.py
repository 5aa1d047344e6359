"""Whether a number of a source is exact, or one with “hơn”, “gần”, “khoảng” beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.evidence.words import stands_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.evidence.extract import ParagraphEvidence
    from macros.evidence.numbers import NumberEvidence

_MOVED = {("lên",), ("xuống",), ("tăng",), ("giảm",)}


def is_exact(
    meant: Sequence[tuple[NumberEvidence, ParagraphEvidence]],
    qualifiers: Sequence[tuple[str, ...]],
) -> bool:
    """Return whether one of the numbers that may be meant has none of `qualifiers` beside it.

    Where none may be meant, that is reported for itself.
    """
    return not meant or any(
        not _is_qualified(qualifiers, number) or _moves_on(number, paragraph)
        for number, paragraph in meant
    )


def _is_qualified(phrases: Iterable[tuple[str, ...]], number: NumberEvidence) -> bool:
    return any(
        number.before[-len(phrase) :] == phrase
        # "15% trở lên": the unit may stand between.
        or (len(phrase) > 1 and phrase[0] == "trở" and stands_in(phrase, number.after))
        for phrase in phrases
    )


def _moves_on(number: NumberEvidence, paragraph: ParagraphEvidence) -> bool:
    """Return whether the next number of the same sentence is what `number` rose or fell to."""
    numbers = paragraph.numbers
    at = next((n for n, one in enumerate(numbers[:-1]) if one is number), None)
    return (
        at is not None
        and any({at, at + 1} <= {*one.numbers} for one in paragraph.sentences)
        and _is_first_of_movement(number, numbers[at + 1])
    )


def _is_first_of_movement(first: NumberEvidence, second: NumberEvidence) -> bool:
    """Return whether a number is where something came from, exactly: “từ 54% … lên 81%”.

    Then “từ” before it says nothing of how exact it is. `second` is the number that follows.
    """
    reached = second.before[-1:]
    led = second.before[-2:-1]
    return (
        first.before[-1:] == ("từ",)
        and "trở" not in {*first.after, *second.before}
        and (
            reached in {("lên",), ("xuống",), ("còn",)}
            or (reached in {("đến",), ("tới",), ("thành",)} and led in _MOVED)
        )
    )
