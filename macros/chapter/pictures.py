"""The caption of a picture: its title in Markdown, which a browser shows on hover only.

A picture that is a paragraph of its own becomes a figure, and its title the caption below it, on
the site as in the book.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import SubElement

from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown


def show_captions(md: Markdown) -> None:
    """Make `md` turn pictures with a title into figures, after it has processed inline text."""
    md.treeprocessors.register(_Figures(md), "captions", 9)


class _Figures(Treeprocessor):
    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            picture = paragraph[0] if len(paragraph) == 1 else None
            if picture is None or picture.tag != "img" or _words(paragraph, picture):
                continue
            if title := picture.attrib.pop("title", ""):
                paragraph.tag = "figure"
                SubElement(paragraph, "figcaption").text = title


def _words(paragraph: Element, picture: Element) -> str:
    return f"{paragraph.text or ''}{picture.tail or ''}".strip()
