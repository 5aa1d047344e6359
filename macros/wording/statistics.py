"""Figures in words: “trên 3.000 đảng viên”, “42/65 tổ chức (64,6%)”."""

from __future__ import annotations

import re

from macros.archive import Archive
from macros.dates import Edtf
from macros.model.codes import AGGREGATIONS, QUALIFIERS
from macros.model.statistics import Observation, Quantity, Ratio
from macros.text.numbers import PLAIN_UNITS, say_number, say_quantity
from macros.text.vietnamese import keep_together, normalise_spelling


def unit_beside(label: str, unit: str) -> str:
    """Return the unit to show after a label; "" if the label begins with it (“Đảng viên mới”)."""
    return "" if f"{label} ".casefold().startswith(f"{unit} ".casefold()) else unit


def unit_of(archive: Archive, one: Observation) -> str:
    """Return the unit shown: the observation's own, or its indicator's."""
    indicator = archive.indicators.get(one.indicator)
    return one.unit or (indicator.unit if indicator else "")


def number_words(one: Observation) -> str:
    """Return the value as printed, without its unit and qualifier."""
    if one.ratio:
        return ratio_words(one.ratio)
    if one.value is None:
        return one.words or ""
    number = say_number(one.value)
    return f"{number}–{say_number(one.value_to)}" if one.value_to is not None else number


def ratio_words(ratio: Ratio, unit: str = "") -> str:
    """Return a part of a whole with its unit: “42/65 tổ chức (trên 64%)”.

    If one of the numbers has a qualifier, no slash is used: “trên 40 trong số 62 chi bộ
    (64,5%)”.
    """
    top, bottom = ratio.numerator, ratio.denominator
    qualified = top.qualifier or bottom.qualifier
    said = f"{_quantity(top)}{' trong số ' if qualified else '/'}{_quantity(bottom)}"
    if unit and unit[0] not in PLAIN_UNITS:
        said = f"{said} {unit}"
    if ratio.percent_printed is None:
        return said
    percent = f"{say_number(ratio.percent_printed)}%"
    if ratio.percent_qualifier:
        percent = f"{QUALIFIERS[ratio.percent_qualifier]} {percent}"
    return f"{said} ({percent})"


def _word(qualifier: str | None) -> str:
    return QUALIFIERS[qualifier] if qualifier else ""


def _quantity(one: Quantity) -> str:
    return say_quantity(one.value, "", _word(one.qualifier)).strip()


def figure_text(archive: Archive, one: Observation) -> str:
    """Return a statistic in words: “trên 3.000 đảng viên”, “42/65 tổ chức (64,6%)”."""
    unit = unit_of(archive, one)
    if one.ratio:
        return keep_together(ratio_words(one.ratio, unit))
    if one.value is None:
        return keep_together(one.words or "")
    if one.value_to is not None:
        joint = "" if unit[:1] in PLAIN_UNITS else " "
        return keep_together(f"{number_words(one)}{joint}{unit}")
    return say_quantity(one.value, unit, _word(one.qualifier))


def printed_figure(archive: Archive, one: Observation) -> str:
    """Return a single number with the word that its source has for the qualifier: “hơn 5.000 …”.

    The word is taken from what is printed beside the number; of that, nothing else is repeated. ""
    if the number has no qualifier or the source's word is not known.
    """
    if one.value is None or one.value_to is not None or not one.qualifier or not one.printed:
        return ""
    beside = normalise_spelling(one.printed).casefold()
    words = QUALIFIERS.entry(one.qualifier).sources
    found = next((word for word in words if re.search(rf"\b{re.escape(word)}\b", beside)), "")
    unit = unit_of(archive, one)
    if not found:
        return ""
    if found in _AFTER:
        return keep_together(f"{say_quantity(one.value, unit)} {found}")
    return say_quantity(one.value, unit, found)


_AFTER = ("trở lên", "trở xuống")
"""The words that stand behind the number."""


def counted(aggregation: str, period: Edtf) -> str:
    """Return how a figure is aggregated, in words for its period: “trong năm” for a year's sum."""
    if aggregation == "total" and period.is_point:
        return {"year": "trong năm", "month": "trong tháng", "day": "trong ngày"}[period.kind]
    return AGGREGATIONS[aggregation]


def qualified(one: Observation) -> str:
    """Return the value with its qualifier and without its unit: “trên 3.000”."""
    if one.value is not None and one.value_to is None:
        return say_quantity(one.value, "", _word(one.qualifier)).strip()
    return number_words(one)
