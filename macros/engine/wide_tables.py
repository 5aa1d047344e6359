"""Puts each table that an editor types into a region of its own, which scrolls where it is wide.

The theme does so by script, in a box that no keyboard reaches. Here the region stands in the page
as built: it takes the focus and has a name, as those of the components do. Columns set to the right
get the class of figures, since HTML knows no `align` any more and the policy no `style`.
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
# Markdown's mark for what it has laid aside, such as inline HTML.
_LAID_ASIDE = re.compile("\x02[^\x03]*\x03")


class WideTablesExtension(Extension):
    """Python-Markdown extension; a region is named after the heading above its table."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (name given by Python-Markdown)
        """Run when the text of headings is final, and before permalinks are added to them."""
        md.treeprocessors.register(_Regions(md), "wide_tables", 10)


class _Regions(Treeprocessor):
    def run(self, root: Element) -> None:
        heading = ""
        for parent, child in list(_children(root)):
            if child.tag in _HEADINGS:
                heading = " ".join(_LAID_ASIDE.sub("", "".join(child.itertext())).split())
            elif child.tag == "table" and not child.get("class"):
                # With a class, the theme's script leaves it alone.
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
    """Yield every element below `parent` with the one it stands in, in the order of the text."""
    for child in parent:
        yield parent, child
        yield from _children(child)


def makeExtension(**kwargs: object) -> WideTablesExtension:  # noqa: N802 (see above)
    """Return the extension, as Python-Markdown asks for it by the module's name."""
    return WideTablesExtension(**kwargs)
