"""Keeps the parts of the theme's frame that many pages have alike, in place of rendering each anew.

The head, the doors and the drawer are the same on all pages of people, of organizations, of
documents or of years: they took a third of the time in which the theme is put around such a page. A
template marks a part by `{% call kept("header") %}…{% endcall %}`; which pages are alike is said by
the value `alike` of a page's context. The plain version renders all: `plain`, with which
tests/speed/test_fragments.py compares a site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import pass_context

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from jinja2.runtime import Context


class Fragments:
    """The parts that one process has rendered in one build, by their names and by `alike`."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, Hashable], str] = {}

    @pass_context
    def kept(self, context: Context, name: str, caller: Callable[[], str]) -> str:
        """Return a part of a page as it is on all pages that are alike."""
        alike = context.get("alike")
        if alike is None:
            return caller()
        key = name, alike
        if key not in self._made:
            self._made[key] = caller()
        return self._made[key]


def plain(_: str, caller: Callable[[], str]) -> str:
    """Return a part of a page as it is rendered for this page."""
    return caller()
