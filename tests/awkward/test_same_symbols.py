"""One symbol in several terms: links, look-up, answers and messages ask or say which is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.book import appendices
from macros.book.compose import TWINS
from macros.catalogue import documents
from macros.checks.table import check_archive
from macros.rendering.templates import twins_in
from macros.rules.documents import apart
from macros.system.program import PROGRAM
from macros.views.common import Page, document_link
from tests.awkward.holders import plain
from tests.search.asking import cards
from tests.support import archive_of
from tests.views.fabricated import Linker
from tests.views.html_rules import faults

if TYPE_CHECKING:
    from pathlib import Path

    from macros.archive import Archive

PAPERS = "data/documents/tinh-uy.yml"
FILES = {
    "data/sources/ky-yeu.yml": """
        title: Kỷ yếu
        kind: lịch sử đảng bộ
        status: final
        speaks_until: "1980-12"
        organizations: [khoi]
        """,
    PAPERS: """
        name: Tỉnh ủy Sông Mây
        documents:
          - {id: nq-3-1950, kind: resolution, symbol: 3-NQ/TU, date: "1950-05-10", term: khóa I, subject: Lập đảng bộ, cite: ky-yeu#1}
          - {id: nq-3-1956, kind: resolution, symbol: 3-NQ/TU, date: "1956-02-01", term: khóa II, cite: ky-yeu#1}
          - {id: nq-3-khoa-3, kind: resolution, symbol: 3-NQ/TU, term: khóa III, cite: ky-yeu#1}
          - {id: qd-3, kind: decision, symbol: 3-NQ/TU, cite: ky-yeu#1}
          - {id: qd-9-a, kind: decision, symbol: 9-QĐ/TU, subject: Về chợ, cite: ky-yeu#1}
          - {id: qd-9-b, kind: decision, symbol: 9-QĐ/TU, subject: Về đò, cite: ky-yeu#1}
        """,
    "data/organizations/khoi/organization.yml": """
        kind: party
        short_name: Chi bộ Khe Sao
        listed: true
        founding: {id: lap, date: "1950", documents: [nq-3-1950, nq-3-khoa-3], cite: ky-yeu#1}
        """,
    "data/organizations/khoi/leadership.yml": """
        memberships:
          - {id: bt, person: ly-van-mot, post: secretary, start_date: "1951", cite: ky-yeu#1}
          - {id: pbt-1, person: ly-thi-hai, post: deputy-secretary, start_date: "1951", cite: ky-yeu#1}
          - {id: pbt-2, person: ly-van-ba, post: deputy-secretary, start_date: "1951", cite: ky-yeu#1}
        """,
}  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return archive_of(tmp_path_factory.mktemp("symbols"), FILES)


@pytest.fixture
def page(archive: Archive) -> Page:
    return Page("khoi/index.md", "khoi", archive, Linker())


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("nq-3-1950", "Nghị quyết số 3-NQ/TU ngày 10/05/1950"),
        ("nq-3-1956", "Nghị quyết số 3-NQ/TU ngày 01/02/1956"),
        ("nq-3-khoa-3", "Nghị quyết số 3-NQ/TU (khóa III)"),
        # Of another kind, so that the name alone tells it apart.
        ("qd-3", "Quyết định số 3-NQ/TU"),
        ("qd-9-a", "Quyết định số 9-QĐ/TU (Về chợ)"),
        ("qd-9-b", "Quyết định số 9-QĐ/TU (Về đò)"),
    ],
)
def test_a_link_says_which(page: Page, document: str, words: str) -> None:
    assert plain(document_link(page, document).text) == words


def test_beside_its_own_day_the_term_is_said(page: Page, archive: Archive) -> None:
    """Where the day is left out, because the fact has it, nothing else tells them apart."""
    assert apart(archive, archive.documents["nq-3-1950"], dated=False) == "khóa I"
    assert plain(document_link(page, "nq-3-1950", dated=False).text) == (
        "Nghị quyết số 3-NQ/TU (khóa I)"
    )


def test_the_look_up_and_the_paper_tell_them_apart(page: Page) -> None:
    html = str(documents.documents_of(page, "tinh-uy"))
    assert faults(html) == []
    for words in ("10/05/1950", "01/02/1956", "khóa III", "Về chợ", "Về đò"):
        assert words in plain(html)
    with twins_in(PROGRAM / TWINS):
        paper = "".join(map(str, appendices.documents(page, {"nq-3-1950", "nq-3-khoa-3"}, None)))
    for words in ("10/05/1950", "khóa III"):
        assert words in plain(paper)


def test_nothing_is_wrong_with_them(archive: Archive) -> None:
    assert [one for one in map(str, check_archive(archive)) if "lỗi" in one] == []


def test_two_that_nothing_tells_apart(tmp_path: Path) -> None:
    same = FILES[PAPERS].replace("Về đò", "Về chợ")
    (one,) = (
        one
        for one in map(str, check_archive(archive_of(tmp_path, {**FILES, PAPERS: same})))
        if "lỗi" in one
    )
    assert "“qd-9-b” và “qd-9-a” cùng số, ký hiệu 9-QĐ/TU, không phân biệt được" in one


def test_the_answer_asks_which_and_takes_a_year(archive: Archive) -> None:
    asked = (
        "nghị quyết 3-NQ/TU là gì",
        "nghị quyết 3-NQ/TU năm 1956 là gì",
        "nghị quyết 3-NQ/TU năm 1971 là gì",
        "quyết định 3-NQ/TU là gì",
        "3-NQ/TU là gì",
    )
    which, of_1956, other_year, decision, every = cards(archive, asked)
    assert which is not None
    assert "3 văn bản cùng số, ký hiệu 3-NQ/TU" in which["words"]
    assert "Bạn hỏi văn bản nào?" in which["words"]
    assert "khóa III" in which["words"]
    assert of_1956 is not None
    assert "01/02/1956" in of_1956["words"]
    assert "10/05/1950" not in of_1956["words"]
    assert "Bạn hỏi văn bản nào?" not in of_1956["words"]
    # None is of that year: all are told again.
    assert other_year is not None
    assert "10/05/1950" in other_year["words"]
    assert decision is not None
    assert "Bạn hỏi văn bản nào?" not in decision["words"]
    assert every is not None
    assert "4 văn bản cùng số, ký hiệu 3-NQ/TU" in every["words"]


def test_a_symbol_typed_for_an_id_is_answered_with_both(archive: Archive) -> None:
    remedy = archive.advice("document", "3-NQ/TU", None).remedy
    assert re.sub("\u00a0", " ", remedy) == (
        "đó là tên gọi, chung cho các mã nq-3-1950 (10/05/1950), nq-3-1956 (01/02/1956), "
        "nq-3-khoa-3 (khóa III), qd-3 (Tỉnh ủy Sông Mây): viết một mã"
    )


def test_the_example_of_the_guide_is_right(tmp_path: Path) -> None:
    guide = (PROGRAM / "docs/bien-tap/du-lieu.md").read_text(encoding="utf-8")
    ((path, text),) = re.findall(
        r"```yaml\n# (data/documents/\S+)\n([^`]*?term:.*?)```", guide, re.DOTALL
    )
    own = FILES["data/organizations/khoi/organization.yml"].replace(
        "nq-3-1950, nq-3-khoa-3", "nghi-quyet-3-1950, nghi-quyet-3-khoa-3"
    )
    files = {key: one for key, one in FILES.items() if key != PAPERS}
    of = "data/organizations/khoi/organization.yml"
    found = archive_of(tmp_path, {**files, of: own, path: text})
    assert [one for one in map(str, check_archive(found)) if "lỗi" in one] == []
