"""The data of another commit, to compare with."""

from __future__ import annotations

import io
import tarfile
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from macros.admission.data_pictures import FOLDER, SUFFIXES
from macros.system import git

if TYPE_CHECKING:
    from collections.abc import Iterator


_WITHOUT_PICTURES = tuple(f":(exclude,glob){FOLDER}/*{suffix}" for suffix in SUFFIXES)
"""Of the files of pictures nothing is compared but their records; they may weigh gigabytes."""


class BaseError(Exception):
    """A state of the project that git cannot provide; the message is for the editor."""


@contextmanager
def data_at(root: Path, base: str) -> Iterator[Path]:
    """Yield a folder with data/ as in the last commit that the working tree shares with `base`.

    Without the files of pictures; without data/, if that commit has none. Of docs/ it has the
    chapters. Raises BaseError.
    """
    commit = _shared_commit(root, base)
    with tempfile.TemporaryDirectory() as folder:
        if _git(root, "cat-file", "-e", f"{commit}:./data") is not None:
            packed = _git(root, "archive", "--format=tar", commit, "data", *_WITHOUT_PICTURES)
            if packed is None:
                raise BaseError(f"không lấy được dữ liệu của “{base}” → chạy git fetch rồi thử lại")
            _unpack(packed, folder)
        chapters = _git(root, "archive", "--format=tar", commit, ":(glob)docs/**/*.md")
        if chapters is not None:  # a commit may have none
            _unpack(chapters, folder)
        yield Path(folder)


def _unpack(packed: bytes, folder: str) -> None:
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        tar.extractall(folder, filter="data")


def pictures_replaced(root: Path, base: str) -> frozenset[str]:
    """Return the ids of the pictures whose file is not the one of that commit any more.

    Raises BaseError.
    """
    told = _git(
        root, "diff", "--relative", "--name-only", "--no-renames", "--diff-filter=MD", "-z",
        _shared_commit(root, base), "--", FOLDER,
    )  # fmt: skip
    paths = [Path(one) for one in (told or b"").decode("utf-8", "replace").split("\0") if one]
    # One may be replaced by a file of another kind.
    return frozenset(
        one.stem
        for one in paths
        if one.suffix in SUFFIXES
        and any((root / FOLDER / f"{one.stem}{suffix}").is_file() for suffix in SUFFIXES)
    )


def _shared_commit(root: Path, base: str) -> str:
    """Return the last commit that the working tree shares with `base`; raises BaseError."""
    if base.startswith("-"):
        raise BaseError(f"“{base}” không phải tên nhánh → BASE=origin/main")
    if _git(root, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}") is None:
        raise BaseError(
            f"kho Git không có nhánh hay mã “{base}” → chạy git fetch rồi thử lại, hoặc sửa BASE=…"
        )
    shared = _git(root, "merge-base", base, "HEAD")
    return shared.decode().strip() if shared else base


def _git(root: Path, *arguments: str) -> bytes | None:
    try:
        return git.output(root, *arguments)
    except git.GitMissingError:
        raise BaseError("máy chưa có lệnh git → cài gói git") from None
