"""The table of statements."""

from __future__ import annotations

from macros.model.statements import SPEAKERS, Speaker, Statement
from macros.opendata.columns import Cell, Column, Entry, columns_of, computed, of_field, table
from macros.opendata.shared import (
    ANSWERED_BY,
    CONFLICT,
    FACT,
    ORGANIZATION_ID,
    SOURCE,
    of_organizations,
)


def _by(way: str) -> Column:
    """Return the column of one way to name who says it."""
    info = Speaker.model_fields[way]

    def value(entry: Entry[Statement]) -> Cell:
        by = entry.record.by
        return vars(by)[way] if by else None

    (column,) = columns_of(Speaker, way)
    help_ = f"Ai nói, nếu không phải chính nguồn: {info.description}"
    return computed(column.partition(".")[2], value, f"Ai nói: {info.title}", help_)


STATEMENTS = table(
    "statements",
    "Nhận định, cách làm, việc đề ra của nguồn",
    Statement,
    [
        "id",
        ORGANIZATION_ID,
        "kind",
        "domain",
        "text",
        *map(_by, SPEAKERS),
        "about_organization_id",
        "period",
        "due",
        "recipient",
        "judges_fact_id",
        "answers_fact_id",
        "answer",
        ANSWERED_BY,
        of_field("documents", description="Mã các văn bản liên quan."),
        SOURCE,
        "note",
        CONFLICT,
    ],
    lambda archive: of_organizations(archive, lambda dossier: dossier.statements),
    key=FACT,
)
