"""`make site`: build the whole site in a folder of its own, and publish it only if all is well.

Each step (:mod:`scripts.steps`) gets the same :class:`Build` and returns the problems it found; the
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
from pathlib import Path
from typing import TYPE_CHECKING

from macros.loading.tree import begin
from macros.messages.problems import Position, Problem, errors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scripts.steps import Build, Step


def run(build: Build, steps: Sequence[tuple[str, Step]]) -> bool:
    """Take every step in turn, telling of each; return whether all went well."""
    for title, step in steps:
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


def recover(work: Path, site: Path) -> None:
    """Bring back the last good site if a build was killed between the two renames of publishing.

    Of other builds that were killed, remove what they left in `work`.
    """
    previous = work / "previous"
    if previous.exists() and not site.exists():
        previous.rename(site)
    for left_over in work.iterdir():
        if left_over.is_dir():
            shutil.rmtree(left_over)
        elif left_over.name == "error.txt":
            left_over.unlink()


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
    # An archive is made of millions of objects and none of them is garbage: to look through them as
    # often as Python does by itself takes a fifth of the time.
    gc.set_threshold(1_000_000, 50, 50)
    root: Path = options.root.resolve()
    site: Path = (options.site or root / "site").resolve()
    # Beside the site, so that both are on one disk and renaming is possible.
    work = site.parent / ".cache" / "build"
    with only_one(work) as free:
        if not free:
            problem = Problem(
                Position("site"), "một lần dựng khác đang chạy", "đợi lần đó xong rồi chạy lại"
            )
            print(problem, file=sys.stderr)
            return 1
        recover(work, site)
        set_build_date(root)
        return build_site(root, work / str(os.getpid()), site)


def build_site(root: Path, staging: Path, site: Path) -> int:
    """Build in the folder `staging`, and publish as `site`; return the exit code."""
    begun = begin(root)
    # Only now: while this process loads the rest of the program, others read the data.
    from scripts import steps

    build = steps.Build(root, staging, site, begun)
    try:
        return 0 if run(build, steps.STEPS) else 1
    finally:
        begun.close()
        build.standby.close()
        shutil.rmtree(staging, ignore_errors=True)


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    # The system frees the archive at once; Python would do so object by object, for half a second.
    os._exit(status)
