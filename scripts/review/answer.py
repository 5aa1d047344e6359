"""What a pull request is told: its errors, then its changes in words, within a limit of size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.changes.formats import markdown
from macros.changes.markup import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.changes.compare import Changes

_SHOWN = 30
"""So many errors are told one by one."""
COMMENT_LIMIT = 60_000
"""Characters of a comment; GitHub takes 65,536."""
SUMMARY_LIMIT = 900_000
"""Bytes of a job summary; GitHub takes 1 MiB."""


@dataclass(frozen=True)
class Answer:
    """The errors of a pull request as lines for editors, their number, and its changes.

    `changes` is None where they could not be told.
    """

    errors: tuple[str, ...] = ()
    warnings: int = 0
    changes: Changes | None = None


def answer_lines(answer: Answer, preview: str = "") -> Iterator[str]:
    """Yield the answer in Markdown; `preview` is the address of the built site, to be fetched."""
    count = len(answer.errors)
    yield f"# {f'Còn {count} lỗi' if count else 'Không có lỗi'}"
    yield ""
    if count:
        yield "Mỗi lỗi cũng hiện ngay ở dòng của nó, trong thẻ “Files changed”."
        yield ""
        yield from (f"- {escaped(one)}" for one in answer.errors[:_SHOWN])
        if count > _SHOWN:
            yield f"- và {count - _SHOWN} lỗi khác: chạy `make check` để xem hết"
        yield ""
    if answer.warnings:
        yield f"Có {answer.warnings} cảnh báo."
        yield ""
    if preview:
        yield f"[Trang dựng thử và các tập đã đổi]({preview}): tải về, giải nén rồi mở."
        yield ""
    if answer.changes is None:
        yield "Không kể được các thay đổi: xem phần in ra của lần chạy."
    else:
        yield from markdown(answer.changes)


def cut(lines: Sequence[str], limit: int) -> str:
    """Return lines as text of at most `limit` bytes; what is left out is told at the end."""
    note = "\n\nPhần còn lại quá dài: xem tệp changes.md trong phần tải về của lần chạy."
    kept: list[str] = []
    left = limit - len(note.encode())
    for line in lines:
        left -= len(line.encode()) + 1
        if left < 0:
            return "\n".join(kept) + note
        kept.append(line)
    return "\n".join(kept)
