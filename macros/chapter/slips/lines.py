"""The blocks of a chapter as Markdown divides its lines, with the level of each.

Fenced code is left out; a quotation is divided like the chapter itself. Every line keeps its offset
in the chapter, so that a message can give its position.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from macros.chapter.list_numbers import number_of
from macros.chapter.markup import without_fenced_code
from macros.messages.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

TAB = 4
BULLET = re.compile(r"([-*+])[ ]+(?=\S)")
_QUOTED = re.compile(r" {0,3}>[ ]?")
_OPENS = re.compile(r" {0,3}(?:\[\^[^\]\n]*\]:|!!!|:[ ])")
_HEADING = re.compile(r"(#{1,6})")
_UNDERLINE = re.compile(r"(=+|-+)")
_RULE = re.compile(r" {0,3}(?:(?:-[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,})")


class Slip(NamedTuple):
    """A mistake by which Markdown drops or changes text; `offset` is that in the body, from 0."""

    offset: int
    message: str
    remedy: str
    severity: Severity = Severity.NOTE


class Line(NamedTuple):
    """A line without the indentation of its block.

    `offset` is where its text begins in the chapter; `broken` says that two spaces end it, so that
    Markdown keeps the line break.
    """

    offset: int
    text: str
    broken: bool = False

    @property
    def indent(self) -> int:
        """The number of spaces before the text."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def words(self) -> str:
        """The text without the spaces before it."""
        return self.text.lstrip(" ")


@dataclass(frozen=True)
class Block:
    """Lines with no blank one between them.

    `level` counts the lists, boxes and footnotes around the block; `in_list` says that the block
    before belongs to a list, `after_item` that its last item is of this level; `code` that Markdown
    takes this block for code. `heading` is the level of a heading, or 0.
    """

    lines: tuple[Line, ...]
    level: int
    in_list: bool
    after_item: bool
    code: bool
    heading: int

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]


def is_item(words: str) -> bool:
    """Return whether a line may be an item of a list, bulleted or numbered."""
    return bool(BULLET.match(words)) or number_of(words) is not None


def chapter_and_quotations(body: str) -> Iterator[list[Block]]:
    """Yield the blocks of a chapter, then those of each quotation in it."""
    lines: list[Line] = []
    offset = 0
    for text in without_fenced_code(body).split("\n"):
        lines.append(_line(offset, text))
        offset += len(text) + 1
    yield from _with_quotations(lines)


def _with_quotations(lines: list[Line]) -> Iterator[list[Block]]:
    own: list[Line] = []
    quotations: list[list[Line]] = []
    inside = False
    for line in lines:
        mark = _QUOTED.match(line.text)
        if mark and not inside:
            quotations.append([])
            own.append(Line(line.offset, ""))
        if mark:
            quotations[-1].append(_line(line.offset, line.text[mark.end() :]))
            inside = True
        elif inside and line.text:
            quotations[-1].append(line)  # as in Markdown, a quotation continues without its mark
        else:
            own.append(line)
            inside = False
    yield list(_blocks(own))
    for quoted in quotations:
        yield from _with_quotations(quoted)


def _line(offset: int, text: str) -> Line:
    expanded = text.expandtabs(TAB)
    start = offset + len(text) - len(text.lstrip())
    return Line(start, expanded.rstrip(), expanded.endswith("  "))


def _blocks(lines: list[Line]) -> Iterator[Block]:
    """Yield the blocks; one that is indented further than any list or box around it is code."""
    depth = 0
    in_list = False
    for gathered, heading in _gathered(lines):
        block = _block(gathered, depth, in_list, heading)
        yield block
        if not block.code:
            depth, in_list = _opened(block)


def _gathered(lines: list[Line]) -> Iterator[tuple[list[Line], int]]:
    """Yield the lines of each block, with the level of a heading."""
    gathered: list[Line] = []
    for line in [*lines, Line(0, "")]:
        hashes = _HEADING.match(line.text)
        if gathered and gathered[-1].text.startswith("!!!") and line.indent >= TAB:
            yield gathered, 0
            gathered = []
        under = _UNDERLINE.fullmatch(line.text) if len(gathered) == 1 else None
        if under and not is_item(gathered[0].words):
            yield [*gathered, line], 1 if line.text[0] == "=" else 2
            gathered = []
        elif hashes or not line.text or _RULE.fullmatch(line.text):
            if gathered:
                yield gathered, 0
            gathered = []
            if hashes:
                yield [line], len(hashes[1])
        else:
            gathered.append(line)


def _block(lines: list[Line], depth: int, in_list: bool, heading: int) -> Block:
    level = lines[0].indent // TAB
    inner = min(level, depth)
    cut = " " * (inner * TAB)
    own = tuple(line._replace(text=line.text.removeprefix(cut)) for line in lines)
    return Block(own, inner, in_list, in_list and depth > inner, level > depth, heading)


def _opened(block: Block) -> tuple[int, bool]:
    """Return how far the next block may be indented, and whether that is within a list."""
    opened = block.level
    listed = is_item(block.first.words) and not block.heading
    for line in block.lines:
        if listed and is_item(line.words):
            opened = max(opened, block.level + line.indent // TAB + 1)
        elif _OPENS.match(line.text):
            opened = max(opened, block.level + 1)
    return opened, listed or (block.level > 0 and block.in_list)
