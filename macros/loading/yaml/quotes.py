"""Quotation marks of print in a list: for YAML, a comma between them divides the item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.loading.yaml.nodes import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.loading.yaml.nodes import Node

_OPENING, _CLOSING = "“„«", "”“»"


def meant_items(items: Sequence[Node]) -> list[Text] | None:
    """Return the items of `[“a, b”, c]` as they were meant; None if there are no such marks."""
    if not any(item[:1] in _OPENING for item in items if isinstance(item, Text) and item):
        return None
    meant: list[Text] = []
    held: list[Text] = []
    found = False
    for item in items:
        if not isinstance(item, Text) or item.quoted or not item:
            return None
        if held or item[0] in _OPENING:
            held.append(item)
        else:
            meant.append(item)
            continue
        inner = ", ".join(held)[1:]
        if inner and inner[-1] in _CLOSING:
            if any(mark in inner[:-1] for mark in _OPENING):
                return None  # marks within a title, which only begins and ends with them
            meant.append(Text(inner[:-1], held[0].path, held[0].packed))
            held, found = [], True
    return meant if found and not held else None
