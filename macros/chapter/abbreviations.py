"""Explains on hover the abbreviations in a chapter's own text.

`expand` appends to a chapter the definitions of the abbreviations that it uses, for Markdown's own
`abbr` extension. Abbreviations in components and headings are not marked.
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
    """Return Markdown that defines the abbreviations of `glossary` that occur in `prose`, or "".

    Only abbreviations of one word count: looking up each word is fast, searching the text for every
    abbreviation is not.
    """
    used = sorted(set(_WORD.findall(prose)) & glossary.keys())
    lines = (f"*[{short}]: {html.escape(glossary[short])}\n" for short in used)
    return "\n\n" + "".join(lines) if used else ""


class AbbreviationExtension(AbbrExtension):
    """Markdown's abbreviations, except in headings, whose text becomes their anchor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (name given by Python-Markdown)
        """Register as the original does, with our own tree processor."""
        super().extendMarkdown(md)
        original: Any = md.treeprocessors["abbr"]
        md.treeprocessors.register(_Walk(md, original.abbrs), "abbr", 7)


class _Walk(AbbrTreeprocessor):
    def iter_element(self, el: Element, parent: Element | None = None) -> None:
        if el.tag not in _HEADINGS:
            super().iter_element(el, parent)
