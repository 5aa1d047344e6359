"""A copy of the records of a site in which every value of one field is another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from macros.archive import Archive
from macros.archive.complete import complete
from macros.dates import Edtf, parse_edtf
from macros.loading.tree import Records
from macros.model.base import Record
from macros.model.citations import Citation
from macros.model.closed_list import closed_list_of
from macros.model.contract import Not, contract_of
from macros.text.vietnamese import parse_roman, roman

LAST_ORDER = 10_000


@dataclass(frozen=True)
class Field:
    """A field of a record."""

    record: type[Record]
    name: str

    def __str__(self) -> str:
        return f"{self.record.__name__}.{self.name}"

    @property
    def info(self) -> Any:
        """What pydantic knows of it."""
        return self.record.model_fields[self.name]


def values(records: Records, field: Field) -> Iterator[Any]:
    """Yield the values of a field that the records give."""
    for one in every(records):
        if type(one) is field.record and given(one, field):
            yield getattr(one, field.name)


def every(records: Records) -> Iterator[Record]:
    """Yield every record, those within others included."""
    yield from _every_in(_roots(records))


def changed(records: Records, field: Field) -> Archive:
    """Return the archive of the records with every value of the field changed."""
    known = _Known.of(records)

    def another(record: Record) -> Record:
        if type(record) is not field.record or not given(record, field):
            return record
        value = _another(getattr(record, field.name), field, known)
        return record.model_copy(update={field.name: value})

    return complete(rebuilt(records, another))


def rebuilt(records: Records, another: Callable[[Record], Record]) -> Records:
    """Return the records with each, those within others included, as `another` returns it."""

    def copy(found: Any) -> Any:
        return _rebuilt(found, another)

    return Records(
        catalogues={name: copy(one) for name, one in records.catalogues.items()},
        files={
            folder: {name: copy(one) for name, one in found.items()}
            for folder, found in records.files.items()
        },
        organizations={
            owner: {name: copy(one) for name, one in found.items()}
            for owner, found in records.organizations.items()
        },
    )


def given(record: Record, field: Field) -> bool:
    """Return whether a record gives the field a value."""
    return getattr(record, field.name) not in (None, (), {})


def _roots(records: Records) -> Iterator[Record]:
    yield from records.catalogues.values()
    for found in (*records.files.values(), *records.organizations.values()):
        yield from found.values()


def _every_in(found: Any) -> Iterator[Record]:
    for one in found:
        if isinstance(one, Record):
            yield one
            yield from _every_in(vars(one).values())
        elif isinstance(one, tuple) and not isinstance(one, Citation):
            yield from _every_in(one)
        elif isinstance(one, dict):
            yield from _every_in(one.values())


@dataclass(frozen=True)
class _Known:
    """Ids that a reference may name, by kind."""

    kinds: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, records: Records) -> _Known:
        """Return the ids of what stands in catalogues, in folders and in organizations."""
        by_type: dict[str, list[str]] = {}
        for one in every(records):
            if identifier := getattr(one, "id", None):
                by_type.setdefault(type(one).__name__, []).append(identifier)
        return cls(tuple(tuple(dict.fromkeys(ids)) for ids in by_type.values()))

    def other(self, identifier: str) -> str:
        """Return another id of the same kind, or a made one."""
        for ids in self.kinds:
            if identifier in ids and len(ids) > 1:
                return ids[(ids.index(identifier) + 1) % len(ids)]
        return f"{identifier}-khac"


def _rebuilt(found: Any, another: Callable[[Record], Record]) -> Any:
    if isinstance(found, tuple) and not isinstance(found, Citation):
        return tuple(_rebuilt(one, another) for one in found)
    if isinstance(found, dict):
        return {key: _rebuilt(one, another) for key, one in found.items()}
    if not isinstance(found, Record):
        return found
    update = {name: _rebuilt(value, another) for name, value in vars(found).items()}
    return another(found.model_copy(update=update))


def _another(value: Any, field: Field, known: _Known) -> Any:
    codes = closed_list_of(field.info)
    contract = contract_of(field.info)
    if codes and not isinstance(value, tuple):
        rest = [code for code in codes if code != value]
        return rest[0]
    if codes:
        return tuple(next(code for code in codes if code not in value) for _ in value)
    if _is_link(field) and isinstance(contract.held, Not) and field.info.default is None:
        return None
    return _of_type(value, field, known)


def _is_link(field: Field) -> bool:
    """Return whether a field holds ids; other than `id` itself, they name other records."""
    owner = next(one for one in field.record.__mro__ if field.name in one.__annotations__)
    return bool(re.match(r"(Id|Ids|FactReference)\b", owner.__annotations__[field.name]))


def _of_type(value: Any, field: Field, known: _Known) -> Any:
    match value:
        case bool():
            return not value
        case Decimal() | int():
            return LAST_ORDER - value if field.name == "order" else value + 1
        case Edtf():
            return parse_edtf(re.sub(r"\d{4}", lambda year: str(int(year[0]) + 1), value.text))
        case Citation():
            return Citation(value.source, value.unit, value.first + 20, value.last + 20)
        case str() if _is_link(field):
            return known.other(value)
        case str() if re.fullmatch(r"[0-9-]+", value):
            return re.sub(r"[0-9]+", lambda number: str(int(number[0]) + 1), value)
        case str() if re.fullmatch(r"[IVX]+", value):
            return roman(parse_roman(value) + 1)
        case str():
            return f"{value} khác"
        case tuple():
            return tuple(_of_type(one, field, known) for one in value)
        case Mapping():
            return {name: _of_type(one, field, known) for name, one in value.items()}
    raise TypeError(f"{field}: no other value for {value!r}")
