"""Superiors and areas that change, from the record to page, paper, the page of a day and data."""

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
from macros.metadata.linked_data import organization as linked
from macros.opendata.write import open_data
from macros.rendering.templates import twins_in
from macros.rules.congresses import congress_of
from macros.search.names import forms
from macros.system.program import PROGRAM
from macros.views.as_of import as_of
from macros.views.common import Page
from tests.awkward.holders import plain
from tests.changes.words import words_of
from tests.support import archive_of
from tests.views.fabricated import Linker
from tests.views.html_rules import faults

if TYPE_CHECKING:
    from pathlib import Path

    from macros.archive import Archive

ORG = "data/organizations/khoi/organization.yml"
FILES = {
    "data/sources/ky-yeu.yml": """
        title: Kỷ yếu
        kind: lịch sử đảng bộ
        status: final
        speaks_until: "2025-12"
        """,
    ORG: """
        kind: party
        short_name: Chi bộ Khe Sao
        listed: true
        parents:
          - {id: thuoc-phuong, organization: phuong, start_date: "2025-07-01", cite: ky-yeu#2, note: Theo sắp xếp.}
          - {id: thuoc-huyen, organization: huyen, start_date: "1950", end_date: "2025-06-30", cite: ky-yeu#1, implied: {start_date: {kind: inferred, why: từ ngày lập}}}
        areas:
          - {id: dat-thuong, area: thuong, cite: ky-yeu#1}
          - {id: dat-ha, area: ha, end_date: "1990", cite: ky-yeu#1}
        """,
    "data/organizations/khoi/leadership.yml": """
        memberships:
          - {id: bt, person: ly-van-mot, post: secretary, congress: II, cite: ky-yeu#1}
          - {id: pbt-1, person: ly-thi-hai, post: deputy-secretary, start_date: "1951", cite: ky-yeu#1}
          - {id: pbt-2, person: ly-van-ba, post: deputy-secretary, start_date: "1951", cite: ky-yeu#1}
        """,
    "data/organizations/huyen/organization.yml": """
        kind: party
        short_name: Đảng bộ huyện Mây
        names:
          - {id: cu, name: Đảng bộ huyện Mây Cũ, end_date: "1960", cite: ky-yeu#1}
          - {id: moi, name: Đảng bộ huyện Mây, start_date: "1960", cite: ky-yeu#1}
        """,
    "data/organizations/huyen/congresses.yml": """
        congresses:
          - {id: dh-2, ordinal: II, dates: "1952-05-10", cite: ky-yeu#1}
        """,
    "data/organizations/phuong/organization.yml": "kind: party\nshort_name: Đảng bộ phường Mây\n",
    "data/organizations/doan/organization.yml": "kind: mass\nshort_name: Đoàn Khe Sao\nparent: khoi\n",
    "data/organizations/thuong/organization.yml": """
        kind: administrative
        classification: xã
        short_name: xã Mây Thượng
        """,
    "data/organizations/ha/organization.yml": """
        kind: administrative
        classification: xã
        short_name: xã Mây Hạ
        """,
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("superiors"), FILES)


@pytest.fixture
def page(archive: Archive) -> Page:
    return Page("khoi/index.md", "khoi", archive, Linker())


UNDER = (
    "Trực thuộc Đảng bộ huyện Mây Cũ , từ năm 1950 đến ngày 30/06/2025 suy ra ngày bắt đầu",
    "Đảng bộ phường Mây , từ ngày 01/07/2025",
    "Theo sắp xếp.",
    "Địa bàn Xã Mây Hạ",
    "Xã Mây Thượng",
)


@pytest.mark.parametrize("paper", [False, True])
def test_the_box_tells_each_with_its_time_and_source(page: Page, paper: bool) -> None:
    if paper:
        with twins_in(PROGRAM / TWINS):
            html = str(organization.organization_summary(page))
    else:
        html = str(organization.organization_summary(page))
        assert faults(html) == []
    for expected in UNDER:
        assert expected in plain(html), plain(html)


def test_the_superior_lists_it_with_the_time(archive: Archive) -> None:
    above = Page("khoi/index.md", "huyen", archive, Linker())
    assert "Chi bộ Khe Sao (từ năm 1950 đến ngày 30/06/2025 – suy ra)" in plain(
        str(organization.organization_summary(above))
    )
    others = plain(str(organization.organization_list(above)))
    assert "Đoàn Khe Sao Tổ chức quần chúng, trực thuộc Chi bộ Khe Sao" in others or (
        "trực thuộc Chi bộ Khe Sao" in others
    )


def test_the_page_of_a_day_knows_what_was_above(archive: Archive, page: Page) -> None:
    bodies = [body for volume in as_of(page).volumes for body in volume.bodies]
    (body,) = (one for one in bodies if one.link.text == "Chi bộ Khe Sao")
    told = [(one.link.text, one.earliest, one.sure_to, one.latest) for one in body.above]
    assert told == [
        ("Đảng bộ huyện Mây Cũ", "1950-01-01", "2025-06-30", "2025-06-30"),
        ("Đảng bộ phường Mây", "2025-07-01", "", ""),
    ]
    html = str(home.office_holders(page))
    assert faults(html) == []
    assert html.count('class="as-of__above"') == 2


def test_a_congress_of_a_former_superior_is_found(archive: Archive) -> None:
    found = congress_of(archive, archive.dossiers["khoi"], "II")
    assert found is not None
    assert found.id == "dh-2"
    assert [one for one in map(str, check_archive(archive)) if "lỗi" in one] == []


def test_of_two_congresses_of_one_number_none_is_guessed(tmp_path: Path) -> None:
    later = FILES["data/organizations/huyen/congresses.yml"].replace("1952-05-10", "2025-08-10")
    files = {**FILES, "data/organizations/phuong/congresses.yml": later}
    (one,) = (one for one in map(str, check_archive(archive_of(tmp_path, files))) if "lỗi" in one)
    assert "“phuong” và “huyen” đều có đại hội lần thứ II: không rõ là đại hội nào" in one


def test_it_belongs_to_the_volumes_of_what_it_led(archive: Archive) -> None:
    assert archive.volume_of["ha"] == archive.volume_of["thuong"] == "khoi"
    assert [one.id for one in archive.children["huyen"]] == ["khoi"]


def test_readers_may_ask_by_either_area(archive: Archive) -> None:
    known = {form.text for form in forms(archive, "khoi")}
    assert {"xã Mây Thượng", "xã Mây Hạ"} <= known


def test_two_that_were_above_each_other_in_turn(tmp_path: Path) -> None:
    """There is no circle on any day, and nothing that follows superiors goes round for ever."""
    turned = """
        kind: party
        short_name: Đảng bộ huyện Mây
        parents:
          - {id: nguoc, organization: khoi, end_date: "1949", cite: ky-yeu#1}
        """
    files = {**FILES, "data/organizations/huyen/organization.yml": turned}
    found = archive_of(tmp_path, files)
    assert [one for one in map(str, check_archive(found)) if "đi vòng" in one] == []
    assert forms(found)
    longer = {**files, "data/organizations/huyen/organization.yml": turned.replace("1949", "1951")}
    again = archive_of(tmp_path / "again", longer)
    (one,) = (one for one in map(str, check_archive(again)) if "đi vòng" in one)
    assert "“huyen” → “khoi” → “huyen”" in one


def test_the_open_data_have_all_of_them(archive: Archive) -> None:
    files = open_data(archive, site_url=None)

    def rows(name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"))))

    above = [
        (one["superior_id"], one["start_date"], one["end_date"]) for one in rows("superiors.csv")
    ]
    assert above == [("huyen", "1950", "2025-06-30"), ("phuong", "2025-07-01", "")]
    assert [(one["area_id"], one["end_date"]) for one in rows("territories.csv")] == [
        ("ha", "1990"),
        ("thuong", ""),
    ]
    (own,) = (one for one in rows("organizations.csv") if one["id"] == "khoi")
    assert (own["parent_id"], own["area_id"]) == ("phuong", "thuong")
    document = json.loads(files["popolo.json"])
    (one,) = (one for one in document["organizations"] if one["id"] == "khoi")
    assert one["parent_id"] == "phuong"
    assert [(each["organization_id"], each["start_date"]) for each in one["parents"]] == [
        ("huyen", "1950"),
        ("phuong", "2025-07-01"),
    ]
    assert len(one["areas"]) == 2
    (simple,) = (one for one in document["organizations"] if one["id"] == "doan")
    assert simple["parent_id"] == "khoi"
    assert "parents" not in simple


def test_linked_data_name_the_latest(archive: Archive) -> None:
    node = linked(archive, archive.dossiers["khoi"])
    assert node["parentOrganization"] == {"@type": "Organization", "name": "Đảng bộ phường Mây"}


def test_a_reviewer_reads_the_difference(archive: Archive, tmp_path: Path) -> None:
    without = re.sub(r" *- \{id: thuoc-phuong.*\n", "", FILES[ORG])
    before = archive_of(tmp_path, {**FILES, ORG: without})
    (one,) = differences(before, archive)
    assert words_of(one) == (
        "Thêm “thuoc-phuong”: Trực thuộc: Đảng bộ phường Mây, từ ngày 01/07/2025; "
        "Ghi chú: “Theo sắp xếp.”; Cấp trên: “Đảng bộ phường Mây” (phuong)"
    )


def test_the_example_of_the_guide_is_right(tmp_path: Path) -> None:
    guide = (PROGRAM / "docs/bien-tap/du-lieu.md").read_text(encoding="utf-8")
    ((_, text),) = re.findall(r"```yaml\n# (\S+)\n([^`]*?\nparents:.*?)```", guide, re.DOTALL)
    named = {
        "dang-bo-huyen-may": "party",
        "dang-bo-phuong-may": "party",
        "xa-may-thuong": "administrative",
        "xa-may-ha": "administrative",
    }
    homes = {
        f"data/organizations/{one}/organization.yml": f"kind: {kind}\nshort_name: {one}\n"
        for one, kind in named.items()
    }
    papers = """
        name: Thị ủy Mây
        documents:
          - {id: qd-7, kind: decision, symbol: 7-QĐ/TU, cite: ky-yeu#2}
        """
    files = {key: one for key, one in FILES.items() if "leadership" in key or "sources" in key}
    files["data/organizations/khoi/leadership.yml"] = files[
        "data/organizations/khoi/leadership.yml"
    ].replace("congress: II", 'start_date: "1951"')
    found = archive_of(tmp_path, {**files, **homes, ORG: text, "data/documents/thi-uy.yml": papers})
    assert [one for one in map(str, check_archive(found)) if "lỗi" in one] == []
