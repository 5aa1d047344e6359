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
_RULES = "1"
"""Part of every key, to be raised with the rules: what was sound by others is looked at again."""


class PictureFile(NamedTuple):
    """A sound picture: its path from the root, its size in pixels as seen, the key of its content.

    The width is that after the picture is turned as its file says.
    """

    path: str
    width: int
    height: int
    digest: str


def look(
    path: Path, shown: str, decode: Callable[[Path, str], tuple[int, int] | Problem]
) -> PictureFile | Problem:
    """Return a picture, called `shown`, or why it is refused.

    `decode` gives width and height, or the refusal. One that was sound is not decoded again: it is
    known by its content, whatever it is called and wherever it lies.
    """
    digest = hashlib.sha256(f"{path.suffix}:{_RULES}:".encode() + path.read_bytes()).hexdigest()
    kept = CACHE / digest
    try:
        width, height = json.loads(kept.read_bytes())
        return PictureFile(shown, int(width), int(height), digest)
    except (OSError, ValueError, TypeError):
        pass
    found = decode(path, shown)
    if isinstance(found, Problem):
        return found
    kept.parent.mkdir(parents=True, exist_ok=True)
    half = kept.with_suffix(f".{os.getpid()}.part")
    half.write_text(json.dumps(found), encoding="utf-8")
    half.replace(kept)
    return PictureFile(shown, *found, digest)
