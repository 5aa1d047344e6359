"""Sees every change of some files and folders, their going and coming back included.

MkDocs' observer stops for good when a folder that it watches is gone for a moment.
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
"""Of each file, when it was changed (ns), its size and its number on the disk."""

_SECONDS = 0.5


def state_of(paths: Sequence[Path]) -> State:
    """Return the state of all files at or below `paths`; what is not there is left out.

    Hidden files, which are not read, and what Python compiles are left out too.
    """
    state: State = {}
    for path in paths:
        for file in [str(path)] if path.is_file() else _files(str(path)):
            # It may have gone meanwhile.
            with suppress(OSError):
                status = os.stat(file)  # noqa: PTH116  (a path object each takes as long again)
                state[file] = status.st_mtime_ns, status.st_size, status.st_ino
    return state


def _files(path: str) -> Iterator[str]:
    """Yield the files below a folder; none where there is no such folder."""
    for here, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        for name in names:
            if not name.startswith("."):
                yield os.path.join(here, name)  # noqa: PTH118


class Watch:
    """Calls `changed` in a thread of its own, soon after something at `paths` has changed."""

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
