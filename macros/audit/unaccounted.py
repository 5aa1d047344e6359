"""Finds the files of a built site that no step of the build has declared.

Such a file (of a plugin, of an earlier build, or of docs/ where one of the theme should be) stops
publication, because nothing has checked it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from macros.messages.problems import Position, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.project.site_files import Origin

MOST = 20
"""At most so many files are reported one by one."""

_UNKNOWN = (
    "không bước dựng nào làm ra tệp này",
    "tìm plugin hay hook trong mkdocs.yml đã ghi nó rồi bỏ đi; tệp cho máy chủ thì đặt vào "
    "overrides/",
)
_REPLACED = (
    "nội dung không phải của tệp mà trang này phải có ở đây: một tệp khác đã thế chỗ",
    "tìm tệp trùng tên trong docs/, hoặc plugin, hook trong mkdocs.yml đã sửa nó",
)
_LINK = ("là liên kết hoặc không phải tệp thường", "chép chính tệp vào, không dùng liên kết")


def unaccounted(folder: Path, made: Mapping[str, Origin]) -> list[Problem]:
    """Return a problem for each file under `folder` that is not as `made` declares it.

    Beyond MOST, the files are only counted.
    """
    found = sorted(_problems(folder, made))
    if len(found) <= MOST:
        return found
    message = f"còn {len(found) - MOST} tệp nữa không có trong danh sách những gì phải làm ra"
    return [*found[:MOST], Problem(Position(found[MOST].position.path), message, _UNKNOWN[1])]


def _problems(folder: Path, made: Mapping[str, Origin]) -> Iterator[Problem]:
    for path, regular in _entries(folder):
        if not regular:
            yield Problem(Position(path), *_LINK)
        elif path not in made:
            yield Problem(Position(path), *_UNKNOWN)
        elif not _same(folder / path, made[path]):
            yield Problem(Position(path), *_REPLACED)


def _entries(folder: Path, within: str = "") -> Iterator[tuple[str, bool]]:
    """Yield each path that is not a folder, and whether it is a regular file; follow no link."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = within + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(Path(entry.path), f"{path}/")
            else:
                yield path, entry.is_file(follow_symlinks=False)


def _same(file: Path, origin: Origin) -> bool:
    """Return whether a file has the bytes that its origin gives it."""
    if origin is None:
        return True
    if isinstance(origin, bytes):
        return file.stat().st_size == len(origin) and file.read_bytes() == origin
    # The original may have been removed since.
    return origin.is_file() and file.read_bytes() == origin.read_bytes()
