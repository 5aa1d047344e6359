"""Builds only the pages of the project in this folder: no check, search or open data.

python -m scripts.bench.pages
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build

from macros.engine.config import site_config

FOLDER = "pages"


def main() -> None:
    """Build into `pages/`."""
    root = Path.cwd()
    config = site_config(root, site_dir=str(root / FOLDER))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()


if __name__ == "__main__":
    main()
