"""The last resort against a chapter that takes for ever: time.

The limits of size and nesting (`limits.py`) come first, because they say what is too much, and say
the same on every machine. This one is for what nobody has thought of.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from macros.chapter.expand import ChapterError
from macros.messages.problems import Position, Problem
from macros.system.limited import OutOfTimeError, limited_time

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 60
"""So long may one chapter take, of the processor: some thousand times what a long one takes."""


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
