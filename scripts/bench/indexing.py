"""Rebuild the search index of the fabricated project in the current folder.

    python -m scripts.bench.indexing

The measurement includes loading the data: a few tenths of a second at relevant sizes.
"""

from __future__ import annotations

from pathlib import Path

from macros.project.check import load
from macros.project.project import Project
from macros.search.write import index_site


def main(root: Path) -> str:
    """Write `root`/site/search; return what was written, in words."""
    size = index_site(root / "site", load(Project(root)).archive)
    return f"{size.pages} trang, {size.sections} mục, {size.terms} từ, {size.bytes} byte"


if __name__ == "__main__":
    print(main(Path.cwd()))
