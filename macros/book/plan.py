"""The plan of a volume: its organizations, and its chapters in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.archive import Archive, Dossier
from macros.archive.books import COLLECTED
from macros.book.config import Settings
from macros.chapter import Chapter

APPENDICES = (
    "lanh-dao", "dai-hoi", "committees", "roll", "so-lieu", "chi-tieu", "bien-nien", "su-kien",
    "mau-thuan",
)  # fmt: skip
"""The pages of an organization that are reference tables, which a book has at the end.

Chapters with these names, and those whose `part:` says so, are appendices; required tables that
none of them shows are added (`appendices`).
"""

_OF_PART = {"committees": "committees", "roll": "roll", "chronology": "bien-nien"}

OPENING = ("foreword", "preface")
"""Parts that stand before the chapters, in this order."""

CLOSING = ("conclusion",)
"""Parts that follow the last chapter."""

LAST = ("sources",)
"""Parts that follow the appendices, before the bibliography."""


Chapters = Mapping[str, Chapter]
"""Chapters by page of the site, in the order of printing."""


@dataclass(frozen=True)
class Part:
    """One organization's part of a volume, with its chapters by page of the site.

    `opening` comes before them, `closing` after them, `last` after the appendices.
    """

    dossier: Dossier
    chapters: Chapters
    appendices: Chapters
    opening: Chapters = field(default_factory=dict)
    closing: Chapters = field(default_factory=dict)
    last: Chapters = field(default_factory=dict)


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
    parts = [_part(dossier, chapters) for dossier in archive.volumes]
    single = [Plan(part.dossier.id, part.dossier.title, "Lịch sử", (part,)) for part in parts]
    own = {path: one for path, one in chapters.items() if path.startswith(f"{COLLECTED}/")}
    around = (_of_parts(own, names) for names in (OPENING, CLOSING, LAST))
    return (
        [Plan(COLLECTED, settings.site_name, "", tuple(parts), *around), *single] if parts else []
    )


def appendix_of(path: str, chapter: Chapter) -> str:
    """Return the kind of appendix of a page, or "": `chi-tieu-2030.md` is one of targets."""
    if chapter.front_matter.part:
        return _OF_PART.get(chapter.front_matter.part, "")
    stem = Path(path).stem
    if stem in APPENDICES:
        return stem
    return next((kind for kind in ("so-lieu", "chi-tieu") if stem.startswith(f"{kind}-")), "")


def _of_parts(chapters: Chapters, names: Sequence[str]) -> Chapters:
    """Return the chapters that are these parts of a book, in the order of the names."""
    found = [(path, one) for path, one in chapters.items() if one.front_matter.part in names]
    return dict(sorted(found, key=lambda item: names.index(item[1].front_matter.part)))


def _part(dossier: Dossier, chapters: Chapters) -> Part:
    own = {path: one for path, one in chapters.items() if path.startswith(f"{dossier.id}/")}
    tables = {path: kind for path, one in own.items() if (kind := appendix_of(path, one))}
    order = sorted(tables, key=lambda path: APPENDICES.index(tables[path]))
    opening, closing, last = (_of_parts(own, names) for names in (OPENING, CLOSING, LAST))
    aside = {*tables, *opening, *closing, *last}
    return Part(
        dossier,
        {path: one for path, one in own.items() if path not in aside},
        {path: own[path] for path in order},
        opening,
        closing,
        last,
    )
