"""`make changes BASE=origin/main`: the facts that a pull request changes, in words (Markdown).

The data of the working tree are held against those of the commit where the two parted.
Usage: `python -m scripts.changes [BASE] [--trace]`. Exit status: 0 told, 2 it could not run.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from macros.archive import Archive
from macros.archive.complete import load_archive
from macros.changes.differences import VERBS, Difference, Kind, differences
from macros.messages.problems import errors
from scripts.command import FAULT, guarded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
_MARKUP = re.compile(r"[\\`*_\[\]<>|~#]")
_COUNTED: dict[Kind, str] = {
    "changed": "sửa",
    "added": "thêm",
    "removed": "bỏ",
    "renamed": "đổi mã",
    "moved": "chuyển",
}


class GitError(Exception):
    """A state of the project that Git cannot give; the text is for the editor."""


def changes(root: Path, base: str) -> int:
    """Print what the working tree changes since it parted from `base`."""
    try:
        old = archive_at(root, base)
    except GitError as error:
        print(f"lỗi: {error}", file=sys.stderr)
        return FAULT
    new, problems = load_archive(root)
    for line in report(differences(old, new), base):
        print(line)
    if found := errors(problems):
        print(
            f"\n{len(found)} lỗi khi đọc dữ liệu, nên danh sách trên có thể thiếu: chạy make check."
        )
    return 0


def report(found: Sequence[Difference], base: str) -> Iterator[str]:
    """Yield the lines of the report: the sum, ids that were changed, then owner by owner."""
    yield f"# Thay đổi về dữ kiện so với {_plain(base)}"
    yield ""
    if not found:
        yield "Không dữ kiện nào thay đổi."
        return
    counts = Counter(one.kind for one in found)
    yield (
        ", ".join(f"{counts[kind]} {word}" for kind, word in _COUNTED.items() if counts[kind]) + "."
    )
    if counts["renamed"] or counts["moved"]:
        yield ""
        yield (
            "**Có mã bị đổi.** Mã không bao giờ đổi: địa chỉ trang và các chỗ trỏ tới đều theo mã. "
            "Trả lại mã cũ, trừ khi mã vừa mới đặt và chưa công bố."
        )
    for _, group in groupby(found, key=lambda one: one.owner):
        listed = list(group)
        yield ""
        yield f"## {_plain(listed[0].section)}"
        yield ""
        for one in listed:
            # Within a code span a number sign does not become a link to an issue.
            sources = ", ".join(f"`{source}`" for source in one.sources)
            yield f"- {VERBS[one.kind]} {_plain(one.text)}" + (
                f"; nguồn {sources}" if sources else ""
            )


def _plain(text: str) -> str:
    """Return words as Markdown that shows them as they are, on one line, and calls nobody."""
    flat = " ".join(text.split())
    return _MARKUP.sub(lambda match: "\\" + match.group(), flat).replace("@", "&#64;")


def archive_at(root: Path, base: str) -> Archive:
    """Return the data of the last commit that the working tree shares with `base`.

    Raises GitError.
    """
    if base.startswith("-"):
        raise GitError(f"“{base}” không phải tên nhánh → BASE=origin/main")
    if git(root, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}") is None:
        raise GitError(
            f"kho Git không có nhánh hay mã “{base}” → chạy git fetch rồi thử lại, hoặc sửa BASE=…"
        )
    shared = git(root, "merge-base", base, "HEAD")
    commit = shared.decode().strip() if shared else base
    with tempfile.TemporaryDirectory() as folder:
        # Without a folder data/ in that commit there was no fact.
        if git(root, "cat-file", "-e", f"{commit}:data") is not None:
            packed = git(root, "archive", "--format=tar", commit, "data")
            if packed is None:
                raise GitError(f"không lấy được dữ liệu của “{base}” → chạy git fetch rồi thử lại")
            with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
                tar.extractall(folder, filter="data")
        return load_archive(Path(folder))[0]


def git(root: Path, *arguments: str) -> bytes | None:
    """Return what Git prints, or None where it fails."""
    try:
        result = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, check=False
        )
    except FileNotFoundError:
        raise GitError("máy chưa có lệnh git → cài gói git") from None
    return result.stdout if result.returncode == 0 else None


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Run the command line and return its exit status."""
    parser = argparse.ArgumentParser(
        prog="make changes", description="Kể các dữ kiện thay đổi.", usage="make changes BASE=nhánh"
    )
    parser.add_argument("base", nargs="?", default="origin/main", help="nhánh để so")
    parser.add_argument("--trace", action="store_true", help="in vết lỗi của chương trình")
    options = parser.parse_args(arguments)
    return guarded("make changes", lambda: changes(root, options.base), trace=options.trace)


if __name__ == "__main__":
    sys.exit(main())
