"""Work on a list that other processes begin at its end, while the caller begins at the front."""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from macros.system import processes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

ResultT = TypeVar("ResultT")
OrderT = TypeVar("OrderT")
OutcomeT = TypeVar("OutcomeT")


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
        then: Callable[[OrderT], OutcomeT],
    ) -> None:
        self._work, self._then, self._names = work, then, names
        self._numbers = {name: number for number, name in enumerate(names)}
        self._done: dict[str, bytes] = {}
        self._collected = False
        # The names from the first of the two numbers to before the second are nobody's yet.
        self._open = get_context().Array("q", [0, len(names)])
        others = min(processes.workers() - 1, len(names) // 2)
        self._others = [processes.Second(self._run) for _ in range(others)]

    def _run(self, pipe: Connection) -> None:
        """Do what is nobody's, from the end; send what came of it; do what follows."""
        caller = os.getppid()
        results = {}
        while (name := self._claimed()) is not None and os.getppid() == caller:
            with suppress(Exception):
                if (result := self._work(name)) is not None:
                    # At once: to make a message of all in the end would keep the caller waiting.
                    results[name] = pickle.dumps(result)
        pipe.send(results)
        pipe.send(self._then(pipe.recv()))

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

        What no other process has begun is the caller's: nobody waits for work that could be done.
        So is what one failed at, for its error to be told where it can be.
        """
        number = self._numbers.get(name)
        if number is None or not self._others:
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
        for other in self._others:
            other.send(order)

    def outcomes(self) -> list[OutcomeT]:
        """Wait for what came of what followed; nothing comes of it where that failed."""
        return list(self._received())

    def _received(self) -> Iterator[Any]:
        lost = []
        for other in self._others:
            try:
                yield other.receive()
            except processes.LostError:
                lost.append(other)
        for other in lost:
            processes.say_lost("một phần các trang")
            self._others.remove(other)

    def close(self) -> None:
        """End the other processes, when nothing more will be asked of them."""
        for other in self._others:
            other.close()
