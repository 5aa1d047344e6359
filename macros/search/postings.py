"""Where each word occurs, packed for the browser: numbers of variable length, sorted keys.

A number takes one byte for each seven bits, lowest first (LEB128). The browser's half is
`search-terms.js`. What is packed, each under its key:

- a term ("ky") with its spellings ("kỳ", "kỷ"), and for each of them the sections, the number of
  occurrences in each, and their positions;
- a common term, whose positions would be most of what a query fetches: the sections, a rough
  number of occurrences, and only the positions in titles; and again for each of its spellings
  ("ky=kỳ"), for a query typed with diacritics;
- a pair ("ky luat") of consecutive words, one of them common: for each spelling the sections and a
  rough number of occurrences, in place of the positions.

So even a query of very common words fetches about ten kilobytes per word at any size of the site,
and still finds phrases.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from heapq import merge
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from macros.search.tokens import Token, is_word, token_of, words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

# An occurrence as one number: its section, and in the low bits the position within it.
_POSITION_BITS = 20
_POSITIONS = 1 << _POSITION_BITS
_NO_WORD = 0
_NONE = b"\0"
# Classes of the number of occurrences: 1, 2, 3 to 5, more. Higher numbers hardly matter to the
# ranking, and four classes take a fifth less space than eight.
_OFTEN = (0, 0, 1, 2, 2, 2)
_VERY_OFTEN = 3
_SHORT = 1 << 12


class _Runs(dict[str, tuple[int, ...]]):
    """Run of characters without a space → the numbers of the spellings in it.

    A cache: no word contains a space, and a site consists of few different runs, so each is split
    once. `tokens` are the spellings, by number.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tokens: list[Token] = [Token("", "")]
        self._numbers: dict[Token, int] = {}

    def __missing__(self, run: str) -> tuple[int, ...]:
        self[run] = numbered = tuple(map(self._number, words(run)))
        return numbered

    def _number(self, word: str) -> int:
        return self.number(token_of(word)) if is_word(word) else _NO_WORD

    def number(self, token: Token) -> int:
        """Return the number of a spelling, which is assigned on first use."""
        number = self._numbers.setdefault(token, len(self.tokens))
        if number == len(self.tokens):
            self.tokens.append(token)
        return number


class Postings:
    """The occurrences of each word.

    Positions count words from the beginning of a section's title. A break between two parts takes a
    position of its own, so that no phrase matches across it.
    """

    def __init__(self) -> None:
        self._runs = _Runs()
        self._occurrences: list[array[int]] = [array("Q")]
        self._in_titles: dict[int, list[int]] = defaultdict(list)
        # The spelling numbers of all sections, concatenated, and the end of each section.
        self._stream = array("I")
        self._ends: list[int] = []

    def add(self, parts: Iterable[str], keys: Iterable[str] = ()) -> list[int]:
        """Add the words of the next section, title first; return the end of each part.

        `keys` are added after them: words that find the section but are not in it.
        """
        occurrences, read = self._occurrences, self._runs.__getitem__
        numbered: list[int] = []
        ends: list[int] = []
        for part in parts:
            numbered += chain.from_iterable(map(read, part.split()))
            ends.append(len(numbered))
            numbered.append(_NO_WORD)
        for key in keys:
            numbered += self._runs.number(Token(key, key)), _NO_WORD
        occurrences.extend(array("Q") for _ in range(len(self._runs.tokens) - len(occurrences)))
        # No real section is so long; a longer one is cut, so that it cannot run into the next.
        del numbered[_POSITIONS:]
        first = len(self._ends) << _POSITION_BITS
        for occurrence, number in enumerate(numbered, first):
            if number:
                occurrences[number].append(occurrence)
        for occurrence, number in enumerate(numbered[: ends[0]], first):
            self._in_titles[number].append(occurrence)
        self._stream.extend(numbered)
        self._ends.append(len(self._stream))
        return ends

    def terms(self) -> dict[str, list[int]]:
        """Return the numbers of each term's spellings, the most frequent first."""
        made: dict[str, list[int]] = defaultdict(list)
        for number, token in enumerate(self._runs.tokens):
            if number:
                made[token.term].append(number)
        for numbers_ in made.values():
            numbers_.sort(key=lambda one: (-len(self._occurrences[one]), self._runs.tokens[one]))
        return made

    def occurrences(self) -> dict[str, int]:
        """Return the number of occurrences of each term."""
        return {
            term: sum(len(self._occurrences[one]) for one in some)
            for term, some in self.terms().items()
        }

    def common(self, most: int) -> dict[str, list[int]]:
        """Return the numbers of the spellings of each term with more than `most` occurrences.

        The terms are sorted.
        """
        return {
            term: some
            for term, some in sorted(self.terms().items())
            if sum(len(self._occurrences[one]) for one in some) > most
        }

    def spellings(self, numbered: Iterable[int]) -> list[str]:
        """Return spellings by their numbers."""
        return [self._runs.tokens[one].spelling for one in numbered]

    def packed(self, common: Mapping[str, list[int]]) -> Iterator[tuple[str, bytes]]:
        """Yield (key, packed) for every key, in order; `common` is what :meth:`common` returns."""
        paired = list(self._pairs({one for some in common.values() for one in some}))
        for term, some in common.items():
            paired.append((term, self._common(term, some)))
            if len(some) > 1:
                keys = [f"{term}={spelling}" for spelling in self.spellings(some)]
                paired += [
                    (key, self._common(key, [one])) for key, one in zip(keys, some, strict=True)
                ]
        # The rare terms, most of the index, are packed lazily.
        return merge(self._rare(common), sorted(paired))

    def _rare(self, common: Container[str]) -> Iterator[tuple[str, bytes]]:
        """Yield (key, packed) for every term that is not common, in order."""
        for term, some in sorted(self.terms().items()):
            if term not in common:
                bodies = (_with_positions(self._occurrences[one]) for one in some)
                yield term, _entry(term, self.spellings(some), bodies)

    def _common(self, key: str, numbered: Sequence[int]) -> bytes:
        """Return a common term or one of its spellings."""
        occurrences = [occurrence for one in numbered for occurrence in self._occurrences[one]]
        in_titles = [occurrence for one in numbered for occurrence in self._in_titles[one]]
        if len(numbered) > 1:
            # Sorting is fast, because the occurrences of each spelling are sorted already.
            occurrences.sort()
            in_titles.sort()
        within = [occurrence >> _POSITION_BITS for occurrence in occurrences]
        return _entry(key, [""], [_rough(within) + _with_positions(in_titles)], rough=True)

    def _pairs(self, common: set[int]) -> Iterator[tuple[str, bytes]]:
        """Yield (key, packed) for each two consecutive words, one of them common."""
        if not common:
            return
        tokens = self._runs.tokens
        found: dict[int, list[int]] = defaultdict(list)
        width = len(tokens)
        start = 0
        for section, end in enumerate(self._ends):
            for before, after in pairwise(self._stream[start:end]):
                if (before in common or after in common) and before and after:
                    found[before * width + after].append(section)
            start = end
        spelled: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)
        for pair, sections in found.items():
            one, other = tokens[pair // width], tokens[pair % width]
            key = f"{one.term} {other.term}"
            spelled[key].append((f"{one.spelling} {other.spelling}", sections))
        for key, both in spelled.items():
            both.sort(key=lambda one: (-len(one[1]), one[0]))
            bodies = (_rough(sections) + _NONE for _, sections in both)
            yield key, _entry(key, [spelling for spelling, _ in both], bodies, rough=True)


def number(value: int) -> bytes:
    """Return a number, 0 or more, in as few bytes as possible (LEB128)."""
    made = bytearray()
    while value >= 0x80:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    made.append(value)
    return bytes(made)


_NUMBERS = [number(value) for value in range(_SHORT)]


def numbers(values: Sequence[int]) -> bytes:
    """Return numbers one after the other."""
    if not values or max(values) < 0x80:
        return bytes(values)
    return b"".join([_NUMBERS[one] if one < _SHORT else number(one) for one in values])


def steps(values: Iterable[int]) -> list[int]:
    """Return the differences between consecutive numbers."""
    return [after - before for before, after in pairwise([0, *values])]


def _text(value: str) -> bytes:
    raw = value.encode()
    return number(len(raw)) + raw


def _entry(
    key: str, spellings: Sequence[str], bodies: Iterable[bytes], *, rough: bool = False
) -> bytes:
    """Return the entry of one key: its format, its spellings, and the data of each."""
    body = b"".join(bodies)
    names = b"".join(map(_text, spellings))
    parts = (_text(key), b"\1" if rough else b"\0", number(len(spellings)), names)
    return b"".join((*parts, number(len(body)), body))


def _rough(within: Sequence[int]) -> bytes:
    """Return sections, which may be repeated, with the rough number of occurrences.

    Section and class are packed into one number, which takes less space.
    """
    counts = Counter(within)
    return number(len(counts)) + numbers(
        [
            4 * step + (_OFTEN[count] if count < 6 else _VERY_OFTEN)
            for step, count in zip(steps(counts), counts.values(), strict=True)
        ]
    )


def _sections(within: Sequence[int]) -> bytes:
    """Return sections, which may be repeated, with the number of occurrences of each."""
    counts = Counter(within)
    return number(len(counts)) + numbers(steps(counts)) + numbers(list(counts.values()))


def _with_positions(occurrences: Sequence[int]) -> bytes:
    """Return occurrences: sections, the number in each, differences of positions.

    Each of the three is stored together, because gzip compresses similar data better.
    """
    within = [occurrence >> _POSITION_BITS for occurrence in occurrences]
    between = [
        occurrence - last if section == before else occurrence & _POSITIONS - 1
        for occurrence, section, last, before in zip(
            occurrences, within, [0, *occurrences], [-1, *within], strict=False
        )
    ]
    return _sections(within) + numbers(between)


def shards(packed: Iterable[tuple[str, bytes]], size: int) -> Iterator[tuple[str, bytes]]:
    """Yield (first key, packed keys) for each shard, of about `size` bytes or of one key."""
    first, made = "", bytearray()
    for key, one in packed:
        if made and len(made) + len(one) > size:
            yield first, bytes(made)
            made = bytearray()
        if not made:
            first = key
        made += one
    if made:
        yield first, bytes(made)


def blocks(texts: Sequence[bytes], size: int) -> Iterator[tuple[int, int]]:
    """Yield (first, after the last) for runs of `texts` of about `size` bytes, or of one text."""
    first, length = 0, 0
    for at, text in enumerate(texts):
        if at > first and length + len(text) > size:
            yield first, at
            first, length = at, 0
        length += len(text)
    if first < len(texts):
        yield first, len(texts)
