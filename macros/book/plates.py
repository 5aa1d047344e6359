"""The pictures of a volume: each beside what it shows, or all as plates at the end of the volume.

Pictures of data/ are figures: those of a gallery and of the plates stand in rows, set by shape.
What a caption cites stands in the caption, as is usual under pictures, not at the foot of the page.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from lxml.html import builder as make

from macros.book.notes import CITES, NOTE
from macros.book.picture_sizes import (
    NARROWEST,
    ON_PLATES,
    TOGETHER,
    TextArea,
    as_set,
    on_screen,
    printed,
    rows,
    sharp,
    width_alone,
)
from macros.book.section import Element, Section, elements, one_by_one, parse, title_of
from macros.images.copies import copy_of, make_copies
from macros.images.rights import rights_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from macros.admission.picture_file import PictureFile
    from macros.archive import Archive
    from macros.images.sizes import Recipe

RECORD = "data-picture"
"""The attribute of a picture of data/: its id."""
FIGURE = "data-figure"
"""The attribute of a figure that says which of the volume's figures it is."""
KEY = "phu-anh"
_TITLE = "Phụ ảnh"
_WAITING = "data-plate"
"""The attribute of a link to a plate whose number is not known yet."""


class _Order(NamedTuple):
    """A picture as it is to be set: its element, its file, its width in mm, 0 on a screen."""

    element: Element
    file: PictureFile
    width: float


def cite_in_captions(tree: Element) -> None:
    """Let each caption of a picture name its sources in itself."""
    for note in elements(tree, "small"):
        if NOTE not in (note.get("class") or "").split():
            continue
        if any(one.find(f".//img[@{RECORD}]") is not None for one in note.iterancestors("figure")):
            cites = note.get(CITES)
            note.attrib.clear()
            note.tag = "span"
            note.set("class", "caption-note")
            note.text = f" Nguồn: {note.text or ''}" if cites else f" {note.text or ''}"


def place(
    sections: list[Section],
    root: Path,
    archive: Archive,
    area: TextArea | None,
    *,
    gathered: bool,
) -> None:
    """Set the pictures of data/ where they are called, or `gathered` in a section that is added."""
    if gathered and (added := gather(sections)):
        sections.append(added)
    set_pictures(sections, root, archive, area)


def gather(sections: Sequence[Section]) -> Section | None:
    """Move every picture of data/ to a section of plates; a line in its place refers to it.

    Returns the section, None for a volume without such pictures. A picture that several chapters
    show is there once.
    """
    found: dict[str, Element] = {}
    for section in one_by_one(sections):
        for figure in elements(section.tree, "figure"):
            picture = figure.find(f".//img[@{RECORD}]")
            if picture is None:
                continue
            first: Element = found.setdefault(picture.get(RECORD), figure)
            title = title_of(figure.find("figcaption"))
            line = make.P(make.CLASS("again"), f"{title}: xem ")
            line.append(make.A(make.CLASS("xref"), href=f"#{first.get('id')}"))
            line[-1].set(_WAITING, "1")
            line[-1].tail = "."
            line.tail, figure.tail = figure.tail, None
            figure.getparent().replace(figure, line)
    if not found:
        return None
    tree = parse("")
    for child in list(tree):
        tree.remove(child)
    tree.append(make.DIV(make.CLASS("gallery gallery--plates"), *found.values()))
    return Section(KEY, _TITLE, "closing", tree)


def refer(sections: Iterable[Section], labels: Mapping[str, str]) -> None:
    """Write the number of each plate, by its anchor, into the lines that refer to it."""
    for section in one_by_one(sections):
        for link in section.tree.xpath(f".//a[@{_WAITING}]"):
            del link.attrib[_WAITING]
            link.text = labels[link.get("href")[1:]]


def set_pictures(
    sections: Iterable[Section], root: Path, archive: Archive, area: TextArea | None
) -> None:
    """Set the pictures of data/: rows, sizes, and a copy of each that has no more than it needs.

    Without a `area` they are for a screen.
    """
    for section in one_by_one(sections):
        orders = [one for group in _groups(section.tree) for one in _set(group, archive, area)]
        wanted: list[tuple[Element, PictureFile, Recipe | None]] = []
        for element, file, width in orders:
            one = archive.pictures[element.get(RECORD)]
            if width:
                recipe = printed(file, width, one.kind)
                element.set("style", as_set(file, width, recipe))
            else:
                recipe = on_screen(file, one.kind, rights_of(one))
            wanted.append((element, file, recipe))
        name_copies(root, wanted)


def name_copies(root: Path, wanted: Iterable[tuple[Element, PictureFile, Recipe | None]]) -> None:
    """Make copies and let each picture name its own, by a path from the project's folder."""
    made = list(wanted)
    make_copies(root, [(file, (recipe,)) for _, file, recipe in made if recipe])
    for element, file, recipe in made:
        path = file.path if recipe is None else os.path.relpath(copy_of(file, recipe), root)
        element.set("src", path)


def _groups(tree: Element) -> Iterable[Element]:
    """Yield the galleries of a section, and the pictures that stand alone."""
    for picture in tree.xpath(f".//img[@{RECORD}]"):
        gallery = next((one for one in picture.iterancestors("div") if _is_gallery(one)), None)
        if gallery is None:
            yield picture
        elif next(gallery.iter("img")) is picture:
            yield gallery


def _is_gallery(element: Element) -> bool:
    return "gallery" in (element.get("class") or "").split()


def _set(group: Element, archive: Archive, area: TextArea | None) -> Iterable[_Order]:
    """Yield how the pictures of a gallery, or one alone, are set; a gallery is parted into rows."""
    pictures = [group] if group.tag == "img" else list(group.iter("img"))
    files = [archive.picture_files[one.get(RECORD)] for one in pictures]
    if area is None:
        yield from (_Order(one, file, 0) for one, file in zip(pictures, files, strict=True))
        return
    if group.tag == "img":
        width = width_alone(files[0], area)
        yield _Order(group, files[0], width)
        return
    share = ON_PLATES if "gallery--plates" in (group.get("class") or "") else TOGETHER
    at = 0
    for widths in rows(files, area, share):
        line = make.DIV(make.CLASS("gallery__row"))
        for width in widths:
            figure = next(pictures[at].iterancestors("figure"))
            # A picture may be narrower than any caption can be.
            figure.set("style", f"width: {max(width, NARROWEST):.2f}mm")
            line.append(figure)
            figure.tail = None
            # One of few pixels does not fill its room.
            yield _Order(pictures[at], files[at], min(width, sharp(files[at])))
            at += 1
        group.append(line)
