"""Snapshots: what a component rendered to when somebody last looked at it and found it right.

`make snapshots` (UPDATE_SNAPSHOTS=1) writes them anew; the change is then read in the diff.
"""

from __future__ import annotations

import os
from pathlib import Path


def assert_snapshot(path: Path, text: str) -> None:
    """Hold `text` against the file at `path`, or write it there when snapshots are renewed."""
    if os.environ.get("UPDATE_SNAPSHOTS") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
        return
    assert path.is_file(), f"no snapshot {path.name}: run `make snapshots` and read what it wrote"
    assert text + "\n" == path.read_text(encoding="utf-8"), "if this is meant: make snapshots"
