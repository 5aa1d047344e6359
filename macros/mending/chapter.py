"""Mends a chapter: bullets, tabs, the empty line before a list, quotation marks in calls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.mending.typed import Mended, Mending

if TYPE_CHECKING:
    from collections.abc import Iterator

_BULLET = re.compile(r"^(\s*)[•●▪◦■‣∙·]\s*(?=\S)")
_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d{1,3}[.)])\s+\S")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_NO_TEXT = re.compile(r"^\s*(?:$|#|>|\||<|:::|!!!|\{\{|---)")
_CALL = re.compile(r"\{\{.*?\}\}")
_MARKS = str.maketrans("“”„‟‘’‚", '""""\'\'\'')


def mend_chapter(text: str) -> Mended:
    """Return a chapter mended; its front matter and its blocks of code stay."""
    mended: list[str] = []
    mendings: list[Mending] = []
    for number, line, prose in _lines(text):
        own, told = _mended(line) if prose else (line, [])
        if prose and _lacks_a_line(mended, own):
            mended.append("")
            told.append("thêm dòng trống trước danh sách")
        mendings += [Mending(number, one) for one in told]
        mended.append(own)
    return Mended("\n".join(mended), mendings)


def _lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield number and text of each line, and whether it is prose."""
    lines = text.split("\n")
    front = lines[:1] == ["---"]
    fenced = False
    for number, line in enumerate(lines, start=1):
        if front:
            yield number, line, False
            front = number == 1 or line.strip() != "---"
            continue
        if _FENCE.match(line):
            fenced = not fenced
            yield number, line, False
        else:
            yield number, line, not fenced


def _mended(line: str) -> tuple[str, list[str]]:
    told: list[str] = []
    if "\t" in line:
        indent = len(line) - len(line.lstrip("\t "))
        line = line[:indent].replace("\t", "    ") + line[indent:].replace("\t", " ")
        told.append("thay Tab bằng dấu cách")
    if _BULLET.match(line):
        line = _BULLET.sub(r"\1- ", line)
        told.append("viết dấu đầu dòng là gạch nối")
    straight = _CALL.sub(_with_straight_marks, line)
    if straight != line:
        told.append("thay dấu nháy cong trong lời gọi bằng dấu nháy thẳng")
    return straight, told


def _with_straight_marks(found: re.Match[str]) -> str:
    """Return a call with straight marks, if it has none: else curved ones are part of a text."""
    call = found.group()
    return call if '"' in call or "'" in call else call.translate(_MARKS)


def _lacks_a_line(before: list[str], line: str) -> bool:
    """Return whether a list begins right below a paragraph, where Markdown makes none of it."""
    if not before or not re.match(r"(?:[-*+]|1[.)])\s+\S", line):
        return False
    above = before[-1]
    if _NO_TEXT.match(above) or _ITEM.match(above) or above.startswith((" ", "\t")):
        return False
    return not _within_item(before)


def _within_item(before: list[str]) -> bool:
    """Return whether the line above goes on with an item."""
    for line in reversed(before):
        if not line.strip():
            return False
        if _ITEM.match(line):
            return True
    return False
