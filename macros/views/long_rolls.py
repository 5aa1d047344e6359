"""The view of a roll of hundreds: its rows by given name, in groups by initial."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from macros.dates import Edtf
from macros.model.codes import ROLL_KINDS
from macros.model.rolls import DATES, RollRow
from macros.rules.rolls import anchor_of, anchors, letter_anchor, ordered
from macros.text.numbers import say_number
from macros.text.vietnamese import initial
from macros.views.common import Cite, Link, Page, When, cites, person_link, when
from macros.views.statistics import conflict_mark
from macros.wording.inferred import inferred_words

if TYPE_CHECKING:
    from macros.archive import Dossier
    from macros.model.rolls import Roll

_SHOWN = ("birth_date", "home", "unit", "rank", "joined", "death_date", "place", "awarded", "told")
"""The columns after the name, in their order; those without a value are left out."""

_LONG = ("home", "unit", "place", "told")


@dataclass(frozen=True)
class RollCell:
    """A cell of a roll: a time, or words."""

    time: When | None
    words: str


@dataclass(frozen=True)
class RollHead:
    """The heading of a column; a `long` one holds phrases and needs room."""

    text: str
    long: bool


@dataclass(frozen=True)
class RollLine:
    """Somebody on a roll; `cites` are those of the row alone."""

    anchor: str
    number: int
    name: Link
    cells: tuple[RollCell, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class RollGroup:
    """The rows whose given names begin with one letter."""

    letter: str
    anchor: str
    lines: tuple[RollLine, ...]


@dataclass(frozen=True)
class RollView:
    """A roll as a table; `heads` are the headings after number and name."""

    anchor: str
    title: str
    count: str
    heads: tuple[RollHead, ...]
    groups: tuple[RollGroup, ...]
    note: str
    cites: tuple[Cite, ...]
    conflict: Link | None


def roll_view(page: Page, dossier: Dossier, roll: Roll) -> RollView:
    """Return a roll with its rows by given name, in the order of the Vietnamese alphabet."""
    shown = [name for name in _SHOWN if any(vars(one)[name] for one in roll.rows)]
    of_row = anchors(roll)
    groups: list[RollGroup] = []
    number = 0
    for letter, rows in groupby(ordered(roll), key=lambda one: initial(one[1].name)):
        lines = []
        for at, row in rows:
            number += 1
            lines.append(_line(page, row, number, of_row[at], shown))
        groups.append(RollGroup(letter, letter_anchor(roll, letter), tuple(lines)))
    return RollView(
        anchor=anchor_of(roll),
        title=roll.title,
        count=f"{say_number(len(roll.rows))} người",
        heads=tuple(_head(roll, name) for name in shown),
        groups=tuple(groups),
        note=roll.note or "",
        cites=cites(page, roll.cite, inferred_words(roll)),
        conflict=conflict_mark(page, dossier, roll.id),
    )


def _head(roll: Roll, name: str) -> RollHead:
    if name == "death_date":
        return RollHead(ROLL_KINDS.entry(roll.kind).died, long=False)
    return RollHead(str(RollRow.model_fields[name].title), long=name in _LONG)


def _line(page: Page, row: RollRow, number: int, anchor: str, shown: list[str]) -> RollLine:
    # Names may break here: the longest of hundreds would take the room of all other columns.
    name = person_link(page, row.person) if row.person else Link(row.name)
    cells = tuple(_cell(vars(row)[one], dated=one in DATES) for one in shown)
    return RollLine(anchor, number, name, cells, cites(page, row.cite) if row.cite else ())


def _cell(value: Edtf | str | None, *, dated: bool) -> RollCell:
    if dated and isinstance(value, Edtf):
        return RollCell(when(value, style="short"), "")
    return RollCell(None, str(value or ""))
