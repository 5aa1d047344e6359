"""Whether the words for a value stand where they must: near a person, a number, a symbol."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from macros.dates.lunar import read_lunar
from macros.dates.lunar_printed import holds
from macros.evidence.extract import WORDS_BYTES
from macros.evidence.symbols import symbol_key
from macros.evidence.words import content_words, stands_in, word_hash, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence, Set

    from macros.evidence.claims import ValueClaim
    from macros.evidence.extract import ParagraphEvidence
    from macros.evidence.numbers import NumberEvidence
    from macros.evidence.sentences import PersonEvidence


def coded_stands(
    claim: ValueClaim,
    paragraphs: Sequence[ParagraphEvidence],
    is_meant: Callable[[NumberEvidence, ParagraphEvidence], bool],
) -> bool:
    """Return whether one of the terms of a coded value stands near its anchor.

    If the evidence does not know the anchor (a person in a table, a day in other words), any
    sentence that the claim may be about must have the term. `is_meant` says which of several equal
    numbers the claim may be about.
    """
    if claim.fits is not None:
        return claim.fits
    if claim.near == "number":
        return any(
            _touches(claim, number) and is_meant(number, paragraph)
            for number, paragraph in _numbers(claim.anchors, paragraphs)
        )
    return bool(claim.terms & near_terms(claim, paragraphs))


def near_terms(claim: ValueClaim, paragraphs: Sequence[ParagraphEvidence]) -> frozenset[bytes]:
    """Return the terms found where those of a coded value are looked for."""
    if claim.near == "person" and (persons := list(_persons(claim.anchors, paragraphs))):
        return frozenset[bytes]().union(*(person.terms for person in persons))
    if claim.near == "day" and (on_days := list(_of_days(set(claim.anchors), paragraphs))):
        return frozenset[bytes]().union(*on_days)
    return frozenset[bytes]().union(*_sentences(claim, paragraphs))


def person_dates(
    claim: ValueClaim, paragraphs: Sequence[ParagraphEvidence]
) -> frozenset[str] | None:
    """Return the dates near the person of a claim; None if the evidence knows no such person."""
    persons = list(_persons(claim.anchors, paragraphs))
    return frozenset(date for one in persons for date in one.dates) if persons else None


def _persons(
    names: Iterable[object], paragraphs: Iterable[ParagraphEvidence]
) -> Iterator[PersonEvidence]:
    wanted = [words(str(name)) for name in names]
    for paragraph in paragraphs:
        for person in paragraph.persons:
            printed = words(person.name)
            if any(stands_in(name, printed) or stands_in(printed, name) for name in wanted):
                yield person


def _numbers(
    values: Iterable[object], paragraphs: Iterable[ParagraphEvidence]
) -> Iterator[tuple[NumberEvidence, ParagraphEvidence]]:
    wanted = set(values)
    for paragraph in paragraphs:
        for number in (*paragraph.numbers, *paragraph.number_words):
            if wanted & set(number.values):
                yield number, paragraph


def _touches(claim: ValueClaim, number: NumberEvidence) -> bool:
    """Return whether a source word stands directly beside a number, before or after it."""
    return any(
        stands_in(phrase, context)
        for phrase in claim.phrases
        for context in (number.before, number.after)
    )


def _sentences(
    claim: ValueClaim, paragraphs: Iterable[ParagraphEvidence]
) -> Iterator[frozenset[bytes]]:
    """Yield the terms of each sentence that the claim may be about."""
    wanted = set(claim.anchors)
    keys = {symbol_key(str(one)) for one in wanted} if claim.near == "symbol" else set[str]()
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            if claim.near == "sentence" and wanted:
                numbers = (paragraph.numbers[at] for at in sentence.numbers)
                if not any(wanted & set(number.values) for number in numbers):
                    continue
            elif keys and not keys & {symbol_key(one) for one in sentence.symbols}:
                continue
            yield sentence.terms


def _of_days(
    days: Set[object], paragraphs: Iterable[ParagraphEvidence]
) -> Iterator[frozenset[bytes]]:
    """Yield the terms of each sentence with one of the days, and of those up to the next date.

    A month includes all its days.
    """
    for paragraph in paragraphs:
        on = False
        for sentence in paragraph.sentences:
            if sentence.dates:
                printed = {point for date in sentence.dates for point in date.split("/")}
                on = any(_is_within(one, str(day)) for one in printed for day in days)
            if on:
                yield sentence.terms


def _is_within(printed: str, day: str) -> bool:
    """Return whether a printed point is a day, month or year, or within it."""
    if lunar := read_lunar(day):
        return holds(printed, lunar)
    return printed == day or printed.startswith(f"{day}-")


def ordinal_stands(claim: ValueClaim, paragraphs: Sequence[ParagraphEvidence]) -> bool:
    """Return whether the paragraphs have the ordinal as that of a congress: “lần thứ IV”."""
    return any(claim.terms & one.terms for p in paragraphs for one in p.sentences)


def share_stands(
    texts: Iterable[str], least: Decimal, paragraphs: Sequence[ParagraphEvidence]
) -> bool:
    """Return whether the `least` share of the content words of a text is in the paragraphs.

    All its numbers must be there.
    """
    kept = frozenset[bytes]().union(*(p.words for p in paragraphs))
    return any(_share(words(text), kept) >= least for text in texts)


def _share(keys: Sequence[str], kept: frozenset[bytes]) -> Decimal:
    """Return the share of content words that are in `kept`; 0 if a number is missing."""
    content = content_words(keys)
    if not content:
        return Decimal(0)
    there = {key for key in content if word_hash(key, WORDS_BYTES) in kept}
    if any(key.isdigit() and key not in there for key in content):
        return Decimal(0)
    return Decimal(len(there)) / len(content)


def missing_numbers(text: str, paragraphs: Sequence[ParagraphEvidence]) -> list[str]:
    """Return the numbers of a text, in their order, that the paragraphs do not have."""
    kept = frozenset[bytes]().union(*(p.words for p in paragraphs))
    numbers = (key for key in content_words(words(text)) if key.isdigit())
    return [key for key in dict.fromkeys(numbers) if word_hash(key, WORDS_BYTES) not in kept]
