"""Divides the sections that all parts of a large volume share into portions, each on its own pages.

The pages of a stretch stay in memory until it is written. A part has one organization, but the
lists of documents and sources, the index and the contents grow with the number of organizations. So
these are divided where they are too long for one stretch, if possible before an entry that opens a
group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace

from lxml import etree

from macros.book.openings import Opening
from macros.book.section import Element, Section

LENGTH = 150_000
"""The HTML that one stretch may have, in characters: 30 to 40 pages, 100 to 150 MiB."""

NEAR = 0.75
"""The share of LENGTH from which a portion ends where a new group begins."""

_LISTS = frozenset({"dl", "ul", "div"})
"""The elements that are divided; what else stands in a section is kept whole."""

_HEADINGS = frozenset({"h2", "h3", "h4"})
_LETTER, _CHAPTER = "index__letter", "toc__entry--1"

Placed = tuple[Section, Opening]


def portions(
    sections: Sequence[Section], starts: Sequence[Opening], length: int = LENGTH
) -> Iterator[list[Placed]]:
    """Yield what belongs in each stretch: (section, how it begins), at most `length` together.

    Sections that are longer are divided: their trees are copied, because the volume keeps them
    whole.
    """
    together: list[Placed] = []
    used = 0
    for section, start in zip(sections, starts, strict=True):
        for one in _divided(section, length):
            size = _size(one.tree)
            if together and used + size > length:
                yield together
                together, used = [], 0
            together.append((one, Opening("page", start.restarts) if one.continues else start))
            used += size
    if together:
        yield together


def _divided(section: Section, length: int) -> Iterator[Section]:
    """Yield a section, or its portions if it is too long for one."""
    if _size(section.tree) <= length:
        yield section
        return
    for at, entries in enumerate(_grouped(section.tree, length)):
        tree = _tree(section.tree, entries)
        key = f"{section.key}--{at + 1}" if at else section.key
        yield replace(section, key=key, tree=tree, continues=at > 0, problems=[])


def _grouped(tree: Element, length: int) -> Iterator[list[Element]]:
    """Yield the entries of each portion."""
    group: list[Element] = []
    used = 0
    for entry in _entries(tree):
        size = _size(entry)
        if group and _may_begin(entry, group[-1]):
            full = used + size > length
            if full or (used > NEAR * length and _opens_group(entry)):
                yield group
                group, used = [], 0
        group.append(entry)
        used += size
    yield group


def _entries(parent: Element) -> Iterator[Element]:
    """Yield the elements in the lists of a section, and those outside lists."""
    for child in parent:
        if child.tag in _LISTS and len(child):
            yield from _entries(child)
        else:
            yield child


def _may_begin(entry: Element, before: Element) -> bool:
    """Return whether a page may begin with `entry`: not what belongs to the entry before it."""
    heads = before.tag in _HEADINGS or before.tag == "dt" or _LETTER in _classes(before)
    return not heads and entry.tag != "dd"


def _opens_group(entry: Element) -> bool:
    classes = _classes(entry)
    return entry.tag == "h2" or _LETTER in classes or _CHAPTER in classes


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()


def _tree(whole: Element, entries: Iterable[Element]) -> Element:
    """Return a copy of a section with some of its entries, in copies of the lists around them."""
    copies = {whole: _empty(whole)}

    def copied(parent: Element) -> Element:
        if parent not in copies:
            copies[parent] = _empty(parent)
            copied(parent.getparent()).append(copies[parent])
        return copies[parent]

    for entry in entries:
        copied(entry.getparent()).append(copy(entry))
    return copies[whole]


def _empty(element: Element) -> Element:
    """Return an element of the same kind without content, and without the id of the first."""
    return element.makeelement(element.tag, {k: v for k, v in element.items() if k != "id"})


def _size(element: Element) -> int:
    return len(etree.tostring(element, encoding="unicode", method="html"))
