"""Watches files and folders for changes, even if they are removed and come back.

MkDocs' own observer stops for good when a folder is missing for a moment.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

State: TypeAlias = "dict[str, tuple[int, int, int]]"
"""For each file, the time of its last change (ns), its size and its inode."""

_SECONDS = 0.5


def state_of(paths: Sequence[Path]) -> State:
    """Return the state of all files at or below `paths`; missing paths are left out.

    Hidden files, which are never read, and compiled Python files are left out too.
    """
    state: State = {}
    for path in paths:
        for file in [str(path)] if path.is_file() else _files(str(path)):
            # The file may have been removed since.
            with suppress(OSError):
                status = os.stat(file)  # noqa: PTH116  (a path object each takes as long again)
                state[file] = status.st_mtime_ns, status.st_size, status.st_ino
    return state


def _files(path: str) -> Iterator[str]:
    """Yield the files below a folder; none if there is no such folder."""
    for here, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        for name in names:
            if not name.startswith("."):
                yield os.path.join(here, name)  # noqa: PTH118


class Watch:
    """Calls `changed`, in a thread of its own, soon after anything at `paths` has changed."""

    def __init__(self, paths: Sequence[Path], changed: Callable[[], None]) -> None:
        self._paths, self._changed = paths, changed
        self._state = state_of(paths)
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._end.wait(_SECONDS):
            state = state_of(self._paths)
            if state != self._state:
                self._state = state
                self._changed()

    def close(self) -> None:
        """End the thread."""
        self._end.set()
        self._thread.join()
