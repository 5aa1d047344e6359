"""Fixes for WeasyPrint that the book needs: full lines, and PDF/UA.

Like `page_notes`, `page_flow` and `page_starts` it uses private parts of a dependency, in the
version that the lock names.

* A text that fits except for the space at its end was cut after its first word (`_first_line`).
* A reference to the page of `attr(href)` was not renewed when its target moved (`_AnchorNames`).
* Notes and figures get their own PDF tags; header cells get ids unique in the file and scopes;
  links are described by their words (`finish`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from typing import Any
from unittest.mock import patch

import pydyf
from weasyprint.css import targets
from weasyprint.layout import inline
from weasyprint.pdf import tags

from macros.book.page_starts import store_starts
from macros.text.vietnamese import NBSP

_TAGS = {"small": "Note", "figure": "Div", "figcaption": "P", "strong": "Span", "em": "Span"}
_get_pdf_tag = tags._get_pdf_tag
_split_first_line = inline.split_first_line
_anchor_name_from_token = targets.anchor_name_from_token


def _first_line(text: str, style: Any, context: Any, width: float, *more: Any, **named: Any) -> Any:
    """Return as much of `text` as fits on a line, as WeasyPrint's `split_first_line` does.

    Pango lets white space hang over the end of a line. Where the last space of a text is all
    that does not fit, WeasyPrint finds a line too wide that ends nowhere, and keeps one word of it.
    """
    found = _split_first_line(text, style, context, width, *more, **named)
    _, length, resume_at, *_ = found
    if resume_at is None or text[-1:] not in (" ", NBSP):
        return found
    if " " in text.encode()[:length].decode().strip():
        return found
    if text[-1] == NBSP:
        # What follows must fit on the same line, so the spaces are measured as letters of as many
        # bytes, which do not hang over the end.
        solid = text.rstrip(NBSP)
        return _split_first_line(
            solid + "\u00e9" * (len(text) - len(solid)), style, context, width, *more, **named
        )
    whole = _split_first_line(text.rstrip(" "), style, context, width, *more, **named)
    if whole[2] is not None or whole[3] > width:
        return found
    return _split_first_line(text, style, context, inf, *more, **named)


class _AnchorNames:
    """Names the anchor of a token as WeasyPrint's `anchor_name_from_token` does, also of `attr()`.

    WeasyPrint reads the attribute when it looks the target up, but files the counter under the
    token as written, whose anchor it cannot name. When the target moves to another page in a later
    pass, no reference to it is found, and the old number stays. The look-up always comes first.
    """

    def __init__(self) -> None:
        self.last: str | None = None

    def __call__(self, token: Any) -> str | None:
        if token[0] != "attr()":
            self.last = _anchor_name_from_token(token)
        return self.last


class _References:
    """The references to the pages of a PDF, computed once for each number of pages."""

    def __init__(self) -> None:
        self.known: tuple[bytes, ...] = ()
        self.of: tuple[int, int] = (0, 0)

    def __get__(self, pdf: Any, owner: object = None) -> tuple[bytes, ...]:
        key = (id(pdf), len(pdf.pages["Kids"]))
        if key != self.of:
            self.known = tuple(
                b" ".join((str(number).encode(), b"0 R")) for number in pdf.pages["Kids"][::3]
            )
            self.of = key
        return self.known


@contextmanager
def applied() -> Iterator[None]:
    """Apply the fixes within the context."""
    with (
        patch.object(inline, "split_first_line", _first_line),
        patch.object(targets, "anchor_name_from_token", _AnchorNames()),
        patch.object(tags, "_get_pdf_tag", lambda tag: _TAGS.get(tag) or _get_pdf_tag(tag)),
        patch.object(pydyf.PDF, "page_references", _References()),
    ):
        yield


# --- the structure of a PDF -------------------------------------------------------------------


def finish(document: Any, pdf: Any, *, apart: str = "") -> None:
    """Complete the structure of a PDF that is about to be written; `apart` begins its ids."""
    _describe_links(document)
    store_starts(document, pdf)
    by_reference = {one.reference: one for one in pdf.objects if isinstance(one, pydyf.Dictionary)}
    names: list[tuple[str, Any]] = []
    for number, one in enumerate(pdf.objects):
        kind = one.get("S") if isinstance(one, pydyf.Dictionary) else None
        if kind == "/Note":
            names.append((_name(one, f"{apart}note-{number:07}"), one))
        elif kind == "/Table":
            names += _name_headers(one, f"{apart}cell-{number:07}", by_reference)
    tree = pydyf.Dictionary({"Names": pydyf.Array()})
    for name, one in sorted(names, key=lambda item: item[0]):
        tree["Names"] += [pydyf.String(name), one.reference]
    pdf.add_object(tree)
    root = by_reference[pdf.catalog["StructTreeRoot"]]
    if names:
        root["IDTree"] = tree.reference


def _name(element: pydyf.Dictionary, name: str) -> str:
    element["ID"] = pydyf.String(name)
    return name


def _name_headers(
    table: pydyf.Dictionary, start: str, by_reference: dict[Any, Any]
) -> list[tuple[str, Any]]:
    """Give each header cell of a table an id of its own and say what it heads."""
    cells = list(_cells(table, "", by_reference))
    renamed: dict[str, str] = {}
    found: list[tuple[str, Any]] = []
    for index, (cell, part) in enumerate(cells):
        if cell["S"] != "/TH":
            continue
        name = f"{start}-{index:05}"
        if "ID" in cell:
            renamed[cell["ID"].string] = name
        found.append((_name(cell, name), cell))
        cell["A"]["Scope"] = "/Column" if part == "/TH" else "/Row"
    groups: dict[str, str] = {}
    for cell, part in cells:
        if cell["S"] == "/TH":
            groups[cell["ID"].string] = part
        headers = cell["A"].get("Headers")
        if headers is not None:
            kept = [renamed[one.string] for one in headers if one.string in renamed]
            cell["A"]["Headers"] = pydyf.Array(pydyf.String(one) for one in _heading(kept, groups))
    return found


def _heading(headers: list[str], groups: dict[str, str]) -> list[str]:
    """Return the headers of a cell: those of the table's head, and the last over its rows.

    WeasyPrint gives a cell all headers of its column, those of later groups of rows too.
    """
    over = [one for one in headers if groups.get(one) == "/TH"]
    return over + [one for one in headers if one in groups and groups[one] != "/TH"][-1:]


def _cells(
    element: pydyf.Dictionary, part: str, by_reference: dict[Any, Any]
) -> Iterator[tuple[pydyf.Dictionary, str]]:
    """Yield the cells of a table with the group of rows that each is in (`/TH` for its head)."""
    for kid in element["K"]:
        child = by_reference.get(kid)
        if child is None or "S" not in child:
            continue
        if child["S"] in ("/TH", "/TD") and element["S"] == "/TR":
            yield child, part
        elif child["S"] in ("/TH", "/TB", "/TF", "/TR", "/THead", "/TBody", "/TFoot"):
            inner = child["S"] if element["S"] == "/Table" else part
            yield from _cells(child, "/TH" if inner in ("/TH", "/THead") else inner, by_reference)


def _describe_links(document: Any) -> None:
    """Describe each link by its own words rather than by its address."""
    for page in document.pages:
        # A link of several boxes (words, page number) is described by the fullest of them.
        words: dict[str, str] = {}
        for _, target, _, box in page.links:
            text = "" if box.element is None else " ".join("".join(box.element.itertext()).split())
            words[target] = max(words.get(target, ""), text, key=len)
        for _, target, _, box in page.links:
            annotation = getattr(box, "link_annotation", None)
            if annotation is not None and words[target]:
                annotation["Contents"] = pydyf.String(words[target])
