"""A second processor, where there is one: work forked off a program that runs once and ends.

Not for a server: it has threads, which a new process would copy half-way.
"""

from __future__ import annotations

import os
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

# Fewer are done before a process has started.
_WORTH_IT = 100
_CHUNKS_A_WORKER = 8


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


def each(work: Callable[[ItemT], ResultT], items: Sequence[ItemT]) -> list[ResultT]:
    """Return the result of `work`, a function of a module, for each item, in their order.

    Items and results go from process to process, so they had better be small. What `work` raises
    is raised here.
    """
    count = workers()
    if count < 2 or len(items) < _WORTH_IT:
        return [work(item) for item in items]
    size = max(1, len(items) // (count * _CHUNKS_A_WORKER))
    with get_context("fork").Pool(count) as pool:
        return pool.map(work, items, size)
