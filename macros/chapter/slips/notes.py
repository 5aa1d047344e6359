"""Footnotes: marks without a text, texts without a mark, texts that only a screen shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.chapter.markup import CODE
from macros.chapter.slips.lines import Slip, is_item
from macros.messages.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.chapter.slips.lines import Block

_TEXT = re.compile(r" {0,3}\[\^([^\]\n]*)\]:[ ]*(.*)")
_MARK = re.compile(r"(?<!\\)\[\^([^\]\n]+)\]")


class _Text(NamedTuple):
    label: str
    offset: int
    words: str
    further: tuple[Block, ...]


def slips(block_lists: Sequence[Sequence[Block]]) -> Iterator[Slip]:
    """Yield the footnotes of a chapter that a page or a book would not show."""
    texts = [text for blocks in block_lists for text in _texts(blocks)]
    marks = dict(mark for blocks in block_lists for mark in _marks(blocks))
    known = {text.label for text in texts}
    for label, offset in marks.items():
        if label not in known:
            message = f"dấu chú thích [^{label}] không có lời chú thích"
            remedy = f"thêm một đoạn “[^{label}]: …”, có dấu hai chấm"
            yield Slip(offset, message, remedy)
    last = {text.label: text for text in texts}
    for text in texts:
        if text is not last[text.label]:
            message = f"lời chú thích [^{text.label}] bị mất vì bên dưới còn một lời mang số ấy"
            remedy = "đổi số của một lời và dấu của nó"
            yield Slip(text.offset, message, remedy, Severity.ERROR)
        elif text.label not in marks:
            message = f"lời chú thích [^{text.label}] không chỗ nào dẫn đến nên sách bỏ mất"
            remedy = f"đặt dấu [^{text.label}] ở chữ cần chú thích, hoặc xóa lời này"
            yield Slip(text.offset, message, remedy, Severity.ERROR)
        else:
            yield from _of(text)


def _of(text: _Text) -> Iterator[Slip]:
    if not text.words and not text.further:
        message = f"lời chú thích [^{text.label}] để trống"
        yield Slip(text.offset, message, "viết lời sau dấu hai chấm")
    if is_item(text.words) or text.words.startswith("!["):
        yield _only_paragraphs(text.offset)
    for block in text.further:
        words = block.first.words
        if block.code or is_item(words) or words.startswith(("|", "![")):
            yield _only_paragraphs(block.first.offset)
            return


def _only_paragraphs(offset: int) -> Slip:
    message = "chú thích cuối trang chỉ in được đoạn văn, sách bỏ mất danh sách, bảng hay ảnh này"
    return Slip(offset, message, "viết thành đoạn văn, hoặc đưa ra thân chương", Severity.ERROR)


def _texts(blocks: Sequence[Block]) -> Iterator[_Text]:
    for at, block in enumerate(blocks):
        if block.code:
            continue
        found = [(line, m) for line in block.lines if (m := _TEXT.match(line.text))]
        for number, (line, match) in enumerate(found):
            further: list[Block] = []
            last = number == len(found) - 1
            for following in blocks[at + 1 :] if last else ():
                if following.level <= block.level:
                    break
                further.append(following)
            more = not match[2] and line is not block.lines[-1] and last
            words = match[2] or ("…" if more else "")
            yield _Text(match[1], line.offset, words, tuple(further))


def _marks(blocks: Sequence[Block]) -> Iterator[tuple[str, int]]:
    """Yield each mark with its offset, in reverse: a dictionary then keeps the first of a label."""
    found: list[tuple[str, int]] = []
    for block in blocks:
        if block.code:
            continue
        for line in block.lines:
            text = CODE.sub(lambda code: "x" * len(code.group()), line.text)
            own = _TEXT.match(text)
            for mark in _MARK.finditer(text, own.start(2) if own else 0):
                found.append((mark[1], line.offset + mark.start() - line.indent))
    yield from reversed(found)
