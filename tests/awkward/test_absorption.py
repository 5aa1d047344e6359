"""One organization goes into another, which stays: from the record to page, river and paper."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from macros.book.compose import TWINS
from macros.catalogue import home, organization
from macros.changes.differences import differences
from macros.checks.table import check_archive
from macros.dates import parse_edtf
from macros.opendata.write import open_data
from macros.rendering.templates import twins_in
from macros.rules.life import end_of
from macros.system.program import PROGRAM
from macros.views.common import Page
from macros.views.descent import descent
from macros.views.lineage import lineage
from tests.awkward.holders import plain
from tests.changes.words import words_of
from tests.search.asking import cards
from tests.support import archive_of
from tests.views.fabricated import Linker
from tests.views.html_rules import faults

if TYPE_CHECKING:
    from pathlib import Path

    from macros.archive import Archive

CHANGE = "data/changes/nhap-khe-ha.yml"
FILES = {
    "data/sources/ky-yeu.yml": """
        title: Kỷ yếu
        kind: lịch sử đảng bộ
        status: final
        speaks_until: "1980-12"
        organizations: [khoi]
        """,
    "data/organizations/khoi/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Khe Sao
        listed: true
        founding: {id: lap, date: "1950-03", cite: ky-yeu#1}
        names:
          - {id: cu, name: Đảng bộ xã Khe, start_date: "1950-03", cite: ky-yeu#1}
          - {id: moi, name: Đảng bộ xã Khe Sao, start_date: "1970", cite: ky-yeu#1}
        """,
    "data/organizations/khoi/leadership.yml": """
        memberships:
          - {id: bt, person: ly-van-mot, post: secretary, start_date: "1951", cite: ky-yeu#1}
          - {id: pbt, person: ly-van-ba, post: deputy-secretary, start_date: "1951", cite: ky-yeu#1}
        """,
    "data/organizations/khe-ha/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Khe Hạ
        """,
    "data/organizations/khe-ha/leadership.yml": """
        memberships:
          - {id: bt, person: ly-thi-hai, post: secretary, start_date: "1955", end_date: "1966", cite: ky-yeu#2}
        """,
    CHANGE: """
        kind: absorption
        date: "1962-04-01"
        participants:
          - {organization: khe-ha, role: from}
          - {organization: khoi, role: to}
        cite: ky-yeu#2
        """,
    "data/changes/nhap-do.yml": """
        kind: absorption
        date: "1962-04-01"
        participants:
          - {label: Chi bộ Đò Ngang, role: from, extent: part}
          - {organization: khoi, role: to}
        cite: ky-yeu#2
        """,
    "data/changes/doi-ten.yml": """
        kind: renaming
        date: "1970"
        participants:
          - {organization: khoi, role: from}
          - {organization: khoi, role: to}
        supersedes_name: khoi/cu
        cite: ky-yeu#3
        """,
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("absorption"), FILES)


@pytest.fixture
def page(archive: Archive) -> Page:
    return Page("khoi/index.md", "khoi", archive, Linker())


TOLD = "Sáp nhập: Đảng bộ xã Khe Hạ vào Đảng bộ xã Khe"


@pytest.mark.parametrize("paper", [False, True])
def test_it_is_told_as_going_into_what_stays(page: Page, paper: bool) -> None:
    if paper:
        with twins_in(PROGRAM / TWINS):
            html = str(organization.lineage(page))
    else:
        html = str(organization.lineage(page))
        assert faults(html) == []
    assert TOLD in plain(html)
    assert "Hợp nhất" not in plain(html)


def test_the_river_goes_on_and_takes_in(page: Page, archive: Archive) -> None:
    found = descent(page, "khoi")
    names = {key: node.name for key, node in found.nodes.items()}
    told = {(names[one.before], names[one.after], one.kind) for one in found.joins}
    assert told == {
        ("Đảng bộ xã Khe", "Đảng bộ xã Khe", "stays"),
        ("Đảng bộ xã Khe Hạ", "Đảng bộ xã Khe", "unstated"),
        ("Chi bộ Đò Ngang", "Đảng bộ xã Khe", "part"),
        ("Đảng bộ xã Khe", "Đảng bộ xã Khe Sao", "same"),
    }
    # Two on one day are one step.
    assert [key[1] for key in found.nodes if key[0] == "khoi"] == [1, 0, 2]
    assert found.nodes["khoi", 1].head == "Nhận sáp nhập, 01/04/1962"
    assert found.nodes["khoi", 0].head == ""
    picture = lineage(page, archive.dossiers["khoi"]).picture
    assert picture is not None
    assert "stays" in [key.kind for key in picture.legend]


def test_the_river_of_what_went_in(archive: Archive) -> None:
    """No box stands by itself, whichever of the two one begins with."""
    page = Page("khe-ha/index.md", "khe-ha", archive, Linker())
    found = descent(page, "khe-ha")
    joined = {key for one in found.joins for key in (one.before, one.after)}
    assert set(found.nodes) == joined
    assert sorted(one.kind for one in found.joins) == ["part", "same", "stays", "unstated"]


def test_what_went_in_has_ended_and_the_other_has_not(archive: Archive) -> None:
    end = end_of(archive, archive.dossiers["khe-ha"])
    assert end is not None
    assert (end.date, end.words) == (parse_edtf("1962-04-01"), "tổ chức sáp nhập vào tổ chức khác")
    assert end_of(archive, archive.dossiers["khoi"]) is None
    notes = plain("\n".join(map(str, check_archive(archive))))
    assert "kéo dài qua lúc tổ chức sáp nhập vào tổ chức khác (ngày 01/04/1962)" in notes
    assert "lỗi" not in notes


def test_the_common_timeline_says_what_it_was_to_each(page: Page) -> None:
    said = plain(str(home.milestones(page)))
    assert "nhận Đảng bộ xã Khe Hạ sáp nhập" in said
    assert "nhận Chi bộ Đò Ngang sáp nhập" in said


def test_the_answers(archive: Archive) -> None:
    asked = (
        "đảng bộ xã khe hạ sáp nhập vào đâu",
        "đảng bộ xã khe sao sáp nhập khi nào",
        "đảng bộ xã khe sao từ đâu mà thành",
        "đảng bộ xã khe hạ về sau ra sao",
    )
    into, when, origin, later = cards(archive, asked)
    for card in (into, when, later):
        assert card is not None
        assert "Đảng bộ xã Khe Hạ vào Đảng bộ xã Khe" in plain(card["words"])
    # It did not come out of what went into it.
    assert origin is None or "Khe Hạ" not in origin["words"]


def test_the_open_data_say_so(archive: Archive) -> None:
    files = open_data(archive, site_url=None)
    rows = list(csv.DictReader(io.StringIO(files["changes.csv"].decode("utf-8-sig"))))
    (one,) = (row for row in rows if row["change_id"] == "nhap-khe-ha")
    assert (one["kind"], one["from"], one["to"]) == ("absorption", "khe-ha", "khoi")
    events = json.loads(files["popolo.json"])["events"]
    (event,) = (each for each in events if each["id"] == "changes/nhap-khe-ha")
    assert (event["kind"], event["classification"]) == ("absorption", "sáp nhập")


def test_the_volume_covers_what_went_into_it(archive: Archive) -> None:
    assert archive.volume_of["khe-ha"] == "khoi"


def test_a_whole_that_went_in_needs_an_end(tmp_path: Path) -> None:
    whole = FILES[CHANGE].replace("khe-ha, role: from", "khe-ha, role: from, extent: whole")
    found = archive_of(tmp_path, {**FILES, CHANGE: whole})
    (one,) = (one for one in map(str, check_archive(found)) if "lỗi" in one)
    assert "toàn bộ “khe-ha” thuộc về tổ chức khác nhưng không có lúc kết thúc" in one


def test_a_reviewer_reads_the_difference(archive: Archive, tmp_path: Path) -> None:
    before = archive_of(tmp_path, {**FILES, CHANGE: FILES[CHANGE].replace("absorption", "merger")})
    (one,) = differences(before, archive)
    assert "Loại: “hợp nhất” → “sáp nhập”" in words_of(one)


def test_the_example_of_the_guide_is_right(tmp_path: Path) -> None:
    guide = (PROGRAM / "docs/bien-tap/du-lieu.md").read_text(encoding="utf-8")
    ((path, text),) = re.findall(
        r"```yaml\n# (\S+)\n([^`]*?kind: absorption\n.*?)```", guide, re.DOTALL
    )
    homes = {
        "data/organizations/xa-khe-ha/organization.yml": """
            kind: administrative
            short_name: xã Khe Hạ
            dissolution: {id: nhap, date: "1962-04-01", cite: ky-yeu#2}
            """,
        "data/organizations/xa-khe-sao/organization.yml": """
            kind: administrative
            short_name: xã Khe Sao
            """,
    }
    files = {key: one for key, one in FILES.items() if key != CHANGE}
    found = archive_of(tmp_path, {**files, **homes, path: text})
    assert [one for one in map(str, check_archive(found)) if "lỗi" in one] == []
