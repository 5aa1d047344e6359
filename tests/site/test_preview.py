"""The preview tells of an error once, and when it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.site.preview import Preview

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_gone_is_told_and_that_it_is_back(tmp_path: Path) -> None:
    gone = "docs:1:1: lỗi: không có thư mục docs/ → đưa thư mục ấy trở lại"
    results: list[list[str]] = [[], [gone], [], []]
    said: list[str] = []
    preview = Preview(lambda: results.pop(0), tmp_path, "127.0.0.1", 0, said.append)
    for _ in range(4):
        preview.rebuild()
    preview.server_close()
    assert [line.partition("] ")[2] or line for line in said] == [
        "đã dựng xong",
        gone,
        "chưa dựng được, sửa rồi lưu lại",
        "Thấy thay đổi, đang dựng lại …",
        "đã dựng xong, các lỗi trên đã hết",
        "đã dựng xong",
    ]
