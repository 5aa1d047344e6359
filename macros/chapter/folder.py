"""The folder docs/, read once: its chapters, and the problems of their files."""

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

    `pages` are the paths of all admitted chapters under docs/, in order; `chapters` are those that
    could be read, by path; `pictures` are the paths of the pictures in the same folders; `problems`
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
