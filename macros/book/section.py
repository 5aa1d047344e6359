"""A section of a book: a chapter, an appendix, or a page before or after them, as an HTML tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lxml import html

from macros.messages.problems import Problem

Element: TypeAlias = Any
"""An lxml element; Any, because its stubs make every attribute and parent optional."""


@dataclass
class Section:
    """A part of a book with an entry in the contents.

    `key` is unique in the volume and begins the id of everything within; `path` is the page of
    the site that it is (``may-thuong/dai-hoi.md``), or "". `label` stands over the title
    (“Chương 3”), `description` says what it is about, `kind` chooses its layout, `part` is what it
    is in a book if not a chapter (“preface”), `page` the one of the printed book on which it opens,
    where an EPUB knows it. `tree` is a ``<section>`` without its heading.
    """

    key: str
    title: str
    kind: str
    tree: Element
    path: str = ""
    label: str = ""
    description: str = ""
    level: int = 1
    part: str = ""
    page: int = 0
    problems: list[Problem] = field(default_factory=list)


def parse(markup: str) -> Element:
    """Return the HTML of a section's body as the content of one ``<section>``."""
    # With a comment inside, lxml's fragment parser would take the rest as its tail.
    tree: Element = html.fragment_fromstring(markup or "<p></p>", create_parent="section")
    return tree


def text_of(element: Element) -> str:
    """Return the text of an element with single spaces, without notes."""
    parts = [part for part in element.itertext() if isinstance(part, str)]
    return " ".join("".join(parts).split())


def words_of(element: Element) -> str:
    """Return the text of a heading or a caption, without notes and explanations."""
    words = "".join(_words(element))
    return " ".join(words.split(" ")).strip()


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = child.get("class") or ""
        if isinstance(child.tag, str) and not name.startswith(_UNSAID):
            yield from _words(child)
        yield child.tail or ""


_UNSAID = ("fn", "table-mark", "conflict-sign", "caption-note")
"""Classes that are not part of a title: notes, their signs, sentences after a caption."""

BLOCKS = ("p", "td", "th", "li", "dt", "dd", "caption", "figcaption", "div", "h2", "h3", "h4")
"""The elements that begin a new line."""


def column_count(table: Element) -> int:
    """Return how many columns a table has."""
    rows = (row.iterchildren("th", "td") for row in table.iter("tr"))
    return max((sum(int(cell.get("colspan") or 1) for cell in row) for row in rows), default=1)


def drop(element: Element) -> None:
    """Remove an element, keeping the text that follows it."""
    element.drop_tree()


def elements(tree: Element, *tags: str) -> Iterator[Element]:
    """Yield the elements with these tags; the tree may be changed during the iteration."""
    yield from list(tree.iter(*tags))
