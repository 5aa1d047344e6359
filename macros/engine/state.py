"""What one build works with, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from mkdocs.config.defaults import MkDocsConfig

if TYPE_CHECKING:
    from macros.chapter import Chapter, Inspection, Linker, Lookup, Registry
    from macros.messages.problems import Problem


class Project(NamedTuple):
    """The facts, the macros over them, where the site puts its entries, and the generated pages.

    `pages` holds Markdown by path under docs/. `inspected` are the chapters that have been guarded
    already, by path from the root; they are built as they then were, even if saved since.
    """

    archive: Lookup
    registry: Registry
    linker: Linker
    pages: Mapping[str, str] = MappingProxyType({})
    inspected: Mapping[str, tuple[Chapter, Inspection]] = MappingProxyType({})


class ProjectError(Exception):
    """Data that cannot be built from; `problems` says why, in the words an editor reads."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


Loader = Callable[[MkDocsConfig], Project]


def _load_project(config: MkDocsConfig) -> Project:
    """Load the project that this package belongs to."""
    # By name: the project's macros import this package, which must not import them in turn.
    project: Project = import_module("macros.engine.project").load(config)
    return project


# The seam by which a test puts a fabricated project in the place of the real one, and by which
# a build hands over the project that it has already loaded and checked.
_loader: Loader = _load_project
_current: Project | None = None


def use_loader(loader: Loader) -> None:
    """Load projects with `loader` from now on."""
    global _loader
    _loader = loader


def load(config: MkDocsConfig) -> Project:
    """Load the project afresh; raises ProjectError. Called once in each build."""
    global _current
    _current = _loader(config)
    return _current


def current() -> Project | None:
    """Return the project of the build under way; None in a build without the plugin."""
    return _current
