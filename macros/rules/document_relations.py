"""What leads to a document: facts that rest on it, what it says, replacements, contradictions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from macros.archive import split_reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.archive import Archive, Dossier
    from macros.model.base import Fact
    from macros.model.conflicts import Conflict
    from macros.model.statements import Statement

LEAST = 3
"""A document to which less leads stays an entry of its issuer's list."""

_MEMO = "relations of documents"
# Where a text may name a document by its symbol: from a digit to the next space or bracket.
_SYMBOL = re.compile(r"[0-9][^\s“”\"();:]*")


class Relations(NamedTuple):
    """What leads to a document besides the chapters that name it.

    `facts` rest on it, as (owner, fact); `said` are the statements of which it is the speaker;
    `replaced_by` are ids of documents.
    """

    facts: tuple[tuple[str, Fact], ...] = ()
    said: tuple[tuple[str, Statement], ...] = ()
    replaced_by: tuple[str, ...] = ()
    conflicts: tuple[tuple[Dossier, Conflict], ...] = ()


class _ByDocument(NamedTuple):
    """The same of all documents, by document."""

    said: Mapping[str, list[tuple[str, Statement]]]
    replaced_by: Mapping[str, list[str]]
    conflicts: Mapping[str, list[tuple[Dossier, Conflict]]]


def relations_of(archive: Archive, document: str) -> Relations:
    """Return what leads to a document."""
    links: _ByDocument | None = archive.memo.get(_MEMO)
    if links is None:
        links = archive.memo[_MEMO] = _by_document(archive)
    return Relations(
        archive.facts_on.get(document, ()),
        tuple(links.said.get(document, ())),
        tuple(links.replaced_by.get(document, ())),
        tuple(links.conflicts.get(document, ())),
    )


def documents_told_of(archive: Archive) -> Iterator[str]:
    """Yield the documents to which at least :data:`LEAST` things lead."""
    for one in archive.documents.values():
        named = archive.mentions.get(("document", one.id), ())
        if sum(map(len, relations_of(archive, one.id))) + len(named) + len(one.replaces) >= LEAST:
            yield one.id


def _by_document(archive: Archive) -> _ByDocument:
    said: dict[str, list[tuple[str, Statement]]] = defaultdict(list)
    conflicts: dict[str, list[tuple[Dossier, Conflict]]] = defaultdict(list)
    replaced_by: dict[str, list[str]] = defaultdict(list)
    for document in archive.documents.values():
        for one in document.replaces:
            replaced_by[one].append(document.id)
    symbols = _symbols(archive)
    for dossier in archive.dossiers.values():
        for statement in dossier.statements:
            if statement.by and statement.by.document:
                said[statement.by.document].append((dossier.id, statement))
        for conflict in dossier.conflicts:
            for identifier in dict.fromkeys(_about(archive, dossier, conflict, symbols)):
                conflicts[identifier].append((dossier, conflict))
    return _ByDocument(said, replaced_by, conflicts)


def _symbols(archive: Archive) -> Mapping[str, str]:
    """Return the document of each symbol that only one has."""
    every = [(one.symbol.casefold(), one.id) for one in archive.documents.values() if one.symbol]
    counts = Counter(symbol for symbol, _ in every)
    return {symbol: identifier for symbol, identifier in every if counts[symbol] == 1}


def _about(
    archive: Archive, dossier: Dossier, conflict: Conflict, symbols: Mapping[str, str]
) -> Iterator[str]:
    """Yield the documents of a contradiction: those its sides rest on, those its words name."""
    texts = [conflict.topic, conflict.note]
    for claim in conflict.claims:
        texts.append(claim.statement or "")
        if claim.fact:
            owner, identifier = split_reference(claim.fact, dossier.id)
            fact = archive.fact(f"{owner}/{identifier}", dossier.id)
            yield from vars(fact).get("documents", ()) if fact else ()
    for text in texts:
        for found in _SYMBOL.findall(text):
            if known := symbols.get(found.rstrip(",.").casefold()):
                yield known
