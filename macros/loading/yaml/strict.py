"""The strict YAML reader: every scalar stays text, every node keeps its position.

YAML guesses types and forgives much. Here 010, 12.345, 1:30 and yes stay as typed, and the model
gives them types. What YAML would silently accept (two equal keys, a lost value, an invisible
character, a continuation line that was meant as a list) is a problem with position and remedy.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

import yaml

from macros.loading.yaml.builder import MAX_DEPTH, Builder
from macros.loading.yaml.characters import (
    SourceText,
    decomposed_letters,
    further,
    mended,
    refused_characters,
)
from macros.loading.yaml.encoding import misencoded
from macros.loading.yaml.nodes import Items, Node, Table, Text
from macros.messages.problems import Position, Problem
from macros.text.merge_marks import REMEDY, WORDS, line_of_mark

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Items", "Node", "Table", "Text", "parse_yaml", "read_yaml"]

MAX_BYTES = 1024 * 1024


def read_yaml(path: Path, shown: str) -> tuple[Node | None, list[Problem]]:
    """Read a file as :func:`parse_yaml` reads its bytes; a file that cannot be opened is a problem.

    `shown` is the path as editors know it: relative to the project root, forward slashes.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        message = "không tìm thấy tệp" if missing else "không mở được tệp"
        return None, [Problem(Position(shown), message, "kiểm tra tên tệp và quyền đọc")]
    return parse_yaml(data, shown)


def parse_yaml(
    data: bytes, shown: str, *, first_line: int = 1, foreign: bool = False
) -> tuple[Node | None, list[Problem]]:
    """Return the document's tree and every problem found, sorted by position.

    The tree is None if its structure is unknown (not UTF-8, too large, a syntax error, empty). With
    other problems it has what could be read, so that further problems can be found, but it must not
    be published. `first_line` is the line number of the first byte. In a `foreign` file, which
    another program reads too, tags, anchors and keys without a value are allowed.
    """
    text = decoded(data, shown, first_line)
    if isinstance(text, Problem):
        return None, [text]
    problems: list[Problem] = []
    # Notepad puts a byte order mark there, as in chapters; editors neither show nor count it.
    text = text.removeprefix("\ufeff")
    if line := line_of_mark(text):
        return None, [Problem(Position(shown, first_line + line - 1), WORDS, REMEDY)]
    source = SourceText(text, shown, first_line)
    hidden = list(refused_characters(source))
    cleaned = text
    if "\t" in text:
        tabs = _tabs_outside_quotes(source)
        cleaned = text.replace("\t", " ") if tabs else text
        hidden += tabs
    if hidden:
        cleaned = mended(cleaned)
    decomposed = list(decomposed_letters(source))
    builder = Builder(
        SourceText(cleaned, shown, first_line),
        mended=bool(hidden or decomposed),
        foreign=foreign,
    )
    builder.build()
    error = builder.syntax_error
    if error:  # after it, nothing is where it seems to be
        builder.problems = [one for one in builder.problems if one.position <= error.position]
    if error and not any(hidden_one.position <= error.position for hidden_one in hidden):
        problems.append(error)  # otherwise the hidden character may be its only cause
    return builder.root, sorted([*problems, *hidden, *decomposed, *builder.problems])


def decoded(data: bytes, shown: str, first_line: int = 1) -> str | Problem:
    """Return the text of UTF-8 bytes within MAX_BYTES, or the problem that forbids reading it."""
    if len(data) > MAX_BYTES:
        message = f"tệp lớn hơn {MAX_BYTES // 1024} KiB"
        return Problem(Position(shown, first_line), message, "tách thành nhiều tệp nhỏ hơn")
    if problem := misencoded(data, shown, first_line):
        return problem
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        lines = re.split("\r\n|\r|\n", before)
        position = Position(shown, first_line + len(lines) - 1, len(lines[-1]) + 1)
        message = f"tệp không phải UTF-8: byte 0x{data[error.start]:02X} không đọc được"
        remedy = "mở tệp trong trình soạn thảo và lưu lại với bảng mã “UTF-8”"
        return Problem(position, message, remedy)


def _tabs_outside_quotes(source: SourceText) -> list[Problem]:
    """Return a problem for tabs that indent, and one for others, outside quotation marks."""
    spans = _quoted_spans(source)
    begins = [begin for begin, _ in spans]
    tabs = []
    for match in re.finditer("\t", source.text):
        span = bisect_right(begins, match.start()) - 1
        if span < 0 or match.start() >= spans[span][1]:
            tabs.append(match.start())
    spots = sorted(dict(reversed(list(source.of(tabs)))).items())
    problems = []
    for indenting in (True, False):
        kind = [(n, at) for n, at in spots if (not source.line(n)[:at].strip()) is indenting]
        if kind:
            line, column = kind[0]
            message = "thụt đầu dòng bằng phím Tab" if indenting else "có dấu Tab trong dòng"
            message += further(source, [n for n, _ in kind], "dòng")
            remedy = "thay mỗi Tab bằng 2 dấu cách" if indenting else "thay Tab bằng một dấu cách"
            problems.append(Problem(source.at(line, column), message, remedy))
    return problems


def _quoted_spans(source: SourceText) -> list[tuple[int, int]]:
    """Return (start, end) offsets of the quoted scalars, as far as the syntax can be read."""
    spans: list[tuple[int, int]] = []
    event: Any
    try:
        for event in yaml.parse(mended(source.text.replace("\t", " ")), Loader=yaml.CSafeLoader):
            kind: type = type(event)
            if kind is yaml.ScalarEvent and event.style in ("'", '"'):
                first, last = event.start_mark, event.end_mark
                begin = source.offset(first.line) + first.column
                spans.append((begin, source.offset(last.line) + last.column))
    except yaml.YAMLError:
        pass  # a tab after a syntax error counts as one outside quotation marks
    return spans
