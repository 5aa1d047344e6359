"""The folder docs/, read once: its chapters, and what is wrong with their files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.admission.docs import DOCS, admit_docs
from macros.chapter.front_matter import read_chapter

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from macros.chapter.front_matter import Chapter
    from macros.messages.problems import Problem


@dataclass(frozen=True)
class Docs:
    """The pages that editors write.

    `pages` are the paths of all chapters that are admitted under docs/, in order; `chapters` those
    that could be read, by that path; `pictures` the paths of the pictures beside them; `problems`
    says what is wrong with all other files.
    """

    pages: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    chapters: Mapping[str, Chapter] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_docs(root: Path) -> Docs:
    """Read every chapter under `root`/docs; one that cannot be read is a problem."""
    admitted = admit_docs(root)
    chapters: dict[str, Chapter] = {}
    problems = list(admitted.problems)
    for page in admitted.pages:
        chapter, found = read_chapter(root / DOCS / page, f"{DOCS}/{page}")
        problems += found
        if chapter:
            chapters[page] = chapter
    return Docs(admitted.pages, admitted.pictures, chapters, tuple(problems))
