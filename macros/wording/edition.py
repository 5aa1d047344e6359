"""The state of a printed volume in words, and the decision behind it."""

from __future__ import annotations

from macros.archive import Archive
from macros.dates import say_with_day
from macros.model.codes import DOCUMENT_KINDS, EDITION_STATES
from macros.rules.inferred import marked
from macros.text.vietnamese import capital


def state_words(archive: Archive, volume: str) -> str:
    """Return the state of a volume, and by which decision: “Đã thẩm định, theo Quyết định …”."""
    by = decision_words(archive, volume)
    return capital(EDITION_STATES[archive.edition.of(volume).state]) + (
        f", theo {by}" if by else ""
    )


def decision_words(archive: Archive, volume: str) -> str:
    """Return the decision that approved a volume: the document in data/, or the words typed."""
    own = archive.edition.of(volume)
    document = archive.documents.get(own.document or "")
    if document is None:
        return own.decision or ""
    number = f" số {document.symbol}" if document.symbol else ""
    dated = f" {say_with_day(document.date)}" if document.date else ""
    issuer = archive.issuer_of[document.id].name
    named = f"{capital(DOCUMENT_KINDS[document.kind])}{number}{dated} của {issuer}"
    return marked(named, document, "kind", "symbol", "date")
