"""The differences between two states of the data, entry by entry, for a reviewer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from macros.archive import Archive
from macros.changes.entries import Entry, entries
from macros.changes.record_words import (
    CITING,
    FIGURE,
    Detail,
    Speech,
    compared,
    held,
    is_part,
    plain,
    whole,
)
from macros.messages.nouns import NOUNS
from macros.model.base import Fact, Record, cited_fields
from macros.model.citations import Citation
from macros.model.conflicts import Conflict
from macros.model.contract import Cited, Holding
from macros.model.documents import Document
from macros.model.pictures import Picture
from macros.model.statistics import Observation
from macros.text.vietnamese import capital
from macros.wording.statistics import figure_text

Kind = Literal["added", "removed", "changed", "renamed", "moved", "recited"]
VERBS: dict[Kind, str] = {
    "changed": "sửa",
    "added": "thêm",
    "removed": "bỏ",
    "renamed": "đổi mã",
    "moved": "chuyển",
    "recited": "chỉ đổi trích dẫn",
}
_ISSUER = capital(NOUNS["issuer"])
_LABEL = 90
"""Letters of the words that name an entry of which a field is told."""


@dataclass(frozen=True)
class Difference:
    """One entry that differs: its words, and the fields that do.

    `sources` are its current citations, `left` those that a recited entry has no more, `new` those
    that it has instead. `unsupported` are the fields whose value is another although it is cited
    from where it was. `path` and `line` say where it stands, "" and 0 for what is gone.
    """

    owner: str
    section: str
    kind: Kind
    id: str
    words: str
    details: tuple[Detail, ...] = ()
    sources: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    unsupported: tuple[str, ...] = ()
    conflict: bool = False
    path: str = ""
    line: int = 0


Key = tuple[str, str, str]


def differences(old: Archive, new: Archive, replaced: Collection[str] = ()) -> list[Difference]:
    """Return the differences, by owner and id, without the content of unreadable files.

    `replaced` are the ids of the pictures whose file was replaced.
    """
    before, after = _by_key(old), _by_key(new)
    removed = {key: e for key, e in before.items() if key not in after and _was_read(e, new)}
    added = {key: e for key, e in after.items() if key not in before and _was_read(e, old)}
    found: list[Difference] = []
    for old_key, new_key in _renamed(removed, added):
        found.append(_under_another_id(removed.pop(old_key), added.pop(new_key)))
    found += [_whole("removed", entry, old) for entry in removed.values()]
    found += [_whole("added", entry, new) for entry in added.values()]
    for key, entry in after.items():
        if key in before:
            one = _changed(before[key], entry, old, new, entry.id in replaced)
            found += [one] if one else []
    order = {e.owner: at for at, e in enumerate(chain(after.values(), before.values()))}
    return sorted(found, key=lambda one: (order[one.owner], one.id, one.kind))


def _by_key(archive: Archive) -> dict[Key, Entry]:
    return {(e.owner, type(e.record).__name__, e.id): e for e in entries(archive)}


def _was_read(entry: Entry, archive: Archive) -> bool:
    """Return whether `archive` could read the file of an entry, or has no such file."""
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
    """Return a record as plain values, so that neither its id nor its positions are compared."""
    return record.model_dump(exclude={"id", "short"})


def _under_another_id(was: Entry, now: Entry) -> Difference:
    kind: Kind = "moved" if was.id == now.id else "renamed"
    before, after = (was.section, now.section) if kind == "moved" else (was.id, now.id)
    return _difference(kind, now, plain(now.words), (Detail("Mã", before, after),))


def _whole(kind: Kind, entry: Entry, archive: Archive) -> Difference:
    details = whole(archive, entry.owner, entry.record, entry.words)
    if issuer := _issuer(archive, entry.record):
        details = (Detail(_ISSUER, after=issuer), *details)
    return _difference(kind, entry, plain(entry.words), details)


def _difference(
    kind: Kind, entry: Entry, words: str, details: tuple[Detail, ...], **more: tuple[str, ...]
) -> Difference:
    position = entry.record.where()
    gone = kind == "removed"
    return Difference(
        entry.owner,
        entry.section,
        kind,
        entry.id,
        words,
        details,
        _sources(entry.record),
        conflict=isinstance(entry.record, Conflict),
        path="" if gone else position.path,
        line=0 if gone else position.line or 0,
        **more,
    )


def _sources(record: Record) -> tuple[str, ...]:
    return tuple(str(one) for one in getattr(record, "cite", None) or ())


def _changed(
    was: Entry, now: Entry, old: Archive, new: Archive, replaced: bool
) -> Difference | None:
    """Return how an entry differs, None if it does not."""
    same_file = not (isinstance(now.record, Picture) and replaced)
    issuers = _issuer(old, was.record), _issuer(new, now.record)
    if same_file and issuers[0] == issuers[1] and vars(was.record) == vars(now.record):
        return None
    before, after = was.record.model_dump(), now.record.model_dump()
    names = [
        name
        for name in after
        if before[name] != after[name]
        and not is_part(was.record, name)
        and not is_part(now.record, name)
    ]
    details: list[Detail] = []
    if issuers[0] != issuers[1]:
        details.append(Detail(_ISSUER, *issuers))
    if not names and same_file and not details:
        return None
    if not details and {*names} <= {*CITING} and same_file:
        return _recited(was, now)
    unsupported = tuple(_unsupported(was.record, now.record, names))
    words = now.words
    if isinstance(was.record, Observation) and isinstance(now.record, Observation):
        words = words.partition("): ")[0].replace(" (", ", ")
        if any(name in FIGURE for name in names):
            figures = (figure_text(old, was.record), figure_text(new, now.record))
            details.append(Detail("", *map(plain, figures)))
            names = [name for name in names if name not in FIGURE]
    says = Speech(old, was.owner), Speech(new, now.owner)
    for name in names:
        details += compared(was.record, now.record, name, *says)
    if not same_file:
        details.append(Detail("", "", "tệp ảnh được thay bằng tệp khác"))
    return _difference("changed", now, _short(words), tuple(details), unsupported=unsupported)


def _issuer(archive: Archive, record: Record) -> str:
    """Return who issued a document, which its file says; "" for anything else."""
    issuer = archive.issuer_of.get(record.id) if isinstance(record, Document) else None
    return f"“{issuer.name}” ({issuer.id})" if issuer else ""


def _short(words: str) -> str:
    """Return the beginning of words that only name an entry."""
    text = plain(words)
    if len(text) <= _LABEL:
        return text
    return f"{text[:_LABEL].rsplit(' ', 1)[0]} …"


def _recited(was: Entry, now: Entry) -> Difference:
    before, after = _citations(was.record), _citations(now.record)
    left = tuple(str(one) for one in before if one not in after)
    fresh = tuple(str(one) for one in after if one not in before)
    return _difference("recited", now, _short(now.words), (), left=left, new=fresh)


def _citations(record: Record) -> tuple[Citation, ...]:
    if isinstance(record, Fact | Document):
        return tuple(dict.fromkeys(one for _, one in cited_fields(record)))
    return tuple(getattr(record, "cite", None) or ())


def _unsupported(was: Record, now: Record, names: list[str]) -> list[str]:
    """Return the labels of the fields that a source must hold and that changed without it."""
    found = []
    for name in names:
        how = held(now, name)
        if not isinstance(how, Holding) or isinstance(how, Cited):
            continue
        if getattr(now, name) in (None, (), "", {}):
            continue
        if _cited(was, name) and _cited(was, name) == _cited(now, name):
            found.append(type(now).model_fields[name].title or name)
    return found


def _cited(record: Record, name: str) -> tuple[Citation, ...]:
    own = getattr(record, "cite_for", {}).get(name, ())
    end = (getattr(record, "end_cite", None) or ()) if name.startswith("end_") else ()
    return (*(own or getattr(record, "cite", None) or ()), *end)
