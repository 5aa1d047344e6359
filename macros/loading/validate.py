"""From the tree of a YAML file to a typed record, with errors in an editor's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from sys import intern
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from macros.loading.words import code_remedy, key_remedy, model_at, with_meant_keys
from macros.loading.yaml.strict import Items, Node, Table, Text
from macros.messages.problems import Position, Problem
from macros.model.base import Record
from macros.speed.positions import put_positions

R = TypeVar("R", bound=Record)
_REPORTED = 20
"""The most faults of one file that are reported: nobody reads more, and each takes time."""


def validate(model: type[R], table: Table) -> tuple[R | None, list[Problem]]:
    """Return `table` as a record of `model`, positions attached, or the problems found."""
    try:
        record = model.model_validate(table)
    except ValidationError as refusal:
        refused = _alike(with_meant_keys(model, refusal.errors(include_url=False)))
        problems = [_of_all(model, table, alike) for alike in refused[:_REPORTED]]
        if len(refused) > _REPORTED:
            problems.append(_more(table, sum(map(len, refused[_REPORTED:]))))
        return None, _once_a_line(problems)
    _attach(record, table)
    return record, []


def _alike(errors: Sequence[Any]) -> list[list[Any]]:
    """Return the errors grouped by the same mistake, such as one wrong key in every record."""
    groups: dict[object, list[Any]] = {}
    for number, error in enumerate(errors):
        names = tuple(step for step in error["loc"] if isinstance(step, str))
        kind = error["type"]
        mistake: object = number
        if kind == "extra_forbidden":
            mistake = kind, names, error.get("stands_for")
        elif kind == "literal_error" and isinstance(error["input"], str):
            mistake = kind, names, str(error["input"])
        groups.setdefault(mistake, []).append(error)
    return list(groups.values())


def _of_all(model: type[BaseModel], table: Table, alike: list[Any]) -> Problem:
    """Return one problem for errors that are alike: at the first, naming the other lines."""
    first = _problem(model, table, alike[0])
    lines = sorted({_place(table, error).line for error in alike} - {first.position.line})
    if not lines:
        return first
    more = ", …" if len(lines) > _REPORTED else ""
    shown = f"{', '.join(map(str, lines[:_REPORTED]))}{more}"
    return replace(first, message=f"{first.message}, ở {len(lines) + 1} dòng: cả {shown}")


def _place(table: Table, error: Any) -> Position:
    if error["type"] == "extra_forbidden":
        return _key_position(table, error["loc"])
    return _position_at(table, error["loc"])


def _once_a_line(problems: list[Problem]) -> list[Problem]:
    """Return the problems, those of a line joined if each asks to replace a word of it."""
    found: dict[object, Problem] = {}
    for number, one in enumerate(problems):
        replaced = one.message.startswith("không có trường") or "không nhận" in one.message
        key: object = one.position.line if replaced else f"{number}"
        if before := found.get(key):
            joined = f"{before.message}; {one.message}"
            remedy = f"{before.remedy}; {one.remedy}"
            found[key] = replace(before, message=joined, remedy=remedy)
        else:
            found[key] = one
    return list(found.values())


def _more(table: Table, count: int) -> Problem:
    """Return the problem that a file has `count` more faults than are reported."""
    message = f"còn {count} lỗi nữa trong tệp này"
    return Problem(table.position, message, "sửa các lỗi đã nêu rồi chạy lại để xem tiếp")


def _item_positions(name: str, items: Items) -> Iterator[tuple[str, int]]:
    """Yield the positions of a list's items that stand on lines of their own."""
    for index, item in enumerate(items):
        if index and item.position.line != items[0].position.line:
            yield f"{name}.{index}", item.packed


def _attach(value: Any, node: Any) -> None:
    """Give `value`, and every record in it, the positions of the node it came from."""
    if isinstance(value, Record):
        positions = {"": node.packed}
        if isinstance(node, Table):
            fields = vars(value)
            for key, child in node.items():
                # Interned, so that all records share one string per field name.
                name = intern(str(key))
                positions[name] = child.packed
                if isinstance(child, Items) and len(child) > 1 and isinstance(child[0], Text):
                    positions.update(_item_positions(name, child))
                if isinstance(part := fields.get(name), (tuple, Record)):
                    _attach(part, child)
        put_positions(value, (node.path, positions))
    elif isinstance(value, tuple):
        # A lone item may be written without its list.
        children = node if isinstance(node, Items) else (node,)
        for item, child in zip(value, children, strict=False):
            _attach(item, child)


def _position_at(table: Table, loc: Sequence[int | str]) -> Position:
    """Return the position of the deepest node on the path `loc`."""
    return _follow(table, loc).position


def _follow(table: Table, loc: Sequence[int | str]) -> Node:
    """Return the deepest node on the path `loc` of a pydantic error.

    Steps without a node are skipped (pydantic calls a single item without its list item 0).
    """
    node: Node = table
    for step in loc:
        if isinstance(step, str):
            child = node.get(step) if isinstance(node, Table) else None
        else:
            child = node[step] if isinstance(node, Items) and step < len(node) else None
        node = node if child is None else child
    return node


def _key_position(table: Table, loc: Sequence[int | str]) -> Position:
    """Return the position of the key at the end of `loc`."""
    node = _follow(table, loc[:-1])
    keys = node if isinstance(node, Table) else ()
    return next((key.position for key in keys if key == loc[-1]), node.position)


def _label(model: type[BaseModel], name: str) -> str:
    """Return what to call a field; the file, if `name` is empty."""
    if not name:
        return "tệp"
    info = model.model_fields.get(name)
    return f"“{name}” ({info.title})" if info and info.title else f"“{name}”"


def _problem(model: type[BaseModel], table: Table, error: Any) -> Problem:
    """Put one pydantic error into an editor's words."""
    loc, kind, context = error["loc"], error["type"], error.get("ctx", {})
    position = _place(table, error)
    names = [step for step in loc if isinstance(step, str)]
    name = names[-1] if names else ""
    owner = model_at(model, names)
    if kind == "missing":
        help_text = owner.model_fields[name].description or ""
        remedy = f"thêm dòng “{name}: …”. {help_text}".rstrip(". ")
        return Problem(position, f"thiếu trường {_label(owner, name)}", remedy)
    if kind == "extra_forbidden":
        written = _follow(table, loc[:-1])
        present = written if isinstance(written, Table) else ()
        remedy = key_remedy(owner, name, present, error.get("stands_for", ""))
        return Problem(position, f"không có trường nào tên “{name}”", remedy)
    if kind == "vi":
        return Problem(position, f"{_label(owner, name)}: {context['message']}", context["remedy"])
    return Problem(position, *_shape_words(owner, name, kind, context, error.get("input")))


def _shape_words(
    owner: type[BaseModel], name: str, kind: str, context: dict[str, Any], given: Any
) -> tuple[str, str]:
    """Return message and remedy for a value of the wrong shape."""
    label = _label(owner, name)
    if kind == "literal_error" and not isinstance(given, str):
        return f"{label}: cần một từ, không phải danh sách hay nhóm trường", "viết một từ"
    if kind == "literal_error":
        return f"{label}: không nhận “{given}”", code_remedy(owner.model_fields[name], str(given))
    if kind in ("tuple_type", "list_type"):
        return f"{label}: cần một danh sách", "viết mỗi mục trên một dòng, bắt đầu bằng “- ”"
    if kind in ("model_type", "dict_type"):
        return f"{label}: cần một nhóm trường “khóa: giá trị”", "viết các trường thụt vào bên dưới"
    if kind == "too_short":
        return f"{label}: cần ít nhất {context['min_length']} mục", "thêm mục còn thiếu"
    return f"{label}: giá trị “{given}” không đúng dạng", "xem mô tả của trường trong data/schemas/"
