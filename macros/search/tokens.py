"""Words as the search compares them: how each is spelled, and how it is found.

The browser reads a query by the same rules (`search-text.js`); a test holds the two together.
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
"""What stands between two cells, items or lines in a section's text: no phrase runs across it."""

# A number with its points of thousands, a run of digits, or a run of Latin letters. Digits and
# letters part company, so that “1000QĐ” is found as “1000 QĐ”.
_LETTERS = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_TOKEN = (
    r"[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])|[0-9]+"
    rf"|[{_LETTERS}][{_LETTERS}\u0300-\u036f]*"
)
_WORDS = re.compile(_TOKEN)
_WORDS_AND_MARKS = re.compile(rf"{_TOKEN}|{MARK}")
# Nothing that a reader looks for is longer; a chart's or an attacker's run of letters may be.
_LONGEST = 40


class Token(NamedTuple):
    """A word: the folded `term` that it is filed under and the `spelling` that it has there.

    “Uỷ” is term `uy`, spelling `ủy`; “kì” is `ky`, `kỳ`; “2.522” is `2522`, `2522`; “05” is
    `5`, `05`.
    """

    term: str
    spelling: str


@lru_cache(maxsize=1 << 16)
def token_of(word: str) -> Token:
    """Return the token of one word as `_TOKEN` finds it."""
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
    """Say whether one of :func:`words` is looked for: not a mark, and no endless run of letters."""
    return word != MARK and len(word) <= _LONGEST


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of `text`, which may be in any normal form."""
    for word in _WORDS.findall(unicodedata.normalize("NFC", text)):
        if is_word(word):
            yield token_of(word)
