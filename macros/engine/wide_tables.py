"""Wraps each hand-typed table in a region of its own that scrolls if the table is wide.

The theme does this by script, in a box that the keyboard cannot reach. Here the region is part of
the built page: it can take the focus and has a name, like the regions of the components. Columns
aligned to the right get the CSS class for numbers, because HTML has dropped `align` and the
Content-Security-Policy forbids `style`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ALIGNED = {"right": "num", "center": "middle"}
# Markdown's placeholder for stashed text, such as inline HTML.
_LAID_ASIDE = re.compile("\x02[^\x03]*\x03")


class WideTablesExtension(Extension):
    """Python-Markdown extension; a region is named after the heading above its table."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (name given by Python-Markdown)
        """Register to run when the text of headings is final, before permalinks are added to it."""
        md.treeprocessors.register(_Regions(md), "wide_tables", 10)


class _Regions(Treeprocessor):
    def run(self, root: Element) -> None:
        heading = ""
        for parent, child in list(_children(root)):
            if child.tag in _HEADINGS:
                heading = " ".join(_LAID_ASIDE.sub("", "".join(child.itertext())).split())
            elif child.tag == "table" and not child.get("class"):
                # The theme's script ignores tables that have a class.
                child.set("class", "data")
                for cell in child.iter():
                    if aligned := _ALIGNED.get(cell.attrib.pop("align", "")):
                        cell.set("class", aligned)
                label = f"Bảng: {heading}" if heading else "Bảng"
                attributes = {"role": "region", "aria-label": label, "tabindex": "0"}
                region = Element("div", {"class": "table-scroll", **attributes})
                region.tail, child.tail = child.tail, None
                parent[list(parent).index(child)] = region
                region.append(child)


def _children(parent: Element) -> Iterator[tuple[Element, Element]]:
    """Yield every descendant of `parent` with its own parent, in document order."""
    for child in parent:
        yield parent, child
        yield from _children(child)


def makeExtension(**kwargs: object) -> WideTablesExtension:  # noqa: N802 (see above)
    """Return the extension, as Python-Markdown asks for it by the module's name."""
    return WideTablesExtension(**kwargs)
