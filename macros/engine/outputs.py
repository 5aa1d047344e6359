"""The files that a build with MkDocs writes: pages, pictures of docs/, files of the theme.

The list is made from folders and settings alone, not from MkDocs' own list of files, because the
audit compares with it what MkDocs has written.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from macros.addresses.urls import folder_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from macros.engine.inputs import Inputs
    from macros.project.site_files import SiteFiles

UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "book/")
"""Not published: the theme's own search, and the part of overrides/ for the printed book."""

_NOT_COPIED = (".html", ".py", ".pyc", ".md", ".yml")


def made_by_mkdocs(config: MkDocsConfig, inputs: Inputs) -> SiteFiles:
    """Return every file that MkDocs writes, by its path on the site; scripts are not minified."""
    made: SiteFiles = {}
    for folder in reversed(config.theme.dirs):
        made |= {path: Path(folder, path) for path in _files(folder)}
    for template in config.theme.static_templates:
        made[template] = None
        if template == "sitemap.xml":
            made[f"{template}.gz"] = None
    docs = Path(config.docs_dir)
    made |= {picture: docs / picture for picture in inputs.docs.pictures}
    for page in (*inputs.docs.pages, *inputs.pages):
        folder = folder_of(page)
        made[f"{folder}/index.html" if folder else "index.html"] = None
    return made


def _files(folder: str) -> Iterator[str]:
    """Yield the files of a folder of the theme that are copied to the site."""
    for here, folders, names in os.walk(folder):
        # The theme has ten thousand icons in a hidden folder.
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        for name in names:
            if name.startswith(".") or name.endswith(_NOT_COPIED):
                continue
            path = os.path.relpath(os.path.join(here, name), folder).replace(os.sep, "/")  # noqa: PTH118
            if not path.startswith(UNUSED):
                yield path
