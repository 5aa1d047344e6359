"""The CSV tables, in the order in which the data package lists them."""

from __future__ import annotations

from macros.opendata.aliases import ALIASES
from macros.opendata.catalogues import (
    ABBREVIATIONS,
    HEADINGS,
    INDICATORS,
    LEFT_OUT,
    NOT_FACTS,
    POSTS,
    SOURCES,
)
from macros.opendata.citations import CITATIONS
from macros.opendata.columns import Table
from macros.opendata.conflicts import CONFLICTS
from macros.opendata.congresses import COMMITTEES, CONGRESSES
from macros.opendata.documents import DOCUMENTS
from macros.opendata.events import EVENTS
from macros.opendata.meetings import CONFERENCES, CONGRESS_SERIES, SESSIONS
from macros.opendata.memberships import MEMBERSHIPS
from macros.opendata.organizations import (
    CHANGES,
    FOUNDINGS,
    HEADQUARTERS,
    NAMES,
    ORGANIZATIONS,
    PARTICIPANTS,
)
from macros.opendata.people import IDENTITIES, LATER, PEOPLE
from macros.opendata.pictures import PICTURES
from macros.opendata.rolls import ROLL_ROWS, ROLLS
from macros.opendata.statements import STATEMENTS
from macros.opendata.statistics import STATISTICS, TARGETS
from macros.opendata.superiors import SUPERIORS, TERRITORIES

TABLES: tuple[Table, ...] = (
    MEMBERSHIPS,
    CONGRESSES,
    CONFERENCES,
    SESSIONS,
    CONGRESS_SERIES,
    COMMITTEES,
    STATISTICS,
    TARGETS,
    DOCUMENTS,
    EVENTS,
    STATEMENTS,
    ROLLS,
    ROLL_ROWS,
    CHANGES,
    PARTICIPANTS,
    CONFLICTS,
    ORGANIZATIONS,
    NAMES,
    FOUNDINGS,
    HEADQUARTERS,
    SUPERIORS,
    TERRITORIES,
    PEOPLE,
    ALIASES,
    IDENTITIES,
    LATER,
    POSTS,
    INDICATORS,
    ABBREVIATIONS,
    CITATIONS,
    SOURCES,
    HEADINGS,
    LEFT_OUT,
    NOT_FACTS,
    PICTURES,
)
