"""The plan of a volume: its organizations, and its chapters in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.archive.arrangement import (
    CLOSING,
    LAST,
    OPENING,
    Arrangement,
    arranged,
    of_parts,
)
from macros.archive.books import COLLECTED

if TYPE_CHECKING:
    from macros.archive import Archive, Dossier
    from macros.archive.arrangement import Chapters
    from macros.book.config import Settings
    from macros.chapter import Chapter


@dataclass(frozen=True, kw_only=True)
class Part(Arrangement):
    """One organization's part of a volume, with its chapters by page of the site."""

    dossier: Dossier


@dataclass(frozen=True)
class Plan:
    """A volume: its name (of its files), its title, and its parts.

    `opening`, `closing` and `last` are those of the collected volume itself (docs/toan-tap/).
    """

    name: str
    title: str
    subtitle: str
    parts: tuple[Part, ...]
    opening: Chapters = field(default_factory=dict)
    closing: Chapters = field(default_factory=dict)
    last: Chapters = field(default_factory=dict)

    @property
    def collected(self) -> bool:
        """Whether this is the volume of all organizations."""
        return self.name == COLLECTED


def plans(settings: Settings, archive: Archive, chapters: Mapping[str, Chapter]) -> list[Plan]:
    """Return the volumes: the collected one first, since it takes longest, then one each.

    `chapters` are by path under docs/, in the order of the navigation.
    """
    parts = [
        Part(dossier=dossier, **vars(arranged(dossier.id, chapters))) for dossier in archive.volumes
    ]
    single = [Plan(part.dossier.id, part.dossier.title, "Lịch sử", (part,)) for part in parts]
    own = {path: one for path, one in chapters.items() if path.startswith(f"{COLLECTED}/")}
    around = (of_parts(own, names) for names in (OPENING, CLOSING, LAST))
    return (
        [Plan(COLLECTED, settings.site_name, "", tuple(parts), *around), *single] if parts else []
    )
