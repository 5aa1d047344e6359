"""Every mutant of a file, in the order of the file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scripts.mutants.mutant import Mutant, difference
from scripts.mutants.operators import OPERATORS, Change, conditions, elements

if TYPE_CHECKING:
    from pathlib import Path

_ATOMS: tuple[type[ast.AST], ...] = (
    *(ast.Constant, ast.Name, ast.Call, ast.Attribute, ast.Subscript, ast.JoinedStr),
    *(ast.List, ast.Set, ast.Dict, ast.Tuple, ast.ListComp, ast.SetComp, ast.DictComp),
    ast.GeneratorExp,
)
"""Expressions that need no parentheses, wherever they stand."""
_UNCHANGED = {"annotation", "returns", "bases", "decorator_list", "type_params"}
"""Fields that are not changed: types, which the tests do not run, and decorators, most of which
(frozen, cached) an editor cannot notice."""


def mutants_of(root: Path, folder: str) -> list[Mutant]:
    """Return the mutants of every module under `root`/`folder`, file by file."""
    found: list[Mutant] = []
    for path in sorted((root / folder).rglob("*.py")):
        found += mutants_in(path.read_bytes(), path.relative_to(root).as_posix())
    return found


def mutants_in(source: bytes, path: str) -> list[Mutant]:
    """Return the mutants of one module, each change once, by their place in it."""
    file = _File(source, path)
    found: dict[tuple[int, int, str], Mutant] = {}
    for mutant in file.walk(ast.parse(source)):
        found.setdefault((mutant.start, mutant.end, mutant.becomes), mutant)
    return sorted(found.values(), key=lambda one: (one.start, one.end, one.becomes))


@dataclass(frozen=True)
class _Slot:
    """The place of a node in its parent: a field, or an item of a field."""

    parent: ast.AST
    field: str
    at: int | None = None

    def put(self, node: ast.AST) -> None:
        if self.at is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.at] = node


class _File:
    def __init__(self, source: bytes, path: str) -> None:
        self.source = source
        self.path = path
        self.lines = source.split(b"\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def walk(self, node: ast.AST, template: ast.JoinedStr | None = None) -> Iterator[Mutant]:
        """Yield the mutants of the nodes below `node`.

        Python 3.11 does not know positions within an f-string, so a change within one (`template`)
        rewrites the whole string.
        """
        for slot, child in _children(node):
            if _left_out(child, slot):
                continue
            inside = template or (child if isinstance(child, ast.JoinedStr) else None)
            for kind, new in _changes(child, slot):
                mutant = self._mutant(kind, child, new, slot, template)
                if mutant is not None:
                    yield mutant
            yield from self.walk(child, inside)

    def _mutant(
        self, kind: str, node: ast.AST, new: ast.AST | None, slot: _Slot, template: ast.AST | None
    ) -> Mutant | None:
        changed = template or node
        was = ast.unparse(changed)
        text = "pass" if new is None else _text(new, node)
        if template is not None and new is not None:
            slot.put(new)
            try:
                text = ast.unparse(template)
            except ValueError:  # quotation marks that cannot be nested so deep
                return None
            finally:
                slot.put(node)
        start, end = self._offset(changed, "lineno"), self._offset(changed, "end_lineno")
        line: int = changed.lineno  # type: ignore[attr-defined]
        context = self.lines[line - 1].decode().strip()
        change = difference(was, text)
        return Mutant(self.path, start, end, text, kind, line, context, change)

    def _offset(self, node: ast.AST, line: str) -> int:
        column = line.replace("lineno", "col_offset")
        offset: int = self.starts[getattr(node, line) - 1] + getattr(node, column)
        return offset


def _changes(node: ast.AST, slot: _Slot) -> Iterator[Change]:
    if slot.field in ("test", "ifs", "guard"):
        yield from conditions(node)
    if not isinstance(node, ast.Tuple) or _is_list(slot):
        yield from elements(node)
    for operator in OPERATORS:
        yield from operator(node)


def _is_list(slot: _Slot) -> bool:
    """Return whether a tuple in this place is a list of things, not a pair to unpack."""
    named = slot.field == "value" and isinstance(slot.parent, ast.Assign | ast.AnnAssign)
    return named or slot.field in ("comparators", "iter", "args")


def _children(node: ast.AST) -> Iterator[tuple[_Slot, ast.AST]]:
    for name, value in ast.iter_fields(node):
        if isinstance(value, ast.AST):
            yield _Slot(node, name), value
        elif isinstance(value, list):
            for at, child in enumerate(value):
                if isinstance(child, ast.AST):
                    yield _Slot(node, name, at), child


def _left_out(node: ast.AST, slot: _Slot) -> bool:
    """Return whether a node in this place has no behaviour that a test could notice."""
    if slot.field in _UNCHANGED or isinstance(node, ast.Import | ast.ImportFrom | ast.Assert):
        return True
    match node:
        case ast.Expr(value=ast.Constant()):
            return True  # a docstring
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return True
        case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return True
        case ast.Return(value=None | ast.Constant(value=None)):
            body = getattr(slot.parent, "body", [])
            return isinstance(slot.parent, ast.FunctionDef) and node is body[-1]
        case ast.keyword(arg="strict"):
            return True  # as an assert, it says what is always so
        case ast.Subscript(value=ast.Name(id="Literal")) | ast.Call(func=ast.Name(id="TypeVar")):
            return True
    return False


def _text(new: ast.AST, old: ast.AST) -> str:
    """Return the source of the new node, in parentheses if its place needs them."""
    text = ast.unparse(new)
    loose = isinstance(new, ast.expr) and not isinstance(new, _ATOMS)
    return f"({text})" if loose and not isinstance(old, ast.Slice) else text
