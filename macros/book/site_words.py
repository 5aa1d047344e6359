"""Replaces words of the site that would be wrong in a book.

A chapter is written once, for the site. “Trang này” is “chương này” in a book, and “ở trang Số
liệu”, with a link, is “ở phụ lục Số liệu”: the noun follows what the link leads to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.book.notes import NAMED
from macros.book.section import Element, Section, elements

NOUNS = {"chapter": "chương", "appendix": "phụ lục", "part": "phần"}
"""The noun for each kind of section in a book."""

_THIS = re.compile(r"\b(?P<noun>[Tt]rang) (?P<word>này)\b")
_BEFORE_LINK = re.compile(r"\b[Tt]rang(?=[\s\u00a0]+$)")


def noun_of(section: Section) -> str:
    """Return the noun for a section: “chương”, “phụ lục”; “phần” for one without a number."""
    return NOUNS.get(section.kind, "phần") if section.label else "phần"


def reword(section: Section, nouns: Mapping[str, str]) -> None:
    """Replace the words of the site in one section; `nouns` are those of sections by their key."""
    own = noun_of(section)
    for element, part in _texts(section.tree):
        text = getattr(element, part)
        setattr(element, part, _THIS.sub(lambda match: _alike(match["noun"], own) + " này", text))
    for link in elements(section.tree, "a"):
        target = (link.get("href") or "").removeprefix("#").partition("--")[0]
        if target in nouns:
            _reword_before(link, nouns[target])


def name_places(section: Section, nouns: Mapping[str, str], titles: Mapping[str, str]) -> None:
    """Write the words of the links that only say where: “xem phụ lục Tư liệu chưa thống nhất”."""
    for link in section.tree.xpath(f".//a[@{NAMED}]"):
        del link.attrib[NAMED]
        target = (link.get("href") or "").removeprefix("#").partition("--")[0]
        if target in titles:
            link.text = f"xem {nouns[target]} {titles[target]}"


def _texts(tree: Element) -> Iterator[tuple[Element, str]]:
    """Yield each place of a tree where text stands: an element, and “text” or “tail”."""
    for element in tree.iter():
        if isinstance(element.tag, str) and element.text:
            yield element, "text"
        if element.tail:
            yield element, "tail"


def _reword_before(link: Element, noun: str) -> None:
    """Replace “trang” before a link by the noun for its target."""
    before, part = link.getprevious(), "tail"
    if before is None:
        before, part = link.getparent(), "text"
    text = getattr(before, part) or ""
    setattr(before, part, _BEFORE_LINK.sub(lambda match: _alike(match[0], noun), text))


def _alike(written: str, noun: str) -> str:
    """Return a noun with a capital letter if the replaced word has one."""
    return noun[0].upper() + noun[1:] if written[0].isupper() else noun
