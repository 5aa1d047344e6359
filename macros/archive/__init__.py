"""The archive: all records of data/ under their ids, with what can be derived from them."""

from macros.archive.archive import FORMER_UNIT, Archive, membership_order
from macros.archive.dossier import Dossier
from macros.archive.owners import CHANGES, PICTURES, is_person, owner_of, split_reference

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
