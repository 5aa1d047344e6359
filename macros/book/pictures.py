"""Pictures of the chapters: the file that each names, and what is shown where there is none."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote

from lxml.html import builder as make

from macros.admission.docs import DOCS
from macros.admission.picture_file import PictureFile, look
from macros.admission.pictures import decoded
from macros.archive.figures import file_key
from macros.book.picture_sizes import TextArea, as_set, on_screen, printed, width_beside
from macros.book.plates import FIGURE, RECORD, name_copies
from macros.book.section import Element, Section, elements
from macros.images.sizes import Recipe
from macros.messages.problems import Position, Problem, Severity

_SMALL = frozenset({"portrait", "card__picture"})
"""Classes of pictures beside a name, which a book does not show."""


def place_pictures(section: Section, root: Path, area: TextArea | None) -> None:
    """Let each picture of a chapter name its file from the project's folder, or a copy for a book.

    A missing one is replaced by a box. Pictures of data/ are placed later (`plates`). Without a
    `area` the book is for a screen.
    """
    wanted: list[tuple[Element, PictureFile, Recipe | None]] = []
    for picture in elements(section.tree, "img"):
        if picture.get(RECORD):
            continue
        if not _SMALL.isdisjoint((picture.get("class") or "").split()):
            _drop(picture)
            continue
        written = picture.get("src") or ""
        source = unquote(written)
        path = posixpath.normpath(
            posixpath.join(DOCS, posixpath.dirname(section.path), source.partition("?")[0])
        )
        if not path.startswith(f"{DOCS}/") or not (root / path).is_file():
            message = f"không có hình “{source}”"
            remedy = "đặt tệp hình cạnh chương, hoặc sửa tên trong chương"
        elif not isinstance(file := look(root / path, path, decoded), PictureFile):
            message = f"không đọc được hình “{source}”: tệp hỏng hoặc không phải là hình"
            remedy = "thay bằng tệp PNG, JPEG, WebP hoặc SVG mở được"
        else:
            key_figure(picture, section.path, written)
            picture.set("src", path)
            picture.set("alt", picture.get("alt") or "")
            if file.width:
                wanted.append((picture, file, _copy(picture, file, area)))
            continue
        position = _position(root, f"{DOCS}/{section.path}", written)
        section.problems.append(Problem(position, message, remedy, Severity.WARNING))
        _box(picture, picture.get("alt") or source)
    name_copies(root, wanted)


def key_figure(picture: Element, page: str, source: str) -> None:
    """Let the figure around a picture of the chapter `page` say which of the volume's it is."""
    figure = picture.getparent()
    if figure.tag == "figure":
        figure.set(FIGURE, file_key(page, source))


def _copy(picture: Element, file: PictureFile, area: TextArea | None) -> Recipe | None:
    """Return the copy for a book of a picture beside a chapter, None for the picture itself."""
    if area is None:
        return on_screen(file)
    width = width_beside(file, area)
    if (recipe := printed(file, width)) is not None:
        picture.set("style", as_set(file, width, recipe))
    return recipe


def _drop(picture: Element) -> None:
    above = picture.getparent()
    (above if above.tag == "picture" else picture).drop_tree()


def _position(root: Path, path: str, written: str) -> Position:
    """Return where a chapter names a picture; its first line if that is unknown."""
    text = (root / path).read_text(encoding="utf-8") if (root / path).is_file() else ""
    at = max(text.find(name) for name in (written, unquote(written)))
    if not written or at < 0:
        return Position(path)
    before = text[:at]
    return Position(path, before.count("\n") + 1, at - before.rfind("\n"))


def _box(picture: Element, words: str) -> None:
    """Show in the place of a picture that there should be one."""
    box = make.SPAN(make.CLASS("missing"), f"[Thiếu hình: {words}]")
    box.tail = picture.tail
    picture.getparent().replace(picture, box)
