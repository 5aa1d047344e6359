"""A section of a book: a chapter, an appendix, or a page before or after them, as an HTML tree."""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from lxml import etree, html

from macros.messages.problems import Problem

Element: TypeAlias = Any
"""An lxml element; Any, because its stubs make every attribute and parent optional."""


OPEN = 32
"""How many sections of a large volume are kept as trees: more than most volumes have."""

# XML, because HTML would be read again by rules that move some elements. Names with a colon, as in
# drawings, have no namespace in a tree of HTML: so the parser must not insist on one.
_READER = etree.XMLParser(recover=True, huge_tree=True, resolve_entities=False)
_READER.set_element_class_lookup(html.HtmlElementClassLookup())


class _Tree:
    """The attribute `tree` of a section: an element, or what `pack` made of it until it is read."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, section: Section | None, owner: type) -> Element:
        if section is None:
            raise AttributeError(self._name)  # tells dataclass that there is no default
        held = vars(section)[self._name]
        if isinstance(held, bytes):
            held = vars(section)[self._name] = etree.fromstring(zlib.decompress(held), _READER)
        return held

    def __set__(self, section: Section, tree: Element) -> None:
        vars(section)[self._name] = tree


@dataclass
class Section:
    """A part of a book with an entry in the contents.

    `key` is unique in the volume and begins the id of everything within; `path` is the page of
    the site that it is (``may-thuong/dai-hoi.md``), or "". `label` stands over the title
    (“Chương 3”), `description` says what it is about, `kind` chooses its layout, `part` is what it
    is in a book if not a chapter (“preface”), `page` the one of the printed book on which it opens,
    where an EPUB knows it. A section that `continues` another has no heading (`portions`). `tree`
    is a ``<section>`` without its heading. Do not keep references to elements of it: after `pack`
    it is read again as another object.
    """

    key: str
    title: str
    kind: str
    tree: _Tree = _Tree()
    path: str = ""
    label: str = ""
    description: str = ""
    level: int = 1
    part: str = ""
    page: int = 0
    continues: bool = False
    problems: list[Problem] = field(default_factory=list)

    def pack(self) -> None:
        """Keep the tree as compressed text until it is read again: a fortieth of its memory."""
        vars(self)["tree"] = _packed(vars(self)["tree"])

    def __getstate__(self) -> dict[str, Any]:
        """Return what another process gets of a section: its tree is packed."""
        self.pack()
        return vars(self)


def _packed(tree: Element | bytes) -> bytes:
    if isinstance(tree, bytes):
        return tree
    return zlib.compress(etree.tostring(tree, with_tail=False), 1)


def one_by_one(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield sections; only the last OPEN of them stay as trees, so that few are at a time."""
    opened: deque[Section] = deque()
    for section in sections:
        yield section
        opened.append(section)
        if len(opened) > OPEN:
            opened.popleft().pack()


def parse(markup: str) -> Element:
    """Return the HTML of a section's body as the content of one ``<section>``."""
    # With a comment inside, lxml's fragment parser would take the rest as its tail.
    tree: Element = html.fragment_fromstring(markup or "<p></p>", create_parent="section")
    return tree


def text_of(element: Element) -> str:
    """Return all text of an element, notes included, with single spaces."""
    parts = [part for part in element.itertext() if isinstance(part, str)]
    return " ".join("".join(parts).split())


def words_of(element: Element) -> str:
    """Return the text of a heading or a caption, without notes and explanations."""
    words = "".join(_words(element))
    return " ".join(words.split(" ")).strip()


def title_of(caption: Element) -> str:
    """Return the words of a caption as lists and references name it: without a full stop."""
    return words_of(caption).removesuffix(".")


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
