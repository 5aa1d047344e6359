"""Whether a text is a transcription: UTF-8, not empty, one paragraph a line."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from macros.loading.yaml.encoding import misencoded
from macros.messages.problems import Position, Problem
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_WIDEST = 120
"""A text that has a longer line was not wrapped by an editor."""
_NARROWEST = 40
"""A shorter line may be a heading or an item, and is not taken for a wrapped one."""
_LEAST = 3
_SHARE = 0.3
"""A text was wrapped if at least so many lines, and this share of them, continue on the next."""
_ENDS = ".;:!?…”\"')»"


def unusable(path: Path) -> Problem | None:
    """Return the problem of a file that is not a transcription, or None.

    Evidence of such a text would be false, and citations would be moved to wrong paragraphs.
    """
    shown = path.as_posix()
    try:
        data = path.read_bytes()
    except OSError:
        return Problem(Position(shown), "không đọc được bản chép", "kiểm tra quyền đọc tệp")
    return unusable_text(data, shown)


def unusable_text(data: bytes, shown: str) -> Problem | None:
    """Return the problem of a text that is no transcription, or None; `shown` is its path."""
    if problem := misencoded(data, shown):
        return problem
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        remedy = "lưu lại tệp với bảng mã UTF-8"
        return Problem(Position(shown, line), "bản chép không mã hóa bằng UTF-8", remedy)
    if not text.strip():
        remedy = "chép lời của nguồn vào tệp, mỗi đoạn một dòng; chưa có thì xóa tệp"
        return Problem(Position(shown), "bản chép không có chữ nào", remedy)
    if line := _wrapped(text.split("\n")):
        message = "bản chép bị ngắt dòng giữa câu, mà mỗi dòng là một đoạn"
        remedy = "nối các dòng của một đoạn thành một dòng (bỏ ngắt dòng tự động khi lưu)"
        return Problem(Position(shown, line), message, remedy)
    return None


def misnamed(folder: Path, sources: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each text whose name is almost that of a source: it would be ignored."""
    for path in sorted(folder.iterdir()):
        meant = slug(path.stem)
        if path.suffix.lower() == ".txt" and meant in sources and path.name != f"{meant}.txt":
            message = f"tên tệp “{path.name}” không phải là mã nguồn nên không được đọc"
            yield Problem(Position(path.as_posix()), message, f"đổi tên thành {meant}.txt")


def _wrapped(lines: list[str]) -> int:
    """Return the first line that continues on the next one in a text that was wrapped, else 0."""
    written = [line.rstrip() for line in lines if line.strip()]
    if not written or max(map(len, written)) > _WIDEST:
        return 0
    broken = [
        number
        for number, (line, following) in enumerate(pairwise(lines), start=1)
        if _continues(line.rstrip(), following)
    ]
    return broken[0] if len(broken) >= max(_LEAST, _SHARE * len(written)) else 0


def _continues(line: str, following: str) -> bool:
    return len(line) >= _NARROWEST and line[-1] not in _ENDS and following[:1].islower()
