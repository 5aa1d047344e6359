"""Parses one ``{{ … }}``, which may only be a call of a name with literal arguments.

Jinja's parser gives the syntax tree, so that a message can name what is refused. Jinja's lexer
gives the offsets, and shows what the tree has lost (two adjacent strings).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.chapter.segments import WRITE_A_CALL, Fault

if TYPE_CHECKING:
    from macros.chapter.registry import Scalar

MAX_LENGTH = 2000
_JINJA = Environment(autoescape=True)
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_CURLY_QUOTE = re.compile(r"[“”„‟‘’‚‛«»]")
_F_STRING = re.compile(r"(?<![\w])[A-Za-z]+(?=[\"'])")
_WIDE = {"（": "(", "）": ")", "，": ",", "＂": '"', "＝": "="}
# In a call whose strings are blank: an argument that is neither quoted, a number nor a key.
_UNQUOTED = re.compile(
    r"(?<=[(,=])[ ]*(?P<words>(?:[^\W\d_]\w*(?:(?:-|[ ])\w+)*|\d+(?:[-/]\w+)+))[ ]*(?=[,)])"
)
_COLON = re.compile(r"(?<=[(,])[ ]*(?P<key>[a-z_]+)[ ]*:")
_YES_OR_NO = {"có": "true", "đúng": "true", "không": "false", "sai": "false"}
# Nearly all calls have this plain form, a name and simple values, which needs no parser.
_PLAIN_STRING = r"\"[^\"\\{}\x00-\x1f]*\""
_PLAIN_VALUE = (
    rf"(?:{_PLAIN_STRING}|True|False|0|[1-9][0-9]{{0,8}}"
    rf"|\[{_PLAIN_STRING}(?:, {_PLAIN_STRING})*\])"
)
_NAMED_VALUE = rf"[a-z_]+={_PLAIN_VALUE}"
_PLAIN = re.compile(
    r"\{\{ (?P<name>(?!(?:true|false|none|not)\()[a-z_]+)"
    rf"\((?P<arguments>(?:{_PLAIN_VALUE}(?:, {_PLAIN_VALUE})*|{_NAMED_VALUE})"
    rf"(?:, {_NAMED_VALUE})*)?\) }}}}"
)
_PLAIN_ARGUMENT = re.compile(rf"(?:(?P<key>[a-z_]+)=)?(?P<value>{_PLAIN_VALUE})")
_OPENERS = {"(": ")", "[": "]"}
_OPERATIONS: tuple[tuple[type[nodes.Expr], str], ...] = (
    (nodes.Concat, "phép nối chuỗi “~”"),
    (nodes.Compare, "phép so sánh"),
    (nodes.Test, "phép thử “is”"),
    (nodes.And, "phép “and”"),
    (nodes.Or, "phép “or”"),
    (nodes.Not, "phép “not”"),
    (nodes.BinExpr, "phép tính"),
    (nodes.UnaryExpr, "dấu “+” hay “-” trước một giá trị"),
    (nodes.CondExpr, "điều kiện “if”"),
    (nodes.Dict, "từ điển “{…}”"),
    (nodes.Tuple, "bộ giá trị “(…)”"),
)


class Argument(NamedTuple):
    """One argument as written; `offset` is its start within the call."""

    name: str | None
    value: Scalar | tuple[Scalar, ...]
    offset: int


class Invocation(NamedTuple):
    """A call as written, before its name is looked up; `offset` is the start of the name."""

    name: str
    arguments: tuple[Argument, ...]
    offset: int


class _Token(NamedTuple):
    offset: int
    kind: str
    text: str


# Cached: the same calls occur on many pages, and both the guard and `expand` parse each page.
@lru_cache(maxsize=1 << 15)
def read_call(source: str) -> tuple[Invocation | None, tuple[Fault, ...]]:
    """Parse ``{{ … }}``: return the call, or None and the faults, with offsets in `source`."""
    plain = _PLAIN.fullmatch(source) if len(source) <= MAX_LENGTH else None
    if plain:
        return _plain_invocation(plain), ()
    if fault := _before_parsing(source):
        return None, (fault,)
    try:
        tree = _JINJA.parse(source)
    except (TemplateSyntaxError, RecursionError, ValueError):
        return None, (_broken(source),)
    tokens = _tokens(source)
    output = tree.body[0]
    if not isinstance(output, nodes.Output):
        return None, (_broken(source),)
    call = output.nodes[0]
    if not isinstance(call, nodes.Call) or not isinstance(call.node, nodes.Name):
        return None, (_refused(_outermost(call), tokens[0].offset),)
    return _invocation(call, call.node.name, tokens)


def _plain_invocation(call: re.Match[str]) -> Invocation:
    """Return a call of the plain form, with the same result as Jinja's parser but faster."""
    at = call.start("arguments")
    arguments = tuple(
        Argument(one["key"], _plain_value(one["value"]), at + one.start())
        for one in _PLAIN_ARGUMENT.finditer(call["arguments"] or "")
    )
    return Invocation(call["name"], arguments, call.start("name"))


def _plain_value(written: str) -> Scalar | tuple[Scalar, ...]:
    if written[0] == '"':
        return written[1:-1]
    if written[0] == "[":
        return tuple(one[1:-1] for one in re.findall(_PLAIN_STRING, written))
    return written == "True" if written[0] in "TF" else int(written)


def _before_parsing(source: str) -> Fault | None:
    """Return a fault for which Jinja's own error would be less clear, or None."""
    inner = source[2:-2]
    bare = _STRING.sub(lambda m: '"' + " " * (len(m.group()) - 2) + '"', inner)
    if not inner.strip():
        return Fault(0, "lời gọi “{{ }}” rỗng", WRITE_A_CALL)
    if len(source) > MAX_LENGTH:
        return Fault(0, "lời gọi macro quá dài", "chia thành nhiều lời gọi ngắn hơn")
    if inner[0] in "-+" or inner[-1] in "-+":
        return Fault(0, "có dấu “-” hay “+” sát ngoặc “{{” hoặc “}}”", "bỏ dấu đó")
    if match := _CURLY_QUOTE.search(bare):
        message = f"giá trị đặt trong ngoặc kép cong {match.group()}"
        return Fault(2 + match.start(), message, 'dùng dấu nháy thẳng: "…"')
    if fault := _mistyped(inner, bare):
        return fault
    if match := _F_STRING.search(bare):
        message = f"có chữ “{match.group()}” sát trước dấu nháy"
        return Fault(2 + match.start(), message, "bỏ chữ đó, chỉ để giá trị trong nháy")
    return None


def _mistyped(inner: str, bare: str) -> Fault | None:
    """Return the fault of signs typed in place of others, or of words without quotes."""
    if inner.startswith("{"):
        return Fault(0, "lời gọi macro có ba ngoặc nhọn", "bỏ bớt: mỗi đầu chỉ hai ngoặc nhọn")
    if wide := next((sign for sign in _WIDE if sign in bare), None):
        message = f"lời gọi macro có dấu “{wide}” của bộ gõ chữ Hán"
        return Fault(2 + bare.index(wide), message, f"gõ lại dấu {_WIDE[wide]} thường")
    if match := _COLON.search(bare):
        message = f"có dấu hai chấm sau tên tham số “{match['key']}”"
        return Fault(2 + match.start("key"), message, f"viết {match['key']}=…")
    match = _UNQUOTED.search(bare)
    if match is None or match["words"].lower() in ("true", "false", "none"):
        return None
    words = inner[match.start("words") : match.end("words")]
    meant = _YES_OR_NO.get(words.lower(), f'"{words}"')
    message = f"giá trị “{words}” không đặt trong dấu nháy"
    return Fault(2 + match.start("words"), message, f"viết {meant}")


def _broken(source: str) -> Fault:
    """Return the likeliest reason why Jinja cannot read the call."""
    bare = _STRING.sub("", source)
    if '"' in bare or "'" in bare:
        remedy = 'đặt giá trị giữa hai dấu nháy "…"'
        return Fault(0, "lời gọi macro thiếu dấu nháy đóng", remedy)
    for opener, closer in _OPENERS.items():
        opened, closed = bare.count(opener), bare.count(closer)
        if opened > closed:
            return _unpaired(closer, opener)
        if closed > opened:
            return _unpaired(opener, closer)
    if re.search(r"[\"'\w\])]\s+[\"'\w\[(]", source):
        remedy = 'đặt dấu phẩy giữa các tham số: tên_macro("…", "…")'
        return Fault(0, "lời gọi macro thiếu dấu phẩy giữa hai tham số", remedy)
    return Fault(0, "không đọc được lời gọi macro", WRITE_A_CALL)


def _unpaired(missing: str, extra: str) -> Fault:
    message = f"lời gọi macro thiếu dấu “{missing}”"
    return Fault(0, message, f"thêm “{missing}” hoặc bỏ “{extra}” thừa")


def _tokens(source: str) -> list[_Token]:
    """Return the tokens between the braces with their offsets in the call."""
    tokens: list[_Token] = []
    offset = 0
    for _, kind, text in _JINJA.lex(source):
        if kind != "whitespace" and not kind.startswith("variable_"):
            tokens.append(_Token(offset, kind, text))
        offset += len(text)
    return tokens


def _invocation(
    call: nodes.Call, name: str, tokens: list[_Token]
) -> tuple[Invocation | None, tuple[Fault, ...]]:
    """Return the call of `name`, or None and a fault for each argument that is not a literal."""
    if call.dyn_args or call.dyn_kwargs:
        message = "không được dùng “*” hay “**” trong lời gọi macro"
        return None, (Fault(tokens[0].offset, message, "viết rõ từng tham số"),)
    written: list[tuple[str | None, nodes.Expr]] = [
        *((None, value) for value in call.args),
        *((pair.key, pair.value) for pair in call.kwargs),
    ]
    groups = _groups(tokens)
    if len(groups) != len(written):
        return None, (Fault(tokens[0].offset, "lời gọi macro có ngoặc thừa", WRITE_A_CALL),)
    arguments: list[Argument] = []
    faults: list[Fault] = []
    for (key, expression), group in zip(written, groups, strict=True):
        offset = group[0].offset
        if fault := _not_literal(expression, offset) or _hidden_in(group):
            faults.append(fault)
        else:
            arguments.append(Argument(key, _value(expression), offset))
    if faults:
        return None, tuple(faults)
    return Invocation(name, tuple(arguments), tokens[0].offset), ()


def _groups(tokens: list[_Token]) -> list[list[_Token]]:
    """Return the tokens of each argument, split at the commas of the call."""
    groups: list[list[_Token]] = [[]]
    depth = 0
    for token in tokens[1:]:
        if token.text in (")", "]", "}"):
            depth -= 1
        if depth == 1 and token.text == ",":
            groups.append([])
        elif depth >= 1:
            groups[-1].append(token)
        if token.text in ("(", "[", "{"):
            depth += 1
    return [group for group in groups if group]


def _hidden_in(group: list[_Token]) -> Fault | None:
    """Return a fault that the syntax tree of an argument does not show, or None."""
    for token, following in zip(group, [*group[1:], None], strict=True):
        if token.kind == "string" and following and following.kind == "string":
            message = "hai giá trị đứng cạnh nhau không có dấu phẩy"
            return Fault(following.offset, message, "đặt dấu phẩy hoặc viết thành một giá trị")
        if "\\" in token.text:
            message = "giá trị có dấu “\\”"
            return Fault(token.offset, message, "bỏ dấu “\\”, viết thẳng ký tự cần dùng")
        if token.kind == "integer" and not (token.text.isascii() and token.text.isdigit()):
            return Fault(token.offset, f"số “{token.text}” viết lạ", "chỉ dùng chữ số 0-9")
        if token.text == "(":
            return Fault(token.offset, "lời gọi macro có ngoặc tròn thừa", "bỏ cặp ngoặc đó")
    return None


def _not_literal(expression: nodes.Expr, offset: int) -> Fault | None:
    """Return the fault of an argument that is not a literal, or None."""
    if isinstance(expression, nodes.List):
        faults = (_not_literal(item, offset) for item in expression.items)
        nested = any(isinstance(item, nodes.List) for item in expression.items)
        if nested:
            return Fault(offset, "danh sách lồng trong danh sách", "viết một danh sách phẳng")
        return next((fault for fault in faults if fault), None)
    if not isinstance(expression, nodes.Const):
        return _refused(expression, offset)
    if isinstance(expression.value, str | int):
        return None
    if expression.value is None:
        return Fault(offset, "không được dùng giá trị “none”", "bỏ hẳn tham số đó")
    return Fault(offset, "không được dùng số lẻ", 'đặt số trong nháy: "…"')


def _value(expression: nodes.Expr) -> Scalar | tuple[Scalar, ...]:
    """Return the value of a literal."""
    if isinstance(expression, nodes.List):
        return tuple(_scalar(item) for item in expression.items)
    return _scalar(expression)


def _scalar(expression: nodes.Expr) -> Scalar:
    value: Scalar = expression.as_const()
    return value


def _outermost(expression: nodes.Node) -> nodes.Node:
    """Return the expression to name in a message: what is called, if it is not a name."""
    while isinstance(expression, nodes.Call):
        expression = expression.node
    return expression


def _refused(expression: nodes.Node, offset: int) -> Fault:
    """Return the fault of an expression that is neither a call nor a literal."""
    return Fault(offset, f"không được dùng {_named(expression)} trong chương", WRITE_A_CALL)


def _named(expression: nodes.Node) -> str:
    """Return the name of an expression in an editor's words."""
    for kind, name in _OPERATIONS:
        if isinstance(expression, kind):
            return name
    match expression:
        case nodes.Filter(name=name):
            return f"bộ lọc “|{name}”"
        case nodes.Getattr(attr=attribute):
            return f"thuộc tính “.{attribute}”"
        case nodes.Getitem():
            return "ngoặc vuông “[…]”"
        case nodes.Call():
            return "lời gọi lồng trong lời gọi"
        case nodes.Name(name=name):
            return f"biến “{name}”"
        case nodes.Const() | nodes.List():
            return "một giá trị đứng một mình"
    return "biểu thức này"
