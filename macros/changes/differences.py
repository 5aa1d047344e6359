"""The differences between two states of the data, in words for a reviewer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import Literal, NamedTuple

from macros.archive import CHANGES, PICTURES, Archive, Dossier, owner_of
from macros.dates import Edtf, say
from macros.messages.nouns import NOUNS
from macros.model.base import Record
from macros.model.citations import Citation
from macros.model.closed_list import closed_list_of
from macros.model.codes import ENTRY_KINDS
from macros.model.lives import Life
from macros.model.pictures import Picture
from macros.model.statement_codes import CONFLICT_KINDS
from macros.model.statistics import Observation
from macros.text.numbers import say_number
from macros.text.vietnamese import NBSP, capital
from macros.wording.documents import document_name
from macros.wording.facts import fact_words
from macros.wording.statistics import figure_text

Kind = Literal["added", "removed", "changed", "renamed", "moved"]
VERBS: dict[Kind, str] = {
    "changed": "sửa",
    "added": "thêm",
    "removed": "bỏ",
    "renamed": "đổi mã",
    "moved": "chuyển",
}
EMPTY = "(trống)"
_REPLACED = "tệp ảnh được thay bằng tệp khác"

# These fields together are one figure to a reader.
_FIGURE = ("value", "value_to", "ratio", "words", "qualifier", "unit")


class Entry(NamedTuple):
    """A record with its owner, the heading over the entries of that owner, and its words."""

    owner: str
    section: str
    record: Record
    id: str
    words: str


@dataclass(frozen=True)
class Difference:
    """One entry that differs; `text` says how; `sources` are its current citations."""

    owner: str
    section: str
    kind: Kind
    id: str
    text: str
    sources: tuple[str, ...] = ()


Key = tuple[str, str, str]


def differences(old: Archive, new: Archive, replaced: Collection[str] = ()) -> list[Difference]:
    """Return the differences, by owner and id, without the content of unreadable files.

    `replaced` are the ids of the pictures whose file is another one.
    """
    before, after = _by_key(old), _by_key(new)
    removed = {key: e for key, e in before.items() if key not in after and _read(e, new)}
    added = {key: e for key, e in after.items() if key not in before and _read(e, old)}
    found: list[Difference] = []
    for old_key, new_key in _renamed(removed, added):
        found.append(_under_another_id(removed.pop(old_key), added.pop(new_key)))
    found += [_whole("removed", entry) for entry in removed.values()]
    found += [_whole("added", entry) for entry in added.values()]
    for key, entry in after.items():
        if key not in before:
            continue
        text = _changed(before[key], entry, old, new)
        if isinstance(entry.record, Picture) and entry.id in replaced:
            text = f"{text}; {_REPLACED}" if text else f"“{entry.id}” ({entry.words}): {_REPLACED}"
        if text:
            found.append(_difference("changed", entry, text))
    order = list(dict.fromkeys(e.owner for e in chain(after.values(), before.values())))
    return sorted(found, key=lambda one: (order.index(one.owner), one.id, one.kind))


def _by_key(archive: Archive) -> dict[Key, Entry]:
    return {(e.owner, type(e.record).__name__, e.id): e for e in entries(archive)}


def _read(entry: Entry, archive: Archive) -> bool:
    """Return whether the file of an entry is not among those that `archive` could not read."""
    return entry.record.where().path not in archive.unread


def _renamed(removed: Mapping[Key, Entry], added: Mapping[Key, Entry]) -> list[tuple[Key, Key]]:
    """Return the pairs that differ only in id or owner."""
    left = {key: (type(one.record), _body(one.record)) for key, one in added.items()}
    found: list[tuple[Key, Key]] = []
    for old_key, was in removed.items():
        body = (type(was.record), _body(was.record))
        new_key = next((key for key, other in left.items() if other == body), None)
        if new_key is not None:
            found.append((old_key, new_key))
            del left[new_key]
    return found


def _body(record: Record) -> dict[str, object]:
    """Return a record without its id as plain values, which compare without positions."""
    return record.model_dump(exclude={"id", "short"})


def _under_another_id(was: Entry, now: Entry) -> Difference:
    if was.id == now.id:
        return _difference("moved", now, f"“{now.id}” từ “{was.section}” ({now.words})")
    return _difference("renamed", now, f"“{was.id}” thành “{now.id}” ({now.words})")


def _whole(kind: Kind, entry: Entry) -> Difference:
    return _difference(kind, entry, f"“{entry.id}”: {entry.words}")


def _difference(kind: Kind, entry: Entry, text: str) -> Difference:
    """Return a difference in an entry, with ordinary spaces instead of no-break spaces."""
    text = text.replace(NBSP, " ")
    return Difference(entry.owner, entry.section, kind, entry.id, text, _sources(entry.record))


def _sources(record: Record) -> tuple[str, ...]:
    cite = getattr(record, "cite", None)
    return tuple(str(one) for one in cite or ())


# --- entries --------------------------------------------------------------------------------


def entries(archive: Archive) -> Iterator[Entry]:
    """Yield everything with an id, in reading order."""
    for dossier in archive.dossiers.values():
        for record, identifier, words in _of_organization(archive, dossier):
            yield Entry(dossier.id, dossier.title, record, identifier, words)
    for section, (record, identifier, words) in _of_site(archive):
        yield Entry(f"/{section}", section, record, identifier, words)


Described = tuple[Record, str, str]


def _of_organization(archive: Archive, dossier: Dossier) -> Iterator[Described]:
    yield dossier.organization, dossier.id, f"{NOUNS['organization']} {dossier.title}"
    for fact in dossier.each_fact():
        yield fact, fact.id, fact_words(archive, dossier.id, fact)
    for table in dossier.target_sets:
        yield table, table.id, f"{NOUNS['target_set']} {table.title}"
    for conflict in dossier.conflicts:
        yield conflict, conflict.id, f"{CONFLICT_KINDS[conflict.kind]} về {conflict.topic}"


def _of_site(archive: Archive) -> Iterator[tuple[str, Described]]:
    for change in archive.changes.values():
        yield capital(NOUNS["change"]), (change, change.id, fact_words(archive, CHANGES, change))
    for picture in archive.pictures.values():
        words = fact_words(archive, PICTURES, picture)
        yield capital(NOUNS["picture"]), (picture, picture.id, words)
    for person in archive.people.values():
        yield capital(NOUNS["person"]), (person, person.id, person.name)
        for fact in person.each_fact():
            words = fact_words(archive, owner_of(person), fact)
            # Its id is unique among the facts of the person.
            yield capital(NOUNS["person"]), (fact, f"{person.id}/{fact.id}", words)
    for issuer in archive.issuers.values():
        yield capital(NOUNS["document"]), (issuer, issuer.id, f"{NOUNS['issuer']} {issuer.name}")
        for document in issuer.documents:
            yield capital(NOUNS["document"]), (document, document.id, document_name(document))
    for source in archive.sources.values():
        yield capital(NOUNS["source"]), (source, source.id, source.title)
    for indicator in archive.indicators.values():
        yield "Danh mục", (indicator, indicator.id, f"{NOUNS['indicator']} {indicator.label}")
    for role in archive.roles.values():
        yield "Danh mục", (role, role.id, f"{NOUNS['role']} {role.label}")
    for one in archive.abbreviations:
        what = ENTRY_KINDS[one.kind]
        if one.kind == "abbreviation":
            what += f" của {one.full}"
        yield "Danh mục", (one, one.short, what)


# --- one entry ------------------------------------------------------------------------------


def _changed(was: Entry, now: Entry, old: Archive, new: Archive) -> str:
    """Return how an entry differs, "" if it does not."""
    before, after = was.record.model_dump(), now.record.model_dump()
    names = [
        name
        for name in after
        if before[name] != after[name] and not _is_part(was, name) and not _is_part(now, name)
    ]
    if not names:
        return ""
    changes: list[str] = []
    label = now.words
    if isinstance(was.record, Observation) and isinstance(now.record, Observation):
        label = label.partition("): ")[0].replace(" (", ", ")
        if any(name in _FIGURE for name in names):
            changes.append(f"{figure_text(old, was.record)} → {figure_text(new, now.record)}")
            names = [name for name in names if name not in _FIGURE]
    changes += [_field(was.record, now.record, name) for name in names]
    return f"“{now.id}” ({label}): {'; '.join(changes)}"


def _is_part(entry: Entry, name: str) -> bool:
    """Return whether a field contains entries that are compared by themselves."""
    value = getattr(entry.record, name)
    first = value[0] if isinstance(value, tuple) and value else value
    return isinstance(first, Life) or (
        isinstance(first, Record) and "id" in type(first).model_fields
    )


def _field(was: Record, now: Record, name: str) -> str:
    info = type(now).model_fields[name]
    title, words = info.title or name, closed_list_of(info)
    before, after = (_said(getattr(record, name), words) for record in (was, now))
    return f"{title}: {before} → {after}"


def _said(value: object, words: Mapping[str, str] | None = None) -> str:
    """Return the value of a field as an editor reads it."""
    match value:
        case None | () | "":
            return EMPTY
        case bool():
            return "có" if value else "không"
        case Decimal() | int():
            return say_number(value)
        case Edtf():
            return say(value)
        case Citation():
            return str(value)
        case tuple():
            return ", ".join(_said(item, words) for item in value)
        case dict():
            return ", ".join(f"{key}: {_said(item)}" for key, item in value.items()) or EMPTY
        case Record():
            given = {name: getattr(value, name) for name in type(value).model_fields}
            shown = [_said(item) for item in given.values() if item not in (None, (), "", False)]
            return " ".join(shown)
    return f"“{(words or {}).get(str(value), value)}”"
