"""A second processor, where there is one: work in processes forked off a program that ends.

Not for a server: it has threads, which a new process would copy half-way. `Second` is the one
primitive; `aside` and `Standby` are the two ways in which most work is given to it. Whoever falls
back to doing the work alone, because the other process failed, says so.
"""

from __future__ import annotations

import ctypes
import logging
import os
import signal
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

# From <linux/prctl.h>.
_PR_SET_PDEATHSIG = 1

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


class LostError(Exception):
    """The other process has failed or ended: what was asked of it must be done by the caller."""


def workers() -> int:
    """Return how many processes may work at a time: 1 where none can be forked."""
    if "fork" not in get_all_start_methods():
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Second:
    """A process that does `work`, begun at once, and talks with the caller over a pipe.

    `work` is given its end of the pipe and has all that the caller has in memory. An exception
    ends the process without a word: the caller then does the work itself, and tells of it there.
    """

    def __init__(self, work: Callable[[Connection], None]) -> None:
        context = get_context("fork")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=_run, args=(work, self._pipe, other), daemon=True)
        self._process.start()
        # So that the end of the other process is seen as the end of the pipe.
        other.close()

    def send(self, item: object) -> None:
        """Hand something to the process; where it has ended, the next `receive` says so."""
        with suppress(OSError):
            self._pipe.send(item)

    def receive(self) -> Any:
        """Wait for what the process sends next; raises LostError where nothing will come."""
        try:
            return self._pipe.recv()
        except (EOFError, OSError):
            raise LostError from None

    def close(self) -> None:
        """End the process, when nothing more will be asked of it."""
        self._pipe.close()
        self._process.terminate()
        self._process.join()


def _run(work: Callable[[Connection], None], callers: Connection, pipe: Connection) -> None:
    end_with_parent()
    # Else this process would keep open what is to end it.
    callers.close()
    # Ctrl+C reaches every process of the terminal: the caller tells of it.
    with suppress(Exception, KeyboardInterrupt):
        work(pipe)


def end_with_parent() -> None:
    """Let the system end this process when the one that began it is killed (Linux' prctl(2))."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def say_lost(what: str) -> None:
    """Say that the work named by `what` is done again in this process, which takes longer."""
    logging.getLogger(__name__).warning(
        "một tiến trình phụ dừng giữa chừng: %s được làm lại ở tiến trình chính, lâu hơn", what
    )


def aside(what: str, work: Callable[[], ResultT]) -> Callable[[], ResultT]:
    """Begin `work` in a process of its own; return the function that waits for its result.

    Without a second processor, or where that process fails, the work is done when asked for, and
    what it raises is raised there. `what` names it to the editor.
    """
    if workers() < 2:
        return work
    second = Second(lambda pipe: pipe.send(work()))

    def wait() -> ResultT:
        try:
            result: ResultT = second.receive()
        except LostError:
            say_lost(what)
            result = work()
        finally:
            second.close()
        return result

    return wait


class Standby:
    """A second process that is begun while this one is small, and given work later.

    One that is forked off a program full of data shares its memory, and each of the two then
    copies what it writes to, page by page: at 300 chapters that took 0.4 s more than the work
    itself. Without a second processor, or where that process fails, work is done when asked for.
    """

    def __init__(self) -> None:
        self._second = Second(_stand_by) if workers() > 1 else None
        self._begun = 0
        self._done: list[tuple[bool, Any]] = []

    def close(self) -> None:
        """End the process, when nothing more will be asked of it."""
        if self._second is not None:
            self._second.close()
            self._second = None

    def begin(
        self, what: str, work: Callable[[ItemT], ResultT], item: ItemT
    ) -> Callable[[], ResultT]:
        """Begin `work`, a function of a module; return the function that waits for its result."""
        if self._second is None:
            return lambda: work(item)
        self._second.send((work, item))
        number = self._begun
        self._begun += 1

        def wait() -> ResultT:
            try:
                well, result = self._result(number)
            except LostError:
                well, result = False, None
            if not well:
                say_lost(what)
            return result if well else work(item)

        return wait

    def _result(self, number: int) -> tuple[bool, Any]:
        assert self._second is not None
        while len(self._done) <= number:
            self._done.append(self._second.receive())
        found = self._done[number]
        self._done[number] = (False, None)
        return found


def _stand_by(pipe: Connection) -> None:
    while True:
        work, item = pipe.recv()
        try:
            answer = True, work(item)
        except Exception:
            # Done again, and told, where it was asked for.
            answer = False, None
        pipe.send(answer)
