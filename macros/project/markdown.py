"""The Markdown of a site: which extensions its settings name, and what they make of a text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import ConfigurationError

from macros.chapter import VerbatimExtension
from macros.project.own_settings import may_extend
from macros.project.settings import read_settings

if TYPE_CHECKING:
    from pathlib import Path

    from markdown import Markdown

# MkDocs always adds these.
_ALWAYS = ("toc", "tables", "fenced_code")


def extensions(settings: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the options of each Markdown extension by its name."""
    found: dict[str, dict[str, Any]] = {name: {} for name in _ALWAYS}
    for entry in settings.get("markdown_extensions") or ():
        options = entry if isinstance(entry, Mapping) else {entry: None}
        for name, values in options.items():
            found[name] = dict(values) if isinstance(values, Mapping) else {}
    return found


class Renderer:
    """Turns expanded Markdown into HTML as the site at `root` does; reads settings on first use."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._refused = ""

    @property
    def refused(self) -> str:
        """What Markdown says of extensions in the settings that it cannot use; "" if it can."""
        assert self._markdown
        return self._refused

    def __call__(self, text: str) -> str:
        """Return the HTML of a text."""
        page: str = self._markdown.reset().convert(text)
        return page

    def warns_of_omitted_pages(self) -> bool:
        """Return whether MkDocs would warn of a page that the navigation does not list."""
        validation = self._settings.get("validation")
        nav = validation.get("nav") if isinstance(validation, Mapping) else None
        return isinstance(nav, Mapping) and nav.get("omitted_files") == "warn"

    @cached_property
    def _settings(self) -> dict[str, Any]:
        try:
            return read_settings(self.root)
        except (OSError, ConfigurationError):
            return {}  # reported where the settings are needed

    @cached_property
    def _markdown(self) -> Markdown:
        from markdown import Markdown

        # Others are reported at their line, and must not run in a check.
        every = extensions(self._settings)
        named = {one: options for one, options in every.items() if may_extend(one)}
        try:
            return Markdown(extensions=[*named, VerbatimExtension()], extension_configs=named)
        except Exception as error:  # whatever an extension raises
            self._refused = str(error)
            return Markdown(extensions=[*_ALWAYS, VerbatimExtension()])
