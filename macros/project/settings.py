"""The settings of a site: what its own mkdocs.yml says, over what the program gives to every site.

A folder of content says its name and its navigation. How pages look and what builds them stands in
`settings.yml` beside this file; this repository's own mkdocs.yml inherits it, so that MkDocs alone
reads it too.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.utils.yaml import yaml_load

from macros.project.navigation import CONFIG
from macros.system.program import PROGRAM

GIVEN = Path(__file__).with_name("settings.yml")
# To these a site adds; in place of any other list it has its own.
_ADDED_TO = frozenset(
    {"extra_css", "extra_javascript", "hooks", "markdown_extensions", "plugins", "static_templates"}
)


def read_settings(root: Path) -> dict[str, Any]:
    """Return the settings of the site at `root`, as MkDocs takes them.

    One that names a theme, itself or by INHERIT, is whole and taken as it is. Raises OSError, and
    MkDocs' ConfigurationError for what is no YAML.
    """
    own = _read(root / CONFIG)
    theme = own.get("theme")
    if theme and (not isinstance(theme, Mapping) or "name" in theme):
        return own
    return _over(_from_anywhere(_read(GIVEN)), own)


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        read = yaml_load(file)
    # MkDocs tells of a file that is no mapping.
    return read if isinstance(read, dict) else {}


def _from_anywhere(given: dict[str, Any]) -> dict[str, Any]:
    """Return the program's settings with its own places in full: a site may lie anywhere."""
    given["hooks"] = [str(PROGRAM / path) for path in given["hooks"]]
    given["theme"]["custom_dir"] = str(PROGRAM / given["theme"]["custom_dir"])
    for plugin in given["plugins"]:
        # The file, since mkdocs-macros puts a folder on the path that modules are sought on.
        name = plugin["macros"]["module_name"]
        plugin["macros"]["module_name"] = str(PROGRAM / name / "__init__")
    # For a preview by MkDocs itself, which reads no such settings.
    del given["watch"]
    return given


def _over(given: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return `own` over `given`: sections are merged, and lists in `_ADDED_TO` follow on."""
    merged = {**given, **own}
    for key in given.keys() & own.keys():
        here, there = given[key], own[key]
        if isinstance(here, Mapping) and isinstance(there, Mapping):
            merged[key] = _over(here, there)
        elif key in _ADDED_TO and isinstance(there, list):
            merged[key] = [*here, *there]
    return merged
