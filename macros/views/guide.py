"""Views of the editors' guide, generated from the models and the registry."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.model.closed_list import closed_list_of
from macros.model.contract import Not, contract_of
from macros.model.explained import FROM_FILE_NAME, RECORDS, SHARED

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from macros.chapter.registry import Registry
    from macros.model.closed_list import Code


COMMON = 3
"""What holds of so many keys of a record is said once for all of them."""


@dataclass(frozen=True)
class Kept:
    """What is done with the value of a key."""

    held: str
    """How it is compared with its source, or why it is not."""
    published: str
    """Its columns in the open data, or why it has none."""
    unseen: str
    """Why no page shows it, "" if one does."""


@dataclass(frozen=True)
class FieldLine:
    """One key that an editor may type."""

    key: str
    label: str
    required: bool
    help: str
    kept: Kept


@dataclass(frozen=True)
class FieldGuide:
    """The keys of one kind of record, and the file that holds it.

    `common` is what is done with most keys, None if that differs; `apart` says whether it is not
    the same for all.
    """

    file: str
    fields: tuple[FieldLine, ...]
    common: Kept | None
    apart: bool


@dataclass(frozen=True)
class MacroLine:
    """One macro as the guide shows it."""

    call: str
    usage: str
    guide: str
    block: bool


@dataclass(frozen=True)
class CodeList:
    """A closed list: the label of the first field that takes it, all such fields, its codes."""

    label: str
    keys: tuple[str, ...]
    codes: tuple[Code, ...]


def codes() -> tuple[CodeList, ...]:
    """Return every closed list that an editor types codes of, by the order of the records."""
    found: dict[int, tuple[str, list[str], tuple[Code, ...]]] = {}
    for file, model in RECORDS.values():
        for key, info in model.model_fields.items():
            own = closed_list_of(info)
            if own is not None:
                _, keys, _ = found.setdefault(id(own), (info.title or key, [], own.entries))
                keys.append(f"{file} › {key}")
    return tuple(CodeList(label, tuple(keys), entries) for label, keys, entries in found.values())


def fields(record: str) -> FieldGuide:
    """Return the keys of a kind of record, required ones first."""
    file, model = RECORDS[record]
    lines = [
        _line(key, info)
        for key, info in model.model_fields.items()
        if not (key == "id" and record in FROM_FILE_NAME)
        and not (record in SHARED and key in SHARED[record].model_fields)
    ]
    ((most, count),) = Counter(line.kept for line in lines).most_common(1)
    return FieldGuide(
        file,
        tuple(sorted(lines, key=lambda line: not line.required)),
        most if count >= COMMON else None,
        count < len(lines) or count < COMMON,
    )


def _line(key: str, info: FieldInfo) -> FieldLine:
    contract = contract_of(info)
    held, published, shown = contract.held, contract.published, contract.shown
    return FieldLine(
        key=key,
        label=info.title or key,
        required=info.is_required(),
        help=info.description or "",
        kept=Kept(
            held=held.why if isinstance(held, Not) else held.word,
            published=published.why
            if isinstance(published, Not)
            else ", ".join(one.removeprefix("*.") for one in published),
            unseen=shown.why if isinstance(shown, Not) else "",
        ),
    )


def macros(registry: Registry) -> tuple[MacroLine, ...]:
    """Return the macros for editors, those for use within a sentence first."""
    lines = [
        MacroLine(f"{{{{ {one.name}({one.example}) }}}}", one.usage, one.guide, one.block)
        for one in map(registry.get, registry.names())
        if one and one.guide
    ]
    return tuple(sorted(lines, key=lambda line: line.block))
