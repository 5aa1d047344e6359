"""One form for a data file: key order, quoting, spacing; comments and values stay.

The text is changed where the form asks for it and nowhere else. What comes out is read again: were
a value or a comment another one, the text would be left as it was.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from macros.mending.key_order import is_date, key_order, record_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.base import Record

_BLANKS = re.compile(r"\n{3,}")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_PLAIN_DATE = re.compile(r"[\dX?~%./\[\]-]*\d[\dX?~%./\[\]-]*")
_MOST_MOVES = 2_000


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def formatted(text: str, record: type[Record]) -> str:
    """Return the text of a data file in its form; as it is if it cannot be read."""
    try:
        tidy = _lines(text)
        before, comments = as_texts(tidy), _comments(tidy)
        tidy = _edited(tidy, record)
        for _ in range(_MOST_MOVES):
            moved = _ordered(tidy, record)
            if moved == tidy:
                break
            tidy = moved
        tidy = _lines(tidy)
        after = as_texts(tidy)
    except (yaml.YAMLError, RecursionError):
        return text
    return tidy if before == after and comments == _comments(tidy) else text


def as_texts(text: str) -> Any:
    """Return what a file says, all scalars as texts, None for an empty one; raises YAMLError."""
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 (all scalars stay text)


def _comments(text: str) -> Counter[str]:
    return Counter(re.findall(r"(?m)(?:^|\s)#.*$", text))


def _compose(text: str) -> yaml.Node | None:
    found: yaml.Node | None = yaml.compose(text, Loader=yaml.CBaseLoader)
    return found


def _lines(text: str) -> str:
    """Return the text without spaces at ends of lines, and with one empty line at most."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _BLANKS.sub("\n\n", _TRAILING.sub("", text)).strip("\n") + "\n"


# --- quoting and spacing --------------------------------------------------------------------


def _edited(text: str, record: type[Record]) -> str:
    root = _compose(text)
    if root is None:
        return text
    edits = sorted(_edits(text, root, record, date=False))
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _edits(
    text: str, node: yaml.Node, record: type[Record] | None, *, date: bool
) -> Iterator[_Edit]:
    start, end = _span(node)
    if isinstance(node, yaml.ScalarNode):
        if (written := _scalar(node, text[start:end], date=date)) != text[start:end]:
            yield _Edit(start, end, written)
        return
    if getattr(node, "flow_style", False):
        if node.start_mark.line == node.end_mark.line:
            written = _flow(text, node, record, date=date)
            if written != text[start:end]:
                yield _Edit(start, end, written)
        return
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if value.start_mark.line == key.end_mark.line and value.value != "":
                # Between the colon and the value stands one space.
                gap = text[key.end_mark.index : value.start_mark.index]
                if gap.strip() == ":" and gap != ": ":
                    yield _Edit(key.end_mark.index, value.start_mark.index, ": ")
            yield from _edits(text, value, _inner(record, key), date=_is_date(record, key))
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from _edits(text, one, record, date=date)


def _span(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.index, node.end_mark.index


def _inner(record: type[Record] | None, key: yaml.ScalarNode) -> type[Record] | None:
    field = record.model_fields.get(key.value) if record else None
    return record_in(field.annotation) if field else None


def _is_date(record: type[Record] | None, key: yaml.ScalarNode) -> bool:
    return record is not None and is_date(record, key.value)


def _scalar(node: yaml.ScalarNode, typed: str, *, date: bool) -> str:
    """Return a scalar in its form: dates in double marks, single marks only where they help."""
    if node.style == "'" and not re.search(r"[\"\\\n]", node.value):
        return f'"{node.value}"'
    if not node.style and date and _PLAIN_DATE.fullmatch(node.value) and node.value == typed:
        return f'"{node.value}"'
    return typed


def _flow(text: str, node: yaml.Node, record: type[Record] | None, *, date: bool) -> str:
    """Return a list or a mapping on one line: `[a, b]`, `{ a: b }`."""
    start, end = _span(node)
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, text[start:end], date=date)
    if isinstance(node, yaml.SequenceNode):
        return f"[{', '.join(_flow(text, one, record, date=date) for one in node.value)}]"
    pairs = [
        f"{text[slice(*_span(key))]}: "
        + _flow(text, value, _inner(record, key), date=_is_date(record, key))
        for key, value in _sorted(node.value, record)
    ]
    return f"{{ {', '.join(pairs)} }}" if pairs else "{}"


def _sorted(pairs: list[Any], record: type[Record] | None) -> list[Any]:
    if record is None:
        return pairs
    order = key_order(record)
    return sorted(pairs, key=lambda pair: order.get(pair[0].value, len(order)))


# --- order of keys --------------------------------------------------------------------------


def _ordered(text: str, record: type[Record]) -> str:
    """Return the text with the keys of the first record that is out of order moved."""
    root = _compose(text)
    found = next(_out_of_order(root, record), None) if root is not None else None
    if found is None:
        return text
    node, own = found
    return _moved(text, node, own)


def _out_of_order(
    node: yaml.Node, record: type[Record] | None
) -> Iterator[tuple[yaml.MappingNode, type[Record]]]:
    if isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from _out_of_order(one, record)
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        return
    if record is not None and _sorted(node.value, record) != node.value:
        yield node, record
    for key, value in node.value:
        yield from _out_of_order(value, _inner(record, key))


def _moved(text: str, node: yaml.MappingNode, record: type[Record]) -> str:
    """Return the text with the lines of a mapping's entries in order.

    The comments above an entry go with it. Where the mapping is the item of a list, its first line
    has the dash.
    """
    lines = text.split("\n")
    indent = node.start_mark.column
    starts = [key.start_mark.line for key, _ in node.value]
    first = starts[0]
    # The comments above the first key of a file belong to the file, and those above an item to it.
    begins = [first, *(_with_comments(lines, start, indent) for start in starts[1:])]
    end = _end(lines, node)
    chunks = [lines[a:b] for a, b in zip(begins, [*begins[1:], end], strict=True)]
    dash = lines[first][:indent]
    chunks[0] = [" " * indent + lines[first][indent:], *chunks[0][1:]]
    places = key_order(record)
    order = sorted(
        range(len(chunks)), key=lambda at: places.get(node.value[at][0].value, len(places))
    )
    moved = [chunks[at] for at in order]
    head = moved[0]
    at = next(n for n, line in enumerate(head) if not _is_aside(line))
    if dash.strip() and at:
        # Its comments would stand between the dash and the key: they go below the first line.
        head = [head[at], *head[:at], *head[at + 1 :]]
        at = 0
    head[at] = dash + head[at][indent:]
    moved[0] = head
    body = [line for chunk in moved for line in chunk]
    return "\n".join([*lines[:first], *body, *lines[end:]])


def _is_aside(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _with_comments(lines: list[str], start: int, indent: int) -> int:
    """Return the first of the comment lines right above a key, at its own indentation."""
    at = start
    while lines[at - 1].lstrip().startswith("#") and _depth(lines[at - 1]) == indent:
        at -= 1
    return at


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _end(lines: list[str], node: yaml.MappingNode) -> int:
    """Return the line after the last one of a mapping, without what belongs to what follows."""
    end = min(node.end_mark.line + (node.end_mark.column > 0), len(lines))
    last = node.value[-1][1]
    end = min(end, last.end_mark.line + 1) if isinstance(last, yaml.ScalarNode) else end
    while end and _is_aside(lines[end - 1]):
        end -= 1
    return end
