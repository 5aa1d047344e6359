"""A district whose sources end before it does; its end stands in a law, which tells no more of it."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from macros.book.compose import TWINS
from macros.catalogue import lookup, organization
from macros.checks.table import check_archive
from macros.opendata.write import open_data
from macros.rendering.templates import twins_in
from macros.rules.gaps import gaps_of
from macros.rules.told_until import UNTOLD, told, told_until
from macros.system.program import PROGRAM
from macros.views.common import Page
from tests.awkward.holders import plain
from tests.search.asking import cards
from tests.support import archive_of
from tests.views.fabricated import Linker
from tests.views.html_rules import faults

if TYPE_CHECKING:
    from pathlib import Path

    from macros.archive import Archive

ORG = "data/organizations/khoi/organization.yml"
LAW = "data/sources/luat-may.yml"
OPEN = """
        kind: administrative
        classification: quận
        short_name: quận Mây
        listed: true
        names:
          - {id: ten, name: quận Mây, cite: luat-may#dieu-1}
        """
ENDED = f'{OPEN.rstrip()}\n        dissolution: {{id: het, date: "2025-07-01", cite: luat-may#dieu-2}}\n'
FILES = {
    "data/sources/bai-viet.yml": """
        title: Bài viết
        kind: bài viết
        status: unknown
        speaks_until: "2024-09-14"
        organizations: [khoi]
        """,
    LAW: """
        title: Luật Mây
        kind: luật
        issuer: Quốc hội
        status: final
        speaks_until: "2025-07-01"
        transcribed: false
        """,
    ORG: ENDED,
    "data/organizations/khoi/leadership.yml": """
        memberships:
          - {id: ct, person: ly-van-mot, post: secretary, start_date: "2020-06", cite: bai-viet#1}
          - {id: pct-1, person: ly-thi-hai, post: deputy-secretary, start_date: "2020-06", cite: bai-viet#1}
          - {id: pct-2, person: ly-van-ba, post: deputy-secretary, start_date: "2020-06", cite: bai-viet#1}
        """,
    "data/organizations/doi/organization.yml": """
        kind: mass
        short_name: Đội Mây
        names:
          - {id: ten, name: Đội Mây, cite: bai-viet#1}
        """,
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("documented"), FILES)


@pytest.fixture(scope="module")
def without_end(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("open"), {**FILES, ORG: OPEN})


def page_in(archive: Archive) -> Page:
    return Page("khoi/index.md", "khoi", archive, Linker())


@pytest.mark.parametrize("paper", [False, True])
def test_the_box_says_where_the_documents_stop(
    archive: Archive, without_end: Archive, paper: bool
) -> None:
    def box(of: Archive) -> str:
        if not paper:
            html = str(organization.organization_summary(page_in(of)))
            assert faults(html) == []
            return plain(html)
        with twins_in(PROGRAM / TWINS):
            return plain(str(organization.organization_summary(page_in(of))))

    ended = box(archive)
    assert "Kết thúc hoạt động 01/07/2025" in ended
    assert "Tài liệu dừng ở 14/09/2024, tổ chức kết thúc sau đó" in ended
    going_on = box(without_end)
    assert "Tài liệu dừng ở 14/09/2024" in going_on
    assert "kết thúc" not in going_on.replace("không rõ ngày kết thúc", "")


def test_what_only_has_a_name_says_nothing(archive: Archive) -> None:
    assert told_until(archive, archive.dossiers["doi"]) is None
    others = plain(str(organization.organization_list(page_in(archive))))
    assert "Đội Mây" in others
    assert "Tài liệu dừng" not in others


def test_documents_that_reach_the_end_say_nothing(tmp_path: Path) -> None:
    later = FILES["data/sources/bai-viet.yml"].replace("2024-09-14", "2025-12")
    found = archive_of(tmp_path, {**FILES, "data/sources/bai-viet.yml": later})
    assert told(found, found.dossiers["khoi"]) is None


def test_an_end_by_merger_counts_too(tmp_path: Path) -> None:
    change = """
        kind: absorption
        date: "2025-07-01"
        participants: [{organization: khoi, role: from}, {label: thành phố Mây, role: to}]
        cite: luat-may#dieu-2
        """
    found = archive_of(tmp_path, {**FILES, ORG: OPEN, "data/changes/nhap.yml": change})
    assert "Tài liệu dừng ở 14/09/2024, tổ chức sáp nhập vào tổ chức khác sau đó" in plain(
        str(organization.organization_summary(page_in(found)))
    )


def test_the_time_that_nothing_tells_of_is_a_gap(archive: Archive, without_end: Archive) -> None:
    (gap,) = (one for one in gaps_of(archive, "khoi") if one.kind == UNTOLD)
    assert plain(gap.words) == ("Tài liệu dừng ở ngày 14/09/2024, tổ chức kết thúc ngày 01/07/2025")
    assert [str(one) for one in gap.cite] == ["luat-may#dieu-2"]
    assert [one for one in gaps_of(without_end, "khoi") if one.kind == UNTOLD] == []
    assert UNTOLD in plain(str(lookup.gaps_in(page_in(archive), "khoi")))


def test_the_answers(archive: Archive, without_end: Archive) -> None:
    asked = ("quận mây giải thể khi nào", "bí thư quận mây năm 2026")
    ended, after = cards(archive, asked)
    assert ended is not None
    assert "01/07/2025" in ended["words"]
    assert after is not None
    assert "đã kết thúc hoạt động: chậm nhất là 01/07/2025" in after["words"]
    unknown, after = cards(without_end, asked)
    assert unknown is not None
    assert (
        "Tài liệu không nêu việc kết thúc hoạt động. Tài liệu dừng ở 14/09/2024."
        in (unknown["words"])
    )
    assert after is not None
    assert "Thông tin đến hết 14/09/2024" in after["words"]


def test_the_open_data_say_up_to_when(archive: Archive) -> None:
    files = open_data(archive, site_url=None)
    rows = csv.DictReader(io.StringIO(files["organizations.csv"].decode("utf-8-sig")))
    assert {one["id"]: one["told_until"] for one in rows} == {"khoi": "2024-09-14", "doi": ""}
    document = json.loads(files["popolo.json"])
    until = {one["id"]: one.get("told_until_edtf") for one in document["organizations"]}
    assert until == {"khoi": "2024-09-14", "doi": None}


def test_the_example_of_the_guide_is_right(tmp_path: Path) -> None:
    guide = (PROGRAM / "docs/bien-tap/nguon.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n# (\S+)\n(.*?)```", guide, re.DOTALL)
    (law, text), (ended, end) = blocks[:2]  # those after them are other examples
    files = {"data/sources/bai-viet.yml": FILES["data/sources/bai-viet.yml"], law: text, ended: end}
    found = archive_of(tmp_path, files)
    # The people of the catalogues have no posts here.
    told_of = [one for one in map(str, check_archive(found)) if "data/people/" not in one]
    assert [one for one in told_of if "lỗi" in one] == []
    ending = found.dossiers["huyen-may"].organization.ending
    assert ending is not None
    assert list(map(str, ending.cite)) == ["nghi-quyet-7-2025#dieu-2"]
