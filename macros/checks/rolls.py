"""Checks of rolls: nobody stands on one twice, and the days of a row are in order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from macros.dates import certainly_before, say
from macros.messages.problems import Problem
from macros.text.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive
    from macros.model.rolls import Roll, RollRow

_IN_ORDER = ("birth_date", "joined", "death_date")
"""Days of a life; an award may come after it."""


def twice(archive: Archive) -> Iterator[Problem]:
    """Nobody stands on a roll twice: two rows of one name differ in something."""
    for dossier in archive.dossiers.values():
        for roll in dossier.rolls:
            yield from _twice(roll)


def _twice(roll: Roll) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], RollRow] = {}
    for row in roll.rows:
        given = [str(vars(row)[name] or "") for name in type(row).model_fields if name != "cite"]
        key = tuple(fold(one) for one in given)
        first = seen.setdefault(key, row)
        if first is not row:
            yield Problem(
                row.where("name"),
                f"“{row.name}” trùng với dòng {first.where().line}",
                "xóa một dòng; là hai người thì ghi điều phân biệt (năm sinh, quê quán) ở mỗi dòng",
                values=(row.where("name"), first.where("name")),
            )


def days_in_order(archive: Archive) -> Iterator[Problem]:
    """Birth, joining and death follow each other, and nobody is given an award before birth."""
    for dossier in archive.dossiers.values():
        for roll in dossier.rolls:
            for row in roll.rows:
                yield from _out_of_order(row)


def _out_of_order(row: RollRow) -> Iterator[Problem]:
    given = [name for name in _IN_ORDER if vars(row)[name]]
    pairs = [*pairwise(given)]
    if row.birth_date and row.awarded:
        pairs.append(("birth_date", "awarded"))
    for first, second in pairs:
        before, after = vars(row)[first], vars(row)[second]
        if certainly_before(after, before):
            labels = [str(type(row).model_fields[name].title).lower() for name in (first, second)]
            yield Problem(
                row.where(second),
                f"“{row.name}”: {labels[1]} ({say(after)}) trước {labels[0]} ({say(before)})",
                "sửa một trong hai ô",
                values=(row.where(first), row.where(second)),
            )


def named_otherwise(archive: Archive) -> Iterator[Problem]:
    """A row that leads to a person has a name that this person is known by."""
    for dossier in archive.dossiers.values():
        for roll in dossier.rolls:
            for row in roll.rows:
                person = archive.people.get(row.person or "")
                if person and fold(row.name) not in map(fold, person.called):
                    yield Problem(
                        row.where("person"),
                        f"“{row.name}” không phải tên của nhân vật “{row.person}” ({person.name})",
                        "sửa mã nhân vật, hoặc ghi tên ấy vào other_names của nhân vật",
                    )
