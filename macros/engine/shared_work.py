"""A list of work that worker processes take from its end while the caller takes from the front."""

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


class SharedWork(Generic[ResultT, OrderT, OutcomeT]):
    """Work on named items, shared between the caller and worker processes.

    The caller must ask for the items one by one, roughly in their order. Workers take items from
    the end of the list. When caller and workers meet, the workers send their results. In a second
    phase, which the caller starts, each worker runs `then` with what the first phase left in its
    memory. With a single processor there are no workers and the caller does everything.

    Each worker claims its next item by itself. With a pool, which hands out items from a thread of
    the caller, the workers waited for a third of their time.
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
        # Two numbers: the items from the first one to before the second are not yet claimed.
        self._unclaimed = get_context().Array("q", [0, len(names)])
        others = min(processes.workers() - 1, len(names) // 2)
        self._workers = [processes.WorkerProcess(self._run) for _ in range(others)]

    def _run(self, pipe: Connection) -> None:
        """Work on unclaimed items from the end, send the results, then run the second phase."""
        caller = os.getppid()
        results = {}
        while (name := self._claim_last()) is not None and os.getppid() == caller:
            with suppress(Exception):
                if (result := self._work(name)) is not None:
                    # Pickled now: pickling all results at the end would keep the caller waiting.
                    results[name] = pickle.dumps(result)
        pipe.send(results)
        pipe.send(self._then(pipe.recv()))

    def _claim_last(self) -> str | None:
        """Claim the last unclaimed item for this process; return its name, None if none is left."""
        with self._unclaimed.get_lock():
            if self._unclaimed[0] >= self._unclaimed[1]:
                return None
            self._unclaimed[1] -= 1
            number: int = self._unclaimed[1]
        return self._names[number]

    def take(self, name: str) -> ResultT | None:
        """Return a worker's result for `name`, or None where the caller must do the work.

        The caller does every item that no worker has claimed, so that it never waits for work that
        it could do, and every item that a worker failed at, so that it can report the error.
        """
        number = self._numbers.get(name)
        if number is None or not self._workers:
            return None
        with self._unclaimed.get_lock():
            untaken = number < self._unclaimed[1]
            if untaken:
                self._unclaimed[0] = max(self._unclaimed[0], number + 1)
        if untaken:
            return None
        self._collect()
        found = self._done.pop(name, None)
        result: ResultT | None = pickle.loads(found) if found else None  # noqa: S301  (our own)
        return result

    def _collect(self) -> None:
        """Wait for the workers to finish the items they claimed, and receive the results."""
        if not self._collected:
            self._collected = True
            for results in self._received():
                self._done |= results

    def start_second_phase(self, order: OrderT) -> None:
        """Start the second phase in the workers, once the caller has asked for every name."""
        self._collect()
        for other in self._workers:
            other.send(order)

    def outcomes(self) -> list[OutcomeT]:
        """Wait for the results of the second phase; a worker that failed gives none."""
        return list(self._received())

    def _received(self) -> Iterator[Any]:
        lost = []
        for other in self._workers:
            try:
                yield other.receive()
            except processes.WorkerLostError:
                lost.append(other)
        for other in lost:
            processes.warn_of_fallback("một phần các trang")
            self._workers.remove(other)

    def close(self) -> None:
        """End the workers."""
        for other in self._workers:
            other.close()
