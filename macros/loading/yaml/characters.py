"""Finds characters that an editor cannot see or did not mean, before YAML is parsed.

Text pasted from word processors and PDF files brings no-break spaces, soft hyphens, zero-width
characters and decomposed letters: they look right, match nothing and break search. All of them
are reported at once, and a corrected copy of the text is parsed to find further problems.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from macros.messages.problems import Position, Problem
from macros.text.old_encodings import with_soft_hyphens

if TYPE_CHECKING:
    from collections.abc import Iterator

# Replaces a character without width in the corrected copy, so that columns stay right. It is a
# private-use character, which is refused itself, so an editor cannot have typed it.
PLACEHOLDER = "\ue000"
MAX_LINES = 8
"""The most further lines that a message names."""

_SPACES = "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u2800\u3164\uffa0"
_REFUSED = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2011\u202a-\u202e\u2060-\u206f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef"
    "\ufe00-\ufe0f\ufeff\ufff0-\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"
)
REFUSED = re.compile(f"[{_SPACES}{_REFUSED}]|\r(?!\n)")
SPACE = re.compile(f"[{_SPACES}\x0b\x0c\x85]")
_AROUND = "\"'“”().,;:"
_LINE_START = re.compile("\r\n|\r|\n")

_NAMES = {
    "\r": "dấu xuống dòng kiểu cũ (CR)",
    "\x85": "dấu xuống dòng lạ (NEL)",
    "\u00a0": "dấu cách không ngắt",
    "\u00ad": "gạch nối mềm",
    "\u200b": "dấu cách không bề rộng",
    "\u200c": "dấu tách chữ không bề rộng",
    "\u200d": "dấu nối chữ không bề rộng",
    "\u2011": "gạch nối không ngắt",
    "\u2028": "dấu ngắt dòng lạ",
    "\u2029": "dấu ngắt đoạn lạ",
    "\u202f": "dấu cách hẹp không ngắt",
    "\u2060": "dấu nối từ không bề rộng",
    "\ufeff": "dấu thứ tự byte (BOM)",
    "\ufffd": "ký tự thay thế, chữ gốc đã mất",
}
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_KINDS = {
    "Cc": "ký tự điều khiển",
    "Co": "ký tự riêng của một phông chữ",
    "Zs": "dấu cách lạ",
}


class SourceText:
    """The text of a file, whose lines and offsets it turns into positions.

    Positions count lines and columns from 1, in code points; `first_line` is that of the text.
    """

    def __init__(self, text: str, shown: str, first_line: int) -> None:
        self.text = text
        self.shown = shown
        self.first_line = first_line

    @cached_property
    def _starts(self) -> list[int]:
        # Computed on demand: a file without problems does not need it.
        return [0, *(match.end() for match in _LINE_START.finditer(self.text))]

    def at(self, line: int, column: int) -> Position:
        """Return the position of a parser's mark, whose line and column count from 0."""
        return Position(self.shown, self.number(line), column + 1)

    def number(self, line: int) -> int:
        """Return the number that an editor sees of the line, counted from 0."""
        return line + self.first_line

    def offset(self, line: int) -> int:
        """Return the offset of a line, counted from 0; the end of the text after the last line."""
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def line(self, number: int) -> str:
        """Return a line, counted from 0, without its line break; "" after the last line."""
        if not 0 <= number < len(self._starts):
            return ""
        return self.text[self._starts[number] : self.offset(number + 1)].rstrip("\r\n")

    def within(self, line: int, column: int) -> tuple[int, int]:
        """Return line and column, or the end of the text if the parser's mark is beyond it."""
        if line < len(self._starts):
            return line, column
        last = len(self._starts) - 1
        return last, len(self.line(last))

    def shown_at(self, line: int, column: int) -> Position:
        """Return the position of a mark; if it is after the last line break, that before it."""
        if line and self.offset(line) == len(self.text):
            line, column = line - 1, len(self.line(line - 1))
        return self.at(line, column)

    def lines(self) -> Iterator[str]:
        """Yield every line without its line break."""
        return (self.line(number) for number in range(len(self._starts)))

    def of(self, offsets: list[int]) -> Iterator[tuple[int, int]]:
        """Yield (line, column), from 0, for each of the ascending offsets."""
        line = 0
        for offset in offsets:
            while line + 1 < len(self._starts) and self._starts[line + 1] <= offset:
                line += 1
            yield line, offset - self._starts[line]


def snippet(text: str, limit: int = 40) -> str:
    """Return the text on one line and within the limit, for quoting in a message."""
    flat = " ".join(REFUSED.sub("", text).split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def code_point(character: str) -> str:
    """Return a name that an editor can look up: ``U+200B (dấu cách không bề rộng)``."""
    if character in _NAMES:
        name = _NAMES[character]
    elif character in _DIRECTIONS:
        name = "ký tự đổi hướng chữ"
    else:
        name = _KINDS.get(unicodedata.category(character), "ký tự vô hình")
    return f"U+{ord(character):04X} ({name})"


def remedy_for(character: str) -> str:
    """Return what an editor should do about a refused character."""
    if character == "\r":
        return "lưu lại tệp với kiểu xuống dòng LF hoặc CRLF"
    if character == "\u2011":
        return "thay bằng gạch nối thường “-”"
    if character == "\ufffd":
        return "gõ lại chữ đúng theo bản gốc"
    if SPACE.match(character):
        return "thay bằng dấu cách thường"
    if unicodedata.category(character) == "Co":
        return "gõ lại bằng chữ Unicode thông thường"
    return "xóa ký tự đó, hoặc gõ lại đoạn này bằng tay"


def _context(line: str, column: int) -> str:
    """Return where in its line an invisible character is, by the words next to it."""
    before, after = snippet(line[:column][-20:]), snippet(line[column + 1 :][:20])
    if before:
        return f" sau “{before}”"
    return f" trước “{after}”" if after else ""


def refused_characters(source: SourceText) -> Iterator[Problem]:
    """Yield one problem for each kind of refused character: a pasted text has many of a kind."""
    found: dict[str, list[tuple[int, int]]] = {}
    offsets = [match.start() for match in REFUSED.finditer(source.text)]
    for offset, (line, column) in zip(offsets, source.of(offsets), strict=True):
        found.setdefault(source.text[offset], []).append((line, column))
    for character, spots in found.items():
        line, column = spots[0]
        where = _context(source.line(line), column)
        message = f"có ký tự không dùng được {code_point(character)}{where}"
        meant = _in_tcvn3(source.line(line), column) if character == "\u00ad" else ""
        remedy = f"trong TCVN3 đó là chữ ư: viết “{meant}”" if meant else remedy_for(character)
        more = further(source, [one for one, _ in spots], "chỗ")
        yield Problem(source.at(line, column), message + more, remedy)


def _in_tcvn3(line: str, column: int) -> str:
    """Return the word around a soft hyphen if TCVN3 makes a syllable of it, else ""."""
    start = line.rfind(" ", 0, column) + 1
    end = line.find(" ", column)
    return with_soft_hyphens(line[start : end if end >= 0 else len(line)].strip(_AROUND))


def further(source: SourceText, lines: list[int], noun: str) -> str:
    """Return what to add to a message about the first of `lines`, counted from 0, for the others.

    `noun` is what each of them has one of.
    """
    rest = lines[1:]
    if not rest:
        return ""
    numbers = sorted({source.number(line) for line in rest})
    shown = ", ".join(map(str, numbers[:MAX_LINES]))
    more = ", …" if len(numbers) > MAX_LINES else ""
    return f"; còn {len(rest)} {noun} nữa, ở dòng {shown}{more}"


def decomposed_letters(source: SourceText) -> Iterator[Problem]:
    """Yield a problem for the first line that is not in Unicode form NFC; it names the others."""
    if unicodedata.is_normalized("NFC", source.text):
        return
    lines = list(source.lines())
    wrong = [n for n, line in enumerate(lines) if not unicodedata.is_normalized("NFC", line)]
    line = lines[wrong[0]]
    composed = unicodedata.normalize("NFC", line)
    pairs = zip(line, composed, strict=False)
    column = next((i for i, (a, b) in enumerate(pairs) if a != b), len(composed))
    yield Problem(
        source.at(wrong[0], column),
        f"chữ “{composed[column : column + 1]}” là chữ tổ hợp (không phải Unicode NFC): "
        f"nhìn giống nhưng tìm không ra{further(source, wrong, 'dòng')}",
        "gõ lại bằng bộ gõ Unicode dựng sẵn, hoặc chuyển cả tệp sang NFC",
    )


def mended(text: str) -> str:
    """Return the text with refused characters replaced one for one, so that columns hold."""
    spaced = SPACE.sub(" ", text)
    return REFUSED.sub(lambda m: "\n" if m.group() == "\r" else PLACEHOLDER, spaced)
