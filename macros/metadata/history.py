"""When each file of the project last changed, read from git once for a whole build.

Dates come from commits, so that a commit always builds to the same bytes. Without git, or in a
shallow clone, there are no dates: a wrong date is worse than none.
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
    """The changes of docs/ and data/.

    `days` are the files changed on each day, latest day first; `last` is the day on which each
    file or folder last changed.
    """

    days: Mapping[date, tuple[str, ...]] = field(default_factory=dict)
    last: Mapping[str, date] = field(default_factory=dict)

    def changed(self, paths: Iterable[str]) -> date | None:
        """Return the last day on which a file or folder of `paths` changed; None if unknown."""
        return max((day for path in paths if (day := self.last.get(path))), default=None)


@lru_cache(maxsize=2)
def history(root: Path, commit: str) -> History:
    """Return the history of the project at `root` up to `commit`, "" for no history."""
    if not commit or git.text(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return History()
    wanted = ("--format=%x01%cs", "--name-only", "--no-renames", "--", *FOLDERS)
    log = git.text(root, "log", commit, *wanted)
    prefix = git.text(root, "rev-parse", "--show-prefix").strip()
    return read_log(log, prefix)


def head(root: Path) -> str:
    """Return the commit that is checked out, "" without git."""
    return git.text(root, "rev-parse", "HEAD").strip()


def read_log(text: str, prefix: str = "") -> History:
    """Parse the output of `git log`, latest commit first; `prefix` is the project's folder."""
    days: dict[date, dict[str, None]] = {}
    last: dict[str, date] = {}
    for block in text.split(_MARK)[1:]:
        day, *paths = block.split("\n")
        changed = date.fromisoformat(day)
        files = [path.removeprefix(prefix) for path in paths if path]
        days.setdefault(changed, {}).update(dict.fromkeys(files))
        for path in files:
            for one in (path, *_folders(path)):
                last[one] = max(changed, last.get(one, changed))
    ordered = sorted(days.items(), reverse=True)
    return History({day: tuple(files) for day, files in ordered}, last)


def _folders(path: str) -> Iterator[str]:
    """Yield the folders around a file, without docs/ and data/, which contain everything."""
    parts = path.split("/")
    for end in range(2, len(parts)):
        yield "/".join(parts[:end])
