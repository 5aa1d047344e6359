"""What several worker processes of the tests need is made once, by the first that asks."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


def once(
    factory: pytest.TempPathFactory, name: str, make: Callable[[Path], tuple[int, str]]
) -> Path:
    """Return the folder `name`, which `make` fills: it returns an exit status and what was told."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            status, told = make(folder)
            (folder / "told").write_text(told, encoding="utf-8")
            (folder / "done").write_text(str(status), encoding="utf-8")
    assert (folder / "done").read_text() == "0", (folder / "told").read_text(encoding="utf-8")
    return folder
