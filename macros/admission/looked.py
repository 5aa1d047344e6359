"""What a look at a picture's file gives: its size as it is seen, or why it is refused."""

from __future__ import annotations

import hashlib
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from macros.messages.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

CACHE = Path(".cache") / "looked"
"""Where the program runs, not with the content: who sends a picture could send its hash too."""
_SETTLED = 2.0
"""Seconds after which the time of a file tells a later change from the last."""
_RULES = "3"
"""Part of every key, to be raised with the rules: what was sound by others is looked at again."""


_SHOWN = 60
"""Letters of a place that a message repeats."""


class Described(NamedTuple):
    """What a file says of its picture: width and height in pixels as it is seen, 0 for a drawing.

    `remarks` is whether it says anything else, `located` whether it says where it was taken, and
    `place` in which words, "" for coordinates; `frames` is more than one for a picture that moves.
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

    `decode` gives what the file says of it, or the refusal. One that was sound is not decoded
    again: it is known by its content, whatever it is called and wherever it lies.
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
        _keep(kept, json.dumps(said))
    return PictureFile(shown, said.width, said.height, digest, said)


def _digest(path: Path) -> str:
    """Return the key of a file's content, which is not read again while the file is as it was.

    As git does: no file is changed without the system noting when. Of one that has been changed a
    moment ago nothing is remembered, because the next change may have the same time. Reading 500
    photographs of 2 MB takes 2.5 s of a check.
    """
    found = path.stat()
    as_it_is = (
        str(path.resolve()),
        found.st_ino,
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
    )
    known = CACHE / f"file-{hashlib.sha256(repr((_RULES, as_it_is)).encode()).hexdigest()}"
    try:
        return known.read_text(encoding="utf-8")
    except OSError:
        pass
    content = f"{path.suffix}:{_RULES}:".encode() + path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if time.time() - max(found.st_mtime, found.st_ctime) > _SETTLED:
        _keep(known, digest)
    return digest


def _keep(path: Path, text: str) -> None:
    """Store something atomically."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.{os.getpid()}.part")
    half.write_text(text, encoding="utf-8")
    half.replace(path)
