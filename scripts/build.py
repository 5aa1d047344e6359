"""`make site`: build the whole site in a folder of its own, and publish it only if all is well.

Each step of :data:`STEPS` gets the same :class:`Build` and returns the problems it found; the
first step that finds an error ends the build, and the site that was there stays as it was.
"""

from __future__ import annotations

import argparse
import fcntl
import gc
import os
import shutil
import subprocess
import sys
import time
import traceback
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from macros import audit
from macros.archive import Archive
from macros.book.shelf import copy_books
from macros.checks.run import Loaded, check_chapters, check_loaded, load
from macros.engine import state
from macros.engine.project import project_of
from macros.opendata.write import open_data, write_files
from macros.problems import Position, Problem, Severity, errors
from macros.processes import Standby, aside
from macros.search.write import index_site, pages_of, read_sections
from scripts import rendering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from macros.chapter import Chapter, Inspection

Beside: TypeAlias = "tuple[list[Problem], dict[str, bytes]]"
"""What comes of the work beside rendering: the problems of the data, and the open data."""

# Of the pages that are read for the search; those who stand by have the audit to do as well.
_OWN_SHARE = 0.6


@dataclass
class Build:
    """Where one build reads and writes, and what its first step has loaded.

    `root` holds `mkdocs.yml`; `staging` is filled step by step; `site` is what readers see. `told`
    is what the chapters are warned of; `beside` waits for what goes on while pages are rendered.
    """

    root: Path
    staging: Path
    site: Path
    archive: Archive = field(default_factory=Archive)
    inspected: Mapping[str, tuple[Chapter, Inspection]] = field(default_factory=dict)
    told: list[Problem] = field(default_factory=list)
    beside: Callable[[], Beside] = lambda: ([], {})
    open_data: dict[str, bytes] = field(default_factory=dict)
    parsed: Callable[[], list[audit.Page]] = list
    standby: Standby = field(default_factory=Standby)

    @property
    def previous(self) -> Path:
        """Where the last good site stands while the new one takes its place."""
        return self.staging.parent / "previous"


def read(build: Build) -> list[Problem]:
    """Load the data and the chapters, and begin to check the data beside what follows."""
    loaded = load(build.root, build.standby)
    gc.freeze()
    build.beside = aside(lambda: _beside(build.root, loaded))
    chapters = check_chapters(build.root, loaded.archive)
    build.archive, build.inspected = chapters.archive, chapters.inspected
    build.told = chapters.problems
    # An editor is told of everything at once, of the data as well.
    return _checked(build) if errors(chapters.problems) or errors(loaded.problems) else []


def _beside(root: Path, loaded: Loaded) -> Beside:
    """Check the data; return the problems and, if none of them is an error, the open data."""
    problems, _ = check_loaded(root, loaded)
    if errors(problems):
        return problems, {}
    return problems, open_data(loaded.archive, site_url=os.environ.get("SITE_URL"))


def _checked(build: Build) -> list[Problem]:
    """Wait for the check of the data; return what is wrong in data and chapters."""
    problems, build.open_data = build.beside()
    return [one for one in (*problems, *build.told) if one.severity is not Severity.NOTE]


def render(build: Build) -> list[Problem]:
    """Turn the chapters into pages in the staging folder, and wait for the check of the data."""
    # What the first step has loaded and checked is not loaded again.
    state.use_loader(lambda _: project_of(build.archive)._replace(inspected=build.inspected))
    fault, problems = None, list[Problem]()
    try:
        problems = rendering.render(build.root / "mkdocs.yml", build.staging)
    except Exception as error:
        fault = error
    checked = _checked(build)
    if fault and not errors(checked):
        raise fault
    # Pages fail of what is wrong with the data: the editor is told of that.
    return checked if errors(checked) else [*checked, *problems]


def index(build: Build) -> list[Problem]:
    """Write the search index of the pages beside them, while the pages are parsed for the audit."""
    gc.freeze()
    pages = pages_of(build.staging)
    first = round(len(pages) * _OWN_SHARE)
    others = build.standby.begin(read_sections, pages[first:])
    build.parsed = build.standby.begin(audit.read_pages, build.staging)
    sections = [*read_sections(pages[:first]), *others()]
    index_site(build.staging, build.archive, sections)
    return []


def export(build: Build) -> list[Problem]:
    """Write the open data and the books that are built beside the pages."""
    write_files(build.open_data, build.staging / "data")
    copy_books(build.root, build.archive, build.staging)
    return []


def check_pages(build: Build) -> list[Problem]:
    """Look at every page as built."""
    base_path = urlsplit(os.environ.get("SITE_URL", "")).path or "/"
    return audit.audit(build.staging, base_path.rstrip("/") + "/", build.parsed())


def publish(build: Build) -> list[Problem]:
    """Put the staging folder in the place of the site, by renaming."""
    shutil.rmtree(build.previous, ignore_errors=True)
    if build.site.exists():
        build.site.rename(build.previous)
    build.staging.rename(build.site)
    shutil.rmtree(build.previous, ignore_errors=True)
    return []


Step: TypeAlias = "Callable[[Build], list[Problem]]"

STEPS: tuple[tuple[str, Step], ...] = (
    ("Đọc dữ liệu và bài viết", read),
    ("Soát và dựng trang", render),
    ("Lập chỉ mục tìm kiếm", index),
    ("Xuất dữ liệu mở", export),
    ("Soát trang đã dựng", check_pages),
    ("Đưa vào site", publish),
)


def run(build: Build) -> bool:
    """Take every step in turn, telling of each; return whether all went well."""
    for title, step in STEPS:
        start = time.monotonic()
        problems = attempt(step, build)
        for problem in sorted(set(problems)):
            print(problem, file=sys.stderr)
        failed = errors(problems)
        if failed:
            print(f"{title}: {len(failed)} lỗi. Trang cũ được giữ nguyên.", file=sys.stderr)
            return False
        print(f"{title}: {time.monotonic() - start:.1f} giây", flush=True)
    return True


def attempt(step: Step, build: Build) -> list[Problem]:
    """Take one step; a fault of the program is told in one line too, its trace kept in a file."""
    try:
        return step(build)
    except Exception as error:
        trace = build.staging.parent / "error.txt"
        trace.write_text(traceback.format_exc(), encoding="utf-8")
        what = " ".join(f"{type(error).__name__}: {error}".split())
        remedy = f"gửi tệp {trace.relative_to(build.site.parent)} cho người phụ trách mã nguồn"
        return [Problem(Position("site"), f"chương trình hỏng giữa chừng ({what})", remedy)]


def recover(build: Build) -> None:
    """Bring back the last good site if a build was killed between the two renames of publishing."""
    if build.previous.exists() and not build.site.exists():
        build.previous.rename(build.site)


@contextmanager
def only_one(folder: Path) -> Iterator[bool]:
    """Hold the lock on `folder` and yield True, or yield False where another build holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            # Not flock: other processes of a build that was killed would keep that.
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            yield False
            return
        yield True


def set_build_date(root: Path) -> None:
    """Let every date in the site be that of the commit, so that it builds to the same bytes."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return
    git = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        date = subprocess.run(git, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        date = ""
    os.environ["SOURCE_DATE_EPOCH"] = date or "0"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the site; return the exit code, 0 if it was published."""
    parser = argparse.ArgumentParser(prog="make site", description="Dựng trang web.")
    parser.add_argument("--root", type=Path, default=Path(), help="thư mục có mkdocs.yml")
    parser.add_argument("--site", type=Path, help="nơi đặt trang web (mặc định: site)")
    options = parser.parse_args(arguments)
    # An archive is made of millions of objects and none of them is garbage: looking through them
    # as often as Python does by itself takes a fifth of the time.
    gc.set_threshold(100_000, 50, 50)
    root: Path = options.root.resolve()
    site: Path = (options.site or root / "site").resolve()
    # Beside the site, so that both are on one disk and renaming is possible.
    work = site.parent / ".cache" / "build"
    build = Build(root, work / str(os.getpid()), site)
    with only_one(work) as free:
        if not free:
            problem = Problem(
                Position("site"), "một lần dựng khác đang chạy", "đợi lần đó xong rồi chạy lại"
            )
            print(problem, file=sys.stderr)
            return 1
        recover(build)
        for left_over in work.iterdir():
            if left_over.is_dir():
                shutil.rmtree(left_over)
            elif left_over.name == "error.txt":
                left_over.unlink()
        set_build_date(root)
        try:
            return 0 if run(build) else 1
        finally:
            build.standby.close()
            shutil.rmtree(build.staging, ignore_errors=True)


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # The system frees the archive at once; Python would do so object by object, for half a second.
    os._exit(status)
