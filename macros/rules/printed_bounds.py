"""What the printed wording of a target or result says: a number, a range, or only a bound."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from macros.text.numbers import number_words, printed_numbers
from macros.text.vietnamese import normalise_spelling

NUMBERS = ("value", "min", "max")
"""The fields of a printed cell that are numbers."""

_RANGE = re.compile(r"\s*(?:%\s*)?(?:[-–]|đến)\s*")
_LEAST = re.compile(
    r"(?:ít nhất|tối thiểu|(?:không|chưa) (?:dưới|thấp hơn|ít hơn|kém)|≥|>=|\btừ)\s*$"
)
_MOST = re.compile(r"(?:nhiều nhất|tối đa|không (?:quá|vượt|vượt quá|trên|hơn|cao hơn)|≤|<=)\s*$")
_OVER = re.compile(r"(?:\b(?:trên|hơn|quá|vượt)|>)\s*$")
_OPEN = re.compile(r"(?:\b(?:trên|hơn|quá|vượt|dưới)|[<>])\s*$")
_UNDER = re.compile(r"(?:\bdưới|chưa (?:đến|tới)|<)\s*$")


class Bounds(NamedTuple):
    """The number fields of a cell, as `macros.model.targets.Printed` has them."""

    value: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    exclusive: bool = False

    def __str__(self) -> str:
        """Return the fields as an editor writes them: "min: 3, exclusive: true"."""
        given = [
            f"{name}: {number}"
            for name, number in zip(NUMBERS, self[:3], strict=True)
            if number is not None
        ]
        return ", ".join([*given, *(["exclusive: true"] if self.exclusive else [])])


def is_printed(number: Decimal, printed: str) -> bool:
    """Return whether `number` stands in a printed wording, in digits or as a word ("hai")."""
    words = f" {_plain(printed)} "
    return any(value == number for _, value in printed_numbers(printed)) or any(
        f" {word} " in words for word in number_words(number)
    )


def bounds_said(printed: str) -> Bounds | None:
    """Return the bound or range that the words express; None if they leave it open.

    A bare number says nothing: its row may be headed "từ … trở lên".
    """
    text = _plain(printed)
    found = printed_numbers(text)
    if len(found) == 2:
        (left, low), (right, high) = found
        is_range = low < high and _RANGE.fullmatch(text[left.end() : right.start()])
        ends_open = _OPEN.search(text[: left.start()]) or "trở" in text[right.end() :]
        return Bounds(min=low, max=high) if is_range and not ends_open else None
    if len(found) != 1:
        return None
    ((place, number),) = found
    before, after = text[: place.start()], text[place.end() :]
    if "trở lên" in after or _LEAST.search(before):
        return Bounds(min=number)
    if "trở xuống" in after or _MOST.search(before):
        return Bounds(max=number)
    if _OVER.search(before):
        return Bounds(min=number, exclusive=True)
    if _UNDER.search(before):
        return Bounds(max=number, exclusive=True)
    return None


def _plain(printed: str) -> str:
    return " ".join(normalise_spelling(printed).lower().split())
