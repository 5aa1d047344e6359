"""Where in data/ and docs/ the things stand that a Word copy of a volume tells.

By its bookmarks (`make word`); what has none, or is of another making, by comparing words.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from macros.addresses.bookmarks import (
    chapter_bookmark,
    fact_bookmark,
    first_of,
    is_volume_bookmark,
    volume_bookmark,
)
from macros.archive.books import COLLECTED
from macros.archive.complete import load_archive
from macros.project.project import Project
from macros.text.vietnamese import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from macros.chapter import Chapter
    from macros.intake.word.reviewed import Remark, Reviewed

_OTHER_SECTIONS = ("van-ban", "nguon", "chu-viet-tat")
"""The keys of sections of a volume that are no chapters."""
_LINE = re.compile(r"[^\n]+")
_CALL = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|\{:[^}]*\}", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_FEWEST = 3
"""Words that a line of a chapter must share with a paragraph to be taken for it."""


class Told(NamedTuple):
    """A fact, as `make remarks` names it, and where its datum is."""

    name: str
    position: str


class UnknownVolumeError(Exception):
    """The copy is of a volume that this site does not have; the text is its bookmark."""


class Places:
    """The places of a site at `root`."""

    def __init__(self, root: Path) -> None:
        self._archive, _ = load_archive(root)
        self._chapters: Mapping[str, Chapter] = Project(root).chapters
        keys = {slug(path.removesuffix(".md")): path for path in self._chapters}
        self._sections = {chapter_bookmark(key): path for key, path in keys.items()}

    @cached_property
    def sections(self) -> frozenset[str]:
        """The bookmarks of the headings of sections, also of those that are no chapters."""
        others = map(chapter_bookmark, _OTHER_SECTIONS)
        parts = (chapter_bookmark(f"phan-{one}") for one in self._archive.dossiers)
        return frozenset({*self._sections, *others, *parts})

    def volume_of(self, copy: Reviewed) -> str:
        """Return the volume that a copy is of, "" if it does not say.

        Raises UnknownVolumeError for one that is not here.
        """
        known = {volume_bookmark(one): one for one in (COLLECTED, *self._archive.dossiers)}
        said = [one for one in copy.marks if is_volume_bookmark(one)]
        if said and said[0] not in known:
            raise UnknownVolumeError(said[0])
        return known[said[0]] if said else ""

    def facts(self, remark: Remark, volume: str) -> tuple[Told, ...]:
        """Return the facts that a remark is about: around or within, else the one before."""
        known = self._facts(volume)
        about = [first_of(one) for one in remark.marks]
        found = [told for one in dict.fromkeys(about) for told in known.get(one, ())]
        before = [known[name] for one in remark.before if (name := first_of(one)) in known]
        return tuple(found or (before[0] if before else ()))

    def _facts(self, volume: str) -> Mapping[str, list[Told]]:
        """Return the facts by bookmark; in a copy of no known volume, by their bare ids too."""
        found: dict[str, list[Told]] = {}
        for owner, fact in self._archive.each_fact():
            where = fact.where()
            told = Told(
                fact.id if owner == volume or not volume else f"{owner}/{fact.id}",
                f"{where.path}:{where.line}",
            )
            found.setdefault(fact_bookmark(owner, fact.id, volume), []).append(told)
            if not volume:
                found.setdefault(fact.id, []).append(told)
        return found

    def line(self, remark: Remark) -> str:
        """Return `docs/…:12` for the paragraph of a chapter that a remark is on, "" if unknown.

        Where no paragraph has its words, as in a table made from data, that is the heading above.
        """
        path = self._sections.get(remark.section)
        chapters = (
            [self._chapters[path]] if path else [] if remark.section else self._titled(remark)
        )
        for words in (remark.text, remark.heading):
            best = max(
                (one for chapter in chapters for one in _scored(chapter, words)),
                default=(0, ""),
                key=lambda one: one[0],
            )
            if best[0] >= _FEWEST or (words == remark.heading and best[0] > 0):
                return best[1]
        return chapters[0].path if path else ""

    def _titled(self, remark: Remark) -> list[Chapter]:
        """Return the chapters among which words are sought: those of that title, else all."""
        every = list(self._chapters.values())
        return [one for one in every if one.front_matter.title in remark.heading] or every


def _scored(chapter: Chapter, text: str) -> Iterator[tuple[int, str]]:
    """Yield each line of a chapter with how many of a paragraph's words it has, less the others."""
    wanted = Counter(_words(text))
    for found in _LINE.finditer(chapter.body):
        own = Counter(_words(_CALL.sub(" ", found[0])))
        shared = (own & wanted).total()
        where = chapter.position(found.start())
        yield 3 * shared - 2 * own.total(), f"{where.path}:{where.line}"


def _words(text: str) -> Iterable[str]:
    return (one.casefold() for one in _WORD.findall(text))
