"""Packed positions say what the obvious way says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.loading.validate import validate
from macros.loading.yaml.nodes import Items, Table, Text
from macros.loading.yaml.strict import parse_yaml
from macros.messages.problems import Position
from macros.model.base import Record
from macros.model.files import ORGANIZATION_FILES
from macros.model.leadership import PostElsewhere
from macros.speed.positions import PlainPositions, pack, unpack
from tests.small_site import CONGRESSES, FILES, LEADERSHIP, ORGANIZATION, STATISTICS

if TYPE_CHECKING:
    from macros.loading.yaml.nodes import Node


@pytest.mark.parametrize("line", [1, 2, 1 << 20, 1 << 30])
@pytest.mark.parametrize("column", [1, 2, 1000, (1 << 21) - 1])
def test_what_is_packed_is_unpacked(line: int, column: int) -> None:
    assert unpack("a.yml", pack(line, column)) == Position("a.yml", line, column)


def plain(node: Node) -> PlainPositions:
    """Return where a record and its fields stand, asked of the nodes that it was read from."""
    fields = (
        {str(key): child.position for key, child in node.items()} if isinstance(node, Table) else {}
    )
    return PlainPositions(node.position, fields)


def pairs(value: object, node: Node) -> list[tuple[Record, Node]]:
    """Return every record within `value` with its node."""
    if isinstance(value, Record):
        assert isinstance(node, Table)
        held = [pair for key, child in node.items() for pair in pairs(vars(value).get(key), child)]
        return [(value, node), *held]
    if isinstance(value, tuple) and isinstance(node, Items):
        return [pair for one, child in zip(value, node, strict=True) for pair in pairs(one, child)]
    return []


def test_a_record_stands_where_its_node_does() -> None:
    checked = 0
    for path in (ORGANIZATION, LEADERSHIP, CONGRESSES, STATISTICS):
        node, _ = parse_yaml(FILES[path].encode(), path)
        assert isinstance(node, Table)
        stem = path.rpartition("/")[2].removesuffix(".yml")
        if stem == "organization":
            node = Table([*node.items()], node.path, node.packed)
            node[Text("id")] = Text("may-thuong", node.path, node.packed)
        record, problems = validate(ORGANIZATION_FILES[stem], node)
        assert problems == []
        for one, child in pairs(record, node):
            obvious = plain(child)
            for name in ["", *type(one).model_fields]:
                assert one.where(name) == obvious.of(name)
                checked += 1
    assert checked > 100


def test_a_record_that_was_read_nowhere() -> None:
    assert PostElsewhere(role="Bí thư").where("role") == PlainPositions().of("role")
