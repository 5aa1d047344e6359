"""Popolo events: congresses, events, and changes of organizations.

Popolo has no class for a change of organizations (W3C ORG's ChangeEvent): it is an event
whose `participants` say who took part on which side.
"""

from __future__ import annotations

from macros.archive import Archive, Dossier
from macros.dates import order_key
from macros.model.base import citations_of
from macros.model.changes import ChangeEvent
from macros.model.codes import CHANGE_KINDS, EVENT_KINDS
from macros.model.congresses import Congress
from macros.model.events import Event
from macros.opendata.derived import by_id
from macros.opendata.popolo_fields import Entry, Sources, in_edtf, spanned
from macros.rules.names import name_on
from macros.text.vietnamese import capital


def every_event(archive: Archive, sources: Sources) -> list[Entry]:
    """Return the congresses and events of each organization, then all changes, by time."""
    found: list[Entry] = []
    for dossier in by_id(archive):
        found.extend(_congress(sources, dossier, one) for one in dossier.congresses)
        found.extend(_event(archive, sources, dossier, one) for one in dossier.events)
    ordered = sorted(archive.changes.values(), key=lambda one: (order_key(one.since), one.id))
    return [*found, *(_change(sources, one) for one in ordered)]


def _congress(sources: Sources, dossier: Dossier, one: Congress) -> Entry:
    name = name_on(dossier, one.dates)
    return {
        "id": f"{dossier.id}/{one.id}",
        "name": f"Đại hội {name} lần thứ {one.ordinal}",
        "classification": "đại hội",
        "organization_id": dossier.id,
        **spanned(one.dates),
        **in_edtf("term", one.term),
        "ordinal": one.ordinal,
        "delegates": one.delegates,
        **sources.of(citations_of(one)),
    }


def _event(archive: Archive, sources: Sources, dossier: Dossier, one: Event) -> Entry:
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


def _change(sources: Sources, one: ChangeEvent) -> Entry:
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
