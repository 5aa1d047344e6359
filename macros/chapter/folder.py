"""The folder docs/, read once: its chapters, and what is wrong with their files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.chapter.front_matter import read_chapter

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from macros.chapter.front_matter import Chapter
    from macros.messages.problems import Problem

DOCS = "docs"


@dataclass(frozen=True)
class Docs:
    """The pages that editors write.

    `pages` are the paths of all Markdown files under docs/, in order; `chapters` those that could
    be read, by that path; `problems` says what is wrong with the others.
    """

    pages: tuple[str, ...] = ()
    chapters: Mapping[str, Chapter] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_docs(root: Path) -> Docs:
    """Read every chapter under `root`/docs; one that cannot be read is a problem."""
    folder = root / DOCS
    pages = tuple(path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*.md")))
    chapters: dict[str, Chapter] = {}
    problems: list[Problem] = []
    for page in pages:
        chapter, found = read_chapter(folder / page, f"{DOCS}/{page}")
        problems += found
        if chapter:
            chapters[page] = chapter
    return Docs(pages, chapters, tuple(problems))
