"""The grammar of the Vietnamese syllable: which strings of letters are one.

A syllable has an initial, a rime and a tone. All rimes are listed; one that ends in c, ch, p or t
has the sharp or the heavy tone only. Nothing is said of whether a syllable is in use.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_STOPPED = ("c", "ch", "p", "t")
# The marks of tones; circumflex, breve and horn belong to the letter.
_TONES = frozenset("\u0300\u0309\u0303\u0301\u0323")
_SHARP_OR_HEAVY = frozenset("\u0301\u0323")
_SYLLABLE = re.compile(
    r"""
    (?:ngh?|nh|gh|gi|g|kh|k|qu|ch?|ph?|th|tr|[tbdđhlmnrsvx])?
    (?P<rime>
        a(?:ch?|n[gh]?|[imoptuy])?
      | ă(?:c|ng?|[mpt])
      | â(?:c|ng?|[mptuy])
      | e(?:c|ng?|[mopt])?
      | ê(?:ch|nh?|[mptu])?
      | i(?:ch|nh?|[mptua]|ê(?:c|ng?|[mptu]))?
      | o(?:o?(?:c|ng)|[imnpt]|a(?:ch?|n[gh]?|[imopty])?|ă(?:c|ng?|[mt])|e[not]?)?
      | ô(?:c|ng?|[impt])?
      | ơ[imnpt]?
      | u(?:c|ng?|[impta]|â(?:ng?|[ty])|ê(?:ch|nh?|t)?|ô(?:c|ng?|[imt])|ơ)?
      | uy(?:a|ch|ê[nt]|nh?|[tu])?
      | ư(?:c|ng?|[imtua]|ơ(?:c|ng?|[imptu]))?
      | y(?:ê(?:ng?|[mtu])|nh|ch|t)?
    )
    """,
    re.VERBOSE,
)
_OWN = re.compile("[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """Return whether a word of letters is a Vietnamese syllable, in any case of letters."""
    marked = unicodedata.normalize("NFD", word.lower())
    tones = [letter for letter in marked if letter in _TONES]
    bare = "".join(letter for letter in marked if letter not in _TONES)
    found = _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare))
    if found is None or len(tones) > 1:
        return False
    return not found["rime"].endswith(_STOPPED) or not _SHARP_OR_HEAVY.isdisjoint(tones)


def has_marks(word: str) -> bool:
    """Return whether a word has a letter or a tone that English does not write."""
    return bool(_OWN.search(word))
