"""The tables of conferences of delegates, of sessions, and of the series of congresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.dates import first_and_last
from macros.model.congresses import Conference, Congress, Series, Session
from macros.opendata.columns import Cell, Entry, computed, of_field, table
from macros.opendata.shared import (
    CONFLICT,
    FACT,
    ORGANIZATION_ID,
    SOURCE,
    of_organizations,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from macros.archive import Archive
    from macros.model.congresses import Meeting


def meeting_day(at: int) -> Callable[[Entry[Meeting]], Cell]:
    """Return a function that reads the first (0) or the last (1) day of a meeting."""
    return lambda entry: first_and_last(entry.record.days)[at]


CONFERENCES = table(
    "conferences",
    "Hội nghị đại biểu",
    Conference,
    [
        "id",
        ORGANIZATION_ID,
        "kind",
        of_field(
            "congress", description="Số thứ tự đại hội mở đầu nhiệm kỳ, như ở congresses.csv."
        ),
        of_field(
            "start_date", meeting_day(0), title="Khai mạc", description="Ngày đầu của hội nghị."
        ),
        of_field("end_date", meeting_day(1), title="Bế mạc", description="Ngày cuối của hội nghị."),
        "place",
        "delegates",
        "theme",
        "decided",
        "documents",
        SOURCE,
        "note",
        CONFLICT,
    ],
    lambda archive: of_organizations(archive, lambda dossier: dossier.conferences),
    key=FACT,
)


def _session_day(at: int) -> Callable[[Entry[Session]], Cell]:
    return lambda entry: first_and_last(entry.record.dates)[at]


def _congress(entry: Entry[Any]) -> Congress:
    assert isinstance(entry.within, Congress)
    return entry.within


def _number(entry: Entry[Session]) -> Cell:
    return next(
        at for at, one in enumerate(_congress(entry).rounds, start=1) if one is entry.record
    )


def _sessions(archive: Archive) -> list[Entry[Session]]:
    congresses = of_organizations(archive, lambda dossier: dossier.congresses)
    return [one.part(session) for one in congresses for session in one.record.sessions]


SESSIONS = table(
    "sessions",
    "Các vòng họp của đại hội",
    Session,
    [
        ORGANIZATION_ID,
        computed(
            "congress_id",
            lambda entry: _congress(entry).id,
            "Mã đại hội",
            "id trong congresses.csv.",
            required=True,
            because="the congress around it",
        ),
        computed(
            "number",
            _number,
            "Vòng",
            "Thứ tự của vòng họp.",
            kind=int,
            required=True,
            because="the order of the list",
        ),
        of_field("start_date", _session_day(0), title="Từ", description="Ngày đầu của vòng họp."),
        of_field("end_date", _session_day(1), title="Đến", description="Ngày cuối của vòng họp."),
        "place",
        "decided",
    ],
    _sessions,
    key=("organization_id", "congress_id", "number"),
)

CONGRESS_SERIES = table(
    "congress_series",
    "Các loạt đại hội đếm lại từ I",
    Series,
    ["id", ORGANIZATION_ID, "label"],
    lambda archive: of_organizations(archive, lambda dossier: dossier.series),
    key=FACT,
)
