"""`make book` and `make press`: which volumes to build, and the output of building them."""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import ConfigurationError

from macros.book.build import PRESS, build_all, prepare
from macros.book.config import read_settings
from macros.book.formats import DEFAULT, FORMATS
from macros.book.imprint import imprint_of
from macros.book.matter import Edition
from macros.book.plan import plans
from macros.book.printing_house import ANY_PRINTING_HOUSE, PRESSED, PrintingHouse
from macros.book.task import KINDS, Result, Task
from macros.messages.capped import capped
from macros.messages.disk import disk_problem
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.messages.problems import Position, Problem, errors
from macros.project.books import BUILT
from macros.project.check import check_project
from macros.project.project import Project
from macros.system import git
from macros.system.processes import workers
from macros.system.scratch import scratch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.messages.output import Output


def edition_of(root: Path) -> Edition:
    """Return the edition of the project at `root`: its commit and day, or the day set from outside.

    SOURCE_DATE_EPOCH sets the day, as for the site; without that and without git there is none.
    """
    commit = git.text(root, "rev-parse", "--short=10", "HEAD").strip()
    changed = bool(commit) and bool(git.text(root, "status", "--porcelain", "--", "data", "docs"))
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or git.last_commit_time(root)
    if not epoch or epoch == "0":
        return Edition(commit, "", "", "")
    day = datetime.fromtimestamp(int(epoch), UTC)
    shown = f"{commit} (có sửa đổi chưa ghi)" if changed else commit
    return Edition(shown, f"{day:%d/%m/%Y}", f"{day:%Y-%m-%dT%H:%M:%SZ}", str(day.year))


def folder_of(kinds: Sequence[str]) -> str:
    """Return the folder of a project in which files of these kinds are put."""
    return PRESSED if PRESS in kinds else BUILT


def tasks_of(
    project: Project,
    layout: str = DEFAULT,
    kinds: Sequence[str] = KINDS,
    folder: Path | None = None,
    printing_house: PrintingHouse = ANY_PRINTING_HOUSE,
) -> tuple[list[Task], list[Problem]]:
    """Return the tasks for a project, and the problems of its data and chapters."""
    report = check_project(project)
    settings = read_settings(project.root)
    edition = edition_of(project.root)
    target = folder or project.root / folder_of(kinds)
    paper, archive = FORMATS[layout], report.archive
    tasks = [
        Task(
            plan,
            settings,
            archive,
            replace(
                edition,
                imprint=imprint_of(archive, plan.name, year=edition.year, size=paper.words),
            ),
            paper,
            target,
            tuple(kinds),
            printing_house,
        )
        for plan in plans(settings, archive, project.chapters)
    ]
    return tasks, report.problems


@dataclass(frozen=True)
class Wanted:
    """What a printer asks for: format, kinds of file, where, which volumes, how many at once.

    Without `only` all volumes are meant, without `at_once` as many as there are processors.
    """

    layout: str = DEFAULT
    kinds: Sequence[str] = KINDS
    folder: Path | None = None
    only: Sequence[str] = ()
    at_once: int | None = None
    printing_house: PrintingHouse = ANY_PRINTING_HOUSE


def make_books(project: Project, wanted: Wanted) -> Output:
    """Build the volumes of a project and report each; the exit status is 1 if one is missing."""
    start = time.perf_counter()
    try:
        tasks, problems = tasks_of(
            project, wanted.layout, wanted.kinds, wanted.folder, wanted.printing_house
        )
    except ConfigurationError as error:
        yield from error_lines([unreadable_settings(error)])
        return WRONG
    if stopping := errors(problems):
        refused = f"{len(stopping)} lỗi trong dữ liệu và các chương: chưa dựng sách."
        yield from error_lines([*capped(stopping), refused])
        return WRONG
    names = [task.plan.name for task in tasks]
    if unknown := [name for name in wanted.only if name not in names]:
        yield from error_lines([f"lỗi: không có tập “{unknown[0]}” → chọn: {', '.join(names)}"])
        return WRONG
    chosen = [task for task in tasks if not wanted.only or task.plan.name in wanted.only]
    if not chosen:
        yield from error_lines(["lỗi: chưa có tổ chức nào có listed: true → thêm một tổ chức"])
        return WRONG
    try:
        prepare(chosen[0].folder)
        with scratch(project.root / ".cache" / "book"):
            return (yield from _make(chosen, wanted, start))
    except OSError as error:
        if problem := disk_problem(error, str(wanted.folder or folder_of(wanted.kinds))):
            yield from error_lines([problem])
            return WRONG
        raise


def _make(chosen: list[Task], wanted: Wanted, start: float) -> Output:
    """Build the volumes that were chosen, and report each; `start` is when the command began."""
    failed = 0
    reported: set[Problem] = set()
    # Processors not needed for other volumes lay out stretches of the collected one.
    spare = max(1, (wanted.at_once or workers()) // len(chosen))
    chosen = [replace(task, at_once=spare) for task in chosen]
    # The longest first; the others are built at the same time.
    chosen.sort(key=lambda task: not task.plan.collected)
    for result in build_all(chosen, at_once=wanted.at_once):
        yield from _lines_about(result, reported)
        failed += result.failed
    done = f"{len(chosen) - failed}/{len(chosen)} tập"
    where = FORMATS[wanted.layout].folder(wanted.folder or Path(folder_of(wanted.kinds)))
    took = time.perf_counter() - start
    yield Line(f"Sách ở {where}/: {done}, {took:.1f} giây")
    return WRONG if failed else DONE


def unreadable_settings(error: ConfigurationError) -> Problem:
    """Return the problem that mkdocs.yml is not valid, at its line if known."""
    found = re.search(r"line (\d+), column (\d+)", str(error))
    at = map(int, found.groups()) if found else ()
    return Problem(
        Position("mkdocs.yml", *at), "không đọc được cấu hình này", "sửa cú pháp YAML ở dòng ấy"
    )


def _lines_about(result: Result, reported: set[Problem]) -> Iterator[Line]:
    """Yield the lines about one volume, with its problems except those in `reported` already."""
    yield from error_lines(capped(set(result.problems) - reported))
    reported.update(result.problems)
    if result.failed:
        yield from error_lines([f"{result.name}: không dựng được; tệp cũ, nếu có, được giữ nguyên"])
        return
    pages = f"{result.pages} trang, " if result.pages else ""
    yield Line(f"{result.name}: {pages}{result.seconds:.1f} giây, {result.memory:.0f} MiB")
