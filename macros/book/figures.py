"""Tables and figures of a volume: their numbers and their width."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from lxml.html import builder as make

from macros.book.plates import FIGURE, RECORD
from macros.book.section import Element, Section, elements, one_by_one, text_of, title_of
from macros.text.vietnamese import NBSP


@dataclass(frozen=True)
class Listed:
    """A line of the list of tables and figures: “Bảng 3. …” and its anchor."""

    kind: str
    text: str
    anchor: str

    @property
    def label(self) -> str:
        """Its kind and number: “Hình 3”."""
        return self.text.partition(". ")[0]


class _Place(NamedTuple):
    """The context of a table: the heading over it, the titles of its section and of its part."""

    under: str
    section: str
    part: str


class _Captioned(NamedTuple):
    """A table or figure with its caption, the words of the caption, and its context."""

    element: Element
    caption: Element
    kind: str
    title: str
    section: Section
    place: _Place


def number(
    sections: Iterable[Section], numbers: Mapping[str, int] = MappingProxyType({})
) -> tuple[Listed, ...]:
    """Number the captioned tables and the figures through the volume, and list them by number.

    `numbers` are those that figures have on the site, by their keys; others follow them. A figure
    that is in the volume already is not repeated: a reference to it is printed instead. Two
    pictures with one caption are two figures.
    """
    listed: list[tuple[int, Listed]] = []
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    counts = {"Bảng": 0, "Hình": max(numbers.values(), default=0)}
    places: dict[str, list[_Place]] = defaultdict(list)
    for one in _captioned(sections):
        if one.kind == "Bảng":
            places[one.title].append(one.place)
    for one in _captioned(sections):
        element, caption, kind, title = one.element, one.caption, one.kind, one.title
        key = element.attrib.pop(FIGURE, "")
        drawn = ("", key) if key else (title, _picture_in(element))
        if kind == "Hình" and drawn in seen:
            _refer(element, *seen[drawn])
            continue
        if not (at := numbers.get(key, 0)):
            counts[kind] += 1
            at = counts[kind]
        anchor = element.get("id") or f"{one.section.key}--{kind_key(kind)}-{at}"
        element.set("id", anchor)
        label = f"{kind}{NBSP}{at}"
        if kind == "Hình":
            seen[drawn] = (label, anchor)
        mark = make.SPAN(make.CLASS("caption-label"), f"{label}. ")
        mark.tail, caption.text = caption.text, None
        caption.insert(0, mark)
        apart = _apart(one, places[title]) if kind == "Bảng" else ""
        if apart:
            caption.append(make.SPAN(make.CLASS("caption-note"), apart))
        listed.append((at, Listed(kind, f"{label}. {title}{apart}", anchor)))
    return tuple(one for _, one in sorted(listed, key=itemgetter(0)))


def _picture_in(element: Element) -> str:
    """Return the record or the file of the picture in a figure, "" for a drawing or a table."""
    picture = element.find(".//img")
    return "" if picture is None else picture.get(RECORD) or picture.get("src") or ""


def _captioned(sections: Iterable[Section]) -> Iterator[_Captioned]:
    """Yield the tables and figures that have a caption, in order."""
    part = ""
    for section in one_by_one(sections):
        part = section.title if section.kind == "part" else part
        under = section.title
        for element in elements(section.tree, "table", "figure", "h2", "h3"):
            if element.tag in ("h2", "h3"):
                under = text_of(element)
                continue
            caption = element.find("caption" if element.tag == "table" else "figcaption")
            if caption is not None:
                kind = "Bảng" if element.tag == "table" else "Hình"
                place = _Place(under, section.title, part)
                yield _Captioned(element, caption, kind, title_of(caption), section, place)


def _apart(one: _Captioned, places: Sequence[_Place]) -> str:
    """Return what distinguishes a table from others of the same caption: “ (Đảng bộ quận)”, or "".

    That is the heading over it, or the title of its section or part, whichever differs for all.
    """
    if len(places) < 2:
        return ""
    for index, words in enumerate(one.place):
        if words and words != one.title and len({place[index] for place in places}) == len(places):
            return f" ({words})"
    context = dict.fromkeys(
        words for words in (one.place.under, one.place.part) if words != one.title
    )
    return f" ({', '.join(filter(None, context))})" if any(context) else ""


def kind_key(kind: str) -> str:
    """Return the part of an id that means “Bảng” or “Hình”."""
    return {"Bảng": "bang", "Hình": "hinh"}[kind]


def _refer(figure: Element, label: str, anchor: str) -> None:
    """Replace a repeated figure by a line that refers to the first."""
    title = title_of(figure.find("figcaption"))
    line = make.P(make.CLASS("again"), f"{title}: xem ")
    line.append(make.A(make.CLASS("xref"), label, href=f"#{anchor}"))
    line[-1].tail = "."
    line.tail = figure.tail
    figure.getparent().replace(figure, line)


# --- columns of values ------------------------------------------------------------------------

SAID = 14
"""A value of more letters is a phrase, and its column is aligned to the left."""


def align(tree: Element) -> None:
    """Align the columns of targets to the left if a value is a phrase, not a number."""
    for table in tree.xpath(".//table[not(contains(@class, 'figures'))]"):
        cells = [one for one in table.iter("td") if "num" in (one.get("class") or "").split()]
        if all(len(text_of(one)) <= SAID for one in cells):
            continue
        for cell in [*cells, *table.xpath("./thead//th[contains(@class, 'num')]")]:
            cell.set("class", (cell.get("class") or "").replace("num", "said"))


# --- width ------------------------------------------------------------------------------------

LETTER = 0.53
"""The mean width of a letter, in em."""

TURNED = 1.5
"""The least factor, over all formats, by which a turned page is wider."""

PADDING = 1.0
"""The space between two columns, in em."""


def fit(tree: Element, width: float) -> None:
    """Choose the largest possible size for each table; `width` is that of the text, in em.

    A table whose longest words do not fit next to each other is set smaller; if that does not
    suffice, it is turned on its side; if that is too wide as well, words are broken.
    """
    for table in elements(tree, "table"):
        need = least_width(table)
        if need <= width:
            continue
        classes = (table.get("class") or "").split()
        if need * 0.82 <= width:
            table.set("class", " ".join([*classes, "table--small"]))
            continue
        tight = ["table--tight"] if need > width * TURNED else []
        table.set("class", " ".join([*classes, "table--turned", *tight]))
        heading = _heading_over(table)
        turned = make.DIV(make.CLASS("turned"))
        turned.tail, table.tail = table.tail, None
        table.getparent().replace(table, turned)
        if heading is not None:
            turned.append(heading)
        turned.append(table)


def _heading_over(table: Element) -> Element | None:
    """Return the heading directly above a table, which must stay with the table."""
    element = table
    while (before := element.getprevious()) is None:
        element = element.getparent()
        if element is None or (element.text or "").strip():
            return None
    heading = before.tag in ("h2", "h3", "h4", "h5", "h6") and not (before.tail or "").strip()
    return before if heading else None


def least_width(table: Element) -> float:
    """Return the width that a table needs without broken words, in em."""
    columns: dict[int, int] = {}
    for row in table.iter("tr"):
        at = 0
        for cell in row.iterchildren("th", "td"):
            span = int(cell.get("colspan") or 1)
            if span == 1:
                columns[at] = max(columns.get(at, 0), _longest(cell))
            at += span
    return sum(letters * LETTER + PADDING for letters in columns.values())


def _longest(cell: Element) -> int:
    """Return the length of the longest word of a cell; a no-break space does not end a word."""
    words = [word for text in _texts(cell) for word in text.split(" ")]
    return max((len(word.strip()) for word in words), default=0)


def _texts(element: Element) -> Iterator[str]:
    """Yield the texts of an element that share its lines and must not be broken."""
    if element.get("class") in ("fn", "fn fn--short", "overlong"):
        return
    # An inline element in the middle of a word is measured with it.
    whole = element.text or ""
    for child in element:
        if child.get("class") == "nb":
            whole += child.text or ""
        else:
            yield whole
            whole = ""
            yield from _texts(child)
        whole += child.tail or ""
    yield whole
