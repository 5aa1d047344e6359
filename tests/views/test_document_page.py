"""The page of a document opens with what came about by it; a document of few facts has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.addresses.entities import entity_title, with_pages
from macros.addresses.places import listed_at, place_of
from macros.archive import Archive
from macros.archive.mentions import Mention
from macros.catalogue import documents
from macros.chapter.page import LinkTarget
from macros.text.vietnamese import NBSP
from macros.views.decided import decides
from macros.views.document_page import document_page
from tests.support import archive_of
from tests.views.fabricated import page_of
from tests.views.html_rules import faults

FILES = {
    "data/organizations/mot/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Một
        names:
          - {id: ten-cu, applies_to: committee, name: Đảng ủy xã Mốt, cite: ky-yeu#1}
          - {id: ten-moi, applies_to: committee, name: Đảng ủy xã Một, start_date: "1960-02-01",
             documents: [qd-7], cite: ky-yeu#1}
        """,
    "data/organizations/hai/organization.yml": "kind: party\nshort_name: Đảng bộ xã Hai\n",
    "data/organizations/ba/organization.yml": """
        kind: party
        short_name: Đảng bộ xã Ba
        founding: {id: lap, date: "1961-03-04", documents: [qd-8], cite: ky-yeu#1}
        """,
    "data/organizations/mot/leadership.yml": """
        memberships:
          - {id: bt, person: ly-van-mot, post: secretary, manner: [designated], start_date: "1960-02-05",
             documents: [qd-8], cite: ky-yeu#2}
        """,
    "data/organizations/mot/events.yml": """
        events:
          - {id: hop, date: "1960-03", summary: Đảng ủy họp bàn, documents: [qd-7, nq-1], cite: ky-yeu#3}
        """,
    "data/organizations/mot/statements.yml": """
        statements:
          - {id: noi, kind: cause, text: mưa nhiều, by: {document: nq-1}, domain: economy, cite: ky-yeu#4}
        """,
    "data/organizations/mot/conflicts.yml": """
        conflicts:
          - id: so
            kind: tension
            topic: ngày của Quyết định 7-QĐ/HU
            claims: [{statement: ngày 1, cite: ky-yeu#3, shown: true}, {statement: ngày 2, cite: ky-yeu#4}]
            note: Hai đoạn ghi hai ngày.
        """,
    "data/changes/doi-ten.yml": """
        kind: renaming
        date: "1960-02-01"
        participants: [{organization: mot, role: from}, {organization: mot, role: to}]
        supersedes_name: mot/ten-cu
        documents: [qd-7, nq-1]
        cite: ky-yeu#1
        """,
    "data/changes/gop.yml": """
        kind: merger
        date: "1961-03-04"
        participants:
          - {organization: mot, role: from}
          - {organization: hai, role: from, extent: most}
          - {organization: ba, role: to}
        documents: [qd-8]
        cite: ky-yeu#2
        """,
    "data/documents/huyen-uy.yml": """
        name: Huyện ủy Sim
        documents:
          - {id: qd-7, kind: decision, symbol: 7-QĐ/HU, date: "1960-01-30", subject: Đổi tên, cite: ky-yeu#1}
          - {id: qd-8, kind: decision, symbol: 8-QĐ/HU, replaces: [nq-1], cite: ky-yeu#1}
          - {id: nq-1, kind: resolution, subject: Nghị quyết về mùa màng, cite: ky-yeu#1}
          - {id: qd-9, kind: decision, symbol: 9-QĐ/HU, cite: ky-yeu#1}
        """,
}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return archive_of(tmp_path, FILES)


def opening(archive: Archive, document: str) -> str:
    found = document_page(page_of(archive, None), document).led
    return " ".join("".join(piece.text for piece in one.pieces) for one in found).replace(NBSP, " ")


def test_a_page_opens_with_the_names_that_a_body_changed(archive: Archive) -> None:
    assert opening(archive, "qd-7") == (
        "Đổi tên từ Đảng ủy xã Mốt thành Đảng ủy xã Một ngày 01/02/1960, cùng theo nghị quyết về mùa màng."
    )


def test_a_general_ground_is_not_said_to_have_decided(archive: Archive) -> None:
    """Of the documents that one fact names, the decision is that by which it came about."""
    assert opening(archive, "nq-1") == (
        "Được dẫn cùng Quyết định số 7-QĐ/HU khi kể việc đổi tên từ Đảng ủy xã Mốt thành "
        "Đảng ủy xã Một ngày 01/02/1960."
    )


@pytest.mark.parametrize(
    ("named", "which"),
    [(("qd-7",), "qd-7"), (("nq-1",), "nq-1"), (("qd-7", "qd-8"), ""), (("nq-1", "qd-7"), "qd-7")],
)
def test_one_decision_among_several_documents_decides(
    archive: Archive, named: tuple[str, ...], which: str
) -> None:
    assert "".join(one for one in named if decides(archive, one, named)) == which


def test_what_several_facts_say_is_told_once_the_weightiest_first(archive: Archive) -> None:
    assert opening(archive, "qd-8") == (
        "Lý Văn Một được chỉ định làm Bí thư Đảng bộ xã Một, từ ngày 05/02/1960. "
        "Hợp nhất Đảng bộ xã Một và Đảng bộ xã Hai (phần lớn) thành Đảng bộ xã Ba ngày 04/03/1961."
    )


def test_what_else_meets_in_it_is_told_below(archive: Archive) -> None:
    one = document_page(page_of(archive, None), "nq-1")
    assert [link.text for link in one.replaced_by] == ["Quyết định số 8-QĐ/HU"]
    assert [line.words.replace(NBSP, " ") for line in one.said] == [
        "Nghị quyết về mùa màng nêu nguyên nhân: mưa nhiều"
    ]
    (event,) = one.events
    assert [link.url for link in event.row.documents] == ["/document/qd-7/"]
    conflicts = document_page(page_of(archive, None), "qd-7").conflicts
    assert [link.url for link in conflicts] == ["/conflict/so/"]


def test_one_in_which_less_meets_stays_in_the_list(archive: Archive) -> None:
    assert list(with_pages(archive, "document")) == ["qd-7", "qd-8", "nq-1"]
    left = LinkTarget("document", "qd-9")
    assert place_of(left, archive) == listed_at("qd-9", archive)
    html = documents.documents_of(page_of(archive, None), "huyen-uy")
    assert faults(html) == []
    # The old place of one with a page leads on, and is not found besides it.
    assert '<dt id="qd-7" class="entity__told"><a href="/document/qd-7/">' in html
    assert '<dt id="qd-9">Quyết định' in html.replace(NBSP, " ")


def test_chapters_count_too(archive: Archive) -> None:
    named = tuple(Mention("mot", f"mot/{one}.md", one) for one in "abc")
    archive.mentions[("document", "qd-9")] = named  # type: ignore[index]
    assert "qd-9" in with_pages(archive, "document")


def test_a_title_has_the_day_and_tells_apart_those_of_one_symbol(archive: Archive) -> None:
    titles = [
        entity_title(archive, "document", one).replace(NBSP, " ") for one in archive.documents
    ]
    assert titles[:3] == [
        "Quyết định số 7-QĐ/HU ngày 30/01/1960",
        "Quyết định số 8-QĐ/HU",
        "Nghị quyết về mùa màng",
    ]


def test_the_page_is_valid(archive: Archive) -> None:
    page = page_of(archive, None)
    for one in with_pages(archive, "document"):
        assert faults(documents.document_page(page, one)) == []


def test_the_line_below_the_title_says_the_kind_only_where_the_title_does_not(
    archive: Archive,
) -> None:
    pages = {
        one: document_page(page_of(archive), one)
        for one, document in archive.documents.items()
        if document.symbol
    }
    assert len(pages) > 1
    assert {one.kind for one in pages.values()} == {""}
    html = str(documents.document_page(page_of(archive), "qd-7"))
    assert '<p class="entity__kind">Ban hành: ' in html
