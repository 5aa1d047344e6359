"""Documents in words: “Quyết định số 1000-QĐ/TU”."""

from __future__ import annotations

from macros.dates import say_with_day
from macros.model.codes import DOCUMENT_KINDS
from macros.model.documents import Document
from macros.rules.inferred import is_inferred
from macros.text.vietnamese import keep_together


def document_name(document: Document) -> str:
    """Return the name of a document for a sentence: “Quyết định số 1000-QĐ/TU”."""
    kind = DOCUMENT_KINDS[document.kind]
    if document.symbol:
        return keep_together(f"{kind} số {document.symbol}")
    subject = document.subject
    if subject is None:
        return f"{kind} của {document.signed_by}" if document.signed_by else kind
    # A title that begins with the kind, or that of a document of another kind, is the name.
    if document.kind == "other" or subject.lower().startswith(kind.lower()):
        return subject
    return f"{kind} “{subject}”"


def dated_name(document: Document) -> str:
    """Return the name of a document with a symbol and the day that a source gives it.

    “Quyết định số 1000-QĐ/TU ngày 27/01/1994”; for any other, the name alone.
    """
    name, day = document_name(document), document.date
    if not document.symbol or not day or not day.is_moment or is_inferred(document, "date"):
        return name
    return f"{name} {say_with_day(day)}"
