"""The tables of congresses, the bodies that they elected, and who held which post."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from macros.archive import Archive
from macros.dates import Edtf, first_and_last, order_key
from macros.model.congresses import Committee, Congress
from macros.model.leadership import Membership, PostElsewhere
from macros.opendata.columns import Cell, Entry, Table, computed, of_field, table
from macros.opendata.derived import Elected, elected_at, posts_in_words
from macros.opendata.links import citation_text
from macros.opendata.shared import (
    CONFLICT,
    CONGRESS_HELP,
    FACT,
    ORGANIZATION_ID,
    SOURCE,
    SOURCE_HELP,
    of_organizations,
)
from macros.rules.names import name_on
from macros.rules.terms import congress_of, known_start, start_basis, start_of

ELECTED = "the bodies and officers of a congress are facts of their own"


def _known_start(entry: Entry[Membership]) -> Edtf | None:
    return known_start(entry.archive, entry.dossier, entry.record)


def _organization(entry: Entry[Membership]) -> Cell:
    return name_on(entry.dossier, _known_start(entry))


def _post_id(entry: Entry[Membership]) -> Cell:
    return f"{entry.dossier.id}/{entry.record.post}"


def _post(entry: Entry[Membership]) -> Cell:
    return entry.archive.role_label(entry.record.post)


def _person(entry: Entry[Membership]) -> Cell:
    return entry.archive.person_name(entry.record.person)


def _start(entry: Entry[Membership]) -> Cell:
    return start_of(entry.archive, entry.dossier, entry.record)


def _start_basis(entry: Entry[Membership]) -> Cell:
    return start_basis(entry.archive, entry.dossier, entry.record)


def _end_basis(entry: Entry[Membership]) -> Cell:
    return entry.record.end_basis if entry.record.end_date else None


def _posts(read: Callable[[Membership], tuple[PostElsewhere, ...]]) -> Callable[..., Cell]:
    return lambda entry: posts_in_words(read(entry.record))


def _memberships(archive: Archive) -> list[Entry[Membership]]:
    """Return every membership, by organization and then in order of time."""
    found = of_organizations(archive, lambda dossier: dossier.memberships)
    return sorted(
        found,
        key=lambda one: (
            one.dossier.id,
            order_key(_known_start(one)),
            one.record.post,
            one.record.id,
        ),
    )


MEMBERSHIPS = table(
    "memberships",
    "Các lần giữ chức",
    Membership,
    [
        "id",
        ORGANIZATION_ID,
        computed(
            "organization",
            _organization,
            "Tổ chức",
            "Tên của tổ chức vào lúc nhận chức; không rõ thì tên gọi cố định.",
            required=True,
            because="its name on the day, from names.csv",
        ),
        of_field("post_id", _post_id, title="Mã chức vụ", description="Mã tổ chức/mã chức danh."),
        computed("post", _post, "Chức danh", "Tên chức danh.", required=True),
        of_field("person_id", title="Mã nhân vật", description="Mã của nhân vật giữ chức."),
        computed("person", _person, "Họ tên", "Họ và tên đầy đủ.", required=True),
        of_field(
            "start_date",
            _start,
            description="Ngày nhận chức; người do đại hội bầu thì là ngày bế mạc đại hội.",
        ),
        of_field(
            "end_date",
            description="Ngày thôi chức. Trống là không nguồn nào nói, không có nghĩa là đang giữ "
            "chức.",
        ),
        of_field(
            "attested",
            description="Những ngày nguồn nhắc đến, khi không rõ nhiệm kỳ.",
        ),
        of_field(
            "start_basis",
            _start_basis,
            description="Nguồn ghi hay suy ra; ngày cuối của một đại hội họp nhiều ngày cũng là "
            "suy ra.",
        ).optional,
        of_field("end_basis", _end_basis, description="Nguồn ghi hay suy ra.").optional,
        "end_reason",
        "manner",
        of_field("congress", description=f"Đại hội đã bầu. {CONGRESS_HELP}"),
        of_field("concurrent", _posts(lambda one: one.concurrent)),
        SOURCE,
        "printed",
        "full_time",
        of_field("previously", _posts(lambda one: one.previously)),
        of_field("subsequently", _posts(lambda one: one.subsequently)),
        "note",
        CONFLICT,
    ],
    _memberships,
    key=FACT,
)


def _elected_at(entry: Entry[Congress]) -> Elected:
    # Cached, because a dozen columns ask for the same.
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


def _day(at: int) -> Callable[[Entry[Congress]], Cell]:
    return lambda entry: first_and_last(entry.record.dates)[at]


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
        of_field("start_date", _day(0), title="Khai mạc", description="Ngày đầu của đại hội."),
        of_field("end_date", _day(1), title="Bế mạc", description="Ngày cuối của đại hội."),
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
        "note",
        CONFLICT,
    ],
    lambda archive: of_organizations(archive, lambda dossier: dossier.congresses),
    key=FACT,
)


def _date(entry: Entry[Committee]) -> Edtf | None:
    congress = congress_of(entry.archive, entry.dossier, entry.record.congress)
    return entry.record.date or (first_and_last(congress.dates)[1] if congress else None)


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
