"""Styles of a Word document: what a paragraph or a run is given by them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.intake.xml import child, children, is_on, number, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.intake.package import Element

_LONGEST_CHAIN = 20
_HEADING = re.compile(r"(?i)^(?:heading|tiêu đề|đề mục)\s*([1-9])$")
_CONTENTS = re.compile(r"(?i)^(?:toc\s*(?:\d|heading)|mục lục\s*\d?|table of figures)$")


@dataclass(frozen=True)
class Look:
    """What a run looks like, as far as reading needs it: its font, bold, capitals, hidden."""

    font: str = ""
    bold: bool = False
    capitals: bool = False
    hidden: bool = False

    def with_properties(self, properties: Element | None) -> Look:
        """Return the look that properties of a run (`w:rPr`) make of this one."""
        if properties is None:
            return self
        fonts = child(properties, "rFonts")
        bold, hidden = is_on(child(properties, "b")), is_on(child(properties, "vanish"))
        capitals = is_on(child(properties, "caps"))
        return Look(
            value(fonts, "ascii") or value(fonts, "hAnsi") or self.font,
            self.bold if bold is None else bold,
            self.capitals if capitals is None else capitals,
            self.hidden if hidden is None else hidden,
        )


class Styles:
    """The styles of a document by their ids; without a part of styles there are none."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {value(one, "styleId"): one for one in children(root, "style")}
        defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        self._default = Look().with_properties(defaults)
        self._plain = next(
            (
                name
                for name, one in self._styles.items()
                if value(one, "type") == "paragraph" and value(one, "default") in ("1", "true")
            ),
            "",
        )

    def _chain(self, name: str) -> Iterator[Element]:
        """Yield a style and those that it is based on, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = value(child(style, "basedOn"))

    def names(self, paragraph: Element) -> list[str]:
        """Return the ids of the styles of a paragraph, nearest first."""
        return [value(one, "styleId") for one in self._chain(self.of_paragraph(paragraph))]

    def of_paragraph(self, paragraph: Element) -> str:
        """Return the id of a paragraph's style."""
        return value(child(paragraph, "pPr", "pStyle")) or self._plain

    def look(self, style: str) -> Look:
        """Return the look that a paragraph's style gives its runs."""
        look = self._default
        for one in reversed(list(self._chain(style))):
            look = look.with_properties(child(one, "rPr"))
        return look

    def run_look(self, look: Look, run: Element) -> Look:
        """Return the look of a run in a paragraph whose style gives `look`."""
        properties = child(run, "rPr")
        for one in reversed(list(self._chain(value(child(properties, "rStyle"))))):
            look = look.with_properties(child(one, "rPr"))
        return look.with_properties(properties)

    def level(self, paragraph: Element) -> int:
        """Return the depth of a heading, from 1; 0 for what no style calls one."""
        own = number(child(paragraph, "pPr", "outlineLvl"))
        if own is not None:
            return own + 1 if own < 9 else 0
        for one in self._chain(self.of_paragraph(paragraph)):
            if found := _HEADING.match(value(child(one, "name"))):
                return int(found[1])
            outline = number(child(one, "pPr", "outlineLvl"))
            if outline is not None:
                return outline + 1 if outline < 9 else 0
            if value(child(one, "name")).lower() == "title":
                return 1
        return 0

    def is_contents(self, paragraph: Element) -> bool:
        """Return whether a paragraph is a line of the table of contents, which repeats headings."""
        chain = self._chain(self.of_paragraph(paragraph))
        return any(_CONTENTS.match(value(child(one, "name"))) for one in chain)

    def numbering(self, paragraph: Element) -> tuple[str, int | None] | None:
        """Return the list that a paragraph belongs to, and its level; None for no list.

        The level is None where only a style names the list: the list knows its level for the style.
        """
        own = child(paragraph, "pPr", "numPr")
        named = value(child(own, "numId"))
        level = number(child(own, "ilvl"))
        if not named:
            for one in self._chain(self.of_paragraph(paragraph)):
                listed = child(one, "pPr", "numPr")
                named = value(child(listed, "numId"))
                level = level if level is not None else number(child(listed, "ilvl"))
                if named:
                    break
        else:
            level = level or 0
        return (named, level) if named and named != "0" else None
