"""Lists that Markdown does not recognise, or reads otherwise than the editor meant."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from macros.chapter.list_numbers import may_begin_list, number_of
from macros.chapter.markup import FILLER
from macros.chapter.slips.lines import BULLET, TAB, Slip, is_item

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.chapter.slips.lines import Block, Line

_SIGN = re.compile(
    r"(?:(?:[–—−→⇒]|--|o)[ ]+|(?P<bare>[-+]|\*(?!.*\*))(?=[^\W\d_])"
    r"|(?P<sure>[•●▪◦‣⁃∙○■□◆◇➢➤►▶✓✔·])[ ]*)(?=\S)"
)
_COUNTED = re.compile(
    r"(?:(?:([a-zđ])|(\d{1,4})|([IVXLC]{1,6}))[.)](?:[ ]+|(?=[^\W\d]))"
    r"|(\d{1,2}(?:\.\d{1,2})*\.)(\d{1,2})\.?[ ]+)(?=\S)"
)
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ENDS = re.compile(rf"[.!?:;…](?:[”\")]|\[\^[^\]]*\]|{FILLER})*$|{FILLER}$")
_SENTENCE_ENDS = re.compile(rf"[.!?…](?:[”\")]|\[\^[^\]]*\]|{FILLER})*$")
_CAPITAL = re.compile(r"[“\"(]?[^\W\d_]")
_WRAPPED = 160
"""A text with a longer line was not wrapped by hand: each of its paragraphs is one line."""
_SPARE = 10
"""A line is short if the next word would still leave so many letters free."""
_SHORT = 50
"""Nobody wraps lines of so few letters."""

_NEST = "nếu là mục con thì thụt vào 4 dấu cách; nếu cùng bậc thì dùng cùng một dấu"
_BLANK = "để một dòng trống trước dòng này"


class _Item(NamedTuple):
    """An item of a list: its line, its bullet or “1.”, and its number."""

    line: Line
    mark: str
    number: int | None


def slips(blocks: Sequence[Block]) -> Iterator[Slip]:
    """Yield the slips in lists, at most one of each kind in a block."""
    marks: dict[int, str] = {}
    signed = False
    last: int | None = None
    for at, block in enumerate(blocks):
        if block.code or block.heading:
            marks.clear()
            signed = False
            continue
        if BULLET.match(block.first.words) or _counts(blocks, at, last):
            yield from _listed(block, marks)
            signed = False
            last = next((n for n in map(_number, reversed(block.lines)) if n is not None), last)
            continue
        if not block.level:
            marks.clear()
        sign = _SIGN.match(block.first.words)
        yield from _paragraph(block, signed, _is_announced(blocks, at))
        signed = bool(sign)


def _number(line: Line) -> int | None:
    return number_of(line.words)


def _counts(blocks: Sequence[Block], at: int, last: int | None) -> bool:
    """Return whether the number with which a block begins is one of a list."""
    block = blocks[at]
    number = number_of(block.first.text)
    following = [n for line in block.lines[1:] if (n := number_of(line.text)) is not None]
    if not following and at + 1 < len(blocks):
        after = number_of(blocks[at + 1].first.text)
        following = [] if after is None else [after]
    return number is not None and (may_begin_list(number, last, following) or block.after_item)


def _is_announced(blocks: Sequence[Block], at: int) -> bool:
    """Return whether a colon announces a block as a list, or one with such a sign follows."""
    before = blocks[at - 1] if at else None
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    announced = before is not None and before.lines[-1].text.rstrip(FILLER).endswith(":")
    return announced or (after is not None and bool(_SIGN.match(after.first.words)))


def _listed(block: Block, marks: dict[int, str]) -> Iterator[Slip]:
    """Yield the slips of a block that is a list; `marks` are the bullets of each level so far."""
    first = block.first
    if block.after_item and 2 <= first.indent < TAB:
        yield _shallow(first)
    bullet = BULLET.match(first.words)
    if bullet:
        mark = marks.setdefault(block.level, bullet[1])
        if block.after_item and mark not in (bullet[1], ""):
            yield _mixed(first, bullet[1], mark)
            marks[block.level] = ""
    else:
        marks.pop(block.level, None)
    yield from _within(block.lines)
    rest = [line for line in block.lines if not is_item(line.words)]
    signs = [line for line in rest if _SIGN.match(line.words)]
    if len(signs) > 1:
        yield _dash(signs[0])
    elif (at := _enumerated(rest)) is not None:
        yield _joined(rest[at])
    elif (line := _swallowed(block.lines)) is not None:
        message = "dòng viết liền dưới danh sách nên thành chữ của mục ở trên"
        yield Slip(line.offset, message, _BLANK)


def _swallowed(lines: Sequence[Line]) -> Line | None:
    """Return a line under an item that seems to begin a paragraph of its own."""
    width = max(len(line.text) for line in lines)
    for before, line in pairwise(lines):
        if line.indent or before.broken or is_item(line.words) or not _begins(line):
            continue
        if len(before.text) < _SHORT or _ended(before, line, width):
            return line
    return None


def _items(lines: Sequence[Line]) -> Iterator[_Item]:
    """Yield the items of a list; a number begins one only if it follows in sequence."""
    before: dict[int, int] = {}
    for line in lines:
        number = number_of(line.words)
        if bullet := BULLET.match(line.words):
            yield _Item(line, bullet[1], None)
        elif number is not None and (
            number <= 1 or before.get(line.indent) == number - 1 or line is lines[0]
        ):
            yield _Item(line, f"{number}.", number)
        if number is not None:
            before[line.indent] = number


def _within(lines: Sequence[Line]) -> Iterator[Slip]:
    """Yield items on another level than they seem to be, the first of each kind."""
    reported: set[str] = set()
    above: list[_Item] = []
    for item in _items(lines):
        indent = item.line.indent
        while above and above[-1].line.indent > indent:
            above.pop()
        last = above[-1] if above else None
        slip: tuple[str, Slip] | None = None
        if last and last.line.indent + 1 < indent and last.line.indent // TAB == indent // TAB:
            slip = "shallow", _shallow(item.line)
        elif last and last.line.indent // TAB + 1 < indent // TAB:
            slip = "deep", _deep(item.line)
        elif last and last.line.indent // TAB == indent // TAB and _kind(last) != _kind(item):
            slip = "mixed", _mixed(item.line, item.mark, last.mark)
        if slip and slip[0] not in reported:
            reported.add(slip[0])
            yield slip[1]
        if last is None or last.line.indent < indent:
            above.append(item)


def _kind(item: _Item) -> str:
    return item.mark if item.number is None else "1."


def _shallow(line: Line) -> Slip:
    message = f"mục thụt {line.indent % TAB} dấu cách nên không thành mục con"
    return Slip(line.offset, message, "thụt đủ 4 dấu cách so với mục ở trên")


def _deep(line: Line) -> Slip:
    message = "mục thụt quá một bậc nên thành chữ của mục trên"
    return Slip(line.offset, message, "chỉ thụt 4 dấu cách so với mục ở trên")


def _mixed(line: Line, mark: str, other: str) -> Slip:
    numbered = "." in mark or "." in other
    message = f"mục “{mark}” viết cùng bậc với mục “{other}”" + (
        " nên thành chữ của mục ấy" if numbered else " nên hiện như nhau"
    )
    return Slip(line.offset, message, _NEST)


def _dash(line: Line) -> Slip:
    """Return the slip of a line that begins with a sign in place of a bullet."""
    sign = _SIGN.match(line.words)
    assert sign is not None
    if sign["bare"]:
        message = f"dấu “{sign['bare']}” đầu dòng không có dấu cách nên không thành danh sách"
        remedy = "thêm một dấu cách sau dấu ấy ở mỗi mục, và để một dòng trống trước mục đầu"
        return Slip(line.offset, message, remedy)
    message = f"dấu “{sign.group().strip()}” đầu dòng không làm thành danh sách"
    remedy = "viết “- ” (gạch nối, dấu cách) đầu mỗi mục, và để một dòng trống trước mục đầu"
    return Slip(line.offset, message, remedy)


def _joined(line: Line) -> Slip:
    message = f"các dòng từ “{line.words.split()[0]}” trở đi dính thành một đoạn"
    return Slip(line.offset, message, "để một dòng trống giữa các dòng")


def _paragraph(block: Block, signed: bool, follows: bool) -> Iterator[Slip]:
    """Yield lists that Markdown takes for text of a paragraph, and lines that it joins."""
    lines = block.lines
    if lines[0].words in ("-", "*", "+") or _is_rule(lines[1:2]):
        return  # an empty item, a table
    if block.after_item and 2 <= block.first.indent < TAB:
        message = f"đoạn thụt {block.first.indent} dấu cách không thuộc về mục ở trên"
        remedy = "thụt đủ 4 dấu cách so với mục; nếu là đoạn riêng thì bỏ dấu cách đầu dòng"
        yield Slip(block.first.offset, message, remedy)
        return
    if (at := _glued(lines)) is not None:
        yield Slip(
            lines[at].offset,
            "danh sách viết liền dưới đoạn văn nên hiện thành chữ chạy liền",
            _BLANK,
        )
        yield from _within(lines[at:])
    elif (at := _signs(lines, follows)) is not None:
        if at or not signed:
            yield _dash(lines[at])
    elif (at := _enumerated(lines)) is not None:
        yield _joined(lines[at])
    elif (at := _new_paragraph(lines)) is not None:
        remedy = (
            "để một dòng trống giữa hai đoạn; chỉ xuống dòng thì thêm hai dấu cách cuối dòng trên"
        )
        yield Slip(lines[at].offset, "đoạn này nối liền với dòng trên thành một đoạn", remedy)


def _is_rule(lines: Sequence[Line]) -> bool:
    """Return whether the line, if there is one, divides the head of a table from its rows."""
    return any("|" in line.words and set(line.words) <= set("|:- ") for line in lines)


def _glued(lines: Sequence[Line]) -> int | None:
    """Return the line of a paragraph at which a list was meant to begin."""
    bullets = [at for at, line in enumerate(lines) if BULLET.match(line.words)]
    if bullets and (len(bullets) > 1 or not _is_dash(lines, bullets[0])):
        return bullets[0]
    numbers = {at: n for at, line in enumerate(lines) if (n := number_of(line.words))}
    for at, number in numbers.items():
        if numbers.get(at + 1) == number + 1 or (number == 1 and _ENDS.search(lines[at - 1].text)):
            return at
    return None


def _is_dash(lines: Sequence[Line], at: int) -> bool:
    """Return whether a sign at the start of a wrapped line is a dash or plus of its sentence."""
    words = lines[at].words
    if _ENDS.search(lines[at - 1].text):
        return False
    return words[0] == "+" or " - " in words or words.endswith(" -")


def _signs(lines: Sequence[Line], follows: bool) -> int | None:
    """Return the first line that begins with a sign that word processors use for items."""
    found = [at for at, line in enumerate(lines) if _SIGN.match(line.words)]
    if not found:
        return None
    at = found[0]
    sign = _SIGN.match(lines[at].words)
    if len(found) > 1 or (sign and sign["sure"]):
        return at
    announced = lines[at - 1].text.rstrip(FILLER).endswith(":") if at else follows
    return at if announced else None


def _enumerated(lines: Sequence[Line]) -> int | None:
    """Return the first of two lines in sequence: a) b), 1) 2), I. II., 1946. 1947."""
    found = [(at, _COUNTED.match(line.words)) for at, line in enumerate(lines)]
    for (at, one), (_, other) in pairwise(found):
        if one and other and _follow(one, other):
            return at
    return None


def _follow(one: re.Match[str], other: re.Match[str]) -> bool:
    if one[1] and other[1]:
        return _LETTERS.find(other[1]) == _LETTERS.find(one[1]) + 1
    if one[2] and other[2]:
        years = len(one[2]) == len(other[2]) == 4
        return int(one[2]) < int(other[2]) if years else int(one[2]) + 1 == int(other[2])
    if one[4]:
        return one[4] == other[4] and int(one[5]) + 1 == int(other[5])
    return bool(one[3] and other[3])


def _new_paragraph(lines: Sequence[Line]) -> int | None:
    """Return a line that was meant to begin a paragraph, but has no blank line before it.

    A line that was wrapped by hand is full: the next word would not have fitted.
    """
    width = max(len(line.text) for line in lines)
    for at, line in enumerate(lines[1:], start=1):
        before = lines[at - 1]
        if not before.broken and _begins(line) and _ended(before, line, width):
            return at
    return None


def _begins(line: Line) -> bool:
    """Return whether a line begins with a capital letter."""
    found = _CAPITAL.match(line.words)
    return found is not None and line.words[found.end() - 1].isupper()


def _ended(before: Line, line: Line, width: int) -> bool:
    """Return whether a sentence ends with a line that had room for the first word of the next."""
    word = line.words.split(" ", 1)[0]
    fits = len(before.text) + 1 + len(word) + _SPARE <= width
    return bool(_SENTENCE_ENDS.search(before.text)) and (fits or width > _WRAPPED)
