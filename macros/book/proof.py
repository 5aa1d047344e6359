"""Checks a laid-out volume before it is written, and reports faults in Vietnamese.

A volume is written only if each call has exactly one note, in order, on its page or, only for
lack of room, continued from it; nothing is outside its page or over something else; and every
printed page number is that of its target.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.archive import Archive
from macros.book.compose import Volume
from macros.book.page_audit import UNAVOIDABLE, Fault, Kind, Reading, Reference
from macros.messages.problems import Position, Problem, Severity
from macros.project.books import BUILT

KEPT = "tập này chưa được ghi, tệp cũ được giữ nguyên; gửi dòng này cho người phụ trách mã nguồn"
"""The remedy of a fault, which is the program's and not the editor's."""

_WORDS = {
    Kind.LOST: "chú thích {number} bị mất: không trang nào in “{text}”",
    Kind.TWICE: "chú thích {number} in hơn một lần: “{text}”",
    Kind.ORDER: "chú thích {number} đứng sai thứ tự: “{text}”",
    Kind.ASTRAY: "chú thích {number} không đứng ở trang gọi nó: “{text}”",
    Kind.UNCALLED: "có chú thích mà không có chỗ gọi: “{text}”",
    Kind.GONE: "có chú thích mà không trang nào gọi: “{text}”",
    Kind.OVER: "chữ của trang chồng lên chú thích: “{text}”",
    Kind.OUTSIDE: "có chữ hoặc hình nằm ngoài mép giấy: “{text}”",
    Kind.FOLIO: "số trang in là {text}",
    Kind.NO_NOTE: "bảng có chữ “{text}” mà dưới bảng ở trang ấy không có chú thích mang chữ này",
    Kind.OVERFLOW: "chú thích {number} không đủ chỗ ở trang gọi nó, nối sang trang sau: “{text}”",
    Kind.TALL: "có khối hoặc hàng của bảng cao hơn trang, tràn xuống lề dưới: “{text}”",
}
_REMEDIES = {
    Kind.OVERFLOW: "rút ngắn chú thích, hoặc đưa bớt trích dẫn sang câu khác",
    Kind.TALL: "chia khối hoặc hàng ấy làm nhiều phần",
}
_MOST = 90
"""How much of a note is quoted, in letters."""


class FaultyVolumeError(Exception):
    """A volume that must not be written; `problems` says why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} faults")
        self.problems = problems


@dataclass(frozen=True)
class Certificate:
    """The statement printed in a volume: numbers of calls, notes, page numbers, facts; commit."""

    calls: int
    notes: int
    references: int
    facts: int
    commit: str


def facts_of(volume: Volume, archive: Archive) -> int:
    """Return the number of facts of the organizations in a volume."""
    parts = [part.dossier.id for part in volume.plan.parts]
    family = {one.id: one for part in parts for one in archive.family(part)}
    return sum(1 for dossier in family.values() for _ in dossier.each_fact())


def prove(
    volume: Volume, readings: Sequence[Reading], promised: Certificate | None = None
) -> list[Problem]:
    """Return the problems of a volume, from the readings of its documents.

    `promised` is the certificate that it prints, which must be true.
    """
    judge = _Judge(volume, readings)
    problems = [judge.problem(fault) for one in readings for fault in one.faults]
    problems += [
        judge.misleading(reference)
        for one in readings
        for reference in one.references
        if not judge.is_right(reference)
    ]
    counted = [
        sum(one.calls for one in readings),
        sum(one.notes for one in readings),
        sum(len(one.references) for one in readings),
    ]
    if promised and counted != [promised.calls, promised.notes, promised.references]:
        stated = f"{promised.calls}, {promised.notes}, {promised.references}"
        found = ", ".join(map(str, counted))
        message = f"dòng chứng nhận kể {stated} (gọi, chú thích, dẫn trang) mà đếm được {found}"
        problems.append(Problem(judge.position(""), message, KEPT))
    return problems


class _Judge:
    """Knows the page of each anchor of a volume."""

    def __init__(self, volume: Volume, readings: Iterable[Reading]) -> None:
        self.name = volume.plan.name
        self.sections = {one.key: one for one in volume.sections}
        self.anchor_pages: dict[str, int] = {}
        for reading in readings:
            self.anchor_pages = {**reading.anchor_pages, **self.anchor_pages}
        self.pages_naming = _pages_of_people(volume.mentions, self.anchor_pages)

    def position(self, key: str) -> Position:
        """Return the file from which a section comes."""
        section = self.sections.get(key)
        if section and section.path:
            return Position(f"docs/{section.path}")
        return Position(f"{BUILT}/{self.name}.pdf")

    def _where(self, page: int, key: str) -> str:
        section = self.sections.get(key)
        return f"{self.name}, trang {page}" + (f", “{section.title}”" if section else "")

    def problem(self, fault: Fault) -> Problem:
        """Return a fault in an editor's words."""
        text = fault.text if len(fault.text) <= _MOST else f"{fault.text[:_MOST]}…"
        words = _WORDS[fault.kind].format(number=fault.number or "không số", text=text)
        severity = Severity.WARNING if fault.kind in UNAVOIDABLE else Severity.ERROR
        return Problem(
            self.position(fault.section),
            f"{self._where(fault.page, fault.section)}: {words}",
            _REMEDIES.get(fault.kind, KEPT),
            severity,
        )

    def is_right(self, reference: Reference) -> bool:
        """Return whether a printed page number is that of its target."""
        ends = reference.printed.split("–")
        if not 1 <= len(ends) <= 2 or not all(end.isdecimal() for end in ends):
            return False
        if int(ends[0]) != self.anchor_pages.get(reference.target):
            return False
        # “45–47” of a person: each of these pages names the person.
        pages = self.pages_naming.get(reference.target, set())
        return len(ends) == 1 or pages >= set(range(int(ends[0]), int(ends[1]) + 1))

    def misleading(self, reference: Reference) -> Problem:
        """Return the problem of a wrong page number."""
        page = self.anchor_pages.get(reference.target)
        truth = f"chỗ ấy ở trang {page}" if page else "chỗ ấy không có trong tập"
        message = (
            f"{self._where(reference.page, reference.section)}: "
            f"dẫn đến “tr. {reference.printed}” mà {truth}"
        )
        return Problem(self.position(reference.section), message, KEPT)


def _pages_of_people(
    mentions: Mapping[str, Sequence[str]], anchor_pages: Mapping[str, int]
) -> dict[str, set[int]]:
    """Return, for each anchor that names a person, all pages that name the same person."""
    found: dict[str, set[int]] = {}
    for anchors in mentions.values():
        pages = {anchor_pages[anchor] for anchor in anchors if anchor in anchor_pages}
        found |= dict.fromkeys(anchors, pages)
    return found
