"""Popolo events: congresses, events, and changes of organizations.

Popolo has no class for a change of organizations (W3C ORG's ChangeEvent): it is an event
whose `participants` say who took part on which side.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.archive import Archive, Dossier
from macros.model.base import citations_of
from macros.model.changes import ChangeEvent
from macros.model.codes import CHANGE_KINDS, CONFERENCE_KINDS, EVENT_KINDS
from macros.model.congresses import Conference, Congress, Meeting
from macros.model.events import Event
from macros.opendata.derived import by_id, changes_in_order
from macros.opendata.popolo_fields import JsonObject, Sources, in_edtf, spanned
from macros.rules.congresses import meeting_words, numbered
from macros.rules.names import name_on
from macros.text.vietnamese import capital
from macros.wording.congresses import session_label


def every_event(archive: Archive, sources: Sources) -> list[JsonObject]:
    """Return the congresses and events of each organization, then all changes, by time."""
    found: list[JsonObject] = []
    for dossier in by_id(archive):
        for meeting in dossier.meetings:
            found.append(_meeting(sources, dossier, meeting))
            found.extend(_sessions(sources, dossier, meeting))
        found.extend(_event(archive, sources, dossier, one) for one in dossier.events)
    return [*found, *(_change(sources, one) for one in changes_in_order(archive))]


def _meeting(sources: Sources, dossier: Dossier, one: Meeting) -> JsonObject:
    return {
        "id": f"{dossier.id}/{one.id}",
        "name": _called(dossier, one),
        "description": one.decided,
        "organization_id": dossier.id,
        "location": one.place,
        **spanned(one.days),
        **(_of_congress(one) if isinstance(one, Congress) else _of_conference(one)),
        "delegates": one.delegates,
        **sources.of(citations_of(one)),
    }


def _called(dossier: Dossier, one: Meeting) -> str:
    name = name_on(dossier, one.days)
    if isinstance(one, Congress):
        return f"Đại hội {name} lần thứ {numbered(dossier, one)}"
    return f"{capital(meeting_words(dossier, one))}, {name}"


def _of_congress(one: Congress) -> JsonObject:
    return {
        "classification": "đại hội",
        **in_edtf("term", one.term),
        "ordinal": one.ordinal,
        "series": one.series,
    }


def _of_conference(one: Meeting) -> JsonObject:
    assert isinstance(one, Conference)
    return {"classification": CONFERENCE_KINDS[one.kind], "congress": one.congress}


def _sessions(sources: Sources, dossier: Dossier, meeting: Meeting) -> Iterator[JsonObject]:
    """Yield the sessions of a meeting: Popolo's events within an event."""
    whole = f"{dossier.id}/{meeting.id}"
    for number, one in enumerate(meeting.rounds, start=1):
        yield {
            "id": f"{whole}/{number}",
            "parent_id": whole,
            "name": f"{_called(dossier, meeting)}, {session_label(number)}",
            "description": one.decided,
            "classification": "vòng họp",
            "organization_id": dossier.id,
            "location": one.place,
            **spanned(one.dates),
            **sources.of(citations_of(meeting)),
        }


def _event(archive: Archive, sources: Sources, dossier: Dossier, one: Event) -> JsonObject:
    return {
        "id": f"{dossier.id}/{one.id}",
        "name": one.summary,
        "classification": EVENT_KINDS[one.kind],
        "organization_id": dossier.id,
        "location": one.place,
        "counterpart": one.counterpart,
        **spanned(one.date),
        "date_printed": one.printed,
        "attendees": [
            {"id": person, "name": archive.people[person].name}
            for person in one.people
            if person in archive.people
        ],
        **sources.of(citations_of(one)),
    }


def _change(sources: Sources, one: ChangeEvent) -> JsonObject:
    return {
        "id": f"changes/{one.id}",
        "name": one.summary or capital(CHANGE_KINDS[one.kind]),
        "classification": CHANGE_KINDS[one.kind],
        "kind": one.kind,
        **spanned(one.since),
        **(in_edtf("decided", one.date) if one.effective_date else {}),
        "date_printed": one.printed,
        "participants": [
            {
                "organization_id": part.organization,
                "label": part.label,
                "role": part.role,
                "extent": part.extent,
                "extent_printed": part.printed,
                "members": part.members,
                "units": part.units,
            }
            for part in one.participants
        ],
        "documents": one.documents,
        **sources.of(citations_of(one)),
    }
