"""Whether a published copy is, byte for byte, what a commit builds to."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

from macros.messages.output import DONE, FAULT, WRONG, Line, error_lines
from macros.project.books import BUILT
from macros.site.manifest import Comparison, compare, read_folder
from macros.site.releases import Releases
from macros.system import git
from macros.text.numbers import say_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.messages.output import Output
    from macros.project.project import Project

_SHOWN = 10
_AT_ONCE = 8
_SECONDS = 30


class NotBuiltError(Exception):
    """A commit whose site cannot be known; the text says why, in an editor's words."""


def verify(project: Project, copy: str, commit: str = "HEAD") -> Output:
    """Report whether `copy`, a folder or an http(s) address, is what `commit` builds to.

    The status is 1 where it is not, 2 where that cannot be known. Of an address, files besides
    those of the build cannot be seen.
    """
    try:
        full = _commit(project.root, commit)
        expected = _expected(project, full)
    except (NotBuiltError, git.GitMissingError) as error:
        yield from error_lines([f"lỗi: {str(error) or 'máy chưa có lệnh git → cài gói git'}"])
        return FAULT
    if urlsplit(copy).scheme in ("http", "https"):
        found = _fetch(copy, expected)
        if not found:
            yield from error_lines([f"lỗi: không tải được gì từ {copy} → xem lại địa chỉ, mạng"])
            return FAULT
    elif Path(copy).is_dir():
        found = read_folder(Path(copy))
    else:
        yield from error_lines([f"lỗi: không có thư mục {copy} → DIR=thư-mục hoặc URL=địa-chỉ"])
        return FAULT
    difference = compare(expected, found)
    count = say_number(len(expected))
    if difference.same:
        yield Line(f"Đúng từng byte: {count} tệp của commit {full[:10]}.")
        return DONE
    yield from _listing(difference)
    yield from error_lines([f"Không đúng commit {full[:10]} ({count} tệp). {_REMEDY}"])
    return WRONG


_REMEDY = (
    "Bản ấy phải được dựng với cùng SITE_URL, cùng sách trong dist/book/, từ một kho không có sửa "
    "đổi chưa ghi."
)


def _commit(root: Path, name: str) -> str:
    found = git.output(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    if name.startswith("-") or found is None:
        raise NotBuiltError(f"kho Git không có “{name}” → COMMIT=mã hay nhánh có trong kho")
    return found.decode().strip()


def _expected(project: Project, commit: str) -> Mapping[str, str]:
    """Return the files of a commit's site: as remembered of a build, or by building it now."""
    releases = Releases.beside(project.root / "site")
    for manifest in releases.manifests():
        if manifest.commit == commit and manifest.site_url == os.environ.get("SITE_URL", ""):
            return manifest.files
    with _checked_out(project.root, commit) as folder:
        target = folder / ".verify" / "site"
        command = [sys.executable, "-m", "scripts.build", "--root", ".", "--site", str(target)]
        done = subprocess.run(  # noqa: S603  (our own program)
            command, cwd=folder, capture_output=True, text=True, check=False
        )
        if done.returncode:
            reason = " ".join(done.stderr.split())[:300]
            raise NotBuiltError(
                f"không dựng được commit {commit[:10]} ({reason}) → chọn commit khác"
            )
        return read_folder(target)


@contextmanager
def _checked_out(root: Path, commit: str) -> Iterator[Path]:
    """Give a folder with the project as it was at `commit`, its history, and the books as built."""
    with tempfile.TemporaryDirectory(prefix="doi-chieu-") as above:
        folder = Path(above) / "du-an"
        if git.output(root, "worktree", "add", "--detach", "--quiet", str(folder), commit) is None:
            raise NotBuiltError(f"không lấy được commit {commit[:10]} ra → chạy git fetch")
        try:
            if (root / BUILT).is_dir():
                shutil.copytree(root / BUILT, folder / BUILT)
            yield folder
        finally:
            git.output(root, "worktree", "remove", "--force", str(folder))


def _fetch(address: str, expected: Mapping[str, str]) -> dict[str, str]:
    """Return the SHA-256 of what a host gives for each path of `expected` that it has."""
    base = address.rstrip("/") + "/"

    def digest(path: str) -> tuple[str, str | None]:
        # As readers ask for a page: some hosts redirect from index.html.
        asked = path.removesuffix("index.html") if path.endswith("/index.html") else path
        asked = "" if path == "index.html" else asked
        try:
            with urlopen(base + quote(asked), timeout=_SECONDS) as answer:  # noqa: S310  (http only)
                return path, hashlib.sha256(answer.read()).hexdigest()
        except (URLError, OSError, ValueError):
            return path, None

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return {path: found for path, found in pool.map(digest, expected) if found}


def _listing(difference: Comparison) -> Iterator[Line]:
    """Yield the first differences of each kind."""
    for words, paths in (
        ("thiếu", difference.missing),
        ("thừa", difference.added),
        ("khác", difference.changed),
    ):
        for path in paths[:_SHOWN]:
            yield Line(f"{words}: {path}")
        if len(paths) > _SHOWN:
            yield Line(f"{words}: … và {say_number(len(paths) - _SHOWN)} tệp nữa")
