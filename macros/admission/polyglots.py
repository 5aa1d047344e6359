"""Whether a file of a picture holds more than the picture: another file behind it, or markup in it.

A picture file may be a web page, a script or an archive at the same time, if it is opened as one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# What begins a web page or a script; the metadata of cameras and programs (XMP) has none of it. The
# patterns are long, because chance writes short ones: one in four photographs of 4 MB holds “<%@”.
_MARKUP = re.compile(
    rb"<(?:script|html|body|iframe)[\s/>]|<!doctype\s|<\?php\s|<%@\s*(?:page|import|include|taglib)"
    rb"|javascript:",
    re.IGNORECASE,
)
_BOXES = {b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip", b"mdia", b"styp", b"sidx"}


def holds_more(data: bytes, suffix: str) -> str:
    """Return what a file holds besides its picture, in an editor's words; "" for nothing."""
    if _MARKUP.search(data):
        return "trong hình có mã HTML hoặc mã chạy"
    behind = data[_ENDS[suffix](data) :].strip(b"\x00")
    return f"sau hình còn {len(behind)} byte của một tệp khác" if behind else ""


def _end_of_png(data: bytes) -> int:
    at = 8
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        at += 12 + length
        if kind == b"IEND":
            break
    return at


def _end_of_jpeg(data: bytes) -> int:
    """Return where the last scan ends: its data hold FF only before 00 and restart marks."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if mark == 0xD9:
            return at + 2
        if mark == 0xFF:
            at += 1
            continue
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
        if mark == 0xDA:
            at = _end_of_scan(data, at)
    return at + 2 if data[at : at + 2] == b"\xff\xd9" else at


def _end_of_scan(data: bytes, at: int) -> int:
    while (at := data.find(b"\xff", at)) >= 0:
        following = data[at + 1 : at + 2]
        if not following or not (following == b"\x00" or b"\xd0" <= following <= b"\xd7"):
            return at
        at += 2
    return len(data)


def _end_of_webp(data: bytes) -> int:
    size = 8 + int.from_bytes(data[4:8], "little")
    return size + size % 2


def _end_of_avif(data: bytes) -> int:
    at = 0
    while at + 8 <= len(data) and data[at + 4 : at + 8] in _BOXES:
        size = int.from_bytes(data[at : at + 4])
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16])
        if size == 0:
            return len(data)
        if size < 8:
            break
        at += size
    return at


_ENDS: dict[str, Callable[[bytes], int]] = {
    ".png": _end_of_png,
    ".jpg": _end_of_jpeg,
    ".jpeg": _end_of_jpeg,
    ".webp": _end_of_webp,
    ".avif": _end_of_avif,
}
