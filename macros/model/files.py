"""Which file of data/ holds which records: one kind of fact per file."""

from __future__ import annotations

from macros.model.abbreviations import Abbreviation
from macros.model.base import Record, parts
from macros.model.changes import ChangeEvent
from macros.model.conflicts import Conflict
from macros.model.congresses import Committee, Conference, Congress, Series
from macros.model.documents import Issuer
from macros.model.edition import EditionFile
from macros.model.events import Event
from macros.model.indicators import Indicator
from macros.model.leadership import Membership
from macros.model.organization import Organization
from macros.model.people import Person
from macros.model.pictures import Picture
from macros.model.posts import Role
from macros.model.redirects import RedirectsFile
from macros.model.rolls import Roll
from macros.model.sources import Source
from macros.model.statements import Statement
from macros.model.statistics import Observation
from macros.model.targets import TargetSet
from macros.model.verification import VerificationFile


class LeadershipFile(Record):
    """`organizations/<id>/leadership.yml`."""

    memberships: tuple[Membership, ...] = parts("Nhân sự", "Các lần giữ chức.")


class CongressesFile(Record):
    """`organizations/<id>/congresses.yml`."""

    congresses: tuple[Congress, ...] = parts("Đại hội", "Các kỳ đại hội.", ())
    conferences: tuple[Conference, ...] = parts(
        "Hội nghị đại biểu", "Hội nghị đại biểu, kể cả giữa nhiệm kỳ.", ()
    )
    series: tuple[Series, ...] = parts(
        "Các loạt đại hội", "Chỉ khi đếm đại hội lại từ I, như sau hợp nhất.", ()
    )
    committees: tuple[Committee, ...] = parts("Cấp ủy", "Số lượng, cơ cấu các cơ quan.", ())


class StatisticsFile(Record):
    """`organizations/<id>/statistics.yml`."""

    observations: tuple[Observation, ...] = parts("Số liệu", "Các số liệu.")


class TargetsFile(Record):
    """`organizations/<id>/targets.yml`."""

    sets: tuple[TargetSet, ...] = parts("Bảng chỉ tiêu", "Các bảng chỉ tiêu.")


class EventsFile(Record):
    """`organizations/<id>/events.yml`."""

    events: tuple[Event, ...] = parts("Sự kiện", "Các sự kiện có ngày.")


class StatementsFile(Record):
    """`organizations/<id>/statements.yml`."""

    statements: tuple[Statement, ...] = parts("Nhận định", "Những điều nguồn nói, mỗi mục một câu.")


class RollsFile(Record):
    """`organizations/<id>/rolls.yml`."""

    rolls: tuple[Roll, ...] = parts("Danh sách", "Các danh sách; mỗi danh sách một bảng .csv.")


class ConflictsFile(Record):
    """`organizations/<id>/conflicts.yml`."""

    conflicts: tuple[Conflict, ...] = parts("Mâu thuẫn", "Chỗ các nguồn không khớp nhau.")


class IndicatorsFile(Record):
    """`indicators.yml`."""

    indicators: tuple[Indicator, ...] = parts("Chỉ số", "Danh mục chỉ số.")


class RolesFile(Record):
    """`posts.yml`."""

    roles: tuple[Role, ...] = parts("Chức danh", "Danh mục chức danh.")


class AbbreviationsFile(Record):
    """`abbreviations.yml`."""

    abbreviations: tuple[Abbreviation, ...] = parts("Viết tắt", "Danh mục chữ viết tắt.")


ORGANIZATION_FILES: dict[str, type[Record]] = {
    "organization": Organization,
    "leadership": LeadershipFile,
    "congresses": CongressesFile,
    "statistics": StatisticsFile,
    "targets": TargetsFile,
    "events": EventsFile,
    "statements": StatementsFile,
    "rolls": RollsFile,
    "conflicts": ConflictsFile,
}
"""The files that a folder of data/organizations/ may hold, by stem."""

FOLDER_FILES: dict[str, type[Record]] = {
    "people": Person,
    "changes": ChangeEvent,
    "documents": Issuer,
    "sources": Source,
    "pictures": Picture,
}
"""Folders with one record per file; the file's name is the record's id."""

CATALOGUES: dict[str, type[Record]] = {
    "indicators": IndicatorsFile,
    "posts": RolesFile,
    "abbreviations": AbbreviationsFile,
    "edition": EditionFile,
    "verification": VerificationFile,
    "redirects": RedirectsFile,
}
"""Single files at the top of data/, by stem."""


def model_of(path: str) -> type[Record] | None:
    """Return the model of the data file at `path` (`data/people/a.yml`), None for no such file."""
    stem = path.removesuffix(".yml")
    match stem.split("/") if stem != path else ():
        case "data", catalogue:
            return CATALOGUES.get(catalogue)
        case "data", "organizations", _, part:
            return ORGANIZATION_FILES.get(part)
        case "data", folder, _:
            return FOLDER_FILES.get(folder)
    return None
