"""Prints the volumes of a fabricated project as PDF; reports the measurements as JSON.

    python -m scripts.bench.printing FOLDER [--jobs N] [--plain] [--collected] [--most N]

With --plain, stock WeasyPrint renders the same HTML with the same styles: without this project's
fixes, one volume after the other, in this process.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from macros.book import collected, page_notes, pdf, weasyprint_fixes
from macros.book.build import build, build_all
from macros.book.command import tasks_of
from macros.book.task import Result
from macros.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.book.task import Task


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the volumes; return 1 if one of them failed."""
    parser = argparse.ArgumentParser(prog="scripts.bench.printing")
    parser.add_argument("project", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--collected", action="store_true", help="the collected volume alone")
    parser.add_argument("--most", type=int, help="no more volumes than these")
    options = parser.parse_args(arguments)
    tasks, _ = tasks_of(Project(options.project), kinds=("pdf",), folder=options.project / "dist")
    chosen = [one for one in tasks if one.plan.collected == options.collected][: options.most]
    start, spent = time.perf_counter(), _processor_time()
    results = list(_plain(chosen) if options.plain else build_all(chosen, at_once=options.jobs))
    wall, cpu = time.perf_counter() - start, _processor_time() - spent
    for result in results:
        for problem in result.problems:
            print(problem, file=sys.stderr)
    volumes = [{**asdict(result), "problems": len(result.problems)} for result in results]
    print(json.dumps({"wall": wall, "cpu": cpu, "volumes": volumes}))
    return 1 if any(result.failed for result in results) else 0


def _processor_time() -> float:
    """Return the CPU seconds of this process and its children."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _whole(*task: Any, at_once: int) -> pdf.PrintedVolume:
    """Lay out the collected volume as a whole, like any other."""
    del at_once
    return pdf.print_volume(*task)


def _plain(tasks: Sequence[Task]) -> Iterator[Result]:
    with (
        patch.object(weasyprint_fixes, "applied", nullcontext),
        patch.object(weasyprint_fixes, "finish", lambda *_, **__: None),
        patch.object(page_notes, "applied", nullcontext),
        # A volume laid out by WeasyPrint alone would not pass the proof.
        patch.object(pdf, "prove", lambda *_: []),
        patch.object(collected, "print_collected", _whole),
    ):
        for task in tasks:
            yield build(task)


if __name__ == "__main__":
    sys.exit(main())
