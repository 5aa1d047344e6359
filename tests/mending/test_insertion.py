"""A record or a field is put into a data file, and every other line stays."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
import yaml

from macros.mending.batch import Batch, BatchError
from macros.mending.insertion import InsertionError, with_field, with_item
from macros.mending.writing import quoted, record_lines
from macros.mending.yaml_form import formatted
from macros.model.events import Event
from macros.model.files import EventsFile, LeadershipFile
from macros.model.organization import Organization
from tests.small_site import FILES, LEADERSHIP, write_site

EVENTS = """\
# Việc của xã.
events:
  - id: cau-tre  # cầu cũ
    date: "1956"
    summary: >-
      Xã bắc cầu tre qua sông,
      dài hai mươi mét.
    cite: ky-yeu#3
  # Sau hợp nhất

  - { id: dap, summary: Đắp đập, cite: ky-yeu#4 }
"""
NEW = {"id": "cho", "date": "1957", "summary": "Mở chợ", "cite": "ky-yeu#4"}


def added(before: str, after: str) -> list[str]:
    """Return the new lines; no line may be lost."""
    told = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    assert [line for line in told if line.startswith("- ")] == []
    return [line[2:] for line in told if line.startswith("+ ")]


@pytest.mark.parametrize("after", ["cau-tre", "dap", ""])
def test_a_record_is_added_where_it_belongs(after: str) -> None:
    own = with_item(EVENTS, EventsFile, "events", NEW, after)
    assert [line.strip() for line in added(EVENTS, own) if line] == [
        "- id: cho",
        'date: "1957"',
        "summary: Mở chợ",
        "cite: ky-yeu#4",
    ]
    assert formatted(own, EventsFile) == own
    ids = [one["id"] for one in yaml.safe_load(own)["events"]]
    assert ids == (["cau-tre", "cho", "dap"] if after == "cau-tre" else ["cau-tre", "dap", "cho"])


@pytest.mark.parametrize("text", ["", "events:\n", "events: []\n", "# Chưa có gì.\n"])
def test_a_list_begins_with_its_first_record(text: str) -> None:
    own = with_item(text, EventsFile, "events", NEW)
    assert yaml.safe_load(own) == {"events": [NEW]}
    assert own.startswith(text.split("\n", maxsplit=1)[0].removesuffix(" []"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (EVENTS.replace("cau-tre", "cho"), "mã “cho” đã có"),
        ("events: [\n", "tệp không đọc được"),
        ("- a\n", "tệp không có dạng"),
        ("events: gì đó\n", "không phải một danh sách"),
        ("events: [{ id: a }]\n", "trong ngoặc vuông"),
    ],
)
def test_what_cannot_be_added_is_refused(text: str, told: str) -> None:
    with pytest.raises(InsertionError, match=told):
        with_item(text, EventsFile, "events", NEW)


@pytest.mark.parametrize(
    ("name", "value", "lines"),
    [
        ("end_date", "1960-01-02", ['    end_date: "1960-01-02"']),
        ("note", "Lời: # của “ta”", ['    note: "Lời: # của “ta”"']),
        ("documents", ["a", "b"], ["    documents: [a, b]"]),
    ],
)
def test_a_field_is_set_in_its_place(name: str, value: object, lines: list[str]) -> None:
    before = formatted(FILES[LEADERSHIP], LeadershipFile)
    own = with_field(before, LeadershipFile, ("memberships", "bi-thu-khe"), name, value)
    assert added(before, own) == lines
    assert formatted(own, LeadershipFile) == own


def test_a_value_is_replaced_and_braces_open() -> None:
    own = with_field(EVENTS, EventsFile, ("events", "cau-tre"), "summary", "Cầu mới")
    assert own == EVENTS.replace(
        ">-\n      Xã bắc cầu tre qua sông,\n      dài hai mươi mét.", "Cầu mới"
    )
    own = with_field(EVENTS, EventsFile, ("events", "dap"), "date", "1958")
    assert own.endswith('  - id: dap\n    date: "1958"\n    summary: Đắp đập\n    cite: ky-yeu#4\n')
    own = with_field("kind: party\norder: 1\n", Organization, ("", ""), "listed", True)
    assert own == "kind: party\nlisted: true\norder: 1\n"
    with pytest.raises(InsertionError, match="không có “cho”"):
        with_field(EVENTS, EventsFile, ("events", "cho"), "date", "1958")


@pytest.mark.parametrize(
    "text",
    [
        "bình thường",
        "nháy \"kép\" và 'đơn'",
        "hai: chấm",
        "thăng # đây",
        "#đầu",
        "- gạch",
        "$HOME `x` \\",
        "null",
        "12",
        "1950-03-02",
        "{a}",
        "[b], c",
        "@a",
        "%b",
        "*c",
        "&d",
        "!e",
        "|",
        ">",
        " khoảng ",
        "hai\ndòng",
        "\x07",
        "?",
        "a:",
    ],
)
def test_any_text_is_read_as_it_was_given(text: str) -> None:
    assert yaml.safe_load(f"a: {quoted(text)}") == {"a": text}
    assert yaml.safe_load(f"a: [{quoted(text, within=True)}]") == {"a": [text]}
    for long in (text, f"{text} " * 30):
        lines = record_lines({"summary": long, "id": "x"}, Event)
        assert yaml.safe_load("\n".join(lines)) == {"id": "x", "summary": long}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    root.mkdir()
    return write_site(root)


def test_several_files_are_written_and_checked(site: Path) -> None:
    batch = Batch(site)
    path = "data/organizations/may-thuong/events.yml"
    batch.add(
        path, "events", {"id": "dh", "date": "1958-08-20", "summary": "Họp", "cite": "ky-yeu#5"}
    )
    batch.set(LEADERSHIP, ("memberships", "bi-thu-khe"), "note", "Lời của ban biên tập.")
    assert batch.write_checked() == []
    assert (site / path).read_text(encoding="utf-8").startswith("events:\n  - id: dh\n")
    assert "note: Lời" in (site / LEADERSHIP).read_text(encoding="utf-8")


def test_what_the_check_refuses_leaves_all_files_as_they_were(site: Path) -> None:
    batch = Batch(site)
    path = "data/organizations/may-thuong/events.yml"
    batch.add(path, "events", {**NEW, "date": "1999-09-09"})
    batch.set(LEADERSHIP, ("memberships", "bi-thu-khe"), "note", "Lời của ban biên tập.")
    told = batch.write_checked()
    assert {one.position.path for one in told} == {path}
    assert not (site / path).exists()
    assert (site / LEADERSHIP).read_text(encoding="utf-8") == FILES[LEADERSHIP]


def test_an_old_mistake_elsewhere_does_not_stop_a_new_record(site: Path) -> None:
    (site / "data/people/ai.yml").write_text("name: [\n", encoding="utf-8")
    batch = Batch(site)
    batch.create("data/people/dinh-van-ca.yml", {"name": "Đinh Văn Cả"})
    assert len(batch.write_checked()) == 1
    assert not (site / "data/people/dinh-van-ca.yml").exists()
    batch.set(LEADERSHIP, ("memberships", "bi-thu-khe"), "note", "Thay ông Cả.")
    batch.set(LEADERSHIP, ("memberships", "bi-thu-khe"), "person", "dinh-van-ca")
    assert "viết phung-van-khe" in batch.write_checked()[0].remedy
    batch.set(LEADERSHIP, ("memberships", "bi-thu-khe"), "person", "phung-van-khe")
    assert len(batch.write_checked(keep=True)) == 1
    assert (site / "data/people/dinh-van-ca.yml").is_file()
    with pytest.raises(BatchError, match="đã có tệp này"):
        Batch(site).create("data/people/dinh-van-ca.yml", {"name": "Đinh Văn Cả"})
