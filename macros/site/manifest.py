"""What a build of the site is made of: each file by its path and SHA-256, from which commit."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT = 1


@dataclass(frozen=True)
class Manifest:
    """The files of one build by path from its root, with the SHA-256 of each (64 hex digits).

    `commit` is "" without git, and ends in “+” where data, chapters or program had changes that
    were not committed; `date` is that of the commit, `YYYY-MM-DD`, "" without one; `site_url` is
    the address that the build was made for, "" for any.
    """

    commit: str
    date: str
    site_url: str
    files: Mapping[str, str]

    @property
    def id(self) -> str:
        """A name of the build that follows from its files alone, 12 hex digits."""
        lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(self.files.items()))
        return hashlib.sha256(lines.encode()).hexdigest()[:12]


def read_folder(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file in a folder by its path; "" for what is no plain file.

    A build makes plain files alone; a pipe is never opened, since nobody may write to it.
    """
    found = {}
    for here, folders, files in os.walk(folder):
        folders.sort()
        linked = [name for name in folders if os.path.islink(os.path.join(here, name))]  # noqa: PTH114, PTH118
        for name in sorted([*files, *linked]):
            path = os.path.join(here, name)  # noqa: PTH118  (a path object each takes as long again)
            digest = ""
            if stat.S_ISREG(os.lstat(path).st_mode):
                with open(path, "rb") as file:  # noqa: PTH123
                    digest = hashlib.file_digest(file, "sha256").hexdigest()
            found[os.path.relpath(path, folder).replace(os.sep, "/")] = digest
    return found


def day_of(seconds: str) -> str:
    """Return the day of a time in seconds since 1970; "" for none."""
    if not seconds.isdecimal() or seconds == "0":
        return ""
    return f"{datetime.fromtimestamp(int(seconds), UTC):%Y-%m-%d}"


def dump(manifest: Manifest) -> str:
    """Return a manifest as it is kept, in JSON."""
    return json.dumps({"format": FORMAT, **asdict(manifest)}, ensure_ascii=False, indent=1) + "\n"


def load(path: Path) -> Manifest | None:
    """Read a manifest that was kept; None where there is none or it cannot be read."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["format"] != FORMAT:
            return None
        return Manifest(
            str(kept["commit"]), str(kept["date"]), str(kept["site_url"]), dict(kept["files"])
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


@dataclass(frozen=True)
class Comparison:
    """How a copy differs from a manifest: paths that it lacks, has besides, or has otherwise."""

    missing: tuple[str, ...]
    added: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether there is no difference."""
        return not (self.missing or self.added or self.changed)


def compare(expected: Mapping[str, str], found: Mapping[str, str]) -> Comparison:
    """Return how the files `found` differ from those `expected`, each by path and SHA-256."""
    return Comparison(
        missing=tuple(sorted(expected.keys() - found.keys())),
        added=tuple(sorted(found.keys() - expected.keys())),
        changed=tuple(sorted(p for p in expected.keys() & found.keys() if expected[p] != found[p])),
    )
