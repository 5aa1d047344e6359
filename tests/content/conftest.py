"""Tests of this site's own content, which skip themselves where the repository holds another.

The tests of the program stand beside this folder and fabricate what they work on.
"""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.system.program import PROGRAM

VOLUMES = ("dang-bo-bach-dang", "dang-bo-le-chan", "dang-bo-le-ich-moc", "khoi-cac-co-quan")
"""The organizations that tell which site this is."""
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is in this folder where the content is not what it was written for."""
    folder = PROGRAM / "data" / "organizations"
    if missing := [one for one in VOLUMES if not (folder / one / "organization.yml").is_file()]:
        reason = f"written for another content: there is no organization {', '.join(missing)}"
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which all volumes of this site are built, once for all workers."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shelf"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            command = [sys.executable, "-m", "scripts.book", "--folder", str(folder)]
            done = subprocess.run(command, cwd=PROGRAM, capture_output=True, text=True)
            (folder / "told").write_text(done.stdout + done.stderr, encoding="utf-8")
            (folder / "done").write_text(str(done.returncode), encoding="utf-8")
    assert (folder / "done").read_text() == "0", (folder / "told").read_text(encoding="utf-8")
    return folder
