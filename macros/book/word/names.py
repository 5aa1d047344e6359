"""The bookmarks of a Word edition: one for each place that tells a fact or that a link leads to."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lxml.html import builder as make

from macros.addresses.bookmarks import chapter_bookmark, fact_bookmark, nth
from macros.book.facts import FACT
from macros.book.section import BLOCKS, elements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.book.section import Element, Section


class Names:
    """Gives out bookmarks, each once: Word would drop a second of the same name."""

    def __init__(self, volume: str) -> None:
        self._volume = volume
        self._given: Counter[str] = Counter()
        self._anchors: dict[str, str] = {}

    def of_fact(self, key: str) -> str:
        """Return the bookmark of one more place that tells the fact with this key."""
        owner, _, identifier = key.rpartition("/")
        name = fact_bookmark(owner, identifier, self._volume)
        self._given[name] += 1
        return nth(name, self._given[name])

    def of_anchor(self, anchor: str) -> str:
        """Return the bookmark of an anchor of the volume, to which links lead."""
        return self._anchors.setdefault(anchor, chapter_bookmark(anchor))


def name_places(sections: Iterable[Section], names: Names) -> None:
    """Give each section of a volume its bookmarks; other ids, which nothing needs, are dropped."""
    listed = list(sections)
    there = {section.key for section in listed}
    for section in listed:
        there.update(section.tree.xpath(".//@id", smart_strings=False))
    wanted = {anchor for section in listed for anchor in _settled(section.tree, there, names)}
    for section in listed:
        for element in section.tree.xpath(".//*[@id]"):
            if (anchor := element.attrib.pop("id")) in wanted:
                _begin(element, names.of_anchor(anchor))
        for element in section.tree.xpath(f".//*[@{FACT}]"):
            _enclose(element, names.of_fact(element.attrib.pop(FACT)))


def _settled(tree: Element, there: set[str], names: Names) -> Iterator[str]:
    """Yield the anchors that links lead to; a link to what this edition leaves out is dropped."""
    for link in elements(tree, "a"):
        href = link.get("href") or ""
        if not href.startswith("#"):
            continue
        if href[1:] not in there:
            link.drop_tag()
            continue
        link.set("href", f"#{names.of_anchor(href[1:])}")
        yield href[1:]


def _begin(element: Element, name: str) -> None:
    """Put a bookmark where an element begins; a heading or a part of a sentence has it itself."""
    if element.tag in ("span", "a", "h1", "h2", "h3", "h4", "h5", "h6"):
        element.set("id", name)
        return
    mark = make.SPAN(id=name)
    held = _cell(element)
    mark.tail, held.text = held.text, None
    held.insert(0, mark)


def _enclose(element: Element, name: str) -> None:
    """Put a bookmark around a value or a line, or around the first cell of a row."""
    held = _cell(element)
    if held.tag == "span":
        held.set("id", name)
        return
    if any(one.tag in BLOCKS for one in held.iterdescendants() if isinstance(one.tag, str)):
        _begin(held, name)
        return
    mark = make.SPAN(*list(held), id=name)
    mark.text, held.text = held.text, None
    held.append(mark)


def _cell(element: Element) -> Element:
    """Return the first cell of a row or table, the first line of a list; others themselves."""
    if element.tag in ("tr", "table", "figure", "ol", "ul", "dl", "section", "div"):
        found = next(element.iter("caption", "figcaption", "th", "td", "li", "dt", "p"), None)
        return element if found is None else found
    return element
