"""The strict grammar of dates: exactly the forms that the project accepts."""

from __future__ import annotations

import re
from calendar import monthrange

from macros.dates.edtf import DateError, Edtf, Kind
from macros.dates.lunar import YEARS, Lunar, days_of, leap_month, name_of_year, read_lunar
from macros.dates.named import bounds

EARLY = 1000
"""Before this year only the year itself is accepted: 0938, but 0208-05 is a typing mistake."""

_LONGEST = 40
"""No accepted form has more characters; one of the longest is [2003-09-11..2003-09-15]."""

CODES = "tháng từ 01 đến 12, mùa 21–24, quý 33–36, đầu năm 37, giữa 38, cuối 39, nửa năm 40–41"
"""What may stand after a year, for messages."""

_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(~?)")
_ONE_OF = re.compile(r"\[([^\[\]]*?)\.\.([^\[\]]*)\]")
_KINDS: tuple[Kind, ...] = ("year", "month", "day")


def read_strictly(text: str) -> Edtf | None:
    """Return the date that `text` writes, or None if it has none of the accepted forms.

    Raises DateError if the form is right but the date is impossible: a 30th of February,
    an end before its start, an interval with both ends unknown.
    """
    if len(text) > _LONGEST:
        return None
    if lunar := read_lunar(text):
        return _read_lunar(text, lunar)
    if bracketed := _ONE_OF.fullmatch(text):
        return _read_one_of(text, bracketed[1], bracketed[2])
    if text.count("/") == 1:
        return _read_interval(text, *text.split("/"))
    if (named := bounds(text)) and int(named[0][:4]) >= EARLY:
        start, end = map(_read_point, named)
        return Edtf(text, "one_of", start=start, end=end)
    return _read_point(text)


def _read_lunar(text: str, lunar: Lunar) -> Edtf:
    """Return a lunar date with the days that it may be; raises DateError for one that never was."""
    if lunar.year not in YEARS:
        raise DateError(
            f"“{text}”: chỉ tính được âm lịch từ năm {YEARS[0]} đến năm {YEARS[-1]}",
            "kiểm tra năm; nếu đúng thì ghi năm dương lịch, kể ngày âm lịch trong câu",
        )
    if not (days := days_of(lunar)):
        raise _no_such_lunar(text, lunar)
    first, last = (min(one.first for one in days), max(one.last for one in days))
    start, end = (Edtf(day.isoformat(), "day") for day in (first, last))
    return Edtf(text, "one_of", start=start, end=end, lunar=lunar)


def _no_such_lunar(text: str, lunar: Lunar) -> DateError:
    year = f"năm {name_of_year(lunar.year)} ({lunar.year})"
    month = lunar.month or 0
    if not 1 <= month <= 12:
        return DateError(f"“{text}”: không có tháng {month:02}", "viết tháng từ 01 đến 12")
    if lunar.leap and not days_of(Lunar(lunar.year, month, leap=True)):
        known = leap_month(lunar.year)
        there = f"năm ấy nhuận tháng {known}" if known else "năm ấy không có tháng nhuận"
        return DateError(
            f"“{text}”: {year} không có tháng {month} nhuận",
            f"{there}: sửa tháng, năm hoặc bỏ “nhuận”",
        )
    (whole, *_) = days_of(Lunar(lunar.year, month, leap=lunar.leap))
    length = (whole.last - whole.first).days + 1
    named = f"tháng {month}{' nhuận' if lunar.leap else ''} {year}"
    return DateError(
        f"“{text}”: theo âm lịch, {named} không có ngày {lunar.day:02}",
        f"viết ngày từ 01 đến {length}; nếu nguồn in đúng như vậy thì kể trong câu",
    )


def _read_point(text: str) -> Edtf | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    year, month, day, about = match.groups()
    if int(year) == 0:
        raise DateError(f"“{text}”: không có năm {year}", "sửa năm")
    if int(year) < EARLY and month is not None:
        raise DateError(
            f"“{text}”: năm {year} quá nhỏ", f'sửa năm; trước năm {EARLY} chỉ ghi năm: "{year}"'
        )
    if month is not None:
        _check_month(text, year, month, alone=day is None)
    if day is not None:
        _check_day(text, year, month, day)
        if about:
            raise DateError(
                f"“{text}”: dấu “~” chỉ dùng với tháng hoặc năm",
                f'viết "{year}-{month}~", hoặc hai mốc chắc chắn như "[2003-09-11..2003-09-15]"',
            )
    kind = _KINDS[(month is not None) + (day is not None)]
    return Edtf(text, kind, approximate=bool(about))


def _check_month(text: str, year: str, month: str, *, alone: bool) -> None:
    if month == "00":
        raise DateError(f"“{text}”: không có tháng 00", f'không rõ tháng thì viết "{year}"')
    if int(month) > 20 and alone:
        raise DateError(
            f"“{text}”: {month} không phải là tháng, mùa hay quý",
            f"viết {CODES}; không kèm tháng, ngày hay dấu “~”",
        )
    if int(month) > 12:
        raise DateError(f"“{text}”: không có tháng {month}", "viết tháng từ 01 đến 12")


def _check_day(text: str, year: str, month: str, day: str) -> None:
    length = monthrange(int(year), int(month))[1]
    named = f"tháng {int(month)}/{year}"
    if day == "00":
        remedy = f'không rõ ngày thì viết "{year}-{month}"'
        raise DateError(f"“{text}”: {named} không có ngày 00", remedy)
    if int(day) > length:
        remedy = f"viết ngày từ 01 đến {length}"
        raise DateError(f"“{text}”: {named} không có ngày {day}", remedy)


def _read_interval(text: str, left: str, right: str) -> Edtf | None:
    start, end = _read_point(left), _read_point(right)
    if (start is None and left not in ("", "..")) or (end is None and right not in ("", "..")):
        return None
    _check_sides(text, start, end, "{}/{}")
    return Edtf(
        text,
        "interval",
        approximate=any(side.approximate for side in (start, end) if side),
        start=start,
        end=end,
        open_start=left == "..",
        open_end=right == "..",
        unknown_start=left == "",
        unknown_end=right == "",
    )


def _read_one_of(text: str, left: str, right: str) -> Edtf | None:
    start, end = _read_point(left), _read_point(right)
    if (left and start is None) or (right and end is None):
        return None
    if any(side.approximate for side in (start, end) if side):
        remedy = f'bỏ dấu “~”: viết "{text.replace("~", "")}", lấy hai mốc đủ rộng'
        raise DateError(f"“{text}”: hai mốc trong ngoặc phải chắc chắn", remedy)
    _check_sides(text, start, end, "[{}..{}]")
    return Edtf(text, "one_of", start=start, end=end, unknown_start=not left, unknown_end=not right)


def _check_sides(text: str, start: Edtf | None, end: Edtf | None, form: str) -> None:
    """Refuse two sides that are both missing, equal, or in the wrong order."""
    if start is None and end is None:
        remedy = "ghi ít nhất một mốc, hoặc bỏ hẳn trường này nếu không biết"
        raise DateError(f"“{text}”: không có mốc thời gian nào", remedy)
    if start is None or end is None:
        return
    if start == end:
        raise DateError(f"“{text}”: hai mốc như nhau", f'viết "{start}"')
    first, last = start.earliest(), end.latest()
    # Both are points, which always have bounds.
    assert first is not None
    assert last is not None
    if last < first:
        raise DateError(
            f"“{text}”: mốc sau ({end}) sớm hơn mốc trước ({start})",
            f'nếu viết ngược thì sửa thành "{form.format(end, start)}", nếu không thì sửa mốc sai',
        )
