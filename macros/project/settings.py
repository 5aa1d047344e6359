"""The settings of a site: its own mkdocs.yml merged over the program's settings for every site.

A folder of content sets its name and its navigation. The look of pages and the plugins are set in
`settings.yml` next to this file. This repository's own mkdocs.yml inherits that file, so that plain
MkDocs uses it too.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from macros.project.navigation import CONFIG, PROGRAM_SETTINGS
from macros.project.own_settings import runs_code
from macros.system.program import PROGRAM

# A site's list is appended to the program's; any other list replaces it.
_ADDED_TO = frozenset(
    {"extra_css", "extra_javascript", "hooks", "markdown_extensions", "plugins", "static_templates"}
)


def read_settings(root: Path) -> dict[str, Any]:
    """Return the settings of the site at `root`, as MkDocs expects them.

    A mkdocs.yml that names a theme, itself or by INHERIT, is complete and used unchanged. Raises
    OSError, and MkDocs' ConfigurationError for invalid YAML.
    """
    own = _read(root / CONFIG)
    theme = own.get("theme")
    if theme and (not isinstance(theme, Mapping) or "name" in theme):
        return own
    return _merged(_with_absolute_paths(_read(PROGRAM_SETTINGS)), own)


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        # A tag that runs code is found in UTF-8 only, so a file in UTF-16 is refused.
        if runs_code(file.read().decode("utf-8", "replace")):
            raise ConfigurationError(f"{path.name}: a tag that runs code")
        file.seek(0)
        if file.read(2) in (b"\xff\xfe", b"\xfe\xff"):
            raise ConfigurationError(f"{path.name}: not UTF-8")
        file.seek(0)
        # The loader in C, as for data/, saves a check 0.05 s.
        read = yaml_load(file, get_yaml_loader(yaml.CLoader))
    # MkDocs reports a file that is not a mapping.
    return read if isinstance(read, dict) else {}


def _with_absolute_paths(given: dict[str, Any]) -> dict[str, Any]:
    """Return the program's settings with absolute paths, because a site may be anywhere."""
    given["hooks"] = [str(PROGRAM / path) for path in given["hooks"]]
    given["theme"]["custom_dir"] = str(PROGRAM / given["theme"]["custom_dir"])
    for plugin in given["plugins"]:
        # The path of the file: for a folder, mkdocs-macros would change sys.path.
        name = plugin["macros"]["module_name"]
        plugin["macros"]["module_name"] = str(PROGRAM / name / "__init__")
    # Only for `mkdocs serve`, which reads the file itself.
    del given["watch"]
    return given


def _merged(given: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return `own` merged over `given`: sections recursively, lists in `_ADDED_TO` appended."""
    merged = {**given, **own}
    for key in given.keys() & own.keys():
        here, there = given[key], own[key]
        if isinstance(here, Mapping) and isinstance(there, Mapping):
            merged[key] = _merged(here, there)
        elif key in _ADDED_TO and isinstance(there, list):
            merged[key] = [*here, *there]
    return merged
