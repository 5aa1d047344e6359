"""The table of pictures."""

from __future__ import annotations

from macros.archive import Archive
from macros.dates import order_key
from macros.model.picture_codes import LICENCES
from macros.model.pictures import Picture
from macros.opendata.columns import Cell, Entry, of_field, table
from macros.opendata.shared import SOURCE


def _in_order(archive: Archive) -> list[Entry[Picture]]:
    """Return every picture, by date."""
    found = sorted(archive.pictures.values(), key=lambda one: (order_key(one.date), one.id))
    return [Entry(archive, one) for one in found]


def _people(entry: Entry[Picture]) -> Cell:
    return tuple(one.person or one.unnamed or "" for one in entry.record.people)


PICTURES = table(
    "pictures",
    "Ảnh",
    Picture,
    [
        "id",
        "kind",
        "caption",
        "date",
        "place",
        of_field(
            "people",
            _people,
            description="Mã nhân vật, từ trái sang phải; người không rõ tên ghi bằng lời.",
        ),
        of_field("organizations", description="Mã các tổ chức mà ảnh nói về."),
        of_field("shows", description="Mã đại hội, sự kiện mà ảnh ghi lại: mã-tổ-chức/mã."),
        SOURCE,
        "author",
        "holder",
        of_field("licence", description=f"{LICENCES.words}."),
        "rights",
        "alt",
        "publish_original",
        "doubt",
        "note",
    ],
    _in_order,
    key=("id",),
)
