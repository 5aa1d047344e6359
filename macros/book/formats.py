"""The sizes in which the book is printed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from macros.text.numbers import say_number

DEFAULT = "16x24"
"""The format of the books that the site offers."""


@dataclass(frozen=True)
class Format:
    """A page: its size and margins in mm, the size of its text in points.

    The inner margin is at the spine: on the left of a right-hand page, on the right of a left-hand
    one.
    """

    name: str
    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    text: float

    @property
    def measure(self) -> float:
        """The width of the text in em of a table's letters, which are 0.81 of the text's."""
        points = (self.width - self.inner - self.outer) * 72 / 25.4
        return points / (self.text * 0.81)

    @property
    def call(self) -> float:
        """The size of a note's number in points: six at the least, or nobody can read it."""
        return max(6.0, round(self.text * 0.63, 2))

    @property
    def words(self) -> str:
        """The size of the page as an imprint gives it: “16 × 24 cm”."""
        sides = (say_number(Decimal(str(side)) / 10) for side in (self.width, self.height))
        return " × ".join(side.removesuffix(",0") for side in sides) + " cm"

    def folder(self, base: Path) -> Path:
        """Return the folder of its PDFs: `base`, or one in it for a format that no site offers."""
        return base if self.name == DEFAULT else base / self.name

    def style(self) -> str:
        """Return the page rules of this format."""
        size, inner, outer = f"{self.width}mm {self.height}mm", self.inner, self.outer
        return (
            f"html {{ font-size: {self.text}pt; --call: {self.call}pt }}\n"
            f"@page {{ size: {size} }}\n"
            f"@page :right {{ margin: {self.top}mm {outer}mm {self.bottom}mm {inner}mm }}\n"
            f"@page :left {{ margin: {self.top}mm {inner}mm {self.bottom}mm {outer}mm }}\n"
            # The page is shown upright: its top is then at the left, and its left at the bottom.
            f"@page turned {{ size: {self.height}mm {self.width}mm }}\n"
            f"@page turned:right {{ margin: {inner}mm {self.top}mm {outer}mm {self.bottom}mm }}\n"
            f"@page turned:left {{ margin: {outer}mm {self.top}mm {inner}mm {self.bottom}mm }}\n"
        )


FORMATS = {
    one.name: one
    for one in (
        Format("16x24", 160, 240, 21, 20, 20, 17, 10.2),
        Format("A5", 148, 210, 19, 17, 17, 14, 9.4),
        Format("A4", 210, 297, 27, 26, 29, 24, 11.4),
    )
}
"""The formats by name; the first is what the books of local history are commonly printed in."""
