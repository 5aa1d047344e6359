"""Pictures of one indicator over time: figures of a moment, of a period, and sums told apart.

What was counted at one time is a dot, and a dotted thread joins dots without saying anything of the
years between them. What holds for a period is a stroke as long as the period. A sum over a period
of known length is a column as wide as the period and as high as its mean per year, so that its area
is the sum: sums of two and of five years can be compared. Nothing is drawn that no source states; a
period whose end is not known is a dotted stroke of one fixed length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import NamedTuple

from macros.archive import Dossier
from macros.model.codes import AGGREGATIONS
from macros.model.statistics import Observation
from macros.rules.statistics import series
from macros.text.numbers import PLAIN_UNITS, say_number
from macros.text.vietnamese import capital
from macros.views.common import Page
from macros.views.series import kind_of
from macros.views.time_axis import Stretch, Tick, TimeAxis, bounds_of, terms
from macros.wording.statistics import qualified

BASE, TOP = 150.0, 34.0
"""Where zero and the end of the scale stand, in pixels from the top of a picture."""

_CHARACTER = 2.1
"""How wide a character of a label is at most, in per cent: 7 px of 340."""

_STEPS = (1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10)
_SIDES = {"over": "over", "at_least": "over", "nearly": "under", "at_most": "under"}

THREAD = "Đường chấm chỉ nối các mốc, không phải số ước tính."
COLUMNS = (
    "Cột rộng bằng kỳ, diện tích là số cộng của kỳ. Số trong cột là số cộng, số trên cột là bình "
    "quân một năm, do trang này tính."
)
STROKES = "Nét ngang dài bằng kỳ."
UNKNOWN = "Nét chấm là kỳ không rõ đầu hoặc cuối."


class Mark(NamedTuple):
    """A figure as drawn: a shape and its label.

    `shape` is dot, over or under (a hollow dot with a tick up or down), span, open or column. A
    stroke or column begins at `left` and is `width` wide, in per cent; `x` (per cent) is the
    middle, `y` (pixels) the height. `label` stands at `label_y`, "" where there is no room, and
    `inside` is the sum within a column.
    """

    shape: str
    left: float
    width: float
    x: float
    y: float
    label: str
    label_y: float
    anchor: str
    inside: str = ""


@dataclass(frozen=True)
class Plot:
    """A picture of figures of one kind; `label` names the kind, "" where there is only one.

    `levels` are the marks of the scale of values: height in pixels and text.
    """

    label: str
    ticks: tuple[Tick, ...]
    levels: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]
    thread: tuple[tuple[float, float, float, float], ...]
    note: str


class _Drawn(NamedTuple):
    shape: str
    stretch: Stretch
    value: Decimal
    label: str
    inside: str = ""


def plots(
    page: Page, dossier: Dossier, indicator: str, axis: TimeAxis | None = None
) -> tuple[Plot, ...]:
    """Return a picture for each kind of figures of an indicator; none for fewer than two."""
    record = page.archive.indicators[indicator]
    values = series(page.archive, dossier, indicator)
    axis = axis or TimeAxis.of(one.period for one in values)
    if len(values) < 2 or axis is None:
        return ()
    kinds = list(dict.fromkeys(kind_of(record, one) for one in values))
    held = terms(dossier)
    return tuple(
        _plot(
            "" if len(kinds) == 1 else capital(AGGREGATIONS[kind]),
            axis,
            [
                _drawn(axis, kind, one, bounds_of(one, held), share=record.unit[:1] in PLAIN_UNITS)
                for one in values
                if kind_of(record, one) == kind
            ],
        )
        for kind in kinds
    )


def _drawn(
    axis: TimeAxis,
    kind: str,
    one: Observation,
    bounds: tuple[date, date] | None,
    *,
    share: bool,
) -> _Drawn:
    """Return how a figure is drawn, by what it counts and by what is known of its period."""
    value = Decimal(one.value or 0)
    label = qualified(one)
    stretch = axis.stretch(one.period, bounds)
    if stretch.kind in ("from", "until", "within"):
        return _Drawn("open", stretch, value, label)
    if kind == "point" and stretch.kind == "point":
        return _Drawn(_SIDES.get(one.qualifier or "", "dot"), stretch, value, label)
    # A share of a period has no mean per year.
    if kind != "total" or bounds is None or share:
        return _Drawn("span", stretch, value, label)
    years = Decimal((bounds[1] - bounds[0]).days + 1) / Decimal("365.25")
    if years < Decimal("1.5"):
        return _Drawn("column", stretch, value, label)
    return _Drawn("column", stretch, value / years, _rounded(value / years), label)


def _rounded(value: Decimal) -> str:
    """Return a computed mean as it is shown: whole, below ten with one decimal."""
    place = Decimal(1) if value >= 10 else Decimal("0.1")
    return say_number(value.quantize(place, ROUND_HALF_UP))


def _plot(label: str, axis: TimeAxis, drawn: Sequence[_Drawn]) -> Plot:
    columns = any(one.shape == "column" for one in drawn)
    # A sum of an unknown length has no height among means: it stands on the ground.
    scaled = [one.value for one in drawn if not (columns and one.shape == "open")]
    top = _top(max(scaled, default=Decimal(1)))
    placed = [
        (one, BASE if columns and one.shape == "open" else _height(one.value, top)) for one in drawn
    ]
    dots = [(one.stretch.middle, y) for one, y in placed if one.shape in ("dot", "over", "under")]
    return Plot(
        label,
        axis.ticks(),
        tuple(
            (_height(part, top), say_number(_plain(part))) for part in (Decimal(0), top / 2, top)
        ),
        tuple(_marks(placed)),
        tuple((*a, *b) for a, b in pairwise(dots)),
        " ".join(_notes(drawn, threaded=len(dots) > 1)),
    )


def _notes(drawn: Iterable[_Drawn], *, threaded: bool) -> Iterator[str]:
    shapes = {one.shape for one in drawn}
    if threaded:
        yield THREAD
    if "column" in shapes:
        yield COLUMNS
    if "span" in shapes:
        yield STROKES
    if "open" in shapes:
        yield UNKNOWN


def _marks(placed: Iterable[tuple[_Drawn, float]]) -> Iterator[Mark]:
    """Yield the marks with their labels: above, below a dot, or none where there is no room."""
    taken: list[tuple[float, float, float]] = []
    for one, y in placed:
        x = one.stretch.middle
        wide = len(one.label) * _CHARACTER
        anchor = "start" if x < wide / 2 else "end" if x > 100 - wide / 2 else "middle"
        left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        heights = [y - 9, y + 19] if one.shape != "column" else [y - 5]
        free = (
            at
            for at in heights
            if at < BASE
            and not any(
                left < end and start < left + wide and abs(at - row) < 14
                for start, end, row in taken
            )
        )
        at = next(free, None)
        if at is not None:
            taken.append((left, left + wide, at))
        roomy = one.inside and len(one.inside) * _CHARACTER <= one.stretch.width
        yield Mark(
            one.shape, one.stretch.left, one.stretch.width, x, y,
            one.label if at is not None else "", at or 0, anchor, one.inside if roomy else "",
        )  # fmt: skip


def _height(value: Decimal, top: Decimal) -> float:
    return round(BASE - (BASE - TOP) * float(value / top), 1)


def _top(most: Decimal) -> Decimal:
    """Return the end of a scale that begins at zero: a round number not below the largest value."""
    if most <= 0:
        return Decimal(1)
    unit = Decimal(10) ** (most.adjusted())
    return next(Decimal(str(step)) * unit for step in _STEPS if Decimal(str(step)) * unit >= most)


def _plain(value: Decimal) -> Decimal:
    """Return a number without zeros at its end: 2.50 is 2.5."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()
