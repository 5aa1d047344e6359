"""Tables whose rows have too many or too few cells, and rows that form no table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.chapter.markup import CODE
from macros.chapter.slips.lines import Slip, is_item
from macros.messages.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.chapter.slips.lines import Block, Line

_CODE_OR_ESCAPE = re.compile(rf"{CODE.pattern}|\\.", re.DOTALL)
_SEPARATOR = re.compile(r"\|?(?:[ ]*:?-+:?[ ]*\|)*[ ]*(?::?-+:?[ ]*)?")


def slips(blocks: Sequence[Block]) -> Iterator[Slip]:
    """Yield the rows that lose or lack a cell, and rows that are shown as plain text."""
    after_table = False
    for block in blocks:
        if block.code or block.heading or is_item(block.first.words):
            after_table = False
            continue
        if not any("|" in line.text for line in block.lines):
            after_table = False
            continue
        rows = [cells(line.words) for line in block.lines]
        at = next((n for n, line in enumerate(block.lines) if n and _separates(line)), None)
        if at is None:
            yield from _no_separator(block, rows, after_table)
            after_table = False
        elif at > 1 and not _piped(block.lines[at - 1].words):
            after_table = False  # a rule under a paragraph
        elif at > 1:
            message = "bảng viết liền dưới đoạn văn nên không thành bảng"
            yield Slip(block.lines[at - 1].offset, message, "để một dòng trống trước dòng này")
        elif len(rows[0]) != len(rows[1]):
            message = (
                f"dòng gạch có {len(rows[1])} ô, dòng đầu có {len(rows[0])} nên không thành bảng"
            )
            remedy = f"viết {'|' + '---|' * len(rows[0])}"
            yield Slip(block.lines[1].offset, message, remedy)
        else:
            yield from _rows(block, rows)
            after_table = True


def cells(row: str) -> list[str]:
    """Return the cells of a row; as in Markdown, no pipe in code and no escaped one divides it."""
    masked = _CODE_OR_ESCAPE.sub(lambda found: "x" * len(found.group()), row)
    inner = slice(int(masked.startswith("|")), len(row) - int(masked.endswith("|")))
    bounds = [n for n, sign in enumerate(masked[inner]) if sign == "|"]
    starts = [0, *(n + 1 for n in bounds)]
    return [row[inner][a:b] for a, b in zip(starts, [*bounds, None], strict=True)]


def _piped(row: str) -> bool:
    return "|" in _CODE_OR_ESCAPE.sub("", row)


def _separates(line: Line) -> bool:
    return "|" in line.text and "-" in line.text and bool(_SEPARATOR.fullmatch(line.words))


def _rows(block: Block, rows: list[list[str]]) -> Iterator[Slip]:
    width = len(rows[0])
    for line, row in zip(block.lines[2:], rows[2:], strict=True):
        if len(row) > width:
            message = f"hàng có {len(row)} ô mà bảng chỉ có {width} cột"
            remedy = "bỏ ô thừa hoặc thêm cột ở dòng đầu và dòng gạch; dấu | trong ô thì viết \\|"
            yield Slip(line.offset, message, remedy, Severity.ERROR)
        elif not _piped(line.words):
            message = "dòng viết liền dưới bảng nên thành một hàng của bảng"
            remedy = "để một dòng trống trước dòng này"
            yield Slip(line.offset, message, remedy, Severity.ERROR)
        elif len(row) < width:
            message = f"hàng thiếu ô: có {len(row)} ô, bảng có {width} cột"
            remedy = "thêm dấu | cho mỗi ô, ô không có gì thì để trống"
            yield Slip(line.offset, message, remedy, Severity.ERROR)


def _no_separator(block: Block, rows: list[list[str]], after_table: bool) -> Iterator[Slip]:
    bordered = [line for line in block.lines if line.words.startswith("|")]
    whole = [one for one in bordered if one.words.endswith("|") and len(cells(one.words)) > 1]
    if not (len(bordered) > 1 or (whole and len(rows) == 1)):
        return
    if after_table:
        message = "hàng cách bảng ở trên một dòng trống nên không thành bảng"
        yield Slip(bordered[0].offset, message, "bỏ dòng trống giữa các hàng của bảng")
    else:
        message = "các dòng có dấu | không thành bảng vì thiếu dòng gạch"
        remedy = f"thêm dòng {'|' + '---|' * len(cells(bordered[0].words))} dưới dòng đầu"
        yield Slip(bordered[0].offset, message, remedy)
