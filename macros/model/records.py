"""All kinds of records: those that the files of data/ hold, and the records within them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from macros.model.base import Record
from macros.model.files import CATALOGUES, FOLDER_FILES, ORGANIZATION_FILES


def every_record() -> tuple[type[Record], ...]:
    """Return all records, each before those within it."""
    found: dict[type[Record], None] = {}
    files = (*ORGANIZATION_FILES.values(), *FOLDER_FILES.values(), *CATALOGUES.values())
    for record in files:
        _collect(record, found)
    return tuple(found)


def _collect(record: type[Record], found: dict[type[Record], None]) -> None:
    if record in found:
        return
    found[record] = None
    for info in record.model_fields.values():
        for inner in records_in(info.annotation):
            _collect(inner, found)


def records_in(annotation: Any) -> Iterator[type[Record]]:
    """Yield the records that a type annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from records_in(part)
