"""Puts a record or a field into the text of a data file, whose other lines stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from macros.mending.key_order import key_order, record_in
from macros.mending.writing import item_lines, record_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from macros.model.base import Record


class InsertionError(ValueError):
    """A file into which nothing can be put by machine; the message is in Vietnamese."""


def with_item(
    text: str, file: type[Record], key: str, fields: Mapping[str, Any], after: str = ""
) -> str:
    """Return the text of a file with one more record in its list `key`.

    `file` is the model of the file. The record stands after the one with the id `after`, or last.
    Raises InsertionError if the file is not made as the model says, or holds that id already.
    """
    record = _item_record(file, key)
    root = _root(text)
    found = _value(root, key)
    if found is None:
        before = text.rstrip("\n") + "\n\n" if text.strip() else text
        own = before + "\n".join([f"{key}:", *item_lines(fields, record, 2)]) + "\n"
        return _verified(text, own, key, fields, record)
    key_node, value = found
    if isinstance(value, yaml.ScalarNode) and not value.value:
        start, end = key_node.end_mark.index, value.end_mark.index
        own = text[:start] + ":\n" + "\n".join(item_lines(fields, record, 2)) + text[end:]
        return _verified(text, own, key, fields, record)
    if not isinstance(value, yaml.SequenceNode):
        raise InsertionError(f"“{key}” không phải một danh sách")
    if any(_text(one, "id") == fields.get("id") for one in value.value if "id" in fields):
        raise InsertionError(f"mã “{fields['id']}” đã có")
    if value.flow_style:
        if value.value:
            raise InsertionError(f"“{key}” viết trên một dòng trong ngoặc vuông")
        body = "\n" + "\n".join(item_lines(fields, record, 2))
        own = text[: value.start_mark.index].rstrip(" ") + body + text[value.end_mark.index :]
        return _verified(text, own, key, fields, record)
    own = _after_item(text, value, fields, record, after)
    return _verified(text, own, key, fields, record)


def _after_item(
    text: str,
    node: yaml.SequenceNode,
    fields: Mapping[str, Any],
    record: type[Record],
    after: str,
) -> str:
    lines = text.split("\n")
    ends = [_end_of(lines, one) for one in node.value]
    at = next((n for n, one in enumerate(node.value) if after and _text(one, "id") == after), -1)
    indent = node.start_mark.column
    new = item_lines(fields, record, indent)
    starts = [one.start_mark.line for one in node.value]
    apart = [not lines[start - 1].strip() for start in starts[1:]]
    if apart and sum(apart) * 2 > len(apart):
        new = ["", *new]
    end = ends[at]
    return "\n".join([*lines[:end], *new, *lines[end:]])


def with_field(text: str, file: type[Record], owner: tuple[str, str], name: str, value: Any) -> str:
    """Return the text with a field of a record set, new or in the place of the old value.

    `owner` is a list and the id of a record in it; ("", "") means the file itself. Raises
    InsertionError if there is no such record.
    """
    key, identifier = owner
    root = _root(text)
    record = _item_record(file, key) if key else file
    node = _owner(root, key, identifier) if key else root
    if node is None:
        raise InsertionError(f"không có “{identifier}” trong “{key}”")
    if node.flow_style:
        own = _in_flow(text, node, record, name, value)
    else:
        own = _in_block(text, node, record, name, value)
    again = _owner(_root(own), key, identifier) if key else _root(own)
    wanted = _read(record_lines({name: value}, record))
    if again is None or _plain(again) != {**_plain(node), **wanted}:
        raise InsertionError(f"không ghi được “{name}” vào tệp này")
    return own


def _in_flow(text: str, node: yaml.MappingNode, record: type[Record], name: str, value: Any) -> str:
    """Return the text with a mapping in braces set on lines of its own, with the new field."""
    column = node.start_mark.column
    fields = {**_plain(node), name: value}
    lines = record_lines(fields, record, column)
    body = "\n".join(lines).lstrip()
    return text[: node.start_mark.index] + body + text[node.end_mark.index :]


def _in_block(
    text: str, node: yaml.MappingNode, record: type[Record], name: str, value: Any
) -> str:
    if not node.value:
        # A file that is new or holds comments alone.
        comments = text.rstrip("\n") + "\n" if text.strip() else ""
        return comments + "\n".join(record_lines({name: value}, record)) + "\n"
    lines = text.split("\n")
    order = key_order(record)
    indent = node.start_mark.column
    new = record_lines({name: value}, record, indent)
    old = next((pair for pair in node.value if pair[0].value == name), None)
    if old is not None:
        start, end = old[0].start_mark.line, _end_of(lines, old[1])
        return "\n".join([*lines[:start], *_dashed(lines[start], new, indent), *lines[end:]])
    before = [pair for pair in node.value if order.get(pair[0].value, 99) < order.get(name, 98)]
    if not before:
        start = node.value[0][0].start_mark.line
        first = _dashed(lines[start], new, indent)
        rest = " " * indent + lines[start][indent:]
        return "\n".join([*lines[:start], *first, rest, *lines[start + 1 :]])
    end = _end_of(lines, before[-1][1])
    return "\n".join([*lines[:end], *new, *lines[end:]])


def _dashed(line: str, new: Sequence[str], indent: int) -> list[str]:
    return [line[:indent] + new[0][indent:], *new[1:]]


def _end_of(lines: Sequence[str], node: yaml.Node) -> int:
    """Return the line after the last one of a node, without what stands below it."""
    last = _last_leaf(node)
    if not isinstance(last, yaml.ScalarNode) or last.style not in ("|", ">"):
        return int(last.end_mark.line) + 1
    # The mark of a folded text is where the next key begins.
    end = min(int(last.end_mark.line) + (last.end_mark.column > 0), len(lines))
    while end > last.start_mark.line + 1 and _is_aside(lines[end - 1]):
        end -= 1
    return end


def _last_leaf(node: yaml.Node) -> yaml.Node:
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


# --- reading --------------------------------------------------------------------------------


def _root(text: str) -> yaml.MappingNode:
    try:
        found = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        raise InsertionError("tệp không đọc được: chạy make check để xem lỗi") from None
    if found is None:
        return yaml.MappingNode("tag:yaml.org,2002:map", [], flow_style=False)
    if not isinstance(found, yaml.MappingNode):
        raise InsertionError("tệp không có dạng “trường: giá trị”")
    return found


def _value(node: yaml.MappingNode, key: str) -> tuple[yaml.ScalarNode, yaml.Node] | None:
    return next((pair for pair in node.value if pair[0].value == key), None)


def _owner(root: yaml.MappingNode, key: str, identifier: str) -> yaml.MappingNode | None:
    found = _value(root, key)
    items = found[1].value if found and isinstance(found[1], yaml.SequenceNode) else ()
    return next((one for one in items if _text(one, "id") == identifier), None)


def _read(lines: Sequence[str]) -> Any:
    found = yaml.compose("\n".join(lines), Loader=yaml.CBaseLoader)
    assert found is not None
    return _plain(found)


def _text(node: yaml.Node, key: str) -> str:
    found = _value(node, key) if isinstance(node, yaml.MappingNode) else None
    return str(found[1].value) if found and isinstance(found[1], yaml.ScalarNode) else ""


def _plain(node: yaml.Node) -> Any:
    """Return a node as texts, lists and mappings."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one) for one in node.value]
    return node.value


def _item_record(file: type[Record], key: str) -> type[Record]:
    found = record_in(file.model_fields[key].annotation)
    assert found is not None
    return found


def _verified(
    before: str, after: str, key: str, fields: Mapping[str, Any], record: type[Record]
) -> str:
    """Return the new text if it says what it said, and the new record."""
    old, new = _plain(_root(before)), _plain(_root(after))
    wanted = _read(item_lines(fields, record, 0))
    kept = [one for one in new.get(key, ()) if one != wanted[0]]
    same = {name: value for name, value in new.items() if name != key}
    if same != {n: v for n, v in old.items() if n != key} or kept != list(old.get(key) or ()):
        raise InsertionError("không ghi được vào tệp này: hãy ghi bằng tay")
    return after
