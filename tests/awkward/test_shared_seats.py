"""Two who had one seat at the same time: refused, or told with the reason."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from macros.catalogue import home, leadership
from macros.checks.table import check_archive
from macros.opendata.write import open_data
from macros.views.common import Page
from tests.awkward.holders import plain
from tests.search.asking import cards
from tests.support import archive_of
from tests.views.fabricated import Linker

if TYPE_CHECKING:
    from pathlib import Path

LEADERSHIP = "data/organizations/khoi/leadership.yml"
FIRST = '{id: cu, person: ly-van-mot, post: secretary, start_date: "1945-09", end_date: "1946-12", cite: ky-yeu#1}'
SECOND = '{id: moi, person: ly-thi-hai, post: secretary, SHARED start_date: "1946-01", end_date: "1948-05", cite: ky-yeu#2}'
SHARED = "shared: handover,"


def files(first: str, second: str) -> dict[str, str]:
    return {
        "data/organizations/khoi/organization.yml": "kind: party\nshort_name: Chi bộ Khe Sao\nlisted: true\n",
        LEADERSHIP: f"memberships:\n  - {first}\n  - {second}\n",
    }


def problems(root: Path, first: str, second: str) -> list[str]:
    found = map(str, check_archive(archive_of(root, files(first, second))))
    return [one for one in found if one.startswith(LEADERSHIP)]


def test_without_a_reason_it_is_a_slip(tmp_path: Path) -> None:
    (told,) = problems(tmp_path, FIRST, SECOND.replace("SHARED", ""))
    assert "2 người cùng giữ chức Bí thư một lúc" in told
    assert told.endswith("thật sự cùng giữ thì ghi shared")


def test_either_may_have_the_reason(tmp_path: Path) -> None:
    assert problems(tmp_path / "a", FIRST, SECOND.replace("SHARED", SHARED)) == []
    first = FIRST.replace("start_date", f"{SHARED} start_date")
    assert problems(tmp_path / "b", first, SECOND.replace("SHARED", "")) == []


def test_a_third_is_still_one_too_many(tmp_path: Path) -> None:
    third = '{id: ba, person: ly-van-ba, post: secretary, start_date: "1945-10", end_date: "1946-11", cite: ky-yeu#3}'
    (told,) = problems(tmp_path, FIRST, f"{SECOND.replace('SHARED', SHARED)}\n  - {third}")
    assert "2 người cùng giữ" in told
    assert "Lý Văn Ba" in told


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (
            SECOND.replace("SHARED", SHARED).replace("1946-01", "1947-01"),
            "ghi shared mà không ai khác giữ chức Bí thư cùng lúc → xóa dòng này, hoặc sửa ngày "
            "nhận, ngày thôi chức",
        ),
    ],
)
def test_a_reason_without_another_or_without_sense_is_told(
    tmp_path: Path, second: str, told: str
) -> None:
    (line,) = problems(tmp_path, FIRST, second)
    assert told in line


def test_it_is_told_and_both_answer_for_the_day(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, files(FIRST, SECOND.replace("SHARED", SHARED)))
    page = Page("khoi/index.md", "khoi", archive, Linker())
    table = plain(leadership.leadership_table(page, "secretary"))
    assert table.count("cùng giữ chức với người khác (bàn giao)") == 1
    holders = plain(home.office_holders(page))
    assert "Lý Văn Một" in holders
    assert "Lý Thị Hai" in holders
    both, later = cards(
        archive,
        ["ai là bí thư chi bộ Khe Sao ngày 10/5/1946", "ai là bí thư chi bộ Khe Sao ngày 1/3/1948"],
    )
    assert both
    assert all(name in both["words"] for name in ("Lý Văn Một", "Lý Thị Hai"))
    assert later
    assert "Lý Văn Một" not in later["words"]
    data = open_data(archive, site_url=None)
    rows = csv.DictReader(io.StringIO(data["memberships.csv"].decode("utf-8-sig")))
    assert [(row["id"], row["shared"]) for row in rows] == [("cu", ""), ("moi", "handover")]
    assert [one.get("shared") for one in json.loads(data["popolo.json"])["memberships"]] == [
        None,
        "handover",
    ]
