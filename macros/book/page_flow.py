"""The flow of sections and tables over pages, for which WeasyPrint has no properties.

* A section that may follow on begins where the one before it ends, if that leaves room; else on a
  page of its own. A property cannot depend on how full a page is.
* A very wide table is laid out on a page on its side, which the PDF shows upright: a press imposes
  pages of one size.
* The head of a table that runs on says that it does, “Bảng 3 (tiếp theo)”, on each page but its
  first; WeasyPrint repeats a head as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pydyf
from lxml.html import builder as make
from weasyprint.layout import block

from macros.book.formats import Format
from macros.book.section import Section, elements

FOLLOWS = "section--follow"
"""The class of a section that may begin below another."""

AGAIN = "again-head"
"""The class of the row of a table's head that only its later pages have."""

_PIXELS = 96 / 25.4
"""CSS pixels in a millimetre."""

_page_break = block.block_level_page_break
_table_layout = block.table_layout


@contextmanager
def applied(layout: Format, share: float) -> Iterator[None]:
    """Apply these rules within the context; a section follows on if `share` of the page is free."""
    last = (layout.top + (layout.height - layout.top - layout.bottom) * (1 - share)) * _PIXELS

    def page_break(before: Any, after: Any) -> str:
        """Return the break between two boxes; none before a section that has room enough."""
        found: str = _page_break(before, after)
        if found == "page" and FOLLOWS in _classes(after):
            return "auto" if before.position_y + before.margin_height() <= last else found
        return found

    with (
        patch.object(block, "block_level_page_break", page_break),
        patch.object(block, "table_layout", _lay_table),
    ):
        yield


def _classes(box: Any) -> list[str]:
    return [] if box.element is None else (box.element.get("class") or "").split()


def _lay_table(context: Any, table: Any, room: float, skip_stack: Any, *more: Any) -> Any:
    """Lay out a table; its first part lacks the header row that is for later pages."""
    if skip_stack is None and table.children and table.children[0].is_header:
        head, *rest = table.children
        rows = [row for row in head.children if AGAIN not in _classes(row)]
        if len(rows) < len(head.children):
            table = table.copy_with_children([head.copy_with_children(rows), *rest])
    return _table_layout(context, table, room, skip_stack, *more)


def tell_continuation(sections: Iterable[Section]) -> None:
    """Add to the head of each numbered table a row that says that the table continues."""
    for section in sections:
        for table in elements(section.tree, "table"):
            label, head = table.find("caption/span[@class='caption-label']"), table.find("thead")
            if label is None or head is None:
                continue
            number = (label.text or "").strip().removesuffix(".")
            cell = make.TH(f"{number} (tiếp theo)", scope="colgroup", colspan=str(_columns(table)))
            head.insert(0, make.TR(make.CLASS(AGAIN), cell))


def turn(pdf: Any) -> None:
    """Let the pages of a PDF that lie on their side be shown upright, their head at the left."""
    for page in pdf.objects:
        if isinstance(page, pydyf.Dictionary) and page.get("Type") == "/Page":
            left, bottom, right, top = page["MediaBox"]
            if right - left > top - bottom:
                page["Rotate"] = 270


def _columns(table: Any) -> int:
    """Return how many columns a table has."""
    rows = (row.iterchildren("th", "td") for row in table.iter("tr"))
    return max((sum(int(cell.get("colspan") or 1) for cell in row) for row in rows), default=1)
