"""Tokens: words as the search compares them.

The browser splits a query by the same rules (`search-text.js`); a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from macros.text.vietnamese import fold, normalise_spelling

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "·"
BREAK = f" {MARK} "
"""Separates cells, items and lines in a section's text; no phrase matches across it."""

# A number with thousands separators, a run of digits, or a run of Latin letters. Digits and
# letters are separate words, so that “1000QĐ” is found as “1000 QĐ”.
_LETTERS = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_TOKEN = (
    r"[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])|[0-9]+"
    rf"|[{_LETTERS}][{_LETTERS}\u0300-\u036f]*"
)
_WORDS = re.compile(_TOKEN)
_WORDS_AND_MARKS = re.compile(rf"{_TOKEN}|{MARK}")
# No word that a reader looks for is longer; a run of letters in a chart or an attack may be.
_LONGEST = 40


# Words that join others: a query that lacks them says a title as fully as one that has them.
_SMALL = frozenset(
    (
        *("và", "của", "các", "những", "với", "về", "ở", "tại", "trong", "cho", "do", "từ", "đến"),
        *("theo", "là", "qua", "cùng", "giữa", "khi", "để"),
    )
)


class Token(NamedTuple):
    """A word: the folded `term` under which it is indexed, and its `spelling`.

    “Uỷ” is term `uy`, spelling `ủy`; “kì” is `ky`, `kỳ`; “2.522” is `2522`, `2522`; “05” is
    `5`, `05`.
    """

    term: str
    spelling: str


@lru_cache(maxsize=1 << 16)
def token_of(word: str) -> Token:
    """Return the token of one word that `_TOKEN` has matched."""
    if word[0].isdigit():
        digits = word.replace(".", "")
        return Token(digits.lstrip("0") or "0", digits)
    spelling = normalise_spelling(word.lower())
    return Token(fold(spelling), spelling)


def words(text: str) -> list[str]:
    """Return the words of `text` as written, in NFC, and the marks between its parts."""
    found: list[str] = _WORDS_AND_MARKS.findall(unicodedata.normalize("NFC", text))
    return found


def is_word(word: str) -> bool:
    """Return whether one of :func:`words` is indexed: neither a mark nor too long."""
    return word != MARK and len(word) <= _LONGEST


def small_words(text: str) -> int:
    """Return how many words of `text` join others."""
    return sum(token.spelling in _SMALL for token in tokens(text))


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of `text`, which may be in any normal form."""
    for word in _WORDS.findall(unicodedata.normalize("NFC", text)):
        if is_word(word):
            yield token_of(word)
