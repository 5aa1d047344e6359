"""The report of a preflight: a page of plain text that an editor reads and a press gets along."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pikepdf

from macros.book.finishing.preflight.facts import Facts, Picture, facts_of
from macros.book.finishing.preflight.rules import Broken, Rule, broken
from macros.book.matter import fill
from macros.text.numbers import say_number

ENOUGH = 300
"""Points to the inch that a picture must have to be printed well."""

LEAST = 150
"""A picture with fewer is printed so that everybody sees its points."""

SIGNATURES = (8, 16)
"""How many pages a press prints on one sheet."""

LISTED = 12


@dataclass(frozen=True)
class Subject:
    """A file to look at: its name, what it is, its bytes, and what it is held to.

    Its pages are printed many on a sheet where it is `folded`; one that is not `printed` is read
    on screens alone.
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
    """What came of one file: what is in it, what is against its standard, what deserves a look."""

    subject: Subject
    facts: Facts
    broken: tuple[Broken, ...]
    warnings: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def kept(self) -> tuple[Rule, ...]:
        """The demands that the file meets."""
        failed = {one.rule.words for one in self.broken}
        return tuple(rule for rule in self.subject.rules if rule.words not in failed)


def look(subject: Subject) -> Verdict:
    """Return what a file holds and in what it fails."""
    with pikepdf.open(io.BytesIO(subject.data)) as pdf:
        facts = facts_of(pdf)
        faults = tuple(broken(pdf, facts, subject.rules))
    return Verdict(
        subject,
        facts,
        faults,
        tuple(_warnings(facts)) if subject.printed else (),
        tuple(_rows(facts, subject.folded)),
    )


def report(
    verdicts: Iterable[Verdict], root: Path, *, title: str, notes: Iterable[str], day: str
) -> str:
    """Return the report on the files of one volume; `notes` are told before all else."""
    return fill(
        root, "preflight.txt", title=title, verdicts=list(verdicts), notes=list(notes), day=day
    )


def _warnings(facts: Facts) -> Iterator[str]:
    for one in _coarse(facts.pictures):
        how = "vỡ hạt" if one.resolution < LEAST else "chưa đủ nét"
        yield (
            f"hình ở trang {one.page} {how}: {_number(one.resolution)} điểm/inch, "
            f"cần {ENOUGH} ({one.width} × {one.height} điểm ảnh)"
        )
    if facts.hairlines:
        yield f"nét mảnh dưới 0,2 pt ở trang {_listed(facts.hairlines)}"
    if len(facts.sizes) > 1:
        yield "các trang không cùng một khổ"


def _coarse(pictures: Iterable[Picture]) -> list[Picture]:
    return [one for one in pictures if one.resolution < ENOUGH]


def _rows(facts: Facts, folded: bool) -> Iterator[Row]:
    yield Row("Số trang", _signatures(facts.pages) if folded else str(facts.pages))
    sizes = (
        f"{_number(width)} × {_number(height)} mm ({count} trang)"
        for (width, height), count in facts.sizes.most_common()
    )
    yield Row("Khổ sau xén", "; ".join(sizes))
    yield Row("Tràn lề", f"{_number(facts.bleed)} mm" if facts.bleed else "không có")
    fonts = (
        f"{one.name} ({'nhúng' if one.embedded else 'KHÔNG NHÚNG'}"
        f"{', cắt bớt' if one.subset else ''})"
        for one in facts.fonts
    )
    yield Row("Phông chữ", "; ".join(fonts) or "không có chữ")
    colours = (f"{name}: {count} chỗ" for name, count in facts.colours.most_common())
    yield Row("Màu", "; ".join(colours) or "không đặt màu")
    if facts.pictures:
        least = min(one.resolution for one in facts.pictures)
        yield Row("Hình", f"{len(facts.pictures)} hình, thấp nhất {_number(least)} điểm/inch")
    else:
        yield Row("Hình", "không có")
    yield Row("Liên kết", str(facts.links) if facts.links else "không có")


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
