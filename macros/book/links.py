"""The links of a volume: to an anchor within it, to the web, or removed."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from macros.addresses.places import FAMILIES
from macros.admission.docs import LOOK_UP
from macros.book.linker import SCHEME
from macros.book.section import BLOCKS, Element, Section, elements, one_by_one

_SECTIONS = {"people": "chi-muc", "issuer": "van-ban", "source": "nguon"}
SECTIONS = {
    f"{LOOK_UP}/{family.folder}": _SECTIONS[family.kind]
    for family in FAMILIES
    if family.kind in _SECTIONS
}
"""Folders of the site's look-up pages → the corresponding sections of a book."""


def prefix_ids(section: Section) -> None:
    """Prefix every id of a section with its key, and adjust the links within the section."""
    for element in section.tree.xpath(".//*[@id]"):
        identifier = element.get("id")
        # Documents have the volume's own anchors, already unique.
        if not identifier.startswith(f"{section.key}-"):
            element.set("id", f"{section.key}--{identifier}")
    for link in section.tree.iter("a"):
        href = link.get("href") or ""
        if href.startswith("#"):
            link.set("href", f"#{section.key}--{href[1:]}")


@dataclass(frozen=True)
class Addresses:
    """The anchors of a volume: sections by their page of the site, and every id."""

    pages: Mapping[str, str]
    ids: frozenset[str]

    @classmethod
    def of(cls, sections: Iterable[Section]) -> Addresses:
        """Return the addresses in a volume with these sections."""
        pages: dict[str, str] = {}
        ids: set[str] = set()
        for section in one_by_one(sections):
            ids.add(section.key)
            if section.path:
                pages[section.path] = section.key
            ids.update(section.tree.xpath(".//@id", smart_strings=False))
        return cls(pages, frozenset(ids))

    def page(self, path: str, anchor: str) -> str | None:
        """Return the anchor in the volume for a place on a page of the site, if it has one."""
        key = self.pages.get(path)
        if key is None:
            folder = posixpath.dirname(path)
            key = SECTIONS.get(folder)
            if key not in self.ids:
                return None
            return key
        full = f"{key}--{anchor}"
        return full if anchor and full in self.ids else key


def settle(section: Section, addresses: Addresses) -> None:
    """Give every link of a section its address in the volume; a link without target becomes text.

    A link to another section that the author of the chapter wrote gets the class `xref`: on paper
    the page number is added, in brackets unless it is `within` some.
    """
    for link in elements(section.tree, "a"):
        href = link.get("href")
        if href is None:
            link.drop_tag()
            continue
        if urlsplit(href).scheme in ("http", "https", "mailto"):
            continue
        target = _target(href, section, addresses)
        if target is None:
            link.drop_tag()
            continue
        link.set("href", f"#{target}")
        authored = not href.startswith((SCHEME, "#"))
        if authored and not target.startswith(f"{section.key}--") and target != section.key:
            link.set("class", "xref")
    for link in section.tree.find_class("xref"):
        before = _before(link)
        if before.count("(") > before.count(")"):
            link.set("class", f"{link.get('class')} within")


def _before(link: Element) -> str:
    """Return the text of its block before a link."""
    text = ""
    while (above := link.getparent()) is not None:
        for child in link.itersiblings(preceding=True):
            text = f"{child.text_content()}{child.tail or ''}{text}"
        text = f"{above.text or ''}{text}"
        if above.tag in BLOCKS:
            break
        link = above
    return text


def _target(href: str, section: Section, addresses: Addresses) -> str | None:
    """Return the anchor in the volume that an address means, or None."""
    if href.startswith("#"):
        return href[1:] if href[1:] in addresses.ids else None
    if href.startswith(f"{SCHEME}#"):
        anchor = href.removeprefix(f"{SCHEME}#")
        return anchor if anchor in addresses.ids else None
    path, _, anchor = href.removeprefix(SCHEME).partition("#")
    if not href.startswith(SCHEME):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(section.path), unquote(path)))
    return addresses.page(path, anchor)


def count_mentions(sections: Iterable[Section]) -> dict[str, list[str]]:
    """Give each link to a person an id; return those ids by the person's anchor, in order."""
    found: dict[str, list[str]] = {}
    for section in one_by_one(sections):
        for link in section.tree.iter("a"):
            person = (link.get("href") or "").removeprefix(f"{SCHEME}#")
            if person.startswith("nguoi-"):
                mentions = found.setdefault(person, [])
                identifier = f"{section.key}--{person}-{len(mentions) + 1}"
                link.set("id", identifier)
                mentions.append(identifier)
    return found


def linked(sections: Iterable[Section], prefix: str) -> set[str]:
    """Return what the sections link to of one kind, by id: “van-ban-” gives documents."""
    found: set[str] = set()
    for section in one_by_one(sections):
        for link in section.tree.iter("a"):
            anchor = (link.get("href") or "").removeprefix(f"{SCHEME}#")
            if anchor.startswith(prefix):
                found.add(anchor.removeprefix(prefix))
    return found


def outline(tree: Element, start: int) -> None:
    """Renumber the levels of headings to begin below `start`, without gaps."""
    shift, before = start - 1, start
    for heading in tree.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        level = min(int(heading.tag[1]) + shift, before + 1, 6)
        before = level
        heading.tag = f"h{level}"
