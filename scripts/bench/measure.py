"""Runs whole builds, each in its own process, and measures time and memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from macros.system.program import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

BASE = "make site"
"""The build of this project that the stock builds are compared with."""
INDEX = "chỉ lập chỉ mục tìm kiếm"
"""The search index alone, from the pages that BASE has built."""
PEERS = ("Material gốc", "Material gốc, bảng viết bằng Markdown")


@dataclass(frozen=True)
class Build:
    """One way to build a site: a command run in `folder`, writing to `output` within it.

    `forget` are caches under `folder` that are deleted before the build.
    """

    name: str
    folder: Path
    command: tuple[str, ...]
    output: str
    forget: tuple[str, ...] = ()


@dataclass(frozen=True)
class Run:
    """The measurements of one build: `wall` and `cpu` (user and system) time in seconds.

    `memory` is the peak of the largest process, in bytes; `size` is the total size of the files
    written, in bytes; `pages` is the number of HTML files.
    """

    wall: float
    cpu: float
    memory: int
    size: int
    pages: int


@dataclass(frozen=True)
class Series:
    """The runs of one build, in order of time."""

    build: str
    runs: tuple[Run, ...]

    def spread(self, field: str) -> tuple[float, float, float]:
        """Return the median, minimum and maximum of a field of the runs."""
        values = [float(getattr(run, field)) for run in self.runs]
        return median(values), min(values), max(values)


class BuildError(Exception):
    """A build that failed; the message is the end of its output."""


def run(build: Build) -> Run:
    """Build once from scratch; raises BuildError."""
    output = build.folder / build.output
    for folder in (output, *(build.folder / name for name in build.forget)):
        shutil.rmtree(folder, ignore_errors=True)
    log = build.folder / "build.log"
    start = time.perf_counter()
    with log.open("wb") as log_file:
        process = subprocess.Popen(
            build.command,
            cwd=build.folder,
            env=environment(),
            stdout=log_file,
            stderr=log_file,
        )
        # wait4 gives the resource usage of this process and of its children.
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BuildError(f"{build.name}:\n{log.read_text(encoding='utf-8')[-2000:]}")
    files = [file for file in output.rglob("*") if file.is_file()]
    return Run(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        memory=usage.ru_maxrss * 1024,
        size=sum(file.stat().st_size for file in files),
        pages=sum(file.suffix == ".html" for file in files),
    )


def in_turn(builds: Sequence[Build], runs: int, say: Callable[[str], None]) -> list[Series]:
    """Run all builds in turn, several times, so that other load affects all of them alike."""
    made: Mapping[str, list[Run]] = {build.name: [] for build in builds}
    for number in range(1, runs + 1):
        for build in builds:
            one = run(build)
            made[build.name].append(one)
            say(f"  lần {number}, {build.name}: {one.wall:.1f} giây")
    return [Series(name, tuple(taken)) for name, taken in made.items()]


def ratios(series: Series, to: Series, field: str) -> tuple[float, float, float]:
    """Return the median, minimum and maximum of the ratio of two builds, run by run."""
    # The stock build of a large site may have fewer runs.
    pairs = zip(series.runs, to.runs, strict=False)
    values = [getattr(one, field) / getattr(other, field) for one, other in pairs]
    return median(values), min(values), max(values)


def ours(folder: Path) -> list[Build]:
    """Return the builds of a fabricated project: the whole site, its index, its pages alone."""
    site = (sys.executable, "-m", "scripts.build", "--root", ".", "--site", "site")
    pages = (sys.executable, "-m", "scripts.bench.pages")
    index = (sys.executable, "-m", "scripts.bench.indexing")
    return [
        Build(BASE, folder, site, "site"),
        Build(INDEX, folder, index, "site/search"),
        Build("chỉ mkdocs build", folder, pages, "pages"),
    ]


def stock(folder: Path) -> list[Build]:
    """Return the stock builds: the theme as it comes, with Markdown tables, without search."""
    command = (sys.executable, "-m", "mkdocs", "build", "--site-dir", "site", "--config-file")
    files = ("mkdocs.yml", "markdown-tables.yml", "without-search.yml")
    names = (*PEERS, "Material gốc, bỏ tìm kiếm")
    return [
        Build(name, folder, (*command, file), "site")
        for name, file in zip(names, files, strict=True)
    ]


def environment() -> dict[str, str]:
    """Return the environment of a build: the current one, plus this project's code and a date."""
    fixed = {"PYTHONPATH": str(PROGRAM), "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    return {**os.environ, **fixed}
