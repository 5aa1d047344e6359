"""Seasons, quarters, parts of a year and decades, from the record to page, search and data."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from macros.catalogue import leadership, organization
from macros.checks.table import check_archive
from macros.evidence.from_archive import claims
from macros.evidence.lexicon import lexicon_of
from macros.evidence.match import report
from macros.opendata.write import open_data
from macros.views.common import Page
from tests.awkward.holders import plain
from tests.evidence.helpers import source
from tests.search.asking import cards
from tests.support import archive_of
from tests.views.fabricated import Linker

if TYPE_CHECKING:
    from pathlib import Path

    from macros.archive import Archive

ORG = "data/organizations/khoi"
PARAGRAPHS = (
    "Mùa xuân năm 1946, chi bộ Khe Sao mở lớp bình dân. Quý II năm 1946 sửa xong đê. Những năm 1930 "
    "ở đây đã có sách báo cách mạng.",
    "Lý Văn Một làm Bí thư từ đầu năm 1946 đến cuối năm 1947.",
)
FILES = {
    f"{ORG}/organization.yml": """
        kind: party
        short_name: Chi bộ Khe Sao
        listed: true
        """,
    "data/people/ly-van-mot.yml": "name: Lý Văn Một\n",
    f"{ORG}/leadership.yml": """
        memberships:
          - {id: bt, person: ly-van-mot, post: secretary, start_date: "1946-37", end_date: "1947-39", cite: ky-yeu#2}
        """,
    f"{ORG}/events.yml": """
        events:
          - {id: de, date: "1946-34", summary: Sửa xong đê., cite: ky-yeu#1}
          - {id: lop, date: "1946-21", summary: Mở lớp bình dân ở Khe Sao., cite: ky-yeu#1}
          - {id: sach, date: "193X", summary: Có sách báo cách mạng ở đây., cite: ky-yeu#1}
        """,
}  # fmt: skip


def refused(root: Path, files: dict[str, str]) -> list[str]:
    """Return the fields of the values that the paragraphs do not hold."""
    archive = archive_of(root, files)
    held = {"ky-yeu": source("ky-yeu", *PARAGRAPHS, lexicon=lexicon_of(archive))}
    return [problem.message for problem in report(claims(archive), held).problems]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("named"), FILES)


@pytest.fixture
def page(archive: Archive) -> Page:
    return Page("khoi/index.md", "khoi", archive, Linker())


def test_nothing_is_wrong_with_them(archive: Archive) -> None:
    unused = "không dữ kiện nào nhắc đến"
    assert [one for one in check_archive(archive) if unused not in one.message] == []


def test_they_are_told_as_they_are_said(page: Page) -> None:
    table = plain(leadership.leadership_table(page, "secretary"))
    assert "Lý Văn Một đầu 1946 – cuối 1947" in table
    told = plain(organization.events(page))
    places = [told.index(one) for one in ("Những năm 1930", "Mùa xuân năm 1946", "Quý II/1946")]
    assert places == sorted(places)


def test_each_is_held_against_its_words(tmp_path: Path) -> None:
    assert refused(tmp_path / "right", FILES) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('date: "1946-21"', 'date: "1946-23"'),
        ('date: "1946-21"', 'date: "1945-21"'),
        ('date: "1946-34"', 'date: "1946-35"'),
        ('date: "193X"', 'date: "192X"'),
        ('start_date: "1946-37"', 'start_date: "1946-39"'),
        ('end_date: "1947-39"', 'end_date: "1947-41"'),
    ],
)
def test_another_is_refused(tmp_path: Path, right: str, wrong: str) -> None:
    files = {name: text.replace(right, wrong) for name, text in FILES.items()}
    assert files != FILES
    assert len(refused(tmp_path, files)) == 1


def test_data_have_them_as_edtf_and_popolo_no_invented_day(archive: Archive) -> None:
    files = open_data(archive, site_url=None)
    rows = list(csv.DictReader(io.StringIO(files["events.csv"].decode("utf-8-sig"))))
    assert {row["id"]: row["date"] for row in rows} == {
        "de": "1946-34",
        "lop": "1946-21",
        "sach": "193X",
    }
    popolo: dict[str, Any] = json.loads(files["popolo.json"])
    (one,) = popolo["memberships"]
    assert (one["start_date_edtf"], one["end_date_edtf"]) == ("1946-37", "1947-39")
    assert "start_date" not in one
    assert "end_date" not in one


def test_a_question_is_answered_with_what_is_certain(archive: Archive) -> None:
    inside, before = cards(
        archive, ["ai là bí thư chi bộ Khe Sao ngày 10/5/1947", "ai là bí thư Khe Sao năm 1944"]
    )
    assert inside
    assert "Lý Văn Một" in inside["words"]
    assert not before or "Lý Văn Một" not in before["words"]
