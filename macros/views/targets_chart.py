"""The view of targets against results: rows on a target line, each relative to its own target.

Targets have different units, so each result is drawn in per cent of its target. All targets are at
the same place, the target line: a result beyond it is more than the target, one before it is less.
A row is drawn only if target and result are plain numbers and the target is above zero. Every row
shows its values and the report's own assessment, which is never computed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from macros.archive import Dossier
from macros.dates import say
from macros.model.targets import Target, TargetSet
from macros.rules.targets import share_of
from macros.text.numbers import say_number
from macros.text.vietnamese import keep_together
from macros.views.common import Cite, Page, cites
from macros.views.targets import TargetRow, amount_words, group_words, target_row
from macros.wording.targets import LOST

STEPS = (10, 20, 50, 100)
"""How far the scale may reach on either side of the target, in per cent of it."""

_ROOM = 40
"""How far apart two marks of the scale stand, in per cent of the picture."""

AIMLESS = "không nêu mức"
"""Shown in place of a target that the report gives neither in numbers nor in words."""

NOTE = (
    "Vạch đứng là mức đề ra của từng dòng, tính là 100%; đoạn kẻ đi từ vạch ấy đến kết quả. "
    "Dòng không có đủ hai con số thì chỉ có lời của báo cáo."
)
"""Explains how to read the rows."""


@dataclass(frozen=True)
class Plot:
    """A result relative to its target; positions in per cent of the picture's width.

    `kind` is met (on the line), over or under. The bar starts at `left`, is `width` wide and ends
    in a point at `at`; `beyond` says that it is cut off at the end of the scale. `change` is the
    difference from the target in words (“+9,4%”), "" for none.
    """

    kind: str
    left: float
    width: float
    at: float
    change: str
    beyond: bool


KINDS = {"over": "Vượt", "met": "Đạt", "": "Khác", "unmet": "Không đạt"}
"""The kinds of assessments, in the order in which they are counted, and what each is called."""


@dataclass(frozen=True)
class Verdict:
    """The assessment as printed; `kind` is one of KINDS and selects its icon."""

    text: str
    kind: str


@dataclass(frozen=True)
class LineRow:
    """One row: the result (`actual`) and the target (`aimed`) in words, and the assessment.

    `kind` is that of the assessment, or of the row that it stands beneath, None for no assessment.
    """

    row: TargetRow
    kind: str | None
    actual: str
    aimed: str
    lost: bool
    verdict: Verdict
    plot: Plot | None


@dataclass(frozen=True)
class LineGroup:
    """The rows under one heading.

    `tally` counts their assessments (“4 vượt, 5 đạt”), `kinds` lists the kind of each, in order.
    """

    title: str
    tally: str
    kinds: tuple[str, ...]
    rows: tuple[LineRow, ...]


@dataclass(frozen=True)
class Tick:
    """A mark of the scale: its position in per cent of the picture, and its text."""

    x: float
    text: str


@dataclass(frozen=True)
class TargetChart:
    """A table of targets as rows on a target line at `line` per cent of the picture.

    `filters` are the kinds of assessments that it holds, each with its name and its count; none
    where there is nothing to choose.
    """

    id: str
    title: str
    period: str
    tally: str
    filters: tuple[tuple[str, str, int], ...]
    note: str
    line: float
    ticks: tuple[Tick, ...]
    groups: tuple[LineGroup, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class _Scale:
    """How far the picture reaches before and beyond the target, in per cent of it."""

    before: int
    beyond: int

    @classmethod
    def of(cls, shares: Iterable[float]) -> _Scale:
        least, most = 0.0, 0.0
        for share in shares:
            least, most = min(least, share - 100), max(most, share - 100)
        return cls(_step(-least), _step(most))

    def x(self, difference: float) -> float:
        """Return the position of a difference from the target, in per cent of the picture."""
        return round(100 * (difference + self.before) / (self.before + self.beyond), 2)


def _step(reach: float) -> int:
    return next((step for step in STEPS if step >= reach), STEPS[-1])


def target_chart(page: Page, dossier: Dossier, table: TargetSet) -> TargetChart:
    """Return a table of targets as rows on a target line, grouped as printed."""
    shares = {one.id: share for one in table.targets if (share := share_of(one)) is not None}
    scale = _Scale.of(shares.values())
    grouped: dict[str, list[LineRow]] = {}
    kinds: dict[str, str | None] = {}
    for one in table.targets:
        own = _kind(one.result) if one.result else kinds.get(one.row_of or "")
        kinds[one.id] = own
        row = _line(target_row(page, dossier, one), one, own, shares.get(one.id), scale)
        grouped.setdefault(group_words(page.archive, one), []).append(row)
    rows = [row for group in grouped.values() for row in group]
    return TargetChart(
        id=table.id,
        title=table.title,
        period=say(table.period),
        tally=_tally(rows),
        filters=tuple(_filters(rows)),
        note=NOTE,
        line=scale.x(0),
        ticks=tuple(_ticks(scale)),
        groups=tuple(
            LineGroup(title, _tally(own), tuple(_judged(own)), tuple(own))
            for title, own in grouped.items()
        ),
        cites=cites(page, table.cite),
    )


def _ticks(scale: _Scale) -> Iterator[Tick]:
    """Yield the marks of the scale: both ends, if they leave room for that of the target."""
    line = scale.x(0)
    marks = (
        Tick(0, f"−{scale.before}%"), Tick(line, "100%"), Tick(100, f"+{scale.beyond}%")
    )  # fmt: skip
    yield from (one for one in marks if one.x == line or abs(one.x - line) >= _ROOM)


def _line(
    row: TargetRow, target: Target, kind: str | None, share: float | None, scale: _Scale
) -> LineRow:
    lost = row.target.lost or row.actual.lost
    aimed = amount_words(target.target, target.unit)
    return LineRow(
        row=row,
        kind=kind,
        actual="" if lost else amount_words(target.actual, "" if aimed else target.unit),
        aimed=LOST if lost else aimed or ("" if row.depth else AIMLESS),
        lost=lost,
        verdict=Verdict(row.result, _kind(row.result)),
        plot=None if share is None else _plot(share, scale),
    )


def _kind(result: str) -> str:
    """Return the icon of an assessment, by its first words."""
    words = result.casefold()
    if words.startswith("vượt"):
        return "over"
    if words.startswith(("không đạt", "chưa đạt", "không hoàn thành", "chưa hoàn thành")):
        return "unmet"
    return "met" if words.startswith(("đạt", "hoàn thành")) else ""


def _tally(rows: Iterable[LineRow]) -> str:
    """Return how many rows have which assessment: “10 vượt, 22 đạt”."""
    counted = Counter(one.row.result.casefold() for one in rows if one.row.result)
    order = list(KINDS)
    words = sorted(counted, key=lambda word: (order.index(_kind(word)), word))
    return ", ".join(keep_together(f"{counted[word]} {word}") for word in words)


def _judged(rows: Iterable[LineRow]) -> list[str]:
    """Return the kind of each assessment of some rows, in the order of KINDS."""
    found = (one.verdict.kind for one in rows if one.verdict.text)
    return sorted(found, key=list(KINDS).index)


def _filters(rows: Iterable[LineRow]) -> Iterator[tuple[str, str, int]]:
    counted = Counter(_judged(rows))
    if len(counted) > 1:
        yield from ((kind, KINDS[kind], counted[kind]) for kind in KINDS if counted[kind])


def _plot(share: float, scale: _Scale) -> Plot:
    difference = share - 100
    kind = "over" if difference > 0 else "under" if difference < 0 else "met"
    shown = min(max(difference, -scale.before), scale.beyond)
    line, at = scale.x(0), scale.x(shown)
    return Plot(
        kind=kind,
        left=min(line, at),
        width=round(abs(at - line), 2),
        at=at,
        change=_change(difference),
        beyond=shown != difference,
    )


def _change(difference: float) -> str:
    """Return a difference rounded to a tenth: “+9,4%”; "" if it rounds to zero."""
    tenth = Decimal(str(difference)).quantize(Decimal("0.1"))
    if not tenth:
        return ""
    shown = say_number(tenth.to_integral_value() if tenth == tenth.to_integral_value() else tenth)
    return f"{'+' if tenth > 0 else ''}{shown}%"
