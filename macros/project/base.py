"""The content of another commit, to compare with."""

from __future__ import annotations

import io
import tarfile
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from macros.admission.data_pictures import FOLDER, SUFFIXES
from macros.admission.docs import DOCS, PICTURES
from macros.project.navigation import CONFIG
from macros.system import git

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


CONTENT = ("data", DOCS, CONFIG)
_WITHOUT_PICTURES = (
    *(f":(exclude,glob){FOLDER}/*{suffix}" for suffix in SUFFIXES),
    *(f":(exclude,glob){DOCS}/**/*{suffix}" for suffix in PICTURES),
)
"""Of the files of pictures nothing is compared but their records; they may weigh gigabytes."""


class BaseError(Exception):
    """A state of the project that git cannot provide; the message is for the editor."""


@contextmanager
def data_at(root: Path, base: str) -> Iterator[Path]:
    """Yield a folder with data/ as in the last commit that the working tree shares with `base`.

    Without the files of pictures; without data/, if that commit has none. Of docs/ it has the
    chapters. Raises BaseError.
    """
    with content_of(root, shared_commit(root, base), ("data", DOCS)) as folder:
        yield folder


@contextmanager
def content_of(root: Path, commit: str, names: Sequence[str] = CONTENT) -> Iterator[Path]:
    """Yield a folder with the content of a commit, but no pictures; raises BaseError.

    `names` are what of it is asked for; what the commit does not have is not there.
    """
    with tempfile.TemporaryDirectory() as folder:
        there = [n for n in names if _git(root, "cat-file", "-e", f"{commit}:./{n}") is not None]
        if there:
            packed = _git(root, "archive", "--format=tar", commit, *there, *_WITHOUT_PICTURES)
            try:
                if packed is None:
                    raise tarfile.TarError
                with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
                    tar.extractall(folder, filter="data")
            except tarfile.TarError:
                raise BaseError(
                    f"không lấy được nội dung của “{commit}” → chạy git fetch rồi thử lại"
                ) from None
        yield Path(folder)


@dataclass(frozen=True)
class ChangedFiles:
    """The paths that differ between two states of a project, by what became of them."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def changed_files(root: Path, base: str, head: str = "") -> ChangedFiles:
    """Return the files below `root` that `head` has otherwise than the commit `base`.

    Without a `head`, the working tree, with the files that git does not know yet. Raises BaseError.
    """
    told = _git(
        root, "diff", "--relative", "--name-status", "--no-renames", "-z",
        base, *([head] if head else []), "--", ".",
    )  # fmt: skip
    words = (told or b"").decode("utf-8", "replace").split("\0")
    found: dict[str, list[str]] = {"A": [], "D": [], "M": []}
    for status, path in zip(words[::2], words[1::2], strict=False):
        # A file whose type changed, into a link for instance, is another one.
        found[status if status in found else "M"].append(path)
    if not head:
        new = _git(root, "ls-files", "-z", "--others", "--exclude-standard", "--", ".") or b""
        found["A"] += [one for one in new.decode("utf-8", "replace").split("\0") if one]
    return ChangedFiles(*(tuple(sorted(found[one])) for one in "AMD"))


def shared_commit(root: Path, base: str, head: str = "HEAD") -> str:
    """Return the last commit that `head` shares with `base`; raises BaseError."""
    for one, name in ((base, "BASE"), (head, "TO")):
        _known(root, one, name)
    shared = _git(root, "merge-base", base, head)
    return shared.decode().strip() if shared else base


def _known(root: Path, base: str, name: str) -> None:
    """Raise BaseError for what is no commit; `name` is the variable that it was typed for."""
    if base.startswith("-"):
        raise BaseError(f"“{base}” không phải tên nhánh → {name}=origin/main")
    if _git(root, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}") is None:
        remedy = f"chạy git fetch rồi thử lại, hoặc sửa {name}=…"
        raise BaseError(f"kho Git không có nhánh hay mã “{base}” → {remedy}")


def _git(root: Path, *arguments: str) -> bytes | None:
    try:
        return git.output(root, *arguments)
    except git.GitMissingError:
        raise BaseError("máy chưa có lệnh git → cài gói git") from None
