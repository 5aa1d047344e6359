"""Near matches for a misspelt word, so that an error message can offer the right one."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATORS = re.compile(r"[\s_\-./]+")
_SHORTEST_PREFIX = 4
"""The fewest letters that may stand for a longer candidate that begins with them."""
_NUMBER = re.compile(r"\d+|(?<![^\W_])[IVXLCDM]+(?![^\W_])")
MAX_LISTED = 12
"""The most words that a remedy lists."""


def _fold(word: str) -> str:
    """Return the word without case, Vietnamese marks and i/y, with one kind of separator."""
    lower = word.casefold().replace("đ", "d")
    bare = "".join(c for c in unicodedata.normalize("NFD", lower) if not unicodedata.combining(c))
    return _SEPARATORS.sub("-", bare.replace("y", "i")).strip("-")


def _distance(a: str, b: str, limit: int) -> int | None:
    """Return the number of edits (swapping two neighbours is one) from `a` to `b`.

    None if there are more than `limit`.
    """
    if abs(len(a) - len(b)) > limit:
        return None
    before: list[int] = []
    previous = list(range(len(b) + 1))
    for i, char in enumerate(a, 1):
        current = [i]
        for j, other in enumerate(b, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (char != other))
            if i > 1 and j > 1 and char == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > limit and min(previous) > limit:
            return None
        before, previous = previous, current
    return previous[-1] if previous[-1] <= limit else None


def _numbers(word: str) -> list[str]:
    """Return the numbers in a word: digits, and Roman numerals in capitals."""
    return _NUMBER.findall(word)


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most similar to `word`, or None if none is similar.

    Case, Vietnamese marks, separators and i/y do not count; then up to one edit for every four
    letters (at least one, at most three) is similar, then the same words in another order, then
    the only candidate that begins with `word`. A candidate with other numbers is never similar,
    however alike its letters. Among equals the alphabetically first is returned.
    """
    folded = _fold(word)
    if not folded:
        return None
    numbers = _numbers(word)
    every = {(_fold(candidate), str(candidate)) for candidate in candidates}
    known = sorted(pair for pair in every if _numbers(pair[1]) == numbers)
    limit = min(3, max(1, len(folded) // 4))
    scored = [
        (distance, candidate != word, candidate)
        for other, candidate in known
        if (distance := _distance(folded, other, limit)) is not None and distance < len(other)
    ]
    if scored:
        return min(scored)[2]
    parts = sorted(folded.split("-"))
    reordered = [candidate for other, candidate in known if sorted(other.split("-")) == parts]
    if reordered:
        return reordered[0]
    longer = [candidate for other, candidate in sorted(every) if other.startswith(folded)]
    return longer[0] if len(longer) == 1 and len(folded) >= _SHORTEST_PREFIX else None


def same_name(word: str, candidates: Iterable[str]) -> str | None:
    """Return the only candidate that is the same person's name as `word`, or None.

    The syllables agree, in any order and with any tones, or the middle ones are left out. Similar
    letters are not enough: a history must not be offered the wrong person.
    """
    parts, numbers = _fold(word).split("-"), _numbers(word)
    found = [
        candidate
        for candidate in candidates
        if _numbers(candidate) == numbers and _agree(parts, _fold(candidate).split("-"))
    ]
    return found[0] if len(found) == 1 else None


def _agree(typed: list[str], known: list[str]) -> bool:
    if sorted(typed) == sorted(known) or "".join(typed) == "".join(known):
        return True
    outer = len(typed) > 1 and len(known) > 1 and [typed[0], typed[-1]] == [known[0], known[-1]]
    return outer and set(typed) < set(known)


def did_you_mean(
    word: str, candidates: Iterable[str], otherwise: str = "", *, people: bool = False
) -> str:
    """Return `có phải ý bạn là “x”?` for the nearest other candidate, or `otherwise`.

    With `people`, the candidates are ids or names of people: see `same_name`.
    """
    near = same_name(word, candidates) if people else nearest(word, candidates)
    return offered(near if near != word else None, otherwise)


def offered(meant: str | None, otherwise: str) -> str:
    """Return `có phải ý bạn là “x”?` for what was meant, or `otherwise` if that is not known."""
    return f"có phải ý bạn là “{meant}”?" if meant else otherwise


def listed(words: Iterable[str]) -> str:
    """Return the words sorted and joined for a remedy, cut after MAX_LISTED."""
    ordered = sorted(words)
    shown = ", ".join(ordered[:MAX_LISTED])
    return f"{shown}, …" if len(ordered) > MAX_LISTED else shown
