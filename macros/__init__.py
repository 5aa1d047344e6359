"""The package that mkdocs-macros loads; it holds the door to the engine and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin


def define_env(env: MacrosPlugin) -> None:
    """Attach the chapters to mkdocs-macros, at the start of each build."""
    # Imported here so that checks, book and tests use macros.* without MkDocs.
    from macros.engine.plugin import attach

    attach(env)
