"""Every column is declared by a field or says why it is there; every declared column is written."""

from __future__ import annotations

from macros.archive import Archive
from macros.model.abbreviations import Abbreviation
from macros.model.base import Record, field
from macros.model.contract import STRUCTURAL
from macros.model.records import every_record
from macros.opendata.columns import Entry, Table, columns_of, table
from macros.opendata.tables import TABLES


def declared() -> dict[str, str]:
    """Return each column that a field names, with the field; `*` stands for each table of facts."""
    found: dict[str, str] = {}
    for record in every_record():
        for name in record.model_fields:
            for one in columns_of(record, name):
                found[one] = f"{record.__name__}.{name}"
    return found


def names(one: Table) -> dict[str, str]:
    """Return the names by which a field may name a column of the table."""
    own = {column.name: f"{one.name}.{column.name}" for column in one.columns}
    starred = {f"*.{name}": full for name, full in own.items()}
    if one.key:
        starred["*.id"] = f"{one.name}.{one.key[-1]}"
    return starred | {full: full for full in own.values()}


def test_a_column_that_a_field_names_is_written() -> None:
    written = {name for one in TABLES for name in names(one)}
    assert {one: of for one, of in declared().items() if one not in written} == {}


def test_a_column_that_no_field_names_says_why_it_is_there() -> None:
    named = declared()
    unexplained = [
        f"{one.name}.{column.name}"
        for one in TABLES
        for column in one.columns
        if not column.because
        and not {name for name, full in names(one).items() if full == f"{one.name}.{column.name}"}
        & set(named)
    ]
    assert unexplained == []


def test_a_reason_stands_only_where_no_field_of_the_record_names_the_column() -> None:
    named = declared()
    assert [
        column.name
        for one in TABLES
        for column in one.columns
        if column.because and f"{one.name}.{column.name}" in named
    ] == []


def test_a_new_field_is_published_without_another_line() -> None:
    class Longer(Abbreviation):
        origin: str | None = field(
            "Gốc", "Từ tiếng nào.", None, held=STRUCTURAL, column="abbreviations.origin"
        )

    def entries(archive: Archive) -> list[Entry[Record]]:
        return [Entry(archive, Longer(short="BCH", full="Ban Chấp hành", origin="Hán"))]

    made = table("abbreviations", "", Longer, ["short"], entries, key=())
    assert [one.name for one in made.columns] == ["short", "kind", "full", "note", "origin"]
    (column,) = (one for one in made.columns if one.name == "origin")
    assert (column.title, column.description) == ("Gốc", "Từ tiếng nào.")
    assert list(made.rows(Archive({}))) == [("BCH", "abbreviation", "Ban Chấp hành", None, "Hán")]
