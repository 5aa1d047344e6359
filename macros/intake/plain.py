"""Reads plain text in whatever encoding, one paragraph a line or wrapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.intake.document import IntakeError, Paragraph, Reading
from macros.intake.lines import joined
from macros.text.conversion import by_text, characters

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 16 * 1024 * 1024
"""Of a text: a thousand pages have some 4 MB."""


def read_plain(file: Path) -> Reading:
    """Return what a .txt says; raises IntakeError for no text, or one in no known encoding."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"không đọc được tệp “{file}”"
        raise IntakeError(message, "kiểm tra đường dẫn và quyền đọc tệp") from error
    if len(data) > MAX_BYTES:
        message = f"tệp “{file.name}” lớn hơn {MAX_BYTES // 1024 // 1024} MB"
        raise IntakeError(message, "tách thành nhiều nguồn")
    text, told = decode(data, file.name)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
    paragraphs, wrapped = joined(lines)
    if wrapped:
        told = (*told, "tệp ngắt dòng giữa câu: đã nối các dòng của một đoạn")
    return Reading(tuple(Paragraph(one, doubts=doubts) for one, doubts in paragraphs), told)


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of bytes that must be one, and what is told of their encoding.

    Bytes that are no UTF become characters one by one; by_text() then finds what they meant.
    """
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\x00" in text:
                break
            return text, ("tệp mã hóa UTF-16, đã đổi sang UTF-8",) if mark else ()
    if b"\x00" in data:
        remedy = "lưu lại thành văn bản thuần (.txt) với bảng mã UTF-8"
        raise IntakeError(f"tệp “{name}” không phải văn bản", remedy)
    text = characters(data)
    if not any(one.encoding and one.sure for one in by_text(text.splitlines())):
        remedy = "mở bằng Notepad, chọn Save As (Lưu thành), Encoding: UTF-8 rồi lưu lại"
        raise IntakeError(f"không nhận ra bảng mã của tệp “{name}”", remedy)
    return text, ()
