"""Makes the HTML of a section simple for Word: notes of its own, no drawings, plain tables."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

from lxml.html import builder as make
from PIL import Image

from macros.book.notes import NOTE
from macros.book.section import drop, elements
from macros.book.word.columns import set_widths

if TYPE_CHECKING:
    from pathlib import Path

    from macros.book.section import Element, Section

STYLE = "custom-style"
"""The attribute that names a style of Word to pandoc."""

_DRAWN = (
    "axis",
    "legend",
    "lane__track",
    "bars__bar",
    "bars__pause",
    "reached__head",
    "books",
    "descent",
)
_UNNUMBERED = frozenset({"events", "contents", "bars"})
"""Lists that begin each line with a date, a chapter or a label: numbers would be read as more."""
_SMALL = frozenset({"detail", "unit", "remark", "note", "caption-note", "badge", "posts-note"})
_BLOCKS = frozenset({"p", "ul", "ol", "dl", "div", "table"})
_AS_THEY_ARE = {"PNG": "image/png", "JPEG": "image/jpeg"}


def simplify(section: Section, root: Path) -> None:
    """Make a section simple; `root` is the folder in which its pictures are."""
    tree = section.tree
    _drop_drawings(tree)
    for figure in elements(tree, "figure"):
        _unfold(figure)
    for picture in elements(tree, "img", "svg"):
        _embed(picture, root)
    for listed in elements(tree, "ol"):
        if not _UNNUMBERED.isdisjoint((listed.get("class") or "").split()):
            listed.tag = "ul"
    _set_styles(tree)
    _set_notes(section)
    for table in elements(tree, "table"):
        _shape(table)
    for element in tree.iter():
        if isinstance(element.tag, str):
            for name in ("class", "style", "data-at", "scope"):
                element.attrib.pop(name, None)


def _drop_drawings(tree: Element) -> None:
    """Drop what is drawn with boxes: the words and the numbers beside them stay."""
    for name in _DRAWN:
        for element in tree.find_class(name):
            drop(element)
    for track in tree.find_class("reached__track"):
        cell = next(track.iterancestors("td", "th"), None)
        if cell is not None:
            cell.set("class", "reached__empty")
        drop(track)
    for table in tree.find_class("reached__table"):
        for row in table.iter("tr"):
            cells = row.findall("td") if row.find("th[@colspan]") is None else []
            if len(cells) == 3:
                row.remove(cells[0])
        for wide in table.xpath(".//*[@colspan='4']"):
            wide.set("colspan", "3")
    for post in tree.find_class("lane__post"):
        post.tag = "p"
        post[:] = [make.STRONG(*list(post), post.text or "")]
        post.text = None
    for first in ("lane__name", "bars__label"):
        for label in tree.find_class(first):
            label.tail = ": "


def _unfold(figure: Element) -> None:
    """Let a figure be its caption and what it shows: pandoc would set the parts side by side."""
    caption = figure.find("figcaption")
    shown = figure.find(".//img") is not None
    if caption is not None:
        caption.tag = "p"
        if shown:
            figure.append(caption)
        else:
            figure.insert(0, caption)
        _wrap(caption, "Image Caption" if shown else "Caption")
    figure.tag = "div"
    if shown:
        for picture in figure.findall("img"):
            words = make.P()
            picture.addprevious(words)
            words.append(picture)
            picture.tail = None
            _wrap(words, "Captioned Figure")


def _set_styles(tree: Element) -> None:
    """Give small print its style, and each further line of a cell a line of its own."""
    for element in elements(tree, "span", "p", "em"):
        classes = set((element.get("class") or "").split())
        if "line" in classes and _says_before(element):
            element.addprevious(make.BR())
        if classes & _SMALL and element.tag != "p":
            element.set(STYLE, "Detail")
    for name in elements(tree, "p"):
        if "box__name" in (name.get("class") or ""):
            _wrap(name, "Box Name")


def _says_before(element: Element) -> bool:
    """Return whether text stands before an element in its cell or line."""
    above, before = element.getparent(), element.getprevious()
    text = (above.text or "") if before is None else (before.tail or "")
    if before is None:
        return bool(text.strip())
    return True


def _wrap(block: Element, style: str) -> None:
    """Put a block into a division that names its style, as pandoc reads it."""
    around = make.DIV()
    around.set(STYLE, style)
    block.addprevious(around)
    around.tail, block.tail = block.tail, None
    around.append(block)


def _set_notes(section: Section) -> None:
    """Move each note to the end of its section, with a call in its place, as pandoc reads them."""
    notes: list[Element] = []
    for note in [one for one in elements(section.tree, "small") if NOTE in one.get("class", "")]:
        anchor = f"chu-thich-{section.key}-{len(notes) + 1}"
        call = make.A(str(len(notes) + 1), href=f"#{anchor}", role="doc-noteref")
        call.set("epub-type", "noteref")
        call.tail, note.tail = note.tail, None
        note.getparent().replace(note, call)
        words = make.P(*list(note))
        words.text = note.text
        aside = make.ASIDE(words, id=anchor, role="doc-footnote")
        aside.set("epub-type", "footnote")
        notes.append(aside)
    section.tree.extend(notes)


def _shape(table: Element) -> None:
    """Align numbers, style the words of a table, and give its columns widths."""
    for cell in elements(table, "td", "th"):
        if "num" in (cell.get("class") or "").split():
            cell.set("align", "right")
        head = next(cell.iterancestors("thead"), None) is not None
        blocks = any(one.tag in _BLOCKS for one in cell.iter() if one is not cell)
        around = make.DIV() if blocks else make.DIV(make.P())
        held = around if blocks else around[0]
        held.extend(list(cell))
        held.text, cell.text = cell.text, None
        around.set(STYLE, "Table Head" if head or cell.get("scope") == "rowgroup" else "Table Text")
        cell.append(around)
    set_widths(table)


def _embed(picture: Element, root: Path) -> None:
    """Put a picture into the text itself; of a drawing, Word gets the name."""
    file = root / (picture.get("src") or "")
    if picture.tag == "svg" or file.suffix.lower() == ".svg":
        picture.tag = "span"
        words = picture.get("alt") or picture.findtext("title") or "Hình vẽ"
        picture[:] = []
        picture.text = f"[{words}]"
        return
    data = file.read_bytes()
    with Image.open(io.BytesIO(data)) as image:
        kind = _AS_THEY_ARE.get(image.format or "")
        if kind is None:
            made = io.BytesIO()
            image.save(made, "PNG")
            kind, data = "image/png", made.getvalue()
    picture.set("src", f"data:{kind};base64,{base64.b64encode(data).decode()}")
    picture.set("width", "100%")
