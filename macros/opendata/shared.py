"""Columns that many tables have, and the entries of a table by organization."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from macros.archive import Archive, Dossier
from macros.model.base import Fact, Record, citations_of
from macros.opendata.columns import Cell, Entry, computed, of_field
from macros.opendata.derived import by_id, conflict_ids, reference
from macros.opendata.links import citation_text
from macros.rules.promises import answers_to

FACT = ("organization_id", "id")
"""The primary key of a table of facts."""

SOURCE_TITLE = "Nguồn"
SOURCE_HELP = (
    "Trích dẫn nguồn#đoạn, nguồn#tr.trang hoặc nguồn#dieu-điều; nhiều trích dẫn cách nhau một "
    "dấu cách. Tên nguồn: sources.csv."
)
CONGRESS_HELP = (
    "Số thứ tự La Mã của đại hội, sau mã loạt nếu không phải loạt đầu (loạt/I), hoặc mã hội nghị; "
    "tổ chức không có đại hội riêng thì là của cấp trên."
)
R = TypeVar("R", bound=Record)


def _organization(entry: Entry[Any]) -> Cell:
    return entry.dossier.id


def _source(entry: Entry[Fact]) -> Cell:
    return citation_text(citations_of(entry.record))


def _conflict(entry: Entry[Fact]) -> Cell:
    return conflict_ids(entry.archive, entry.dossier, entry.record)


def _answered_by(entry: Entry[Fact]) -> Cell:
    found = answers_to(entry.archive).get((entry.dossier.id, entry.record.id), ())
    return tuple(reference(owner.id, one.id, entry.dossier.id) for owner, one in found)


ORGANIZATION_ID = computed(
    "organization_id",
    _organization,
    "Mã tổ chức",
    "Mã của tổ chức mà dữ kiện nói về.",
    required=True,
)
SOURCE = of_field("source", _source, title=SOURCE_TITLE, description=SOURCE_HELP, kind=str)
CONFLICT = computed(
    "conflict",
    _conflict,
    "Mâu thuẫn",
    "Mã các mâu thuẫn mà dữ kiện là một bên (conflict_id trong conflicts.csv); của tổ chức khác "
    "thì viết mã-tổ-chức/mã.",
    kind=tuple,
    because="the conflicts name their facts, not the facts their conflicts",
)


ANSWERED_BY = computed(
    "answered_by",
    _answered_by,
    "Được trả lời ở",
    "Mã các nhận định trả lời việc đề ra ấy (statements.csv: answers_fact_id, answer), theo thời "
    "gian của nguồn; của tổ chức khác thì viết mã-tổ-chức/mã.",
    kind=tuple,
    because="the answers name what they answer, not the promises their answers",
)


def of_organizations(archive: Archive, records: Callable[[Dossier], Iterable[R]]) -> list[Entry[R]]:
    """Return the entries of every organization, in the order of their ids."""
    return [
        Entry(archive, record, dossier) for dossier in by_id(archive) for record in records(dossier)
    ]
