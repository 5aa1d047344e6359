"""Views of the editors' guide, generated from the models and the registry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.model import (
    changes,
    conflicts,
    congresses,
    documents,
    edition,
    events,
    indicators,
    leadership,
    organization,
    people,
    posts,
    sources,
    statistics,
    targets,
)
from macros.model.holding import Not, contract_of

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from macros.chapter.registry import Registry
    from macros.model.base import Record

RECORDS: dict[str, tuple[str, type[Record]]] = {
    "organization": ("organization.yml", organization.Organization),
    "name": ("organization.yml › names", organization.Name),
    "headquarters": ("organization.yml › headquarters", organization.Headquarters),
    "founding": ("organization.yml › founding, dissolution", organization.Founding),
    "membership": ("leadership.yml › memberships", leadership.Membership),
    "congress": ("congresses.yml › congresses", congresses.Congress),
    "committee": ("congresses.yml › committees", congresses.Committee),
    "observation": ("statistics.yml › observations", statistics.Observation),
    "target": ("targets.yml › sets › targets", targets.Target),
    "event": ("events.yml › events", events.Event),
    "conflict": ("conflicts.yml › conflicts", conflicts.Conflict),
    "person": ("people/<mã>.yml", people.Person),
    "change": ("changes/<mã>.yml", changes.ChangeEvent),
    "document": ("documents/<cơ quan>.yml › documents", documents.Document),
    "source": ("sources/<mã>.yml", sources.Source),
    "indicator": ("indicators.yml › indicators", indicators.Indicator),
    "role": ("posts.yml › roles", posts.Role),
    "edition": ("edition.yml", edition.EditionFile),
    "volume-edition": ("edition.yml › volumes", edition.VolumeEdition),
    "responsible": ("edition.yml › responsible", edition.Responsible),
    "signatory": ("edition.yml › responsible › mỗi người", edition.Signatory),
    "paper": ("edition.yml › paper", edition.Paper),
}
"""The kinds of record that the guide explains: their file and model."""

FROM_FILE_NAME = ("organization", "person", "change", "source")
"""Records whose `id` is the name of their file or folder, not a field."""

SHARED: dict[str, type[Record]] = {"volume-edition": edition.Imprint}
"""Records that share their first fields with another one, where these are explained."""


@dataclass(frozen=True)
class FieldLine:
    """One key that an editor may type."""

    key: str
    label: str
    required: bool
    help: str
    held: str
    """How it is compared with its source, or why it is not."""
    published: str
    """Its columns in the open data, or why it has none."""
    unseen: str
    """Why no page shows it, "" if one does."""


@dataclass(frozen=True)
class FieldGuide:
    """The keys of one kind of record, and the file that holds it."""

    file: str
    fields: tuple[FieldLine, ...]


@dataclass(frozen=True)
class MacroLine:
    """One macro as the guide shows it."""

    call: str
    usage: str
    guide: str
    block: bool


def fields(record: str) -> FieldGuide:
    """Return the keys of a kind of record, required ones first."""
    file, model = RECORDS[record]
    lines = [
        _line(key, info)
        for key, info in model.model_fields.items()
        if not (key == "id" and record in FROM_FILE_NAME)
        and not (record in SHARED and key in SHARED[record].model_fields)
    ]
    return FieldGuide(file, tuple(sorted(lines, key=lambda line: not line.required)))


def _line(key: str, info: FieldInfo) -> FieldLine:
    contract = contract_of(info)
    held, published, shown = contract.held, contract.published, contract.shown
    return FieldLine(
        key=key,
        label=info.title or key,
        required=info.is_required(),
        help=info.description or "",
        held=held.why if isinstance(held, Not) else held.word,
        published=published.why
        if isinstance(published, Not)
        else ", ".join(one.removeprefix("*.") for one in published),
        unseen=shown.why if isinstance(shown, Not) else "",
    )


def macros(registry: Registry) -> tuple[MacroLine, ...]:
    """Return the macros for editors, those for use within a sentence first."""
    lines = [
        MacroLine(f"{{{{ {one.name}({one.example}) }}}}", one.usage, one.guide, one.block)
        for one in map(registry.get, registry.names())
        if one and one.guide
    ]
    return tuple(sorted(lines, key=lambda line: line.block))
