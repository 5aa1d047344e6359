"""Builds only the pages of the project in this folder: no check, search or open data.

In one process, which notes how long it takes for each page (`kinds.TIMES`).

python -m scripts.bench.pages
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands import build

from macros.engine.config import site_config
from macros.speed.converter import with_one_converter
from scripts.bench.kinds import TIMES, Clock

FOLDER = "pages"


def main() -> None:
    """Build into `pages/`."""
    root = Path.cwd()
    config = site_config(root, site_dir=str(root / FOLDER))
    config.plugins.on_startup(command="build", dirty=False)
    clock = Clock()
    for name, step in (
        ("_populate_page", with_one_converter(build._populate_page)),
        ("_build_page", build._build_page),
    ):
        setattr(build, name, clock.timed(step))
    build.build(config)
    config.plugins.on_shutdown()
    clock.write(root / TIMES)


if __name__ == "__main__":
    main()
