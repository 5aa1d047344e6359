"""The report of a preflight: plain text for editors and the press."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pikepdf

from macros.book.finishing.preflight.content import Content, Picture, content_of
from macros.book.finishing.preflight.rules import Broken, Rule, broken
from macros.book.matter import fill
from macros.book.picture_sizes import MOST_PPI
from macros.images.sizes import LEAST_PPI
from macros.text.numbers import say_number

SIGNATURES = (8, 16)
"""How many pages a press prints on one sheet."""

LISTED = 12


@dataclass(frozen=True)
class Subject:
    """A file to examine: its name, what it is, its bytes, its standard and the rules of that.

    If it is `folded`, many of its pages are printed on one sheet; one that is not `printed` is
    only read on screens.
    """

    name: str
    what: str
    data: bytes
    standard: str
    rules: tuple[Rule, ...]
    folded: bool = False
    printed: bool = True


@dataclass(frozen=True)
class Row:
    """A line of the report: what it is about, what was found."""

    label: str
    text: str


@dataclass(frozen=True)
class Verdict:
    """The result for one file: its content, what breaks its standard, what deserves attention."""

    subject: Subject
    content: Content
    broken: tuple[Broken, ...]
    warnings: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def kept(self) -> tuple[Rule, ...]:
        """The demands that the file meets."""
        failed = {one.rule.words for one in self.broken}
        return tuple(rule for rule in self.subject.rules if rule.words not in failed)


def examine(subject: Subject) -> Verdict:
    """Return the content of a file and what breaks its standard."""
    with pikepdf.open(io.BytesIO(subject.data)) as pdf:
        content = content_of(pdf)
        faults = tuple(broken(pdf, content, subject.rules))
    return Verdict(
        subject,
        content,
        faults,
        tuple(_warnings(content)) if subject.printed else (),
        tuple(_rows(content, subject.folded)),
    )


def report(
    verdicts: Iterable[Verdict], root: Path, *, title: str, notes: Iterable[str], day: str
) -> str:
    """Return the report on the files of one volume; `notes` come first."""
    return fill(
        root, "preflight.txt", title=title, verdicts=list(verdicts), notes=list(notes), day=day
    )


def _warnings(content: Content) -> Iterator[str]:
    for one in _coarse(content.pictures):
        how = "vỡ hạt" if one.resolution < LEAST_PPI else "chưa đủ nét"
        yield (
            f"hình ở trang {one.page} {how}: {_number(one.resolution)} điểm/inch, "
            f"cần {MOST_PPI} ({one.width} × {one.height} điểm ảnh)"
        )
    if content.hairlines:
        yield f"nét mảnh dưới 0,2 pt ở trang {_listed(content.hairlines)}"
    if len(content.sizes) > 1:
        yield "các trang không cùng một khổ"


def _coarse(pictures: Iterable[Picture]) -> list[Picture]:
    """Return the pictures with fewer pixels to an inch than a press asks for."""
    return [one for one in pictures if one.resolution < MOST_PPI]


def _rows(content: Content, folded: bool) -> Iterator[Row]:
    yield Row("Số trang", _signatures(content.pages) if folded else str(content.pages))
    sizes = (
        f"{_number(width)} × {_number(height)} mm ({count} trang)"
        for (width, height), count in content.sizes.most_common()
    )
    yield Row("Khổ sau xén", "; ".join(sizes))
    yield Row("Tràn lề", f"{_number(content.bleed)} mm" if content.bleed else "không có")
    fonts = (
        f"{one.name} ({'nhúng' if one.embedded else 'KHÔNG NHÚNG'}"
        f"{', cắt bớt' if one.subset else ''})"
        for one in content.fonts
    )
    yield Row("Phông chữ", "; ".join(fonts) or "không có chữ")
    colours = (f"{name}: {count} chỗ" for name, count in content.colours.most_common())
    yield Row("Màu", "; ".join(colours) or "không đặt màu")
    if content.pictures:
        least = min(one.resolution for one in content.pictures)
        yield Row("Hình", f"{len(content.pictures)} hình, thấp nhất {_number(least)} điểm/inch")
    else:
        yield Row("Hình", "không có")
    yield Row("Liên kết", str(content.links) if content.links else "không có")


def _signatures(pages: int) -> str:
    """Return a count of pages with the sheets it fills: “63 trang: 8 tay 8 trang, thừa 1 …”."""
    parts = []
    for size in SIGNATURES:
        sheets = -(-pages // size)
        blank = sheets * size - pages
        more = f", còn {blank} trang trắng" if blank else ", vừa đủ"
        parts.append(f"{sheets} tay {size} trang{more}")
    return f"{pages}; {'; '.join(parts)}"


def _number(value: float) -> str:
    return say_number(Decimal(str(round(value, 1)))).removesuffix(",0")


def _listed(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, numbers[:LISTED]))
    return f"{shown}, …" if len(numbers) > LISTED else shown
