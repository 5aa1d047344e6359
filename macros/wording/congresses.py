"""When congresses and conferences met, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.dates import say

if TYPE_CHECKING:
    from macros.model.congresses import Meeting


def session_label(number: int) -> str:
    """Return what the session with this number is called within a sentence: “vòng 1”."""
    return f"vòng {number}"


def when_met(meeting: Meeting) -> str:
    """Return when a meeting was: “09/02/1996”, “vòng 1: tháng 3/1948; vòng 2: 05/06/1948”."""
    if not meeting.rounds:
        return say(meeting.dates) if meeting.dates else ""
    return "; ".join(
        f"{session_label(number)}: {say(one.dates) if one.dates else 'không rõ ngày'}"
        for number, one in enumerate(meeting.rounds, start=1)
    )
