"""Line breaks in titles: never within a name or a word of two syllables."""

from __future__ import annotations

import re
from itertools import pairwise

from macros.text.vietnamese import NBSP, keep_together

_WORDS = (
    "đảng bộ", "đảng ủy", "đảng viên", "đại hội", "lịch sử", "cơ quan", "thành phố", "tổ chức",
    "giai đoạn", "nhiệm kỳ", "lãnh đạo", "địa phương", "số liệu", "chỉ tiêu", "thành lập",
    "thời kỳ",
)  # fmt: skip
"""Words of two syllables that are frequent in titles of such books."""

_RANGE = re.compile(r"(?<=\d)([–-])(?=\d)")
_UNITS = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in _WORDS), re.IGNORECASE)


def whole_words(title: str) -> str:
    """Return a title with U+00A0 for each space within a name or a word: “Mây Hạ”, “cơ quan”."""
    kept = _UNITS.sub(lambda match: match[0].replace(" ", NBSP), keep_together(title))
    words = kept.split(" ")
    text = words[0]
    for before, word in pairwise(words):
        # Consecutive syllables with capitals form a name, except words of `_WORDS`.
        named = _is_syllable(before) and _is_syllable(word)
        text += f"{NBSP if named else ' '}{word}"
    return text


def unbroken_ranges(title: str) -> str:
    """Return a title with U+2060 in its ranges of numbers: no line ends after “2021–”.

    For paper alone: not every reader of EPUB files knows that the sign has no form.
    """
    return _RANGE.sub("\\1\u2060", title)


def _is_syllable(word: str) -> bool:
    return word.isalpha() and word[0].isupper()


def balanced(title: str, most: int) -> list[str]:
    """Return a title broken into lines of about one length, of `most` letters where words allow."""
    count = -(-len(title) // most)
    target = -(-len(title) // count) + 2 if count else most
    found: list[str] = []
    for word in whole_words(title).split(" "):
        if found and len(found[-1]) + 1 + len(word) <= target:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found
