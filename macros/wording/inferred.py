"""The mark of values that no source states, for a cell: “suy ra cách lập, số ủy viên”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.records import records_in
from macros.rules.inferred import inferred_fields
from macros.text.vietnamese import keep_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.model.base import Record
    from macros.rules.inferred import Marked

_NAMED = {
    "start_date": "ngày bắt đầu",
    "end_date": "ngày kết thúc",
    "effective_date": "ngày có hiệu lực",
}
"""Names of fields whose labels (“Từ”) mean nothing by themselves."""


def inferred_words(record: Marked, *shown: str, besides: Iterable[str] = ()) -> str:
    """Return which values of a record are inferred: “suy ra cách lập, số ủy viên”; "" for none.

    With `shown`, only those of these fields; those of `besides` are marked elsewhere.
    """
    return words_of(
        label_of(type(record), name)
        for name in inferred_fields(record)
        if (not shown or name in shown or name.split(".")[0] in shown) and name not in besides
    )


def words_of(labels: Iterable[str]) -> str:
    """Return the mark for values with these labels, "" for none."""
    named = ", ".join(dict.fromkeys(labels))
    return keep_together(f"suy ra {named}") if named else ""


def label_of(kind: type[Record], path: str) -> str:
    """Return what readers call a field: “cách lập”, for `participants.extent` “phạm vi”."""
    name, _, inner = path.partition(".")
    info = kind.model_fields.get(name)
    if inner and info is not None:
        found = next(
            (one for one in records_in(info.annotation) if inner in one.model_fields), None
        )
        return label_of(found, inner) if found else path
    title = str(info.title) if info else path
    return _NAMED.get(name, title[:1].lower() + title[1:])
