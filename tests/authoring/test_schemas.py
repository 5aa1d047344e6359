"""The schemas that editors complete from: as committed, true of the data, and strict."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import referencing
import referencing.jsonschema
import yaml

from macros.archive import Archive
from macros.authoring.known_codes import (
    CODES,
    begin_codes,
    codes_text,
    refresh_codes,
    write_codes,
)
from macros.authoring.schemas import FOLDER, Kind, generated_files, kinds, schema_of
from macros.authoring.starter import STARTER
from scripts import check
from scripts import schemas as command
from tests.small_site import write_site

jsonschema = pytest.importorskip("jsonschema")
ROOT = Path(__file__).parents[2]
# Which ids there are changes with the data: here any will do.
ANY_CODE = referencing.Registry().with_resource(
    "codes.json",
    referencing.jsonschema.DRAFT202012.create_resource(json.loads(codes_text(Archive()))),
)
BY_NAME = {kind.name: kind for kind in kinds()}


def faults(kind: Kind, record: Any) -> list[str]:
    checker = jsonschema.Draft202012Validator(schema_of(kind), registry=ANY_CODE)
    return sorted(error.message for error in checker.iter_errors(record))


def test_the_committed_files_are_those_of_the_model() -> None:
    for name, text in generated_files().items():
        assert (ROOT / name).read_text(encoding="utf-8") == text, f"{name}: run `make schemas`"
    committed = {f"{FOLDER}/{path.name}" for path in (ROOT / FOLDER).iterdir()}
    assert committed <= {*generated_files(), CODES}


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_each_is_a_schema_of_the_dialect(kind: Kind) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(kind))


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)
def test_the_data_are_as_the_schemas_say(kind: Kind, tmp_path: Path) -> None:
    root = tmp_path / "site"
    root.mkdir()
    write_site(root)
    for path in [*root.glob(kind.files), *ROOT.glob(kind.files)]:
        assert faults(kind, yaml.safe_load(path.read_text(encoding="utf-8"))) == [], path


def test_every_field_is_told_in_vietnamese() -> None:
    for kind in kinds():
        schema = schema_of(kind)
        for record in (schema, *schema.get("$defs", {}).values()):
            for name, field in record["properties"].items():
                assert field.get("title"), f"{kind.name}: {name}"
                assert field.get("description"), f"{kind.name}: {name}"
        assert "One " not in str(schema)
        assert "The " not in str(schema)


def test_the_id_that_a_file_name_gives_is_not_typed() -> None:
    person = BY_NAME["person"]
    assert faults(person, {"name": "Lý Thị Mận"}) == []
    assert len(faults(person, {"id": "ly-thi-man", "name": "Lý Thị Mận"})) == 1
    assert faults(BY_NAME["posts"], {"roles": [{"label": "Bí thư", "order": 1}]}) == [
        "'id' is a required property"
    ]


@pytest.mark.parametrize(
    ("field", "value", "taken"),
    [
        ("manner", "elected", True),
        ("manner", ["elected", "assigned"], True),
        ("manner", "bầu", False),
        ("start_date", "1957-06-12", True),
        ("start_date", 1957, False),
        ("end_date", None, False),
        ("concurrent", "Huyện ủy viên", True),
        ("concurrent", [{"role": "Huyện ủy viên", "organization": "song-may"}], True),
        ("cite", ["ky-yeu#1", "ky-yeu#2"], True),
        ("cite", "ky-yeu", False),
        ("person", "Lý Thị Mận", False),
        ("persson", "ly-thi-man", False),
        ("full_time", "có", False),
    ],
)
def test_what_an_editor_may_write(field: str, value: Any, taken: bool) -> None:
    membership = {"id": "a", "person": "ly-thi-man", "post": "secretary", "cite": "ky-yeu#2"}
    told = faults(BY_NAME["leadership"], {"memberships": [{**membership, field: value}]})
    assert (told == []) is taken


@pytest.mark.parametrize(
    ("holder", "taken"),
    [
        ({"person": "ly-thi-man"}, True),
        ({"unnamed": "không rõ tên"}, True),
        ({"unnamed": True}, True),
        ({}, False),
        ({"person": "ly-thi-man", "unnamed": True}, False),
    ],
)
def test_a_holder_has_a_name_or_none(holder: dict[str, Any], taken: bool) -> None:
    membership = {"id": "a", "post": "secretary", "cite": "ky-yeu#2", **holder}
    assert (faults(BY_NAME["leadership"], {"memberships": [membership]}) == []) is taken


def test_a_number_may_stand_for_a_quantity() -> None:
    ratio = {"numerator": 3, "denominator": {"value": 4, "qualifier": "over"}}
    observation = {"id": "a", "indicator": "b", "period": "1955", "ratio": ratio, "cite": "c#1"}
    assert faults(BY_NAME["statistics"], {"observations": [observation]}) == []


def test_known_ids_are_written_by_what_runs_first_and_kept_by_no_git(tmp_path: Path) -> None:
    ignored = "/data/schemas/codes.json\n"
    assert ignored in (ROOT / ".gitignore").read_text(encoding="utf-8")
    assert ignored in (STARTER / "gitignore").read_text(encoding="utf-8")
    (root := tmp_path / "site").mkdir()
    write_site(root)
    check.main(["--root", str(root)])
    assert not (root / CODES).exists(), "a site without schemas has no use for it"
    (root / FOLDER).mkdir()
    check.main(["--root", str(root)])
    written = (root / CODES).read_text(encoding="utf-8")
    assert '"may-thuong"' in written
    (root / CODES).write_text("cũ", encoding="utf-8")
    begin_codes(root)
    assert (root / CODES).read_text(encoding="utf-8") == "cũ"
    refresh_codes(root)
    assert (root / CODES).read_text(encoding="utf-8") == written
    (root / CODES).unlink()
    (root / CODES).mkdir()
    write_codes(root, Archive())


def test_the_command_writes_what_differs_and_removes_what_is_no_more(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = tmp_path / FOLDER / "cu.json"
    stale.parent.mkdir(parents=True)
    stale.write_text("{}", encoding="utf-8")
    assert command.main(["--root", str(tmp_path)]) == 0
    assert not stale.exists()
    assert "data/schemas/cu.json: đã xóa\n" in capsys.readouterr().out
    assert command.main(["--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "data/schemas: không đổi\n"
