"""Pictures of the chapters: the file that each names, and what is shown where there is none."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote

from lxml import etree
from lxml.html import builder as make
from PIL import Image

from macros.admission.docs import DOCS
from macros.book.section import Element, Section, elements
from macros.messages.problems import Position, Problem, Severity


def place_pictures(section: Section, root: Path) -> None:
    """Let each picture name its file from the project's folder; replace a missing one by a box."""
    for picture in elements(section.tree, "img"):
        written = picture.get("src") or ""
        source = unquote(written)
        path = posixpath.normpath(
            posixpath.join(DOCS, posixpath.dirname(section.path), source.partition("?")[0])
        )
        if not path.startswith(f"{DOCS}/") or not (root / path).is_file():
            message = f"không có hình “{source}”"
            remedy = "đặt tệp hình cạnh chương, hoặc sửa tên trong chương"
        elif not _is_picture(root / path):
            message = f"không đọc được hình “{source}”: tệp hỏng hoặc không phải là hình"
            remedy = "thay bằng tệp PNG, JPEG, WebP hoặc SVG mở được"
        else:
            picture.set("src", path)
            picture.set("alt", picture.get("alt") or "")
            continue
        position = _position(root, f"{DOCS}/{section.path}", written)
        section.problems.append(Problem(position, message, remedy, Severity.WARNING))
        _box(picture, picture.get("alt") or source)


def _is_picture(path: Path) -> bool:
    """Return whether a file can be opened as what its name says it is."""
    try:
        if path.suffix.lower() == ".svg":
            root = etree.parse(path, etree.XMLParser(resolve_entities=False)).getroot()
            return etree.QName(root).localname == "svg"
        with Image.open(path) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError):
        # Pillow raises SyntaxError for a broken PNG, lxml for a broken SVG.
        return False
    return True


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
