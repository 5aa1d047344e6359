"""The order of the rows of a roll, and where each of them stands on its page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from macros.text.vietnamese import person_sort_key, slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.model.rolls import Roll, RollRow

_TYPED = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw"}
"""Letters that are the same without marks, as a keyboard in Telex types them."""


def ordered(roll: Roll) -> list[tuple[int, RollRow]]:
    """Return the rows by given name, each with its place in the table.

    Those of one name stay in the order of the table.
    """
    return sorted(enumerate(roll.rows), key=lambda one: person_sort_key(one[1].name))


def anchor_of(roll: Roll) -> str:
    """Return the anchor of the roll itself.

    Two hyphens, here and below: a heading such as “Danh sách liệt sĩ” or “Liệt sĩ Bùi Văn An” has
    an id of single ones, and may stand on the same page.
    """
    return f"danh-sach--{roll.id}"


def letter_anchor(roll: Roll, letter: str) -> str:
    """Return the anchor of the rows under a letter."""
    return f"{roll.id}--van--{_TYPED.get(letter, letter.lower())}"


def anchors(roll: Roll) -> Mapping[int, str]:
    """Return the anchor of each row by its place in the table.

    It follows from the name, so that it stays when rows are added before; of several who have one
    name, the second has a number.
    """
    seen: Counter[str] = Counter()
    found = {}
    for at, row in enumerate(roll.rows):
        own = f"{roll.id}--{slug(row.name)}"
        seen[own] += 1
        found[at] = own if seen[own] == 1 else f"{own}-{seen[own]}"
    return found
