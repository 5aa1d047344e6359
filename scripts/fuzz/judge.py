"""Judges what reading an input does, and finds the smallest input that does the same wrong."""

from __future__ import annotations

import re
import signal
import time
import traceback
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from macros.system.program import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import FrameType

    from macros.messages.problems import Problem

SECONDS = 2.0
"""The processor time that one input may take."""
_TRIES = 3_000
_TRYING = 20.0
_LINE = re.compile(r"\S.*:\d+:\d+: (?:lỗi|cảnh báo|ghi chú): .+ → .+")


class TooSlowError(BaseException):
    """The time is up. Not an Exception, so that no handler of a reader catches it."""


@dataclass(frozen=True)
class Verdict:
    """What was wrong with reading an input; verdicts of the same `kind` have the same cause."""

    kind: str
    detail: str


def judge(read: Callable[[bytes], Iterable[Problem]], data: bytes) -> Verdict | None:
    """Read `data`; return what was wrong with that, or None."""
    start = time.process_time()
    try:
        with _limited(2 * SECONDS):
            problems = list(read(data))
    except TooSlowError:
        return Verdict("quá lâu", f"hơn {2 * SECONDS:.0f} giây")
    except Exception as error:
        return _raised(error)
    taken = time.process_time() - start
    if taken > SECONDS:
        return Verdict("quá lâu", f"{taken:.1f} giây")
    return next(_wrong(problems, data), None)


def _wrong(problems: Iterable[Problem], data: bytes) -> Iterator[Verdict]:
    # As editors count: a lone carriage return ends a line too.
    last = len(re.split(rb"\r\n|\r|\n", re.sub(rb"(?:\r\n|\r|\n)\Z", b"", data)))
    for problem in problems:
        line = str(problem)
        if len(line.splitlines()) != 1 or not _LINE.fullmatch(line):
            yield Verdict("không phải một dòng", repr(line))
        if not 1 <= problem.position.line <= last or problem.position.column < 1:
            # The cause is the message without what it quotes.
            cause = re.sub(r"“[^”]*”|\d+", "…", problem.message)
            yield Verdict(f"dòng ngoài tệp ({cause})", f"{line!r}, tệp có {last} dòng")


def _raised(error: Exception) -> Verdict:
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if Path(f.filename).is_relative_to(PROGRAM / "macros")] or frames
    place = f"{Path(own[-1].filename).name}:{own[-1].lineno}"
    what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return Verdict(f"{type(error).__name__} ở {place}", what)


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError

    # Another signal than that of the program's own limit (`macros.system.time_limit`).
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def smallest(read: Callable[[bytes], Iterable[Problem]], data: bytes, kind: str) -> bytes:
    """Return the smallest part of `data` found in time that is wrong in the same way."""
    until = time.monotonic() + _TRYING
    left = _TRIES

    def still(shorter: bytes) -> bool:
        nonlocal left
        left -= 1
        found = judge(read, shorter)
        return found is not None and found.kind == kind

    size = max(1, len(data) // 2)
    while size:
        at = 0
        while at < len(data):
            if not left or time.monotonic() > until:
                return data
            if still(shorter := data[:at] + data[at + size :]):
                data = shorter
            else:
                at += size
        size //= 2
    return data
