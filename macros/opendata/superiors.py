"""The tables of what organizations belonged to over time: superiors and areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.model.superiors import Superior, Territory, in_order
from macros.opendata.columns import Table, of_field, table
from macros.opendata.shared import CONFLICT, FACT, ORGANIZATION_ID, SOURCE, of_organizations

if TYPE_CHECKING:
    from macros.model.base import Record

_TIMES = (
    of_field("start_date", description="Trống là nguồn không nói."),
    of_field("end_date", description="Trống là nguồn không nói."),
)


def _dated(name: str, title: str, record: type[Record], field: str, column: str) -> Table:
    return table(
        name,
        title,
        record,
        [
            "id",
            ORGANIZATION_ID,
            of_field(column, title="Mã cấp trên" if field == "parents" else "Mã địa bàn"),
            *_TIMES,
            "documents",
            SOURCE,
            "note",
            CONFLICT,
        ],
        lambda archive: of_organizations(
            archive, lambda dossier: in_order(getattr(dossier.organization, field))
        ),
        key=FACT,
    )


SUPERIORS = _dated(
    "superiors", "Cấp trên của các tổ chức qua thời gian", Superior, "parents", "superior_id"
)
TERRITORIES = _dated(
    "territories", "Địa bàn của các tổ chức qua thời gian", Territory, "areas", "area_id"
)
