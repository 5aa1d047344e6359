"""Work on many items, spread over as many processes as there are processors."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from macros.system.processes import in_background, workers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


def in_parallel(
    what: str,
    work: Callable[[ItemT], ResultT],
    items: Sequence[ItemT],
    *,
    parallel: bool = True,
) -> list[ResultT]:
    """Return what `work` gives for each item, in their order.

    Each of n processes takes every nth item, so that large items in a row are divided among them.
    `what` names the work to the editor, should a process fail. A program with threads must not
    fork: it passes `parallel=False`.
    """
    count = min(workers(), len(items)) if parallel else 1
    if count < 2:
        return [work(one) for one in items]
    shares = [items[first::count] for first in range(count)]
    others = [in_background(what, partial(_each, work, share)) for share in shares[1:]]
    done = [_each(work, shares[0]), *(wait() for wait in others)]
    return [done[at % count][at // count] for at in range(len(items))]


def _each(work: Callable[[ItemT], ResultT], items: Sequence[ItemT]) -> list[ResultT]:
    return [work(one) for one in items]
