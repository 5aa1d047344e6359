"""The positions of a million values in as little memory as possible.

Line and column are packed into one number, and a record stores those of its fields directly in
pydantic's private attributes: the data of 50 organizations takes 102 MB instead of 119. All checks
ask records for positions. :class:`PlainPositions` does the same in the obvious way, and a test
compares the two.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from macros.messages.problems import Position

if TYPE_CHECKING:
    from pydantic import BaseModel

PackedPosition: TypeAlias = int
"""A line and a column in one number."""

FieldPositions: TypeAlias = "tuple[str, dict[str, PackedPosition]]"
"""The positions of a record: the path of its file, and that of each field; "" is its own."""

# A line cannot be longer than a file, which is limited by `strict.MAX_BYTES`.
_COLUMN_BITS = 21
_NAME = "_positions"
# Replaces pydantic's set of given fields, which is never used and takes as much memory as they do.
_UNASKED: set[str] = set()


def pack(line: int, column: int) -> PackedPosition:
    """Return line and column, which count from 1, in one number."""
    return line << _COLUMN_BITS | column


def unpack(path: str, packed: PackedPosition) -> Position:
    """Return the position in the file `path` that `packed` stands for."""
    return Position(path, packed >> _COLUMN_BITS, packed & (1 << _COLUMN_BITS) - 1)


_NOWHERE: FieldPositions = ("?", {"": pack(1, 1)})


def put_positions(record: BaseModel, positions: FieldPositions) -> None:
    """Store the positions of a record; it must declare the private attribute `_positions`."""
    private: Any = record.__pydantic_private__
    private[_NAME] = positions
    object.__setattr__(record, "__pydantic_fields_set__", _UNASKED)


def position_of(record: BaseModel, name: str) -> Position:
    """Return the position of the field `name`; of the record itself for "" or a missing field.

    “name.2” is the third item of the list `name`; an item without a position has its list's.
    """
    # Direct access, because pydantic's own access to private attributes is slow.
    path, positions = (record.__pydantic_private__ or {}).get(_NAME, _NOWHERE)
    packed = positions.get(name) or positions.get(name.partition(".")[0]) or positions[""]
    return unpack(path, packed)


@dataclass
class PlainPositions:
    """The plain twin: the position of a record and of each of its fields."""

    own: Position = field(default_factory=lambda: Position("?"))
    fields: dict[str, Position] = field(default_factory=dict)

    def of(self, name: str) -> Position:
        """Return what `position_of` returns."""
        return self.fields.get(name) or self.fields.get(name.partition(".")[0], self.own)
