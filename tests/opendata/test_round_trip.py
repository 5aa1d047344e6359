"""The CSV tables lose nothing: read back, each field of each record has its value again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from macros.archive import Archive
from macros.archive.complete import load_archive
from macros.dates import first_and_last
from macros.model.base import Record
from macros.model.conflicts import Claim
from macros.model.congresses import Committee, Congress
from macros.model.contract import Not, contract_of
from macros.model.documents import Document
from macros.model.leadership import Membership
from macros.model.organization import Name, Organization
from macros.model.statistics import Observation
from macros.model.superiors import latest_first
from macros.opendata.citations import CITATIONS
from macros.opendata.csv_text import cell
from macros.opendata.tables import TABLES
from macros.rules.congresses import congress_of
from macros.rules.terms import start_basis, start_of
from tests.awkward import (
    test_aliases,
    test_capacities,
    test_congresses,
    test_effective,
    test_ends,
    test_lives,
    test_lunar_dates,
    test_named_times,
    test_rolls,
    test_superiors,
    test_unnamed_holders,
)
from tests.century.volume import write_volume
from tests.model.every_field.site import FILES as EVERY_FIELD
from tests.opendata.reading import (
    Read,
    citations_in,
    columns_of,
    items_of,
    plain_fields,
    read_back,
    text_of,
    value_of,
)
from tests.support import CATALOGUES, write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

SITES = {
    "every field": (EVERY_FIELD, {}),
    "aliases": (test_aliases.FILES, CATALOGUES),
    "capacities": (test_capacities.FILES, CATALOGUES),
    "congresses": (test_congresses.FILES, CATALOGUES),
    "effective dates": (test_effective.FILES, CATALOGUES),
    "ends": (test_ends.FILES, CATALOGUES),
    "lives": (test_lives.FILES, CATALOGUES),
    "lunar dates": (test_lunar_dates.FILES, CATALOGUES),
    "named times": (test_named_times.FILES, CATALOGUES),
    "rolls": (test_rolls.FILES, CATALOGUES),
    "superiors": (test_superiors.FILES, CATALOGUES),
    "unnamed holders": (test_unnamed_holders.FILES, CATALOGUES),
}

CITED = {"cite", "cite_for", "end_cite"}
"""Fields that citations.csv holds one by one."""


@pytest.fixture(params=[*SITES, "a century"], scope="module")
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    root = tmp_path_factory.mktemp("round-trip")
    if request.param in SITES:
        files, base = SITES[request.param]
        write_site(root, {**base, **files})
    else:
        write_volume(root)
    found, problems = load_archive(root)
    assert [str(one) for one in problems] == []
    return found


def test_each_field_of_each_record_is_read_back(archive: Archive) -> None:
    lost = list(_lost(archive))
    assert lost == []


def _lost(archive: Archive) -> Iterator[str]:
    for read in read_back(archive):
        for name in plain_fields(type(read.record)):
            if name in CITED or read.table is CITATIONS or not columns_of(read, name):
                continue
            given = getattr(read.record, name)
            back = value_of(read, name)
            if not _same(archive, read, name, given, back):
                yield f"{read.table.name}: {type(read.record).__name__}.{name}: {given!r} → {back!r}"


def _same(archive: Archive, read: Read, name: str, given: Any, back: Any) -> bool:
    if isinstance(given, tuple) and isinstance(back, tuple):
        return back == tuple(str(one) for one in given)
    if isinstance(read.record, Membership) and name == "post":
        return bool(back == f"{read.row['organization_id']}/{given}")
    if given is None or given in ((), "stated"):
        return back in (given, None, ()) or back == _filled(archive, read, name)
    return bool(given == back or str(given) == back)


def _filled(archive: Archive, read: Read, name: str) -> Any:
    """Return what stands in the cell of a field that is left out: what follows from other records.

    All of these are written too. Whoever a congress elected began on its last day, and so did a
    body; a figure has the unit of its indicator; a contradiction shows the fact that it names.
    """
    record = read.record
    dossier = archive.dossiers.get(read.row.get("organization_id", ""))
    if isinstance(record, Membership) and dossier:
        known = {"start_date": start_of, "start_basis": start_basis}.get(name)
        return known(archive, dossier, record) if known else None
    if isinstance(record, Committee) and dossier and name == "date":
        congress = congress_of(archive, dossier, record.congress)
        return first_and_last(congress.days)[1] if congress else None
    if isinstance(record, Name) and dossier and name == "end_date":
        names = dossier.names_of(record.applies_to)
        following = names[names.index(record) + 1 :]
        return following[0].start_date if following else None
    if isinstance(record, Observation):
        return getattr(archive.indicators[record.indicator], name)
    if isinstance(record, Congress) and name == "dates":
        return record.days
    if isinstance(record, Organization) and name in ("parent", "area"):
        return next(iter(latest_first(None, getattr(record, f"{name}s"))), None)
    if isinstance(record, Document) and name == "signed_by":
        return archive.issuer_of[record.id].name
    if isinstance(record, Claim) and record.fact:
        return value_of(read, name)
    return None


OWN_ROWS = {table.record for table in TABLES}


def test_what_is_within_a_record_stands_in_its_row(archive: Archive) -> None:
    lost = [
        f"{read.table.name}: {type(part).__name__}.{name}: {getattr(part, name)!r}"
        for read in read_back(archive)
        for part in _parts(read.record)
        for name in plain_fields(type(part))
        if given(part, name) and _columns(read, part, name)
        if not any(cell(getattr(part, name)) in one for one in _columns(read, part, name))
    ]
    assert lost == []


def _parts(record: Record) -> Iterator[Record]:
    """Yield the records within a record that have no row of their own."""
    for value in vars(record).values():
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Record) and type(part) not in OWN_ROWS:
                yield part
                yield from _parts(part)


def given(part: Record, name: str) -> bool:
    return getattr(part, name) not in (None, ())


def _columns(read: Read, part: Record, name: str) -> list[str]:
    published = contract_of(type(part).model_fields[name]).published
    assert not isinstance(published, Not)
    named = (one.partition(".") for one in published)
    return [read.row[column] for table, _, column in named if table in (read.table.name, "*")]


def test_each_citation_is_read_back(archive: Archive) -> None:
    written = citations_in(archive)
    facts: list[tuple[str, Any]] = [*archive.each_fact()]
    facts += [("documents", one) for one in archive.documents.values()]
    for of, fact in facts:
        assert written.get((of, fact.id, "cite"), ()) == _texts(fact.cite)
        own = {name: _texts(cited) for name, cited in fact.cite_for.items()}
        ends = _texts(vars(fact).get("end_cite") or ())
        own |= {"end_cite": ends} if ends else {}
        found = {
            key[2]: cited
            for key, cited in written.items()
            if key[:2] == (of, fact.id) and key[2] != "cite"
        }
        assert found == own


def _texts(cited: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(str, cited)))


@pytest.mark.parametrize("items", [("một", "hai; ba"), ("=1+1", "hai"), ("'=a; b",), ("a;b", ";")])
def test_lists_are_divided_where_they_were_joined(items: tuple[str, ...]) -> None:
    assert items_of(cell(items)) == items


@pytest.mark.parametrize("text", ["=1+1", "'=1", "'a", "-5", "- Tỷ lệ", "a; b"])
def test_a_text_is_what_it_was(text: str) -> None:
    assert text_of(cell(text)) == text
