"""The one MkDocs hook: adds the look-up pages that follow from the data alone.

A hook, since no plugin in use can add files to a build, while serving too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages to those of docs/; a page written by hand keeps its place."""
    # Imported here: MkDocs loads this file by its path before the project can be imported.
    from macros.engine.state import current

    project = current()
    for path, text in project.pages.items() if project else ():
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=text))
    return files
