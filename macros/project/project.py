"""The project object: it knows the root folder, and reads each file once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.chapter import Chapter
from macros.chapter.folder import Docs, read_docs
from macros.messages.problems import Position, Problem
from macros.project.navigation import CONFIG, Navigation, read_navigation


@dataclass(frozen=True)
class Project:
    """A folder of content: mkdocs.yml, docs/ and data/. Every command works on one.

    What was read stays in memory; a command that must see later changes creates a new object.
    """

    root: Path

    @property
    def config(self) -> Path:
        """The path of mkdocs.yml."""
        return self.root / CONFIG

    @property
    def missing(self) -> list[Problem]:
        """A problem for each folder of content that is not there; then nothing else is read."""
        return [
            Problem(
                Position(name),
                f"không có thư mục {name}/ ({what})",
                "đưa thư mục ấy trở lại cạnh mkdocs.yml; trang mới thì mở bằng make new",
            )
            for name, what in (("data", "dữ liệu"), ("docs", "các chương"))
            if not (self.root / name).is_dir()
        ]

    @cached_property
    def docs(self) -> Docs:
        """The chapters under docs/."""
        return read_docs(self.root)

    @cached_property
    def chapters(self) -> dict[str, Chapter]:
        """The chapters by path under docs/: first those in the navigation, in its order."""
        listed = (one.page for one in self.navigation.listed)
        found = self.docs.chapters
        return {page: found[page] for page in dict.fromkeys([*listed, *found]) if page in found}

    @cached_property
    def navigation(self) -> Navigation:
        """The navigation as mkdocs.yml has it."""
        return read_navigation(self.root)
