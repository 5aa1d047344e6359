"""A second processor, where there is one: work forked off a program that runs once and ends.

Not for a server: it has threads, which a new process would copy half-way.
"""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")
OrderT = TypeVar("OrderT")
OutcomeT = TypeVar("OutcomeT")


def workers() -> int:
    """Return how many processes may work at a time: 1 where none can be forked."""
    if "fork" not in get_all_start_methods():
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def aside(work: Callable[[], ResultT]) -> Callable[[], ResultT]:
    """Begin `work` in a process of its own; return the function that waits for its result.

    Without a second processor, or where that process fails, the work is done when asked for, and
    what it raises is raised there.
    """
    if workers() < 2:
        return work
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)

    def begin() -> None:
        with suppress(Exception):
            sender.send(work())

    process = context.Process(target=begin)
    process.start()
    # So that the end of the other process is seen as the end of the pipe.
    sender.close()

    def wait() -> ResultT:
        try:
            result: ResultT = receiver.recv()
        except EOFError:
            result = work()
        process.join()
        return result

    return wait


class Standby:
    """A second process that is begun while this one is small, and given work later.

    One that is forked off a program full of data shares its memory, and each of the two then copies
    what it writes to, page by page: for work that needs none of the data, that costs more than the
    work. Without a second processor, or where that process fails, the work is done when asked for.
    """

    def __init__(self) -> None:
        self._pipe: Connection | None = None
        self._begun = 0
        self._done: list[tuple[bool, Any]] = []
        if workers() < 2:
            return
        context = get_context("fork")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=_stand_by, args=(self._pipe, other), daemon=True)
        self._process.start()
        other.close()

    def close(self) -> None:
        """End the process, when nothing more will be asked of it."""
        if self._pipe is not None:
            self._pipe.close()
            self._process.join()
            self._pipe = None

    def begin(self, work: Callable[[ItemT], ResultT], item: ItemT) -> Callable[[], ResultT]:
        """Begin `work`, a function of a module; return the function that waits for its result."""
        try:
            if self._pipe is None:
                return lambda: work(item)
            self._pipe.send((work, item))
        except OSError:
            return lambda: work(item)
        number = self._begun
        self._begun += 1

        def wait() -> ResultT:
            well, result = self._result(number)
            return result if well else work(item)

        return wait

    def _result(self, number: int) -> tuple[bool, Any]:
        assert self._pipe is not None
        try:
            while len(self._done) <= number:
                self._done.append(self._pipe.recv())
        except (EOFError, OSError):
            return False, None
        well, result = self._done[number]
        self._done[number] = (False, None)
        return well, result


def _stand_by(mine: Connection, pipe: Connection) -> None:
    # Else this process would keep open what is to end it.
    mine.close()
    with suppress(EOFError):
        while True:
            work, item = pipe.recv()
            try:
                answer = True, work(item)
            except Exception:
                # Done again, and told, where it was asked for.
                answer = False, None
            pipe.send(answer)


class Ahead(Generic[ResultT, OrderT, OutcomeT]):
    """Work that other processes begin at the last name, while the caller begins at the first.

    For a caller that must go through the names one by one by itself, in about their order. Where
    the two meet, the others send what they have found, and when told to go on, each does `then`, a
    second work with what the first has left in it. Without a second processor nothing is done
    ahead.

    Each process takes the next name by itself: handed out one by one by a thread of the caller, as
    pools do it, work left the others waiting for a third of their time.
    """

    def __init__(
        self,
        work: Callable[[str], ResultT | None],
        names: Sequence[str],
        then: Callable[[OrderT], OutcomeT] | None = None,
    ) -> None:
        self._work, self._then, self._names = work, then, names
        self._numbers = {name: number for number, name in enumerate(names)}
        self._done: dict[str, bytes] = {}
        self._collected = False
        context = get_context("fork" if workers() > 1 else None)
        others = min(workers() - 1, len(names) // 2)
        # The names from the first of the two numbers to before the second are nobody's yet.
        self._open = context.Array("q", [0, len(names)])
        pipes = [context.Pipe() for _ in range(others)]
        self._pipes = [pipe for pipe, _ in pipes]
        self._processes = [
            context.Process(target=self._run, args=(at, pipes), daemon=True)
            for at in range(len(pipes))
        ]
        for process in self._processes:
            process.start()
        # So that the end of another process is seen as the end of its pipe.
        for _, other in pipes:
            other.close()

    def _run(self, at: int, pipes: Sequence[tuple[Connection, Connection]]) -> None:
        """Do what is nobody's, from the end; send what came of it; do what follows, if anything."""
        own = pipes[at][1]
        # Else this process would not see that the caller was killed.
        for pipe in (end for ends in pipes for end in ends if end is not own):
            pipe.close()
        caller = os.getppid()
        results = {}
        while (name := self._claimed()) is not None and os.getppid() == caller:
            with suppress(Exception):
                if (result := self._work(name)) is not None:
                    # At once, since to make a message of all in the end would keep the caller
                    # waiting.
                    results[name] = pickle.dumps(result)
        with suppress(Exception):
            own.send(results)
            if self._then:
                own.send(self._then(own.recv()))

    def _claimed(self) -> str | None:
        """Return the last name that is nobody's, which now is the asking process's."""
        with self._open.get_lock():
            if self._open[0] >= self._open[1]:
                return None
            self._open[1] -= 1
            number: int = self._open[1]
        return self._names[number]

    def take(self, name: str) -> ResultT | None:
        """Return the result for `name`, or None where the caller is to do the work.

        What no worker has begun is the caller's: nobody waits for work that could be done. So is
        what a worker failed at, for its error to be told where it can be.
        """
        number = self._numbers.get(name)
        if number is None or not self._pipes:
            return None
        with self._open.get_lock():
            untaken = number < self._open[1]
            if untaken:
                self._open[0] = max(self._open[0], number + 1)
        if untaken:
            return None
        self._collect()
        found = self._done.pop(name, None)
        result: ResultT | None = pickle.loads(found) if found else None  # noqa: S301  (our own)
        return result

    def _collect(self) -> None:
        """Wait until the others have done what they began, and sent it."""
        if not self._collected:
            self._collected = True
            for results in self._received():
                self._done |= results

    def go_on(self, order: OrderT) -> None:
        """Let the others begin what follows, when every name has been asked for."""
        self._collect()
        for pipe in self._pipes:
            with suppress(OSError):
                pipe.send(order)

    def outcomes(self) -> list[OutcomeT]:
        """Wait for what came of what followed; nothing comes of it where that failed."""
        return list(self._received())

    def _received(self) -> Iterator[Any]:
        for pipe in self._pipes:
            with suppress(EOFError, OSError):
                yield pipe.recv()

    def close(self) -> None:
        """End the other processes, when nothing more will be asked of them."""
        for process in self._processes:
            process.terminate()
            process.join()
        for pipe in self._pipes:
            pipe.close()
