"""Headings, boxes, code, classes and columns that are malformed, or that come about by accident."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.chapter.markup import FILLER
from macros.chapter.slips.lines import Slip
from macros.messages.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.chapter.slips.lines import Block, Line

_BOX = re.compile(r"!!! ?([\w-]+(?: +[\w-]+)*)(?: +\"(.*?)\")? *")
_BOX_START = re.compile(r"(?:!!!|\?\?\?\+?|:::)(?= |$|[\w“\"])|\[!\w+\]")
_KIND = re.compile(
    r"(?:note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote)\b"
)
_PLAIN = re.compile(r"[a-z][a-z0-9-]*")
_FENCE = re.compile(r"( *)(`{3,}|~{3,})(.*)")
_INFO = re.compile(r"[ ]*(?:\.?[\w#.+-]*[ ]*|\{[^{}]*\}[ ]*)")
_COMMAND = re.compile(r"[$#<{\[-]|[a-z_][a-z0-9_.-]*(?=[ :=(]|$)")
_CODE_SIGN = re.compile(r"[={};$<>|\\]|\w/\w|^[\w-]+:( |$)|--\w")
_MARKED = (")", "]", "*", "_", "`")
"""The signs directly after which a class or an id may stand."""
_TABBED = re.compile(r"(?:^[^\t\n]*\S\t+\S.*(?:\n|\Z)){2,}", re.MULTILINE)
_LONG_HEADING = 15
_HASHES = re.compile(r"#{1,6} *[^#\s]")


def headings(blocks: Sequence[Block]) -> Iterator[Slip]:
    """Yield second titles, skipped levels, and lines that are headings by accident."""
    titled = False
    level = 1  # without a title in the text, the page has that of its first lines
    for block in blocks:
        if not block.heading or block.level:
            yield from _shown_as_typed(block)
            continue
        words = block.first.words
        if wrong := _no_words(block):
            yield wrong
            continue
        if len(block.lines) == 2 and _is_sentence(words):
            message = f"đoạn ở trên thành đề mục vì dòng “{block.lines[1].text[:5]}” liền dưới nó"
            yield Slip(block.lines[1].offset, message, "để một dòng trống trước dòng gạch")
            continue
        if re.match(r"#\d", words):
            message = "dòng mở đầu bằng dấu # thành đề mục bậc 1"
            yield Slip(block.first.offset, message, f"viết \\{words.split()[0]}")
            continue
        if block.heading == 1 and titled:
            message = "đề mục bậc 1 thứ hai của trang"
            remedy = "viết “## …”: mỗi trang một đề mục bậc 1"
            yield Slip(block.first.offset, message, remedy, Severity.ERROR)
        elif block.heading > level + 1:
            message = f"đề mục nhảy từ bậc {level} xuống bậc {block.heading}"
            remedy = f"viết “{'#' * (level + 1)} …”"
            yield Slip(block.first.offset, message, remedy, Severity.ERROR)
        titled = titled or block.heading == 1
        level = block.heading


def _no_words(block: Block) -> Slip | None:
    """Return the slip of a heading that has no words, or more signs than there are levels."""
    words = block.first.words.strip("# ")
    if block.first.words.startswith("#######"):
        message = "đề mục có hơn sáu dấu #"
        return Slip(block.first.offset, message, f"viết “## {words}”", Severity.ERROR)
    if not words and len(block.lines) == 1:
        remedy = "viết chữ sau dấu #, hoặc xóa dòng này"
        return Slip(block.first.offset, "đề mục không có chữ nào", remedy, Severity.ERROR)
    return None


def _shown_as_typed(block: Block) -> Iterator[Slip]:
    """Yield a heading that is none because it does not begin at the start of its line."""
    first = block.first
    if not block.code and not block.level and _HASHES.match(first.words):
        message = "dấu cách đầu dòng làm đề mục hiện nguyên dấu #"
        remedy = f"viết “{first.words.split(FILLER)[0]}” từ đầu dòng"
        yield Slip(first.offset, message, remedy, Severity.ERROR)


def _is_sentence(words: str) -> bool:
    ends = words.rstrip(FILLER)[-1:] in (".", ",", ";", ":", "!", "?")
    return ends or len(words.split()) > _LONG_HEADING


def indented(blocks: Sequence[Block]) -> Iterator[Slip]:
    """Yield paragraphs that are code because of their indentation, only the first in a row."""
    before = False
    for block in blocks:
        if block.code and not before and not _is_code(block):
            message = f"đoạn thụt {block.first.indent} dấu cách đầu dòng thành khối mã"
            remedy = "bỏ dấu cách hay Tab ở đầu dòng; muốn là mã thì đặt giữa hai dòng ```"
            yield Slip(block.first.offset, message, remedy)
        before = block.code


def _is_code(block: Block) -> bool:
    """Return whether an indented block is meant as code: a command or a setting, not a sentence."""
    words = block.first.words
    return bool(_COMMAND.match(words)) and bool(_CODE_SIGN.search(words))


def boxes(blocks: Sequence[Block]) -> Iterator[Slip]:
    """Yield boxes that are malformed, lose their title, or do not contain their text."""
    for at, block in enumerate(blocks):
        if block.code:
            continue
        for number, line in enumerate(block.lines):
            if not _BOX_START.match(line.text) or line.text == ":::":
                continue
            found = _BOX.fullmatch(line.text)
            if found is None:
                remedy = 'viết !!! note "Tiêu đề", trong dấu nháy thẳng'
                yield Slip(line.offset, "dòng mở hộp viết sai nên không thành hộp", remedy)
                continue
            words = found[1].split()
            if any(
                not _PLAIN.fullmatch(word) for word in (words[1:] if found[2] is None else words)
            ):
                title = " ".join(words[1:] if _KIND.match(found[1]) else words)
                message = f"chữ “{title}” là tiêu đề hộp mà không đặt trong dấu nháy nên bị mất"
                whole = f"{title} {found[2] or ''}".strip()
                remedy = f'viết !!! note "{whole}"'
                yield Slip(line.offset, message, remedy, Severity.ERROR)
                continue
            outside = _left_outside(blocks, at, number)
            if outside is line:
                message = "hộp này không có lời nào"
                yield Slip(line.offset, message, "viết lời ở dòng dưới, thụt 4 dấu cách")
            elif outside is not None:
                message = "đoạn này nằm ngoài hộp ở dòng trên"
                yield Slip(outside.offset, message, "thụt 4 dấu cách mỗi dòng của hộp")


def _left_outside(blocks: Sequence[Block], at: int, number: int) -> Line | None:
    """Return the line that was meant to be in a box but is outside it; the box's own if none is."""
    block = blocks[at]
    if number + 1 < len(block.lines):
        following = block.lines[number + 1]
        return following if following.indent < 4 else None
    if at + 1 < len(blocks) and blocks[at + 1].level > block.level:
        return None
    return blocks[at + 1].first if at + 1 < len(blocks) else block.lines[number]


def attributes(blocks: Sequence[Block]) -> Iterator[Slip]:
    """Yield marks of a class or an id in a place where Markdown shows them as text."""
    for block in blocks:
        if block.code or block.heading:
            continue
        for line in block.lines:
            start = line.text.find("{:")
            if start < 0 or "|" in line.text or not line.text.endswith("}"):
                continue
            before = line.text[:start]
            if before[-1:] not in _MARKED if before.strip() else len(block.lines) == 1:
                message = f"dấu {line.text[start:]} ở đây hiện nguyên trên trang"
                remedy = "đặt nó ở cuối đề mục, hoặc riêng một dòng liền dưới đoạn"
                yield Slip(line.offset + start - line.indent, message, remedy)


def tabbed(body: str) -> Iterator[Slip]:
    """Yield lines with columns separated by tabs, as pasted from a table of Word or Excel."""
    for found in _TABBED.finditer(body):
        message = "các cột cách nhau bằng Tab không thành bảng"
        remedy = "cách các ô bằng dấu | và thêm dòng |---|---| dưới dòng đầu, đủ số cột"
        yield Slip(found.start(), message, remedy)


def open_fences(body: str, closed: Sequence[tuple[int, int]]) -> Iterator[Slip]:
    """Yield fences that open no code block: without an end, indented, or followed by words."""
    starts = {start for start, _ in closed}
    offset = 0
    for line in body.split("\n"):
        found = _FENCE.fullmatch(line)
        at = offset + len(found[1]) if found else 0
        inside = any(start < offset < end for start, end in closed)
        if found and not inside:
            mark, info = found[2][:3], found[3]
            if offset not in starts and "`" not in info:
                message = f"dòng {mark} mở khối mã không có dòng đóng"
                yield Slip(at, message, f"thêm một dòng {mark} ở cuối khối, hoặc xóa dòng này")
            elif offset in starts and found[1]:
                message = f"dòng {mark} thụt đầu dòng không mở được khối mã"
                yield Slip(
                    at,
                    message,
                    f"bỏ dấu cách đầu dòng, hoặc bỏ hai dòng {mark} và thụt mã thêm 4 dấu cách",
                )
            elif offset in starts and not _INFO.fullmatch(info):
                message = f"chữ “{info.strip()}” sau {mark} làm khối mã không mở được"
                yield Slip(at, message, f"xóa chữ ấy, chỉ để {mark}")
        offset += len(line) + 1
