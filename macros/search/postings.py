"""Which word stands where, packed for the browser: numbers of variable length, terms in order.

A number takes one byte for each seven bits, lowest first (LEB128). The browser's half is
`search-index.js`.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.search.tokens import BREAK, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A place is its position and, in the low bits, which spelling it has: no syllable of Vietnamese
# has more than twenty, and an archive of a hundred volumes has millions of places.
_SPELLING_BITS = 8
_SPELLINGS = 1 << _SPELLING_BITS


class TermPlaces:
    """Where one term stands: its sections, how often in each, and the places, all in order."""

    __slots__ = ("counts", "places", "sections", "spellings")

    def __init__(self) -> None:
        self.spellings: dict[str, int] = {}
        self.sections = array("I")
        self.counts = array("I")
        self.places = array("I")

    def add(self, section: int, position: int, spelling: str) -> None:
        """Add a place; sections and positions come in order."""
        if not self.sections or self.sections[-1] != section:
            self.sections.append(section)
            self.counts.append(0)
        self.counts[-1] += 1
        rank = self.spellings.setdefault(spelling, len(self.spellings))
        self.places.append(position << _SPELLING_BITS | min(rank, _SPELLINGS - 1))


@dataclass
class Postings:
    """Where each term stands, by term.

    Positions count words from the first of a section's title; a break between two parts takes a
    position of its own, so that no phrase runs across it.
    """

    terms: dict[str, TermPlaces] = field(default_factory=dict)

    def add(self, section: int, parts: Iterable[str]) -> list[int]:
        """File the words of a section; return the position at which each part ends."""
        terms = self.terms
        position = 0
        ends: list[int] = []
        for part in parts:
            for piece in part.split(BREAK):
                for term, spelling in tokens(piece):
                    found = terms.get(term)
                    if found is None:
                        found = terms[term] = TermPlaces()
                    found.add(section, position, spelling)
                    position += 1
                position += 1
            ends.append(position - 1)
        return ends


def number(value: int) -> bytes:
    """Return a number, 0 or more, in as few bytes as it needs."""
    made = bytearray()
    while value >= 0x80:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    made.append(value)
    return bytes(made)


def numbers(values: Sequence[int]) -> bytes:
    """Return numbers one after the other."""
    if not values or max(values) < 0x80:
        # A list first: the bytes of an array are those of its memory.
        return bytes(list(values))
    made = bytearray()
    for value in values:
        if value < 0x80:
            made.append(value)
        else:
            made += number(value)
    return bytes(made)


def _text(value: str) -> bytes:
    raw = value.encode()
    return number(len(raw)) + raw


def _steps(values: Iterable[int]) -> list[int]:
    """Return how far each of some rising numbers is from the one before."""
    steps, last = [], 0
    for value in values:
        steps.append(value - last)
        last = value
    return steps


def pack_term(term: str, found: TermPlaces) -> bytes:
    """Return one term: its spellings, the commonest first, and where it stands in each of them.

    Sections, counts and places stand in three runs: like stands beside like, and gzip does well.
    """
    used = Counter(place & _SPELLINGS - 1 for place in found.places)
    names = list(found.spellings)[:_SPELLINGS]
    order = sorted(range(len(names)), key=lambda one: (-used[one], names[one]))
    rank = {one: at for at, one in enumerate(order)}
    steps: list[int] = []
    start = 0
    for count in found.counts:
        places = found.places[start : start + count]
        # One number for both: most terms have one or two spellings.
        steps += (
            step * len(names) + rank[place & _SPELLINGS - 1]
            for step, place in zip(
                _steps(place >> _SPELLING_BITS for place in places), places, strict=True
            )
        )
        start += count
    body = number(len(found.sections)) + numbers(_steps(found.sections)) + numbers(found.counts)
    body += numbers(steps)
    head = _text(term) + number(len(names)) + b"".join(_text(names[one]) for one in order)
    return head + number(len(body)) + body


def shards(postings: Postings, size: int) -> Iterator[tuple[str, bytes]]:
    """Yield (first term, packed terms) for each shard, of about `size` bytes or of one term."""
    first, packed = "", bytearray()
    for term in sorted(postings.terms):
        one = pack_term(term, postings.terms[term])
        if packed and len(packed) + len(one) > size:
            yield first, bytes(packed)
            packed = bytearray()
        if not packed:
            first = term
        packed += one
    if packed:
        yield first, bytes(packed)


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
