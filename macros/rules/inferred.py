"""Which values of a fact no source states: the editors inferred them, and readers are told so.

An editor says so by `implied: {field: {kind: inferred, why: …}}`, or for the days of a term by
`start_basis` and `end_basis`. A value that a source only words otherwise is not among them. The day
of our calendar for a lunar date is inferred too, and pages say so wherever they show the date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.dates import Edtf
from macros.model.base import Fact, Record
from macros.model.leadership import Membership

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.model.documents import Document

    Marked = Fact | Document

INFERRED = "(suy ra)"
"""The mark of a value in a sentence that no source states."""


def inferred_fields(record: Marked) -> tuple[str, ...]:
    """Return the inferred fields of a record by path: `end_reason`, `participants.extent`."""
    found = [name for name, mark in record.implied.items() if mark.kind == "inferred"]
    if isinstance(record, Membership):
        bases = {"start_date": record.start_basis, "end_date": record.end_basis}
        found += [name for name, basis in bases.items() if basis == "inferred"]
    return tuple(dict.fromkeys(found))


def lunar_dates(record: Record) -> Iterator[tuple[str, Edtf]]:
    """Yield the lunar dates of a record by path, also of its parts that are no facts themselves."""
    for name, value in vars(record).items():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Edtf) and one.lunar:
                yield name, one
            elif isinstance(one, Record) and not isinstance(one, Fact):
                yield from ((f"{name}.{inner}", date) for inner, date in lunar_dates(one))


def fields_within(record: Marked, part: str) -> tuple[str, ...]:
    """Return the inferred fields of the records within a record: `extent` of `participants`."""
    inner = (name.partition(".") for name in inferred_fields(record))
    return tuple(rest for of, _, rest in inner if of == part and rest)


def is_inferred(record: Marked, *fields: str) -> bool:
    """Return whether one of some fields, or of the fields within them, is inferred."""
    return any(name in fields or name.split(".")[0] in fields for name in inferred_fields(record))


def marked(text: str, record: Marked, *fields: str, bracketed: bool = False) -> str:
    """Return a value in words, with the mark if one of its fields is inferred.

    What is `bracketed` already gets the mark without brackets of its own: “(toàn bộ – suy ra)”.
    """
    if not text or not is_inferred(record, *fields):
        return text
    return f"{text} – {INFERRED.strip('()')}" if bracketed else f"{text} {INFERRED}"
