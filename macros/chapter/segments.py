"""Finds the macro calls in a chapter's text.

Each ``{{ … }}`` is cut out and parsed alone, so that one broken call does not hide others.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from macros.messages.problems import About

_MARK = re.compile(r"\{\{|\{%|\{#|\}\}")
_END = re.compile(r"\}\}|\{\{|\n[ \t]*\n")
_COMMENT_AS_ID = re.compile(r"\{#\s*[\w-]+\s*\}(?!\})")

# The rest of a statement that is reported where it begins.
_CONTINUED = re.compile(r"\{%-?\s*(?:end\w+|else|elif)\b")
SINGLE = re.compile(r"(?<!\{)\{[ ]?(?P<call>[a-z_]+\([^{}\n]*\))[ ]?\}{1,2}")
"""A call with one brace too few."""
SPACED = re.compile(r"\{[ ]+\{[ ]*(?P<call>[a-z_]+\([^{}\n]*\))[ ]*\}[ ]*\}")
"""A call with a space between the two braces that open it."""
_STATEMENT = "chương không được có câu lệnh “{% … %}”"

WRITE_A_CALL = 'chỉ viết {{ tên_macro("giá trị", …) }}'


class Fault(NamedTuple):
    """What is wrong at a character of the body, counted from 0; `about` as in `Problem`."""

    offset: int
    message: str
    remedy: str
    about: About | None = None


NO_ORGANIZATION = About("", "organization", "")
"""What the faults of all calls without a known organization are about."""


class Segment(NamedTuple):
    """A call with its braces: the body from `start` to before `end`."""

    start: int
    end: int


# Cached: guard, slips, links and prose of a chapter ask one after the other.
@lru_cache(maxsize=4)
def segments(text: str) -> tuple[tuple[Segment, ...], tuple[Fault, ...]]:
    """Return the calls in the text, and a fault for every delimiter outside a call."""
    found: list[Segment] = []
    faults: list[Fault] = []
    at = 0
    while mark := _MARK.search(text, at):
        at = mark.end()
        if mark.group() != "{{":
            if not (_CONTINUED.match(text, mark.start()) and any(_is_statement(f) for f in faults)):
                faults.append(_stray(text, mark))
            continue
        end = _END.search(text, at)
        if end and end.group() == "}}":
            found.append(Segment(mark.start(), end.end()))
            at = end.end()
        else:
            remedy = "thêm “}}” ở cuối lời gọi; muốn hiện hai ngoặc nhọn thì viết &#123;&#123;"
            faults.append(Fault(mark.start(), "“{{” không có “}}” đóng", remedy))
    return tuple(found), tuple(faults)


def _is_statement(fault: Fault) -> bool:
    return fault.message == _STATEMENT


def _opened_by_one(text: str, end: re.Match[str]) -> Fault | None:
    """Return the fault of a call that ends here and has one brace at its beginning."""
    line = text.rfind("\n", 0, end.start()) + 1
    for match in SINGLE.finditer(text, line, end.end()):
        if match.end() == end.end():
            return single_brace(match)
    return None


def single_brace(match: re.Match[str]) -> Fault:
    """Return the fault of a call with a brace too few, found by `SINGLE`."""
    message = f"lời gọi “{match['call']}” thiếu một dấu ngoặc nhọn"
    return Fault(match.start(), message, f"viết {{{{ {match['call']} }}}}")


def _stray(text: str, mark: re.Match[str]) -> Fault:
    """Return the fault of a delimiter that opens a statement or a comment, or closes nothing."""
    start = mark.start()
    if mark.group() == "{%":
        return Fault(start, _STATEMENT, WRITE_A_CALL)
    if mark.group() == "}}" and (call := _opened_by_one(text, mark)):
        return call
    if mark.group() == "}}":
        remedy = "thêm “{{” ở đầu lời gọi hoặc bỏ “}}”"
        return Fault(start, "“}}” không có “{{” mở", remedy)
    if match := _COMMENT_AS_ID.match(text, start):
        name = match.group().strip("{#} \n")
        message = f"“{{#{name}}}” mở một chú thích, không đặt được mã cho đề mục"
        return Fault(start, message, f"viết {{: #{name} }}")
    remedy = "bỏ chú thích; muốn đặt mã cho đề mục thì viết {: #ma }"
    return Fault(start, "chương không được có chú thích “{# … #}”", remedy)
