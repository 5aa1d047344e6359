"""The real book, built once for all tests that read it, whichever process they run in."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which all volumes of the project's own content are built."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shelf"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            command = [sys.executable, "-m", "scripts.book", "--folder", str(folder)]
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
            (folder / "told").write_text(done.stdout + done.stderr, encoding="utf-8")
            (folder / "done").write_text(str(done.returncode), encoding="utf-8")
    assert (folder / "done").read_text() == "0", (folder / "told").read_text(encoding="utf-8")
    return folder
