"""A build of books that is killed leaves whole files, no process, and little for the next one."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from macros.book import build
from macros.book.build import prepare, put
from macros.system.processes import begin, is_running
from tests.system.test_scratch import ended

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

ROOT = Path(__file__).parents[2]
# Two volumes that never end, and a worker of each, as the collected volume has them.
SLOW = """
import os, signal, sys, time
from types import SimpleNamespace
from macros.book.build import build_all
from macros.system.processes import WorkerProcess

def tell():
    os.write(1, b"%d\\n" % os.getpid())

def work(order):
    worker = WorkerProcess(lambda pipe: (tell(), time.sleep(60)))
    tell()
    worker.receive()

task = SimpleNamespace(plan=SimpleNamespace(name="x", collected=True))
if __name__ == "__main__":
    # As on a terminal: a shell lets what it starts in the background ignore Ctrl+C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    from scripts.command import guarded
    sys.exit(guarded("make book", lambda: len(list(build_all([task] * 2, at_once=2, work=work)))))
"""


def test_ctrl_c_right_after_a_volume_has_begun_leaves_no_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun: list[BaseProcess] = []

    def interrupted(process: BaseProcess) -> None:
        begin(process)
        begun.append(process)
        raise KeyboardInterrupt

    def endless(_: object) -> Any:
        time.sleep(60)

    monkeypatch.setattr(build, "begin", interrupted)
    task: Any = SimpleNamespace(plan=SimpleNamespace(name="x", collected=True))
    with pytest.raises(KeyboardInterrupt):
        list(build.build_all([task], at_once=1, work=endless))
    assert [one.is_alive() for one in begun] == [False]


def test_a_wait_for_volumes_ends_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only between two waits does Python see a Ctrl+C that came right before one."""
    asked: list[float | None] = []
    wait = build.wait

    def impatient(pipes: Any, timeout: float | None = None) -> Any:
        asked.append(timeout)
        return wait(pipes, timeout) if len(asked) > 1 else []

    monkeypatch.setattr(build, "wait", impatient)
    task: Any = SimpleNamespace(plan=SimpleNamespace(name="x", collected=True))
    work: Any = lambda _: "done"  # noqa: E731
    assert list(build.build_all([task], at_once=1, work=work)) == ["done"]
    assert all(one and one <= 2 for one in asked)


def gone(numbers: list[int]) -> bool:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        if not any(map(is_running, numbers)):
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_no_process_of_a_killed_build_is_left(name: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as build:
        assert build.stdout
        assert build.stderr
        numbers = [int(build.stdout.readline()) for _ in range(4)]
        assert all(map(is_running, numbers))
        if name == "SIGINT":
            # Ctrl+C reaches the whole group.
            os.killpg(build.pid, signal.SIGINT)
        else:
            build.send_signal(signal.Signals[name])
        assert gone(numbers)
        build.wait(timeout=20)
        told = build.stderr.read()
    if name == "SIGINT":
        assert (build.returncode, told) == (130, "Đã dừng theo lệnh của bạn.\n")
    else:
        assert told == ""


def test_files_of_a_volume_are_put_together_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / "sach/a.pdf", tmp_path / "sach/A5/a.pdf", tmp_path / "sach/a.epub"]
    put(dict.fromkeys(paths, b"old"))
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        write(path, data[:1])
        if ".epub" in path.name:
            raise OSError(errno.ENOSPC, "No space left on device")
        return len(data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        put(dict.fromkeys(paths, b"new"))
    monkeypatch.undo()
    assert [path.read_bytes() for path in paths] == [b"old"] * 3
    assert sorted(p.name for p in (tmp_path / "sach").rglob("*.*")) == ["a.epub", "a.pdf", "a.pdf"]
    put(dict.fromkeys(paths, b"new"))
    assert [path.read_bytes() for path in paths] == [b"new"] * 3


def test_halves_of_killed_builds_are_removed_and_those_of_others_kept(tmp_path: Path) -> None:
    folder = tmp_path / "dist" / "book"
    prepare(folder)
    assert list(folder.iterdir()) == []
    (folder / "A5").mkdir()
    dead = [folder / f"a.pdf.{ended()}.part", folder / "A5" / f"a.pdf.{ended()}.part"]
    kept = [folder / f"a.pdf.{os.getppid()}.part", folder / "a.part", folder / "a.pdf"]
    for path in (*dead, *kept):
        path.write_bytes(b"x")
    prepare(folder)
    assert sorted(p for p in folder.rglob("*") if p.is_file()) == sorted(kept)


def test_a_folder_that_takes_nothing_is_known_before_a_volume_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "touch", refused)
    with pytest.raises(OSError, match="Read-only"):
        prepare(tmp_path)


MADE = """
import os, time
from scripts.command import guarded
guarded("x", lambda: (print(os.getpid(), flush=True), time.sleep(60)) and 0)
"""


def test_a_command_ends_with_the_make_that_began_it(tmp_path: Path) -> None:
    makefile = tmp_path / "Makefile"
    rule = f"export MAKER := $(shell echo $$PPID)\nx:\n\t@{sys.executable} {tmp_path}/x.py\n"
    makefile.write_text(rule, encoding="utf-8")
    (tmp_path / "x.py").write_text(f"import sys\nsys.path[0] = {str(ROOT)!r}\n{MADE}", "utf-8")
    with subprocess.Popen(
        ["make", "--no-print-directory", "-f", makefile, "x"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
    ) as make:
        assert make.stdout
        number = int(make.stdout.readline())
        make.kill()
        make.wait()
        assert gone([number])


def test_a_command_whose_make_has_been_killed_does_not_begin() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from scripts.command import guarded\nguarded('x', lambda: print(1))",
        ],
        cwd=ROOT,
        env={**os.environ, "MAKER": str(ended())},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
