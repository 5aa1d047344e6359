"""Translates the errors of the YAML parser for people who are not programmers.

The parser says where it gave up, and in which rule of its grammar. An editor needs to know the
mistake (often on an earlier line) and what to type instead. Each rule below explains one kind of
error; all others get a general message in Vietnamese with the position.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.loading.yaml.characters import SourceText, snippet
from macros.messages.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    import yaml

_KEY_THEN_VALUE = re.compile(r"[^:#]:\s+\S")
_NO_SPACE = re.compile(r"\s*(?:- +)*(?P<key>[^\s:\"']+):(?P<value>[^\s/].*)")
_CLOSED = re.compile(r"(?:'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\")\s*")
_LONGEST_KEY = 1000


@dataclass(frozen=True)
class Span:
    """A quoted scalar that the parser had just read; lines and columns count from 0."""

    start_line: int
    start_column: int
    end_line: int


@dataclass(frozen=True)
class Complaint:
    """One error of the parser with what is needed to explain it; positions count from 0."""

    source: SourceText
    problem: str
    context: str
    line: int
    column: int
    context_line: int
    context_column: int
    quoted: Span | None

    @property
    def text(self) -> str:
        """The line at which the parser gave up."""
        return self.source.line(self.line)

    @property
    def character(self) -> str:
        """The character at which the parser gave up; empty at the end of a line."""
        return self.text[self.column : self.column + 1]

    @property
    def at_line_start(self) -> bool:
        """Whether only indentation and list marks precede the position."""
        return not self.text[: self.column].strip()

    def here(self, message: str, remedy: str) -> Problem:
        """Return a problem at the position where the parser gave up."""
        return Problem(self.source.shown_at(self.line, self.column), message, remedy)

    def there(self, message: str, remedy: str) -> Problem:
        """Return a problem at the position where the construct began."""
        return Problem(self.source.at(self.context_line, self.context_column), message, remedy)

    def number(self, line: int) -> int:
        """Return a line's number as an editor sees it."""
        return self.source.number(line)


def missing_space(line: str) -> tuple[int, str, str] | None:
    """Return (column, message, remedy) where a key's colon is followed at once by its value."""
    match = _NO_SPACE.fullmatch(line)
    if not match:
        return None
    key, value = snippet(match["key"]), snippet(match["value"])
    message = f"thiếu dấu cách sau dấu hai chấm ở “{key}:{value}”"
    return match.end("key"), message, f"viết “{key}: {value}”"


def _colon(c: Complaint) -> Problem:
    """A second `: ` in one line, or a key where none may be."""
    before = c.text[: c.column]
    if _KEY_THEN_VALUE.search(before):
        return c.here(
            "giá trị có dấu hai chấm rồi dấu cách “: ” mà không đặt trong dấu nháy",
            "đặt cả giá trị trong dấu nháy đơn '…', hoặc xuống dòng nếu đó là một khóa khác",
        )
    if len(before) > _LONGEST_KEY:
        return c.here("khóa dài quá mức cho phép", "dùng khóa ngắn, đưa phần dài vào giá trị")
    if not c.line:
        return _without_key(c)
    number = c.line - 1
    while number > 0 and not c.source.line(number).strip():
        number -= 1
    previous = c.source.line(number)
    if slip := missing_space(previous):
        column, message, remedy = slip
        return Problem(c.source.at(number, column), message, remedy)
    if ":" not in previous and not previous.lstrip().startswith("- "):
        return _no_colon(c.source, number)
    return _indentation(c)


def _no_colon(source: SourceText, line: int) -> Problem:
    """A line that is neither a key with its value nor a list item."""
    text = source.line(line)
    indent = len(text) - len(text.lstrip())
    position = source.at(line, indent)
    if re.match(r"-[^\s-]", text[indent:]):
        return Problem(
            position,
            f"thiếu dấu cách sau gạch đầu dòng ở “{snippet(text)}”",
            f"viết “- {snippet(text[indent + 1 :])}”",
        )
    if re.search(r":\s+[|>][+-]?\d?\s*$", source.line(line - 1)):
        return Problem(
            position,
            "đoạn văn sau “|” hoặc “>” không thụt vào sâu hơn khóa của nó",
            "thụt mọi dòng của đoạn văn vào thêm 2 dấu cách",
        )
    return Problem(
        position,
        f"dòng “{snippet(text)}” không có dấu hai chấm sau tên khóa",
        "viết “khóa: giá trị”; nếu là phần tiếp của giá trị dòng trên thì thụt vào sâu hơn khóa ấy",
    )


def _simple_key(c: Complaint) -> Problem:
    """A line without `: ` among keys."""
    text = c.source.line(c.context_line)
    rest = text[c.context_column :]
    if rest.startswith(("'", '"')) and not _CLOSED.fullmatch(rest):
        return _unclosed(c)
    if slip := missing_space(text):
        column, message, remedy = slip
        return Problem(c.source.at(c.context_line, column), message, remedy)
    return _no_colon(c.source, c.context_line)


def _first_dash(c: Complaint) -> Problem | None:
    """A list whose first item has no dash: the parser stops at the second, which has one."""
    indent = len(c.text) - len(c.text.lstrip())
    if not c.text.lstrip().startswith("- "):
        return None
    first = None
    for number in range(c.line - 1, -1, -1):
        text = c.source.line(number)
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        if len(text) - len(text.lstrip()) <= indent:
            opens = re.fullmatch(r"\s*[^\s#:]+:\s*(?:#.*)?", text)
            break
        first = number
    else:
        return None
    if first is None or not opens or c.source.line(first).lstrip().startswith("-"):
        return None
    text = c.source.line(first)
    at = len(text) - len(text.lstrip())
    message = f"thiếu gạch đầu dòng “- ” trước “{snippet(text)}”, mục đầu của danh sách"
    remedy = f"viết “{' ' * indent}- {snippet(text)}”, thẳng cột với gạch của các mục dưới"
    return Problem(c.source.at(first, at), message, remedy)


def _wrong_dash(c: Complaint) -> Problem | None:
    """A dash without its space, or the dash or bullet of print, at the beginning of an item."""
    match = re.match(r"(\s*)(?:-(?=[^\s-])|[–—−•*][ \t]*)(?P<rest>\S.*)", c.text)
    if match is None:
        return None
    glued = c.text.lstrip().startswith("-")
    message = (
        f"thiếu dấu cách sau gạch đầu dòng ở “{snippet(c.text)}”"
        if glued
        else f"mục danh sách bắt đầu bằng “{c.text.strip()[0]}”, không phải gạch nối thường"
    )
    return Problem(c.source.at(c.line, match.end(1)), message, f"viết “- {snippet(match['rest'])}”")


def _indentation(c: Complaint) -> Problem:
    """A line whose indentation matches no line above it."""
    if slip := _first_dash(c) or _wrong_dash(c):
        return slip
    indent = len(c.text) - len(c.text.lstrip())
    return Problem(
        c.source.at(c.line, indent),
        f"dòng này thụt vào {indent} dấu cách, không thẳng với mục nào ở trên",
        "dùng dấu cách cho thẳng cột với các khóa hoặc gạch đầu dòng cùng cấp",
    )


def _unclosed(c: Complaint) -> Problem:
    """A quotation mark that is not closed."""
    return c.there(
        "dấu nháy mở ở đây chưa được đóng",
        "thêm dấu nháy đóng cùng loại ở cuối giá trị",
    )


def _after_quotation(c: Complaint, span: Span) -> Problem:
    """Text that follows a closing quotation mark."""
    if span.start_line != span.end_line:
        return Problem(
            c.source.at(span.start_line, span.start_column),
            f"dấu nháy mở ở đây chưa được đóng trên dòng của nó, kéo tới dòng "
            f"{c.number(span.end_line)}",
            "thêm dấu nháy đóng cùng loại ở cuối giá trị",
        )
    return c.here(
        f"còn chữ “{snippet(c.text[c.column :])}” sau dấu nháy đóng",
        "đặt cả giá trị trong một cặp dấu nháy; dấu nháy đơn bên trong '…' viết hai lần ''",
    )


def _collection(c: Complaint) -> Problem:
    """A line that continues neither the keys nor the list above it."""
    if c.quoted and c.quoted.end_line == c.line:
        return _after_quotation(c, c.quoted)
    if c.character in ("]", "}", ","):
        return _stray_mark(c)
    if c.character == ":":
        return _without_key(c)
    if c.text[: c.column].rstrip().endswith(("]", "}")):
        return c.here(
            f"còn chữ “{snippet(c.text[c.column :])}” sau dấu đóng ngoặc",
            "nếu ngoặc thuộc về giá trị thì đặt cả giá trị trong dấu nháy đơn '…'",
        )
    if not c.at_line_start:
        return _fallback(c)
    if slip := _first_dash(c) or _wrong_dash(c):
        return slip
    if c.column == c.context_column and "mapping" in c.context:
        return c.here(
            "gạch đầu dòng “-” đứng lẫn giữa các khóa, không thuộc danh sách nào",
            "thụt gạch đầu dòng vào dưới khóa chứa danh sách, hoặc viết “khóa: giá trị”",
        )
    if c.column == c.context_column:
        return c.here(
            f"dòng này nằm trong danh sách mở ở dòng {c.number(c.context_line)} "
            "nhưng không bắt đầu bằng “- ”",
            "thêm “- ” ở đầu nếu là một mục, hoặc thụt ra cho thẳng với khóa mà nó thuộc về",
        )
    return _indentation(c)


def _without_key(c: Complaint) -> Problem:
    """A colon before which no key stands."""
    return c.here("dấu hai chấm không có khóa đứng trước", "viết “khóa: giá trị”")


def _stray_mark(c: Complaint) -> Problem:
    """A stray bracket or comma."""
    if c.character == "," and "flow" in c.context:
        return c.here("thừa dấu phẩy trong danh sách", "bỏ một dấu phẩy")
    if not c.character:
        return c.here(
            "còn ngoặc “[” hoặc “{” ở trên chưa được đóng", "thêm “]” hoặc “}” ở cuối danh sách"
        )
    return c.here(
        f"dấu “{c.character}” đứng không đúng chỗ",
        "xóa nếu thừa; nếu thuộc về giá trị thì đặt cả giá trị trong dấu nháy đơn '…'",
    )


def _flow(c: Complaint) -> Problem:
    """A list in brackets, or a table in braces, without its end or a comma."""
    opening = c.source.line(c.context_line)[c.context_column : c.context_column + 1]
    closing = "}" if opening == "{" else "]"
    if c.line != c.context_line:
        return c.there(
            f"dấu “{opening}” mở ở đây chưa được đóng, hoặc thiếu dấu phẩy trước dòng "
            f"{c.number(c.line)}",
            f"thêm “{closing}” ở cuối danh sách, “,” giữa các mục",
        )
    return c.here(
        f"thiếu dấu phẩy giữa các mục trong “{opening}…{closing}”",
        "thêm dấu phẩy; mục có dấu nháy, phẩy hoặc ngoặc thì đặt cả mục trong dấu nháy đơn '…'",
    )


def _reserved_start(c: Complaint) -> Problem:
    """A value that begins with a character that YAML reserves."""
    mark = c.source.line(c.context_line)[c.context_column : c.context_column + 1]
    return c.there(
        f"giá trị không đặt trong dấu nháy thì không được bắt đầu bằng “{mark}”",
        "đặt cả giá trị trong dấu nháy đơn '…'",
    )


def _value_start(c: Complaint) -> Problem:
    """As _reserved_start, if the parser's position is the character itself."""
    return c.here(
        f"giá trị không đặt trong dấu nháy thì không được bắt đầu bằng “{c.character}”",
        "đặt cả giá trị trong dấu nháy đơn '…'",
    )


def _block_header(c: Complaint) -> Problem:
    """Text on the line of `|` or `>`."""
    mark = c.source.line(c.context_line)[c.context_column : c.context_column + 1]
    return c.there(
        f"giá trị bắt đầu bằng “{mark}” mà có chữ ngay trên cùng dòng",
        f"đặt cả giá trị trong dấu nháy đơn '…'; nếu là đoạn văn nhiều dòng thì xuống dòng "
        f"sau “{mark}”",
    )


def _inline_item(c: Complaint) -> Problem:
    """A list item on the line of its key."""
    return c.here(
        "mục danh sách “- ” đứng cùng dòng với khóa",
        "xuống dòng và thụt vào trước “- ”; nếu là giá trị thì đặt trong dấu nháy đơn '…'",
    )


def _escape(c: Complaint) -> Problem:
    r"""A backslash in double quotation marks that begins no escape."""
    return c.here(
        "dấu “\\” trong dấu nháy kép không theo sau bởi mã hợp lệ",
        "dùng dấu nháy đơn '…' thay cho dấu nháy kép, hoặc viết hai dấu “\\\\”",
    )


def _directive(c: Complaint) -> Problem:
    """A line that begins with `%`."""
    return c.there("dòng bắt đầu bằng “%” là chỉ thị YAML, không dùng ở đây", "xóa dòng này")


def _second_document(c: Complaint) -> Problem:
    """Text after the end of the document."""
    return c.here("còn nội dung sau dấu kết thúc “...”", "xóa dòng “...” hoặc tách thành tệp khác")


def _fallback(c: Complaint) -> Problem:
    """Any other error."""
    return c.here(
        "sai cú pháp YAML ở chỗ này",
        "xem lại thụt đầu dòng, dấu nháy, dấu hai chấm và các ngoặc ở dòng này và dòng trên",
    )


# (words of the message, words of its context, the rule): the first match is used.
_RULES: tuple[tuple[str, str, Callable[[Complaint], Problem]], ...] = (
    ("mapping values are not allowed", "", _colon),
    ("could not find expected ':'", "", _simple_key),
    ("unexpected end of stream", "", _unclosed),
    ("unexpected document indicator", "", _unclosed),
    ("did not find expected key", "", _collection),
    ("did not find expected '-' indicator", "", _collection),
    ("did not find expected ',' or", "", _flow),
    ("did not find expected node content", "", _stray_mark),
    ("cannot start any token", "", _value_start),
    ("", "scanning an alias", _reserved_start),
    ("", "scanning an anchor", _reserved_start),
    ("", "a tag", _reserved_start),
    ("undefined tag handle", "", _reserved_start),
    ("expected comment or line break", "block scalar", _block_header),
    ("block sequence entries are not allowed", "", _inline_item),
    ("mapping keys are not allowed", "", _value_start),
    ("", "parsing a quoted scalar", _escape),
    ("", "directive", _directive),
    ("expected <document start>", "", _second_document),
)


def explain(error: yaml.MarkedYAMLError, source: SourceText, quoted: Span | None) -> Problem:
    """Return the problem behind an error of the parser, in an editor's words.

    `quoted` is the scalar read just before, if it was quoted: an unclosed quotation is noticed only
    where the next one begins.
    """
    mark = error.problem_mark or error.context_mark
    context = error.context_mark or mark
    line, column = source.within(mark.line, mark.column) if mark else (0, 0)
    context_line, context_column = (context.line, context.column) if context else (0, 0)
    complaint = Complaint(
        source,
        error.problem or "",
        error.context or "",
        line,
        column,
        context_line,
        context_column,
        quoted,
    )
    for problem, of, rule in _RULES:
        if problem in complaint.problem and of in complaint.context:
            return rule(complaint)
    return _fallback(complaint)
