"""Patches mkdocs-macros: in place of its Jinja environment, one that returns text as it is.

By itself the plugin lets a page run any Python. Chapters are expanded before it sees them, so
all that is left to it is to hand the text on; no variable, filter, macro or loader is kept, and
its settings for other marks (``j2_variable_start_string``) have nothing to act on.
"""

from __future__ import annotations

from typing import Any

from mkdocs_macros import plugin

# The plugin looks for these in page titles, to render them; no title can hold them.
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
