"""Reads the CSV tables back into the values of records, by what the data package says of them."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, get_args

from macros.archive import Archive
from macros.dates import Edtf, parse_edtf
from macros.model.base import Record
from macros.model.contract import Not, Parts, contract_of
from macros.opendata.columns import Entry, Table
from macros.opendata.tables import TABLES
from macros.opendata.write import open_data

Row = Mapping[str, str]

_FORMULA = re.compile(r"'+(?:[=@\t]|[+-](?![0-9][0-9.,]*%?$))")


def text_of(cell: str) -> str:
    """Return the text of a cell, without the apostrophe that keeps spreadsheets from running it."""
    return cell[1:] if _FORMULA.match(cell) else cell


def items_of(cell: str) -> tuple[str, ...]:
    """Return the items of a list."""
    text = text_of(cell)
    return tuple(one.replace("；", ";") for one in text.split("; ")) if text else ()


@dataclass(frozen=True)
class Read:
    """A record and the row that it became."""

    table: Table
    record: Record
    row: Row
    lunar: Mapping[str, str]


def read_back(archive: Archive) -> Iterator[Read]:
    """Yield every record that has a row, with that row as it stands in the file."""
    files = open_data(archive, site_url=None)
    for table in TABLES:
        text = files[f"{table.name}.csv"].decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        entries: list[Entry[Any]] = list(table.entries(archive))
        assert len(rows) == len(entries)
        for entry, row in zip(entries, rows, strict=True):
            told = (one.partition("=") for one in items_of(row.get("lunar", "")))
            yield Read(table, entry.record, row, {name: day for name, _, day in told})


def columns_of(read: Read, name: str) -> list[str]:
    """Return the columns of the row that a field of the record names."""
    published = contract_of(type(read.record).model_fields[name]).published
    if isinstance(published, Not):
        return []
    found = []
    for one in published:
        table, _, column = one.partition(".")
        if table in (read.table.name, "*"):
            found.append(read.table.key[-1] if one == "*.id" else column)
    return [one for one in found if one in read.row]


def value_of(read: Read, name: str) -> Any:
    """Return the value of a field as its row says it."""
    cells = [read.row[one] for one in columns_of(read, name)]
    if name in read.lunar:
        return parse_edtf(read.lunar[name])
    kind = _kind(type(read.record).model_fields[name].annotation)
    if kind is Edtf and len(cells) > 1:
        return _span(*cells)
    return _typed(cells[0], kind)


def _span(first: str, last: str) -> Edtf | None:
    if first == last:
        return parse_edtf(first) if first else None
    return parse_edtf(f"{first}/{last}")


def _typed(cell: str, kind: Any) -> Any:
    if kind is tuple:
        return items_of(cell)
    if not cell:
        return None
    if kind is Edtf:
        return parse_edtf(cell)
    if kind is bool:
        return cell == "true"
    return kind(cell) if kind in (int, Decimal) else text_of(cell)


def _kind(annotation: Any) -> Any:
    """Return the type of a field without its validators and without None."""
    while get_args(annotation) and annotation is not tuple:
        if getattr(annotation, "__origin__", None) is tuple:
            return tuple
        inner = [one for one in get_args(annotation) if one is not type(None)]
        annotation = inner[0]
    return annotation


def citations_in(archive: Archive) -> Mapping[tuple[str, str, str], tuple[str, ...]]:
    """Return what each field of each fact cites, by (whose it is, id, field)."""
    text = open_data(archive, site_url=None)["citations.csv"].decode("utf-8-sig")
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in csv.DictReader(io.StringIO(text, newline="")):
        found[row["of"], row["id"], row["field"]].append(row["citation"])
    return {key: tuple(cited) for key, cited in found.items()}


def plain_fields(record: type[Record]) -> list[str]:
    """Return the fields of a record that have a column of their own."""
    return [
        name
        for name, info in record.model_fields.items()
        if not isinstance(contract_of(info).published, Not)
        and not isinstance(contract_of(info).held, Parts)
    ]
