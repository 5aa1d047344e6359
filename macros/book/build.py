"""Builds the volumes in parallel, each in its own process."""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path

from macros.book.compose import compose
from macros.book.order import KINDS, Order, Result
from macros.book.printing_house import RefusedError
from macros.book.proof import FaultyVolumeError
from macros.chapter import ChapterError
from macros.messages.problems import Position, Problem

DRAFT, PRESS = "draft", "press"
"""Other kinds: the sheets of a draft; the files for a press, including that for deposit."""

ALL_KINDS = (*KINDS, DRAFT, PRESS)


class _UnwritableError(Exception):
    """A file cannot be written into the folder of books; the message is that of the system."""


def build(order: Order) -> Result:
    """Build one volume in this process; each file is put in its place only when complete."""
    result = Result(order.plan.name)
    start = time.perf_counter()
    try:
        _build(order, result)
    except (ChapterError, FaultyVolumeError) as error:
        result.problems += error.problems
    except RefusedError as error:
        result.problems.append(error.problem)
    except _UnwritableError as error:
        position = Position(f"dist/book/{order.plan.name}")
        message = f"không ghi được tập này vào {order.folder} ({error})"
        remedy = "xem ổ đĩa còn chỗ, và thư mục ấy có cho ghi không, rồi chạy lại"
        result.problems.append(Problem(position, message, remedy))
    except Exception as error:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        position = Position(f"dist/book/{order.plan.name}")
        message = f"không dựng được tập này ({what})"
        result.problems.append(
            Problem(position, message, "gửi dòng này cho người phụ trách mã nguồn")
        )
    result.seconds = time.perf_counter() - start
    # The largest of its processes, because stretches are laid out in several.
    held = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    result.memory = max(resource.getrusage(one).ru_maxrss for one in held) / 1024
    return result


def _build(order: Order, result: Result) -> None:
    # Imported here: WeasyPrint needs libraries that only the process of a volume must have.
    from macros.book import collected, epub, paper
    from macros.book.finishing import files
    from macros.book.page_list import read_starts

    bound = epub.NOT_PRINTED
    if {"pdf", DRAFT, PRESS} & set(order.kinds):
        volume = compose(order.plan, order.settings, order.archive, width=order.layout.measure)
        result.problems += volume.problems
        print_volume = (
            partial(collected.print_collected, at_once=order.at_once)
            if order.plan.collected
            else paper.print_volume
        )
        printed = print_volume(volume, order.settings, order.archive, order.edition, order.layout)
        result.problems += printed.problems
        result.pages = printed.pages
        bound = epub.Printed(order.layout.words, read_starts(printed.data))
        start = order.layout.folder(order.folder) / order.plan.name
        if "pdf" in order.kinds:
            _put(start.with_name(f"{start.name}.pdf"), printed.data)
        if DRAFT in order.kinds:
            sheets = files.draft(order, volume, printed.data)
            _put(start.with_name(f"{start.name}-ban-thao.pdf"), sheets)
        if PRESS in order.kinds:
            given = files.press(order, volume, printed.data, printed.pages)
            result.problems += given.problems
            for end, data in given.files.items():
                _put(start.with_name(f"{start.name}{end}"), data)
    if "epub" in order.kinds:
        volume = compose(order.plan, order.settings, order.archive, width=float("inf"))
        result.problems += [one for one in volume.problems if one not in result.problems]
        data = epub.bind(volume, order.settings, order.archive, order.edition, bound)
        _put(order.folder / f"{order.plan.name}.epub", data)


def _put(path: Path, data: bytes) -> None:
    """Write a file atomically."""
    half = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(data)
        half.replace(path)
    except OSError as error:
        raise _UnwritableError(error.strerror or error) from error


Work = Callable[[Order], Result]


def build_all(
    orders: Sequence[Order], *, at_once: int | None = None, work: Work = build
) -> Iterator[Result]:
    """Build volumes in parallel; yield each result when done. A crash affects only one volume."""
    context = multiprocessing.get_context("fork")
    waiting = list(orders)
    running: dict[Connection, tuple[Order, ForkProcess]] = {}
    limit = at_once or os.cpu_count() or 1
    while waiting or running:
        while waiting and len(running) < limit:
            order = waiting.pop(0)
            here, there = context.Pipe(duplex=False)
            process = context.Process(target=_run, args=(work, order, there))
            process.start()
            there.close()
            running[here] = (order, process)
        for ready in wait(list(running)):
            assert isinstance(ready, Connection)
            order, process = running.pop(ready)
            yield _received(ready, order)
            ready.close()
            process.join()


def _run(work: Work, order: Order, answer: Connection) -> None:
    # The process ends with its volume, so garbage need not be collected: searching millions of
    # boxes for it took a third of the time.
    gc.disable()
    answer.send(work(order))
    answer.close()


def _received(answer: Connection, order: Order) -> Result:
    """Return the result from a process, or a failed result if it died."""
    try:
        result: Result = answer.recv()
    except EOFError:
        position = Position(f"dist/book/{order.plan.name}")
        message = "tiến trình dựng tập này bị dừng giữa chừng"
        remedy = "kiểm tra bộ nhớ còn trống của máy rồi chạy lại"
        return Result(order.plan.name, problems=[Problem(position, message, remedy)])
    return result
