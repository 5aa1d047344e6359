"""The values of a record that its contract requires to be compared with sources (held fields)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.model.base import Fact, Record
from macros.model.contract import Holding, Not, Parts, contract_of

if TYPE_CHECKING:
    from collections.abc import Iterator


class HeldField(NamedTuple):
    """A value of a record and how it is held against its source.

    The value is in the field `name` of `record`. `within` is the field of the fact that contains
    the record, or `name` if the record is the fact itself.
    """

    record: Record
    name: str
    within: str
    held: Holding
    value: Any

    @property
    def path(self) -> str:
        """The field as an editor names it in `implied`: `manner`, `participants.extent`."""
        return self.name if self.within == self.name else f"{self.within}.{self.name}"

    @property
    def key(self) -> str:
        """The name of the field among all records: `Membership.manner`."""
        return f"{type(self.record).__name__}.{self.name}"


def held_fields(record: Record, within: str = "") -> Iterator[HeldField]:
    """Yield the values of a record that are held, including those of its parts.

    Fields that are left out and empty lists are skipped.
    """
    for name, held in _holdings(type(record)):
        value = getattr(record, name)
        if value is None or value == ():
            continue
        if isinstance(held, Parts):
            for part in value if isinstance(value, tuple) else (value,):
                # A row of a table is a fact of its own.
                if isinstance(part, Record) and not isinstance(part, Fact):
                    yield from held_fields(part, within or name)
        else:
            yield HeldField(record, name, within or name, held, value)


@cache
def _holdings(kind: type[Record]) -> tuple[tuple[str, Holding], ...]:
    found = []
    for name, info in kind.model_fields.items():
        if info.json_schema_extra is None:
            continue
        held = contract_of(info).held
        if not isinstance(held, Not):
            found.append((name, held))
    return tuple(found)
