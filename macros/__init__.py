"""The package that mkdocs-macros loads; it only passes control to the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin


def define_env(env: MacrosPlugin) -> None:
    """Let the engine take over the pages of mkdocs-macros; called at the start of each build."""
    # Imported here, so that checks, book and tests can import macros.* without MkDocs.
    from macros.engine.plugin import attach

    attach(env)
