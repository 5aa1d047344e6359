"""Every field says how it is held, where it is published and shown, and that is so.

What a field says is tried on an invented site (`every_field/site.py`): all values of the field
are changed, every page and every table is made again and compared.
"""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from macros.archive import Archive
from macros.archive.complete import complete
from macros.dates import Edtf
from macros.loading.tree import Records, read_records
from macros.model.contract import Not, Parts, contract_of
from macros.model.records import every_record
from macros.opendata.csv_text import cell
from macros.opendata.tables import TABLES
from macros.opendata.write import open_data
from tests.model.every_field.changed import Field, changed, every, given, values
from tests.model.every_field.rendered import pages
from tests.model.every_field.site import FILES
from tests.support import write_site

FIELDS = [Field(record, name) for record in every_record() for name in record.model_fields]
# Records within records are their own fields; a changed id breaks what refers to it.
OWN = [
    one for one in FIELDS if not isinstance(contract_of(one.info).held, Parts) and one.name != "id"
]
PUBLISHED = [one for one in OWN if not isinstance(contract_of(one.info).published, Not)]

Cells = dict[str, dict[str, list[str]]]
"""The cells of each column, by table and column."""


@cache
def site() -> Records:
    with TemporaryDirectory() as folder:
        records = read_records(write_site(Path(folder), FILES))
    assert [str(problem) for problem in records.problems] == []
    return records


@cache
def before() -> tuple[str, Cells]:
    archive = complete(site())
    return pages(archive), cells(archive)


def cells(archive: Archive) -> Cells:
    found: Cells = {}
    files = open_data(archive, site_url=None)
    for table in TABLES:
        text = files[f"{table.name}.csv"].decode()
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        found[table.name] = {
            column.name: [row[column.name] for row in rows] for column in table.columns
        }
    return found


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_a_field_keeps_its_contract(field: Field) -> None:
    contract = contract_of(field.info)
    assert isinstance(contract.published, Not) or contract.published, "where is it published?"
    for part in (contract.held, contract.published, contract.shown):
        assert not isinstance(part, Not) or part.why.strip(), "a reason is a sentence"
    if field not in OWN:
        return
    assert list(values(site(), field)), "no value: add one to tests/model/every_field/site.py"
    other = changed(site(), field)
    if pages(other) == before()[0]:
        assert contract.shown is not True, "no page changes with it: show it, or say shown=Not(…)"
    else:
        assert contract.shown is True, "a page changes with it: say shown=True"
    if not isinstance(contract.published, Not):
        still = _unchanged(contract.published, cells(other))
        assert still == [], "columns that do not change with it"


def _unchanged(published: tuple[str, ...], new: Cells) -> list[str]:
    old, found = before()[1], []
    for named in published:
        table, _, column = named.partition(".")
        tables = [one.name for one in TABLES if table in ("*", one.name)]
        if all(old[one].get(column) == new[one].get(column) for one in tables):
            found.append(named)
    return found


def test_what_is_published_can_be_read_back() -> None:
    """Every value of every published field stands in a cell of one of its columns."""
    written = before()[1]
    lost = []
    for field in PUBLISHED:
        for record in every(site()):
            if type(record) is not field.record or not given(record, field):
                continue
            for text in _texts(getattr(record, field.name)):
                if not any(text in one for one in _columns(field, written)):
                    lost.append(f"{field}: {text}")
    assert lost == []


def _columns(field: Field, written: Cells) -> list[str]:
    published = contract_of(field.info).published
    assert not isinstance(published, Not)
    found = []
    for named in published:
        table, _, column = named.partition(".")
        for name, columns in written.items():
            if table in ("*", name):
                found += columns.get(column, [])
    return found


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, tuple):
        return [text for one in value for text in _texts(one)]
    if isinstance(value, Edtf):
        # A span may have a column for each of its ends.
        return value.text.split("/") if value.kind == "interval" else [value.text]
    if isinstance(value, str | int | bool):
        return [cell(value)]
    return [str(value)]
