"""Temporary files of a command: in one folder, which the next command removes if this is killed."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from macros.system.processes import is_running

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """Let `tempfile` work in a folder of this process below `folder`, also in workers of it.

    Folders of killed processes are removed first; that of this process, at the end.
    """
    if folder.is_dir():
        for left in folder.iterdir():
            if not (left.name.isdecimal() and is_running(int(left.name))):
                shutil.rmtree(left, ignore_errors=True)
    own = folder / str(os.getpid())
    shutil.rmtree(own, ignore_errors=True)
    own.mkdir(parents=True)
    before, tempfile.tempdir = tempfile.tempdir, str(own.resolve())
    try:
        yield own
    finally:
        tempfile.tempdir = before
        shutil.rmtree(own, ignore_errors=True)
