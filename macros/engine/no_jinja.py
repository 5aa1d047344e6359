"""Patches mkdocs-macros: replaces its Jinja environment by one that returns text unchanged.

The plugin alone lets a page run any Python. Chapters are expanded before the plugin sees them, so
it only has to pass the text on: the replacement has no variables, filters, macros or loaders, and
the plugin's settings for other delimiters (``j2_variable_start_string``) have no effect.
"""

from __future__ import annotations

from typing import Any

from mkdocs_macros import plugin

# The plugin looks for these delimiters in page titles; no title can contain this character.
_NEVER = "\x00"


class VerbatimTemplate:
    """A template whose rendering is its own text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def render(self, **_variables: object) -> str:
        """Return the text, whatever the variables."""
        return self._text


class VerbatimEnvironment:
    """Stands where mkdocs-macros expects a `jinja2.Environment`, and evaluates nothing.

    `globals` and `filters` are there because the plugin fills them; nothing reads them.
    """

    variable_start_string = block_start_string = comment_start_string = _NEVER

    def __init__(self, **_settings: object) -> None:
        self.globals: dict[str, Any] = {}
        self.filters: dict[str, Any] = {}

    def from_string(self, text: str) -> VerbatimTemplate:
        """Return a template of the text."""
        return VerbatimTemplate(text)


def remove_jinja() -> None:
    """Make the plugin build its environment, later in the same build, from our class."""
    setattr(plugin, "Environment", VerbatimEnvironment)  # noqa: B010 (hides it from mypy)
