"""Snapshots: what a component rendered to when somebody last looked at it and found it right.

`make snapshots` (UPDATE_SNAPSHOTS=1) writes them anew; the change is then read in the diff.
"""

from __future__ import annotations

import fcntl
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


def assert_entry(path: Path, name: str, text: str) -> None:
    """Hold `text`, one line, against the entry `name` of the file at `path`, or write it there.

    The file has two lines for each entry, its name and its text, in the order of the names. Several
    processes may renew entries of one file.
    """
    if os.environ.get("UPDATE_SNAPSHOTS") == "1":
        with path.open("a+", encoding="utf-8") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            entries = read_entries(path) | {name: text}
            file.truncate(0)
            file.write("".join(f"{one}\n    {entries[one]}\n" for one in sorted(entries)))
        return
    assert read_entries(path).get(name) == text, "if this is meant: make snapshots"


def read_entries(path: Path) -> dict[str, str]:
    """Return the entries of a file that `assert_entry` wrote."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {name: text.strip() for name, text in zip(lines[::2], lines[1::2], strict=True)}
