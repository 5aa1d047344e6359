"""`make word`: the volumes as .docx for reviewers, and the output of making them."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import ConfigurationError

from macros.book.build import put
from macros.book.command import tasks_of, unreadable_settings
from macros.book.compose import compose
from macros.book.word.document import page_of
from macros.book.word.pandoc import NoPandocError, pandoc, written
from macros.chapter import ChapterError
from macros.messages.capped import capped
from macros.messages.disk import disk_problem
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.messages.problems import Problem, errors, one_line
from macros.system.scratch import scratch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.book.task import Task
    from macros.messages.output import Output
    from macros.project.project import Project

FOLDER = "dist/word"
"""The folder into which `make word` puts the volumes."""

_PREPARE = "chạy make word, lệnh này tự cài pandoc; máy không có gói ấy thì dùng make book PROOF=1"


def make_word(project: Project, only: Sequence[str], folder: Path | None = None) -> Output:
    """Write volumes as .docx, all unless `only` names some; the exit status is 1 if one is not."""
    refused: list[Problem | str] = []
    try:
        tasks, problems = tasks_of(project, folder=folder or project.root / FOLDER)
        stopping = errors(problems)
        refused += capped(stopping)
    except ConfigurationError as error:
        tasks, refused, stopping = [], [unreadable_settings(error)], []
    if stopping:
        refused.append(f"{len(stopping)} lỗi trong dữ liệu và các chương: chưa dựng bản Word.")
    names = [task.plan.name for task in tasks]
    if not refused and (unknown := [one for one in only if one not in names]):
        known = f"chọn: {', '.join(names)}" if names else "chưa có tập nào; thêm một tổ chức"
        refused = [one_line(f"lỗi: không có tập “{unknown[0]}” → {known}")]
    if not refused and not tasks:
        refused = ["lỗi: chưa có tổ chức nào có listed: true → thêm một tổ chức"]
    if refused:
        yield from error_lines(refused)
        return WRONG
    return (yield from _make(project, [one for one in tasks if not only or one.plan.name in only]))


def _make(project: Project, tasks: Sequence[Task]) -> Output:
    made = 0
    try:
        pandoc()
        with scratch(project.root / ".cache" / "word") as space:
            for task in tasks:
                start = time.perf_counter()
                try:
                    target = _write(task, space)
                except ChapterError as error:
                    yield from error_lines([*error.problems])
                    continue
                took = time.perf_counter() - start
                yield Line(f"{_shown(project, target)}: {took:.1f} giây")
                made += 1
    except NoPandocError as error:
        yield from error_lines([one_line(f"lỗi: không chạy được pandoc ({error}) → {_PREPARE}")])
    except OSError as error:
        if not (problem := disk_problem(error, FOLDER)):
            raise
        yield from error_lines([problem])
    return DONE if made == len(tasks) else WRONG


def _write(task: Task, space: Path) -> Path:
    volume = compose(task.plan, task.settings, task.archive, marked=True)
    edition = task.edition
    html = page_of(volume, task.settings, task.archive, edition)
    metadata = {
        "title": volume.full_title,
        "subtitle": volume.years,
        "author": edition.imprint.issuer,
        "date": edition.date,
        "lang": "vi-VN",
    }
    day = edition.iso_date and str(int(datetime.fromisoformat(edition.iso_date).timestamp()))
    target = task.folder / f"{task.plan.name}.docx"
    put({target: written(task.settings.root, html, space, metadata, day)})
    return target


def _shown(project: Project, target: Path) -> str:
    inside = target.is_relative_to(project.root)
    return (target.relative_to(project.root) if inside else target).as_posix()
