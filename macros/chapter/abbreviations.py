"""Says on hover what an abbreviation in a chapter's own words stands for.

`expand` ends a chapter with the definitions of the abbreviations that it uses, as Markdown's own
`abbr` extension reads them; components and headings keep theirs unmarked.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from markdown.extensions.abbr import AbbrExtension, AbbrTreeprocessor

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_WORD = re.compile(r"\w+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def definitions(prose: str, glossary: Mapping[str, str]) -> str:
    """Return Markdown that defines the abbreviations of `glossary` that stand in `prose`, or "".

    Only those of one word: looking up the words of a chapter takes no time, seeking every
    abbreviation in it would.
    """
    used = sorted(set(_WORD.findall(prose)) & glossary.keys())
    lines = (f"*[{short}]: {html.escape(glossary[short])}\n" for short in used)
    return "\n\n" + "".join(lines) if used else ""


class AbbreviationExtension(AbbrExtension):
    """Markdown's abbreviations, but none within a heading, whose words name its anchor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (name given by Python-Markdown)
        """Register as the original does, with a walk of our own."""
        super().extendMarkdown(md)
        original: Any = md.treeprocessors["abbr"]
        md.treeprocessors.register(_Walk(md, original.abbrs), "abbr", 7)


class _Walk(AbbrTreeprocessor):
    def iter_element(self, el: Element, parent: Element | None = None) -> None:
        if el.tag not in _HEADINGS:
            super().iter_element(el, parent)
