"""The rolls of a project: each is shown by a chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.catalogue.rolls import roll
from macros.messages.problems import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.archive import Archive
    from macros.chapter import Chapter, Inspection


def unshown(archive: Archive, inspected: Iterable[tuple[Chapter, Inspection]]) -> Iterator[Problem]:
    """Yield a note for each roll that no chapter shows: its names are on no page and in no book.

    No note while a chapter has mistakes: that chapter may show the roll.
    """
    chapters = [one for _, one in inspected]
    if any(one.problems for one in chapters):
        return
    shown = {
        (call.organization, call.arguments.get("roll"))
        for one in chapters
        for call in one.calls
        if call.macro.name == roll.__name__
    }
    for organization, dossier in archive.dossiers.items():
        for one in dossier.rolls:
            if (organization, one.id) not in shown:
                message = f"chưa chương nào chèn danh sách “{one.id}”, nên không ai đọc được"
                remedy = f'chèn {{{{ roll("{one.id}") }}}} vào một chương của “{organization}”'
                yield Problem(one.where(), message, remedy, Severity.NOTE)
