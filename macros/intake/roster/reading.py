"""What a row of a list says: who, which post, when; and what about it is not clear."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from macros.dates import DateError, parse_edtf
from macros.dates.printed import find_dates
from macros.intake.roster.columns import plain
from macros.intake.roster.sheet import Cell
from macros.text.vietnamese import alike, is_id, normalise_spelling, slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.archive import Archive

_TITLES = re.compile(r"^(?:đ/c|đ\.c\.?|đồng chí|ông|bà|ô\.|b\.)\s+", re.IGNORECASE)
_NOW = frozenset({"nay", "den nay", "hien nay", "hien tai", "nay dang giu"})
_SPAN = re.compile(r"\s*(?:-|–|—|đến|tới|->|→)\s*")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


class State(Enum):
    """What is known of the person of a row; only the first two are written."""

    NEW = "mới"
    KNOWN = "đã biết"
    THERE = "đã có"
    NAMESAKE = "trùng tên"
    UNCLEAR = "chưa rõ"


@dataclass
class Entry:
    """A row as read. `asked` says what an editor must decide, `told` what to look at again."""

    row: int
    name: str
    state: State = State.UNCLEAR
    person: str = ""
    post: str = ""
    start: str = ""
    end: str = ""
    note: str = ""
    cite: str = ""
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


class RowReader:
    """Reads the rows of one list, in order: a name that was new above is known below."""

    def __init__(self, archive: Archive, post: str, cite: str) -> None:
        self._archive = archive
        self._post = post
        self._cite = cite
        self._new: dict[str, int] = {}

    def read(self, number: int, cells: Mapping[str, Cell]) -> Entry:
        """Return what a row says."""
        name = _name(cells)
        entry = Entry(number, name, note=_text(cells, "note"))
        if not name:
            entry.asked.append("không có họ tên")
        else:
            self._who(entry, _text(cells, "id"))
        self._which(entry, _text(cells, "post"))
        start, end = cells.get("start", Cell()), cells.get("end", Cell())
        if (span := _text(cells, "span")) and not start.text and not end.text:
            parts = _SPAN.split(span, maxsplit=1)
            start, end = Cell(parts[0]), Cell(parts[1] if len(parts) > 1 else "")
        entry.start, entry.end = _when(entry, start, "từ"), _when(entry, end, "đến")
        self._whence(entry, _text(cells, "cite"))
        if entry.asked and entry.state is not State.NAMESAKE:
            entry.state = State.UNCLEAR
        return entry

    def _who(self, entry: Entry, identifier: str) -> None:
        people = self._archive.people
        if identifier:
            if identifier in people:
                entry.person, entry.state = identifier, State.KNOWN
            elif is_id(identifier):
                entry.person, entry.state = identifier, State.NEW
            else:
                entry.asked.append(f"mã “{identifier}” không đúng dạng")
            return
        wanted = alike(entry.name)
        like = [i for i, one in people.items() if wanted in map(alike, one.called)]
        same = [i for i in like if any(_even(n) == _even(entry.name) for n in people[i].called)]
        own = slug(entry.name)
        if len(like) == 1 and same and not people[same[0]].distinguished_by:
            entry.person, entry.state = same[0], State.KNOWN
        elif like:
            entry.state = State.NAMESAKE if same else State.UNCLEAR
            listed = ", ".join(f"{people[i].name} ({i})" for i in like)
            entry.asked.append(f"có phải {listed}? ghi mã vào cột Mã, người khác thì mã mới")
        elif own in self._new:
            entry.state = State.NAMESAKE
            entry.asked.append(
                f"cùng tên với dòng {self._new[own]}; cùng một người thì ghi {own} vào cột Mã"
            )
        else:
            self._new[own] = entry.row
            entry.person, entry.state = own, State.NEW

    def _which(self, entry: Entry, typed: str) -> None:
        if not typed and self._post:
            entry.post = self._post
            return
        for one in self._archive.roles.values():
            words = {one.id, plain(one.label), plain(one.printed or one.label)}
            if typed in words or plain(typed) in words:
                entry.post = one.id
                return
        shown = f"chức danh “{typed}” không có trong posts.yml" if typed else "không ghi chức danh"
        entry.asked.append(shown)

    def _whence(self, entry: Entry, typed: str) -> None:
        source = self._cite.partition("#")[0]
        if re.fullmatch(r"[\d,\s-]+", typed) and source:
            entry.cite = f"{source}#{typed.replace(' ', '')}"
        else:
            entry.cite = typed if "#" in typed else self._cite


def _text(cells: Mapping[str, Cell], key: str) -> str:
    return cells.get(key, Cell()).text.strip()


def _name(cells: Mapping[str, Cell]) -> str:
    typed = " ".join(filter(None, (_text(cells, "first"), _text(cells, "name"))))
    bare = " ".join(_TITLES.sub("", typed).split()).strip(" .,;")
    return bare.title() if bare.isupper() else bare


def _even(name: str) -> str:
    return normalise_spelling(name).lower()


def _when(entry: Entry, cell: Cell, side: str) -> str:
    """Return a date as EDTF, "" for none; what cannot be sure is told or asked."""
    typed = cell.text.strip()
    if not typed or plain(typed) in _NOW:
        if typed:
            entry.told.append(f"“{typed}” không phải ngày thôi chức: để trống")
        return ""
    if cell.day is not None:
        if cell.day.day <= 12 and cell.day.day != cell.day.month:
            entry.told.append(f"{side} {cell.day:%d/%m/%Y}: Excel có thể đã đảo ngày với tháng")
        return typed
    if cell.number and not _YEAR.fullmatch(typed):
        entry.asked.append(f"{side} “{typed}”: ô ngày bị đổi thành số, ghi lại ngày")
        return ""
    try:
        return str(parse_edtf(typed))
    except DateError:
        pass
    found = find_dates(f"ngày {typed}")
    if len(found) == 1 and len(found[0].edtf) == 1 and found[0].end == len(typed) + 5:
        try:
            return str(parse_edtf(found[0].edtf[0]))
        except DateError:
            pass
    entry.asked.append(f"{side} “{typed}” không đọc được là ngày")
    return ""
