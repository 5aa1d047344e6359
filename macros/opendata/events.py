"""The table of events."""

from __future__ import annotations

from macros.model.codes import EVENT_KINDS
from macros.model.events import Event
from macros.opendata.columns import of_field, table
from macros.opendata.shared import (
    ANSWERED_BY,
    CONFLICT,
    FACT,
    ORGANIZATION_ID,
    SOURCE,
    of_organizations,
)

EVENTS = table(
    "events",
    "Sự kiện",
    Event,
    [
        "id",
        ORGANIZATION_ID,
        "date",
        "summary",
        SOURCE,
        "printed",
        "place",
        of_field("people", description="Mã các nhân vật được nêu tên."),
        of_field("documents", description="Mã các văn bản liên quan."),
        "note",
        CONFLICT,
        of_field("kind", description=f"{EVENT_KINDS.words}."),
        "counterpart",
        ANSWERED_BY,
    ],
    lambda archive: of_organizations(archive, lambda dossier: dossier.events),
    key=FACT,
)
