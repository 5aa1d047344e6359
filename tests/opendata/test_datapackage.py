"""The data package tells of the files as they are."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

import pytest

from macros.archive import Archive
from macros.dates import parse_edtf
from macros.opendata.tables import TABLES
from macros.opendata.write import open_data, write_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.opendata.conftest import Published

CASTS = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "list": lambda text: text.split("; "),
}


def resources(published: Published) -> list[dict[str, Any]]:
    return list(published.json("datapackage.json")["resources"])


def test_resources_are_the_files(published: Published) -> None:
    listed = {resource["path"] for resource in resources(published)}
    there = {path.name for path in published.folder.iterdir()}
    assert there == listed | {"datapackage.json"}


def test_sizes_and_hashes_are_those_of_the_files(published: Published) -> None:
    for resource in resources(published):
        content = (published.folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert resource["encoding"] == "utf-8"
        assert not content.startswith(b"\xef\xbb\xbf")


def test_names_may_be_names_of_a_package(published: Published) -> None:
    package = published.json("datapackage.json")
    names = [package["name"], *(resource["name"] for resource in package["resources"])]
    assert all(re.fullmatch(r"[a-z0-9._-]+", name) for name in names)
    assert len(set(names)) == len(names)
    assert [one["name"] for one in package["licenses"]] == ["CC-BY-4.0"]
    assert package["sources"] == [
        {
            "title": "Lịch sử Đảng bộ Sông Trăng",
            "path": "https://example.org/lich-su/tra-cuu/nguon/lich-su/",
        },
        {
            "title": "Quyết định thành lập",
            "path": "https://example.org/lich-su/tra-cuu/nguon/quyet-dinh/",
        },
    ]


def test_fields_are_the_columns_and_hold_what_they_say(published: Published) -> None:
    for resource in resources(published):
        if "schema" not in resource:
            continue
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == published.header(resource["name"])
        for field in fields:
            assert field["title"]
            assert field["description"]
            cells = [row[field["name"]] for row in published.rows(resource["name"])]
            given = [text for text in cells if text]
            for text in given:
                CASTS[field["type"]](text)
                if "rdfType" in field:
                    assert parse_edtf(text).text == text
            if "categories" in field:
                assert set(given) <= {category["value"] for category in field["categories"]}
            if field.get("constraints", {}).get("required"):
                assert given == cells, field["name"]


def test_primary_keys_tell_rows_apart(published: Published) -> None:
    keyed = [one for one in resources(published) if "primaryKey" in one.get("schema", {})]
    assert len(keyed) == sum(1 for table in TABLES if table.key)
    for resource in keyed:
        keys = [
            tuple(row[column] for column in resource["schema"]["primaryKey"])
            for row in published.rows(resource["name"])
        ]
        assert len(set(keys)) == len(keys)
        assert all(all(key) for key in keys)


def test_dialect_is_that_of_the_files(published: Published) -> None:
    (dialect,) = {
        str(resource["dialect"]) for resource in resources(published) if "dialect" in resource
    }
    assert "'lineTerminator': '\\r\\n'" in dialect
    assert published.text("changes.csv").count("\r\n") == 1 + len(published.rows("changes"))


def test_the_same_archive_gives_the_same_bytes(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    for path in write_files(open_data(archive, site_url="https://example.org/lich-su/"), tmp_path):
        assert path.read_bytes() == (folder / path.name).read_bytes()


@pytest.mark.parametrize("site_url", [None, ""])
def test_without_a_site_address_only_addresses_are_left_out(
    archive: Archive, folder: Path, tmp_path: Path, site_url: str | None
) -> None:
    written = write_files(open_data(archive, site_url=site_url), tmp_path)
    assert {path.name for path in written} == {path.name for path in folder.iterdir()}
    for path in written:
        assert "example.org" not in path.read_text(encoding="utf-8")
        if path.suffix == ".csv":
            assert path.read_bytes() == (folder / path.name).read_bytes()


def test_an_empty_archive_gives_tables_with_headers_only(tmp_path: Path) -> None:
    for path in write_files(open_data(Archive(), site_url=None), tmp_path):
        if path.suffix == ".csv":
            assert path.read_bytes().count(b"\r\n") == 1
