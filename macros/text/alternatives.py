"""Whether the text alternative of a picture says anything to somebody who does not see it."""

from __future__ import annotations

import re

from macros.text.vietnamese import fold

_FILE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|tiff?|svg)$", re.IGNORECASE)
_SYLLABLE = re.compile(r"[^\W\d_]+")
_EMPTY = frozenset(
    {"anh", "hinh", "chup", "buc", "tam", "minh", "hoa", "tu", "lieu", "cua", "ve", "khong", "ro"}
)
"""Syllables, without their marks, that say nothing about what a picture shows."""


def is_file_name(text: str) -> bool:
    """Return whether a text is the name of a file: “IMG_2041.JPG”."""
    return bool(_FILE.search(text.strip()))


def syllables(text: str) -> list[str]:
    """Return the syllables of a text, without numbers and signs."""
    return _SYLLABLE.findall(text)


def says_nothing(text: str) -> bool:
    """Return whether a text only says that there is a picture: “Ảnh 1”, “hình minh họa”."""
    return all(fold(one) in _EMPTY for one in syllables(text))
