"""Accepted proposals in data/: at their place, comments kept, checked at once."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.drafting.apply import place_of
from scripts.draft import main
from tests.drafting.site import FOLDER, write


@pytest.fixture
def site(tmp_path: Path) -> tuple[Path, Path]:
    return write(tmp_path / "site")


def accept(folder: Path, person: str, **answers: str) -> Path:
    """Mark the proposal of a person in the sheet as accepted, with other values where given."""
    path = folder / "lich-su.draft.yml"
    before, after = path.read_text(encoding="utf-8").split(f"person: {person}", 1)
    at = before.rindex("accept: false")
    text = before[:at] + "accept: true" + before[at + len("accept: false") :]
    for key, value in answers.items():
        first, rest = after.split(f"{key}: ", 1)
        after = f"{first}{key}: {value}\n{rest.split(chr(10), 1)[1]}"
    path.write_text(f"{text}person: {person}{after}", encoding="utf-8")
    return path


def run(root: Path, folder: Path, *arguments: str) -> int:
    return main(["--root", str(root), *arguments, "--sources", str(folder)])


def test_accepted_records_are_written_at_their_place(
    site: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root, folder = site
    before = (root / FOLDER / "leadership.yml").read_text(encoding="utf-8")
    assert run(root, folder, "lich-su") == 0
    path = accept(folder, "ha-van-thoc")
    assert run(root, folder, "--apply", str(path)) == 0
    assert "leadership.yml:10:1: đã ghi bi-thu-ha-van-thoc-1954" in capsys.readouterr().out
    text = (root / FOLDER / "leadership.yml").read_text(encoding="utf-8")
    lines = text.split("\n")
    new = len(lines) - len(before.split("\n"))
    assert [*lines[:9], *lines[9 + new :]] == before.split("\n")
    assert lines[9] == "  - id: bi-thu-ha-van-thoc-1954"
    records = yaml.safe_load(text)["memberships"]
    assert [one["id"] for one in records] == ["bi-thu-man", "bi-thu-ha-van-thoc-1954"]
    assert (root / "data/people/ha-van-thoc.yml").read_text(
        encoding="utf-8"
    ) == "name: Hà Văn Thóc\n"
    # What was written is no longer proposed, and a second run writes nothing.
    assert "ha-van-thoc" not in path.read_text(encoding="utf-8")
    assert run(root, folder, "--apply", str(path)) == 0
    assert "không ghi gì" in capsys.readouterr().out


def test_a_record_that_the_check_refuses_leaves_everything_as_it_was(
    site: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root, folder = site
    before = {path: path.read_bytes() for path in (root / "data").rglob("*") if path.is_file()}
    assert run(root, folder, "lich-su") == 0
    path = accept(folder, "ha-van-thoc", start_date='"1999-06"')
    assert run(root, folder, "--apply", str(path)) == 1
    told = capsys.readouterr()
    assert "1999" in told.err
    assert told.err.count("\n") == 1
    assert {p: p.read_bytes() for p in (root / "data").rglob("*") if p.is_file()} == before
    assert "ha-van-thoc" in path.read_text(encoding="utf-8")


def test_what_is_still_asked_is_not_written(
    site: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root, folder = site
    assert run(root, folder, "lich-su", "--kind", "observation") == 0
    path = folder / "lich-su.draft.yml"
    text = path.read_text(encoding="utf-8").replace("accept: false", "accept: true", 1)
    path.write_text(text, encoding="utf-8")
    assert run(root, folder, "--apply", path.name) == 1
    assert "còn phải trả lời: indicator" in capsys.readouterr().err


@pytest.mark.parametrize(
    "to", ["../x.yml", "data/sources/lich-su.yml", "docs/a.md", "data/organizations/../x.yml"]
)
def test_only_files_of_facts_are_written(
    site: tuple[Path, Path], capsys: pytest.CaptureFixture[str], to: str
) -> None:
    root, folder = site
    path = folder / "x.draft.yml"
    path.write_text(
        f"- to: {to}\n  list: memberships\n  accept: true\n  record:\n    id: a\n", encoding="utf-8"
    )
    assert run(root, folder, "--apply", str(path)) == 1
    assert "không phải tệp để ghi dữ kiện" in capsys.readouterr().err


def test_another_file_is_no_sheet(
    site: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root, folder = site
    assert run(root, folder, "--apply", str(root / FOLDER / "leadership.yml")) == 1
    assert run(root, folder, "--apply", "khong-co.yml") == 1
    assert run(root, folder, "lich-su", "--kind", "lạ") == 1
    assert capsys.readouterr().err.count("\n") == 3


def test_the_place_is_after_the_paragraph_before() -> None:
    text = "facts:\n  - { id: a, cite: s#2 }\n  - { id: b, cite: s#9 }\n  - { id: c, cite: t#1 }\n"
    assert place_of(text, "facts", {"cite": "s#5"}) == "a"
    assert place_of(text, "facts", {"cite": "s#12"}) == "b"
    assert place_of(text, "facts", {"cite": "u#1"}) == "c"
    assert place_of("", "facts", {"cite": "u#1"}) == ""
    assert place_of(text, "facts", {}) == ""


def test_a_refused_item_is_told_at_its_place_in_the_sheet(
    site: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root, folder = site
    assert run(root, folder, "lich-su") == 0
    assert f"APPLY=lich-su.draft.yml ROOT={root} SOURCES={folder}" in capsys.readouterr().out
    path = accept(folder, "ha-van-thoc", start_date='"1999-06"')
    assert run(root, folder, "--apply", str(path)) == 1
    told = capsys.readouterr().err
    assert told.startswith("lich-su.draft.yml:")
    assert f"không nhận mục “bi-thu-ha-van-thoc-1954” vào {FOLDER}/leadership.yml: " in told


def test_dates_and_names_are_answered_as_they_are_printed(
    site: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root, folder = site
    assert run(root, folder, "lich-su") == 0
    path = accept(folder, "ha-van-thoc", start_date="tháng 6/1954", post="BÍ THƯ")
    assert run(root, folder, "--apply", str(path)) == 0
    assert "Tệp bằng chứng đã theo kịp dữ liệu" in capsys.readouterr().out
    record = yaml.safe_load((root / FOLDER / "leadership.yml").read_text(encoding="utf-8"))
    assert record["memberships"][1]["start_date"] == "1954-06"
    assert record["memberships"][1]["post"] == "secretary"


def test_a_source_of_nobody_in_particular_is_about_the_only_organization_or_is_asked(
    site: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root, folder = site
    source = root / "data/sources/lich-su.yml"
    text = source.read_text(encoding="utf-8")
    source.write_text(text.replace("organizations: [may-thuong]\n", ""), encoding="utf-8")
    one = len(list((root / "data/organizations").iterdir())) == 1
    assert run(root, folder, "lich-su") == (0 if one else 1)
    if not one:
        assert "data/sources/lich-su.yml:1:1: lỗi: chưa ghi nguồn" in capsys.readouterr().err


def test_what_stands_there_already_is_not_written_again(
    site: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root, folder = site
    assert run(root, folder, "lich-su") == 0
    path = accept(folder, "ha-van-thoc")
    sheet = path.read_text(encoding="utf-8")
    assert run(root, folder, "--apply", str(path)) == 0
    once = (root / FOLDER / "leadership.yml").read_bytes()
    path.write_text(sheet, encoding="utf-8")
    assert run(root, folder, "--apply", str(path)) == 1
    assert "đã có đúng mục này (mã bi-thu-ha-van-thoc-1954)" in capsys.readouterr().err
    assert (root / FOLDER / "leadership.yml").read_bytes() == once


def test_answers_are_not_thrown_away_by_another_draft(
    site: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root, folder = site
    assert run(root, folder, "lich-su") == 0
    assert run(root, folder, "lich-su") == 0
    path = accept(folder, "ha-van-thoc")
    before = path.read_bytes()
    assert run(root, folder, "lich-su") == 1
    assert "còn mục đã nhận mà chưa ghi → chạy make draft APPLY=" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_sheet_without_a_last_newline_is_left_whole(site: tuple[Path, Path]) -> None:
    root, folder = site
    assert run(root, folder, "lich-su") == 0
    path = accept(folder, "ha-van-thoc")
    item = path.read_text(encoding="utf-8").partition("accept: true")
    start = item[0].rindex("- to:")
    own = (item[0][start:] + item[1] + item[2].partition("\n\n")[0]).rstrip("\n")
    path.write_text(own, encoding="utf-8")
    assert run(root, folder, "--apply", str(path)) == 0
    assert path.read_text(encoding="utf-8").strip() == ""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  accept: true", "  accept: đúng", "accept không phải true hay false"),
        ("  list: memberships", "  list: xyz", "không có danh sách “xyz”"),
        ("  record:", "  new_people: [ a ]\n  record:", "new_people không có dạng"),
        ("  record:", "  new_indicator: hay\n  record:", "new_indicator không có dạng"),
    ],
)
def test_what_is_typed_wrongly_in_a_sheet_is_told(
    site: tuple[Path, Path], old: str, new: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    root, folder = site
    assert run(root, folder, "lich-su") == 0
    path = accept(folder, "ha-van-thoc")
    head, mark, rest = path.read_text(encoding="utf-8").partition("accept: true")
    start = head.rindex("- to:")
    item, _, _ = (head[start:] + mark + rest).partition("\n\n")
    item = "\n".join(one for one in item.split("\n") if not one.startswith("  new_people"))
    path.write_text(item.replace(old, new, 1) + "\n", encoding="utf-8")
    assert run(root, folder, "--apply", str(path)) == 1
    assert told in capsys.readouterr().err
