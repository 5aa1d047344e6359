"""The look at a picture file: its size as seen, or why it is refused; remembered by its content."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from macros.messages.problems import Problem
from macros.system.atomic import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable

CACHE = Path(".cache") / "looked"
"""Where the program runs, not in the content: whoever sends a picture could send its entry too."""
_SETTLED = 2.0
"""Seconds after which another change of a file is sure to give it another time."""
_RULES = "3"
"""A part of every key. Raise it when a rule changes, so that every picture is looked at again."""


_SHOWN = 60
"""The most letters of a place that a message repeats."""


class Described(NamedTuple):
    """What a file says of its picture: width and height in pixels as it is seen, 0 for a drawing.

    `remarks`: whether the file has other metadata. `located`: whether it says where the picture was
    taken; `place` are the words for that, "" for coordinates. `frames` is more than 1 for an
    animation, or a file of several pages.
    """

    width: int = 0
    height: int = 0
    located: bool = False
    remarks: bool = False
    frames: int = 1
    place: str = ""

    @property
    def where(self) -> str:
        """How a file that is `located` says it, for a message."""
        return f"“{self.place[:_SHOWN]}”" if self.place else "GPS"


class PictureFile(NamedTuple):
    """A sound picture: its path from the root, its size as seen, the key of its content."""

    path: str
    width: int
    height: int
    digest: str
    said: Described = Described()


def look(
    path: Path, shown: str, decode: Callable[[Path, str], Described | Problem]
) -> PictureFile | Problem:
    """Return a picture, called `shown`, or why it is refused.

    `decode` returns what the file says, or the refusal. A picture that was sound is not decoded
    again: it is known by its content, whatever its name and place.
    """
    digest = _digest(path)
    kept = CACHE / digest
    try:
        said = Described(*json.loads(kept.read_bytes()))
    except (OSError, ValueError, TypeError):
        found = decode(path, shown)
        if isinstance(found, Problem):
            return found
        said = found
        write_atomically(kept, json.dumps(said).encode())
    return PictureFile(shown, said.width, said.height, digest, said)


def _digest(path: Path) -> str:
    """Return the key of a file's content; the file is not read again while its status is the same.

    This is how git does it: the system notes the time of every change. The key of a file that was
    changed a moment ago is not stored, because the next change may have the same time. Reading 500
    photographs of 2 MB would take 2.5 s of a check.
    """
    found = path.stat()
    status = (
        str(path.resolve()),
        found.st_ino,
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
    )
    known = CACHE / f"file-{hashlib.sha256(repr((_RULES, status)).encode()).hexdigest()}"
    try:
        return known.read_text(encoding="utf-8")
    except OSError:
        pass
    content = f"{path.suffix}:{_RULES}:".encode() + path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if time.time() - max(found.st_mtime, found.st_ctime) > _SETTLED:
        write_atomically(known, digest.encode())
    return digest
