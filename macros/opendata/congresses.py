"""The tables of congresses, with the bodies and officers elected there, and of committees."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from macros.archive import Archive
from macros.dates import Edtf, first_and_last, order_key
from macros.model.congresses import Committee, Congress
from macros.opendata.columns import Cell, Entry, Table, computed, of_field, table
from macros.opendata.derived import Elected, elected_at
from macros.opendata.links import citation_text
from macros.opendata.meetings import meeting_day
from macros.opendata.shared import (
    CONFLICT,
    CONGRESS_HELP,
    FACT,
    ORGANIZATION_ID,
    SOURCE,
    SOURCE_HELP,
    of_organizations,
)
from macros.rules.congresses import congress_of

ELECTED = "the bodies and officers of a congress are facts of their own"


def _elected_at(entry: Entry[Congress]) -> Elected:
    # Cached, because a dozen columns read the same congress.
    known = entry.archive.memo.setdefault("elected", {})
    congress, found = known.get((entry.dossier.id, entry.record.id), (None, None))
    if congress is not entry.record:
        found = elected_at(entry.archive, entry.dossier, entry.record)
        known[entry.dossier.id, entry.record.id] = entry.record, found
    return cast("Elected", found)


def _elected(read: Callable[[Elected], Cell]) -> Callable[[Entry[Congress]], Cell]:
    return lambda entry: read(_elected_at(entry))


def _size(read: Callable[[Elected], Committee | None]) -> Callable[[Entry[Congress]], Cell]:
    def value(one: Elected) -> Cell:
        body = read(one)
        return body.size if body else None

    return _elected(value)


def _names(read: Callable[[Elected], tuple[str, ...]]) -> Callable[[Entry[Congress]], Cell]:
    def value(entry: Entry[Congress]) -> Cell:
        people = read(_elected_at(entry))
        return tuple(entry.archive.person_name(person) for person in people)

    return value


def _full_time(one: Elected) -> Cell:
    return one.executive.full_time if one.executive else None


CONGRESSES = table(
    "congresses",
    "Các kỳ đại hội",
    Congress,
    [
        "id",
        ORGANIZATION_ID,
        "ordinal",
        of_field("term", description="Hai năm, ví dụ 1996/2000."),
        of_field(
            "start_date", meeting_day(0), title="Khai mạc", description="Ngày đầu của đại hội."
        ),
        of_field("end_date", meeting_day(1), title="Bế mạc", description="Ngày cuối của đại hội."),
        "delegates",
        computed(
            "committee",
            _size(lambda one: one.executive),
            "Ban Chấp hành",
            "Số ủy viên Ban Chấp hành.",
            kind=int,
            because=ELECTED,
        ),
        computed(
            "committee_full_time",
            _elected(_full_time),
            "Chuyên trách",
            "Số ủy viên Ban Chấp hành chuyên trách.",
            kind=int,
            because=ELECTED,
        ),
        computed(
            "standing_committee",
            _size(lambda one: one.standing),
            "Ban Thường vụ",
            "Số ủy viên Ban Thường vụ.",
            kind=int,
            because=ELECTED,
        ),
        computed(
            "inspection_commission",
            _size(lambda one: one.inspection),
            "Ủy ban Kiểm tra",
            "Số ủy viên Ủy ban Kiểm tra.",
            kind=int,
            because=ELECTED,
        ),
        computed(
            "secretary",
            _names(lambda one: one.secretary),
            "Bí thư",
            "Họ tên Bí thư được bầu tại đại hội.",
            kind=tuple,
            because=ELECTED,
        ),
        computed(
            "deputy_secretaries",
            _names(lambda one: one.deputies),
            "Phó Bí thư",
            "Họ tên các Phó Bí thư, kể cả Phó Bí thư Thường trực.",
            kind=tuple,
            because=ELECTED,
        ),
        computed(
            "inspection_chair",
            _names(lambda one: one.inspection_chair),
            "Chủ nhiệm Ủy ban Kiểm tra",
            "Họ tên Chủ nhiệm Ủy ban Kiểm tra.",
            kind=tuple,
            because=ELECTED,
        ),
        of_field(
            "source",
            _elected(lambda one: citation_text(one.citations)),
            description=f"Nguồn của đại hội, của số lượng và nhân sự trong dòng. {SOURCE_HELP}",
            kind=str,
        ),
        computed(
            "secretary_id",
            _elected(lambda one: one.secretary),
            "Mã Bí thư",
            "Theo thứ tự của secretary.",
            kind=tuple,
            because=ELECTED,
        ),
        computed(
            "deputy_secretary_ids",
            _elected(lambda one: one.deputies),
            "Mã Phó Bí thư",
            "Theo thứ tự của deputy_secretaries.",
            kind=tuple,
            because=ELECTED,
        ),
        computed(
            "inspection_chair_id",
            _elected(lambda one: one.inspection_chair),
            "Mã Chủ nhiệm",
            "Theo thứ tự của inspection_chair.",
            kind=tuple,
            because=ELECTED,
        ),
        "theme",
        of_field("series", description="Mã trong congress_series.csv; trống là loạt đầu."),
        "place",
        "decided",
        "note",
        CONFLICT,
    ],
    lambda archive: of_organizations(archive, lambda dossier: dossier.congresses),
    key=FACT,
)


def _date(entry: Entry[Committee]) -> Edtf | None:
    congress = congress_of(entry.archive, entry.dossier, entry.record.congress)
    return entry.record.date or (first_and_last(congress.days)[1] if congress else None)


def _committees(archive: Archive) -> list[Entry[Committee]]:
    """Return the size of every body, by organization, date and body."""
    found = of_organizations(archive, lambda dossier: dossier.committees)
    return sorted(
        found,
        key=lambda one: (one.dossier.id, order_key(_date(one)), one.record.body, one.record.id),
    )


COMMITTEES: Table = table(
    "committees",
    "Số lượng, cơ cấu cấp ủy",
    Committee,
    [
        "id",
        ORGANIZATION_ID,
        "body",
        "size",
        "full_time",
        "concurrent",
        of_field("basis", description="Cách lập cơ quan ấy."),
        of_field("congress", description=CONGRESS_HELP),
        of_field(
            "date",
            _date,
            description="Ngày lập; không ghi riêng thì là ngày bế mạc đại hội.",
        ),
        SOURCE,
        "note",
        CONFLICT,
    ],
    _committees,
    key=FACT,
)
