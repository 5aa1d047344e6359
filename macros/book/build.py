"""Builds the volumes in parallel, each in its own process."""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path

from macros.book.compose import Volume, compose
from macros.book.formats import Format
from macros.book.printing_house import RefusedError
from macros.book.proof import FaultyVolumeError
from macros.book.task import KINDS, Result, Task
from macros.chapter import ChapterError
from macros.messages.disk import disk_problem
from macros.messages.problems import Position, Problem
from macros.project.books import BUILT
from macros.system.processes import begin, in_background, is_running, serve_only

DRAFT, PRESS = "draft", "press"
"""Further kinds of file: the sheets of a draft; the files for a press, and a copy for deposit."""

ALL_KINDS = (*KINDS, DRAFT, PRESS)


def build(task: Task) -> Result:
    """Build one volume in this process; its files are written only when all are complete."""
    result = Result(task.plan.name)
    start = time.perf_counter()
    try:
        put(_files(task, result))
    except (ChapterError, FaultyVolumeError) as error:
        result.problems += error.problems
    except RefusedError as error:
        result.problems.append(error.problem)
    except Exception as error:
        problem = disk_problem(error, _shown(task)) if isinstance(error, OSError) else None
        result.problems.append(problem or _fault(error, task))
    result.seconds = time.perf_counter() - start
    # The largest of its processes, because stretches are laid out in several.
    held = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    result.memory = max(resource.getrusage(one).ru_maxrss for one in held) / 1024
    return result


def _fault(error: Exception, task: Task) -> Problem:
    what = " ".join(f"{type(error).__name__}: {error}".split())
    message = f"không dựng được tập này ({what})"
    return Problem(Position(_shown(task)), message, "gửi dòng này cho người phụ trách mã nguồn")


def _shown(task: Task) -> str:
    """Return the path at which problems of a whole volume are reported."""
    return f"{BUILT}/{task.plan.name}"


def _files(task: Task, result: Result) -> dict[Path, bytes]:
    """Return the files of a volume by path; `result` gets the number of pages and the problems."""
    # Imported here: WeasyPrint needs libraries that only the process of a volume must have.
    from macros.book import collected, epub, pdf
    from macros.book.finishing import files

    made: dict[Path, bytes] = {}
    bound = epub.NOT_PRINTED
    if {"pdf", DRAFT, PRESS} & set(task.kinds):
        volume = _composed(task, task.layout)
        result.problems += volume.problems
        print_volume = (
            partial(collected.print_collected, at_once=task.at_once)
            if task.plan.collected
            else pdf.print_volume
        )
        printed = print_volume(volume, task.settings, task.archive, task.edition, task.layout)
        result.problems += printed.problems
        result.pages = printed.pages
        bound = epub.Printed(task.layout.words, printed.starts)
        start = task.layout.folder(task.folder) / task.plan.name
        if "pdf" in task.kinds:
            made[start.with_name(f"{start.name}.pdf")] = printed.data
        if DRAFT in task.kinds:
            sheets = files.draft(task, volume, printed.data)
            made[start.with_name(f"{start.name}-ban-thao.pdf")] = sheets
        if PRESS in task.kinds:
            given = files.press(task, volume, printed.data, printed.pages)
            result.problems += given.problems
            for end, data in given.files.items():
                made[start.with_name(f"{start.name}{end}")] = data
    if "epub" in task.kinds:
        volume = _composed(task, None)
        result.problems += [one for one in volume.problems if one not in result.problems]
        data = epub.bind(volume, task.settings, task.archive, task.edition, bound)
        made[task.folder / f"{task.plan.name}.epub"] = data
    return made


def _composed(task: Task, layout: Format | None) -> Volume:
    width = layout.measure if layout else float("inf")
    work = partial(compose, task.plan, task.settings, task.archive, width=width, layout=layout)
    # Composing many organizations leaves much in memory, which ends with a process of its own.
    return in_background("việc soạn toàn tập", work)() if task.plan.collected else work()


def put(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together: first all under temporary names, then rename each.

    Raises OSError; the old files then stay.
    """
    halves = {path: path.with_name(f"{path.name}.{os.getpid()}.part") for path in files}
    try:
        for path, half in halves.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(files[path])
        for path, half in halves.items():
            half.replace(path)
    finally:
        for half in halves.values():
            with suppress(OSError):
                half.unlink()


def prepare(folder: Path) -> None:
    """Prepare the folder of books: remove what killed builds have left, and try to write.

    Raises OSError here, so that it is not first noticed when a volume is done.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for half in folder.rglob("*.part"):
        number = half.suffixes[-2][1:] if len(half.suffixes) > 1 else ""
        if number.isdecimal() and not is_running(int(number)):
            half.unlink(missing_ok=True)
    probe = folder / f".{os.getpid()}.part"
    probe.touch()
    probe.unlink()


Work = Callable[[Task], Result]


_LOOKS_UP = 1.0
"""Seconds after which waiting begins anew: a Ctrl+C that came right before it began to wait is seen
only when the wait ends, which without this was when a volume was finished."""


def build_all(
    tasks: Sequence[Task], *, at_once: int | None = None, work: Work = build
) -> Iterator[Result]:
    """Build volumes in parallel; yield each result when done. A crash affects only one volume."""
    context = multiprocessing.get_context("fork")
    waiting = list(tasks)
    running: dict[Connection, tuple[Task, ForkProcess]] = {}
    limit = at_once or os.cpu_count() or 1
    try:
        while waiting or running:
            while waiting and len(running) < limit:
                task = waiting.pop(0)
                here, there = context.Pipe(duplex=False)
                process = context.Process(target=_run, args=(work, task, there, os.getpid()))
                # Listed before it begins, so that Ctrl+C right afterwards ends it too.
                running[here] = (task, process)
                begin(process)
                there.close()
            for ready in wait(list(running), _LOOKS_UP):
                assert isinstance(ready, Connection)
                task, process = running.pop(ready)
                yield _received(ready, task)
                ready.close()
                process.join()
    finally:
        # The caller has stopped: Ctrl+C, or the reader of the output has closed it.
        for _, process in running.values():
            if process.pid is not None:
                process.kill()
                process.join()


def _run(work: Work, task: Task, answer: Connection, caller: int) -> None:
    serve_only(caller)
    if not task.plan.collected:
        # The process ends with its volume, so no garbage need be collected; looking for it among
        # millions of boxes took a third of the time. The boxes of the collected volume are in
        # processes of their own, and what composing many organizations leaves would add up.
        gc.disable()
    answer.send(work(task))
    answer.close()


def _received(answer: Connection, task: Task) -> Result:
    """Return the result from a process, or a failed result if it died."""
    try:
        result: Result = answer.recv()
    except EOFError:
        position = Position(_shown(task))
        message = "tiến trình dựng tập này bị dừng giữa chừng"
        remedy = "kiểm tra bộ nhớ còn trống của máy rồi chạy lại"
        return Result(task.plan.name, problems=[Problem(position, message, remedy)])
    return result
