"""The entries of an archive: everything of it that has an id, with an owner and words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from macros.archive import CHANGES, PICTURES, Archive, Dossier, owner_of
from macros.messages.nouns import NOUNS
from macros.model.base import Record
from macros.model.codes import ENTRY_KINDS
from macros.model.edition import EditionFile
from macros.model.statement_codes import CONFLICT_KINDS
from macros.text.vietnamese import capital
from macros.wording.documents import document_name
from macros.wording.facts import fact_words

Words = str | Callable[[], str]


class Entry(NamedTuple):
    """A record with its owner, the heading over the entries of that owner, and its words."""

    owner: str
    section: str
    record: Record
    id: str
    tell: Words

    @property
    def words(self) -> str:
        """The record in one line; made when asked for, since few entries differ."""
        return self.tell if isinstance(self.tell, str) else self.tell()


def entries(archive: Archive) -> Iterator[Entry]:
    """Yield everything with an id, in reading order."""
    for dossier in archive.dossiers.values():
        for record, identifier, words in _of_organization(archive, dossier):
            yield Entry(dossier.id, dossier.title, record, identifier, words)
    for section, (record, identifier, words) in _of_site(archive):
        yield Entry(f"/{section}", section, record, identifier, words)


Described = tuple[Record, str, Words]


def _of_organization(archive: Archive, dossier: Dossier) -> Iterator[Described]:
    yield dossier.organization, dossier.id, f"{NOUNS['organization']} {dossier.title}"
    for fact in dossier.each_fact():
        yield fact, fact.id, partial(fact_words, archive, dossier.id, fact)
    for table in dossier.target_sets:
        yield table, table.id, f"{NOUNS['target_set']} {table.title}"
    for conflict in dossier.conflicts:
        yield conflict, conflict.id, f"{CONFLICT_KINDS[conflict.kind]} về {conflict.topic}"
    for one in dossier.series:
        yield one, one.id, f"{NOUNS['series']} {one.label}"


def _of_site(archive: Archive) -> Iterator[tuple[str, Described]]:
    change, picture, source = (capital(NOUNS[one]) for one in ("change", "picture", "source"))
    for event in archive.changes.values():
        yield change, (event, event.id, partial(fact_words, archive, CHANGES, event))
    for photo in archive.pictures.values():
        yield picture, (photo, photo.id, partial(fact_words, archive, PICTURES, photo))
    yield from ((capital(NOUNS["person"]), one) for one in _people(archive))
    yield from ((capital(NOUNS["document"]), one) for one in _documents(archive))
    for one in archive.sources.values():
        yield source, (one, one.id, one.title)
    yield from (("Danh mục", one) for one in _catalogues(archive))
    if archive.edition != EditionFile():
        yield "Ấn bản", (archive.edition, "edition", "trang ấn bản chung")
    for volume in archive.edition.volumes:
        yield "Ấn bản", (volume, volume.volume, f"{NOUNS['volume']} {volume.volume}")


def _people(archive: Archive) -> Iterator[Described]:
    for person in archive.people.values():
        yield person, person.id, person.name
        for fact in person.each_fact():
            # Its id is unique among the facts of the person.
            words = partial(fact_words, archive, owner_of(person), fact)
            yield fact, f"{person.id}/{fact.id}", words


def _documents(archive: Archive) -> Iterator[Described]:
    for issuer in archive.issuers.values():
        yield issuer, issuer.id, f"{NOUNS['issuer']} {issuer.name}"
        for document in issuer.documents:
            yield document, document.id, partial(document_name, document)


def _catalogues(archive: Archive) -> Iterator[Described]:
    for indicator in archive.indicators.values():
        yield indicator, indicator.id, f"{NOUNS['indicator']} {indicator.label}"
    for role in archive.roles.values():
        yield role, role.id, f"{NOUNS['role']} {role.label}"
    for one in archive.abbreviations:
        full = f" của {one.full}" if one.kind == "abbreviation" else ""
        yield one, one.short, ENTRY_KINDS[one.kind] + full
