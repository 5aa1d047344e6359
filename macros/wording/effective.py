"""Days of decision and of effect in words: “quyết định ngày …, có hiệu lực từ ngày …”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.dates import say, say_with_day

if TYPE_CHECKING:
    from macros.dates import Edtf
    from macros.model.changes import ChangeEvent
    from macros.model.documents import Document

ISSUED, DECIDED = "ban hành", "quyết định"
"""What was done on the day that is not the day of effect: of a document, of a change."""


def effective_words(day: Edtf | None, before: Edtf | None = None) -> str:
    """Return from when something is in force: “có hiệu lực từ ngày 01/07/2025”; "" for None.

    `before` is the day of the decision, told just before.
    """
    if day is None:
        return ""
    if day == before:
        return "có hiệu lực cùng ngày" if day.kind == "day" else "có hiệu lực cùng lúc"
    said = say_with_day(day)
    # A bounded day has words of its own: “chậm nhất …”, “trong khoảng từ …”.
    begins = "có hiệu lực từ" if day.is_moment else "có hiệu lực"
    return f"{begins} {said}"


def document_days(document: Document) -> str:
    """Return both days of a document within a sentence; "" if neither is known."""
    day, since = document.date, document.effective_date
    parts = [say_with_day(day) if day else "", effective_words(since, day)]
    return ", ".join(filter(None, parts))


def change_days(change: ChangeEvent) -> str:
    """Return both days of a change; "" if neither is known.

    “27/01/1994”, “quyết định ngày 25/06/2025, có hiệu lực từ ngày 01/07/2025”.
    """
    since = change.effective_date
    if since is None:
        return say(change.date) if change.date else ""
    decided = f"{DECIDED} {say_with_day(change.date)}" if change.date else ""
    return ", ".join(filter(None, (decided, effective_words(since, change.date))))
