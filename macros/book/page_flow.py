"""The flow of sections and tables over pages, for which WeasyPrint has no properties.

* A section that may follow on begins where the one before it ends, if that leaves room; else on a
  page of its own. A property cannot depend on how full a page is.
* A very wide table is laid out on a page on its side, which the PDF shows upright: a press imposes
  pages of one size.
* The head of a table that runs on says that it does, “Bảng 3 (tiếp theo)”, on each page but its
  first; WeasyPrint repeats a head as it is.
* Where a section begins below another, the running head is that of the section above. A page that
  opens with a later portion of a long section has a running head; one with the heading has none.
* A page number in the head or foot of such a table is right on every page. WeasyPrint makes only
  the first page again once it knows the number; the others would keep a 0.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pydyf
from lxml.html import builder as make
from weasyprint import layout
from weasyprint.layout import LayoutContext, block

from macros.book import table_parts
from macros.book.formats import Format
from macros.book.section import Section, column_count, elements, one_by_one

FOLLOWS = "section--follow"
"""The class of a section that may begin below another."""

AGAIN = "again-head"
"""The class of the row of a table's head that only its later pages have."""

_PIXELS = 96 / 25.4
"""CSS pixels in a millimetre."""

_page_break = block.block_level_page_break
_get_head = LayoutContext.get_string_or_element_for


@contextmanager
def applied(paper: Format, share: float) -> Iterator[None]:
    """Apply these rules within the context; a section follows on if `share` of the page is free.

    To be applied after `page_notes`, because it wraps that module's function that makes pages.
    """
    last = (paper.top + (paper.height - paper.top - paper.bottom) * (1 - share)) * _PIXELS

    def page_break(before: Any, after: Any) -> str:
        """Return the break between two boxes; none before a section that has room enough."""
        found: str = _page_break(before, after)
        if found == "page" and FOLLOWS in table_parts.classes_of(after):
            return "auto" if before.position_y + before.margin_height() <= last else found
        return found

    make_all_pages = layout.make_all_pages

    def make_pages(context: Any, *more: Any) -> Iterator[Any]:
        """Make all pages once as WeasyPrint does, then mark those that must be made again."""
        yield from make_all_pages(context, *more)
        _remake_repeated(context)

    with (
        patch.object(block, "block_level_page_break", page_break),
        patch.object(block, "table_layout", _lay_table),
        patch.object(layout, "make_all_pages", make_pages),
        patch.object(LayoutContext, "get_string_or_element_for", _head),
    ):
        yield


def _head(context: Any, store: Any, page: Any, name: str, keyword: str) -> Any:
    """Return a running head; if a page sets one below its top, that of the page before."""
    found = _get_head(context, store, page, name, keyword)
    if found or keyword != "first-except":
        return found
    if opener := _opener(page, name):
        return (store[name][context.current_page][0],) if _continues(opener) else found
    before = [number for number in store[name] if number < context.current_page]
    return (store[name][max(before)][-1],) if before else ()


def _opener(page: Any, name: str) -> Any:
    """Return the box at the top of a page that sets the running head of this name, or None."""
    box = page
    while box.style["string_set"] == "none" or name not in dict(box.style["string_set"]):
        if not getattr(box, "children", ()):
            return None
        box = box.children[0]
    return box


def _continues(opener: Any) -> bool:
    """Return whether the box that opens a page is a portion without a heading."""
    return "section" in table_parts.classes_of(opener)


def _lay_table(context: Any, table: Any, room: float, skip_stack: Any, *more: Any) -> Any:
    """Lay out a table; its first part lacks the header row that is for later pages."""
    if skip_stack is None and table.children and table.children[0].is_header:
        head, *rest = table.children
        rows = [row for row in head.children if AGAIN not in table_parts.classes_of(row)]
        if len(rows) < len(head.children):
            table = table.copy_with_children([head.copy_with_children(rows), *rest])
    table, result = table_parts.lay(context, table, room, skip_stack, *more)
    if skip_stack is not None:
        _remember_page_numbers(context, table)
    return result


def _remember_page_numbers(context: Any, table: Any) -> None:
    """Remember the later pages of a table on which its head or foot prints page numbers."""
    pages = vars(context.target_collector).setdefault("repeated", defaultdict(set))
    for group in table.children:
        if group.is_header or group.is_footer:
            for one in group.descendants():
                if one.missing_link:
                    pages[one.missing_link].add(context.current_page - 1)


def _remake_repeated(context: Any) -> None:
    """If the first page of a table is made again for a page number, make its others again too."""
    collector, made = context.target_collector, context.page_maker
    for source, pages in vars(collector).get("repeated", {}).items():
        lookup = collector.counter_lookup_items.get((source, "content"))
        first = None if lookup is None else lookup.page_maker_index
        if first is not None and first < len(made) and made[first][-1]["content_changed"]:
            for page in pages:
                if page < len(made) - 1:
                    made[page][-1]["content_changed"] = True


def mark_continuations(sections: Iterable[Section]) -> None:
    """Add to the head of each numbered table a row that says that the table continues."""
    for section in one_by_one(sections):
        for table in elements(section.tree, "table"):
            label, head = table.find("caption/span[@class='caption-label']"), table.find("thead")
            if label is None or head is None:
                continue
            number = (label.text or "").strip().removesuffix(".")
            cell = make.TH(
                f"{number} (tiếp theo)", scope="colgroup", colspan=str(column_count(table))
            )
            head.insert(0, make.TR(make.CLASS(AGAIN), cell))


def number_lists(sections: Iterable[Section]) -> None:
    """Style lists to show their numbers: WeasyPrint ignores the attributes `start` and `value`."""
    for section in one_by_one(sections):
        for listed in elements(section.tree, "ol"):
            if start := listed.get("start"):
                listed.set("style", f"counter-reset: list-item {int(start) - 1}")
        for item in elements(section.tree, "li"):
            if value := item.get("value"):
                counted = f"counter-reset: list-item {int(value)}; counter-increment: none"
                item.set("style", counted)


def turn(pdf: Any) -> None:
    """Have a PDF's pages that were laid out on their side shown upright, their top at the left."""
    for page in pdf.objects:
        if isinstance(page, pydyf.Dictionary) and page.get("Type") == "/Page":
            left, bottom, right, top = page["MediaBox"]
            if right - left > top - bottom:
                page["Rotate"] = 270
