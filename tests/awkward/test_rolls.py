"""Rolls of hundreds: from the table file to page, paper, search and data."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest

from macros.book.compose import TWINS
from macros.catalogue import people, rolls
from macros.changes.differences import differences
from macros.checks.sources import passages
from macros.checks.table import check_archive
from macros.loading.rolls import read_table
from macros.opendata.write import open_data
from macros.rendering.templates import twins_in
from macros.rules.rolls import ordered
from macros.search.sections import sections_of
from macros.system.program import PROGRAM
from macros.views.common import Page
from tests.awkward.holders import plain
from tests.changes.words import words_of
from tests.support import archive_of, told
from tests.views.fabricated import Linker
from tests.views.html_rules import faults

if TYPE_CHECKING:
    from pathlib import Path

    from macros.archive import Archive

TABLE = "data/organizations/khoi/liet-si.csv"
ROLLS = "data/organizations/khoi/rolls.yml"
FILES = {
    "data/organizations/khoi/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Khe Sao
        listed: true
        """,
    ROLLS: """
        rolls:
          - {id: liet-si, kind: martyrs, title: Danh sách liệt sĩ xã Khe Sao, note: Chép theo bia., cite: ky-yeu#1-9}
        """,
    TABLE: """
        Họ và tên,Năm sinh,Quê quán,Ngày hy sinh,Nhân vật,Nguồn
        Đỗ Văn Ước,1930,"thôn Hạ, xã Khe Sao",1968-02-01,,ky-yeu#3 ky-yeu#5
        Lý Văn Một,1925,,1950,ly-van-mot,
        Vũ Thị Ân,,thôn Thượng,1968,,
        Bùi Văn An,1940,thôn Hạ,1968-05,,
        Bùi Văn An,1941,thôn Hạ,1969,,
        """,
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("rolls"), FILES)


@pytest.fixture
def page(archive: Archive) -> Page:
    return Page("khoi/index.md", "khoi", archive, Linker())


SAID = (
    "Danh sách liệt sĩ xã Khe Sao (5 người)",
    "Ngày hy sinh",
    "Đỗ Văn Ước",
    "thôn Hạ, xã Khe Sao",
    "01/02/1968",
    "Chép theo bia.",
)


def test_the_page_has_every_row_by_given_name(page: Page) -> None:
    html = str(rolls.roll(page, "liet-si"))
    assert faults(html) == []
    for words in SAID:
        assert words in plain(html)
    # A, Â, M, Ư: the order of the alphabet, by given names.
    names = re.findall(r'<th scope="row">(?:<a [^>]*>)?([^<]+)', html)
    assert [one.replace("\u00a0", " ") for one in names] == [
        "Bùi Văn An",
        "Bùi Văn An",
        "Vũ Thị Ân",
        "Lý Văn Một",
        "Đỗ Văn Ước",
    ]
    anchors = re.findall(r'<tr id="([^"]+)"', html)
    assert anchors[:2] == ["liet-si--bui-van-an", "liet-si--bui-van-an-2"]
    assert re.findall(r'<tbody id="([^"]+)"', html)[1] == "liet-si--van--aa"


def test_paper_has_them_without_what_only_a_screen_can_do(page: Page) -> None:
    with twins_in(PROGRAM / TWINS):
        html = str(rolls.roll(page, "liet-si"))
    for words in SAID:
        assert words in plain(html)
    assert "<input" not in html


def test_a_name_is_found_at_its_row(page: Page) -> None:
    html = f"<article><h1>Liệt sĩ</h1>{rolls.roll(page, 'liet-si')}</article>"
    found = {one.title.replace("\u00a0", " "): one for one in sections_of("khoi/liet-si/", html)}
    row = found["Danh sách liệt sĩ xã Khe Sao: Đỗ Văn Ước"]
    assert row.anchor == "liet-si--do-van-uoc"
    assert "thôn Hạ, xã Khe Sao" in row.text


def test_who_has_an_entry_is_told_to_be_on_the_roll(page: Page) -> None:
    entry = plain(str(people.person_page(page, "ly-van-mot")))
    assert "Danh sách liệt sĩ xã Khe Sao (5 người)" in entry


def test_nothing_is_wrong_with_it(archive: Archive) -> None:
    found = [str(one) for one in check_archive(archive) if one.severity.name == "ERROR"]
    assert [one for one in found if "rolls" in one or ".csv" in one] == []


def test_the_open_data_have_the_table(archive: Archive) -> None:
    files = open_data(archive, site_url=None)
    rows = list(csv.DictReader(io.StringIO(files["roll_rows.csv"].decode("utf-8-sig"))))
    assert [one["name"] for one in rows][:2] == ["Đỗ Văn Ước", "Lý Văn Một"]
    assert rows[0]["source"] == "ky-yeu#3 ky-yeu#5"
    assert rows[1]["person_id"] == "ly-van-mot"
    assert rows[3]["death_date"] == "1968-05"
    (roll,) = csv.DictReader(io.StringIO(files["rolls.csv"].decode("utf-8-sig")))
    assert (roll["kind"], roll["title"]) == ("martyrs", "Danh sách liệt sĩ xã Khe Sao")


def test_a_reviewer_reads_which_row_is_another(archive: Archive, tmp_path: Path) -> None:
    other = FILES[TABLE].replace("1968-05", "1968-06")
    (one,) = differences(archive, archive_of(tmp_path, {**FILES, TABLE: other}))
    assert "tháng 05/1968" in words_of(one) or "05/1968" in words_of(one)


@pytest.mark.parametrize(
    "head", ["Họ tên;Năm sinh", "HỌ VÀ TÊN;năm sinh", "name;birth_date", "Họ và tên\tNgày sinh"]
)
def test_columns_are_known_by_what_editors_call_them(head: str, tmp_path: Path) -> None:
    separator = "\t" if "\t" in head else ";"
    path = tmp_path / "bang.csv"
    path.write_bytes(f"\ufeff{head}\r\nLý Văn Một{separator}1925\r\n".encode())
    rows, problems = read_table(path, "bang.csv")
    assert problems == []
    (row,) = rows
    assert dict(row) == {"name": "Lý Văn Một", "birth_date": "1925"}
    assert row["birth_date"].position.line == 2


def test_eight_hundred_rows_are_one_light_page(tmp_path: Path) -> None:
    names = "\n".join(
        f"        Lý Văn {chr(65 + n % 26)}{n},{1900 + n % 60},thôn Hạ" for n in range(800)
    )
    table = f"\n        Họ và tên,Năm sinh,Quê quán\n{names}\n        "
    found = archive_of(tmp_path, {**FILES, TABLE: table})
    page = Page("khoi/index.md", "khoi", found, Linker())
    html = str(rolls.roll(page, "liet-si"))
    assert html.count("<tr id=") == len(ordered(found.dossiers["khoi"].rolls[0])) == 800
    assert len(html.encode()) < 200_000


def test_the_example_of_the_guide_is_right(tmp_path: Path) -> None:
    guide = (PROGRAM / "docs/bien-tap/du-lieu.md").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"```(?:yaml|text)\n(?:# )?(data/\S+(?:rolls\.yml|\.csv))\n(.*?)```", guide, re.DOTALL))  # fmt: skip
    home = {"data/organizations/khe-sao/organization.yml": "kind: party\nshort_name: Khe Sao\n"}
    assert {one.rpartition(".")[2] for one in blocks} == {"yml", "csv"}
    found = archive_of(tmp_path, {**FILES, **home, **blocks})
    assert len(found.dossiers["khe-sao"].rolls[0].rows) == 3
    assert [
        one for one in map(str, check_archive(found)) if "lỗi" in one and "khe-sao" in one
    ] == []


@pytest.mark.parametrize(
    ("cited", "message"),
    [
        ("khong-co#3", "không có nguồn nào mang mã “khong-co”"),
        ("ky-yeu#401", "trích dẫn ky-yeu#401 vượt quá đoạn cuối (400) của nguồn → sửa số đoạn"),
    ],
)
def test_the_source_of_a_row_exists(tmp_path: Path, cited: str, message: str) -> None:
    files = {**FILES, TABLE: FILES[TABLE].replace("ky-yeu#3 ky-yeu#5", cited)}
    (line,) = told(passages, tmp_path, files)
    assert line.startswith(f"{TABLE}:2:")
    assert message in line


def test_a_row_counts_among_what_its_source_tells(archive: Archive) -> None:
    (roll,) = archive.dossiers["khoi"].rolls
    cited = {str(citation) for citation, _, fact in archive.citing["ky-yeu"] if fact is roll}
    assert cited == {"ky-yeu#1-9", "ky-yeu#3", "ky-yeu#5"}
