"""Writes a record as YAML in the form that `make format` keeps."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import yaml

from macros.mending.key_order import is_date, key_order, record_in
from macros.model.base import Record

Value: TypeAlias = Any
"""A text, a number, a truth value, a list of such, a mapping, or a list of mappings."""

WIDEST = 118
_NARROW = re.compile(r"[,\[\]{}]")
_NO_TEXT = re.compile(r"[-+.]?\d[\d.,:eE+-]*|~|null|true|false|yes|no|on|off", re.IGNORECASE)


def record_lines(fields: Mapping[str, Value], record: type[Record], indent: int = 0) -> list[str]:
    """Return the lines of a record, its keys in order; what is None, "" or empty is left out.

    Dates stand in quotation marks; a text longer than a line is folded.
    """
    lines: list[str] = []
    order = key_order(record)
    for key in sorted(fields, key=lambda name: order.get(name, len(order))):
        value = fields[key]
        if not _is_empty(value):
            lines += _field(key, value, record, indent)
    return lines


def item_lines(fields: Mapping[str, Value], record: type[Record], indent: int) -> list[str]:
    """Return the lines of a record that is an item of a list, whose dash is at `indent`."""
    lines = record_lines(fields, record, indent + 2)
    return [f"{' ' * indent}- {lines[0].lstrip()}", *lines[1:]]


def _field(key: str, value: Value, record: type[Record], indent: int) -> list[str]:
    margin = " " * indent
    line = f"{margin}{key}: {inline(value, record, key)}"
    if len(line) <= WIDEST and not _of_mappings(value):
        return [line]
    inner = _inner(record, key)
    if isinstance(value, Mapping):
        return [f"{margin}{key}:", *record_lines(value, inner, indent + 2)]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [f"{margin}{key}:", *_items(value, inner, indent + 2)]
    if isinstance(value, str) and _folds(value):
        wrapped = textwrap.wrap(
            value, WIDEST - 14 - indent, break_long_words=False, break_on_hyphens=False
        )
        return [f"{margin}{key}: >-", *(f"{margin}  {each}" for each in wrapped)]
    return [line]


def _items(values: Sequence[Value], record: type[Record], indent: int) -> Iterator[str]:
    for one in values:
        line = f"{' ' * indent}- {inline(one, record, '')}"
        if isinstance(one, Mapping) and len(line) > WIDEST:
            yield from item_lines(one, record, indent)
        else:
            yield line


def _is_empty(value: Value) -> bool:
    return value is None or value == "" or (isinstance(value, (tuple, list, dict)) and not value)


def _inner(record: type[Record], key: str) -> type[Record]:
    field = record.model_fields.get(key)
    return (record_in(field.annotation) if field else None) or Record


def _of_mappings(value: Value) -> bool:
    """Return whether a list holds records, which stand on lines of their own."""
    return isinstance(value, Sequence) and any(isinstance(one, Mapping) for one in value)


def _folds(text: str) -> bool:
    return text == " ".join(text.split())


def inline(value: Value, record: type[Record], key: str, *, within: bool = False) -> str:
    """Return a value on one line: `abc`, `"1950"`, `[a, b]`, `{ a: b }`.

    `within` a list or a mapping, brackets and commas need quotation marks too.
    """
    if isinstance(value, Mapping):
        inner = _inner(record, key) if key else record
        order = key_order(inner)
        pairs = [
            f"{name}: {inline(value[name], inner, name, within=True)}"
            for name in sorted(value, key=lambda name: order.get(name, len(order)))
            if not _is_empty(value[name])
        ]
        return f"{{ {', '.join(pairs)} }}" if pairs else "{}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return quoted(value, always=is_date(record, key), within=within)
    if isinstance(value, Sequence):
        return f"[{', '.join(inline(one, record, key, within=True) for one in value)}]"
    return str(value)


def quoted(text: str, *, always: bool = False, within: bool = False) -> str:
    """Return a text as a scalar of YAML: plain where that means the same, else in double marks."""
    if always or (within and _NARROW.search(text)) or not _is_plain(text):
        return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f")
    return text


def _is_plain(text: str) -> bool:
    if not text or text != text.strip() or _NO_TEXT.fullmatch(text) or "\n" in text:
        return False
    try:
        read = yaml.load(f"a: {text}\n", Loader=yaml.CBaseLoader)  # noqa: S506 (all stays text)
    except yaml.YAMLError:
        return False
    return bool(read == {"a": text})
