"""The sidecar of a transcription, kept out of the repository: pages, kinds, cells, doubts.

`<id>.map.json` has one entry for each paragraph; it is bound to the text by a hash, so that a text
which was mended by hand since is not given pages that are no longer its own. `macros.intake`
writes it.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FORMAT = 1
SUFFIX = ".map.json"


def sidecar(folder: Path, source: str) -> Path:
    """Return the path of what is kept beside the transcription of a source."""
    return folder / f"{source}{SUFFIX}"


def is_recognised(folder: Path, source: str) -> bool:
    """Return whether a transcription was recognised from a scan, and may be misread anywhere."""
    try:
        return json.loads(sidecar(folder, source).read_text(encoding="utf-8")).get("ocr") is True
    except (OSError, ValueError, AttributeError):
        return False


def load(folder: Path, source: str, lines: Sequence[str]) -> dict[int, dict[str, Any]]:
    """Return what is known of the paragraphs of a transcription, by their numbers from 1.

    A line is found by its text, in order: lines that were mended since have no entry. Nothing is
    known without a map, or with one that cannot be read.
    """
    try:
        document = json.loads(sidecar(folder, source).read_text(encoding="utf-8"))
        entries = document["paragraphs"] if document["format"] == FORMAT else []
        hashes = [str(one["hash"]) for one in entries]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    known: dict[int, dict[str, Any]] = {}
    at = 0
    for number, line in enumerate(lines, start=1):
        own = paragraph_hash(line)
        if own in hashes[at:]:
            at = hashes.index(own, at)
            known[number] = entries[at]
            at += 1
    return known


def paragraph_hash(text: str) -> str:
    """Return what binds an entry to the text of its paragraph."""
    return sha256(text.encode()).hexdigest()[:12]
