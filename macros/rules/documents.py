"""Documents that share a kind and a symbol, because numbers begin again with every term."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.archive import Archive
    from macros.model.documents import Document


def alike(archive: Archive) -> Mapping[str, tuple[Document, ...]]:
    """Return, for each document (id) with others of its kind and symbol, all of them."""
    # Cached, because every link to a document asks for it.
    found: dict[str, tuple[Document, ...]] | None = archive.memo.get("alike")
    if found is None:
        by_symbol: dict[tuple[str, str], list[Document]] = defaultdict(list)
        for one in archive.documents.values():
            if one.symbol:
                by_symbol[one.kind, one.symbol.casefold()].append(one)
        found = archive.memo["alike"] = {
            one.id: same for same in map(tuple, by_symbol.values()) if len(same) > 1 for one in same
        }
    return found


def apart(archive: Archive, document: Document, *, dated: bool = True) -> str:
    """Return what tells a document from others with its symbol; "" if there are none.

    That is its term, else its subject, else its issuer. With `dated`, its day is shown as well, so
    that a document with a day needs nothing else.
    """
    if document.id not in alike(archive) or (dated and document.date):
        return ""
    return document.term or document.subject or archive.issuer_of[document.id].name
