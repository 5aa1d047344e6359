"""The table of which field cites what: the column `source` of a fact joins all of its citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.model.base import Fact
from macros.opendata.columns import Cell, Entry, Table, computed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from macros.archive import Archive


@dataclass(frozen=True)
class CitedField(Entry[Fact]):
    """A citation of a fact, for all of it (`field` is "cite") or for one of its fields."""

    of: str = ""
    id: str = ""
    field: str = ""
    citation: str = ""


def _read(name: str) -> Any:
    def value(entry: CitedField) -> Cell:
        found: str = getattr(entry, name)
        return found

    return value


def _rows(archive: Archive) -> list[CitedField]:
    return [
        row for of, fact in sorted(archive.each_fact(), key=_by) for row in _of(archive, of, fact)
    ] + [
        row
        for document in sorted(archive.documents.values(), key=lambda one: one.id)
        for row in _of(archive, "documents", document)
    ]


def _by(one: tuple[str, Fact]) -> tuple[str, str]:
    return one[0], one[1].id


def _of(archive: Archive, of: str, record: Any) -> Iterator[CitedField]:
    named = [("cite", one) for one in record.cite]
    named += [(name, one) for name, cited in record.cite_for.items() for one in cited]
    named += [("end_cite", one) for one in vars(record).get("end_cite") or ()]
    for name, citation in dict.fromkeys(named):
        yield CitedField(archive, record, of=of, id=record.id, field=name, citation=str(citation))


CITATIONS = Table(
    "citations",
    "Trích dẫn của từng trường",
    Fact,
    (
        computed(
            "of",
            _read("of"),
            "Của",
            "Mã tổ chức; people/mã với dữ kiện của một nhân vật; changes, pictures, documents.",
            required=True,
            because="whose fact it is",
        ),
        computed(
            "id",
            _read("id"),
            "Mã",
            "Mã của dữ kiện, văn bản, ảnh hay thay đổi.",
            required=True,
            because="which fact it is",
        ),
        computed(
            "field",
            _read("field"),
            "Trường",
            "Tên trường có nguồn riêng; cite là nguồn của cả dữ kiện; end_cite là đoạn cho "
            "biết ngày thôi giữ chức, suy từ người kế nhiệm.",
            required=True,
            because="the citations of single fields, which the column source of a fact joins",
        ),
        computed("citation", _read("citation"), "Trích dẫn", "Một trích dẫn.", required=True),
    ),
    ("of", "id", "field", "citation"),
    _rows,
)
