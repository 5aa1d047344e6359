"""The view of what the check finds, and how often: data/verification.yml in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from macros.model import contract
from macros.model.codes import CORRUPTIONS
from macros.model.records import every_record
from macros.text.numbers import say_number
from macros.text.vietnamese import capital
from macros.wording.inferred import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.archive import Archive
    from macros.model.verification import Strength, Tried, Weak

CLASSES = (
    (99, "Gần như luôn tìm ra (từ 99%)"),
    (80, "Phần lớn tìm ra (từ 80%)"),
    (0, "Nhiều khi không tìm ra (dưới 80%)"),
)
"""The least share in percent of each class of errors, and what readers call it."""
FEW = 5
"""A share of fewer tries says nothing."""
_WORDS = {
    **{
        way.__name__: way.word
        for way in (
            contract.Number,
            contract.OnDate,
            contract.Name,
            contract.Symbol,
            contract.Coded,
            contract.Attested,
            contract.Paraphrase,
            contract.Reference,
            contract.Derived,
            contract.Cited,
        )
    },
    "Not": "điều không hỏi thẳng ở nguồn",
}
_OF = {
    "Observation": "số liệu",
    "Target": "chỉ tiêu",
    "Committee": "cấp ủy",
    "Membership": "nhân sự",
    "Event": "sự kiện",
    "Statement": "nhận định",
    "Document": "văn bản",
}


@dataclass(frozen=True)
class Line:
    """One kind of error: what it is, how many were tried, and the shares that were found."""

    error: str
    tried: str
    clone: str
    sources: str
    why: str = ""


@dataclass(frozen=True)
class Class:
    """The errors that are found about as often."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Found:
    """What the check finds; without a measurement there are no classes and no weak fields."""

    classes: tuple[Class, ...]
    weak: tuple[Line, ...]


def found(archive: Archive) -> Found:
    """Return the kinds of error by how often they are found, and the weak fields."""
    measured = archive.verification
    known = [one for one in measured.refused if one.held in _WORDS and one.tried >= FEW]
    classes = []
    below = 101.0
    for least, title in CLASSES:
        own = [one for one in known if least <= _share(one) < below]
        below = least
        if own:
            own.sort(key=lambda one: (-_share(one), _WORDS[one.held], one.corruption))
            classes.append(Class(title, tuple(map(_line, own))))
    return Found(tuple(classes), tuple(_weak(one) for one in measured.weak))


def _share(one: Tried) -> float:
    """Return the share in percent that is refused with the transcriptions, where measured."""
    refused = one.clone if one.sources is None else one.sources
    return 100 * refused / one.tried if one.tried else 0.0


def _line(one: Strength) -> Line:
    return _row(one, f"{capital(_WORDS[one.held])}: {CORRUPTIONS[one.corruption]}")


def _weak(one: Weak) -> Line:
    named = "; ".join(_labels(one.fields))
    return _row(one, f"{capital(named)}: {CORRUPTIONS[one.corruption]}", capital(one.why))


def _row(one: Tried, error: str, why: str = "") -> Line:
    sources = "–" if one.sources is None else _percent(one.sources, one.tried)
    return Line(error, say_number(one.tried), _percent(one.clone, one.tried), sources, why)


def _percent(refused: int, tried: int) -> str:
    """Return a share in percent, rounded down: what is said is reached."""
    share = Decimal(1000 * refused // tried if tried else 0) / 10
    return f"{say_number(share.normalize() if share % 1 else share.to_integral_value())}%"


def _labels(fields: Iterable[str]) -> Iterator[str]:
    """Yield fields in words: “cách tính của số liệu”."""
    records = {one.__name__: one for one in every_record()}
    for field in fields:
        name, _, inner = field.partition(".")
        label = label_of(records[name], inner) if name in records else field
        yield f"{label} của {_OF[name]}" if name in _OF else label
