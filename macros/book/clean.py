"""Prepares the HTML of a component for paper: removes what only a screen can use."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import builder as make

from macros.book.section import Element, drop, elements
from macros.text.vietnamese import NBSP, keep_together

_INTERACTIVE = ("script", "button", "input", "select", "form", "template", "noscript")
_AS_WRITTEN = ("svg", "text", "title", "style", "code", "pre")
_HOVER = ("title", "tabindex", "aria-label", "aria-labelledby", "role", "onclick")
_PAPER = "text{font-family:Book Serif;fill:#000} path,rect,circle{stroke:#333;fill:#bbb}"
_LONG = 30
"""A longer word may be broken anywhere; otherwise it would run over the margin."""

# A document's symbol or a range of years: 14-QĐ/TW, 1996–2005. No line ends in 27/01/1994 anyway.
_SYMBOL = re.compile(
    r"(?<![\w/–-])(?![\d/]+(?![\w–-]))(?=[\w/–-]*[\dA-ZĐ])[^\W_]+(?:[/–-][^\W_]+)+(?![\w/–-])"
)
# “2021 - 2025”, as some titles are printed.
_SPACED_RANGE = re.compile(r"(?<=\d)[ ]([-–])[ ](?=\d)")
# Between “ngày” and a whole date a line may end: the two together would stretch the line before.
_DAY = re.compile(r"(?<=ngày)\u00a0(?=\d{1,2}/\d{1,2}/\d{4})", re.IGNORECASE)
# “số 82-KH”, “bão số 3”
_NUMBER = re.compile(r"\b(số) (?=\d{1,4}(?:[-/][^\W\d_]|(?![\d%/-]|[.,]\d)))", re.IGNORECASE)
# A line may end after a hyphen even before a no-break space.
_TOKEN = re.compile(rf"{_SYMBOL.pattern}|\d+\u00a0[-–]\u00a0\d+|[^\s\u00a0]{{{_LONG + 1},}}")


def clean(tree: Element) -> None:
    """Remove what is for the screen alone, and unfold what is folded there."""
    for element in tree.xpath(".//*[@data-edition='screen']"):
        drop(element)
    for element in elements(tree, *_INTERACTIVE, "summary"):
        drop(element)
    for element in tree.xpath(".//svg[@aria-hidden='true'][not(ancestor::svg)]"):
        drop(element)
    for picture in tree.xpath(".//svg[not(ancestor::svg)]"):
        _dress(picture)
    for element in elements(tree, "details"):
        element.drop_tag()
    for element in tree.xpath(".//*[contains(concat(' ', @class, ' '), ' table-scroll ')]"):
        element.drop_tag()
    for name in tree.xpath(".//table[contains(@class, 'posts')]//th/a[not(*)]"):
        # A name kept on one line may be longer than the width of its column.
        name.text = (name.text or "").replace(NBSP, " ")
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("svg", "img"):
            continue
        for name in _HOVER:
            element.attrib.pop(name, None)
    for element in [*elements(tree, "time", "abbr"), *tree.find_class("statistic")]:
        element.drop_tag()


def _dress(picture: Element) -> None:
    """Give a drawing a name, and grey tones in place of the colours of the site's stylesheet."""
    title: Element = etree.SubElement(picture, "title")
    title.text = picture.get("aria-label") or "Hình vẽ"
    picture.insert(0, title)
    style: Element = etree.SubElement(picture, "style")
    style.text = _PAPER
    # The HTML parser has changed viewBox to lower case.
    if box := picture.attrib.pop("viewbox", None):
        picture.set("viewBox", box)


def keep(tree: Element) -> None:
    """Prevent line breaks in dates, symbols and numbers with units; allow them in long words."""
    for element in [tree, *tree.iterdescendants()]:
        if not isinstance(element.tag, str) or element.tag in _AS_WRITTEN:
            continue
        if _in_note(element):
            continue
        if element.text:
            _keep_text(element, None, element.text)
        for child in list(element):
            if child.tail and isinstance(child.tag, str):
                _keep_text(element, child, child.tail)


def _in_note(element: Element) -> bool:
    """Return whether an element is, or is in, a short note, which is never broken over lines."""
    return element.get("class") == "fn fn--short" or any(
        one.get("class") == "fn fn--short" for one in element.iterancestors("small")
    )


def _keep_text(parent: Element, after: Element | None, text: str) -> None:
    """Replace the text of `parent`, or that after its child, by text and unbroken spans."""
    if parent.get("class") in ("nb", "overlong"):
        return
    kept = _SPACED_RANGE.sub(f"{NBSP}\\1{NBSP}", keep_together(text))
    kept = _NUMBER.sub(f"\\1{NBSP}", _DAY.sub(" ", kept))
    pieces: list[tuple[str, Element]] = []
    at = 0
    for match in _TOKEN.finditer(kept):
        word = match.group()
        name = "overlong" if len(word) > _LONG else "nb"
        pieces.append((kept[at : match.start()], make.SPAN(make.CLASS(name), word)))
        at = match.end()
    lead = pieces[0][0] if pieces else kept
    if after is None:
        parent.text = lead
    else:
        after.tail = lead
    index = 0 if after is None else parent.index(after) + 1
    for number, (_, span) in enumerate(pieces):
        following = pieces[number + 1][0] if number + 1 < len(pieces) else kept[at:]
        span.tail = following
        parent.insert(index + number, span)
