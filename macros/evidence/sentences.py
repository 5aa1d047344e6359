"""The sentences of a paragraph, and the words near each person that it names.

A paragraph may name five people and four manners of election. Therefore the evidence records, for
each sentence, its terms of the lexicon, numbers, dates and symbols; and for each person, the terms
and dates of the clause about that person. The clause begins at the comma before the name and ends
at the comma before the next person; the beginning of the sentence belongs to all of them
("Ban Thường vụ chỉ định các đồng chí …").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from macros.evidence.words import WORD, word_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from macros.evidence.lexicon import Lexicon

_STOP = re.compile(r"[.!?…]\s+")
_CLAUSE_END = re.compile(r"[,;:(]| và (?=đồng chí|đ/c|ông|bà)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:đồng chí|đ/c|ông|bà)\s*:?\s*$", re.IGNORECASE)
# A line of a list: “- ”, “3. ”; and the years of a term behind the name.
_BULLET = re.compile(r"(?:[-–+•*] ?|\d{1,2}[.)] )?")
_TERM = re.compile(r" ?[:(,] ?(?:(?:từ|năm|tháng|ngày) )*\d")
_NEXT_OF_LIST = re.compile(r"(?:,| và|;) (?:đồng chí |đ/c |ông |bà )?", re.IGNORECASE)
_REPLACING = re.compile(r"thay(?: thế)?(?: cho)? $", re.IGNORECASE)
_WORDS_BEFORE_ADDRESS = 8
_ABOUT = re.compile(r"(?:quyết định|nghị quyết|thông báo|công văn)\b.* về việc ", re.IGNORECASE)
# A word that is no number of a list: not "2", "b", "IV".
_SAYING = re.compile(r"\b(?![IVXLC]+\b)[^\W\d_]{2}")


class Span(NamedTuple):
    """A value of a paragraph, printed from character `start` to `end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class SentenceEvidence:
    """One sentence: the hashes of its terms, its numbers, dates and symbols.

    `numbers` are indices of the paragraph's numbers in digits; dates and symbols are texts.
    """

    terms: frozenset[bytes] = frozenset()
    numbers: tuple[int, ...] = ()
    dates: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()


@dataclass(frozen=True)
class PersonEvidence:
    """A person as named in a paragraph, with the terms and the dates near the name."""

    name: str
    terms: frozenset[bytes] = frozenset()
    dates: tuple[str, ...] = ()


class Points(NamedTuple):
    """How many sentences of a paragraph say something, and the numbers of those that are told."""

    sentences: int
    told: tuple[int, ...] = ()


class _Term(NamedTuple):
    start: int
    end: int
    hash: bytes


def read_sentences(
    text: str,
    lexicon: Lexicon,
    numbers: Sequence[int],
    dates: Sequence[Span],
    symbols: Sequence[Span],
) -> tuple[SentenceEvidence, ...]:
    """Return the sentences of `text`; `numbers` are the offsets of its numbers in digits."""
    starts = _starts(text)
    terms: list[set[bytes]] = [set() for _ in starts]
    for term in _terms(text, lexicon):
        terms[_sentence(starts, term.start)].add(term.hash)
    return tuple(
        SentenceEvidence(
            frozenset(terms[at]),
            tuple(n for n, offset in enumerate(numbers) if _sentence(starts, offset) == at),
            _within(dates, starts, at),
            _within(symbols, starts, at),
        )
        for at in range(len(starts))
    )


class _Group(NamedTuple):
    """Persons named together ("các đồng chí A, B và C"), with the start and end of their clause."""

    start: int
    names: tuple[str, ...]
    end: int


def read_persons(
    text: str, lexicon: Lexicon, names: Iterable[Span], dates: Sequence[Span]
) -> tuple[PersonEvidence, ...]:
    """Return the persons of `text`: `names` after a form of address, with what is near them."""
    starts = _starts(text)
    ends = [*starts[1:], len(text)]
    terms = list(_terms(text, lexicon))
    sentences: list[list[_Group]] = [[] for _ in starts]
    for group in _groups(text, starts, names):
        sentences[_sentence(starts, group.start)].append(group)
    found: list[PersonEvidence] = []
    for at, groups in enumerate(sentences):
        for place, group in enumerate(groups):
            last = groups[place + 1].start if place + 1 < len(groups) else ends[at]
            # The beginning of a sentence is about every person in it.
            ranges = ((starts[at], groups[0].start), (group.start, last))
            on = _inside(dates, ranges) or _inside(dates, ((starts[at], ends[at]),))
            near = frozenset(one.hash for one in terms if _is_inside(one.start, ranges))
            days = on or _last_before(dates, starts[at])
            found += [PersonEvidence(name, near, days) for name in group.names]
    return tuple(found)


def _groups(text: str, starts: Sequence[int], names: Iterable[Span]) -> list[_Group]:
    groups: list[_Group] = []
    for name in names:
        last = groups[-1] if groups else None
        between = text[last.end : name.start] if last else ""
        if last and _NEXT_OF_LIST.fullmatch(between):
            groups[-1] = _Group(last.start, (*last.names, name.text), name.end)
        elif address := _ADDRESS.search(text, 0, name.start) or _of_list(text, name):
            begin = max(starts[_sentence(starts, name.start)], last.end if last else 0)
            cut = _cut(text, begin, address.start())
            groups.append(_Group(cut, (name.text,), name.end))
    return groups


def _of_list(text: str, name: Span) -> re.Match[str] | None:
    """Return what stands before a name that begins a line of terms: “- A: 1951 - 1960”."""
    begins = _BULLET.fullmatch(text, 0, name.start)
    return begins if begins and _TERM.match(text, name.end) else None


def split_sentences(text: str) -> list[str]:
    """Return the sentences of `text`, as :func:`read_sentences` counts them."""
    starts = _starts(text)
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def points_of(text: str) -> list[str]:
    """Return the sentences of `text` that say something, which an editor counts from 1.

    The number of a list ("1.", "II.", "(2)") belongs to the sentence behind it.
    """
    found: list[str] = []
    before = ""
    for sentence in split_sentences(text):
        if _SAYING.search(sentence):
            found.append(before + sentence)
            before = ""
        else:
            before += sentence
    return found


def _starts(text: str) -> list[int]:
    """Return the offsets of the sentences: after a stop, if no small letter follows."""
    ends = [match.end() for match in _STOP.finditer(text)]
    return [0, *(end for end in ends if _begins_sentence(text[end : end + 1]))]


def _begins_sentence(sign: str) -> bool:
    return sign.isupper() or sign.isdigit() or sign == "("


def _sentence(starts: Sequence[int], offset: int) -> int:
    return bisect_right(starts, offset) - 1


def _within(spans: Iterable[Span], starts: Sequence[int], at: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.text for s in spans if _sentence(starts, s.start) == at))


def _cut(text: str, start: int, address: int) -> int:
    """Return the start of the clause of a person whose form of address is at `address`.

    A few words after the last comma belong to it ("2 Phó Chủ tịch là đồng chí …"), and a document
    with its day that is about the person ("Quyết định … về việc đồng chí …"); more words belong to
    the person before. The clause of a person who is replaced begins at "thay".
    """
    if replaced := _REPLACING.search(text, start, address):
        return replaced.start()
    for match in reversed(list(_CLAUSE_END.finditer(text, start, address))):
        words = text[match.end() : address]
        few = len(words.split()) <= _WORDS_BEFORE_ADDRESS
        return match.end() if few or _ABOUT.search(words) else address
    return address if text[:start].rstrip()[-1:] not in {"", ".", "!", "?", "…"} else start


def _is_inside(offset: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in ranges)


def _inside(spans: Iterable[Span], ranges: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.text for s in spans if _is_inside(s.start, ranges)))


def _last_before(spans: Iterable[Span], offset: int) -> tuple[str, ...]:
    """Return the last date before a sentence without a date, which is about that day."""
    before = [span for span in spans if span.start < offset]
    return (before[-1].text,) if before else ()


def _terms(text: str, lexicon: Lexicon) -> list[_Term]:
    matches = list(WORD.finditer(text))
    keys = [word_key(match.group()) for match in matches]
    return [
        _Term(matches[first].start(), matches[end - 1].end(), found)
        for first, end, found in lexicon.find(keys)
    ]
