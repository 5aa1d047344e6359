"""The text of one Word paragraph: runs in order, with the notes, boxes and page breaks in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from macros.intake.fonts import in_unicode
from macros.intake.word.numbering import in_form
from macros.intake.xml import child, children, is_on, tag, value

if TYPE_CHECKING:
    from macros.intake.package import Element
    from macros.intake.word.styles import Look, Styles

BREAK = "\n"
"""A break that somebody set by hand within a paragraph; `lines.py` says what it means."""
_THROUGH = frozenset(
    {"ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdtContent", "fldSimple", "dir", "bdo",
     "rubyBase", "oMath", "oMathPara", "r"}
)  # fmt: skip
_LEFT_OUT = frozenset({"del", "moveFrom"})
_SIGNS = {
    "tab": " ",
    "cr": BREAK,
    "noBreakHyphen": "-",
    "softHyphen": "\u00ad",
    "ptab": " ",
}
_PICTURES = frozenset({"blip", "imagedata", "chart", "relIds"})


class NoteMark(NamedTuple):
    """Where a note is called: footnote or endnote, its id, and the mark that is printed.

    The mark is "" where the author typed one of his own, which stands in both texts.
    """

    kind: str
    name: str
    mark: str


@dataclass
class Inline:
    """What a paragraph holds: pieces of text with their fonts, its notes and boxes.

    `prefix` is its automatic number. `breaks` counts the page breaks in it, `breaks_before` those
    before its first letter.
    """

    pieces: list[tuple[str, str]] = field(default_factory=list)
    notes: list[NoteMark] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    prefix: str = ""
    bold: bool = True
    breaks_before: int = 0
    breaks: int = 0

    @property
    def has_text(self) -> bool:
        """Whether anything is printed."""
        return any(text.strip() for text, _ in self.pieces)

    def add(self, text: str, font: str, bold: bool) -> None:
        """Add the text of a run."""
        if text.strip():
            if not self.has_text:
                self.breaks_before = self.breaks
            self.bold = self.bold and bold
        self.pieces.append((text, font))

    def text(self, seen: Counter[str]) -> str:
        """Return the text in Unicode; `seen` counts what was converted."""
        return in_unicode(self.pieces, seen)


class InlineReader:
    """Reads the runs of paragraphs and counts their notes.

    `seen` counts what an editor should know of, by the names of Word's elements.
    """

    def __init__(self, styles: Styles, seen: Counter[str]) -> None:
        self._styles = styles
        self._seen = seen
        self._marks: Counter[str] = Counter()

    def read(self, paragraph: Element, inline: Inline) -> None:
        """Add the content of a paragraph to `inline`."""
        look = self._styles.look(self._styles.of_paragraph(paragraph))
        self._walk(paragraph, look, inline)

    def _walk(self, parent: Element, look: Look, inline: Inline) -> None:
        for one in parent:
            name = tag(one)
            if name in _LEFT_OUT:
                self._seen[name] += 1
            elif name == "r":
                self._run(one, look, inline)
            elif name == "sdt":
                if is_on(child(one, "sdtPr", "showingPlcHdr")) is not True:
                    self._walk_child(one, "sdtContent", look, inline)
            elif name == "ruby":
                self._walk_child(one, "rubyBase", look, inline)
            elif name == "AlternateContent":
                self._walk(chosen(one), look, inline)
            elif name in _THROUGH:
                if name in ("ins", "moveTo"):
                    self._seen["ins"] += 1
                self._walk(one, look, inline)

    def _walk_child(self, parent: Element, name: str, look: Look, inline: Inline) -> None:
        for one in children(parent, name):
            self._walk(one, look, inline)

    def _run(self, run: Element, look: Look, inline: Inline) -> None:
        own = self._styles.run_look(look, run)
        if own.hidden:
            self._seen["vanish"] += any(tag(one) == "t" for one in run)
            return
        for one in run:
            self._part(one, own, inline)

    def _part(self, one: Element, look: Look, inline: Inline) -> None:
        name = tag(one)
        if name == "t":
            inline.add(one.text or "", look.font, look.bold)
        elif name in _SIGNS:
            inline.add(_SIGNS[name], look.font, look.bold)
        elif name == "br":
            if value(one, "type") in ("", "textWrapping"):
                inline.add(BREAK, look.font, look.bold)
        elif name == "lastRenderedPageBreak":
            inline.breaks += 1
        elif name == "sym":
            inline.add(self._sign(one), "", look.bold)
        elif name in ("footnoteReference", "endnoteReference"):
            self._note(one, name.removesuffix("Reference"), inline)
        elif name in ("drawing", "pict", "object"):
            self._drawing(one, inline)
        elif name == "AlternateContent":
            for part in chosen(one):
                self._part(part, look, inline)
        elif name == "ruby":
            self._walk_child(one, "rubyBase", look, inline)

    def _sign(self, one: Element) -> str:
        """Return the sign of a font of signs: its code is in Unicode's private area."""
        code = value(one, "char")
        try:
            return chr(int(code, 16))
        except ValueError:
            return ""

    def _note(self, one: Element, kind: str, inline: Inline) -> None:
        mark = ""
        if value(one, "customMarkFollows") not in ("1", "true", "on"):
            self._marks[kind] += 1
            form = "decimal" if kind == "footnote" else "lowerRoman"
            mark = f"({in_form(self._marks[kind], form)[0]})"
            inline.add(mark, "", inline.bold)
        inline.notes.append(NoteMark(kind, value(one, "id"), mark))

    def _drawing(self, one: Element, inline: Inline) -> None:
        boxes = list(_boxes(one))
        inline.boxes += boxes
        if not boxes and any(tag(part) in _PICTURES for part in one.iter()):
            self._seen["picture"] += 1
        elif not boxes and tag(one) == "object":
            self._seen["object"] += 1


def chosen(alternatives: Element) -> Element:
    """Return that of several writings of one thing which is read: the first, else the fallback."""
    for name in ("Choice", "Fallback"):
        if (found := child(alternatives, name)) is not None:
            return found
    return ()


def _boxes(element: Element) -> list[Element]:
    """Return the contents of the text boxes in a drawing, not those within others."""
    name = tag(element)
    if name == "txbxContent":
        return [element]
    parts = chosen(element) if name == "AlternateContent" else element
    return [box for part in parts for box in _boxes(part)]
