"""The inputs and the state of one build, and how MkDocs' hooks reach them."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from macros.chapter.folder import Docs
from macros.metadata.history import History
from macros.metadata.page import Site

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from macros.admission.picture_file import PictureFile
    from macros.chapter import Chapter, Inspection, Linker, Lookup, Registry
    from macros.engine.frame import Frame
    from macros.messages.problems import Problem
    from macros.project.site_files import SiteFiles


class Inputs(NamedTuple):
    """The data, the macros, the linker of the site, and the pages to build.

    `pages` holds the generated pages by path under docs/. `docs` are the chapters as
    they were read, `pictures` those beside them, by path under docs/; `inspected` are the chapters
    that the guard has already inspected, by path from the root. They are built as they were
    inspected, even if somebody has saved them since.
    """

    archive: Lookup
    registry: Registry
    linker: Linker
    pages: Mapping[str, Chapter] = MappingProxyType({})
    docs: Docs = Docs()
    inspected: Mapping[str, tuple[Chapter, Inspection]] = MappingProxyType({})
    pictures: Mapping[str, PictureFile] = MappingProxyType({})


class DataError(Exception):
    """Data that cannot be built from; `problems` says why, in the words an editor reads."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


# No repr of all that it holds: mkdocs-macros writes out the configuration for its trace, even where
# nobody reads it; that was a tenth of a build of fifty organizations.
@dataclass(repr=False)
class BuildState:
    """The state of the engine during one build, stored in MkDocs' configuration.

    MkDocs passes that configuration to every hook. `inputs` is None in a build without the plugin,
    `frame` before the navigation is read.
    `made` are the files that our own hooks have written into the site, `styles` the stylesheets
    that are joined, by their paths.
    """

    inputs: Inputs | None = None
    metadata: SiteMetadata | None = None
    frame: Frame | None = None
    made: SiteFiles = field(default_factory=dict)
    styles: Mapping[str, Path] = field(default_factory=dict)


_KEY = "party_history"


def state_of(config: MkDocsConfig) -> BuildState:
    """Return the state of the build of `config`; a server makes a new one per build."""
    found: BuildState = config.data.setdefault(_KEY, BuildState())
    return found


@dataclass(frozen=True)
class SiteMetadata:
    """The metadata that all pages of one build share."""

    site: Site
    history: History
