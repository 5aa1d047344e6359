"""What a number counts: whether the subject of a claim, such as a body, stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.evidence.numbers import AROUND_BYTES, BEFORE
from macros.evidence.words import stands_in, word_hash, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.evidence.claims import ValueClaim
    from macros.evidence.numbers import NumberEvidence


def is_about_subject(claim: ValueClaim, number: NumberEvidence) -> bool:
    """Return whether the subject of a claim stands around `number`, by its name or loosely."""
    return _is_about(claim.subject, number) or (
        any(_is_about((one,), number) for one in claim.loosely)
        and not any(_is_about((one,), number) for one in claim.rivals)
    )


def _is_about(subject: Sequence[str], number: NumberEvidence) -> bool:
    """Return whether all words of one of `subject` stand around `number`; true for no subject."""
    return not subject or any(
        all(word_hash(word, AROUND_BYTES) in number.around for word in words(alternative))
        for alternative in subject
    )


def is_next_to_subject(subject: Sequence[str], number: NumberEvidence) -> bool:
    """Return whether the subject, or the end of it, is directly before or after."""
    return any(
        stands_in(phrase[-(BEFORE - 1) :], number.before) or stands_in(phrase, number.after)
        for phrase in map(words, subject)
        if phrase
    )


def is_size_of_subject(claim: ValueClaim, number: NumberEvidence) -> bool:
    """Return whether a number right behind a body counts nothing else: “Ban Chấp hành: 35,”."""
    return (
        claim.field == "size"
        and not number.after
        and any(number.before[-len(one) :] == one for one in map(words, claim.subject) if one)
    )
