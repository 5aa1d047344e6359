"""Views of the glossary: abbreviations and terms in Vietnamese order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from macros.model.codes import ENTRY_KINDS
from macros.text.vietnamese import slug, sort_key
from macros.views.common import Page


@dataclass(frozen=True)
class Entry:
    """An abbreviation or a term, and what it stands for."""

    anchor: str
    short: str
    full: str
    note: str


@dataclass(frozen=True)
class Letter:
    """The entries that begin with one letter."""

    letter: str
    entries: tuple[Entry, ...]


def glossary(page: Page, kind: str) -> tuple[Letter, ...]:
    """Return the entries of a kind by their first letter, in Vietnamese order."""
    found: dict[str, list[Entry]] = defaultdict(list)
    anchors: set[str] = set()
    wanted = (one for one in page.archive.abbreviations if one.kind == kind)
    for one in sorted(wanted, key=lambda one: sort_key(one.short)):
        anchor = f"{slug(ENTRY_KINDS[kind])}-{slug(one.short)}"
        # CĐ and CD have the same slug: the second one gets a number.
        while anchor in anchors:
            anchor += "-2"
        anchors.add(anchor)
        entry = Entry(anchor, one.short, one.full, one.note or "")
        found[one.short[:1].upper()].append(entry)
    return tuple(Letter(letter, tuple(entries)) for letter, entries in found.items())
