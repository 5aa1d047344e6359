"""A decision of one day that holds from another, from the record to page, paper and data."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from macros.book import appendices
from macros.book.compose import TWINS
from macros.catalogue import documents, home, organization
from macros.changes.differences import differences
from macros.checks.table import check_archive
from macros.dates import parse_edtf
from macros.opendata.write import open_data
from macros.rendering.templates import twins_in
from macros.rules.life import end_of
from macros.system.program import PROGRAM
from macros.views.common import Page
from macros.wording.effective import effective_words
from tests.awkward.holders import plain
from tests.changes.words import words_of
from tests.search.asking import cards
from tests.support import archive_of
from tests.views.fabricated import Linker
from tests.views.html_rules import faults

if TYPE_CHECKING:
    from pathlib import Path

    from macros.archive import Archive

CHANGE = "data/changes/nhap.yml"
FILES = {
    "data/sources/ky-yeu.yml": """
        title: Kỷ yếu
        kind: lịch sử đảng bộ
        status: final
        speaks_until: "2025-12"
        """,
    "data/documents/tinh-uy.yml": """
        name: Tỉnh ủy Sông Mây
        documents:
          - {id: qd-7, kind: decision, symbol: 7-QĐ/TU, date: "2025-06-25", effective_date: "2025-07-01", subject: Lập đảng bộ xã, cite: ky-yeu#1}
          - {id: qd-8, kind: decision, symbol: 8-QĐ/TU, date: "2025-06-25", effective_date: "2025-06-25", cite: ky-yeu#1}
          - {id: qd-9, kind: decision, symbol: 9-QĐ/TU, effective_date: "2025-08", cite: ky-yeu#1}
          - {id: qd-10, kind: decision, symbol: 10-QĐ/TU, date: "2025-06-26", cite: ky-yeu#1}
        """,
    "data/organizations/khoi/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Khe Sao
        listed: true
        founding: {id: lap, date: "2025-07-01", cite: ky-yeu#1}
        names:
          - {id: ten, name: Đảng bộ xã Khe Sao, start_date: "2025-07-01", cite: ky-yeu#1}
        """,
    "data/organizations/khe-ha/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Khe Hạ
        """,
    "data/organizations/khe-ha/leadership.yml": """
        memberships:
          - {id: bt, person: ly-van-mot, post: secretary, start_date: "2020-06-10", end_date: "2025-06-30", cite: ky-yeu#2}
          - {id: pbt-1, person: ly-thi-hai, post: deputy-secretary, start_date: "2020-06-10", cite: ky-yeu#2}
          - {id: pbt-2, person: ly-van-ba, post: deputy-secretary, start_date: "2020-06-10", cite: ky-yeu#2}
        """,
    CHANGE: """
        kind: merger
        date: "2025-06-25"
        effective_date: "2025-07-01"
        participants:
          - {organization: khe-ha, role: from}
          - {label: Đảng bộ xã Khe Thượng, role: from}
          - {organization: khoi, role: to}
        documents: [qd-7]
        cite: ky-yeu#1
        """,
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("effective"), FILES)


@pytest.fixture
def page(archive: Archive) -> Page:
    return Page("khoi/index.md", "khoi", archive, Linker())


SHOWN = {
    "documents": lambda page: documents.documents_of(page, "tinh-uy"),
    "lineage": organization.lineage,
    "milestones": home.milestones,
}
SAYS = {
    "documents": (
        "Quyết định số 7-QĐ/TU, ban hành ngày 25/06/2025 , có hiệu lực từ ngày 01/07/2025",
        "Quyết định số 8-QĐ/TU, ban hành ngày 25/06/2025 , có hiệu lực cùng ngày",
        "Quyết định số 9-QĐ/TU, có hiệu lực từ tháng 08/2025",
        "Quyết định số 10-QĐ/TU, 26/06/2025",
        "Hợp nhất, quyết định ngày 25/06/2025, có hiệu lực từ ngày 01/07/2025",
    ),
    "lineage": ("Quyết định ngày 25/06/2025, có hiệu lực từ ngày 01/07/2025",),
    # One milestone, not two: the change made the organization on the day of its founding.
    "milestones": ("thành lập (hợp nhất)",),
}


@pytest.mark.parametrize("component", SHOWN)
def test_both_days_are_told(component: str, page: Page) -> None:
    html = str(SHOWN[component](page))
    assert faults(html) == []
    for expected in SAYS[component]:
        assert expected in plain(html)


def test_paper_says_the_same(page: Page) -> None:
    with twins_in(PROGRAM / TWINS):
        papers = "".join(map(str, appendices.documents(page, {"qd-7"}, None)))
        changes = str(SHOWN["lineage"](page))
    assert SAYS["documents"][0] in plain(papers)
    assert SAYS["lineage"][0] in plain(changes)


def test_nobody_is_said_to_have_stayed_after_the_end(archive: Archive) -> None:
    end = end_of(archive, archive.dossiers["khe-ha"])
    assert end is not None
    assert end.date == parse_edtf("2025-07-01")
    assert "kéo dài qua lúc" not in "\n".join(map(str, check_archive(archive)))


def test_without_the_day_of_effect_the_decision_counts(tmp_path: Path) -> None:
    without = FILES[CHANGE].replace('effective_date: "2025-07-01"\n', "\n")
    found = archive_of(tmp_path, {**FILES, CHANGE: without})
    assert "kéo dài qua lúc" in "\n".join(map(str, check_archive(found)))


def test_a_new_name_begins_with_the_effect_of_a_renaming(tmp_path: Path) -> None:
    def problems(day: str) -> list[str]:
        change = f"""
            kind: renaming
            date: "2025-06-25"
            effective_date: "{day}"
            participants: [{{organization: khoi, role: from}}, {{organization: khoi, role: to}}]
            cite: ky-yeu#1
            """
        found = archive_of(tmp_path, {**FILES, "data/changes/doi-ten.yml": change})
        return [one for one in map(str, check_archive(found)) if "không có tên nào" in one]

    assert problems("2025-07-01") == []
    (one,) = problems("2025-08-01")
    assert "không có tên nào bắt đầu từ ngày 01/08/2025" in one


def test_effect_from_an_earlier_day_needs_a_note(tmp_path: Path) -> None:
    early = FILES[CHANGE].replace('"2025-07-01"', '"2025-06-01"')
    noted = early.replace("cite: ky-yeu#1", "cite: ky-yeu#1\n        note: Hiệu lực trở về trước.")

    def problems(text: str) -> list[str]:
        found = archive_of(tmp_path, {**FILES, CHANGE: text})
        return [one for one in map(str, check_archive(found)) if "có hiệu lực từ" in one]

    assert len(problems(early)) == 1
    assert problems(noted) == []


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2025-07-01", "có hiệu lực từ ngày 01/07/2025"),
        ("2025-07", "có hiệu lực từ tháng 07/2025"),
        ("[2025-06-16..2025-07]", "có hiệu lực trong khoảng từ ngày 16/06/2025 đến tháng 07/2025"),
        ("[..2025-07-01]", "có hiệu lực chậm nhất ngày 01/07/2025"),
    ],
)
def test_a_day_that_is_not_known_exactly(day: str, words: str) -> None:
    assert effective_words(parse_edtf(day)) == words


def test_the_answer_has_both_days(archive: Archive) -> None:
    asked = ("7-QĐ/TU là gì", "đảng bộ xã khe hạ sáp nhập khi nào")
    document, merged = cards(archive, asked)
    assert document is not None
    assert "ngày 25/06/2025, có hiệu lực từ ngày 01/07/2025" in plain(document["words"])
    assert merged is not None
    assert "có hiệu lực từ ngày 01/07/2025" in plain(merged["words"])


def test_the_open_data_have_both(archive: Archive) -> None:
    files = open_data(archive, site_url=None)

    def rows(name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"))))

    (change,) = rows("changes.csv")
    assert (change["date"], change["effective_date"]) == ("2025-06-25", "2025-07-01")
    told = {
        row["document_id"]: (row["date"], row["effective_date"]) for row in rows("documents.csv")
    }
    assert told["qd-7"] == ("2025-06-25", "2025-07-01")
    assert told["qd-10"] == ("2025-06-26", "")
    events = json.loads(files["popolo.json"])["events"]
    (event,) = (one for one in events if one["id"] == "changes/nhap")
    assert (event["start_date"], event["decided_edtf"]) == ("2025-07-01", "2025-06-25")


def test_a_reviewer_reads_the_difference(archive: Archive, tmp_path: Path) -> None:
    without = FILES[CHANGE].replace('effective_date: "2025-07-01"\n', "\n")
    before = archive_of(tmp_path, {**FILES, CHANGE: without})
    (one,) = differences(before, archive)
    assert "Có hiệu lực từ: (trống) → 01/07/2025" in words_of(one)


def test_the_example_of_the_guide_is_right(tmp_path: Path) -> None:
    guide = (PROGRAM / "docs/bien-tap/du-lieu.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n# (\S+)\n([^`]*?\neffective_date:.*?)```", guide, re.DOTALL)
    ((path, text),) = examples
    names = ("xa-khe-thuong", "xa-khe-ha", "xa-khe-sao")
    homes = {
        f"data/organizations/{one}/organization.yml": f"""
            kind: party
            short_name: {one}
            dissolution: {{id: het, date: "2025-07-01", cite: ky-yeu#1}}
            """
        for one in names
    }
    paper = FILES["data/documents/tinh-uy.yml"].replace("qd-10,", "nghi-quyet-7-2025,")
    of = "data/documents/tinh-uy.yml"
    found = archive_of(tmp_path, {**FILES, **homes, of: paper, path: text})
    assert [one for one in map(str, check_archive(found)) if "lỗi" in one] == []
