"""What a reader makes of a document: paragraphs in order, and what it left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["text", "heading", "row", "note", "box"]
"""Running text, a heading, a row of a table, a note, or a paragraph of a text box."""

CELLS = " | "
"""What stands between the cells of a row in a transcription."""

NESTED = " / "
"""What stands between the cells of a table within a cell."""


class IntakeError(ValueError):
    """A document that cannot be taken in; `message` and `remedy` are in Vietnamese."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} → {remedy}")
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: one line of the transcription.

    `level` is the depth of a heading, from 1, and 0 for everything else; `cells` are those of a
    row, one for each column of the grid; `page` is the page where it begins, counted from 1, None
    if not known. `doubts` say what a person should look at; `bold` that all of it is printed so.
    """

    text: str
    kind: Kind = "text"
    level: int = 0
    cells: tuple[str, ...] = ()
    page: int | None = None
    doubts: tuple[str, ...] = ()
    bold: bool = False


@dataclass(frozen=True)
class Reading:
    """A document as read: `paragraphs`, and in `told` what an editor should know of it.

    `pages` says what the page numbers are: "" where there are none. `ocr` is true for a scan.
    """

    paragraphs: tuple[Paragraph, ...]
    told: tuple[str, ...] = ()
    pages: str = ""
    ocr: bool = field(default=False)
