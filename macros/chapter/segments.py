"""Finds the macro calls in a chapter's text.

Each ``{{ … }}`` is cut out and parsed alone, so that one broken call does not hide others.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"\{\{|\{%|\{#|\}\}")
_END = re.compile(r"\}\}|\{\{|\n[ \t]*\n")
_COMMENT_AS_ID = re.compile(r"\{#\s*[\w-]+\s*\}(?!\})")

WRITE_A_CALL = 'chỉ viết {{ tên_macro("giá trị", …) }}'


class Fault(NamedTuple):
    """What is wrong at a character of the body, counted from 0."""

    offset: int
    message: str
    remedy: str


class Segment(NamedTuple):
    """A call with its braces: the body from `start` to before `end`."""

    start: int
    end: int


def segments(text: str) -> tuple[list[Segment], list[Fault]]:
    """Return the calls in the text, and a fault for every delimiter outside a call."""
    found: list[Segment] = []
    faults: list[Fault] = []
    at = 0
    while mark := _MARK.search(text, at):
        at = mark.end()
        if mark.group() != "{{":
            faults.append(_stray(text, mark))
            continue
        end = _END.search(text, at)
        if end and end.group() == "}}":
            found.append(Segment(mark.start(), end.end()))
            at = end.end()
        else:
            remedy = "thêm “}}” ở cuối lời gọi; muốn hiện hai ngoặc nhọn thì viết &#123;&#123;"
            faults.append(Fault(mark.start(), "“{{” không có “}}” đóng", remedy))
    return found, faults


def _stray(text: str, mark: re.Match[str]) -> Fault:
    """Return the fault of a delimiter that opens a statement or a comment, or closes nothing."""
    start = mark.start()
    if mark.group() == "{%":
        return Fault(start, "chương không được có câu lệnh “{% … %}”", WRITE_A_CALL)
    if mark.group() == "}}":
        remedy = "thêm “{{” ở đầu lời gọi hoặc bỏ “}}”"
        return Fault(start, "“}}” không có “{{” mở", remedy)
    if match := _COMMENT_AS_ID.match(text, start):
        name = match.group().strip("{#} \n")
        message = f"“{{#{name}}}” mở một chú thích, không đặt được mã cho đề mục"
        return Fault(start, message, f"viết {{: #{name} }}")
    remedy = "bỏ chú thích; muốn đặt mã cho đề mục thì viết {: #ma }"
    return Fault(start, "chương không được có chú thích “{# … #}”", remedy)
