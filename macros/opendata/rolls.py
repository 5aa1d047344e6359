"""The tables of rolls, and of their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.rolls import Roll, RollRow
from macros.opendata.columns import Cell, Entry, computed, of_field, table
from macros.opendata.links import citation_text
from macros.opendata.shared import (
    CONFLICT,
    FACT,
    ORGANIZATION_ID,
    SOURCE,
    SOURCE_HELP,
    of_organizations,
)

if TYPE_CHECKING:
    from macros.archive import Archive

ROLLS = table(
    "rolls",
    "Danh sách",
    Roll,
    ["id", ORGANIZATION_ID, "kind", "title", "documents", SOURCE, "note", CONFLICT],
    lambda archive: of_organizations(archive, lambda dossier: dossier.rolls),
    key=FACT,
)


def _roll(entry: Entry[RollRow]) -> Roll:
    assert isinstance(entry.within, Roll)
    return entry.within


def _number(entry: Entry[RollRow]) -> Cell:
    return next(at for at, one in enumerate(_roll(entry).rows, start=1) if one is entry.record)


def _source(entry: Entry[RollRow]) -> Cell:
    return citation_text(entry.record.cite or _roll(entry).cite)


def _rows(archive: Archive) -> list[Entry[RollRow]]:
    rolls = of_organizations(archive, lambda dossier: dossier.rolls)
    return [one.part(row) for one in rolls for row in one.record.rows]


ROLL_ROWS = table(
    "roll_rows",
    "Những người trong các danh sách",
    RollRow,
    [
        ORGANIZATION_ID,
        computed(
            "roll_id",
            lambda entry: _roll(entry).id,
            "Mã danh sách",
            "id trong rolls.csv.",
            required=True,
            because="the roll around it",
        ),
        computed(
            "number",
            _number,
            "Thứ tự",
            "Thứ tự trong bảng.",
            kind=int,
            required=True,
            because="the order of the table",
        ),
        "name",
        of_field("person_id", title="Mã nhân vật"),
        "birth_date",
        "home",
        "unit",
        "rank",
        "joined",
        "death_date",
        "place",
        "awarded",
        "told",
        of_field("source", _source, title="Nguồn", description=SOURCE_HELP, kind=str),
    ],
    _rows,
    key=("organization_id", "roll_id", "number"),
)
