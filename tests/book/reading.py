"""Reads a finished book back: its pages, links, tags and words, as a reader's program would."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import IndirectObject


class Link(NamedTuple):
    """A link of a page: the page it stands on and the page it leads to, from 1; its words."""

    page: int
    target: int
    words: str
    name: str


class Word(NamedTuple):
    """A word on a page with its box, in points from the top left."""

    page: int
    text: str
    box: tuple[float, float, float, float]


def sizes(reader: PdfReader) -> list[tuple[float, float]]:
    """Return the width and height of each page as a reader sees it, in points."""
    found = []
    for page in reader.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        found.append((height, width) if page.rotation % 180 else (width, height))
    return found


class Book:
    """A PDF that is read back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reader = PdfReader(path)
        self.root: Any = self.reader.trailer["/Root"]
        self.numbers = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(self.reader.pages, start=1)
            if page.indirect_reference
        }
        # A joined volume has its destinations in several leaves.
        tree = self.root["/Names"]["/Dests"]
        flat = [one for leaf in tree.get("/Kids", [tree]) for one in leaf["/Names"]]
        self.places = {
            str(flat[i]): self.numbers[flat[i + 1][0].idnum] for i in range(0, len(flat), 2)
        }

    def links(self) -> Iterator[Link]:
        """Yield every link within the book."""
        for number, page in enumerate(self.reader.pages, start=1):
            for one in page.get("/Annots") or []:
                note = one.get_object()
                if "/Dest" in note:
                    name = str(note["/Dest"])
                    yield Link(number, self.places[name], str(note["/Contents"]), name)

    def tags(self) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
        """Yield every element of the structure in reading order: (tag, element, tags above)."""
        stack: list[tuple[Any, tuple[str, ...]]] = [(self.root["/StructTreeRoot"], ())]
        while stack:
            element, above = stack.pop()
            tag = str(element.get("/S", ""))
            if tag:
                yield tag, element, above
            kids = element.get("/K", [])
            kids = kids if isinstance(kids, list) else [kids]
            inner = (*above, tag) if tag else above
            for kid in reversed(kids):
                child = kid.get_object() if isinstance(kid, IndirectObject) else kid
                if hasattr(child, "get") and child.get("/Type") == "/StructElem":
                    stack.append((child, inner))

    def words(self) -> list[Word]:
        """Return every word with its place."""
        told = subprocess.run(
            ["pdftotext", "-bbox", str(self.path), "-"], capture_output=True, text=True, check=True
        ).stdout
        found: list[Word] = []
        page = 0
        for line in told.splitlines():
            if "<page " in line:
                page += 1
            if match := re.search(
                r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*)</word', line
            ):
                box = tuple(float(match[i]) for i in range(1, 5))
                found.append(Word(page, match[5], box))  # type: ignore[arg-type]
        return found

    @cached_property
    def _pages(self) -> list[str]:
        command = ["pdftotext", "-raw", str(self.path), "-"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert unicodedata.is_normalized("NFC", told)
        return [" ".join(page.split()) for page in told.split("\f")]

    def text(self) -> str:
        """Return all text as the book gives it out, each run of white space one space."""
        return " ".join(self._pages)

    def page_text(self, number: int) -> str:
        """Return the text of one page, counted from 1."""
        return self._pages[number - 1]
