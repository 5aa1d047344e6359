"""What one build of the pages works with, and where MkDocs' own hooks find it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from macros.about.history import History
from macros.about.page import Site
from macros.chapter.folder import Docs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig

    from macros.chapter import Chapter, Inspection, Linker, Lookup, Registry
    from macros.messages.problems import Problem


class Inputs(NamedTuple):
    """The facts, the macros over them, where the site puts its entries, and the generated pages.

    `pages` holds Markdown by path under docs/. `docs` are the chapters as they were read, and
    `inspected` those that have been guarded already, by path from the root; they are built as they
    then were, even if saved since.
    """

    archive: Lookup
    registry: Registry
    linker: Linker
    pages: Mapping[str, str] = MappingProxyType({})
    docs: Docs = Docs()
    inspected: Mapping[str, tuple[Chapter, Inspection]] = MappingProxyType({})


class DataError(Exception):
    """Data that cannot be built from; `problems` says why, in the words an editor reads."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


@dataclass
class Kept:
    """What the engine keeps during one build; MkDocs hands its configuration to every hook.

    `inputs` is None in a build without the plugin.
    """

    inputs: Inputs | None = None
    around: Around | None = None


_KEY = "party_history"


def kept(config: MkDocsConfig) -> Kept:
    """Return what is kept for the build of `config`; a server makes a new one for each build."""
    found: Kept = config.data.setdefault(_KEY, Kept())
    return found


@dataclass(frozen=True)
class Around:
    """What is the same around all pages of one build."""

    site: Site
    history: History
