"""Prepares the HTML of a component for paper: removes what only a screen can use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import builder as make

from macros.book.section import BLOCKS, Element, drop, elements
from macros.text.vietnamese import NBSP, keep_together

_INTERACTIVE = ("script", "button", "input", "select", "form", "template", "noscript")
_AS_WRITTEN = ("svg", "text", "title", "style", "code", "pre")
_SCREEN_ONLY = ("title", "tabindex", "aria-label", "aria-labelledby", "role", "onclick")
_PAPER = "text{font-family:Book Serif;fill:#000} path,rect,circle{stroke:#333;fill:#bbb}"
_LONG = 30
"""A longer word may be broken anywhere; otherwise it would run over the margin."""

# A document's symbol or a range of years: 14-QĐ/TW, 13/2008/NĐ-CP, …-BC/ĐU, 1996–2005. No line ends
# in 27/01/1994 anyway.
_SYMBOL = re.compile(
    r"(?<![\w/–…-])(?:…[/-])?(?![\d/]+(?![\w/–-]))(?=[\w/–-]*[\dA-ZĐ])"
    r"[^\W_]+(?:[/–-][^\W_]+)+(?![\w/–-])"
)
# No line begins with a dash: “kinh tế - tài chính”, “5/2008 – 08/12/2008”.
_DASH = re.compile(r"(?<=[^\s\u00a0])[ ](?=[-–][ ])")
# “2021 - 2025”, as some titles are printed; between two dates a line may end after the dash.
_SPACED_RANGE = re.compile(r"(?<![\d/.,])(\d[\d.,]*)\u00a0([-–])[ ](?=\d[\d.,]*(?![\d/]))")
# “số 82-KH”, “bão số 3”
_NUMBER = re.compile(
    r"\b(số) (?=\d{1,4}(?:(?:/\d{4})?[-/][^\W\d_]|(?![\d%/-]|[.,]\d)))", re.IGNORECASE
)
# “Đại hội VI”, “nhiệm kỳ 2015–2020”, “(lần 2)”, “ảnh 4”
_NUMBERED = re.compile(
    r"\b((?i:hội|kỳ|trung ương|lần|ảnh|bảng|hình|chương|phụ lục|mục|đoạn|điều|trang)) "
    r"(?=(?:\d{1,4}|[IVXLCDM]+)(?![\w%]|[.,/]\d))"
)
# “9 chuyên trách”, of the members of a committee
_MEMBERS = re.compile(r"(?<=\d)[ ](?=(?:chuyên trách|kiêm nhiệm)\b)")
# A line may end after a hyphen even before a no-break space.
_TOKEN = re.compile(
    rf"{_SYMBOL.pattern}|(?<![\d/])\d[\d.,]*\u00a0[-–]\u00a0\d+(?![\d/])"
    rf"|[^\s\u00a0]{{{_LONG + 1},}}"
)
_RUNT = 6
"""A last word of at most so many letters does not stand on a line of its own."""
_LINE = 60
"""A block of fewer letters may fit on one line: nothing is done to it."""


def clean(tree: Element) -> None:
    """Remove what is for the screen alone, and unfold what is folded there."""
    for element in tree.xpath(".//*[@data-edition='screen']"):
        drop(element)
    for element in elements(tree, *_INTERACTIVE, "summary"):
        drop(element)
    for element in tree.xpath(".//svg[@aria-hidden='true'][not(ancestor::svg)]"):
        drop(element)
    for picture in tree.xpath(".//svg[not(ancestor::svg)]"):
        _prepare_drawing(picture)
    for element in [*elements(tree, "details"), *tree.find_class("fact")]:
        element.drop_tag()
    for element in tree.xpath(".//*[contains(concat(' ', @class, ' '), ' table-scroll ')]"):
        element.drop_tag()
    for link in tree.xpath(".//a[not(*)]"):
        _loosen(link)
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("svg", "img"):
            continue
        for name in _SCREEN_ONLY:
            element.attrib.pop(name, None)
    for element in [*elements(tree, "time", "abbr"), *tree.find_class("statistic")]:
        element.drop_tag()


def _loosen(link: Element) -> None:
    """Let a line end within a name, but not before its last syllable.

    A name of three or four syllables that is kept whole leaves a gap, which stretches the line
    before it. In a table no line is stretched, so names stay whole; only in a column of names,
    which may be narrower than a name, a line may end after any syllable.
    """
    syllables = (link.text or "").split(NBSP)
    if len(syllables) < 2 or not all(one.isalpha() and one[0].isupper() for one in syllables):
        return
    table = next(link.iterancestors("table"), None)
    if table is None:
        link.text = f"{' '.join(syllables[:-1])}{NBSP}{syllables[-1]}"
    elif "posts" in (table.get("class") or "") and any(True for _ in link.iterancestors("th")):
        link.text = " ".join(syllables)


def _prepare_drawing(picture: Element) -> None:
    """Give a drawing a name, and grey tones in place of the colours of the site's stylesheet."""
    # An EPUB is XML: there nothing but this says what the elements are.
    picture.set("xmlns", "http://www.w3.org/2000/svg")
    title: Element = etree.SubElement(picture, "title")
    title.text = picture.get("aria-label") or "Hình vẽ"
    picture.insert(0, title)
    style: Element = etree.SubElement(picture, "style")
    style.text = _PAPER
    # The HTML parser has changed viewBox to lower case.
    if box := picture.attrib.pop("viewbox", None):
        picture.set("viewBox", box)


def keep(tree: Element) -> None:
    """Prevent line ends in dates, symbols and numbers with units; allow them in long words."""
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
    """Return whether an element is, or is in, a short note, which always stays on one line."""
    return element.get("class") == "fn fn--short" or any(
        one.get("class") == "fn fn--short" for one in element.iterancestors("small")
    )


def _keep_text(parent: Element, after: Element | None, text: str) -> None:
    """Replace the text of `parent`, or that after its child `after`, by text and unbroken spans."""
    if parent.get("class") in ("nb", "overlong"):
        return
    kept = _DASH.sub(NBSP, keep_together(text))
    kept = _SPACED_RANGE.sub(f"\\1{NBSP}\\2{NBSP}", kept)
    for words in (_NUMBER, _NUMBERED):
        kept = words.sub(f"\\1{NBSP}", kept)
    kept = _MEMBERS.sub(NBSP, kept)
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


def join_last_words(tree: Element) -> None:
    """Join the last word of a paragraph to the one before it: no short word is a line alone."""
    for block in [*elements(tree, "p", "li", "dd"), *tree.find_class("line")]:
        if any(one.tag in BLOCKS for one in block.iterdescendants() if isinstance(one.tag, str)):
            continue
        pieces = list(_running(block))
        if sum(len(_get(piece)) for piece in pieces) < _LINE:
            continue
        last = ""
        for piece in reversed(pieces):
            text = _get(piece) if last else _get(piece).rstrip()
            space = max(text.rfind(" "), text.rfind(NBSP))
            last = text[space + 1 :] + last
            if space >= 0 and last.strip():
                if text[space] == " " and len(last) <= _RUNT:
                    _set(piece, f"{text[:space]}{NBSP}{text[space + 1 :]}")
                break


_Piece = tuple[Element, bool]
"""A place of text: an element, and whether the text is after it (else it is at its start)."""


def _running(block: Element) -> Iterator[_Piece]:
    """Yield the places of the texts of a block in order, without its notes and further lines."""
    yield block, False
    for child in block:
        if isinstance(child.tag, str) and not {"fn", "line"} & set(
            (child.get("class") or "").split()
        ):
            yield from _running(child)
        yield child, True


def _get(piece: _Piece) -> str:
    element, after = piece
    return (element.tail if after else element.text) or ""


def _set(piece: _Piece, text: str) -> None:
    element, after = piece
    if after:
        element.tail = text
    else:
        element.text = text
