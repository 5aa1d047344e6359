"""Records of documents, and of the meanings of abbreviations and terms."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from macros.addresses.places import GLOSSARY
from macros.chapter.page import LinkTarget
from macros.model.codes import DOCUMENT_KINDS, ENTRY_KINDS
from macros.search.answers.parts import cited, filled, links, within
from macros.search.tokens import tokens
from macros.text.vietnamese import keep_together
from macros.views.common import cites, document_link
from macros.views.glossary import glossary
from macros.wording.documents import document_name
from macros.wording.effective import document_days
from macros.wording.inferred import inferred_words

if TYPE_CHECKING:
    from macros.archive import Archive
    from macros.model.documents import Document
    from macros.search.answers.parts import Record
    from macros.views.common import Page

MOST_ALIKE = 5
"""If one key has more documents, the reader is not asked to choose among them."""
_NUMBER = re.compile(r"[0-9]+")


def key_of(text: str) -> str:
    """Return the key of a text: folded, without punctuation: “1000 qd tu”."""
    return " ".join(token.term for token in tokens(text))


def documents(page: Page) -> dict[str, list[Record]]:
    """Return the documents by the key of their symbol, which may not be unique."""
    found: dict[str, list[Record]] = defaultdict(list)
    for document in _with_symbol(page.archive):
        found[key_of(document.symbol or "")].append(_document(page, document))
    return {key: some for key, some in found.items() if len(some) <= MOST_ALIKE}


def numbered(archive: Archive) -> dict[str, list[str]]:
    """Return the keys of symbols by kind and number alone: “quyet dinh 1000”."""
    found: dict[str, list[str]] = defaultdict(list)
    for document in _with_symbol(archive):
        symbol = document.symbol or ""
        if number := _NUMBER.match(symbol):
            keys = found[key_of(f"{DOCUMENT_KINDS[document.kind]} {number[0]}")]
            if (key := key_of(symbol)) not in keys:
                keys.append(key)
    return {key: some for key, some in found.items() if len(some) <= MOST_ALIKE}


def _with_symbol(archive: Archive) -> list[Document]:
    with_symbol = (one for one in archive.documents.values() if one.symbol)
    return sorted(with_symbol, key=lambda one: one.id)


def _document(page: Page, document: Document) -> Record:
    issuer = page.archive.issuer_of[document.id]
    signed_by = document.signed_by or issuer.name
    return filled(
        {
            "name": document_name(document),
            "symbol": document.symbol,
            "date": keep_together(document_days(document)),
            "term": document.term,
            "time": within(document.date) if document.date else None,
            "subject": document.subject,
            "issuer": signed_by,
            "of": issuer.name if signed_by != issuer.name else "",
            "replaces": links(document_link(page, one) for one in document.replaces),
            "note": document.note,
            "cites": cited(cites(page, document.cite, inferred_words(document))),
            "url": page.url(LinkTarget("document", document.id)),
        }
    )


def meanings(page: Page) -> dict[str, list[Record]]:
    """Return abbreviations and terms by key; several may differ only in diacritics."""
    found: dict[str, list[Record]] = defaultdict(list)
    for kind in ENTRY_KINDS:
        for letter in glossary(page, kind):
            for entry in letter.entries:
                record = {
                    "short": entry.short,
                    "full": entry.full,
                    "note": entry.note,
                    "kind": kind,
                    "url": page.url(LinkTarget("page", f"{GLOSSARY}#{entry.anchor}")),
                }
                found[key_of(entry.short)].append(filled(record))
    return found
