"""Writes a volume as EPUB 3: one file per section, pop-up notes, navigation, cover, fonts."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from lxml import etree
from lxml.html import builder as make

from macros.archive import Archive
from macros.book import accessible, cover, matter, page_list
from macros.book.accessible import Access
from macros.book.compose import Volume
from macros.book.config import Settings
from macros.book.fallback import Cut, fallback
from macros.book.matter import Edition, Where
from macros.book.notes import NOTE
from macros.book.page_list import Mark, Start
from macros.book.plates import RECORD
from macros.book.section import Element, Section, elements
from macros.book.titles import whole_words
from macros.rendering.letters import FONTS
from macros.system.program import own_or_default

STYLES = ("overrides/book/styles/fonts.css", "overrides/book/styles/epub.css")
_TYPES = {
    ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
    ".svg": "image/svg+xml", ".webp": "image/webp", ".woff2": "font/woff2",
}  # fmt: skip
# The earliest day of the ZIP format; the book's own day is in its metadata.
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_HTML_ONLY = ("align", "valign", "border", "data-number", "data-head", RECORD, page_list.AT)


@dataclass(frozen=True)
class File:
    """A file of the EPUB: path, content, and whether it is in the reading order."""

    path: str
    media: str
    data: bytes
    properties: str = ""
    spine: bool = False

    @property
    def id(self) -> str:
        """Its id in the package document."""
        return "f-" + re.sub(r"[^a-z0-9]+", "-", self.path.lower()).strip("-")


@dataclass(frozen=True)
class Printed:
    """The printed book whose pages an EPUB marks: its size in words, the start of each page."""

    size: str = ""
    starts: Mapping[int, Start] = field(default_factory=dict)


NOT_PRINTED = Printed()


def bind(
    volume: Volume,
    settings: Settings,
    archive: Archive,
    edition: Edition,
    printed: Printed = NOT_PRINTED,
) -> bytes:
    """Return the volume as an EPUB; the same volume always gives the same bytes."""
    sections = matter.arranged(volume, matter.introduction(volume, settings, paper=False))
    homes = _homes(sections)
    labels = _labels(sections)

    def locate(anchors: Iterable[str]) -> tuple[Where, ...]:
        """Return the chapters of anchors, because there are no pages."""
        first: dict[str, str] = {}
        for anchor in anchors:
            first.setdefault(homes.get(anchor, ""), anchor)
        return tuple(Where(labels[home], anchor) for home, anchor in first.items() if home)

    back = matter.back(volume, settings, archive, locate, paper=False)
    sections += matter.references(volume, settings)
    sections += [section for section in back if section.key != "muc-luc"]
    pictures = _pictures(sections, settings.root)
    pages = page_list.place_marks(sections, printed.starts)
    drawn = cover.draw(volume, settings, archive, edition)
    front = matter.front(volume, settings, edition)
    files = [
        File("cover.png", "image/png", drawn, "cover-image"),
        _xhtml(volume, "cover", volume.full_title, _cover(volume), spine=True),
        _xhtml(volume, "bia", volume.full_title, front, spine=True),
        *_written(volume, sections),
        _navigation(volume, sections, pages),
        *_styles_and_fonts(settings.root, fallback(volume.sections).cuts),
        *pictures,
    ]
    size = printed.size if pages else ""
    access = accessible.access_of(sections, paged=bool(pages))
    return _packed(volume, settings, edition, files, access, size)


def _written(volume: Volume, sections: list[Section]) -> Iterator[File]:
    """Yield each section as a file, with notes at its end and links to other files."""
    homes = _homes(sections)
    for section in sections:
        _notes(section)
        _links(section, homes)
        body = matter.fill(
            volume.root,
            "section.html",
            section=section,
            opening="",
            running="",
            role=accessible.role_of(section),
            body=_body(section),
            heading=whole_words(section.title),
        )
        yield _xhtml(volume, section.key, section.title, body, spine=True)


def _labels(sections: Iterable[Section]) -> dict[str, str]:
    """Return the label of each section for references: “Phần II, Chương 3”."""
    found: dict[str, str] = {}
    part = ""
    for section in sections:
        part = section.label if section.kind == "part" else part if section.level > 1 else ""
        own = section.label or section.title
        found[section.key] = f"{part}, {own}" if part and section.kind != "part" else own
    return found


def _homes(sections: Iterable[Section]) -> dict[str, str]:
    """Return the key of the section that holds each anchor."""
    found: dict[str, str] = {}
    for section in sections:
        found[section.key] = section.key
        for anchor in section.tree.xpath(".//@id", smart_strings=False):
            found.setdefault(anchor, section.key)
    return found


def _notes(section: Section) -> None:
    """Move the notes of a section to its end, and link them from their old places."""
    notes: list[Element] = []
    for note in [one for one in elements(section.tree, "small") if NOTE in one.get("class", "")]:
        number = len(notes) + 1
        anchor = f"{section.key}--chu-thich-{number}"
        call = make.A(make.CLASS("noteref"), str(number), href=f"#{anchor}", id=f"{anchor}-goi")
        call.set("epub-type", "noteref")
        call.set("role", "doc-noteref")
        call.tail, note.tail = note.tail, None
        note.getparent().replace(note, call)
        aside = make.ASIDE(make.CLASS("footnote"), id=anchor)
        aside.set("epub-type", "footnote")
        aside.set("role", "doc-footnote")
        words = make.P()
        back = make.A(f"{number}.", href=f"#{anchor}-goi", role="doc-backlink")
        back.set("aria-label", f"{number}, về chỗ chú thích")
        back.tail = f" {note.text or ''}"
        words.append(back)
        for child in list(note):
            words.append(child)
        aside.append(words)
        notes.append(aside)
    if notes:
        section.tree.append(make.DIV(make.CLASS("footnotes"), *notes))


def _links(section: Section, homes: Mapping[str, str]) -> None:
    """Add to each link the file of its anchor."""
    for link in elements(section.tree, "a"):
        href = link.get("href") or ""
        if not href.startswith("#"):
            continue
        home = homes.get(href[1:])
        if home is None and not href.startswith(f"#{section.key}--"):
            link.drop_tag()
        elif home and home != section.key:
            link.set("href", f"{home}.xhtml" + (href if href[1:] != home else ""))


def _body(section: Section) -> str:
    """Return a section's body as XHTML."""
    for element in section.tree.iter():
        if not isinstance(element.tag, str):
            continue
        for name in _HTML_ONLY:
            element.attrib.pop(name, None)
    text = matter.markup(section, xml=True)
    return text.replace("epub-type=", "epub:type=")


def _pictures(sections: Iterable[Section], root: Path) -> list[File]:
    """Return the pictures of the chapters as files, and point the chapters to them."""
    found: dict[str, File] = {}
    for section in sections:
        for picture in section.tree.iter("img"):
            source = picture.get("src")
            suffix = posixpath.splitext(source)[1].lower()
            data = (root / source).read_bytes()
            path = f"pictures/{sha256(data).hexdigest()[:16]}{suffix}"
            picture.set("src", path)
            found[path] = File(path, _TYPES.get(suffix, "image/png"), data)
    return list(found.values())


def _styles_and_fonts(root: Path, cuts: Iterable[Cut]) -> list[File]:
    """Return the style sheet and the fonts, including fallback fonts that the text needs."""
    text = "\n".join(own_or_default(root, path).read_text(encoding="utf-8") for path in STYLES)
    fonts = {
        one.name: one.read_bytes() for one in sorted(own_or_default(root, FONTS).glob("*.woff2"))
    }
    for cut in cuts:
        fonts[cut.name] = cut.data
        text += f"\n{cut.face(f'fonts/{cut.name}')}\n"
    style = File("book.css", "text/css", text.replace("../fonts/", "fonts/").encode())
    return [style, *(File(f"fonts/{n}", "font/woff2", data) for n, data in fonts.items())]


def _cover(volume: Volume) -> str:
    return matter.fill(volume.root, "cover.html", title=volume.full_title)


def _xhtml(volume: Volume, name: str, title: str, body: str, *, spine: bool = False) -> File:
    text = matter.fill(volume.root, "page.xhtml", title=title, body=body)
    etree.fromstring(text.encode())
    properties = "svg" if "<svg" in text else ""
    return File(f"{name}.xhtml", "application/xhtml+xml", text.encode(), properties, spine)


def _navigation(volume: Volume, sections: list[Section], pages: list[Mark]) -> File:
    """Return the navigation document: contents by part, landmarks, list of printed pages."""
    tree: list[tuple[Section, list[Section]]] = []
    for section in sections:
        if section.level > 1 and tree:
            tree[-1][1].append(section)
        else:
            tree.append((section, []))
    text = matter.fill(volume.root, "nav.xhtml", title=volume.full_title, tree=tree, pages=pages)
    return File("nav.xhtml", "application/xhtml+xml", text.encode(), "nav")


def _packed(
    volume: Volume,
    settings: Settings,
    edition: Edition,
    files: list[File],
    access: Access,
    size: str,
) -> bytes:
    """Return the files as an EPUB container, with a fixed date so that bytes repeat."""
    contents = sha256(b"".join(file.data for file in files)).hexdigest()
    package = matter.fill(
        volume.root,
        "package.opf",
        identifier=f"urn:sha256:{contents}",
        title=volume.full_title,
        imprint=edition.imprint,
        licence=settings.licence,
        modified=edition.iso_date or "1980-01-01T00:00:00Z",
        date=edition.iso_date[:10],
        files=files,
        access=access,
        source=accessible.source_of(edition.imprint, volume.full_title, size) if size else "",
    )
    container = matter.fill(volume.root, "container.xml")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as book:
        _add(book, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        _add(book, "META-INF/container.xml", container.encode())
        _add(book, "EPUB/package.opf", package.encode())
        for file in files:
            _add(book, f"EPUB/{file.path}", file.data)
    return target.getvalue()


def _add(book: zipfile.ZipFile, path: str, data: bytes, method: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(path, _NO_DAY)
    entry.compress_type = method
    entry.external_attr = 0o644 << 16
    book.writestr(entry, data)
