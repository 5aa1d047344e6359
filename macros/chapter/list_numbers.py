"""Numbered lists: which numbers begin an item, and how Markdown is made to show them as typed.

Markdown takes any number with a full stop at the start of a line for that of an item, and then
counts from 1: a paragraph that begins with “1946. …” loses its year, and a list that continues
after a paragraph restarts. Here a number begins an item only if it follows in sequence, and it is
shown as it was typed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from markdown.blockprocessors import BlockProcessor
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from markdown.blockparser import BlockParser

NUMBER = re.compile(r" {0,3}(\d{1,3})\.[ ]+(.*)")
"""A line that may be an item; a year is not a number of a list, as none has a thousand items."""
_DAY = re.compile(r"\d{1,2}\.\s*\d{4}(?!\d)")
_INDENT = 4


def number_of(line: str) -> int | None:
    """Return the number with which an item of a list may begin, None for any other line."""
    found = NUMBER.match(line)
    return int(found[1]) if found and not _DAY.match(found[2]) else None


def may_begin_list(number: int, before: int | None, after: Iterable[int]) -> bool:
    """Return whether a list may begin with `number`.

    It is 1, or continues the list before, or the number after it is the next one.
    """
    return number <= 1 or before == number - 1 or next(iter(after), None) == number + 1


def keep_numbers(md: Markdown) -> None:
    """Make `md` show numbers as they were typed, and keep bullets and numbers in separate lists."""
    for processor, name, priority in (
        (_Numbers(md.parser), "olist", 40),
        (_Bullets(md.parser), "ulist", 30),
    ):
        md.parser.blockprocessors.register(processor, name, priority)


class _Numbers(SaneOListProcessor):
    """Makes numbered lists, with `start` and `value` where the numbers are not 1, 2, 3."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(r"^[ ]{0,3}\d{1,3}\.[ ]+(.*)")
        self.CHILD_RE = re.compile(r"^[ ]{0,3}((\d{1,3}\.))[ ]+(.*)")
        self.INDENT_RE = _INDENTED
        self._typed: WeakKeyDictionary[Element, int] = WeakKeyDictionary()

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        numbers = [int(m[1][:-1]) for m in map(self.CHILD_RE.match, blocks[0].split("\n")) if m]
        own = BlockProcessor.lastChild(self, parent)
        continues = parent.tag in ("ol", "ul") or (own is not None and own.tag == "ol")
        if number_of(blocks[0]) is None:
            return False
        if not continues:
            after = numbers[1:] or _next(blocks[1:])
            if not may_begin_list(numbers[0], _end(parent), after):
                return False
        before = _end(own) if own is not None and own.tag == "ol" else numbers[0] - 1
        previous = self._typed.get(own) if own is not None else None
        super().run(parent, blocks)
        made = parent if parent.tag in ("ol", "ul") else parent[-1]
        _show(made, numbers, before or 0, previous)
        self._typed[made] = numbers[-1]
        return None


class _Bullets(SaneUListProcessor):
    """Makes bulleted lists, in which an indented year does not begin a numbered list."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.INDENT_RE = _INDENTED


_INDENTED = re.compile(r"^[ ]{4,7}((\d{1,3}\.)|[*+-])[ ]+.*")


def _next(blocks: Iterable[str]) -> list[int]:
    """Return the number with which the first block after the item begins, if it has one."""
    for block in blocks:
        if not block.startswith(" " * _INDENT):
            number = number_of(block)
            return [] if number is None else [number]
    return []


def _end(element: Element) -> int | None:
    """Return the last number shown in a list, or in the last list within an element."""
    if element.tag != "ol":
        lists = [child for child in element if child.tag == "ol"]
        return _end(lists[-1]) if lists else None
    end = int(element.get("start", "1")) - 1
    for item in element:
        end = int(item.get("value", end + 1))
    return end


def _show(made: Element, numbers: list[int], before: int, previous: int | None) -> None:
    """Set the number of each new item for which counting on from `before` would give another.

    “1. 1. 1.” is meant to be counted. `previous` is the number typed before, if any.
    """
    items = [child for child in made if child.tag == "li"][-len(numbers) :]
    for item, number in zip(items, numbers, strict=True):
        before += 1
        if number != before and not number == previous == 1:
            item.set("value", str(number))
            before = number
        previous = number
