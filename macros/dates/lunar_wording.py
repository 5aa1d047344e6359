"""Lunar dates in Vietnamese: as printed, then the day of our calendar, which is inferred.

"26 tháng 7 năm Ất Dậu âm lịch (suy ra 02/09/1945)". Where two calendars were in use, both days are
said: "mùng 1 tháng Giêng năm Kỷ Dậu âm lịch (suy ra 16/02/1969 theo lịch miền Bắc, 17/02/1969 theo
lịch miền Nam)".
"""

from __future__ import annotations

from datetime import date

from macros.dates.lunar import WORD, Lunar, days_of, name_of_year

_MONTHS = {1: "Giêng", 12: "Chạp"}


def say_lunar(lunar: Lunar) -> str:
    """Return a lunar date in words, a day without the word "ngày" before it."""
    word = f" {WORD}" if lunar.month else ""
    return f"{_printed(lunar)}{word} {_inferred(lunar)}"


def short_lunar(lunar: Lunar) -> str:
    """Return a lunar date for a cell: "26/7 năm Ất Dậu (suy ra 02/09/1945)"."""
    year = name_of_year(lunar.year)
    spans = (_span(_day(one.first), _day(one.last)) for one in days_of(lunar))
    days = f"(suy ra {' hoặc '.join(spans)})"
    if lunar.month is None:
        return f"năm {year} {days}"
    numbers = f"{lunar.day}/{lunar.month}" if lunar.day else f"tháng {lunar.month}"
    return f"{numbers}{' nhuận' if lunar.leap else ''} năm {year} {days}"


def _printed(lunar: Lunar) -> str:
    parts: list[str] = []
    if lunar.day:
        parts.append(f"mùng {lunar.day}" if lunar.day <= 10 else str(lunar.day))
    if lunar.month:
        month = _MONTHS.get(lunar.month, str(lunar.month))
        parts.append(f"tháng {month}{' nhuận' if lunar.leap else ''}")
    return " ".join([*parts, f"năm {name_of_year(lunar.year)}"])


def _inferred(lunar: Lunar) -> str:
    days = days_of(lunar)
    said = [
        _span_in_words(_day(one.first), _day(one.last))
        + (f" theo lịch {one.where}" if len(days) > 1 else "")
        for one in days
    ]
    return f"(suy ra {', '.join(said)})"


def _span(first: str, last: str) -> str:
    return "–".join(dict.fromkeys((first, last)))


def _span_in_words(first: str, last: str) -> str:
    return first if first == last else f"từ {first} đến {last}"


def _day(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"
