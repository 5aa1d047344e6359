"""What a look at a picture's file gives: its size as it is seen, or why it is refused."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from macros.messages.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

CACHE = Path(".cache") / "looked"
"""Where the program runs, not with the content: who sends a picture could send its hash too."""
_RULES = "2"
"""Part of every key, to be raised with the rules: what was sound by others is looked at again."""


class Described(NamedTuple):
    """What a file says of its picture: width and height in pixels as it is seen, 0 for a drawing.

    `remarks` is whether it says anything else, `located` whether it says where it was taken;
    `frames` is more than one for a picture that moves.
    """

    width: int = 0
    height: int = 0
    located: bool = False
    remarks: bool = False
    frames: int = 1


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
    digest = hashlib.sha256(f"{path.suffix}:{_RULES}:".encode() + path.read_bytes()).hexdigest()
    kept = CACHE / digest
    try:
        said = Described(*json.loads(kept.read_bytes()))
    except (OSError, ValueError, TypeError):
        found = decode(path, shown)
        if isinstance(found, Problem):
            return found
        said = found
        kept.parent.mkdir(parents=True, exist_ok=True)
        half = kept.with_suffix(f".{os.getpid()}.part")
        half.write_text(json.dumps(said), encoding="utf-8")
        half.replace(kept)
    return PictureFile(shown, said.width, said.height, digest, said)
