"""Dates in Vietnamese: 27/01/1994, tháng 05/2008, năm 1997.

Days and months have two figures. No wording says "đến nay": what was open when its
source was written may have ended since.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from macros.dates.edtf import Edtf, order_key
from macros.dates.lunar_wording import say_lunar, short_lunar
from macros.dates.named import is_named, say_named, short_named

UNKNOWN_START = "không rõ ngày bắt đầu"
UNKNOWN_END = "không rõ ngày kết thúc"
UNKNOWN_TIME = "không rõ thời gian"
UNKNOWN_SIDE = "không rõ"
"""What stands in a range of which one side is not known: “08/2015 – không rõ”."""

_Say = Callable[[Edtf], str]


def say(d: Edtf) -> str:
    """Return a date that stands alone: "27/01/1994", "tháng 05/2008", "1996–2000"."""
    if d.kind == "interval" and d.precision == "year" and d.start and d.end and _joins(d):
        return _short_range(d.start, d.end)
    return _phrase(d, _say_point)


def say_with_day(d: Edtf) -> str:
    """Return a date within a sentence, with the word for day: "ngày 27/01/1994"."""
    return _phrase(d, _say_point_with_day)


def say_term(
    start: Edtf | None,
    end: Edtf | None,
    attested: Iterable[Edtf] = (),
    open_end: bool = False,
) -> str:
    """Return a term of office from `start` to `end`, saying which side is unknown.

    `attested` are single days on which the person is known to have held the post; they are
    added if the term is not completely known. An open end is not mentioned.
    """
    known = say_attested(attested)
    seen = f"được nhắc đến {known}" if known else ""
    if start is None and end is None:
        unknown = UNKNOWN_START if open_end else UNKNOWN_TIME
        return f"chỉ {seen}" if seen else unknown
    words = _say_sides(start, end, open_end)
    complete = start is not None and (end is not None or open_end)
    return words if complete or not seen else f"{words}; {seen}"


def say_attested(dates: Iterable[Edtf]) -> str:
    """Return the days on which somebody was named, to follow a verb; "" without dates.

    "vào năm 2020 và năm 2024", "vào năm 2022 hoặc sau đó, và vào năm 2024".
    """
    known = dict.fromkeys(sorted(dates, key=order_key))
    if not known:
        return ""
    if all(d.is_moment for d in known):
        return f"vào {_enumerate(map(say_with_day, known))}"
    *others, last = map(_at, known)
    return f"{', '.join(others)}, và {last}" if others else last


def _at(d: Edtf) -> str:
    """Return a date to follow a verb."""
    if d.is_moment:
        return f"vào {say_with_day(d)}"
    start, end = (say_with_day(side) if side else "" for side in (d.start, d.end))
    if d.kind == "one_of":
        if start and end:
            return f"vào một thời điểm từ {start} đến {end}"
        return f"vào {start} hoặc sau đó" if start else f"vào {end} hoặc trước đó"
    return f"trong thời gian {say_with_day(d)}"


def short(d: Edtf) -> str:
    """Return a date for a table cell: "27/01/1994", "07/1999–06/2000", "2015 – không rõ"."""
    if d.is_point:
        return f"{'~' if d.approximate else ''}{_bare(d)}"
    if d.lunar:
        return short_lunar(d.lunar)
    if is_named(d.text):
        return short_named(d.text)
    if d.kind == "one_of":
        if d.start is None or d.end is None:
            if d.start:
                return f"từ {short(d.start)} trở đi"
            return f"chậm nhất {short(d.end)}" if d.end else UNKNOWN_TIME
        return f"trong khoảng {_short_range(d.start, d.end)}"
    if d.start is not None and d.end is not None:
        return _short_range(d.start, d.end)
    left = short(d.start) if d.start else "…" if d.open_start else UNKNOWN_SIDE
    right = short(d.end) if d.end else "…" if d.open_end else UNKNOWN_SIDE
    dash = " – " if UNKNOWN_SIDE in (left, right) else "–"
    return f"{left}{dash}{right}"


def short_side(d: Edtf) -> str | None:
    """Return a date for one side of a dash in a table cell: “05/2008”, “giữa 1994 và 1995”.

    None if it holds a dash of its own that no word can replace.
    """
    if d.is_moment or (d.kind == "one_of" and not (d.start and d.end)):
        return short(d)
    if d.kind == "one_of":
        assert d.start
        assert d.end
        return f"giữa {short(d.start)} và {short(d.end)}"
    return None


def machine(d: Edtf) -> str | None:
    """Return the value of `<time datetime>`: an exact day, month or year, else None.

    HTML cannot express an interval, an approximation or a choice.
    """
    return d.text if d.is_point and not d.approximate else None


def _bare(point: Edtf) -> str:
    """Return the numbers of a point, day first: "27/01/1994", "05/2008", "1997"."""
    match point.numbers:
        case (year, month, day):
            return f"{day:02}/{month:02}/{year}"
        case (year, month):
            return f"{month:02}/{year}"
        case numbers:
            return "/".join(map(str, reversed(numbers)))


def _say_point(point: Edtf) -> str:
    if point.lunar:
        return say_lunar(point.lunar)
    if is_named(point.text):
        return say_named(point.text)
    unit = {"day": "", "month": "tháng ", "year": "năm "}[point.precision]
    return f"{'khoảng ' if point.approximate else ''}{unit}{_bare(point)}"


def _say_point_with_day(point: Edtf) -> str:
    is_day = point.lunar.day is not None if point.lunar else point.kind == "day"
    return f"{'ngày ' if is_day else ''}{_say_point(point)}"


def _phrase(d: Edtf, say_point: _Say) -> str:
    """Return any date in words, with `say_point` for its points."""
    if d.is_moment:
        return say_point(d)
    if d.kind == "one_of":
        if d.start is not None and d.end is not None:
            return f"trong khoảng từ {say_point(d.start)} đến {say_point(d.end)}"
        if d.end is not None:
            return f"chậm nhất {say_point(d.end)}"
        return f"từ {say_point(d.start)} trở đi" if d.start else UNKNOWN_TIME
    if d.start is not None and d.end is not None and _in_one_month(d.start, d.end):
        word = say_point(d.end).removesuffix(_bare(d.end))
        return f"{word}{_short_range(d.start, d.end)}"
    return _say_range(d.start, d.end, say_point, d.open_start, d.open_end)


def _say_range(
    start: Edtf | None, end: Edtf | None, say_point: _Say, open_start: bool, open_end: bool
) -> str:
    """Return a range in words: unknown sides last, open sides not mentioned."""
    parts = [f"từ {say_point(start)}"] if start else []
    parts += [f"đến {say_point(end)}"] if end else []
    words = " ".join(parts)
    if start is None and not open_start:
        words += f", {UNKNOWN_START}"
    if end is None and not open_end:
        words += f", {UNKNOWN_END}"
    return words


def _say_sides(start: Edtf | None, end: Edtf | None, open_end: bool) -> str:
    if start is not None and start == end:
        spans = start.kind in ("month", "year") and not start.approximate
        return f"trong {say(start)}" if spans else say_with_day(start)
    if all(side is None or side.is_moment for side in (start, end)):
        return _say_range(start, end, _say_point_with_day, False, open_end)
    parts = [_side(start, "từ", "bắt đầu")] if start else []
    parts += [_side(end, "đến", "kết thúc")] if end else []
    parts += [UNKNOWN_START] if start is None else []
    parts += [UNKNOWN_END] if end is None and not open_end else []
    return ", ".join(parts)


def _side(d: Edtf, word: str, verb: str) -> str:
    """Return one side of a term; "từ trong khoảng từ …" would be unreadable."""
    if d.is_moment:
        return f"{word} {say_with_day(d)}"
    if d.kind == "one_of" and d.start and d.end:
        start, end = (say_with_day(one) for one in (d.start, d.end))
        return f"{word} một thời điểm giữa {start} và {end}"
    return f"{verb} {say_with_day(d)}"


def _joins(d: Edtf) -> bool:
    """Return whether both ends are exact and of one precision, so that a dash can join them."""
    return (
        d.start is not None
        and d.end is not None
        and d.start.kind == d.end.kind
        and not d.approximate
    )


def _in_one_month(start: Edtf, end: Edtf) -> bool:
    return start.kind == end.kind == "day" and start.numbers[:2] == end.numbers[:2]


def _short_range(start: Edtf, end: Edtf) -> str:
    """Return both ends joined by a dash; within one month, only the day of the first."""
    if _in_one_month(start, end):
        return f"{start.numbers[2]:02}–{_bare(end)}"
    return f"{short(start)}–{short(end)}"


def _enumerate(parts: Iterable[str]) -> str:
    """Return the parts as a list in a sentence, with "và" before the last."""
    *others, last = parts
    return f"{', '.join(others)} và {last}" if others else last
