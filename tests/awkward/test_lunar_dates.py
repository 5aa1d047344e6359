"""Dates of the lunar calendar, from the record to page, paper, search and data."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from macros.book.compose import TWINS
from macros.catalogue import leadership, organization
from macros.changes.differences import differences
from macros.checks.table import check_archive
from macros.dates import parse_edtf
from macros.evidence.from_archive import claims
from macros.evidence.lexicon import lexicon_of
from macros.evidence.match import report
from macros.opendata.write import open_data
from macros.rendering.templates import twins_in
from macros.system.program import PROGRAM
from macros.views.common import Page
from tests.awkward.holders import plain
from tests.changes.words import words_of
from tests.evidence.helpers import source
from tests.search.asking import cards
from tests.support import archive_of
from tests.views.fabricated import Linker
from tests.views.html_rules import faults

if TYPE_CHECKING:
    from pathlib import Path

    from macros.archive import Archive

ORG = "data/organizations/khoi"
PARAGRAPHS = (
    "Ngày 2/9/1945 âm lịch, chi bộ Khe Sao họp ở đình. Rằm tháng Giêng năm Bính Tuất, chi bộ mở "
    "lớp bình dân. Tháng Hai nhuận năm 1947, địch càn vào Khe Sao. Năm Canh Tuất được mùa.",
    "Mùng 3 tháng 2 năm Bính Tuất, đồng chí Lý Văn Một được bầu làm Bí thư; đến ngày 20 tháng Chạp "
    "năm 1947 đồng chí Lý Văn Một từ trần.",
    "Ngày 10/5/1946, chi bộ Khe Sao đắp đê.",
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
          - {id: bt, person: ly-van-mot, post: secretary, start_date: "âm lịch 1946-02-03", end_date: "âm lịch 1947-12-20", end_reason: died, manner: [elected], cite: ky-yeu#2}
        """,
    f"{ORG}/events.yml": """
        events:
          - {id: de, date: "1946-05-10", summary: Chi bộ Khe Sao đắp đê., cite: ky-yeu#3}
          - {id: can, date: "âm lịch 1947-02 nhuận", summary: Địch càn vào Khe Sao., cite: ky-yeu#1}
          - {id: hop, date: "âm lịch 1945-09-02", summary: Chi bộ Khe Sao họp ở đình., cite: ky-yeu#1}
          - {id: lop, date: "âm lịch 1946-01-15", summary: Chi bộ mở lớp bình dân., cite: ky-yeu#1}
          - {id: mua, date: "âm lịch 1970", summary: Khe Sao được mùa., cite: ky-yeu#1}
        """,
}  # fmt: skip


def refused(root: Path, files: dict[str, str]) -> list[str]:
    """Return what is said of values that the paragraphs do not hold."""
    archive = archive_of(root, files)
    held = {"ky-yeu": source("ky-yeu", *PARAGRAPHS, lexicon=lexicon_of(archive))}
    return [str(problem) for problem in report(claims(archive), held).problems]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("lunar"), FILES)


@pytest.fixture
def page(archive: Archive) -> Page:
    return Page("khoi/index.md", "khoi", archive, Linker())


def test_nothing_is_wrong_with_them(archive: Archive) -> None:
    unused = "không dữ kiện nào nhắc đến"
    assert [one for one in check_archive(archive) if unused not in one.message] == []


IN_ORDER = (
    "Mùng 2 tháng 9 năm Ất Dậu âm lịch (suy ra 07/10/1945)",
    "15 tháng Giêng năm Bính Tuất âm lịch (suy ra 16/02/1946)",
    "10/05/1946",
    "Tháng 2 nhuận năm Đinh Hợi âm lịch (suy ra từ 23/03/1947 đến 20/04/1947)",
    "Năm Canh Tuất (suy ra từ 06/02/1970 đến 26/01/1971)",
)


@pytest.mark.parametrize("paper", [False, True])
def test_they_are_told_as_printed_in_order_with_the_inferred_day(page: Page, paper: bool) -> None:
    if paper:
        with twins_in(PROGRAM / TWINS):
            html = str(organization.events(page))
    else:
        html = str(organization.events(page))
    assert faults(html) == []
    places = [plain(html).index(one) for one in IN_ORDER]
    assert places == sorted(places)


def test_a_term_is_told_with_both_days(page: Page) -> None:
    table = plain(leadership.leadership_table(page, "secretary"))
    assert "3/2 năm Bính Tuất (suy ra 06/03/1946) – 20/12 năm Đinh Hợi (suy ra 30/01/1948)" in table


def test_each_is_held_against_the_same_date(tmp_path: Path) -> None:
    assert refused(tmp_path, FILES) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        # A solar day is not the lunar one of the same numbers, nor the one that it was.
        ("âm lịch 1945-09-02", "1945-09-02"),
        ("âm lịch 1945-09-02", "1945-10-07"),
        ("âm lịch 1945-09-02", "âm lịch 1945-09-03"),
        ("âm lịch 1946-01-15", "âm lịch 1946-01-14"),
        ("âm lịch 1946-01-15", "âm lịch 1945-01-15"),
        ("âm lịch 1947-02 nhuận", "âm lịch 1947-02"),
        ("âm lịch 1970", "âm lịch 1971"),
        ("âm lịch 1946-02-03", "âm lịch 1947-02-03"),
        ("âm lịch 1947-12-20", "âm lịch 1947-12-21"),
        ("1946-05-10", "âm lịch 1946-05-10"),
    ],
)
def test_another_is_refused(tmp_path: Path, right: str, wrong: str) -> None:
    files = {name: text.replace(f'"{right}"', f'"{wrong}"') for name, text in FILES.items()}
    assert files != FILES
    (problem,) = refused(tmp_path, files)
    assert wrong in problem
    assert ("âm lịch" in right) == ("âm lịch" in problem.partition("→")[2])


def test_data_have_the_day_in_edtf_and_the_date_as_printed(archive: Archive) -> None:
    files = open_data(archive, site_url=None)

    def rows(name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"))))

    told = {row["id"]: (row["date"], row["lunar"], row["inferred"]) for row in rows("events.csv")}
    assert told == {
        "de": ("1946-05-10", "", ""),
        "can": ("[1947-03-23..1947-04-20]", "date=âm lịch 1947-02 nhuận", "date"),
        "hop": ("1945-10-07", "date=âm lịch 1945-09-02", "date"),
        "lop": ("1946-02-16", "date=âm lịch 1946-01-15", "date"),
        "mua": ("[1970-02-06..1971-01-26]", "date=âm lịch 1970", "date"),
    }
    for id_, (day, lunar, _) in told.items():
        printed = parse_edtf(lunar.removeprefix("date=") or day)
        assert printed.edtf == day, id_
    (term,) = rows("memberships.csv")
    assert term["lunar"] == "start_date=âm lịch 1946-02-03; end_date=âm lịch 1947-12-20"
    popolo = json.loads(files["popolo.json"])
    (one,) = popolo["memberships"]
    assert (one["start_date_edtf"], one["start_date_lunar"]) == ("1946-03-06", "âm lịch 1946-02-03")
    # Popolo's own field cannot say that the day is inferred.
    assert "start_date" not in one


def test_a_question_is_answered_by_the_day_and_the_date_as_printed(archive: Archive) -> None:
    inside, before, when = cards(
        archive,
        [
            "ai là bí thư chi bộ Khe Sao ngày 10/3/1946",
            "ai là bí thư chi bộ Khe Sao ngày 10/2/1946",
            "ai là bí thư chi bộ Khe Sao năm 1947",
        ],
    )
    assert inside
    assert "Lý Văn Một" in inside["words"]
    assert before
    assert before["lead"] == "Tài liệu không nêu ai giữ chức này."
    assert when
    assert "năm Bính Tuất" in plain(when["words"])


def test_a_reviewer_reads_the_difference(archive: Archive, tmp_path: Path) -> None:
    events = f"{ORG}/events.yml"
    solar = FILES[events].replace("âm lịch 1945-09-02", "1945-09-02")
    (one,) = differences(archive_of(tmp_path, {**FILES, events: solar}), archive)
    assert "02/09/1945 → mùng 2 tháng 9 năm Ất Dậu âm lịch (suy ra 07/10/1945)" in words_of(one)


def test_the_example_of_the_guide_is_right(tmp_path: Path) -> None:
    guide = (PROGRAM / "docs/bien-tap/du-lieu.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n# (\S+)\n([^`]*?âm lịch[^`]*?)```", guide)
    ((path, text),) = examples
    of = "data/organizations/khe-sao/organization.yml"
    files = {**FILES, of: FILES[f"{ORG}/organization.yml"], path: text}
    found = archive_of(tmp_path, files)
    unused = "không dữ kiện nào nhắc đến"
    assert [one for one in check_archive(found) if unused not in one.message] == []
