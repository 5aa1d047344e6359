"""The table of memberships: who held which post."""

from __future__ import annotations

from collections.abc import Callable

from macros.archive import Archive
from macros.dates import Edtf, order_key
from macros.model.leadership import Membership, PostElsewhere
from macros.opendata.columns import Cell, Entry, computed, of_field, table
from macros.opendata.derived import posts_in_words
from macros.opendata.shared import (
    CONFLICT,
    CONGRESS_HELP,
    FACT,
    ORGANIZATION_ID,
    SOURCE,
    of_organizations,
)
from macros.rules.names import name_on
from macros.rules.terms import end_basis, known_start, start_basis, start_of


def _known_start(entry: Entry[Membership]) -> Edtf | None:
    return known_start(entry.archive, entry.dossier, entry.record)


def _organization(entry: Entry[Membership]) -> Cell:
    return name_on(entry.dossier, _known_start(entry))


def _post_id(entry: Entry[Membership]) -> Cell:
    return f"{entry.dossier.id}/{entry.record.post}"


def _post(entry: Entry[Membership]) -> Cell:
    return entry.archive.role_label(entry.record.post)


def _person(entry: Entry[Membership]) -> Cell:
    person = entry.record.person
    return entry.archive.person_name(person) if person else None


def _start(entry: Entry[Membership]) -> Cell:
    return start_of(entry.archive, entry.dossier, entry.record)


def _start_basis(entry: Entry[Membership]) -> Cell:
    return start_basis(entry.archive, entry.dossier, entry.record)


def _end_basis(entry: Entry[Membership]) -> Cell:
    return end_basis(entry.record)


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
        of_field(
            "person_id",
            title="Mã nhân vật",
            description="Mã của nhân vật giữ chức; trống là không nêu tên, xem cột unnamed.",
        ),
        computed("person", _person, "Họ tên", "Họ và tên đầy đủ."),
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
        of_field(
            "unnamed",
            description="Cách ban biên tập gọi người giữ chức mà không nêu tên; không phải tên ai.",
        ),
        "capacity",
        "shared",
    ],
    _memberships,
    key=FACT,
)
