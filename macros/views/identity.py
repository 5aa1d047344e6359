"""The view of what sources say of who a person is: years of life, native place, remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from macros.dates import say
from macros.rules.inferred import marked
from macros.text.vietnamese import capital, keep_together
from macros.views.common import Cite, Page, cites

if TYPE_CHECKING:
    from macros.model.people import Identity


class IdentityRow(NamedTuple):
    """A line of a person's facts: what it is, in words, its passage; a note where there is one."""

    label: str
    text: str
    cites: tuple[Cite, ...]
    note: str


def identity_rows(page: Page, every: Iterable[Identity]) -> tuple[IdentityRow, ...]:
    """Return births, deaths, native places and remarks; what sources say differently side by side.

    The note of an entry stands with its last line.
    """
    rows = [row for one in every for row in _rows(page, one)]
    labels = list(_LABELS.values())
    return tuple(sorted(rows, key=lambda row: labels.index(row.label)))


_LABELS = {"born": "Sinh", "died": "Mất", "origin": "Quê quán", "remark": "Nhận biết"}


def _rows(page: Page, one: Identity) -> Iterator[IdentityRow]:
    said = {
        "born": keep_together(say(one.born)) if one.born else "",
        "died": keep_together(say(one.died)) if one.died else "",
        "origin": one.origin or "",
        "remark": one.remark or "",
    }
    given = [name for name, words in said.items() if words]
    for name in given:
        marks = cites(page, one.cite_for.get(name, one.cite))
        note = one.note or "" if name == given[-1] else ""
        yield IdentityRow(_LABELS[name], marked(capital(said[name]), one, name), marks, note)
