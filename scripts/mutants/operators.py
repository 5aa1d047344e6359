"""What a mutant may change in one node of the syntax tree: node → (kind, nodes in its place).

Each operator yields whole nodes, so that the file stays well-formed. None removes the statement.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from typing import TypeAlias

Change: TypeAlias = tuple[str, ast.AST | None]
Operator: TypeAlias = Callable[[ast.AST], Iterator[Change]]

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_NAMED = {
    "any": "all",
    "min": "max",
    "startswith": "endswith",
    "lstrip": "rstrip",
    "removeprefix": "removesuffix",
    "find": "rfind",
    "match": "search",
    "fullmatch": "match",
}
_TWINS = _NAMED | {other: one for one, other in _NAMED.items() if other not in _NAMED}


def comparisons(node: ast.AST) -> Iterator[Change]:
    """`<` becomes `<=` and `>=`, `is` becomes `is not`."""
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            for other in _COMPARED[type(operator)]:
                new = copy.deepcopy(node)
                new.ops[at] = other()
                yield "comparison", new


def logic(node: ast.AST) -> Iterator[Change]:
    """`and` becomes `or`; one of the joined conditions is left out; a `not` goes."""
    if isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield "logic", ast.BoolOp(other, node.values)
        for at in range(len(node.values)):
            kept = [*node.values[:at], *node.values[at + 1 :]]
            yield "operand", kept[0] if len(kept) == 1 else ast.BoolOp(node.op, kept)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "negation", node.operand


def conditions(node: ast.AST) -> Iterator[Change]:
    """A condition is negated, unless `comparisons` and `logic` already do that."""
    match node:
        case ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return
        case ast.expr():
            yield "negation", ast.UnaryOp(ast.Not(), node)


def filters(node: ast.AST) -> Iterator[Change]:
    """A comprehension loses one of its conditions."""
    if isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp):
        for at, generator in enumerate(node.generators):
            for condition in range(len(generator.ifs)):
                new = copy.deepcopy(node)
                del new.generators[at].ifs[condition]
                yield "filter", new


def arithmetic(node: ast.AST) -> Iterator[Change]:
    """`+` becomes `-`, `|` becomes `&`; `+=` too."""
    match node:
        case ast.BinOp(op=operator) if type(operator) in _COMPUTED:
            yield "arithmetic", ast.BinOp(node.left, _COMPUTED[type(operator)](), node.right)
        case ast.AugAssign(op=operator) if type(operator) in _COMPUTED:
            other = _COMPUTED[type(operator)]()
            yield "arithmetic", ast.AugAssign(node.target, other, node.value)


def constants(node: ast.AST) -> Iterator[Change]:
    """A number is one more and one less, true is false, a text is empty."""
    match node:
        case ast.Constant(value=bool(value)):
            yield "boolean", ast.Constant(not value)
        case ast.Constant(value=int(value)):
            yield "number", ast.Constant(value + 1)
            yield "number", ast.Constant(value - 1)
        case ast.Constant(value=str(value)):
            yield "string", ast.Constant("" if value else "x")
        case ast.Constant(value=bytes(value)):
            yield "string", ast.Constant(b"" if value else b"x")


def templates(node: ast.AST) -> Iterator[Change]:
    """A formatted text loses one of its parts, words or placeholder."""
    if isinstance(node, ast.JoinedStr):
        for at in range(len(node.values)):
            yield "string", ast.JoinedStr([*node.values[:at], *node.values[at + 1 :]])


def calls(node: ast.AST) -> Iterator[Change]:
    """A named argument is left out; `any` becomes `all`, `startswith` becomes `endswith`."""
    if not isinstance(node, ast.Call):
        return
    for at, keyword in enumerate(node.keywords):
        if keyword.arg not in (None, "strict"):
            kept = [*node.keywords[:at], *node.keywords[at + 1 :]]
            yield "keyword", ast.Call(node.func, node.args, kept)
    match node.func:
        case ast.Name(id=name) if name in _TWINS:
            yield "function", ast.Call(ast.Name(_TWINS[name]), node.args, node.keywords)
        case ast.Attribute(value=value, attr=name) if name in _TWINS:
            function = ast.Attribute(value, _TWINS[name])
            yield "function", ast.Call(function, node.args, node.keywords)


def elements(node: ast.AST) -> Iterator[Change]:
    """A list, a set or a table written out loses one of several entries."""
    match node:
        case ast.List(elts=entries) | ast.Set(elts=entries) | ast.Tuple(elts=entries):
            for at in range(len(entries) if len(entries) > 1 else 0):
                new = copy.deepcopy(node)
                del new.elts[at]
                yield "element", new
        case ast.Dict(keys=keys):
            for at in range(len(keys) if len(keys) > 1 else 0):
                mapping = copy.deepcopy(node)
                del mapping.keys[at]
                del mapping.values[at]
                yield "element", mapping


def slices(node: ast.AST) -> Iterator[Change]:
    """A slice loses one of its bounds."""
    if isinstance(node, ast.Slice):
        if node.lower is not None:
            yield "slice", ast.Slice(None, node.upper, node.step)
        if node.upper is not None:
            yield "slice", ast.Slice(node.lower, None, node.step)


def statements(node: ast.AST) -> Iterator[Change]:
    """A statement goes; `continue` becomes `break`; a returned value is None."""
    match node:
        case ast.Return(value=None | ast.Constant(value=None)):
            yield "statement", None
        case ast.Return(value=ast.Constant(value=False | 0 | "")):
            pass  # the operators of constants give better mutants of the returned value
        case ast.Return():
            yield "return", ast.Return(ast.Constant(None))
        case ast.Expr() | ast.AugAssign() | ast.Raise() | ast.Delete():
            yield "statement", None
        case ast.Assign(targets=[ast.Subscript() | ast.Attribute()]):
            yield "statement", None
        case ast.Continue():
            yield "loop", ast.Break()
            yield "statement", None
        case ast.Break():
            yield "loop", ast.Continue()
            yield "statement", None


OPERATORS: tuple[Operator, ...] = (
    comparisons,
    logic,
    filters,
    arithmetic,
    constants,
    templates,
    calls,
    slices,
    statements,
)
"""What is tried at every node; `conditions` and `elements` depend on where the node stands."""
