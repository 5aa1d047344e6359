"""One build of the site: every step in turn, and publication only if all is well.

Each step (:mod:`macros.site.steps`) gets the same :class:`Build` and returns the problems it found;
the first step that finds an error ends the build, and the site that was there stays as it was.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
import traceback
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

from macros.engine import rendering
from macros.loading.yaml.nodes import Items, Text
from macros.messages.capped import capped
from macros.messages.disk import disk_problem
from macros.messages.output import DONE, WRONG, Line, error_lines
from macros.messages.problems import Position, Problem, errors
from macros.messages.suggest import listed
from macros.site.publication import refused
from macros.site.releases import Releases
from macros.site.steps import STEPS, Build
from macros.system import git
from macros.system.program import PROGRAM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from macros.loading.yaml.nodes import Node
    from macros.messages.output import Output
    from macros.project.project import Project
    from macros.site.steps import Step

P = ParamSpec("P")
LOCK = "lock"
"""The file in the working folder that a running build has locked."""
_PLAIN_SETTINGS = frozenset(
    {"INHERIT", "nav", "copyright", "site_name", "site_description", "site_author", "strict"}
    | {"not_in_nav", "exclude_docs", "draft_docs"}
)
"""Settings of a site that cannot be why a build breaks."""
BUSY = Problem(Position("site"), "một lần dựng khác đang chạy", "đợi lần đó xong rồi chạy lại")


def work_of(site: Path) -> Path:
    """Return the folder that builds of a site work in.

    Beside the site, so that both are on one disk and renaming is possible.
    """
    return site.parent / ".cache" / "build"


def reporting_disk_errors(work: Callable[P, Output]) -> Callable[P, Output]:
    """Let a task report a full disk, or missing permission to write, in one line."""

    @wraps(work)
    def reporting(*arguments: P.args, **named: P.kwargs) -> Output:
        try:
            return (yield from work(*arguments, **named))
        except OSError as error:
            if problem := disk_problem(error, "site"):
                yield from error_lines([problem])
                return WRONG
            raise

    return reporting


@reporting_disk_errors
def publish(project: Project, site: Path) -> Output:
    """Build a project and publish it as the folder `site`, reporting each step.

    The exit status is 1 if an editor must correct something; the old site then stays.
    """
    work = work_of(site)
    if problem := refused(site, project.root, Releases.beside(site)):
        yield from error_lines([problem])
        return WRONG
    with only_one(work) as free:
        if not free:
            yield from error_lines([BUSY])
            return WRONG
        recover(work, site)
        set_build_date(project.root)
        build = Build(project, work / str(os.getpid()), site)
        try:
            return (yield from run(build, STEPS))
        finally:
            build.standby.close()
            shutil.rmtree(build.staging, ignore_errors=True)


def run(build: Build, steps: Sequence[tuple[str, Step]]) -> Output:
    """Run every step in turn and report it; stop after the first one that finds an error."""
    for title, step in steps:
        start = time.monotonic()
        problems = attempt(step, build)
        yield from error_lines(capped(problems))
        if failed := errors(problems):
            yield from error_lines([f"{title}: {len(failed)} lỗi. Trang cũ được giữ nguyên."])
            return WRONG
        yield Line(f"{title}: {time.monotonic() - start:.1f} giây")
    return DONE


def attempt(step: Step, build: Build) -> list[Problem]:
    """Run one step; report a fault of the program in one line, with its traceback in a file."""
    try:
        return step(build)
    except Exception as error:
        problem = disk_problem(error, "site") if isinstance(error, OSError) else None
        return [problem or _fault(error, build)]


def _fault(error: Exception, build: Build) -> Problem:
    trace = build.staging.parent / "error.txt"
    trace.write_text(traceback.format_exc(), encoding="utf-8")
    what = " ".join(f"{type(error).__name__}: {error}".split())
    send = f"gửi tệp {trace.relative_to(build.site.parent)} cho người phụ trách mã nguồn"
    # The site's own code and options are likelier to be wrong than the program, which is tested.
    if hook := _hook_of(error, build):
        return Problem(hook, f"đoạn mã này hỏng khi dựng trang ({what})", f"sửa nó, hoặc {send}")
    own = [key for key in build.project.navigation.keys if key not in _PLAIN_SETTINGS]
    in_pages = any(one.filename == rendering.__file__ for one in _frames(error))
    if own and in_pages:
        message = f"không dựng được trang với các mục {listed(own)} ở đây ({what})"
        remedy = f"sửa hoặc xóa từng mục rồi dựng lại; nếu không phải vì chúng thì {send}"
        return Problem(own[0].position, message, remedy)
    return Problem(Position("site"), f"chương trình hỏng giữa chừng ({what})", send)


def _hook_of(error: Exception, build: Build) -> Position | None:
    """Return where code of the site, which is not the program's, has raised an error."""
    hooks = build.project.navigation.settings.get("hooks")
    own = {str((build.project.root / one).resolve()): str(one) for one in _texts(hooks)}
    if isinstance(error, SyntaxError) and error.filename in own:
        return Position(own[error.filename], error.lineno or 1)
    for frame in reversed(_frames(error)):
        if frame.filename in own and not (PROGRAM / own[frame.filename]).exists():
            return Position(own[frame.filename], frame.lineno or 1)
    return None


def _frames(error: Exception) -> list[traceback.FrameSummary]:
    return list(traceback.extract_tb(error.__traceback__))


def _texts(node: Node | None) -> list[Text]:
    return [one for one in node if isinstance(one, Text)] if isinstance(node, Items) else []


def recover(work: Path, site: Path) -> None:
    """Bring back the last good site if a build was killed between the two renames of publishing.

    Also removes what killed builds have left in `work`.
    """
    previous = work / "previous"
    if previous.exists() and not site.exists():
        previous.rename(site)
    for left_over in work.iterdir():
        if left_over.is_dir() and not left_over.is_symlink():
            shutil.rmtree(left_over)
        elif left_over.name != LOCK:
            left_over.unlink()


@contextmanager
def only_one(folder: Path) -> Iterator[bool]:
    """Hold the lock on `folder` and yield True, or yield False where another build holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as lock:
        try:
            # Not flock, which worker processes of a killed build would still hold.
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            yield False
            return
        yield True


def set_build_date(root: Path) -> None:
    """Let every date in the site be that of the commit, so that it builds to the same bytes."""
    if "SOURCE_DATE_EPOCH" not in os.environ:
        os.environ["SOURCE_DATE_EPOCH"] = git.last_commit_time(root) or "0"
