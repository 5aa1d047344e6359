"""The archive: all records of data/ under their ids, with what can be derived from them."""

from macros.archive.archive import (
    CHANGES,
    FORMER_UNIT,
    PICTURES,
    Archive,
    is_person,
    membership_order,
    owner_of,
    split_reference,
)
from macros.archive.dossier import Dossier

__all__ = [
    "CHANGES",
    "FORMER_UNIT",
    "PICTURES",
    "Archive",
    "Dossier",
    "is_person",
    "membership_order",
    "owner_of",
    "split_reference",
]
