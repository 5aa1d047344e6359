"""Fills the list of chapters on the first page of a volume with the sections of the book.

On the site it follows the navigation; a book has its tables in appendices, adds some of its own,
and numbers both. So the list is replaced by one made from the sections of the volume.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.html import builder as make

from macros.book.linker import SCHEME
from macros.book.section import Element, Section, one_by_one


def fill_contents(sections: Sequence[Section], *, whole: bool) -> None:
    """Fill each list of chapters with the sections of the organization whose chapters it lists.

    `whole` says that the volume has only that organization: then sections without a folder, such
    as the appendix of documents, belong to it.
    """
    for section in one_by_one(sections):
        for listed in section.tree.find_class("contents"):
            folder = next(_folders(listed), "") or _folder(section.path)
            lines = [
                _line(one)
                for one in sections
                if one.label and one.kind != "part" and _of(one, folder, whole=whole)
            ]
            for child in list(listed):
                listed.remove(child)
            listed.extend(lines)


def _folders(listed: Element) -> Iterator[str]:
    """Yield the folder of each chapter that a list names."""
    for link in listed.iter("a"):
        yield _folder((link.get("href") or "").removeprefix(SCHEME))


def _folder(path: str) -> str:
    return path.partition("/")[0]


def _of(section: Section, folder: str, *, whole: bool) -> bool:
    return _folder(section.path) == folder if section.path else whole


def _line(section: Section) -> Element:
    """Return the line of one section: “Chương 3. Giai đoạn …”, with its description below."""
    place = section.path or f"#{section.key}"
    title = make.A(f"{section.label}. {section.title}", href=f"{SCHEME}{place}")
    line: Element = make.LI(title)
    if section.description:
        title.tail = " "
        line.append(make.SPAN(make.CLASS("line detail"), section.description))
    return line
