"""In which order the keys of a record are written."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args

from macros.dates import Edtf
from macros.model.base import Record
from macros.model.conflicts import Claim
from macros.model.congresses import Congress
from macros.model.leadership import Membership
from macros.model.organization import Name, Organization

if TYPE_CHECKING:
    from collections.abc import Mapping

_LAST = ("implied", "cite", "cite_for", "note")
"""What says how a fact is known stands after what it says."""
_FIRST: Mapping[type[Record], tuple[str, ...]] = {
    Organization: (
        "kind", "classification", "short_name", "other_names", "area", "parent", "listed", "order",
        "summary", "names", "founding", "dissolution",
    ),
    Name: ("id", "applies_to"),
    Claim: ("fact", "statement", "cite"),
    Congress: ("id", "ordinal", "term"),
    Membership: (
        "id", "person", "unnamed", "post", "capacity", "shared", "start_date", "start_basis",
        "end_date", "end_basis", "end_cite", "end_reason", "attested", "printed", "congress",
        "congress_term",
    ),
}  # fmt: skip
"""Where those who write a record begin with other fields than its model does."""


@lru_cache(maxsize=256)
def key_order(record: type[Record]) -> Mapping[str, int]:
    """Return the place of each key of a record."""
    names = list(record.model_fields)
    first = [name for name in _FIRST.get(record, ("id",)) if name in names]
    lists = [name for name in names if _is_list_of_parts(record, name) and "cite" in names]
    last = [name for name in _LAST if name in names and name not in first]
    middle = [name for name in names if name not in {*first, *last, *lists}]
    inner = [name for name in lists if name not in first]
    order = [*first, *middle, *last, *inner] if _ends(record) else [*first, *middle, *inner, *last]
    return {name: place for place, name in enumerate(order)}


def _ends(record: type[Record]) -> bool:
    """Return whether a record holds a list of others with citations of their own: it is last."""
    return any(
        (part := record_in(field.annotation)) is not None and "cite" in part.model_fields
        for name, field in record.model_fields.items()
        if _is_list_of_parts(record, name)
    )


def _is_list_of_parts(record: type[Record], name: str) -> bool:
    annotation: Any = record.model_fields[name].annotation
    return getattr(annotation, "__origin__", None) is tuple and record_in(annotation) is not None


def record_in(annotation: Any) -> type[Record] | None:
    """Return the record that a field holds, one or several; None for a plain value."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    found = (record_in(one) for one in get_args(annotation))
    return next((one for one in found if one is not None), None)


def is_date(record: type[Record], name: str) -> bool:
    """Return whether a field is a date, which is written in quotation marks."""
    field = record.model_fields.get(name)
    return field is not None and _holds_dates(field.annotation)


def _holds_dates(annotation: Any) -> bool:
    return annotation is Edtf or any(map(_holds_dates, get_args(annotation)))


@lru_cache(maxsize=256)
def date_fields(record: type[Record]) -> frozenset[str]:
    """Return the names of the fields of a record, and of those within it, that are dates."""
    found = {name for name in record.model_fields if is_date(record, name)}
    for field in record.model_fields.values():
        inner = record_in(field.annotation)
        if inner is not None and inner is not record:
            found |= date_fields(inner)
    return frozenset(found)
