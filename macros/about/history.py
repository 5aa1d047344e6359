"""When each file of the project last changed, read from git once for a whole build.

Dates are those of commits, so that one commit always builds to the same bytes. Without git, or
with a history that was cut short, there are none: a wrong date is worse than no date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from macros.system import git

FOLDERS = ("docs", "data")
_MARK = "\x01"


@dataclass(frozen=True)
class History:
    """The changes of docs/ and data/: `days` are the files changed on each day, latest first."""

    days: Mapping[date, tuple[str, ...]] = field(default_factory=dict)
    last: Mapping[str, date] = field(default_factory=dict)

    def changed(self, paths: Iterable[str]) -> date | None:
        """Return the last day on which one of `paths` changed, a folder for all that is in it."""
        return max((day for path in paths if (day := self.last.get(path))), default=None)


@lru_cache(maxsize=2)
def history(root: Path, commit: str) -> History:
    """Return the history of the project at `root` up to `commit`, "" for no history."""
    if not commit or git.text(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return History()
    wanted = ("--format=%x01%cs", "--name-only", "--no-renames", "--", *FOLDERS)
    told = git.text(root, "log", commit, *wanted)
    prefix = git.text(root, "rev-parse", "--show-prefix").strip()
    return read_log(told, prefix)


def head(root: Path) -> str:
    """Return what the project's history ends with, "" without git."""
    return git.text(root, "rev-parse", "HEAD").strip()


def read_log(text: str, prefix: str = "") -> History:
    """Return the history that `git log` tells, latest first; `prefix` is the project's folder."""
    days: dict[date, dict[str, None]] = {}
    last: dict[str, date] = {}
    for block in text.split(_MARK)[1:]:
        day, *paths = block.split("\n")
        told = date.fromisoformat(day)
        files = [path.removeprefix(prefix) for path in paths if path]
        days.setdefault(told, {}).update(dict.fromkeys(files))
        for path in files:
            for one in (path, *_folders(path)):
                last[one] = max(told, last.get(one, told))
    ordered = sorted(days.items(), reverse=True)
    return History({day: tuple(files) for day, files in ordered}, last)


def _folders(path: str) -> Iterator[str]:
    """Yield the folders that a file is in, but the first ones, which hold everything."""
    parts = path.split("/")
    for end in range(2, len(parts)):
        yield "/".join(parts[:end])
