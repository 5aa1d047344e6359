"""Tries mutants: applies each to a copy of the project and runs the tests of its room."""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from scripts.mutants.rooms import room_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scripts.mutants.mutant import Mutant
    from scripts.mutants.rooms import Room

_NOT_COPIED = {".git", ".venv", ".cache", ".mypy_cache", ".ruff_cache", "site", "dist"}
_MEMORY = 4 << 30
"""The memory limit for tests, in bytes: an endless loop may also fill the memory."""
SHORTEST = 10.0
_TIMES_AS_LONG = 4
"""The time limit for a mutant: this factor times the time of the room's tests, plus SHORTEST."""
_NOT_IMPORTED = re.compile(r"^ERROR (?!.*::)", re.MULTILINE)


class Fate(Enum):
    """What became of a mutant; all but ALIVE count as killed."""

    KILLED = "bị kiểm thử phát hiện"
    NOT_IMPORTED = "không nạp được"
    TIMEOUT = "quá giờ"
    ALIVE = "còn sống"


@dataclass(frozen=True)
class Trial:
    """A mutant, what became of it, and the seconds that its tests took."""

    mutant: Mutant
    fate: Fate
    seconds: float


class TrialError(Exception):
    """The tests are not usable: they fail without a mutant, or could not be run."""


def try_all(
    root: Path,
    rooms: Sequence[Room],
    mutants: Sequence[Mutant],
    jobs: int,
    shortest: float = SHORTEST,
) -> Iterator[Trial]:
    """Yield the trial of each mutant as it ends, `jobs` at a time; raises TrialError.

    Each has `shortest` seconds, plus a multiple of the time of its room's tests.
    """
    tried = [room for room in rooms if any(room_of(one, rooms) is room for one in mutants)]
    with TemporaryDirectory(prefix="mutants-") as folder:
        copies = [Path(folder) / str(number) for number in range(jobs)]
        shutil.copytree(root, copies[0], ignore=_ignored(root))
        limits = {room: shortest + _limit(copies[0], room) for room in tried}
        for copy in copies[1:]:
            shutil.copytree(copies[0], copy)
        free: SimpleQueue[Path] = SimpleQueue()
        for copy in copies:
            free.put(copy)

        def attempt(mutant: Mutant) -> Trial:
            copy = free.get()
            try:
                room = room_of(mutant, rooms)
                return _try(copy, mutant, room, limits[room])
            finally:
                free.put(copy)

        with ThreadPoolExecutor(jobs) as pool:
            for done in as_completed([pool.submit(attempt, mutant) for mutant in mutants]):
                yield done.result()


def _ignored(root: Path) -> Callable[[str, list[str]], set[str]]:
    def ignore(folder: str, names: list[str]) -> set[str]:
        top = _NOT_COPIED & set(names) if Path(folder) == root else set()
        return {*top, "__pycache__"}

    return ignore


def _limit(copy: Path, room: Room) -> float:
    """Run the room's tests, which must pass; return a time limit from the time they take."""
    start = time.monotonic()
    status, output = _run_tests(copy, room.files(copy), None, write_bytecode=True)
    if status != 0:
        raise TrialError(f"{room.name}:\n{output[-2000:]}")
    return _TIMES_AS_LONG * (time.monotonic() - start)


def _try(copy: Path, mutant: Mutant, room: Room, limit: float) -> Trial:
    start = time.monotonic()
    module = Path(mutant.path).stem
    with _put_in(copy, mutant):
        status, output = _run_tests(copy, room.files(copy, module), limit)
    return Trial(mutant, _fate(mutant, status, output), time.monotonic() - start)


def _fate(mutant: Mutant, status: int | None, output: str) -> Fate:
    """Return the fate from the exit status of the tests; a negative one is a signal."""
    if status is None:
        return Fate.TIMEOUT
    if status == pytest.ExitCode.OK:
        return Fate.ALIVE
    if status > 0 and status not in (pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED):
        raise TrialError(f"{mutant}: pytest {status}\n{output[-2000:]}")
    return Fate.NOT_IMPORTED if _NOT_IMPORTED.search(output) else Fate.KILLED


@contextmanager
def _put_in(copy: Path, mutant: Mutant) -> Iterator[None]:
    """Apply the mutant to the copy; restore the file afterwards."""
    path = copy / mutant.path
    source = path.read_bytes()
    # Python recompiles by time and size of the source, which a mutant may not change.
    for compiled in path.parent.glob(f"__pycache__/{path.stem}.*"):
        compiled.unlink()
    path.write_bytes(mutant.applied(source))
    try:
        yield
    finally:
        path.write_bytes(source)


def _run_tests(
    copy: Path, files: Sequence[str], limit: float | None, *, write_bytecode: bool = False
) -> tuple[int | None, str]:
    """Return the exit status of the tests, None if they took too long, and what they printed."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "--tb=no"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "" if write_bytecode else "1"}
    process = subprocess.Popen(
        [*command, "-p", "no:cacheprovider", *files],
        cwd=copy,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    resource.prlimit(process.pid, resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    try:
        output, _ = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        # Also ends processes that a test has started.
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return None, ""
    return process.returncode, output
