"""The names of the bookmarks in a Word edition: its volume, its chapters, and the facts told.

Word takes letters, digits and underscores, 40 at most; an id has no underscore, and begins with a
letter, so that every part of a name can be told from the others.
"""

from __future__ import annotations

import re
from hashlib import sha256

MOST = 40
"""How many letters Word lets a bookmark have."""

_KEPT, _DIGITS = 16, 12
_ROOM = len("__999")
_VOLUME, _CHAPTER = "tap", "chuong"
_REPEATED = re.compile(r"(?P<name>.+)__(?P<time>[0-9]+)")


def fact_bookmark(owner: str, identifier: str, volume: str) -> str:
    """Return the bookmark of a fact; that of another organization than the volume's names it."""
    words = identifier if owner == volume else f"{owner}__{identifier}"
    return _name(words.replace("/", "__"))


def volume_bookmark(volume: str) -> str:
    """Return the bookmark that says of which volume a copy is."""
    return _name(f"{_VOLUME}__{volume}")


def chapter_bookmark(key: str) -> str:
    """Return the bookmark of a section of the volume, by its key."""
    return _name(f"{_CHAPTER}__{key}")


def is_volume_bookmark(name: str) -> bool:
    """Return whether a bookmark says of which volume a copy is."""
    return name.startswith(f"{_VOLUME}__")


def nth(name: str, time: int) -> str:
    """Return the bookmark of the same thing where it stands once more: `dang_vien_1955__2`."""
    return name if time < 2 else f"{name}__{time}"


def first_of(name: str) -> str:
    """Return the bookmark of the thing that a bookmark names once more, else the name itself."""
    found = _REPEATED.fullmatch(name)
    return found["name"] if found else name


def _name(words: str) -> str:
    """Return words as a name with room for a number; a long one is cut, with a hash of it all."""
    name = re.sub(r"[^A-Za-z0-9_]", "_", words)
    if len(name) <= MOST - _ROOM:
        return name
    return f"{name[:_KEPT]}_h{sha256(words.encode()).hexdigest()[:_DIGITS]}"
