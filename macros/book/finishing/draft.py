"""The sheets of a draft: each page on a larger sheet, its lines numbered, room for remarks.

Pages and lines are those of the book that will be printed, so that “trang 45, dòng 12” means the
same to those who read the draft and those who correct it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Matrix

from macros.book.finishing.lettering import Lettering
from macros.book.finishing.pdf_x import POINT
from macros.book.finishing.streams import Step, steps

A4 = (210.0, 297.0)
"""The least sheet, in mm: what an office prints on."""

ROOM = 50.0
"""The least width of the margin for remarks, in mm."""

TOP = 16.0
"""How far from the top of a higher sheet the page stands, in mm."""

NEAR = 0.62
"""Baselines nearer than so many times the size of the larger letters are of one line."""

SMALL, NUMBER = 7.5, 6.2
"""Sizes of the words in the margin and of the line numbers, in points."""


NAME, REMARKS = "BẢN THẢO", "Ghi chú của người đọc:"


@dataclass(frozen=True)
class Draft:
    """What every sheet says: the state of the volume, its title, the edition.

    `top` and `bottom` are the margins of a page in mm: running head and page number stand there.
    """

    state: str
    title: str
    edition: str
    top: float
    bottom: float


def to_draft(data: bytes, draft: Draft, font: Path) -> bytes:
    """Return a PDF with each page on a sheet with line numbers and a wide margin."""
    words = (NAME, draft.title, f"Tình trạng: {draft.state}", draft.edition, REMARKS)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        letters = Lettering(pdf, font, [*words, "0123456789 Trang"])
        for number, page in enumerate(pdf.pages, start=1):
            _sheet(page, number, draft, words, letters)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True)
        return target.getvalue()


def _sheet(
    page: pikepdf.Page, number: int, draft: Draft, words: Iterable[str], letters: Lettering
) -> None:
    left, bottom, right, top = map(float, page.mediabox)
    width, height = right - left, top - bottom
    sheet = max(A4[0] * POINT, width + ROOM * POINT)
    tall = max(A4[1] * POINT, height)
    lowest = top - tall + (TOP * POINT if tall > height else 0)
    written = [_numbers(page, draft, letters), _margin(words, number, right, top, letters)]
    rule = f"q 0.6 G 0.3 w {right:.2f} {bottom:.2f} m {right:.2f} {top:.2f} l S Q\n"
    resources = page.resources
    if "/Font" not in resources:
        resources.Font = pikepdf.Dictionary()
    # A font of the page may bear any name: ours must be another.
    name = next(f"Draft{n}" for n in range(100) if f"/Draft{n}" not in resources.Font)
    resources.Font[f"/{name}"] = letters.font
    drawn = "".join(written).replace("/F0 ", f"/{name} ")
    page.contents_coalesce()
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(f"\nQ\n/Artifact BMC q 0.25 g\n{drawn}{rule}Q EMC\n".encode())
    for key in ("/TrimBox", "/BleedBox", "/CropBox", "/ArtBox"):
        if key in page.obj:
            del page.obj[key]
    page.obj.MediaBox = [left, lowest, left + sheet, lowest + tall]


def _numbers(page: pikepdf.Page, draft: Draft, letters: Lettering) -> str:
    """Return the numbers of the lines of a page, beside them."""
    _, bottom, right, top = map(float, page.mediabox)
    upper, lower = top - draft.top * POINT, bottom + draft.bottom * POINT
    found = [y for y in lines(page) if lower - 1 <= y <= upper]
    drawn = []
    for number, y in enumerate(found, start=1):
        text = str(number)
        x = right - 2 * POINT - letters.width(text, NUMBER)
        drawn.append(letters.line(text, x, y, NUMBER))
    return "".join(drawn)


def _margin(words: Iterable[str], number: int, right: float, top: float, letters: Lettering) -> str:
    x, y = right + 4 * POINT, top - 10 * POINT
    drawn = []
    for text in (*words, f"Trang {number}"):
        for part in _wrapped(text, ROOM * POINT - 6 * POINT, letters):
            drawn.append(letters.line(part, x, y, SMALL))
            y -= SMALL * 1.4
        y -= SMALL * 0.5
    return "".join(drawn)


def _wrapped(text: str, width: float, letters: Lettering) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and letters.width(longer, SMALL) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def lines(page: pikepdf.Page) -> list[float]:
    """Return the heights of the lines of text of a page from the top down, in points.

    What stands higher or lower within a line (the number of a note) belongs to it.
    """
    found: list[tuple[float, float]] = []
    writer = _Writer()
    for step in steps(page):
        if at := writer.carry_out(step):
            found.append(at)
    kept: list[tuple[float, float]] = []
    for y, size in sorted(found, key=lambda one: (-one[1], -one[0])):
        if all(abs(y - other) > NEAR * max(size, own) for other, own in kept):
            kept.append((y, size))
    return sorted((y for y, _ in kept), reverse=True)


class _Writer:
    """Keeps where text is written: the height of each piece that is shown, and its size."""

    def __init__(self) -> None:
        self.text = Matrix()
        self.size = 0.0

    def carry_out(self, step: Step) -> tuple[float, float] | None:
        """Carry out one operator; return (height, size) where it shows text that runs across."""
        values = step.operands
        if step.operator == "BT":
            self.text = Matrix()
        elif step.operator == "Tf":
            self.size = float(values[1])
        elif step.operator == "Tm":
            self.text = Matrix(*map(float, values))
        elif step.operator in ("Td", "TD"):
            self.text = self.text.translated(float(values[0]), float(values[1]))
        elif step.operator in ("Tj", "TJ"):
            whole = self.text @ step.matrix
            if abs(whole.b) > 0.01 * abs(whole.a):
                return None
            return round(whole.f, 2), self.size * abs(whole.d)
        return None
