"""The tables of organizations: names, foundings, headquarters, and changes between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from macros.archive import Archive, Dossier
from macros.dates import Edtf
from macros.model.changes import ChangeEvent, Participant
from macros.model.codes import NAME_BEARERS, TURNS
from macros.model.lives import Founding
from macros.model.organization import Headquarters, Name, Organization
from macros.opendata.columns import INFERRED, Cell, Entry, Value, computed, of_field, table
from macros.opendata.derived import changes_in_order
from macros.opendata.shared import CONFLICT, FACT, ORGANIZATION_ID, SOURCE, of_organizations
from macros.rules.inferred import fields_within
from macros.rules.told_until import STOPS, told_until

ORGANIZATIONS = table(
    "organizations",
    "Tổ chức",
    Organization,
    [
        "id",
        "short_name",
        "kind",
        of_field("classification", description="Ví dụ: đảng bộ cấp trên trực tiếp cơ sở."),
        of_field("other_names", description="Cách viết khác trong nguồn."),
        of_field(
            "area_id",
            lambda entry: next(iter(entry.record.grounds), None),
            title="Mã địa bàn",
            description="Địa bàn sau cùng được biết; các nơi trước: territories.csv.",
        ),
        of_field(
            "parent_id",
            lambda entry: next(iter(entry.record.above), None),
            title="Mã tổ chức cấp trên",
            description="Cấp trên sau cùng được biết; các cấp trên trước: superiors.csv.",
        ),
        of_field("picture_id", title="Mã ảnh", description="Mã ảnh ở thẻ của tổ chức."),
        "summary",
        "order",
        "listed",
        computed(
            "told_until",
            lambda entry: told_until(entry.archive, entry.dossier),
            STOPS,
            "Thời điểm cuối mà nguồn của những dữ kiện về tổ chức nói đến; trống nếu chỉ có tên.",
            kind=Edtf,
            because="the latest time of which a source of its facts speaks",
        ),
    ],
    lambda archive: of_organizations(archive, lambda dossier: (dossier.organization,)),
    key=("id",),
)


def _names(archive: Archive) -> list[Entry[Name]]:
    """Return every name, by organization, by what it is the name of, and by time."""
    return of_organizations(
        archive,
        lambda dossier: (one for what in NAME_BEARERS for one in dossier.names_of(what)),
    )


def ends_of_names(dossier: Dossier) -> Iterator[tuple[Name, Edtf | None]]:
    """Yield the names of an organization with their ends, also where the next one begins."""
    for what in NAME_BEARERS:
        names = dossier.names_of(what)
        for name, following in zip_longest(names, names[1:]):
            yield name, name.end_date or (following.start_date if following else None)


def _end_of_name(entry: Entry[Name]) -> Cell:
    return next(end for one, end in ends_of_names(entry.dossier) if one is entry.record)


NAMES = table(
    "names",
    "Tên của các tổ chức qua thời gian",
    Name,
    [
        "id",
        ORGANIZATION_ID,
        "name",
        of_field("short_name", description="Tên dùng trong câu, khi khác tên đầy đủ."),
        "applies_to",
        of_field(
            "start_date", description="Ngày bắt đầu dùng tên; trống là tên đầu tiên được biết."
        ),
        of_field(
            "end_date",
            _end_of_name,
            description="Ngày thôi dùng tên; không ghi riêng thì là ngày tên kế tiếp bắt đầu.",
        ),
        "documents",
        SOURCE,
        "note",
        CONFLICT,
    ],
    _names,
    key=FACT,
)


def _event(entry: Entry[Founding]) -> Cell:
    return "founding" if entry.dossier.organization.begins(entry.record) else "dissolution"


def _life(entry: Entry[Founding]) -> Cell:
    spans = entry.dossier.organization.spans
    return next(
        at for at, span in enumerate(spans, 1) if any(entry.record is t for t in span.turns)
    )


FOUNDINGS = table(
    "foundings",
    "Thành lập và kết thúc hoạt động",
    Founding,
    [
        "id",
        ORGANIZATION_ID,
        computed(
            "event",
            _event,
            "Việc",
            "founding: thành lập; dissolution: kết thúc hoạt động.",
            required=True,
            because="the name of the field that holds the record",
        ),
        "date",
        "operating_from",
        "documents",
        "basis",
        SOURCE,
        "note",
        CONFLICT,
        of_field(
            "how", description=f"{TURNS.words}; trống: thành lập, kết thúc hoạt động nói chung."
        ),
        computed(
            "life",
            _life,
            "Lần hoạt động",
            "Lần hoạt động thứ mấy của tổ chức; hơn 1 nếu tổ chức kết thúc rồi lại hoạt động.",
            kind=int,
            required=True,
            because="the place of the record among the lives of the organization",
        ),
    ],
    lambda archive: of_organizations(archive, lambda dossier: dossier.organization.turns),
    key=FACT,
)

HEADQUARTERS = table(
    "headquarters",
    "Trụ sở",
    Headquarters,
    [
        "id",
        ORGANIZATION_ID,
        "address",
        "start_date",
        "end_date",
        "printed",
        SOURCE,
        "note",
        CONFLICT,
    ],
    lambda archive: of_organizations(archive, lambda dossier: dossier.organization.headquarters),
    key=FACT,
)


def _side(role: str) -> Value:
    def value(entry: Entry[ChangeEvent]) -> Cell:
        sided = (one for one in entry.record.participants if one.role == role)
        return tuple(one.organization or one.label or "" for one in sided)

    return value


_SIDE = "the participants of one side; participants.csv has them with their extent"

CHANGES = table(
    "changes",
    "Thay đổi về tổ chức",
    ChangeEvent,
    [
        of_field("change_id", title="Mã thay đổi", description="Duy nhất trong toàn bộ dữ liệu."),
        "kind",
        "date",
        computed(
            "from",
            _side("from"),
            "Bên trước",
            "Mã tổ chức; tên, nếu tổ chức không có trong dữ liệu. Phạm vi và số đảng viên của "
            "từng bên: participants.csv.",
            kind=tuple,
            because=_SIDE,
        ),
        computed("to", _side("to"), "Bên sau", "Như from.", kind=tuple, because=_SIDE),
        computed("moved", _side("moved"), "Bộ phận chuyển", "Như from.", kind=tuple, because=_SIDE),
        "documents",
        SOURCE,
        "printed",
        of_field("summary", description="Một câu kể lại."),
        "note",
        of_field("supersedes_name", description="Mã tên được thay (đổi tên), trong names.csv."),
        of_field(
            "effective_date",
            description="Ngày thay đổi thật sự bắt đầu, khi date là ngày quyết định.",
        ),
    ],
    lambda archive: [Entry(archive, one) for one in changes_in_order(archive)],
    key=("change_id",),
)


def _change(entry: Entry[Participant]) -> Cell:
    assert isinstance(entry.within, ChangeEvent)
    return entry.within.id


def _inferred(entry: Entry[Participant]) -> Cell:
    assert isinstance(entry.within, ChangeEvent)
    marked = fields_within(entry.within, "participants")
    return tuple(name for name in marked if getattr(entry.record, name, None) is not None)


PARTICIPANTS = table(
    "participants",
    "Các bên của thay đổi về tổ chức",
    Participant,
    [
        computed(
            "change_id",
            _change,
            "Mã thay đổi",
            "Mã trong changes.csv.",
            required=True,
            because="the change that the participant is part of",
        ),
        "role",
        of_field("organization_id", title="Mã tổ chức"),
        "label",
        "extent",
        "printed",
        "members",
        "units",
        replace(INFERRED, value=_inferred),
    ],
    lambda archive: [
        Entry(archive, one, within=change)
        for change in changes_in_order(archive)
        for one in change.participants
    ],
    key=(),
)
