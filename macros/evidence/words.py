"""Words of a source as they are compared: one spelling, lower case, no punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from macros.text.vietnamese import normalise_spelling

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+|%", re.UNICODE)
# Letters with a digit behind them are a unit only here; elsewhere the digit is a stray mark
# of a footnote ("Nhân9(46)").
_UNITS_WITH_DIGIT = frozenset({"m2", "m3", "km2"})
_LETTERS_THEN_DIGITS = re.compile(r"([^\W\d_]+)\d+")


# A language has some thousand syllables, and the same units stand beside most numbers.
@lru_cache(maxsize=1 << 15)
def word_key(word: str) -> str:
    """Return how one word is compared: ủy = uỷ, tỉ = tỷ, m² = m2, capitals as small letters."""
    key = normalise_spelling(word.translate({0xB2: "2", 0xB3: "3"})).lower()
    stray = _LETTERS_THEN_DIGITS.fullmatch(key)
    return stray[1] if stray and key not in _UNITS_WITH_DIGIT else key


@lru_cache(maxsize=1 << 12)
def words(text: str) -> tuple[str, ...]:
    """Return the keys of the words of `text` in order; "%" is a word, "-" and "/" are spaces."""
    return tuple(word_key(match.group()) for match in WORD.finditer(_nfc(text)))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=1 << 15)
def word_hash(word: str, size: int) -> bytes:
    """Return the first `size` bytes of the hash of one word key."""
    return blake2b(word.encode(), digest_size=size).digest()


def bag(keys: Iterable[str], size: int) -> frozenset[bytes]:
    """Return the hashes, `size` bytes each, of a set of word keys: which words, no order."""
    return frozenset(word_hash(key, size) for key in keys)


def stands_in(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Return whether the words of `part` stand in `whole` one after the other."""
    return any(
        whole[start : start + len(part)] == part for start in range(len(whole) - len(part) + 1)
    )


# Words so common that they say nothing about the subject of a sentence.
_FUNCTION_WORDS = frozenset(
    words(
        "và của các những là được cho về trong với theo từ đến có một này đó khi tại ở do để ra "
        "vào lên xuống đã đang sẽ bị như cũng còn mà thì nên hay hoặc trên dưới sau trước"
    )
)


def content_words(keys: Iterable[str]) -> list[str]:
    """Return the different words of a text that say what it is about, in order."""
    return [key for key in dict.fromkeys(keys) if key not in _FUNCTION_WORDS]
