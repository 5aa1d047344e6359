"""What a record says, field by field, in words that a reviewer understands without the data."""

from __future__ import annotations

import re
from decimal import Decimal
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.archive import Archive
from macros.dates import Edtf, say
from macros.model.base import Record
from macros.model.citations import Citation
from macros.model.closed_list import closed_list_of
from macros.model.edition import VolumeEdition
from macros.model.lives import Life
from macros.model.statistics import Observation
from macros.text.numbers import say_number
from macros.text.vietnamese import NBSP
from macros.wording.documents import document_name
from macros.wording.facts import fact_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

EMPTY = "(trống)"
CITING = ("cite", "cite_for", "end_cite")
"""The fields that say where a record is from."""
FIGURE = ("value", "value_to", "ratio", "words", "qualifier", "unit")
"""These fields together are one figure to a reader."""

_OF_ANOTHER: Mapping[str, str] = {
    "organization": "organization", "organizations": "organization", "area": "organization",
    "parent": "organization", "person": "person", "people": "person", "document": "document",
    "documents": "document", "replaces": "document", "indicator": "indicator",
    "measures": "indicator", "post": "role", "fact": "fact", "judges": "fact", "answers": "fact",
    "part_of": "fact", "row_of": "fact", "supersedes_name": "fact", "picture": "picture",
}  # fmt: skip
"""The fields that hold the id of another record, with the kind of that record."""
_KEPT_WORDS = 4
"""So many words of what stayed the same are told beside the words that changed."""
_LONG = 16


class Detail(NamedTuple):
    """One field of a record, before and after; "" where the record or the item was not there."""

    label: str
    before: str = ""
    after: str = ""


class Speech:
    """Says the values of the records of one owner; ids of other records come with their names."""

    def __init__(self, archive: Archive, owner: str) -> None:
        self._archive = archive
        self._owner = owner

    def field(self, record: Record, name: str) -> str:
        """Return the value of a field, `EMPTY` where it has none."""
        info = type(record).model_fields[name]
        value = getattr(record, name)
        if isinstance(value, dict) and value:  # by names of fields
            titles = {key: one.title or key for key, one in type(record).model_fields.items()}
            return "; ".join(f"{titles.get(k, k)}: {self._value(v)}" for k, v in value.items())
        return self._value(value, closed_list_of(info), _OF_ANOTHER.get(name, ""))

    def items(self, value: object) -> list[str]:
        """Return each record of a list of records in words; [] for any other value."""
        if isinstance(value, tuple) and value and isinstance(value[0], Record):
            return [self._value(one) for one in value]
        return []

    def _value(self, value: object, words: Mapping[str, str] | None = None, kind: str = "") -> str:
        match value:
            case None | () | "" | {}:
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
                return ", ".join(self._value(item, words, kind) for item in value)
            case Record():
                return ", ".join(
                    f"{label}: {said}" for label, said in self._given(value, type(value))
                )
        name = self._name(kind, str(value)) if kind else ""
        if name:
            return f"“{name}” ({value})"
        return f"“{(words or {}).get(str(value), value)}”"

    def _given(self, record: Record, model: type[Record]) -> Iterator[tuple[str, str]]:
        for name, info in model.model_fields.items():
            if getattr(record, name) not in (None, (), "", {}, False):
                yield info.title or name, self.field(record, name)

    def _name(self, kind: str, identifier: str) -> str:
        """Return the name of another record, "" where there is none of that id."""
        archive = self._archive
        match kind:
            case "organization":
                dossier = archive.dossiers.get(identifier)
                return dossier.title if dossier else ""
            case "person":
                person = archive.people.get(identifier)
                return person.name if person else ""
            case "document":
                document = archive.documents.get(identifier)
                return document_name(document) if document else ""
            case "indicator":
                indicator = archive.indicators.get(identifier)
                return indicator.label if indicator else ""
            case "role":
                role = archive.roles.get(identifier)
                return role.label if role else ""
            case "picture":
                picture = archive.pictures.get(identifier)
                return picture.caption if picture else ""
        fact = archive.fact(identifier, self._owner)
        owner = identifier.partition("/")[0] if "/" in identifier else self._owner
        return fact_words(archive, owner, fact) if fact else ""


def whole(archive: Archive, owner: str, record: Record, words: str) -> tuple[Detail, ...]:
    """Return every field of a record that is new or gone, but for what its `words` say already."""
    speech = Speech(archive, owner)
    found: list[Detail] = []
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if name in ("id", "cite") or value in (None, (), "", {}) or is_part(record, name):
            continue
        if value is False or (isinstance(record, Observation) and name in FIGURE):
            continue
        label = info.title or name
        if items := speech.items(value):
            found += [Detail(label, after=plain(one)) for one in items]
        elif not _is_said(value, speech.field(record, name), words):
            found.append(Detail(label, after=plain(speech.field(record, name))))
    return tuple(found)


def _is_said(value: object, said: str, words: str) -> bool:
    """Return whether the words of a record have the value; a number may be another's."""
    bare = plain(said.strip("“”"))
    return not isinstance(value, (bool, int, Decimal)) and bare.lower() in plain(words).lower()


def compared(
    was: Record, now: Record, name: str, before: Speech, after: Speech
) -> Iterator[Detail]:
    """Yield how a field differs: of a list of records, those that came and those that went."""
    info = type(now).model_fields[name]
    label = info.title or name
    olds, news = before.items(getattr(was, name)), after.items(getattr(now, name))
    if not olds and not news:
        old, new = shortened(plain(before.field(was, name)), plain(after.field(now, name)))
        yield Detail(label, old, new)
        return
    found = False
    for tag, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        found = True
        gone, come = olds[a:b], news[c:d]
        for at in range(max(len(gone), len(come))):
            old = plain(gone[at]) if at < len(gone) else ""
            new = plain(come[at]) if at < len(come) else ""
            yield Detail(label, old or EMPTY, new or EMPTY)
    if not found:
        yield Detail(label, "cách ghi cũ", "cách ghi mới, cùng nội dung")


def is_part(record: Record, name: str) -> bool:
    """Return whether a field contains entries that are compared by themselves."""
    value = getattr(record, name)
    first = value[0] if isinstance(value, tuple) and value else value
    return isinstance(first, Life | VolumeEdition) or (
        isinstance(first, Record) and "id" in type(first).model_fields
    )


def shortened(old: str, new: str) -> tuple[str, str]:
    """Return two texts without most of what both begin and end with, if they are long."""
    a, b = old.split(" "), new.split(" ")
    if min(len(a), len(b)) < _LONG:
        return old, new
    head = _common(a, b)
    tail = _common(a[head:][::-1], b[head:][::-1])
    return _cut(a, head, tail), _cut(b, head, tail)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _cut(words: list[str], head: int, tail: int) -> str:
    begin, end = max(0, head - _KEPT_WORDS), max(0, tail - _KEPT_WORDS)
    kept = words[begin : len(words) - end]
    return f"{'… ' if begin else ''}{' '.join(kept)}{' …' if end else ''}"


def plain(text: str) -> str:
    """Return text on one line, with ordinary spaces instead of no-break spaces."""
    return re.sub(r"\s+", " ", text.replace(NBSP, " ")).strip()


def held(record: Record, name: str) -> Any:
    """Return how a field is held against its source, None where it has no contract."""
    return getattr(type(record).model_fields[name].json_schema_extra, "held", None)
