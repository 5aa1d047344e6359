"""Numbers as sources print them, and the words that stand beside each.

A number keeps its printed form, up to AFTER words after it and BEFORE words before it, and
`around`, one byte of hash for each word of the text around it. A byte stands for some
twenty-five syllables of the language, so `around` answers "may this word stand near?" and
cannot be turned back into words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import pairwise

from macros.dates.printed import MASK
from macros.evidence.words import bag, word_key, words
from macros.text.numbers import PRINTED, printed_numbers

AFTER = 4
BEFORE = 3
_AROUND_BEFORE = 24
_AROUND_AFTER = 8
AROUND_BYTES = 1

_NUMBER = rf"(?:[<>≤≥] ?)?{PRINTED}(?: ?/ ?{PRINTED}| ?[-–] ?{PRINTED}(?![./]\d))?"
_TOKEN = re.compile(
    # The 19 of "Covid-19" belongs to the word.
    rf"(?P<tail>(?<=[^\W\d_])-\d+)|(?P<number>{_NUMBER})|(?P<word>[^\W\d_]\w*)"
    rf"|(?P<percent>%)|(?P<mask>{MASK}+)|(?P<mark>\S)"
)
_WORD_VALUES = {
    # Not "năm", which is nearly always a year.
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
# "một số", "hai là": the word counts nothing.
_COUNTS_NOTHING = {"số", "cách", "phần", "mặt", "trong", "là", "lần", "vài", "bên", "chiều"}


@dataclass(frozen=True)
class NumberEvidence:
    """A number as printed: "2.522", "31/38", "3-4", ">1", "hai".

    `after` and `before` are word keys in the order of the text; `around` is a set of
    AROUND_BYTES-byte hashes of the words around it.
    """

    printed: str
    after: tuple[str, ...]
    before: tuple[str, ...]
    around: frozenset[bytes]

    @cached_property
    def values(self) -> tuple[Decimal, ...]:
        """The number, or both numbers of a ratio or range."""
        return printed_values(self.printed)


def printed_values(printed: str) -> tuple[Decimal, ...]:
    """Return what a printed number says: "2.522" is 2522, "4,5" is 4.5, "05" is 5, "3-4" both."""
    word = _WORD_VALUES.get(word_key(printed))
    if word is not None:
        return (Decimal(word),)
    return tuple(number for _, number in printed_numbers(printed))


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str


_TO = {("đến",), ("tới",)}
_OF_ALL = bag(("trong", "tổng", "số"), AROUND_BYTES)


@dataclass(frozen=True)
class NumberPair:
    """Two numbers that belong together, and the two as one number.

    They are side by side in a row of a table ("149 163"), or the second is the whole that the
    first is a part of ("40 chi bộ, trong tổng số 62 chi bộ"), or they are both ends of a range
    ("từ 92% đến 95%").
    """

    members: tuple[NumberEvidence, NumberEvidence]

    @property
    def as_one(self) -> NumberEvidence:
        """The two as one number with two values, and the words around both."""
        first, second = self.members
        return NumberEvidence(
            f"{first.printed} {second.printed}",
            second.after,
            first.before,
            first.around | second.around,
        )


def number_pairs(numbers: tuple[NumberEvidence, ...]) -> list[NumberPair]:
    """Return the pairs of consecutive numbers of a paragraph that belong together."""
    return [
        NumberPair((first, second))
        for first, second in pairwise(numbers)
        if (not first.after and first.before and first.before == second.before)
        or second.around >= _OF_ALL
        or _is_range(first, second)
    ]


def _is_range(first: NumberEvidence, second: NumberEvidence) -> bool:
    """Return whether two numbers are both ends of a range: “từ 92% đến 95%”, “5 đến 7 người”.

    With “từ”, the unit may stand between: “từ 5 người đến 7 người”. What rises from one to the
    other is no range.
    """
    between = first.after
    begins = first.before[-1:] == ("từ",)
    return (
        not {"tăng", "giảm"} & {*first.before}
        and between[-1:] in _TO
        and second.before[-1:] == between[-1:]
        and (begins or between[:-1] in {(), ("%",)})
    )


def read_numbers(masked: str) -> tuple[tuple[NumberEvidence, ...], tuple[NumberEvidence, ...]]:
    """Return the numbers in digits and the number words of a text whose dates are masked."""
    tokens = [_Token(match.lastgroup or "", match.group()) for match in _TOKEN.finditer(masked)]
    digits, in_words = [], []
    for index, token in enumerate(tokens):
        if token.kind == "number":
            digits.append(_evidence(tokens, index))
        elif token.kind == "word" and word_key(token.text) in _WORD_VALUES:
            evidence = _evidence(tokens, index)
            if evidence.after and evidence.after[0] not in _COUNTS_NOTHING:
                in_words.append(evidence)
    return tuple(digits), tuple(in_words)


def number_offsets(masked: str) -> list[int]:
    """Return where the numbers in digits begin that :func:`read_numbers` returns."""
    return [start for start, _ in number_spans(masked)]


def number_spans(masked: str) -> list[tuple[int, int]]:
    """Return where the numbers in digits begin and end that :func:`read_numbers` returns."""
    return [match.span() for match in _TOKEN.finditer(masked) if match.lastgroup == "number"]


@lru_cache(maxsize=1 << 12)
def split_at_numbers(
    text: str,
) -> tuple[tuple[tuple[str, ...], tuple[Decimal, ...], tuple[str, ...]], ...]:
    """Return (words before, values, words after) for each number of a printed wording.

    A number word counts only where there are no digits: "hai đồng chí", but "ba" in
    "Ba Đình 2" is a name.
    """
    found = [(m.lastgroup, m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    spans = [(t, start, end) for kind, t, start, end in found if kind == "number"] or [
        (t, start, end)
        for kind, t, start, end in found
        if kind == "word" and word_key(t) in _WORD_VALUES
    ]
    return tuple(
        (words(text[:start]), printed_values(t), words(text[end:])) for t, start, end in spans
    )


def _evidence(tokens: list[_Token], index: int) -> NumberEvidence:
    after = _words_after(tokens, index, _AROUND_AFTER)
    before = _words_before(tokens, index)
    around = _words_counted(tokens, index) + after
    return NumberEvidence(
        re.sub(r"\s", "", tokens[index].text),
        tuple(after[:AFTER]),
        tuple(before),
        bag(around, AROUND_BYTES),
    )


def _words_after(tokens: list[_Token], index: int, limit: int) -> list[str]:
    """Return the words after a number, up to a stop, another number or a date."""
    found: list[str] = []
    for token in tokens[index + 1 :]:
        if len(found) == limit or token.kind in {"number", "mask"}:
            break
        if token.kind == "mark":
            if token.text in ".,;:()":
                break
            continue
        found.append(word_key(token.text))
    return found


def _words_before(tokens: list[_Token], index: int) -> list[str]:
    """Return the words before a number, up to a stop.

    Numbers and dates directly before it are skipped: in a row of a table the unit stands before
    two numbers ("Đảng viên 149 163").
    """
    found: list[str] = []
    for position in range(index - 1, -1, -1):
        token = tokens[position]
        if len(found) == BEFORE:
            break
        if token.kind in {"number", "mask"} or _is_percent_of_number(tokens, position):
            if found:
                break
            continue
        if token.kind == "mark":
            if token.text in ".,;)":
                break
            continue
        found.append(word_key(token.text))
    return found[::-1]


def _is_percent_of_number(tokens: list[_Token], position: int) -> bool:
    return (
        tokens[position].kind == "percent"
        and position > 0
        and tokens[position - 1].kind == "number"
    )


def _words_counted(tokens: list[_Token], index: int) -> list[str]:
    """Return the words that may say what a number counts: those after the previous number.

    What follows the previous number up to a comma, a stop or "và" belongs to that number: in
    "35 đảng bộ cơ sở và 24 chi bộ", nothing before "và" belongs to 24. Numbers directly before
    this one share its words, and the number of a table's row belongs to no words.
    """
    found: list[str] = []
    separated: int | None = None
    for position in range(index - 1, -1, -1):
        token = tokens[position]
        if len(found) == _AROUND_BEFORE:
            return found
        if token.kind == "number" and found and position > 0:
            return found[:separated]
        if token.kind == "word":
            found.append(word_key(token.text))
        elif token.kind == "percent" and not _is_percent_of_number(tokens, position):
            found.append("%")
        if _separates(token):
            separated = len(found) - (token.kind == "word")
    return found


def _separates(token: _Token) -> bool:
    return token.text in {",", ";", ".", ")"} or word_key(token.text) == "và"
