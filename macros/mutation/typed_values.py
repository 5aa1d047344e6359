"""Every typed value of the data that can be corrupted, and its record with another value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.archive import CHANGES, PICTURES
from macros.model.base import Record
from macros.model.changes import ChangeEvent
from macros.model.citations import Citation
from macros.model.closed_list import closed_list_of
from macros.model.conflicts import Conflict
from macros.model.contract import BESIDE, STRUCTURAL, Holding, Parts, contract_of
from macros.model.documents import Document
from macros.model.pictures import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from macros.archive import Archive, Dossier
    from macros.messages.problems import Position

Path = tuple[str | int, ...]
"""The path from a root record to a value in it: names of fields, indices of lists, keys."""

_ORGANIZATION_PARTS = (
    "names",
    "aliases",
    "headquarters",
    "areas",
    "parents",
    "founding",
    "dissolution",
)


class Root(NamedTuple):
    """A record that cites sources, and its owner: that of `each_fact`, or a document's issuer."""

    owner: str
    record: Record

    @property
    def id(self) -> str:
        """The id by which an editor knows the record."""
        return str(vars(self.record)["id"])


@dataclass(frozen=True)
class TypedValue:
    """One value typed by an editor, in the field `name` of `record`; `path` leads from its root."""

    root: Root
    path: Path
    record: Record
    name: str
    value: Any

    @property
    def field(self) -> str:
        """The full name of the field: `Membership.manner`."""
        return f"{type(self.record).__name__}.{self.name}"

    @property
    def info(self) -> FieldInfo:
        """What pydantic knows about the field."""
        return type(self.record).model_fields[self.name]

    @property
    def held(self) -> Any:
        """How the field is held against its source."""
        return contract_of(self.info).held

    @property
    def position(self) -> Position:
        """The position of the value in its file."""
        return self.record.where(self.name)

    @property
    def marked(self) -> bool:
        """Whether an editor has marked that the source uses other words."""
        marks = vars(self.root.record).get("implied", {})
        within = str(self.path[0])
        return within in marks or f"{within}.{self.name}" in marks

    def with_value(self, value: Any) -> Record:
        """Return the root record with another value instead of this one; None removes it."""
        changed: Record = _with(self.root.record, self.path, value)
        return changed


def typed_values(archive: Archive) -> Iterator[TypedValue]:
    """Yield every value that an editor typed in a record that cites sources, and that is held.

    Codes and the words beside a number are among them whatever their contract says.
    """
    for root in roots(archive):
        yield from _typed_in(root, root.record, ())


def roots(archive: Archive) -> Iterator[Root]:
    """Yield every record that cites sources: facts, tables, sides of conflicts, documents."""
    for owner, fact in archive.each_fact():
        yield Root(owner, fact)
    for dossier in archive.dossiers.values():
        for one in (*dossier.target_sets, *dossier.conflicts):
            yield Root(dossier.id, one)
    for document in archive.documents.values():
        yield Root(archive.issuer_of[document.id].id, document)


def _typed_in(root: Root, record: Record, path: Path) -> Iterator[TypedValue]:
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        held = contract_of(info).held
        if isinstance(held, Parts):
            if name not in {"implied", "targets"}:  # Rows of a table are roots.
                yield from _typed_in_parts(root, value, (*path, name))
        elif value == info.default or held is STRUCTURAL:
            continue
        elif isinstance(held, Holding) or held is BESIDE or closed_list_of(info):
            for way, one in _values(value, (*path, name)):
                yield TypedValue(root, way, record, name, one)


def _typed_in_parts(root: Root, value: Any, path: Path) -> Iterator[TypedValue]:
    if isinstance(value, Record):
        yield from _typed_in(root, value, path)
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            yield from _typed_in_parts(root, one, (*path, at))


def _values(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Yield the single values of a field with their paths; lists and mappings are taken apart."""
    if isinstance(value, tuple) and not isinstance(value, Citation):
        for at, one in enumerate(value):
            yield from _values(one, (*path, at))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _values(one, (*path, key))
    elif value is not None:
        yield path, value


def _with(found: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(found, Record):
        inner = _with(getattr(found, str(first)), rest, value)
        return found.model_copy(update={str(first): inner})
    if isinstance(found, dict):
        return {**found, first: _with(found[first], rest, value)}
    at = int(first)
    inner = _with(found[at], rest, value)
    # Lists have no None.
    return (*found[:at], *(() if inner is None else (inner,)), *found[at + 1 :])


def with_record(archive: Archive, root: Root, record: Record) -> Archive:
    """Return the archive with another record instead of a root."""
    if isinstance(record, ChangeEvent) and root.owner == CHANGES:
        return replace(archive, changes={**archive.changes, record.id: record})
    if isinstance(record, Picture) and root.owner == PICTURES:
        return replace(archive, pictures={**archive.pictures, record.id: record})
    if isinstance(record, Document):
        issuer = archive.issuers[root.owner]
        listed = tuple(record if one is root.record else one for one in issuer.documents)
        changed = issuer.model_copy(update={"documents": listed})
        return replace(archive, issuers={**archive.issuers, root.owner: changed})
    if person := archive.person_of(root.owner):
        facts = {
            name: tuple(record if one is root.record else one for one in getattr(person, name))
            for name in ("aliases", "identity", "later")
        }
        with_it = person.model_copy(update=facts)
        return replace(archive, people={**archive.people, person.id: with_it})
    dossier = _dossier_with(archive.dossiers[root.owner], root.record, record)
    return replace(archive, dossiers={**archive.dossiers, root.owner: dossier})


def _dossier_with(dossier: Dossier, old: Record, new: Record) -> Dossier:
    def listed(found: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(new if one is old else one for one in found)

    of = dossier.organization
    parts: dict[str, Any] = {}
    for name in _ORGANIZATION_PARTS:
        part = getattr(of, name)
        parts[name] = listed(part) if isinstance(part, tuple) else new if part is old else part
    parts["lives"] = tuple(
        life.model_copy(
            update={side: new for side in ("founding", "dissolution") if getattr(life, side) is old}
        )
        for life in of.lives
    )
    tables = tuple(
        table.model_copy(update={"targets": listed(table.targets)})
        for table in listed(dossier.target_sets)
    )
    return replace(
        dossier,
        organization=of.model_copy(update=parts),
        memberships=listed(dossier.memberships),
        congresses=listed(dossier.congresses),
        conferences=listed(dossier.conferences),
        committees=listed(dossier.committees),
        observations=listed(dossier.observations),
        target_sets=tables,
        events=listed(dossier.events),
        statements=listed(dossier.statements),
        rolls=listed(dossier.rolls),
        conflicts=listed(dossier.conflicts),
    )


def cited(record: Record) -> tuple[Citation, ...]:
    """Return every citation of a root record, those of single fields and sides included."""
    given = vars(record)
    listed = [given.get("cite") or (), given.get("end_cite") or ()]
    listed += given.get("cite_for", {}).values()
    if isinstance(record, Conflict):
        listed += [claim.cite or () for claim in record.claims]
    return tuple(dict.fromkeys(one for citations in listed for one in citations))
