"""The one object that knows where a project lies; each of its files is read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.chapter import Chapter
from macros.chapter.folder import Docs, read_docs
from macros.project.navigation import CONFIG, Listed, read_navigation


@dataclass(frozen=True)
class Project:
    """A folder of content: mkdocs.yml, docs/ and data/. Every command works on one.

    What is read of it is kept, so a command that must see later changes makes a new one.
    """

    root: Path

    @property
    def config(self) -> Path:
        """The settings of the site."""
        return self.root / CONFIG

    @cached_property
    def docs(self) -> Docs:
        """The chapters under docs/."""
        return read_docs(self.root)

    @cached_property
    def chapters(self) -> dict[str, Chapter]:
        """The chapters by path under docs/, those that the navigation lists first, in its order."""
        listed = (one.page for one in self.navigation)
        found = self.docs.chapters
        return {page: found[page] for page in dict.fromkeys([*listed, *found]) if page in found}

    @cached_property
    def navigation(self) -> tuple[Listed, ...]:
        """The pages that the navigation lists, in order."""
        return read_navigation(self.root)
