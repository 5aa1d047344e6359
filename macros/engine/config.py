"""The configuration that MkDocs builds a site with, wherever the folder of content lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config import load_config

from macros.project.navigation import CONFIG
from macros.project.settings import read_settings
from macros.system.program import PROGRAM

if TYPE_CHECKING:
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

OVERRIDES = "overrides"


def site_config(root: Path, **changes: object) -> MkDocsConfig:
    """Return the configuration of the site at `root`, with `changes` by the name of the setting.

    Templates, styles and pictures in its own folder overrides/ go before the program's. Raises
    MkDocs' ConfigurationError or Abort.
    """
    file = root / CONFIG
    settings = read_settings(root) if file.is_file() else {}
    config = load_config(str(file), **{**settings, **changes})
    folders = config.theme.dirs
    own = str(root / OVERRIDES)
    if str(PROGRAM / OVERRIDES) in folders and own not in folders:
        folders.insert(0, own)
    return config
