"""Builds the tree of one YAML document from the parser's events and collects problems.

It uses a stack of its own instead of recursion, so that no file can exhaust Python's stack.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

import yaml

from macros.loading.yaml.characters import PLACEHOLDER, REFUSED, SourceText, code_point, snippet
from macros.loading.yaml.nodes import Items, Node, Table, Text
from macros.loading.yaml.quotes import meant_items
from macros.loading.yaml.syntax import Span, explain, missing_space
from macros.messages.problems import Position, Problem, Severity
from macros.speed.positions import pack

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH = 12
MAX_ALIASES = 20
"""The most aliases where they are allowed: each may repeat others, so that they multiply."""

_GLUED_COMMENT = re.compile(r"(?<= )#[^\s#]")
_COMMENT = re.compile(r"# *(?=\w|[(“\"])")
# The tags that MkDocs reads: its own, those of YAML, and names in Python.
_FOREIGN_TAG = re.compile(
    r"!(?:ENV)?|tag:yaml\.org,2002:(?:binary|bool|float|int|map|null|omap|pairs|seq|set|str|timestamp|"
    r"python/name:.*)"
)
_PROSE = 3
"""A value of at least so many words is prose: a comment after it may be the rest of a sentence."""
_SLIPPED_LINE = re.compile(r"\s*(?:-|[a-z_]+:\S)")
# Replaces a refused key, so that its value is dropped.
_DROPPED = Text("")


class Builder:
    """Reads one document; afterwards `root`, `problems` and `syntax_error` have the result.

    With `mended`, the source has placeholders for refused characters, which are removed from the
    values. With `foreign`, tags, anchors and empty values are allowed. `root` is None if the
    structure could not be read to its end.
    """

    def __init__(self, source: SourceText, *, mended: bool, foreign: bool = False) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.syntax_error: Problem | None = None
        self._source = source
        # Kept here to create nodes faster, without a call to `source` for each.
        self._path, self._first = source.shown, source.first_line
        self._mended = mended
        self._foreign = foreign
        self._stack: list[Items | Table] = []
        self._keys: list[Text | None] = []  # by depth: the key that waits for its value
        self._overrun: list[Table] = []  # the list items that the next one, without a dash, runs on
        self._documents = self._aliases = 0
        self._stopped = False
        self._quoted: Any = None  # the last event, if it was a quoted scalar
        self._empty_block: Problem | None = None  # reported only if no syntax error explains it
        self._commented = " #" in source.text

    def build(self) -> None:
        """Read the document to its end, or to the first error that makes its structure unknown."""
        handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceEndEvent: self._close,
            yaml.MappingEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        try:
            for event in yaml.parse(self._source.text, Loader=yaml.CSafeLoader):
                self._quoted = None
                handler = handlers.get(type(event))
                if handler:
                    handler(event)
                if self._stopped:
                    break
            self._report_empty_block()
        except yaml.MarkedYAMLError as error:
            self.root = None
            self.syntax_error = explain(error, self._source, self._last_quoted())
        if self.root is None and not self.syntax_error and not self.problems:
            self._refuse(
                self._source.at(0, 0),
                "không có dữ liệu nào ở đây",
                "ghi nội dung vào, hoặc xóa tệp nếu không cần",
            )

    def _refuse(self, position: Position, message: str, remedy: str) -> None:
        self.problems.append(Problem(position, message, remedy))

    def _report_empty_block(self) -> None:
        if self._empty_block:
            self.problems.append(self._empty_block)
            self._empty_block = None

    def _last_quoted(self) -> Span | None:
        event = self._quoted
        if event is None:
            return None
        start = event.start_mark
        return Span(start.line, start.column, event.end_mark.line)

    def _document(self, event: Any) -> None:
        mark = event.start_mark
        position = self._source.at(mark.line, mark.column)
        self._documents += 1
        if event.version or event.tags:
            message = "dòng bắt đầu bằng “%” là chỉ thị YAML, không dùng ở đây"
            self._refuse(position, message, "xóa dòng này")
        if self._documents > 1:
            message = "tệp có nhiều phần YAML, cách nhau bởi “---”"
            self._refuse(position, message, "xóa dòng “---” này hoặc tách thành tệp khác")
            self._stopped = True

    def _scalar(self, event: Any) -> None:
        self._report_empty_block()
        mark, style, value = event.start_mark, event.style, event.value
        if self._mended:
            value = unicodedata.normalize("NFC", value.replace(PLACEHOLDER, ""))
        text = Text(value, self._path, pack(mark.line + self._first, mark.column + 1), bool(style))
        if event.tag is not None or event.anchor is not None:
            self._properties(event, text.position)
        if style == '"' or style == "'":
            self._quoted = event
            if style == '"':
                self._escaped(text)
        elif value and not style and (self._commented or event.end_mark.line != mark.line):
            self._plain(event)
        if not event.value and style != '"' and style != "'":
            self._empty(text)
        if self._stack or value or style:
            self._attach(text)

    def _escaped(self, text: Text) -> None:
        """Refuse invisible characters that come from an escape in double quotation marks."""
        if match := REFUSED.search(text):
            message = f"mã thoát “\\…” trong dấu nháy kép tạo ra {code_point(match.group())}"
            self._refuse(text.position, message, "xóa mã ấy")
        elif not unicodedata.is_normalized("NFC", text):
            message = "mã thoát “\\…” trong dấu nháy kép tạo ra chữ tổ hợp (không phải NFC)"
            self._refuse(text.position, message, "gõ thẳng chữ tiếng Việt thay cho mã")

    def _plain(self, event: Any) -> None:
        """Refuse an unquoted value that YAML would silently shorten or extend."""
        first, end = event.start_mark.line, event.end_mark
        for line in range(first + 1, end.line + 1):
            text = self._source.line(line)
            if _SLIPPED_LINE.match(text):
                self._refuse(
                    self._source.at(line, len(text) - len(text.lstrip())),
                    f"dòng này bị nối vào giá trị ở dòng {self._source.number(first)}",
                    "thụt vào cho thẳng cột với các mục cùng cấp, viết “- ” và “khóa: ” "
                    "có dấu cách",
                )
        self._cut(event)

    def _cut(self, event: Any) -> None:
        """Refuse a comment that looks like a part of the value; note one that may be a part."""
        end = event.end_mark
        rest = self._source.line(end.line)[end.column :]
        indent = len(rest) - len(rest.lstrip(" "))
        if match := _GLUED_COMMENT.match(rest, indent):
            self._refuse(
                self._source.at(end.line, end.column + match.end() - 2),
                f"phần “{snippet(rest.strip())}” bị coi là ghi chú và bỏ khỏi giá trị",
                "xóa dấu cách trước “#”, hoặc đặt cả giá trị trong dấu nháy đơn '…'; "
                "nếu là ghi chú thì viết “# ”",
            )
        elif (
            (match := _COMMENT.match(rest, indent))
            and len(event.value.split()) >= _PROSE
            and not self._foreign
        ):
            message = f"phần “{snippet(rest.strip())}” sau dấu “#” không thuộc giá trị"
            remedy = (
                "nếu là chữ của giá trị thì đặt cả giá trị trong dấu nháy đơn '…'; "
                "nếu là ghi chú thì chuyển lên dòng trên"
            )
            position = self._source.at(end.line, end.column + indent)
            self.problems.append(Problem(position, message, remedy, Severity.NOTE))

    def _empty(self, text: Text) -> None:
        """Refuse a key or a list mark without a value (an empty key is refused elsewhere)."""
        if not self._stack or self._foreign:
            return
        if isinstance(self._stack[-1], Items):
            message = "mục danh sách trống sau gạch đầu dòng"
            self._refuse(text.position, message, "ghi nội dung của mục, hoặc xóa gạch đầu dòng")
            return
        key = self._keys[-1]
        if key is None or key is _DROPPED:
            return
        if slip := missing_space(key):
            self._refuse(key.position, *slip[1:])
            return
        written = self._source.line(text.position.line - self._source.first_line)
        hint = "; giá trị có “#” phải đặt trong dấu nháy đơn '…'" if " #" in written else ""
        message = f"khóa “{snippet(key)}” không có giá trị"
        remedy = "ghi giá trị sau dấu hai chấm, hoặc xóa cả dòng" + hint
        if text.quoted:
            self._empty_block = Problem(key.position, message, remedy)
        else:
            self._refuse(key.position, message, remedy)

    def _open(self, event: Any) -> None:
        mark = event.start_mark
        kind = Table if type(event) is yaml.MappingStartEvent else Items
        container = kind((), self._path, pack(mark.line + self._first, mark.column + 1))
        if event.tag is not None or event.anchor is not None:
            self._properties(event, container.position)
        if len(self._stack) >= MAX_DEPTH:
            message = f"dữ liệu lồng nhau quá {MAX_DEPTH} cấp"
            self._refuse(container.position, message, "bớt số cấp lồng nhau, xem lại thụt đầu dòng")
            self.root, self._stopped = None, True
            return
        self._attach(container)
        self._stack.append(container)
        self._keys.append(None)

    def _close(self, event: Any) -> None:
        closed = self._stack.pop()
        self._keys.pop()
        bracket = event.start_mark.index != event.end_mark.index
        if bracket and isinstance(closed, Items) and (meant := meant_items(closed)):
            shown = ", ".join(f'"{item}"' for item in meant)
            message = "danh sách có dấu nháy của chữ in, không phải dấu nháy thẳng"
            self._refuse(closed.position, message, f"viết [{shown}]")
            closed[:] = meant

    def _alias(self, event: Any) -> None:
        mark = event.start_mark
        position = self._source.at(mark.line, mark.column)
        self._aliases += 1
        if self._foreign and self._aliases == MAX_ALIASES + 1:
            message = f"có hơn {MAX_ALIASES} bí danh (alias) của YAML"
            self._refuse(position, message, "ghi lại giá trị đầy đủ")
        elif not self._foreign:
            message = f"“*{snippet(event.anchor)}” là bí danh (alias) của YAML, không dùng ở đây"
            remedy = "ghi lại giá trị đầy đủ; nếu là chữ thì đặt trong dấu nháy đơn '…'"
            self._refuse(position, message, remedy)
        self._attach(Text("", self._path, pack(mark.line + self._first, mark.column + 1)))

    def _properties(self, event: Any, position: Position) -> None:
        """Refuse an anchor and a tag; in a foreign file, a tag that nothing knows."""
        if self._foreign:
            if event.tag is not None and not _FOREIGN_TAG.fullmatch(event.tag):
                tag = event.tag.replace("tag:yaml.org,2002:", "!!")
                message = f"“{snippet(tag)}” không phải thẻ kiểu (tag) mà MkDocs biết"
                remedy = "xóa nó; nếu là chữ của giá trị thì đặt cả giá trị trong dấu nháy đơn '…'"
                self._refuse(position, message, remedy)
            return
        if event.anchor is not None:
            message = f"“&{snippet(event.anchor)}” là neo (anchor) của YAML, không dùng ở đây"
            remedy = "xóa nó; nếu là chữ của giá trị thì đặt cả giá trị trong dấu nháy đơn '…'"
            self._refuse(position, message, remedy)
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = f"“{snippet(tag)}” là thẻ kiểu (tag) của YAML, không dùng ở đây"
            remedy = "xóa nó; nếu là chữ của giá trị thì đặt cả giá trị trong dấu nháy đơn '…'"
            self._refuse(position, message, remedy)

    def _attach(self, node: Node) -> None:
        """Add a node to the tree: as the root, a list item, a key or the value of a key."""
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        if isinstance(parent, Items):
            parent.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._key(parent, node)
            return
        if key is not _DROPPED:
            parent[key] = node
        self._keys[-1] = None

    def _begins_again(self, table: Table, key: Text) -> bool:
        """Return whether a repeated key is the first of a list item: then a dash is missing."""
        within = len(self._stack) > 1 and isinstance(self._stack[-2], Items)
        return within and key == next(iter(table)) and key.position.line > table.position.line

    def _key(self, table: Table, node: Node) -> Text:
        """Return the node as a key, or _DROPPED if it is refused."""
        if any(one is table for one in self._overrun):
            return _DROPPED  # a key of the next item, which is reported where it begins
        if not isinstance(node, Text):
            message = "khóa phải là một từ, không phải danh sách hay bảng"
            remedy = "viết “khóa: giá trị”; chữ trong ngoặc thì đặt trong dấu nháy đơn '…'"
        elif not node.strip():
            message, remedy = "khóa trống trước dấu hai chấm", "ghi tên khóa, hoặc xóa dòng này"
        elif node == "<<" and not self._foreign:
            message = "“<<” là khóa trộn của YAML, không dùng ở đây"
            remedy = "ghi lại đầy đủ các khóa"
        elif node in table and self._begins_again(table, node):
            self._overrun.append(table)
            message = f"thiếu gạch đầu dòng “- ” trước “{snippet(node)}”, nơi mục mới bắt đầu"
            mark = " " * (table.position.column - 3)
            remedy = f"viết “{mark}- {snippet(node)}: …”, thẳng cột với gạch của mục trên"
        elif node in table:
            line = next(key.position.line for key in table if key == node)
            message = f"khóa “{snippet(node)}” bị lặp, lần đầu ở dòng {line}"
            remedy = "chỉ giữ một, hoặc thêm “- ” nếu đây là mục khác của danh sách"
        else:
            return node
        self._refuse(node.position, message, remedy)
        return _DROPPED
