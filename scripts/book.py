"""`make book`: one volume an organization and the collected one, as PDF and EPUB, in `dist/book/`.

Exit status: 0 all volumes are built, 1 some are not (the others are), 2 it could not run.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import ConfigurationError

from macros.book.config import read_settings
from macros.book.formats import DEFAULT, FORMATS
from macros.book.imprint import imprint_of
from macros.book.matter import Edition
from macros.book.plan import plans, read_chapters
from macros.book.press import KINDS, Order, Result, build_all
from macros.messages.problems import Position, Problem, errors
from macros.project.check import check_project
from scripts.command import guarded

if TYPE_CHECKING:
    from collections.abc import Sequence


FOLDER = "dist/book"
NO_SETTINGS = Problem(
    Position("mkdocs.yml"), "không có tệp này", "chạy lệnh trong thư mục có mkdocs.yml"
)


def edition_of(root: Path) -> Edition:
    """Return the edition of the project at `root`: its commit and day, or the day set from outside.

    SOURCE_DATE_EPOCH sets the day, as for the site; without that and without git there is none.
    """
    commit = _git(root, "rev-parse", "--short=10", "HEAD")
    changed = bool(commit) and bool(_git(root, "status", "--porcelain", "--", "data", "docs"))
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or _git(root, "log", "-1", "--format=%ct")
    if not epoch or epoch == "0":
        return Edition(commit, "", "", "")
    day = datetime.fromtimestamp(int(epoch), UTC)
    shown = f"{commit} (có sửa đổi chưa ghi)" if changed else commit
    return Edition(shown, f"{day:%d/%m/%Y}", f"{day:%Y-%m-%dT%H:%M:%SZ}", str(day.year))


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()


def orders_of(
    root: Path, layout: str = DEFAULT, kinds: Sequence[str] = KINDS, folder: Path | None = None
) -> tuple[list[Order], list[Problem]]:
    """Return what is to be built from the project at `root`, and what is wrong with its data."""
    report = check_project(root)
    settings = read_settings(root)
    chapters, problems = read_chapters(settings)
    edition = edition_of(root)
    place = folder or root / FOLDER
    paper, archive = FORMATS[layout], report.archive
    orders = [
        Order(
            plan,
            settings,
            archive,
            replace(
                edition,
                imprint=imprint_of(archive, plan.name, year=edition.year, size=paper.words),
            ),
            paper,
            place,
            tuple(kinds),
        )
        for plan in plans(settings, archive, chapters)
    ]
    return orders, [*report.problems, *problems]


def run(root: Path, options: argparse.Namespace) -> int:
    """Build the volumes and tell of each; return the exit status."""
    start = time.perf_counter()
    only: list[str] = options.only
    kinds = options.kind or KINDS
    if not (root / "mkdocs.yml").is_file():
        _tell([NO_SETTINGS])
        return 1
    try:
        orders, problems = orders_of(root, options.format, kinds, options.folder)
    except ConfigurationError as error:
        _tell([_unreadable_settings(error)])
        return 1
    if stopping := errors(problems):
        _tell(stopping)
        print(f"{len(stopping)} lỗi trong dữ liệu và bài viết: chưa dựng sách.", file=sys.stderr)
        return 1
    names = [order.plan.name for order in orders]
    if unknown := [name for name in only if name not in names]:
        print(f"lỗi: không có tập “{unknown[0]}” → chọn: {', '.join(names)}", file=sys.stderr)
        return 1
    chosen = [order for order in orders if not only or order.plan.name in only]
    if not chosen:
        print("lỗi: chưa có tổ chức nào có listed: true → thêm một tổ chức", file=sys.stderr)
        return 1
    failed = 0
    told: set[Problem] = set()
    for result in build_all(chosen, at_once=options.jobs or None):
        failed += _report(result, told)
    place = FORMATS[options.format].folder(options.folder or Path(FOLDER))
    print(f"Sách ở {place}/: {len(chosen) - failed}/{len(chosen)} tập, "
          f"{time.perf_counter() - start:.1f} giây")  # fmt: skip
    return 1 if failed else 0


def _unreadable_settings(error: ConfigurationError) -> Problem:
    """Return that mkdocs.yml is no YAML, at its line where that is known."""
    found = re.search(r"line (\d+), column (\d+)", str(error))
    place = Position("mkdocs.yml", *map(int, found.groups())) if found else Position("mkdocs.yml")
    return Problem(place, "không đọc được cấu hình này", "sửa cú pháp YAML ở dòng ấy")


def _report(result: Result, told: set[Problem]) -> bool:
    """Tell of one volume what was not `told` of another; return whether it failed."""
    _tell(sorted(set(result.problems) - told))
    told.update(result.problems)
    if result.failed:
        print(f"{result.name}: không dựng được; tệp cũ, nếu có, được giữ nguyên", file=sys.stderr)
        return True
    pages = f"{result.pages} trang, " if result.pages else ""
    print(f"{result.name}: {pages}{result.seconds:.1f} giây, {result.memory:.0f} MiB", flush=True)
    return False


def _tell(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the books; return the exit status."""
    parser = argparse.ArgumentParser(prog="make book", description="Dựng sách PDF và EPUB.")
    parser.add_argument("--root", type=Path, default=Path(), help="thư mục có mkdocs.yml")
    parser.add_argument("--format", choices=FORMATS, default=DEFAULT, help="khổ giấy")
    parser.add_argument("--kind", choices=KINDS, action="append", help="chỉ dựng loại này")
    parser.add_argument("--folder", type=Path, help=f"nơi đặt sách (mặc định: {FOLDER})")
    parser.add_argument("--only", action="append", default=[], help="chỉ dựng tập này")
    parser.add_argument("--jobs", type=int, default=0, help="số tập dựng cùng lúc")
    options = parser.parse_args(arguments)
    root: Path = options.root.resolve()
    return guarded(
        "make book",
        lambda: run(root, options),
        trace=bool(os.environ.get("TRACE")),
    )


if __name__ == "__main__":
    sys.exit(main())
