"""Whether one value stands in some paragraphs of a source: a rule for each kind of value."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from macros.dates.lunar import WORD, read_lunar
from macros.dates.lunar_printed import holds
from macros.dates.named import printed_as
from macros.evidence.claims import BLANK, UNIT_SYNONYMS, Value, ValueClaim
from macros.evidence.companions import in_company
from macros.evidence.exactness import is_exact
from macros.evidence.extract import WORDS_BYTES, ParagraphEvidence, name_runs
from macros.evidence.lexicon import text_hash
from macros.evidence.nearness import coded_stands, ordinal_stands, person_dates, share_stands
from macros.evidence.numbers import (
    AFTER,
    BEFORE,
    NumberEvidence,
    number_pairs,
    split_at_numbers,
)
from macros.evidence.subject import is_about_subject, is_next_to_subject, is_size_of_subject
from macros.evidence.symbols import symbol_key
from macros.evidence.words import stands_in, word_hash, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_POINT = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?")
_UNIT_SYNONYMS = {words(unit): alternatives for unit, alternatives in UNIT_SYNONYMS.items()}

Words = tuple[str, ...]


def stands(
    claim: ValueClaim, paragraphs: Sequence[ParagraphEvidence], texts: Sequence[str] | None = None
) -> bool:
    """Return whether `paragraphs` together hold the value of `claim`.

    `texts` are their texts, if the transcription is available: then the words of a name or a
    wording must be there in order, one after the other. Without it, those of a name may be
    anywhere, and a wording must be attested by whoever had the transcription.
    """
    if rule := _RULES.get(claim.kind):
        return rule(claim, paragraphs)
    value = _spelled(claim)
    if claim.share is not None:
        texts_of = claim.anchors if claim.kind == "label" else (value,)
        return share_stands(map(str, texts_of), claim.share, paragraphs)
    if claim.kind == "unit":
        return _unit_stands(claim, paragraphs, texts)
    # What sources call a person otherwise is a name as well.
    names = (value, *(map(str, claim.anchors) if claim.kind == "name" else ()))
    if texts is not None:
        whole = words("\n".join(texts))
        return any(stands_in(words(one), whole) for one in names)
    if claim.kind == "text":
        return _is_attested(words(value), paragraphs)
    return any(words_stand(one, paragraphs) and _runs_stand(one, paragraphs) for one in names)


def _spelled(claim: ValueClaim) -> str:
    return claim.spelled or str(claim.value)


def _coded_stands(claim: ValueClaim, paragraphs: Sequence[ParagraphEvidence]) -> bool:
    return coded_stands(
        claim, paragraphs, lambda number, p: has_neighbour(claim.neighbours, number, p)
    )


def _symbol_stands(claim: ValueClaim, paragraphs: Sequence[ParagraphEvidence]) -> bool:
    key = symbol_key(_spelled(claim))
    return any(key == symbol_key(one) for p in paragraphs for one in p.symbols)


def all_numbers(paragraph: ParagraphEvidence) -> tuple[NumberEvidence, ...]:
    """Return the numbers of a paragraph, in digits and in words."""
    return paragraph.numbers + paragraph.number_words


def candidates(claim: ValueClaim, paragraph: ParagraphEvidence) -> tuple[NumberEvidence, ...]:
    """Return the numbers that may be the claimed one: for two values, also pairs of numbers."""
    if not isinstance(claim.value, tuple):
        return all_numbers(paragraph)
    return (*paragraph.numbers, *(both.as_one for both in number_pairs(paragraph.numbers)))


# --- numbers --------------------------------------------------------------------------------


def has_value(number: NumberEvidence, value: Value) -> bool:
    """Return whether a printed number says `value`: a pair both at once, in that order."""
    return number.values == value if isinstance(value, tuple) else value in number.values


def number_stands(claim: ValueClaim, number: NumberEvidence, paragraph: ParagraphEvidence) -> bool:
    """Return whether `number` is the one that `claim` means: value, neighbours and subject."""
    return has_value(number, claim.value) and _is_meant(claim, number, paragraph)


def _stands_unqualified(claim: ValueClaim, paragraphs: Iterable[ParagraphEvidence]) -> bool:
    """Return whether the number stands somewhere without a qualifier, or does not stand at all.

    A number that does not stand at all is reported for itself.
    """
    meant = [
        (number, paragraph)
        for paragraph in paragraphs
        for number in candidates(claim, paragraph)
        if number_stands(claim, number, paragraph)
    ]
    return is_exact(meant, claim.phrases)


def _number_stands_in(claim: ValueClaim, paragraphs: Sequence[ParagraphEvidence]) -> bool:
    """Return whether one of the numbers that the claim may mean has its value.

    If the subject is printed directly next to some of them ("Ban Thường vụ gồm 7"), the claim
    means one of these, not one further away in the same sentence.
    """
    numbers = [
        (number, paragraph) for paragraph in paragraphs for number in candidates(claim, paragraph)
    ]
    fitting = [
        number
        for number, paragraph in numbers
        if has_value(number, claim.value)
        and _is_meant(claim, number, paragraph)
        and in_company(
            claim, number, paragraph, paragraphs, partial(has_neighbour, claim.neighbours)
        )
    ]
    if not fitting or any(is_next_to_subject(claim.subject, number) for number in fitting):
        return bool(fitting)
    return not any(
        is_next_to_subject(claim.subject, number) and _is_meant(claim, number, paragraph)
        for number, paragraph in numbers
    )


def _is_meant(claim: ValueClaim, number: NumberEvidence, paragraph: ParagraphEvidence) -> bool:
    if not is_about_subject(claim, number):
        return False
    if has_neighbour(claim.neighbours, number, paragraph) or is_size_of_subject(claim, number):
        return True
    # "21 đồng chí" may be members or delegates, so a synonym of the unit counts only if the
    # subject is required too, or if no number of the paragraph has the unit itself.
    others = all_numbers(paragraph)
    alone = not any(has_neighbour(claim.neighbours, other, paragraph) for other in others)
    return (bool(claim.subject) or alone) and any(
        _is_next_to(synonym, number, paragraph) for synonym in _synonyms(claim.neighbours)
    )


def mentions_number(text: str, number: NumberEvidence, paragraph: ParagraphEvidence) -> bool:
    """Return whether a printed wording holds `number`: an address its house number."""
    return any(
        set(values) == set(number.values) and _runs_along(before, after, number, paragraph)
        for before, values, after in split_at_numbers(text)
    )


def tells_number(text: str, number: NumberEvidence) -> bool:
    """Return whether a sentence of the editors tells `number`: “27 biểu hiện”, “bão số 3”.

    The word after it, or the one before it, is that of the source.
    """
    return any(
        set(values) == set(number.values)
        and ({*after[:1]} & {*number.after[:1]} or {*before[-1:]} & {*number.before[-1:]})
        for before, values, after in split_at_numbers(text)
    )


def has_neighbour(
    neighbours: Iterable[str], number: NumberEvidence, paragraph: ParagraphEvidence
) -> bool:
    """Return whether one of `neighbours` is next to `number`; true if none is required."""
    alternatives = tuple(neighbours)
    return not alternatives or any(_is_next_to(each, number, paragraph) for each in alternatives)


def _synonyms(neighbours: Iterable[str]) -> Iterator[str]:
    for alternative in neighbours:
        yield from _UNIT_SYNONYMS.get(words(alternative), ())


def _is_next_to(alternative: str, number: NumberEvidence, paragraph: ParagraphEvidence) -> bool:
    left, blank, right = alternative.partition(BLANK)
    if blank:
        return _runs_along(words(left), words(right), number, paragraph)
    splits = split_at_numbers(alternative)
    if not splits:
        return _unit_is_next_to(words(alternative), number)
    return any(
        set(values) & set(number.values) and _runs_along(before, after, number, paragraph)
        for before, values, after in splits
    )


def _runs_along(
    before: Words, after: Words, number: NumberEvidence, paragraph: ParagraphEvidence
) -> bool:
    return _meets(before[::-1], number.before[::-1], paragraph) and _meets(
        after, number.after, paragraph
    )


def _unit_is_next_to(unit: Words, number: NumberEvidence) -> bool:
    if not unit:
        return True
    after, before = number.after, number.before
    return (
        after[: len(unit)] == unit
        # "17 cán bộ chuyên trách"; a single word further away means little ("12 … là người").
        or (len(unit) > 1 and stands_in(unit, after))
        # Fewer words are kept than the unit has.
        or (len(after) == AFTER and unit[:AFTER] == after)
        or before[-len(unit) :] == unit
        or (len(before) == BEFORE and unit[-BEFORE:] == before)
    )


def _meets(wanted: Words, kept: Words, paragraph: ParagraphEvidence) -> bool:
    """Return whether printed words are those kept next to a number, outward from it.

    Words further away than those kept must at least occur in the paragraph.
    """
    shared = min(len(wanted), len(kept))
    return wanted[:shared] == kept[:shared] and _all_in(wanted[shared:], paragraph.words)


# --- dates, names, wordings -----------------------------------------------------------------


def points(edtf: str) -> tuple[str, ...]:
    """Return the days, months and years that an EDTF text names: both ends of an interval.

    A lunar date names none of our calendar.
    """
    return () if edtf.startswith(WORD) else tuple(_POINT.findall(edtf))


def _is_day(point: str) -> bool:
    return point.count("-") == 2


def _claimed_date_stands(claim: ValueClaim, paragraphs: Sequence[ParagraphEvidence]) -> bool:
    value = _spelled(claim)
    near = person_dates(claim, paragraphs) if claim.near == "person" else None
    found = [day for p in paragraphs for day in p.dates] if near is None else near
    if lunar := read_lunar(value):
        return any(holds(one, lunar) for one in found)
    if not any(_is_day(point) for point in points(value)):
        # "Quyết định … ngày 25/6/2025" says nothing of what happened in that month.
        found = [day for day in found if day not in claim.but_not]
    # A quarter is read as a range, and is one side of a term all the same.
    of_quarter = printed_as(value) != value
    return _date_stands(value, found if of_quarter else [_side(claim, one) for one in found])


def _date_stands(edtf: str, dates: Iterable[str]) -> bool:
    """Return whether each end of a date is printed, or something more precise within it.

    A fact may give the month where the source gives the day: that is less, but not false. A day
    is never found in a printed month. Each end of an interval has a printed date of its own, and
    none lies within the other.
    """
    printed = {point for date in dates for point in points(date)}
    ends = tuple(dict.fromkeys(points(printed_as(edtf))))
    if any(one.startswith(f"{other}-") for one in ends for other in ends):
        return False
    found = [{at for at in printed if at == end or at.startswith(f"{end}-")} for end in ends]
    return all(found)


def _side(claim: ValueClaim, date: str) -> str:
    """Return the end of a printed range that a term's start or end must be.

    Not of other dates: that a name began before a term ended may be all that is known.
    """
    first, _, last = date.partition("/")
    if not last or claim.near != "person":
        return date
    return {"start_date": first, "end_date": last}.get(claim.field, date)


def _is_attested(keys: Words, paragraphs: Sequence[ParagraphEvidence]) -> bool:
    """Return whether a paragraph holds a wording word for word, as far as the evidence says."""
    if len(keys) < 2:
        return any(_all_in(keys, p.words) for p in paragraphs)
    return any(text_hash(keys) in p.attested for p in paragraphs)


def words_stand(text: str, paragraphs: Sequence[ParagraphEvidence]) -> bool:
    """Return whether every word of a text occurs somewhere in the paragraphs."""
    kept = frozenset[bytes]().union(*(p.words for p in paragraphs))
    return _all_in(words(text), kept)


def _all_in(keys: Iterable[str], hashes: frozenset[bytes]) -> bool:
    return all(word_hash(key, WORDS_BYTES) in hashes for key in keys)


def _runs_stand(name: str, paragraphs: Sequence[ParagraphEvidence]) -> bool:
    """Return whether every run of capitalised words of `name` stands in a name of the source."""
    kept = [words(run) for p in paragraphs for run in p.names]
    return all(any(stands_in(words(run), name) for name in kept) for run in name_runs(name))


# --- tables ---------------------------------------------------------------------------------


def _unit_stands(
    claim: ValueClaim, paragraphs: Sequence[ParagraphEvidence], texts: Sequence[str] | None
) -> bool:
    """Return whether a unit stands beside one of its row's numbers."""
    if claim.fits is False:
        return False
    unit = _spelled(claim)
    meant = [
        number
        for p in paragraphs
        for number in all_numbers(p)
        if not claim.anchors or {*claim.anchors} & {*number.values}
        if has_neighbour((unit,), number, p)
    ]
    return bool(meant) and not (texts and _only_in_compounds(unit, meant, texts))


def _only_in_compounds(unit: str, numbers: Iterable[NumberEvidence], texts: Iterable[str]) -> bool:
    """Return whether a unit is only a part of the one beside the numbers: "năm" of "tạ/ha/năm"."""
    printed = "|".join(re.escape(number.printed) for number in numbers)
    unit_and_number = rf"(?<!\w){re.escape(unit)}\s*(?:{printed})(?!\w)"
    found = [
        text[max(0, one.start() - 1) : one.start()]
        for text in texts
        for one in re.finditer(unit_and_number, text, re.IGNORECASE)
    ]
    return set(found) == {"/"}


def _row_stands(claim: ValueClaim, paragraphs: Sequence[ParagraphEvidence]) -> bool:
    return any(_begins(_spelled(claim), paragraph) for paragraph in paragraphs)


def _begins(value: str, paragraph: ParagraphEvidence) -> bool:
    """Return whether a paragraph begins with the number of a row: "5 …", "(5) …", "5. …".

    A number in letters need only occur.
    """
    if not value[:1].isdigit():
        return _all_in(words(value), paragraph.words)
    first = (*(one.printed for one in paragraph.numbers[:1]), *paragraph.labels[:1])
    return value.strip("().") in {one.strip("().") for one in first}


_RULES: Mapping[str, Callable[[ValueClaim, Sequence[ParagraphEvidence]], bool]] = {
    "number": _number_stands_in,
    "unqualified": _stands_unqualified,
    "coded": _coded_stands,
    "ordinal": ordinal_stands,
    "date": _claimed_date_stands,
    "symbol": _symbol_stands,
    "row": _row_stands,
}
"""The rule of each kind that is held alike with and without the transcriptions."""
