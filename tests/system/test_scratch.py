"""Temporary files of a command lie in one folder, and go with it, or with the next command."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from macros.system.processes import is_running
from macros.system.scratch import scratch


def ended() -> int:
    """Return the number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_what_is_temporary_lies_there_and_goes(tmp_path: Path) -> None:
    before = tempfile.gettempdir()
    with scratch(tmp_path / "tam") as folder:
        assert folder.name == str(os.getpid())
        with tempfile.NamedTemporaryFile(delete=False) as file:
            file.write(b"x")
        assert Path(file.name).parent == folder
        assert tempfile.mkdtemp().startswith(str(folder))
    assert list((tmp_path / "tam").iterdir()) == []
    assert tempfile.gettempdir() == before


def test_what_killed_commands_left_is_removed_and_what_others_use_is_kept(tmp_path: Path) -> None:
    for name in (str(ended()), str(os.getppid()), str(os.getpid()), "0", "la"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x").write_text("x", encoding="utf-8")
    with scratch(tmp_path) as folder:
        assert list(folder.iterdir()) == []
        assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
            [str(os.getppid()), str(os.getpid())]
        )
    assert [p.name for p in tmp_path.iterdir()] == [str(os.getppid())]


def test_a_number_is_that_of_a_process_or_not() -> None:
    assert is_running(os.getpid())
    assert is_running(1)
    assert not is_running(ended())
    assert not is_running(0)
    assert not is_running(1 << 80)
