"""Temporary files of a command, in one folder; the next command removes those of a killed one."""

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
    """Let `tempfile`, also in worker processes, use a folder of this process below `folder`.

    First the folders of killed processes are removed; at the end, that of this process.
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
