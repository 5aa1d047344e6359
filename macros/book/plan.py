"""What stands in a volume: which organizations, which chapters in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.archive import Archive, Dossier
from macros.archive.books import COLLECTED
from macros.book.config import Settings
from macros.chapter import Chapter, read_chapter
from macros.messages.problems import Problem

APPENDICES = ("lanh-dao", "dai-hoi", "so-lieu", "chi-tieu", "bien-nien", "su-kien", "mau-thuan")
"""The pages of an organization that are tables to look things up in: a book has them at the end.

Chapters of these names are appendices; what none of them shows is added (`appendices`).
"""


@dataclass(frozen=True)
class Part:
    """One organization's part of a volume, with its chapters by the page that each is."""

    dossier: Dossier
    chapters: Mapping[str, Chapter]
    appendices: Mapping[str, Chapter]


@dataclass(frozen=True)
class Plan:
    """A volume: its name (of its files), its title, and its parts."""

    name: str
    title: str
    subtitle: str
    parts: tuple[Part, ...]

    @property
    def collected(self) -> bool:
        """Whether this is the volume of all organizations."""
        return self.name == COLLECTED


def read_chapters(settings: Settings) -> tuple[dict[str, Chapter], list[Problem]]:
    """Read the chapters under docs/ in the order of the navigation, those not in it last."""
    found: dict[str, Chapter] = {}
    problems: list[Problem] = []
    docs = settings.docs
    there = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md"))
    for path in dict.fromkeys([*settings.nav, *there]):
        if path not in there:
            continue
        chapter, told = read_chapter(docs / path, f"docs/{path}")
        problems += told
        if chapter:
            found[path] = chapter
    return found, problems


def plans(settings: Settings, archive: Archive, chapters: Mapping[str, Chapter]) -> list[Plan]:
    """Return the volumes: the collected one first, since it takes longest, then one each."""
    parts = [_part(dossier, chapters) for dossier in archive.volumes]
    single = [Plan(part.dossier.id, part.dossier.title, "Lịch sử", (part,)) for part in parts]
    return [Plan(COLLECTED, settings.site_name, "", tuple(parts)), *single] if parts else []


def appendix_of(path: str) -> str:
    """Return which appendix a page is, or "": `le-chan/chi-tieu-2030.md` is one of targets."""
    stem = Path(path).stem
    if stem in APPENDICES:
        return stem
    return next((kind for kind in ("so-lieu", "chi-tieu") if stem.startswith(f"{kind}-")), "")


def _part(dossier: Dossier, chapters: Mapping[str, Chapter]) -> Part:
    own = {path: one for path, one in chapters.items() if path.startswith(f"{dossier.id}/")}
    tables = {path: one for path, one in own.items() if appendix_of(path)}
    order = sorted(tables, key=lambda path: APPENDICES.index(appendix_of(path)))
    return Part(
        dossier,
        {path: one for path, one in own.items() if path not in tables},
        {path: tables[path] for path in order},
    )
