"""Answers as editors type them: a date as it is printed, a thing by its name, made data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.archive.complete import load_archive
from macros.dates import DateError, parse_edtf
from macros.dates.printed import find_dates
from macros.text.vietnamese import is_id

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from macros.archive import Archive

_DATES = frozenset({"start_date", "end_date", "date", "dates", "period", "attested"})
_NAMED = ("indicator", "post", "organization")


def as_data(root: Path, record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record with what was typed for a date or an id as data/ has it.

    “20/3/1980” is 1980-03-20, “Số đảng viên” the indicator of that label, whatever its capitals.
    What is neither stays as it was typed: the check says what is wrong with it.
    """
    made = {key: _value(key, value) for key, value in record.items()}
    named = [key for key in _NAMED if isinstance(made.get(key), str) and not is_id(made[key])]
    if any(made[key] != "?" for key in named):
        archive, _ = load_archive(root)
        for key in named:
            made[key] = _id_of(archive, key, made[key])
    return made


def _value(key: str, value: Any) -> Any:
    if key not in _DATES:
        return value
    if isinstance(value, list):
        return [_date(one) for one in value]
    return _date(value)


def _date(value: Any) -> Any:
    """Return a printed date as EDTF; the value itself if it is EDTF, or no date alone."""
    if not isinstance(value, str):
        return value
    try:
        parse_edtf(value)
    except DateError:
        found = find_dates(value)
        if len(found) == 1 and found[0].edtf and not _left(value, found[0].start, found[0].end):
            return found[0].edtf[0]
    return value


def _left(value: str, start: int, end: int) -> str:
    """Return what stands beside a date, but for the word for its kind."""
    rest = value[:start] + value[end:]
    return rest.strip().lower().removeprefix("ngày").removeprefix("tháng").removeprefix("năm")


def _id_of(archive: Archive, key: str, typed: str) -> str:
    names: Mapping[str, str] = {
        "indicator": {one.label: one.id for one in archive.indicators.values()},
        "post": {one.label: one.id for one in archive.roles.values()},
        "organization": {one.title: key for key, one in archive.dossiers.items()},
    }[key]
    alike = {identifier for name, identifier in names.items() if name.lower() == typed.lower()}
    return alike.pop() if len(alike) == 1 else typed
