"""A time limit for each chapter, as a last resort.

The limits of size and nesting (`limits.py`) come first: they say what is too much, and give the
same result on every machine. This limit catches what nobody has foreseen.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from macros.chapter.expand import ChapterError
from macros.messages.problems import Position, Problem
from macros.system.time_limit import OutOfTimeError, limited_time

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 60
"""The processor time that one chapter may take: a thousand times what a long one needs."""


@contextmanager
def in_time(path: str) -> Iterator[None]:
    """Raise ChapterError, naming the chapter at `path`, when the block takes too long."""
    try:
        with limited_time(SECONDS):
            yield
    except OutOfTimeError:
        raise ChapterError([_too_long(path)]) from None


def _too_long(path: str) -> Problem:
    return Problem(
        Position(path),
        f"chương cần hơn {SECONDS} giây của bộ xử lý, có lẽ không bao giờ xong",
        "tách chương làm nhiều phần rồi chạy lại để tìm đoạn gây ra; báo đoạn ấy cho người phụ "
        "trách mã nguồn",
    )
