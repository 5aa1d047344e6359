"""Worker processes, forked from the main one, to use more than one processor.

`WorkerProcess` is the primitive; `in_background` and `StandbyWorker` are the usual ways to use it.
If a worker fails, the caller does the work itself and warns that it did. A server cannot use this:
it has threads, and a fork copies only one of them.
"""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import threading
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

# From <linux/prctl.h>.
_PR_SET_PDEATHSIG = 1

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


class WorkerLostError(Exception):
    """The worker has failed or ended: the caller must do the work itself."""


def workers() -> int:
    """Return how many processes may run at a time: 1 where the system cannot fork."""
    if "fork" not in get_all_start_methods():
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class WorkerProcess:
    """A process that runs `work` at once and talks with the caller over a pipe.

    `work` gets its end of the pipe and sees everything that the caller has in memory. An exception
    ends the process silently: the caller then does the work itself and meets the same exception.
    """

    def __init__(self, work: Callable[[Connection], None]) -> None:
        context = get_context("fork")
        self._pipe, other = context.Pipe()
        self._process = context.Process(
            target=_run, args=(work, self._pipe, other, os.getpid()), daemon=True
        )
        begin(self._process)
        # Closed here, so that the caller notices the end of the worker as the end of the pipe.
        other.close()

    def send(self, item: object) -> None:
        """Send something to the worker; if it has ended, the next `receive` raises."""
        with suppress(OSError):
            self._pipe.send(item)

    def receive(self) -> Any:
        """Wait for what the worker sends next; raises WorkerLostError if it has ended."""
        try:
            return self._pipe.recv()
        except (EOFError, OSError):
            raise WorkerLostError from None

    def close(self) -> None:
        """End the worker."""
        self._pipe.close()
        self._process.terminate()
        self._process.join()


def _run(
    work: Callable[[Connection], None], callers: Connection, pipe: Connection, caller: int
) -> None:
    serve_only(caller)
    # Otherwise the worker would hold open the very pipe whose closing must end it.
    callers.close()
    with suppress(Exception):
        work(pipe)


def begin(process: BaseProcess) -> None:
    """Start a process that calls `serve_only`; Ctrl+C cannot reach it before that."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve_only(caller: int) -> None:
    """Let this process, which `begin` has started, live no longer than the process `caller`.

    Ctrl+C reaches every process of the terminal: the caller reports it, and ends the others.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    end_with_parent(caller)


def end_with_parent(parent: int) -> None:
    """Let the system end this process when its parent is killed (Linux' prctl(2)).

    The parent may have been killed before the system is asked: then this process ends at once.
    """
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def end_with_make() -> None:
    """End this process when the `make` that started it is killed; MAKER holds its process id.

    A killed `make` cannot end its children, and it may have been killed before this call.
    """
    maker = os.environ.get("MAKER", "")
    if maker.isdecimal():
        end_with_parent(os.getppid())
        if not is_running(int(maker)):
            os._exit(1)


def is_running(number: int) -> bool:
    """Return whether the process with this id runs; one that only waits to be reaped does not."""
    try:
        # Linux: the state follows the name, which may contain brackets.
        state = Path(f"/proc/{number}/stat").read_bytes().rpartition(b") ")[2][:1]
        return state not in b"ZX"
    except OSError:
        pass
    try:
        os.kill(number, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return number > 0


def warn_of_fallback(what: str) -> None:
    """Warn that the work named by `what` is repeated in the main process, which takes longer."""
    logging.getLogger(__name__).warning(
        "một tiến trình phụ dừng giữa chừng: %s được làm lại ở tiến trình chính, lâu hơn", what
    )


def in_background(what: str, work: Callable[[], ResultT]) -> Callable[[], ResultT]:
    """Start `work` in a worker; return a function that waits for its result.

    With a single processor, or if the worker fails, that function does the work itself and raises
    what the work raises. `what` names the work to the editor.
    """
    if workers() < 2:
        return work
    second = WorkerProcess(lambda pipe: pipe.send(work()))

    def wait() -> ResultT:
        try:
            result: ResultT = second.receive()
        except WorkerLostError:
            warn_of_fallback(what)
            result = work()
        finally:
            second.close()
        return result

    return wait


class StandbyWorker:
    """A worker that is forked early, while the main process holds little, and gets work later.

    A process that is forked late shares much memory with its parent, and both then copy each page
    of it that they write to: at 300 chapters that took 0.4 s longer than the work itself. With a
    single processor, or if the worker fails, the work is done by whoever asks for the result.
    """

    def __init__(self) -> None:
        self._worker = WorkerProcess(_serve_requests) if workers() > 1 else None
        self._started = 0
        self._done: list[tuple[bool, Any]] = []

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def start(
        self, what: str, work: Callable[[ItemT], ResultT], item: ItemT
    ) -> Callable[[], ResultT]:
        """Start `work`, a module-level function; return a function that waits for its result."""
        if self._worker is None:
            return lambda: work(item)
        self._worker.send((work, item))
        number = self._started
        self._started += 1

        def wait() -> ResultT:
            try:
                well, result = self._result(number)
            except WorkerLostError:
                well, result = False, None
            if not well:
                warn_of_fallback(what)
            return result if well else work(item)

        return wait

    def _result(self, number: int) -> tuple[bool, Any]:
        assert self._worker is not None
        while len(self._done) <= number:
            self._done.append(self._worker.receive())
        found = self._done[number]
        self._done[number] = (False, None)
        return found


def _serve_requests(pipe: Connection) -> None:
    # Read as they come, while the work is done: of a large site both requests and answers are
    # larger than what a pipe holds, and each side would wait for the other to read for ever.
    requests: SimpleQueue[tuple[Callable[[Any], Any], Any]] = SimpleQueue()
    threading.Thread(target=_queue, args=(pipe, requests), daemon=True).start()
    while True:
        work, item = requests.get()
        try:
            answer = True, work(item)
        except Exception:
            # The caller repeats the work and reports the error.
            answer = False, None
        pipe.send(answer)


def _queue(pipe: Connection, requests: SimpleQueue[Any]) -> None:
    """Put all that comes by the pipe into a queue; the end of the pipe ends the process."""
    try:
        while True:
            requests.put(pipe.recv())
    except (EOFError, OSError):
        os._exit(1)
