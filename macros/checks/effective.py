"""Checks of days of effect: nothing is in force before it was decided, unless that is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.dates import certainly_before, say
from macros.messages.problems import Problem
from macros.model.documents import Document
from macros.wording.effective import DECIDED, ISSUED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.archive import Archive
    from macros.model.changes import ChangeEvent


def in_force_before_decided(archive: Archive) -> Iterator[Problem]:
    """A document or a change with effect from an earlier day has a note, which readers see."""
    records: list[Document | ChangeEvent] = [
        *archive.documents.values(),
        *archive.changes.values(),
    ]
    for one in records:
        day, since = one.date, one.effective_date
        if day and since and certainly_before(since, day) and not one.note:
            done = ISSUED if isinstance(one, Document) else DECIDED
            yield Problem(
                one.where("effective_date"),
                f"có hiệu lực từ {say(since)}, trước khi {done} {say(day)}",
                "sửa một trong hai ngày; nguồn nói hiệu lực trở về trước thì kể ở note",
                values=(one.where("effective_date"), one.where("date")),
            )
